// The type threading.Event.
#include "runtime/modules/threading/event.hpp"

namespace py {

Truth event_wait(EventObject* e, portalis::Deadline deadline) {
  // Without polling: programs written for CPython take for granted that who sets the event goes on running for a while
  // before those who wait for it do.
  return wait_interruptibly("an event", [&] { return e->event.wait_until(deadline, true, false); });
}

namespace {

portalis::Event& event_of(const Value* args) { return args[0].as<EventObject>()->event; }

Value event_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* e = make_instance<EventObject>(cls);
  return e ? object_value(e) : Error;
}

Truth event_init(Value, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Event.__init__", {}, 0, 0, 0};
  return bind(signature, args, n, kwnames, nullptr) ? 0 : -1;
}

Value event_is_set(const Value* args, uint32_t) { return boolean(event_of(args).is_set()); }
Value event_is_set_deprecated(const Value* args, uint32_t n) {
  return warn_deprecated("isSet() is deprecated, use is_set() instead") ? event_is_set(args, n) : Error;
}

Value event_set(const Value* args, uint32_t) {
  event_of(args).set();
  return None;
}

Value event_clear(const Value* args, uint32_t) {
  event_of(args).reset();
  return None;
}

Value event_wait_method(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Event.wait", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  if (event_of(args).is_set()) return True;
  portalis::Deadline deadline = portalis::Deadline::never();
  if (!deadline_from(timeout, deadline)) return Error;
  Truth set = event_wait(args[0].as<EventObject>(), deadline);
  return set < 0 ? Error : boolean(set);
}

Value event_repr(Value self) {
  return make_text("<threading.%s at %p: %s>", short_type_name(self), static_cast<void*>(self.object()),
                   self.as<EventObject>()->event.is_set() ? "set" : "unset");
}

using Life = Lifecycle<EventObject>;
constexpr NativeDef event_methods[] = {PY_NOARGS("is_set", event_is_set), PY_NOARGS("isSet", event_is_set_deprecated),
                                       PY_NOARGS("set", event_set),       PY_NOARGS("clear", event_clear),
                                       PY_RAW("wait", event_wait_method), {}};

}  // namespace

constinit Type event_type{{.name = "Event",
                           .instance_size = sizeof(EventObject),
                           .flags = type_is_base | type_has_dict | type_has_weakrefs,
                           .doc = "Class implementing event objects.",
                           .create = event_create,
                           .init = event_init,
                           .dealloc = Life::dealloc,
                           .traverse = Life::traverse,
                           .clear = Life::clear,
                           .repr = event_repr,
                           .methods = event_methods}};

Value make_event() { return event_create(&event_type, nullptr, 0, nullptr); }

}  // namespace py
