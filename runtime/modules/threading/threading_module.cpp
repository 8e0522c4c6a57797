// Module threading: its functions and its namespace. Definition: Lib/threading.py of CPython 3.11.
#include "runtime/modules/threading/condition.hpp"
#include "runtime/modules/threading/event.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/module.hpp"

namespace py {

namespace {

std::atomic<Dict*> the_namespace{nullptr};

Value current(const Value*, uint32_t) { return incref(object_value(current_thread())); }
Value main_thread_function(const Value*, uint32_t) { return incref(object_value(main_thread())); }
Value active_count(const Value*, uint32_t) { return make_int(live_thread_count()); }
Value current_deprecated(const Value* args, uint32_t n) {
  return warn_deprecated("currentThread() is deprecated, use current_thread() instead") ? current(args, n) : Error;
}
Value active_count_deprecated(const Value* args, uint32_t n) {
  return warn_deprecated("activeCount() is deprecated, use active_count() instead") ? active_count(args, n) : Error;
}
Value enumerate(const Value*, uint32_t) { return live_threads(); }
Value get_ident(const Value*, uint32_t) { return make_int_unsigned(this_thread->ident); }
Value new_lock(const Value*, uint32_t) { return make_lock(); }
Value new_rlock(const Value*, uint32_t, Tuple*) { return make_rlock(); }   // threading.RLock() looks at no argument

Value set_trace(const Value* args, uint32_t) {
  thread_trace_hook.set(incref(args[0]));
  return None;
}
Value set_profile(const Value* args, uint32_t) {
  thread_profile_hook.set(incref(args[0]));
  return None;
}
Value get_trace(const Value*, uint32_t) { return thread_trace_hook.get(); }
Value get_profile(const Value*, uint32_t) { return thread_profile_hook.get(); }

// Functions registered from Python by _register_atexit: a list, called last first.
Slot python_exit_functions;
std::atomic<bool> shutting_down{false};

void call_python_exit_functions() {
  shutting_down.store(true, std::memory_order_release);
  Ref list = python_exit_functions.get();
  if (list.is_undefined()) return;
  for (int64_t i = list_size(list.as<List>()); i-- > 0;) {
    Ref function = list_get(list.as<List>(), i);
    Ref result = call(function);
    if (result.is_error()) write_unraisable(function);
  }
}

Value register_atexit(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n < 1) return raise(exc::TypeError, "_register_atexit() missing 1 required positional argument: 'func'");
  if (shutting_down.load(std::memory_order_acquire)) return raise(exc::RuntimeError, "can't register atexit after shutdown");
  Ref function = Ref::borrow(args[0]);
  if (n > 1 || (kwnames && kwnames->length)) {
    Ref partial = module_attribute("_functools", "partial");
    if (partial.is_error()) return Error;
    function = call(partial, args, n, kwnames);
    if (function.is_error()) return Error;
  }
  Ref list = python_exit_functions.get();
  return list_append(list.as<List>(), function) < 0 ? Error : None;
}

Value shutdown(const Value*, uint32_t) {
  thread_shutdown();
  return None;
}

constexpr NativeDef functions[] = {PY_NOARGS("current_thread", current),
                                   PY_NOARGS("currentThread", current_deprecated),
                                   PY_NOARGS("main_thread", main_thread_function),
                                   PY_NOARGS("active_count", active_count),
                                   PY_NOARGS("activeCount", active_count_deprecated),
                                   PY_NOARGS("enumerate", enumerate),
                                   PY_NOARGS("get_ident", get_ident),
                                   PY_NOARGS("get_native_id", native_id_of_this_thread),
                                   PY_RAW("RLock", new_rlock),
                                   PY_ONE("settrace", set_trace),
                                   PY_ONE("setprofile", set_profile),
                                   PY_NOARGS("gettrace", get_trace),
                                   PY_NOARGS("getprofile", get_profile),
                                   PY_RANGE("stack_size", set_stack_size, 0, 1),
                                   PY_RAW("_register_atexit", register_atexit),
                                   PY_NOARGS("_shutdown", shutdown),
                                   {}};
constexpr NativeDef lock_function = PY_NOARGS("allocate_lock", new_lock);
constexpr NativeDef hook_function = PY_ONE("_excepthook", default_excepthook);

constexpr std::initializer_list<const char*> exported = {
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock",
    "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile",
    "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace", "getprofile", "get_native_id"};

bool fill_threading(Module* module) {
  for (Type* type : {&lock_type, &rlock_type, &local_type}) type_ready(*type);
  register_lock_contexts();
  for (Type* type : {&condition_type, &event_type, &semaphore_type, &bounded_semaphore_type, &barrier_type, &thread_type, &timer_type,
                     &main_thread_type, &dummy_thread_type}) {
    add_python_class(module, *type, "threading");
  }
  module_add_type(module, broken_barrier_error_type);
  module_set(module, "_RLock", value_of(rlock_type));
  module_set(module, "_CRLock", value_of(rlock_type));
  module_set(module, "_PyRLock", value_of(rlock_type));
  module_set(module, "local", value_of(local_type));
  module_set(module, "ExceptHookArgs", value_of(*excepthook_args_type()));
  module_set(module, "ThreadError", value_of(exc::RuntimeError));
  module_set(module, "TIMEOUT_MAX", make_float(timeout_max));
  module_add_functions(module, functions);
  Ref lock = make_native_function(lock_function, Undefined, "_thread");
  Ref hook = make_native_function(hook_function, Undefined, "_thread");
  module_set(module, "_allocate_lock", Ref::borrow(lock).take());
  module_set(module, "Lock", lock.take());
  module_set(module, "__excepthook__", Ref::borrow(hook).take());
  module_set(module, "excepthook", hook.take());
  module_set_all(module, exported);
  python_exit_functions.set(make_list(nullptr, 0));
  the_namespace.store(module->globals, std::memory_order_release);
  ready_main_thread();
  add_live_views(module);
  at_thread_shutdown(call_python_exit_functions);
  return true;
}

}  // namespace

constinit Type broken_barrier_error_type{{.name = "threading.BrokenBarrierError",
                                          .instance_size = sizeof(Exception),
                                          .flags = type_is_base | type_has_dict | kind_exception,
                                          .base = &exc::RuntimeError}};

Dict* threading_namespace() { return the_namespace.load(std::memory_order_acquire); }

namespace native {
extern const ModuleDef module_threading;
const ModuleDef module_threading = {"threading", fill_threading, false};
}  // namespace native

}  // namespace py
