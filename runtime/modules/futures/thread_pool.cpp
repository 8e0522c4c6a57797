// concurrent.futures.ThreadPoolExecutor. Definition: Lib/concurrent/futures/thread.py of CPython 3.11.
#include "runtime/modules/futures/thread_pool.hpp"

#include "portalis/parking_lot.hpp"
#include "portalis/thread.hpp"
#include "runtime/modules/queue/queue.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/text.hpp"

namespace py {

using portalis::MutexLock;

namespace {

struct ThreadPoolBody {
  Slot state;                            // PoolState
  Slot threads;                          // set of Thread
  Slot thread_name_prefix;
  int64_t max_workers = 0;
  int64_t started = 0;                   // threads so far; guarded by the state's mutex
};
struct ThreadPool : Object, ThreadPoolBody {
  using Body = ThreadPoolBody;
  PoolState* pool() { return state.peek().as<PoolState>(); }
};

ThreadPool* as_pool(Value v) { return v.as<ThreadPool>(); }

constexpr NativeDef worker_def = PY_NOARGS("_worker", pool_worker);

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* self = make_instance<ThreadPool>(cls);
  return self ? object_value(self) : Error;
}

Truth init(Value v, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{
      "ThreadPoolExecutor.__init__", {"max_workers", "thread_name_prefix", "initializer", "initargs"}, 4, 0, 4};
  Value given[4];
  if (!bind(signature, args, n, kwnames, given)) return -1;
  ThreadPool* self = as_pool(v);
  if (!is_given(given[0])) {
    self->max_workers = std::min(32, int(portalis::cpu_count()) + 4);
  } else {
    Ref too_few = le(given[0], small_int(0));
    Truth is_too_few = too_few.is_error() ? -1 : truth(too_few);
    if (is_too_few < 0) return -1;
    if (is_too_few) return raise_truth(exc::ValueError, "max_workers must be greater than 0");
    if (is_float(given[0])) self->max_workers = int64_t(float_value(given[0])) + 1;
    else if (!to_index_int64(given[0], self->max_workers, true)) return -1;
  }
  if (is_given(given[2]) && !type_of(given[2])->call) return raise_truth(exc::TypeError, "initializer must be a callable");

  PoolState* pool = make_pool_state();
  if (!pool) return -1;
  self->state.set(object_value(pool));
  pool->queue.set(make_simple_queue());
  pool->initializer.set(is_given(given[2]) ? incref(given[2]) : None);
  pool->initializer_arguments.set(given[3].is_undefined() ? make_tuple(nullptr, 0) : incref(given[3]));
  pool->broken.set(False);
  self->threads.set(make_set());
  Truth named = given[1].is_undefined() ? 0 : truth(given[1]);
  if (named < 0) return -1;
  static std::atomic<int64_t> counter{0};
  self->thread_name_prefix.set(named ? incref(given[1]) : make_text("ThreadPoolExecutor-%lld", static_cast<long long>(counter++)));
  return 0;
}

// With the state's mutex held: one more thread, unless one is idle or there are enough. false: exception.
bool adjust_threads(ThreadPool* self, PoolState* pool, Ref& thread) {
  int64_t idle = pool->idle.load(std::memory_order_acquire);
  while (idle > 0) {
    if (pool->idle.compare_exchange_weak(idle, idle - 1, std::memory_order_acquire)) return true;
  }
  if (self->started >= self->max_workers) return true;
  Ref prefix = self->thread_name_prefix.get();
  Ref text = str(prefix);
  if (text.is_error()) return false;
  Text name;
  append_utf8(name, as_str(text));
  name.append('_');
  name.append_int(self->started);
  Ref full_name = name.to_str();
  Ref worker = make_native_function(worker_def, object_value(pool));
  Ref made = thread_type.create(&thread_type, nullptr, 0, nullptr);
  if (worker.is_error() || made.is_error()) return false;
  if (init_thread(made.as<ThreadObject>(), worker, full_name, Undefined, Undefined, Undefined) < 0) return false;
  ++self->started;
  thread = std::move(made);
  return true;
}

bool may_submit(PoolState* pool) {
  Ref broken = pool->broken.get();
  if (!broken.get().is_false()) return raise_false(broken_thread_pool_type, "%S", broken.get());
  if (pool->shut_down.load(std::memory_order_acquire)) return raise_false(exc::RuntimeError, "cannot schedule new futures after shutdown");
  if (pools_closed.load(std::memory_order_acquire)) {
    return raise_false(exc::RuntimeError, "cannot schedule new futures after interpreter shutdown");
  }
  return true;
}

Value submit(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n < 2) return raise(exc::TypeError, "ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'");
  ThreadPool* self = as_pool(args[0]);
  if (self->state.peek().is_undefined()) return raise(exc::RuntimeError, "ThreadPoolExecutor.__init__() not called");
  Ref held = self->state.get();
  PoolState* pool = held.as<PoolState>();
  Ref future = make_future();
  auto* item = make_instance<WorkItem>(&work_item_type);
  if (future.is_error() || !item) return Error;
  Ref work = object_value(item);
  item->future.init(Ref::borrow(future).take());
  item->function.init(incref(args[1]));
  item->arguments.init(make_tuple(args + 2, n - 2 + (kwnames ? kwnames->length : 0)));
  item->names.init(kwnames ? incref(object_value(kwnames)) : None);

