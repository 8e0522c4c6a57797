// The type threading.Thread.
#include "runtime/modules/threading/thread.hpp"

#include "runtime/object/text.hpp"

namespace py {

using portalis::Deadline;

namespace {

ThreadObject* self_of(const Value* args) { return args[0].as<ThreadObject>(); }

Value thread_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* thread = make_instance<ThreadObject>(cls);
  return thread ? object_value(thread) : Error;
}

Truth thread_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Thread.__init__", {"group", "target", "name", "args", "kwargs", "daemon"}, 6, 0, 5};
  Value given[6];
  if (!bind(signature, args, n, kwnames, given)) return -1;
  if (is_given(given[0])) return raise_truth(exc::AssertionError, "group argument must be None for now");
  return init_thread(self.as<ThreadObject>(), given[1], given[2], given[3], given[4], given[5]);
}

// As `assert self._initialized, "Thread.__init__() not called"`.
bool check_initialized(ThreadObject* thread, Type& error = exc::AssertionError, const char* message = "Thread.__init__() not called") {
  if (thread->initialized) return true;
  return raise_false(error, message);
}

Value thread_start(const Value* args, uint32_t) {
  if (!check_initialized(self_of(args), exc::RuntimeError, "thread.__init__() not called")) return Error;
  return start_thread_object(self_of(args)) ? None : Error;
}

Value thread_run(const Value* args, uint32_t) { return run_thread_target(self_of(args)); }

Value thread_join(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Thread.join", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  auto* thread = self_of(args);
  if (!check_initialized(thread, exc::RuntimeError)) return Error;
  if (is_exactly(args[0], dummy_thread_type)) return raise(exc::AssertionError, "cannot join a dummy thread");
  if (!thread->started.load(std::memory_order_acquire)) return raise(exc::RuntimeError, "cannot join thread before it is started");
  if (thread == current_thread()) return raise(exc::RuntimeError, "cannot join current thread");
  Deadline deadline = Deadline::never();
  if (is_given(timeout) && !is_int(timeout) && !is_float(timeout)) {
    Ref larger = gt(small_int(0), timeout);              // join() takes the larger of 0 and the timeout
    if (larger.is_error()) return Error;
  }
  if (!deadline_from(timeout, deadline)) return Error;
  return join_thread_object(thread, deadline) < 0 ? Error : None;
}

Value thread_is_alive(const Value* args, uint32_t) {
  return check_initialized(self_of(args)) ? boolean(self_of(args)->is_alive()) : Error;
}

Value get_name(Value self) {
  auto* thread = self.as<ThreadObject>();
  return check_initialized(thread) ? thread->name.get() : Error;
}
Truth set_name(Value self, Value value) {
  auto* thread = self.as<ThreadObject>();
  if (value.is_undefined()) return raise_truth(exc::AttributeError, "can't delete attribute 'name'");
  if (!check_initialized(thread)) return -1;
  Ref name = str(value);
  if (name.is_error()) return -1;
  thread->name.set(name.take());
  return 0;
}

Value get_daemon(Value self) {
  auto* thread = self.as<ThreadObject>();
  return check_initialized(thread) ? thread->daemon.get() : Error;
}
Truth set_daemon(Value self, Value value) {
  auto* thread = self.as<ThreadObject>();
  if (value.is_undefined()) return raise_truth(exc::AttributeError, "can't delete attribute 'daemon'");
  if (!check_initialized(thread, exc::RuntimeError)) return -1;
  if (thread->started.load(std::memory_order_acquire)) {
    return raise_truth(exc::RuntimeError, "cannot set daemon status of active thread");
  }
  Truth daemonic = truth(value);
  if (daemonic < 0) return -1;
  thread->daemonic = daemonic;
  thread->daemon.set(incref(value));
  return 0;
}

Value get_ident(Value self) {
  auto* thread = self.as<ThreadObject>();
  if (!check_initialized(thread)) return Error;
  uint64_t ident = thread->ident();
  return ident ? make_int_unsigned(ident) : None;
}
Value get_native_id(Value self) {
  auto* thread = self.as<ThreadObject>();
  if (!check_initialized(thread)) return Error;
  ThreadLife* life = thread->life.load(std::memory_order_acquire);
  if (!life) return None;
  life->running.wait();
  return make_int_unsigned(life->native_id);
}

Value name_method(const Value* args, uint32_t) {
  return warn_deprecated("getName() is deprecated, get the name attribute instead") ? get_name(args[0]) : Error;
}
Value set_name_method(const Value* args, uint32_t) {
  if (!warn_deprecated("setName() is deprecated, set the name attribute instead")) return Error;
  return set_name(args[0], args[1]) < 0 ? Error : None;
}
Value daemon_method(const Value* args, uint32_t) {
  return warn_deprecated("isDaemon() is deprecated, get the daemon attribute instead") ? get_daemon(args[0]) : Error;
}
Value set_daemon_method(const Value* args, uint32_t) {
  if (!warn_deprecated("setDaemon() is deprecated, set the daemon attribute instead")) return Error;
  return set_daemon(args[0], args[1]) < 0 ? Error : None;
}

Value get_stopped(Value self) {
  auto* thread = self.as<ThreadObject>();
  return boolean(thread->ident() && !thread->is_alive());
}
Value get_initialized(Value self) { return boolean(self.as<ThreadObject>()->initialized); }

// What derived classes that override run() read. A thread that has run has none of it any more.
constexpr char target_name[] = "_target", args_name[] = "_args", kwargs_name[] = "_kwargs", name_name[] = "_name";
template <auto slot, const char* name>
Value get_slot(Value self) {
  Value v = (self.as<ThreadObject>()->*slot).get();
  return v.is_undefined() ? raise(exc::AttributeError, "'%T' object has no attribute '%s'", self, name) : v;
}
template <auto slot>
Truth set_slot(Value self, Value value) {
  (self.as<ThreadObject>()->*slot).set(value.is_undefined() ? Undefined : incref(value));
  return 0;
}

