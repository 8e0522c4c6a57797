// threading.Timer. Definition: Lib/threading.py of CPython 3.11.
#include "runtime/modules/threading/event.hpp"
#include "runtime/modules/threading/thread.hpp"

namespace py {

namespace {

struct TimerObject : ThreadObject {
  Slot interval, function, timer_args, timer_kwargs, finished;
};

template <class Visit>
void for_each_slot(Object* o, Visit visit) {
  auto* timer = static_cast<TimerObject*>(o);
  for (Slot* slot : {&timer->interval, &timer->function, &timer->timer_args, &timer->timer_kwargs, &timer->finished}) visit(*slot);
}

Value timer_create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  new (static_cast<ThreadBody*>(static_cast<TimerObject*>(o))) ThreadBody;
  for_each_slot(o, [](Slot& slot) { slot.init(Undefined); });
  return object_value(o);
}

Truth timer_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Timer.__init__", {"interval", "function", "args", "kwargs"}, 4, 2, 4};
  Value given[4];
  if (!bind(signature, args, n, kwnames, given)) return -1;
  auto* timer = self.as<TimerObject>();
  if (init_thread(timer, Undefined, Undefined, Undefined, Undefined, Undefined) < 0) return -1;
  timer->interval.set(incref(given[0]));
  timer->function.set(incref(given[1]));
  timer->timer_args.set(is_given(given[2]) ? incref(given[2]) : make_list(nullptr, 0));
  timer->timer_kwargs.set(is_given(given[3]) ? incref(given[3]) : make_dict());
  timer->finished.set(make_event());
  return 0;
}

Value timer_cancel(const Value* args, uint32_t) {
  Ref finished = args[0].as<TimerObject>()->finished.get();
  return call_method(finished, PY_NAME(set));
}

Value timer_run(const Value* args, uint32_t) {
  auto* timer = args[0].as<TimerObject>();
  Ref finished = timer->finished.get(), interval = timer->interval.get();
  if (!run_method(finished, PY_NAME(wait), interval)) return Error;
  Ref is_set = call_method(finished, PY_NAME(is_set));
  Truth cancelled = is_set.is_error() ? -1 : truth(is_set);
  if (cancelled < 0) return Error;
  if (!cancelled) {
    Ref function = timer->function.get(), given = timer->timer_args.get(), keywords = timer->timer_kwargs.get();
    Ref result = call_unpacked(function, given, keywords);
    if (result.is_error()) return Error;
  }
  return run_method(finished, PY_NAME(set)) ? None : Error;
}

void timer_dealloc(Object* o) {
  for_each_slot(o, [](Slot& slot) {
    decref(slot.peek());
    slot.init(Undefined);
  });
  thread_type.dealloc(o);
}

void timer_traverse(Object* o, Visitor& visitor) {
  for_each_slot(o, [&](Slot& slot) { visitor.visit(slot); });
  thread_type.traverse(o, visitor);
}

void timer_clear(Object* o) {
  for_each_slot(o, [](Slot& slot) { slot.set(Undefined); });
  thread_type.clear(o);
}

constexpr uint32_t timer_offset = sizeof(ThreadObject);
constexpr MemberDef timer_members[] = {{"interval", timer_offset, false},
                                       {"function", timer_offset + sizeof(Slot), false},
                                       {"args", timer_offset + 2 * sizeof(Slot), false},
                                       {"kwargs", timer_offset + 3 * sizeof(Slot), false},
                                       {"finished", timer_offset + 4 * sizeof(Slot), false},
                                       {}};
static_assert(sizeof(TimerObject) == timer_offset + 5 * sizeof(Slot));
constexpr NativeDef timer_methods[] = {PY_NOARGS("cancel", timer_cancel), PY_NOARGS("run", timer_run), {}};

}  // namespace

constinit Type timer_type{{.name = "Timer",
                           .instance_size = sizeof(TimerObject),
                           .flags = type_is_base | type_has_dict | type_has_weakrefs,
                           .base = &thread_type,
                           .doc = "Call a function after a specified number of seconds.",
                           .create = timer_create,
                           .init = timer_init,
                           .dealloc = timer_dealloc,
                           .traverse = timer_traverse,
                           .clear = timer_clear,
                           .methods = timer_methods,
                           .members = timer_members}};

}  // namespace py
