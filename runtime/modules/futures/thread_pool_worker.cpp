// The worker threads of ThreadPoolExecutor. Definition: _worker in Lib/concurrent/futures/thread.py of CPython 3.11.
#include "runtime/modules/futures/thread_pool.hpp"
#include "runtime/modules/queue/queue.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;

std::atomic<bool> pools_closed{false};

namespace {

portalis::RawMutex pools_lock;
PoolState* pools = nullptr;              // guarded by pools_lock; entries do not count as references

using ItemLife = Lifecycle<WorkItem, &WorkItemBody::future, &WorkItemBody::function, &WorkItemBody::arguments, &WorkItemBody::names>;
using PoolLife = Lifecycle<PoolState, &PoolStateBody::queue, &PoolStateBody::initializer, &PoolStateBody::initializer_arguments,
                           &PoolStateBody::broken>;

void dealloc_pool(Object* o) {
  auto* pool = static_cast<PoolState*>(o);
  {
    MutexLock lock(pools_lock);
    (pool->previous_pool ? pool->previous_pool->next_pool : pools) = pool->next_pool;
    if (pool->next_pool) pool->next_pool->previous_pool = pool->previous_pool;
  }
  PoolLife::dealloc(o);
}

// `idle` as in future_set_result().
void run_item(WorkItem* item, std::atomic<int64_t>** idle) {
  Ref future = item->future.get();
  auto* f = future.as<FutureObject>();
  if (future_set_running(f) <= 0) {
    if (error_pending()) write_unraisable(None);
    return;
  }
  Ref function = item->function.get(), arguments = item->arguments.get(), names = item->names.get();
  Tuple* given = arguments.as<Tuple>();
  Tuple* keywords = names.get().is_none() ? nullptr : names.as<Tuple>();
  Ref result = call(function, given->items(), uint32_t(given->length - (keywords ? keywords->length : 0)), keywords);
  bool ok;
  if (!result.is_error()) {
    ok = future_set_result(f, result, idle);
  } else {
    Ref exception = fetch_error();
    ok = future_set_exception(f, exception, idle);
  }
  if (!ok || error_pending()) write_unraisable(function);
}

bool fail_item(PoolState* pool, WorkItem* item) {
  Ref message = pool->broken.get();
  Ref exception = call(value_of(broken_thread_pool_type), message);
  Ref future = item->future.get();
  return !exception.is_error() && future_set_exception(future.as<FutureObject>(), exception);
}

// false: the pool is broken now.
bool initialize(PoolState* pool) {
  Ref initializer = pool->initializer.get();
  if (!is_given(initializer)) return true;
  Ref arguments = pool->initializer_arguments.get();
  Ref result = call_unpacked(initializer, arguments, Undefined);
  if (!result.is_error()) return true;
  Ref exception = fetch_error();
  Ref message = make_text("Exception in initializer:");
  log_failure("critical", message, exception);
  pool->broken.set(make_text("A thread initializer failed, the thread pool is not usable anymore"));
  drain_work(pool, fail_item);
  return false;
}

}  // namespace

constinit Type work_item_type{{.name = "concurrent.futures.thread._WorkItem",
                               .instance_size = sizeof(WorkItem),
                               .dealloc = ItemLife::dealloc,
                               .traverse = ItemLife::traverse,
                               .clear = ItemLife::clear}};
constinit Type pool_state_type{{.name = "concurrent.futures.thread._PoolState",
                                .instance_size = sizeof(PoolState),
                                .dealloc = dealloc_pool,
                                .traverse = PoolLife::traverse,
                                .clear = PoolLife::clear}};

PoolState* make_pool_state() {
  auto* pool = make_instance<PoolState>(&pool_state_type);
  if (!pool) return nullptr;
  MutexLock lock(pools_lock);
  pool->next_pool = pools;
  if (pools) pools->previous_pool = pool;
  pools = pool;
  return pool;
}

void wake_worker(PoolState* pool) {
  Ref queue = pool->queue.get();
  if (!simple_queue_put(queue.as<SimpleQueueObject>(), None)) clear_error();
}

void drain_work(PoolState* pool, bool (*dispose)(PoolState*, WorkItem*)) {
  Ref queue = pool->queue.get();
  for (;;) {
    Ref item = simple_queue_get(queue.as<SimpleQueueObject>(), Deadline::at_ns(0));
    if (item.is_undefined() || item.is_error()) return;
    if (!item.get().is_none() && !dispose(pool, item.as<WorkItem>())) write_unraisable(None);
  }
}

Value pool_worker(const Value* args, uint32_t) {
  auto* pool = args[0].as<PoolState>();
  if (!initialize(pool)) return None;
  Ref queue = pool->queue.get();
  bool first = true;
  for (;;) {
    if (!safepoint()) return Error;      // polling for work is none, and tasks written in C++ have none either
    Ref item = simple_queue_get(queue.as<SimpleQueueObject>(), Deadline::never());
    if (item.is_error()) return Error;
    if (!item.get().is_none()) {
      if (std::exchange(first, false)) pool->starting.fetch_sub(1, std::memory_order_release);
      // Counted as idle by the time the result is seen, so that whoever waited for it gets this worker for the next task.
      std::atomic<int64_t>* idle = &pool->idle;
      run_item(item.as<WorkItem>(), &idle);
      item.reset();                      // nothing of the task may live on while this thread waits for the next
      if (idle) idle->fetch_add(1, std::memory_order_release);
      continue;
    }
    if (pools_closed.load(std::memory_order_acquire) || pool->abandoned.load(std::memory_order_acquire) ||
        pool->shut_down.load(std::memory_order_acquire)) {
      pool->shut_down.store(true, std::memory_order_release);
      wake_worker(pool);                 // the next one
      return None;
    }
  }
}

void thread_pools_exit() {
  pools_closed.store(true, std::memory_order_release);
  // The pools keep their workers, which are waited for like all other threads; they need only be told to look.
  MutexLock lock(pools_lock);
  for (PoolState* pool = pools; pool; pool = pool->next_pool) wake_worker(pool);
}

}  // namespace py