Value thread_repr(Value self) {
  auto* thread = self.as<ThreadObject>();
  if (!check_initialized(thread, exc::AssertionError, "Thread.__init__() was not called")) return Error;
  Ref name = thread->name.get();
  Text out;
  out.append('<');
  out.append(short_type_name(self));
  out.append('(');
  append_utf8(out, as_str(name));
  uint64_t ident = thread->ident();
  out.append(!ident ? ", initial" : thread->is_alive() ? ", started" : ", stopped");
  if (thread->daemonic) out.append(" daemon");
  if (ident) {
    out.append(' ');
    out.append_int(int64_t(ident));
  }
  out.append(")>");
  return out.to_str();
}

using Life = Lifecycle<ThreadObject, &ThreadBody::target, &ThreadBody::args, &ThreadBody::kwargs, &ThreadBody::name, &ThreadBody::standard_error,
                       &ThreadBody::daemon>;

constexpr NativeDef thread_methods[] = {PY_NOARGS("start", thread_start),
                                        PY_NOARGS("run", thread_run),
                                        PY_RAW("join", thread_join),
                                        PY_NOARGS("is_alive", thread_is_alive),
                                        PY_NOARGS("getName", name_method),
                                        PY_ONE("setName", set_name_method),
                                        PY_NOARGS("isDaemon", daemon_method),
                                        PY_ONE("setDaemon", set_daemon_method),
                                        {}};
constexpr GetSetDef thread_getsets[] = {{"name", get_name, set_name},
                                        {"daemon", get_daemon, set_daemon},
                                        {"ident", get_ident, nullptr},
                                        {"native_id", get_native_id, nullptr},
                                        {"_is_stopped", get_stopped, nullptr},
                                        {"_initialized", get_initialized, nullptr},
                                        {"_target", get_slot<&ThreadBody::target, target_name>, set_slot<&ThreadBody::target>},
                                        {"_args", get_slot<&ThreadBody::args, args_name>, set_slot<&ThreadBody::args>},
                                        {"_kwargs", get_slot<&ThreadBody::kwargs, kwargs_name>, set_slot<&ThreadBody::kwargs>},
                                        {"_name", get_slot<&ThreadBody::name, name_name>, set_name},
                                        {}};
constexpr TypeSlots thread_slots(const char* name, Type* base) {
  return {.name = name,
          .instance_size = sizeof(ThreadObject),
          .flags = type_is_base | type_has_dict | type_has_weakrefs,
          .base = base,
          .doc = "A class that represents a thread of control.",
          .create = thread_create,
          .init = thread_init,
          .dealloc = Life::dealloc,
          .traverse = Life::traverse,
          .clear = Life::clear,
          .repr = thread_repr,
          .methods = base ? nullptr : thread_methods,
          .getsets = base ? nullptr : thread_getsets};
}

}  // namespace

constinit Type thread_type{thread_slots("Thread", nullptr)};
constinit Type main_thread_type{thread_slots("_MainThread", &thread_type)};
constinit Type dummy_thread_type{thread_slots("_DummyThread", &thread_type)};

Value next_thread_name(Value target) {
  static std::atomic<int64_t> counter{0};
  Text name;
  name.append("Thread-");
  name.append_int(++counter);
  if (is_given(target)) {
    Ref function_name = get_attribute_or_undefined(target, PY_NAME(__name__));
    if (function_name.is_error()) return Error;
    if (!function_name.is_undefined()) {
      Ref text = str(function_name);
      if (text.is_error()) return Error;
      name.append(" (");
      append_utf8(name, as_str(text));
      name.append(')');
    }
  }
  return name.to_str();
}

Truth init_thread(ThreadObject* thread, Value target, Value name, Value args, Value kwargs, Value daemon) {
  Ref text = name.is_undefined() || name.is_none() || truth(name) == 0 ? next_thread_name(target) : str(name);
  if (text.is_error()) return -1;
  Truth daemonic = is_given(daemon) ? truth(daemon) : current_thread()->daemonic;
  if (daemonic < 0) return -1;
  thread->target.set(is_given(target) ? incref(target) : None);
  thread->name.set(text.take());
  thread->args.set(args.is_undefined() ? make_tuple(nullptr, 0) : incref(args));
  thread->kwargs.set(is_given(kwargs) ? incref(kwargs) : make_dict());
  thread->daemonic = daemonic;
  thread->daemon.set(is_given(daemon) ? incref(daemon) : boolean(daemonic));
  Ref file = module_attribute("sys", "stderr");
  if (file.is_error()) clear_error();
  else thread->standard_error.set(file.take());
  thread->initialized = true;
  return 0;
}

Value run_thread_target(ThreadObject* thread) {
  Ref target = get_slot<&ThreadBody::target, target_name>(object_value(thread)), args = thread->args.get(), kwargs = thread->kwargs.get();
  if (target.is_error()) return Error;
  Ref result = None;
  if (is_given(target)) {
    Tuple* plain = as_tuple(args);
    Dict* keywords = as_dict(kwargs);
    if (plain && keywords && dict_size(keywords) == 0) {
      result = call(target, plain->items(), uint32_t(plain->length));
    } else {
      result = call_unpacked(target, args, kwargs);
    }
  }
  // The references go, so that what a finished thread was given does not live as long as its object.
  thread->target.set(Undefined);
  thread->args.set(Undefined);
  thread->kwargs.set(Undefined);
  return result.is_error() ? Error : None;
}

}  // namespace py
