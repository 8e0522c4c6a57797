// Modules concurrent, concurrent.futures and its submodules _base and thread.
#include <vector>

#include "runtime/modules/futures/futures.hpp"
#include "runtime/modules/futures/thread_pool.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/module.hpp"

namespace py {

namespace {

constexpr NativeDef functions[] = {PY_RAW("wait", wait_for_futures), PY_RAW("as_completed", as_completed), {}};

constexpr const char* conditions[] = {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"};
constexpr const char* states[] = {"PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"};

void add_name_constant(Module* module, const char* name) { module_set(module, name, object_value(intern(name))); }

bool fill_base(Module* module) {
  for (Type* type : {&futures_error_type, &cancelled_error_type, &invalid_state_error_type, &broken_executor_type}) {
    module_add_type(module, *type);
  }
  add_python_class(module, future_type, "concurrent.futures._base");
  add_python_class(module, executor_type, "concurrent.futures._base");
  for (Type* type : {&as_completed_type, &map_results_type}) type_ready(*type);
  module_set(module, "TimeoutError", value_of(exc::TimeoutError));
  module_add_functions(module, functions);
  for (const char* name : conditions) add_name_constant(module, name);
  for (const char* name : states) add_name_constant(module, name);
  module_set(module, "DoneAndNotDoneFutures", value_of(*done_and_not_done_type()));
  return true;
}

bool fill_thread_pool(Module* module) {
  for (Type* type : {&work_item_type, &pool_state_type}) type_ready(*type);
  add_python_class(module, thread_pool_type, "concurrent.futures.thread");
  module_add_type(module, broken_thread_pool_type);
  module_set(module, "_WorkItem", value_of(work_item_type));
  // Threads are waited for by module threading, which must be there for that.
  Ref threading = import_module(PY_NAME(threading));
  if (threading.is_error()) return false;
  at_thread_shutdown(thread_pools_exit);
  return true;
}

bool copy_name(Module* to, Value from, const char* name) {
  Value v = get_attribute(from, intern(name));
  if (v.is_error()) return false;
  module_set(to, name, v);
  return true;
}

bool fill_futures(Module* module) {
  Ref base = import_module(intern("concurrent.futures._base"));
  if (base.is_error()) return false;
  Ref thread = import_module(intern("concurrent.futures.thread"));
  if (thread.is_error()) return false;
  std::vector<Value> exported;
  auto take = [&](Value from, const char* name) {
    exported.push_back(object_value(intern(name)));
    return copy_name(module, from, name);
  };
  for (const char* name : {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor",
                           "Future", "Executor", "wait", "as_completed"}) {
    if (!take(base, name)) return false;
  }
  if (!copy_name(module, base, "InvalidStateError") || !take(thread, "ThreadPoolExecutor")) return false;
  module_set(module, "__all__", make_tuple(exported.data(), static_cast<int64_t>(exported.size())));
  module_set(module, "_base", base.take());
  module_set(module, "thread", thread.take());
  return true;
}

bool fill_concurrent(Module*) { return true; }

constexpr TypeSlots error_slots(const char* name, Type* base) {
  return {.name = name, .instance_size = sizeof(Exception), .flags = type_is_base | type_has_dict | kind_exception, .base = base};
}

}  // namespace

constinit Type futures_error_type{error_slots("concurrent.futures._base.Error", &exc::Exception)};
constinit Type cancelled_error_type{error_slots("concurrent.futures._base.CancelledError", &futures_error_type)};
constinit Type invalid_state_error_type{error_slots("concurrent.futures._base.InvalidStateError", &futures_error_type)};
constinit Type broken_executor_type{error_slots("concurrent.futures._base.BrokenExecutor", &exc::RuntimeError)};
constinit Type broken_thread_pool_type{error_slots("concurrent.futures.thread.BrokenThreadPool", &broken_executor_type)};

namespace native {
extern const ModuleDef module_concurrent, module_concurrent_dot_futures, module_concurrent_dot_futures_dot__ubase,
    module_concurrent_dot_futures_dot_thread;
const ModuleDef module_concurrent = {"concurrent", fill_concurrent, true};
const ModuleDef module_concurrent_dot_futures = {"concurrent.futures", fill_futures, true};
const ModuleDef module_concurrent_dot_futures_dot__ubase = {"concurrent.futures._base", fill_base, false};
const ModuleDef module_concurrent_dot_futures_dot_thread = {"concurrent.futures.thread", fill_thread_pool, false};
}  // namespace native

}  // namespace py
