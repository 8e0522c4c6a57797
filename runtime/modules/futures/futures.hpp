// The functions and classes of concurrent.futures besides Future.
#pragma once

#include "runtime/modules/futures/future.hpp"

namespace py {

extern Type executor_type, thread_pool_type, work_item_type, as_completed_type, map_results_type, broken_executor_type,
    broken_thread_pool_type;

Type* done_and_not_done_type();          // what wait() returns, made on first use

// The distinct futures of an iterable, in order. false: error.
bool collect_futures(Values& out, Value iterable);
Value wait_for_futures(const Value* args, uint32_t n, Tuple* kwnames);       // wait()
Value as_completed(const Value* args, uint32_t n, Tuple* kwnames);
Value executor_map(const Value* args, uint32_t n, Tuple* kwnames);           // Executor.map
void thread_pools_exit();                // when the program ends: workers go once they have no work left

}  // namespace py
