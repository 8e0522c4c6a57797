// concurrent.futures.as_completed(): an iterator over futures in the order in which they end.
// Definition: Lib/concurrent/futures/_base.py of CPython 3.11, where it is a generator; so here, too, nothing
// happens, and the time does not run, before the first next().
#include "portalis/condvar.hpp"
#include "runtime/modules/futures/futures.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;
using portalis::WaitResult;

namespace {

// Stands in the waiter lists of futures, which may outlast the iterator's interest: freed only when it is in none.
class Arrivals final : public FutureWaiter {
 public:
  void ended(FutureObject* future, bool) override {
    MutexLock lock(mutex);
    incref(future);
    if (!arrived.push(object_value(future))) clear_error();
    changed.notify_one();
  }
  portalis::RawMutex mutex;
  portalis::Condvar changed;
  Values arrived;                        // in order; those before `taken` were handed out
  int64_t taken = 0;
};

struct AsCompletedBody {
  Values futures;                        // the distinct ones not yet handed out, which are not kept alive any more
  int64_t total = 0;
  Slot timeout;
  Deadline deadline = Deadline::never();
  bool started = false, closed = false;
  std::atomic<bool> busy{false};
  Arrivals arrivals;
};
struct AsCompleted : Object, AsCompletedBody {
  using Body = AsCompletedBody;
};

void close(AsCompleted* self) {
  if (std::exchange(self->closed, true)) return;
  if (self->started) {
    for (int64_t i = 0; i < self->futures.size(); ++i) remove_waiter(as_future(self->futures[i]), &self->arrivals);
  }
  self->futures.clear();
}

// Forgets a future that is handed out.
void drop(AsCompleted* self, FutureObject* future) {
  remove_waiter(future, &self->arrivals);
  for (int64_t i = 0; i < self->futures.size(); ++i) {
    if (as_future(self->futures[i]) != future) continue;
    int64_t last = self->futures.size() - 1;
    Value dropped = std::exchange(self->futures[i], self->futures[last]);
    self->futures.assume(last);
    return decref(dropped);
  }
}

bool start(AsCompleted* self) {
  self->started = true;
  Ref timeout = self->timeout.get();
  if (!deadline_from(timeout, self->deadline)) return false;
  for (int64_t i = 0; i < self->futures.size(); ++i) {
    FutureObject* f = as_future(self->futures[i]);
    MutexLock lock(f->mutex);
    if (f->state == FutureState::finished || f->state == FutureState::cancelled_and_notified) self->arrivals.ended(f, false);
    else add_waiter(f, &self->arrivals);
  }
  return true;
}

// 1 one has come, 0 the time is over, -1 exception.
Truth wait_for_arrival(AsCompleted* self, Ref& future) {
  Arrivals& arrivals = self->arrivals;
  return wait_interruptibly("a future to be done", [&] {
    MutexLock lock(arrivals.mutex);
    while (arrivals.taken == arrivals.arrived.size()) {
      WaitResult waited = arrivals.changed.wait_until(arrivals.mutex, self->deadline, true);
      if (waited != WaitResult::Done && arrivals.taken == arrivals.arrived.size()) return waited;
    }
    // The reference moves out; what stays behind is not looked at again.
    future = Ref(std::exchange(arrivals.arrived[arrivals.taken++], None));
    return WaitResult::Done;
  });
}

Value step(AsCompleted* self) {
  if (self->closed) return Undefined;
  if (!self->started && !start(self)) {
    close(self);
    return Error;
  }
  if (self->futures.size() == 0) {
    close(self);
    return Undefined;
  }
  Ref future;
  Truth arrived = wait_for_arrival(self, future);
  if (arrived > 0) {
    drop(self, as_future(future));
    return future.take();
  }
  if (arrived == 0) {
    (void)raise(exc::TimeoutError, "%l (of %l) futures unfinished", self->futures.size(), self->total);
  }
  Ref error = fetch_error();
  close(self);
  restore_error(error.take());
  return Error;
}

bool enter(AsCompleted* self) {
  return !self->busy.exchange(true, std::memory_order_acquire) || raise_false(exc::ValueError, "generator already executing");
}

Value next_future(Value v) {
  auto* self = v.as<AsCompleted>();
  if (!enter(self)) return Error;
  Value result = step(self);
  self->busy.store(false, std::memory_order_release);
  return result;
}

Value close_method(const Value* args, uint32_t) {
  auto* self = args[0].as<AsCompleted>();
  if (!enter(self)) return Error;
  close(self);
  self->busy.store(false, std::memory_order_release);
  return None;
}

using Life = Lifecycle<AsCompleted, &AsCompletedBody::timeout>;

void dealloc(Object* o) {
  close(static_cast<AsCompleted*>(o));
  Life::dealloc(o);
}

void traverse(Object* o, Visitor& visitor) {
  auto* self = static_cast<AsCompleted*>(o);
  for (int64_t i = 0; i < self->futures.size(); ++i) visitor.visit(self->futures[i]);
  Values& arrived = self->arrivals.arrived;
  for (int64_t i = 0; i < arrived.size(); ++i) visitor.visit(arrived[i]);
}

constexpr NativeDef methods[] = {PY_NOARGS("close", close_method), {}};

}  // namespace

constinit Type as_completed_type{{.name = "generator",
                                  .instance_size = sizeof(AsCompleted),
                                  .dealloc = dealloc,
                                  .traverse = traverse,
                                  .clear = [](Object* o) { close(static_cast<AsCompleted*>(o)); },
                                  .iter = [](Value self) { return incref(self); },
                                  .next = next_future,
                                  .methods = methods}};

Value as_completed(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"as_completed", {"fs", "timeout"}, 2, 1, 2, false};
  Value given[2];
  if (!bind(signature, args, n, kwnames, given)) return Error;
  auto* self = make_instance<AsCompleted>(&as_completed_type);
  if (!self) return Error;
  Ref result = object_value(self);
  if (!collect_futures(self->futures, given[0])) return Error;
  self->total = self->futures.size();
  self->timeout.set(is_given(given[1]) ? incref(given[1]) : None);
  return result.take();
}

}  // namespace py
