// Module _thread. Definition: Modules/_threadmodule.c of CPython 3.11.
#include "runtime/modules/threading/lock.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/signals.hpp"

namespace py {

namespace {

Value allocate_lock(const Value*, uint32_t) { return make_lock(); }
Value get_ident(const Value*, uint32_t) { return make_int_unsigned(this_thread->ident); }
Value exit_thread(const Value*, uint32_t) { return raise_plain(exc::SystemExit); }
Value count(const Value*, uint32_t) { return make_int(bare_thread_count()); }

// As if the signal had arrived: the main thread runs its handler.
Value interrupt_main(const Value* args, uint32_t n) {
  int64_t number = interrupt_signal;
  if (n > 0 && !to_index_int64(args[0], number)) return Error;
  if (number < 1 || number > 64) return raise(exc::ValueError, "signal number out of range");
  if (has_signal_handler ? has_signal_handler(int(number)) : number == interrupt_signal) note_signal(int(number));
  return safepoint() ? None : Error;     // the main thread does not wait for its handler
}

constexpr NativeDef functions[] = {PY_NOARGS("allocate_lock", allocate_lock),
                                   PY_NOARGS("allocate", allocate_lock),
                                   PY_RANGE("start_new_thread", start_new_thread, 2, 3),
                                   PY_RANGE("start_new", start_new_thread, 2, 3),
                                   PY_NOARGS("get_ident", get_ident),
                                   PY_NOARGS("get_native_id", native_id_of_this_thread),
                                   PY_NOARGS("exit", exit_thread),
                                   PY_NOARGS("exit_thread", exit_thread),
                                   PY_RANGE("interrupt_main", interrupt_main, 0, 1),
                                   PY_NOARGS("_count", count),
                                   PY_RANGE("stack_size", set_stack_size, 0, 1),
                                   PY_ONE("_excepthook", default_excepthook),
                                   {}};

bool fill_thread(Module* module) {
  for (Type* type : {&lock_type, &rlock_type, &local_type}) type_ready(*type);
  register_lock_contexts();
  module_add_functions(module, functions);
  module_set(module, "LockType", value_of(lock_type));
  module_set(module, "RLock", value_of(rlock_type));
  module_set(module, "_local", value_of(local_type));
  module_set(module, "_ExceptHookArgs", value_of(*excepthook_args_type()));
  module_set(module, "error", value_of(exc::RuntimeError));
  module_set(module, "TIMEOUT_MAX", make_float(timeout_max));
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module__uthread;
const ModuleDef module__uthread = {"_thread", fill_thread, false};
}  // namespace native

}  // namespace py
