// threading.Barrier. Definition: Lib/threading.py of CPython 3.11.
//
// States as there: filling (threads arrive and wait), draining (all have arrived and leave one by one; newcomers
// wait), resetting (reset() throws those out who wait), broken. The action runs in the last thread to arrive, in
// the state draining and without the mutex, so that it may use the barrier.
#include "portalis/condvar.hpp"
#include "runtime/modules/threading/threading.hpp"

namespace py {

using portalis::Deadline;
using portalis::WaitResult;

namespace {

enum class State : int8_t { filling = 0, draining = 1, resetting = -1, broken = -2 };

struct BarrierBody {
  portalis::RawMutex mutex;
  portalis::Condvar changed;
  State state = State::filling;          // guarded by mutex, as all below but action and timeout
  bool acting = false;                   // draining, but the action has not finished
  int64_t parties = 0;
  int64_t count = 0;                     // threads inside
  Slot action;
  Slot timeout;
};
struct BarrierObject : Object, BarrierBody {
  using Body = BarrierBody;
};

BarrierObject* as_barrier(Value v) { return v.as<BarrierObject>(); }

Value barrier_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* b = make_instance<BarrierObject>(cls);
  return b ? object_value(b) : Error;
}

Truth barrier_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Barrier.__init__", {"parties", "action", "timeout"}, 3, 1, 3};
  Value given[3];
  if (!bind(signature, args, n, kwnames, given)) return -1;
  auto* b = as_barrier(self);
  if (!to_index_int64(given[0], b->parties, true)) return -1;
  b->action.set(is_given(given[1]) ? incref(given[1]) : None);
  b->timeout.set(is_given(given[2]) ? incref(given[2]) : None);
  return 0;
}

Truth broken() {
  (void)raise_plain(broken_barrier_error_type);
  return -1;
}

// All of these are called with the mutex held.

void leave(BarrierObject* b) {
  if (--b->count == 0 && (b->state == State::resetting || b->state == State::draining)) {
    b->state = State::filling;
    b->changed.notify_all();
  }
}

void break_barrier(BarrierObject* b) {
  b->state = State::broken;
  b->changed.notify_all();
}

// Handles a signal that came while waiting. -1: exception, the mutex held again.
Truth handle_interrupt(BarrierObject* b) {
  b->mutex.unlock();
  bool ok = safepoint();
  b->mutex.lock();
  return ok ? 0 : -1;
}

// Until the threads of the last round have left.
Truth enter(BarrierObject* b) {
  WaitingFor waiting("a barrier");
  while (b->state == State::resetting || b->state == State::draining) {
    if (b->changed.wait_until(b->mutex, Deadline::never(), true) == WaitResult::Interrupted && handle_interrupt(b) < 0) return -1;
  }
  return b->state == State::broken ? broken() : 0;
}

// The last thread: runs the action and opens the barrier.
Truth open(BarrierObject* b) {
  b->state = State::draining;
  b->acting = true;
  Ref action = b->action.get();
  bool ok = true;
  if (is_given(action)) {
    b->mutex.unlock();
    Ref result = call(action);
    ok = !result.is_error();
    b->mutex.lock();
  }
  b->acting = false;
  if (!ok) {
    break_barrier(b);
    return -1;
  }
  if (b->state == State::draining) b->changed.notify_all();
  return 0;
}

Truth wait_for_opening(BarrierObject* b, Deadline deadline) {
  WaitingFor waiting("a barrier");
  while (b->state == State::filling || (b->state == State::draining && b->acting)) {
    WaitResult waited = b->changed.wait_until(b->mutex, deadline, true);
    if (waited == WaitResult::TimedOut && b->state == State::filling) {
      break_barrier(b);
      return broken();
    }
    if (waited == WaitResult::Interrupted && handle_interrupt(b) < 0) {
      break_barrier(b);
      return -1;
    }
  }
  return b->state == State::draining ? 0 : broken();
}

Value barrier_wait(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Barrier.wait", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  auto* b = as_barrier(args[0]);
  Ref limit = is_given(timeout) ? Ref::borrow(timeout) : Ref(b->timeout.get());
  Deadline deadline = Deadline::never();
  if (!deadline_from(limit, deadline)) return Error;

  b->mutex.lock();
  if (enter(b) < 0) {
    b->mutex.unlock();
    return Error;
  }
  int64_t index = b->count++;
  Truth result = b->count == b->parties ? open(b) : wait_for_opening(b, deadline);
  leave(b);
  b->mutex.unlock();
  return result < 0 ? Error : make_int(index);
}

Value barrier_reset(const Value* args, uint32_t) {
  auto* b = as_barrier(args[0]);
  portalis::MutexLock lock(b->mutex);
  if (b->count > 0) {
    if (b->state == State::filling || b->state == State::broken) b->state = State::resetting;
  } else {
    b->state = State::filling;
  }
  b->changed.notify_all();
  return None;
}

Value barrier_abort(const Value* args, uint32_t) {
  auto* b = as_barrier(args[0]);
  portalis::MutexLock lock(b->mutex);
  break_barrier(b);
  return None;
}

Value get_parties(Value self) { return make_int(as_barrier(self)->parties); }

int64_t waiting(BarrierObject* b) {
  portalis::MutexLock lock(b->mutex);
  return b->state == State::filling ? b->count : 0;
}
bool is_broken(BarrierObject* b) {
  portalis::MutexLock lock(b->mutex);
  return b->state == State::broken;
}
Value get_waiting(Value self) { return make_int(waiting(as_barrier(self))); }
Value get_broken(Value self) { return boolean(is_broken(as_barrier(self))); }

Value barrier_repr(Value self) {
  auto* b = as_barrier(self);
  const char* name = short_type_name(self);
  void* at = b;
  if (is_broken(b)) return make_text("<threading.%s at %p: broken>", name, at);
  return make_text("<threading.%s at %p: waiters=%lld/%lld>", name, at, static_cast<long long>(waiting(b)),
                   static_cast<long long>(b->parties));
}

using Life = Lifecycle<BarrierObject, &BarrierBody::action, &BarrierBody::timeout>;
constexpr NativeDef barrier_methods[] = {PY_RAW("wait", barrier_wait), PY_NOARGS("reset", barrier_reset),
                                         PY_NOARGS("abort", barrier_abort), {}};
constexpr GetSetDef barrier_getsets[] = {
    {"parties", get_parties, nullptr}, {"n_waiting", get_waiting, nullptr}, {"broken", get_broken, nullptr}, {}};

}  // namespace

constinit Type barrier_type{{.name = "Barrier",
                             .instance_size = sizeof(BarrierObject),
                             .flags = type_is_base | type_has_dict | type_has_weakrefs,
                             .doc = "Implements a Barrier.",
                             .create = barrier_create,
                             .init = barrier_init,
                             .dealloc = Life::dealloc,
                             .traverse = Life::traverse,
                             .clear = Life::clear,
                             .repr = barrier_repr,
                             .methods = barrier_methods,
                             .getsets = barrier_getsets}};

}  // namespace py
