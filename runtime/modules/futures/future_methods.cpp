// The type concurrent.futures.Future.
#include "runtime/modules/futures/future_text.hpp"
#include "runtime/types/container_support.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;

namespace {

FutureObject* self_of(const Value* args) { return args[0].as<FutureObject>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* future = make_instance<FutureObject>(cls);
  return future ? object_value(future) : Error;
}

Truth init(Value, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Future.__init__", {}, 0, 0, 0};
  return bind(signature, args, n, kwnames, nullptr) ? 0 : -1;
}

FutureState state_of(FutureObject* f) {
  MutexLock lock(f->mutex);
  return f->state;
}

Value cancel(const Value* args, uint32_t) {
  bool cancelled = future_cancel(self_of(args));
  return error_pending() ? Error : boolean(cancelled);
}
Value cancelled(const Value* args, uint32_t) {
  FutureState state = state_of(self_of(args));
  return boolean(state == FutureState::cancelled || state == FutureState::cancelled_and_notified);
}
Value running(const Value* args, uint32_t) { return boolean(state_of(self_of(args)) == FutureState::running); }
Value done(const Value* args, uint32_t) { return boolean(state_of(self_of(args)) >= FutureState::cancelled); }

Value result(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Future.result", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  Deadline deadline = Deadline::never();
  if (is_given(timeout) && state_of(self_of(args)) < FutureState::cancelled && !deadline_from(timeout, deadline)) return Error;
  return future_result(self_of(args), deadline);
}

Value exception(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Future.exception", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  FutureObject* f = self_of(args);
  Deadline deadline = Deadline::never();
  if (is_given(timeout) && state_of(f) < FutureState::cancelled && !deadline_from(timeout, deadline)) return Error;
  Truth ended = future_wait(f, deadline);
  if (ended < 0) return Error;
  if (!ended) return raise_plain(exc::TimeoutError);
  return f->is_cancelled() ? raise_plain(cancelled_error_type) : f->exception.get();
}

Value add_done_callback(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Future.add_done_callback", {"fn"}, 1, 1, 1};
  Value callback;
  if (!bind(signature, args + 1, n - 1, kwnames, &callback)) return Error;
  FutureObject* f = self_of(args);
  {
    MutexLock lock(f->mutex);
    if (!f->is_done()) return f->callbacks.push(incref(callback)) ? None : Error;
  }
  run_done_callback(f, callback);
  return error_pending() ? Error : None;
}

Value set_running(const Value* args, uint32_t) {
  Truth runs = future_set_running(self_of(args));
  return runs < 0 ? Error : boolean(runs);
}
Value set_result(const Value* args, uint32_t) {
  return future_set_result(self_of(args), args[1]) && !error_pending() ? None : Error;
}
Value set_exception(const Value* args, uint32_t) {
  return future_set_exception(self_of(args), args[1]) && !error_pending() ? None : Error;
}

Value future_repr(Value self) {
  auto* f = self.as<FutureObject>();
  Text out;
  out.append('<');
  out.append(short_type_name(self));
  Ref at = make_text(" at %p state=", static_cast<void*>(f));
  append_utf8(out, as_str(at));
  Ref result, exception;
  FutureState state;
  {
    MutexLock lock(f->mutex);
    state = f->state;
    result = f->result.get();
    exception = f->exception.get();
  }
  switch (state) {
    case FutureState::pending:
      out.append("pending");
      break;
    case FutureState::running:
      out.append("running");
      break;
    case FutureState::cancelled:
    case FutureState::cancelled_and_notified:
      out.append("cancelled");
      break;
    case FutureState::finished:
      out.append(exception.get().is_none() ? "finished returned " : "finished raised ");
      out.append(short_type_name(exception.get().is_none() ? result : exception));
      break;
  }
  out.append('>');
  return out.to_str();
}

// Tests make futures of any state by assigning to these.
Value get_state(Value self) { return object_value(intern(state_name(state_of(self.as<FutureObject>())))); }
Truth set_state(Value self, Value value) {
  Str* text = value.is_undefined() ? nullptr : as_str(value);
  for (int i = 0; text && i <= int(FutureState::finished); ++i) {
    if (!text->is_ascii() || text->ascii() != state_name(FutureState(i))) continue;
    MutexLock lock(self.as<FutureObject>()->mutex);
    self.as<FutureObject>()->state = FutureState(i);
    return 0;
  }
  return raise_truth(exc::ValueError, "not the state of a future");
}

using Life = Lifecycle<FutureObject, &FutureBody::result, &FutureBody::exception>;

void traverse(Object* o, Visitor& visitor) {
  auto* f = static_cast<FutureObject*>(o);
  for (int64_t i = 0; i < f->callbacks.size(); ++i) visitor.visit(f->callbacks[i]);
  Life::traverse(o, visitor);
}

void clear(Object* o) {
  Life::clear(o);
  static_cast<FutureObject*>(o)->callbacks.clear();
}

constexpr NativeDef methods[] = {PY_NOARGS("cancel", cancel),
                                 PY_NOARGS("cancelled", cancelled),
                                 PY_NOARGS("running", running),
                                 PY_NOARGS("done", done),
                                 PY_RAW("result", result),
                                 PY_RAW("exception", exception),
                                 PY_RAW("add_done_callback", add_done_callback),
                                 PY_NOARGS("set_running_or_notify_cancel", set_running),
                                 PY_ONE("set_result", set_result),
                                 PY_ONE("set_exception", set_exception),
                                 PY_CLASS_GETITEM,
                                 {}};
constexpr MemberDef members[] = {{"_result", sizeof(Object) + offsetof(FutureBody, result), false},
                                 {"_exception", sizeof(Object) + offsetof(FutureBody, exception), false},
                                 {}};
constexpr GetSetDef getsets[] = {{"_state", get_state, set_state}, {}};

}  // namespace

