// What a ThreadPoolExecutor and its worker threads share.
//
// Workers do not keep their executor alive: when nobody else does, it goes, and they finish their work and end. So
// what both need is in a PoolState, a Python object of its own that no program sees.
#pragma once

#include "runtime/modules/futures/futures.hpp"

namespace py {

struct WorkItemBody {
  Slot future, function, arguments, names;       // arguments: Tuple with the keyword values last; names: Tuple or None
};
struct WorkItem : Object, WorkItemBody {
  using Body = WorkItemBody;
};

struct PoolStateBody {
  Slot queue;                            // SimpleQueue of WorkItem; None wakes a worker to look at the flags
  Slot initializer, initializer_arguments;
  Slot broken;                           // False, or the message of BrokenThreadPool
  portalis::RawMutex mutex;              // submit and shutdown exclude each other
  std::atomic<int64_t> idle{0};          // workers that have nothing to do, as far as submit counts on them
  std::atomic<int64_t> starting{0};      // workers that have not yet taken their first task
  std::atomic<bool> shut_down{false};
  std::atomic<bool> abandoned{false};    // the executor object is gone
  struct PoolState* next_pool = nullptr;         // list of all, guarded by its own lock
  struct PoolState* previous_pool = nullptr;
};
struct PoolState : Object, PoolStateBody {
  using Body = PoolStateBody;
};

extern Type pool_state_type;
extern std::atomic<bool> pools_closed;   // the program is ending

PoolState* make_pool_state();
Value pool_worker(const Value* args, uint32_t n);        // the target of worker threads; args[0] the PoolState
void wake_worker(PoolState* pool);       // puts None into the queue
void drain_work(PoolState* pool, bool (*dispose)(PoolState*, WorkItem*));

}  // namespace py