  Ref thread;
  {
    MutexLock lock(pool->mutex);
    if (!may_submit(pool)) return Error;
    Ref queue = pool->queue.get();
    if (!simple_queue_put(queue.as<SimpleQueueObject>(), work)) return Error;
    if (!adjust_threads(self, pool, thread)) return Error;
  }
  if (!thread.is_undefined()) {
    Ref threads = self->threads.get();
    pool->starting.fetch_add(1, std::memory_order_relaxed);
    if (!start_thread_object(thread.as<ThreadObject>())) {
      pool->starting.fetch_sub(1, std::memory_order_relaxed);
      return Error;
    }
    if (set_add(threads, thread) < 0) return Error;
  }
  return future.take();
}

bool cancel_item(PoolState*, WorkItem* item) {
  Ref future = item->future.get();
  future_cancel(future.as<FutureObject>());
  return !error_pending();
}

// In CPython start() returns when the worker runs, and so the first tasks have begun by the time anyone cancels the rest.
// Here that is given a moment to become true.
void let_workers_begin(PoolState* pool) {
  if (is_given(pool->initializer.peek())) return;
  portalis::Deadline limit = portalis::Deadline::after_ns(50000000);
  Ref queue = pool->queue.get();
  while (pool->starting.load(std::memory_order_acquire) > 0 && simple_queue_size(queue.as<SimpleQueueObject>()) > 0 &&
         portalis::monotonic_ns() < limit.ns()) {
    (void)portalis::sleep_until(portalis::Deadline::after_ns(100000));
  }
}

Value shutdown(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"ThreadPoolExecutor.shutdown", {"wait", "cancel_futures"}, 2, 0, 1};
  Value given[2];
  if (!bind(signature, args + 1, n - 1, kwnames, given)) return Error;
  Truth wait = given[0].is_undefined() ? 1 : truth(given[0]);
  Truth cancel = given[1].is_undefined() ? 0 : truth(given[1]);
  if (wait < 0 || cancel < 0) return Error;
  ThreadPool* self = as_pool(args[0]);
  Ref held = self->state.get();
  PoolState* pool = held.as<PoolState>();
  {
    MutexLock lock(pool->mutex);
    pool->shut_down.store(true, std::memory_order_release);
  }
  if (cancel) {
    let_workers_begin(pool);
    drain_work(pool, cancel_item);
  }
  wake_worker(pool);
  if (!wait) return None;
  Ref threads = self->threads.get();
  Ref list = to_list(threads);
  if (list.is_error()) return Error;
  for (int64_t i = 0; i < list_size(list.as<List>()); ++i) {
    Ref thread = list_get(list.as<List>(), i);
    if (thread.as<ThreadObject>() == current_thread()) return raise(exc::RuntimeError, "cannot join current thread");
    if (join_thread_object(thread.as<ThreadObject>(), portalis::Deadline::never()) < 0) return Error;
  }
  return None;
}

Value get_max_workers(Value self) { return make_int(as_pool(self)->max_workers); }
Value get_queue(Value self) { return as_pool(self)->pool()->queue.get(); }
Value get_broken(Value self) { return as_pool(self)->pool()->broken.get(); }
Value get_shutdown(Value self) { return boolean(as_pool(self)->pool()->shut_down.load(std::memory_order_acquire)); }
Value get_initializer(Value self) { return as_pool(self)->pool()->initializer.get(); }
Value get_initargs(Value self) { return as_pool(self)->pool()->initializer_arguments.get(); }

using Life = Lifecycle<ThreadPool, &ThreadPoolBody::state, &ThreadPoolBody::threads, &ThreadPoolBody::thread_name_prefix>;

void dealloc(Object* o) {
  auto* self = static_cast<ThreadPool*>(o);
  if (!self->state.peek().is_undefined()) {
    self->pool()->abandoned.store(true, std::memory_order_release);
    wake_worker(self->pool());
  }
  Life::dealloc(o);
}

constexpr NativeDef methods[] = {PY_RAW("submit", submit), PY_RAW("shutdown", shutdown), {}};
constexpr MemberDef members[] = {{"_threads", sizeof(Object) + offsetof(ThreadPoolBody, threads), false},
                                 {"_thread_name_prefix", sizeof(Object) + offsetof(ThreadPoolBody, thread_name_prefix), false},
                                 {}};
constexpr GetSetDef getsets[] = {{"_max_workers", get_max_workers, nullptr},
                                 {"_work_queue", get_queue, nullptr},
                                 {"_broken", get_broken, nullptr},
                                 {"_shutdown", get_shutdown, nullptr},
                                 {"_initializer", get_initializer, nullptr},
                                 {"_initargs", get_initargs, nullptr},
                                 {}};

}  // namespace

constinit Type thread_pool_type{{.name = "ThreadPoolExecutor",
                                 .instance_size = sizeof(ThreadPool),
                                 .flags = type_is_base | type_has_dict | type_has_weakrefs,
                                 .base = &executor_type,
                                 .create = create,
                                 .init = init,
                                 .dealloc = dealloc,
                                 .traverse = Life::traverse,
                                 .clear = Life::clear,
                                 .methods = methods,
                                 .members = members,
                                 .getsets = getsets}};

}  // namespace py