constinit Type future_type{{.name = "Future",
                            .instance_size = sizeof(FutureObject),
                            .flags = type_is_base | type_has_dict | type_has_weakrefs,
                            .doc = "Represents the result of an asynchronous computation.",
                            .create = create,
                            .init = init,
                            .dealloc = Life::dealloc,
                            .traverse = traverse,
                            .clear = clear,
                            .repr = future_repr,
                            .methods = methods,
                            .members = members,
                            .getsets = getsets}};

namespace {

bool log_by_module(const char* level, Value message, Value exception) {
  Ref logging = dict_get(sys_modules(), PY_NAME(logging));
  if (logging.is_undefined()) return false;
  Ref name = make_text("concurrent.futures"), logger = call_method(logging, PY_NAME(getLogger), name);
  Ref method = logger.is_error() ? Error : get_attribute(logger, intern(level));
  Ref names = tuple_of(object_value(PY_NAME(exc_info)));
  Value args[] = {message, exception.is_undefined() ? None : exception};
  Ref result = method.is_error() ? Error : call(method, args, 1, names.as<Tuple>());
  if (result.is_error()) clear_error();
  return true;
}

}  // namespace

void log_failure(const char* level, Value message, Value exception) {
  if (log_by_module(level, message, exception)) return;
  Ref file = module_attribute("sys", "stderr");
  if (file.is_error() || file.get().is_none()) return clear_error();
  Text line;
  append_utf8(line, as_str(message));
  line.append('\n');
  Ref text = line.to_str();
  if (!run_method(file, PY_NAME(write), text)) return clear_error();
  if (exception.is_undefined()) return;
  Ref hook = module_attribute("sys", "__excepthook__");
  Ref type = Ref::borrow(value_of(*type_of(exception)));
  Ref traceback = exception.as<Exception>()->traceback.get();
  Ref printed = hook.is_error() ? Error : call(hook, type, exception, traceback.is_undefined() ? None : traceback.get());
  if (printed.is_error()) clear_error();
}

}  // namespace py
