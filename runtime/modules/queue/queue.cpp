// queue.Queue, LifoQueue and PriorityQueue.
//
// As in CPython the items are in the attribute `queue` (a deque or a list), under the lock `mutex`, which the three
// conditions share: programs use these attributes. The classes themselves call their storage directly; for derived
// classes _init, _qsize, _put and _get are looked up, since those are what they override.
#include "runtime/modules/queue/queue.hpp"

#include "runtime/modules/collections/deque.hpp"
#include "runtime/modules/threading/condition.hpp"
#include "runtime/modules/threading/threading.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/types/container_support.hpp"

namespace py {

using portalis::Deadline;

Slot heap_push, heap_pop;

namespace {

struct QueueBody {
  Slot mutex, not_empty, not_full, all_tasks_done, queue, maxsize, unfinished_tasks;
};
struct QueueObject : Object, QueueBody {
  using Body = QueueBody;
};

QueueObject* as_queue(Value v) { return v.as<QueueObject>(); }

// ---- storage ----

enum class Order : uint8_t { fifo, lifo, priority, derived };

Order order_of(Value q) {
  Type* type = type_of(q);
  if (type == &queue_type) return Order::fifo;
  if (type == &lifo_queue_type) return Order::lifo;
  if (type == &priority_queue_type) return Order::priority;
  return Order::derived;
}

using collections::Deque;
Deque* as_deque(Value v) { return is_exactly(v, collections::deque_type) ? v.as<Deque>() : nullptr; }

bool store_as(Order order, Value q, Value item) {
  Ref items = as_queue(q)->queue.get();
  switch (order) {
    case Order::fifo:
      if (Deque* deque = as_deque(items)) return collections::deque_append(deque, item) >= 0;
      break;
    case Order::lifo:
      if (List* list = as_list(items)) return list_append(list, item) >= 0;
      break;
    case Order::priority: {
      Ref result = call(heap_push.peek(), items, item);
      return !result.is_error();
    }
    case Order::derived:
      return run_method(q, PY_NAME(_put), item);
  }
  return run_method(items, PY_NAME(append), item);
}

Value take_as(Order order, Value q) {
  Ref items = as_queue(q)->queue.get();
  switch (order) {
    case Order::fifo:
      if (Deque* deque = as_deque(items)) return collections::deque_pop_left(deque);
      return call_method(items, PY_NAME(popleft));
    case Order::lifo:
      if (List* list = as_list(items)) return list_pop(list, -1);
      return call_method(items, PY_NAME(pop));
    case Order::priority:
      return call(heap_pop.peek(), items);
    case Order::derived:
      break;
  }
  return call_method(q, PY_NAME(_get));
}

int64_t size_as(Order order, Value q) {
  if (order == Order::derived) {
    Ref size = call_method(q, PY_NAME(_qsize));
    int64_t n;
    return !size.is_error() && to_index_int64(size, n, true) ? n : -1;
  }
  Ref items = as_queue(q)->queue.get();
  if (Deque* deque = as_deque(items)) return collections::deque_size(deque);
  return length(items);
}

// The storage methods of each class, for derived ones that call super()._put(item) or override only some.
template <Order order>
Value store_method(const Value* args, uint32_t) {
  return store_as(order, args[0], args[1]) ? None : Error;
}
template <Order order>
Value take_method(const Value* args, uint32_t) {
  return take_as(order, args[0]);
}
Value size_method(const Value* args, uint32_t) {
  int64_t size = size_as(Order::fifo, args[0]);
  return size < 0 ? Error : make_int(size);
}
template <Order order>
Value init_method(const Value* args, uint32_t) {
  Value items;
  if (order == Order::fifo) {
    Deque* deque = collections::make_deque(&collections::deque_type, -1);
    if (!deque) return Error;
    items = object_value(deque);
  } else {
    items = make_list(nullptr, 0);
    if (items.is_error()) return Error;
  }
  as_queue(args[0])->queue.set(items);
  return None;
}

// ---- the lock ----

// Holds the queue's mutex for a scope.
class Held {
 public:
  explicit Held(Value q) : lock_(as_queue(q)->mutex.get()) {
    LockObject* lock = as_exact_lock(lock_);
    ok = lock ? acquire(lock, Deadline::never()) >= 0 : raise_false(exc::RuntimeError, "Queue.__init__() not called");
  }
  ~Held() {
    if (ok) release(as_exact_lock(lock_));
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  bool ok;

 private:
  Ref lock_;
};

void notify(Slot& condition, int64_t n) {
  Ref c = condition.get();
  condition_notify(c.as<ConditionObject>(), n);
}

Truth wait(Slot& condition, Deadline deadline) {
  Ref c = condition.get();
  return condition_wait(c.as<ConditionObject>(), deadline);
}

// ---- methods ----

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* q = make_instance<QueueObject>(cls);
  return q ? object_value(q) : Error;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Queue.__init__", {"maxsize"}, 1, 0, 1};
  Value maxsize;
  if (!bind(signature, args, n, kwnames, &maxsize)) return -1;
  QueueObject* q = as_queue(self);
  q->maxsize.set(maxsize.is_undefined() ? small_int(0) : incref(maxsize));
  q->unfinished_tasks.set(small_int(0));
  if (!run_method(self, PY_NAME(_init), q->maxsize.peek())) return -1;
  Ref mutex = make_lock();
  if (mutex.is_error()) return -1;
  for (Slot* condition : {&q->not_empty, &q->not_full, &q->all_tasks_done}) {
    Value made = make_condition(mutex);
    if (made.is_error()) return -1;
    condition->set(made);
  }
  q->mutex.set(mutex.take());
  return 0;
}

// 1 there is a limit, 0 there is none, -1 error.
Truth limit_of(QueueObject* q, int64_t& limit) {
  Ref maxsize = q->maxsize.get();
  if (maxsize.get().is_small_int()) {
    limit = maxsize.get().small_int();
    return limit > 0;
  }
  Ref positive = gt(maxsize, small_int(0));
  Truth limited = positive.is_error() ? -1 : truth(positive);
  if (limited <= 0) return limited;
  if (is_float(maxsize)) {
    double d = float_value(maxsize);
    limit = d < 9e18 ? int64_t(d) + (d > double(int64_t(d))) : INT64_MAX;   // size >= maxsize means size >= ceil(maxsize)
    return 1;
  }
  return to_index_int64(maxsize, limit, true) ? 1 : -1;
}

// Changes unfinished_tasks, with the mutex held. -1: error; else whether it is zero now.
Truth add_unfinished(QueueObject* q, int64_t change) {
  Ref before = q->unfinished_tasks.get();
  Ref after = add(before, small_int(change));
  if (after.is_error()) return -1;
  Truth some = truth(after);
  if (some < 0) return -1;
  q->unfinished_tasks.set(after.take());
  return !some;
}

Value put(Value self, Value item, Value block, Value timeout) {
  QueueObject* q = as_queue(self);
  Order order = order_of(self);
  Held held(self);
  if (!held.ok) return Error;
  int64_t limit;
  Truth limited = limit_of(q, limit);
  if (limited < 0) return Error;
  if (limited) {
    bool parsed = false;
    Deadline deadline = Deadline::never();
    for (;;) {
      int64_t size = size_as(order, self);
      if (size < 0) return Error;
      if (!std::exchange(parsed, true) && (size >= limit || is_given(timeout)) && !parse_block(block, timeout, deadline)) return Error;
      if (size < limit) break;
      if (deadline.has_passed()) return raise_plain(queue_full_type);
      if (wait(q->not_full, deadline) < 0) return Error;
    }
  }
  if (!store_as(order, self, item) || add_unfinished(q, 1) < 0) return Error;
  notify(q->not_empty, 1);
  return None;
}

Value get(Value self, Value block, Value timeout) {
  QueueObject* q = as_queue(self);
  Order order = order_of(self);
  Held held(self);
  if (!held.ok) return Error;
  bool parsed = false;
  Deadline deadline = Deadline::never();
  for (;;) {
    int64_t size = size_as(order, self);
    if (size < 0) return Error;
    if (!std::exchange(parsed, true) && (size == 0 || is_given(timeout)) && !parse_block(block, timeout, deadline)) return Error;
    if (size > 0) break;
    if (deadline.has_passed()) return raise_plain(queue_empty_type);
    if (wait(q->not_empty, deadline) < 0) return Error;
  }
  Value item = take_as(order, self);
  if (!item.is_error()) notify(q->not_full, 1);
  return item;
}

Value put_method(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Queue.put", {"item", "block", "timeout"}, 3, 1, 3};
  Value given[3];
  return bind(signature, args + 1, n - 1, kwnames, given) ? put(args[0], given[0], given[1], given[2]) : Error;
}
Value get_method(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Queue.get", {"block", "timeout"}, 2, 0, 2};
  Value given[2];
  return bind(signature, args + 1, n - 1, kwnames, given) ? get(args[0], given[0], given[1]) : Error;
}
// put and get may be overridden.
Value put_nowait(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Queue.put_nowait", {"item"}, 1, 1, 1};
  Value item;
  if (!bind(signature, args + 1, n - 1, kwnames, &item)) return Error;
  if (order_of(args[0]) != Order::derived) return put(args[0], item, False, Undefined);
  Value call_args[] = {args[0], item, False};
  return call_method(PY_NAME(put), call_args, 3);
}
Value get_nowait(const Value* args, uint32_t) {
  if (order_of(args[0]) != Order::derived) return get(args[0], False, Undefined);
  return call_method(args[0], PY_NAME(get), False);
}

int64_t locked_size(Value self) {
  Order order = order_of(self);
  Held held(self);
  return held.ok ? size_as(order, self) : -1;
}
Value qsize(const Value* args, uint32_t) {
  int64_t size = locked_size(args[0]);
  return size < 0 ? Error : make_int(size);
}
Value empty(const Value* args, uint32_t) {
  int64_t size = locked_size(args[0]);
  return size < 0 ? Error : boolean(size == 0);
}
Value full(const Value* args, uint32_t) {
  int64_t limit = 0;
  Truth limited = limit_of(as_queue(args[0]), limit);
  int64_t size = locked_size(args[0]);
  return limited < 0 || size < 0 ? Error : boolean(limited && size >= limit);
}

Value task_done(const Value* args, uint32_t) {
  QueueObject* q = as_queue(args[0]);
  Held held(args[0]);
  if (!held.ok) return Error;
  Ref before = q->unfinished_tasks.get();
  Ref too_few = le(before, small_int(0));
  Truth is_too_few = too_few.is_error() ? -1 : truth(too_few);
  if (is_too_few < 0) return Error;
  if (is_too_few) return raise(exc::ValueError, "task_done() called too many times");
  Truth finished = add_unfinished(q, -1);
  if (finished < 0) return Error;
  if (finished) notify(q->all_tasks_done, INT64_MAX);
  return None;
}

Value join(const Value* args, uint32_t) {
  QueueObject* q = as_queue(args[0]);
  Held held(args[0]);
  if (!held.ok) return Error;
  for (;;) {
    Ref unfinished = q->unfinished_tasks.get();
    Truth some = truth(unfinished);
    if (some <= 0) return some < 0 ? Error : None;
    if (wait(q->all_tasks_done, Deadline::never()) < 0) return Error;
  }
}

using Life = Lifecycle<QueueObject, &QueueBody::mutex, &QueueBody::not_empty, &QueueBody::not_full, &QueueBody::all_tasks_done,
                       &QueueBody::queue, &QueueBody::maxsize, &QueueBody::unfinished_tasks>;

constexpr NativeDef queue_methods[] = {PY_RAW("put", put_method),
                                       PY_RAW("get", get_method),
                                       PY_RAW("put_nowait", put_nowait),
                                       PY_NOARGS("get_nowait", get_nowait),
                                       PY_NOARGS("qsize", qsize),
                                       PY_NOARGS("empty", empty),
                                       PY_NOARGS("full", full),
                                       PY_NOARGS("task_done", task_done),
                                       PY_NOARGS("join", join),
                                       PY_ONE("_init", init_method<Order::fifo>),
                                       PY_NOARGS("_qsize", size_method),
                                       PY_ONE("_put", store_method<Order::fifo>),
                                       PY_NOARGS("_get", take_method<Order::fifo>),
                                       PY_CLASS_GETITEM,
                                       {}};
constexpr NativeDef lifo_methods[] = {PY_ONE("_init", init_method<Order::lifo>), PY_ONE("_put", store_method<Order::lifo>),
                                      PY_NOARGS("_get", take_method<Order::lifo>), {}};
constexpr NativeDef priority_methods[] = {PY_ONE("_init", init_method<Order::priority>),
                                          PY_ONE("_put", store_method<Order::priority>),
                                          PY_NOARGS("_get", take_method<Order::priority>), {}};

constexpr MemberDef members[] = {{"mutex", sizeof(Object) + offsetof(QueueBody, mutex), true},
                                 {"not_empty", sizeof(Object) + offsetof(QueueBody, not_empty), true},
                                 {"not_full", sizeof(Object) + offsetof(QueueBody, not_full), true},
                                 {"all_tasks_done", sizeof(Object) + offsetof(QueueBody, all_tasks_done), true},
                                 {"queue", sizeof(Object) + offsetof(QueueBody, queue), false},
                                 {"maxsize", sizeof(Object) + offsetof(QueueBody, maxsize), false},
                                 {"unfinished_tasks", sizeof(Object) + offsetof(QueueBody, unfinished_tasks), false},
                                 {}};

constexpr TypeSlots slots(const char* name, const char* doc, Type* base, const NativeDef* methods) {
  return {.name = name,
          .instance_size = sizeof(QueueObject),
          .flags = type_is_base | type_has_dict | type_has_weakrefs,
          .base = base,
          .doc = doc,
          .create = create,
          .init = init,
          .dealloc = Life::dealloc,
          .traverse = Life::traverse,
          .clear = Life::clear,
          .methods = methods,
          .members = base ? nullptr : members};
}

}  // namespace

constinit Type queue_type{slots("Queue", "Create a queue object with a given maximum size.", nullptr, queue_methods)};
constinit Type lifo_queue_type{
    slots("LifoQueue", "Variant of Queue that retrieves most recently added entries first.", &queue_type, lifo_methods)};
constinit Type priority_queue_type{
    slots("PriorityQueue", "Variant of Queue that retrieves open entries in priority order (lowest first).", &queue_type,
          priority_methods)};

}  // namespace py
