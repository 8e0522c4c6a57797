// Waiting and notifying; the methods are in condition_methods.cpp.
#include "runtime/modules/threading/condition.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;
using portalis::WaitResult;

// ---- the lock ----

Truth condition_owned(ConditionObject* c) {
  Ref lock = c->base_lock.get();
  if (RLockObject* r = as_exact_rlock(lock)) return is_owned(r);
  if (LockObject* l = as_exact_lock(lock)) return l->mutex.is_locked();
  if (Ref owned = get_attribute_or_undefined(lock, PY_NAME(_is_owned)); !owned.is_undefined()) {
    Ref answer = owned.is_error() ? Error : call(owned);
    return answer.is_error() ? -1 : truth(answer);
  }
  Ref got = call_method(lock, PY_NAME(acquire), False);
  Truth free = got.is_error() ? -1 : truth(got);
  if (free <= 0) return free < 0 ? -1 : 1;
  return run_method(lock, PY_NAME(release)) ? 0 : -1;
}

namespace {

// ---- waiting with a lock that is not native ----

// The lock's _release_save and _acquire_restore if it has them, else release and acquire.
bool release_save(Value lock, Ref& state) {
  Ref save = get_attribute_or_undefined(lock, PY_NAME(_release_save));
  if (save.is_error()) return false;
  if (save.is_undefined()) return run_method(lock, PY_NAME(release));
  state = call(save);
  return !state.is_error();
}

bool acquire_restore(Value lock, Value state) {
  // An exception that ended the wait stays pending while the lock's own code runs.
  Ref pending = error_pending() ? fetch_error() : Undefined;
  Ref restore = get_attribute_or_undefined(lock, PY_NAME(_acquire_restore));
  if (restore.is_error()) return false;
  bool ok;
  if (restore.is_undefined()) {
    ok = run_method(lock, PY_NAME(acquire));
  } else {
    Ref result = call(restore, state.is_undefined() ? None : state);
    ok = !result.is_error();
  }
  if (ok && !pending.is_undefined()) restore_error(pending.take());
  return ok;
}

Truth wait_with_foreign_lock(ConditionObject* c, Value lock, Deadline deadline) {
  Ref state;
  WaitResult waited = WaitResult::TimedOut;
  c->inner.lock();
  bool released = release_save(lock, state);
  if (released) {
    WaitingFor waiting("a condition");
    waited = c->condvar.wait_until(c->inner, deadline, true);
  }
  c->inner.unlock();
  if (!released) return -1;
  bool ok = waited != WaitResult::Interrupted || safepoint();
  if (!acquire_restore(lock, state) || !ok) return -1;
  if (waited == WaitResult::Interrupted) c->waiting.fetch_sub(1, std::memory_order_relaxed);
  return waited != WaitResult::TimedOut;
}

// With a native lock's mutex, which is held before and after. A wait that a signal interrupted goes on after the signal's
// handler, unless a notification passed while that ran: it may have been meant for us.
Truth wait_on(ConditionObject* c, portalis::RawMutex& mutex, Deadline deadline) {
  WaitingFor waiting("a condition");
  for (;;) {
    uint64_t seen = c->notifications.load(std::memory_order_relaxed);
    WaitResult waited = c->condvar.wait_until(mutex, deadline, true);
    if (waited != WaitResult::Interrupted) return waited == WaitResult::Done;
    mutex.unlock();                      // the handler may use the lock
    bool ok = safepoint();
    mutex.lock();
    if (!ok) return -1;
    if (c->notifications.load(std::memory_order_relaxed) == seen) continue;
    c->waiting.fetch_sub(1, std::memory_order_relaxed);
    return 1;
  }
}

Truth wait_with_rlock(ConditionObject* c, RLockObject* lock, Deadline deadline) {
  int64_t count = lock->count;
  lock->count = 0;
  lock->holder.store(0, std::memory_order_relaxed);
  Truth notified = wait_on(c, lock->mutex, deadline);
  lock->holder.store(this_thread->ident, std::memory_order_relaxed);
  lock->count = count;
  return notified;
}

}  // namespace

Truth condition_wait(ConditionObject* c, Deadline deadline) {
  Ref lock = c->base_lock.get();
  c->waiting.fetch_add(1, std::memory_order_relaxed);
  Truth notified;
  if (RLockObject* r = as_exact_rlock(lock)) notified = wait_with_rlock(c, r, deadline);
  else if (LockObject* l = as_exact_lock(lock)) notified = wait_on(c, l->mutex, deadline);
  else notified = wait_with_foreign_lock(c, lock, deadline);
  if (notified != 1) c->waiting.fetch_sub(1, std::memory_order_relaxed);
  return notified;
}

void condition_notify(ConditionObject* c, int64_t n) {
  if (n <= 0 || c->waiting.load(std::memory_order_relaxed) == 0) return;
  c->notifications.fetch_add(1, std::memory_order_relaxed);
  unsigned limit = n > UINT32_MAX ? UINT32_MAX : unsigned(n);
  Value lock = c->base_lock.peek();
  unsigned notified;
  if (as_exact_lock(lock) || as_exact_rlock(lock)) {
    notified = c->condvar.notify(limit);
  } else {
    MutexLock held(c->inner);
    notified = c->condvar.notify(limit);
  }
  c->waiting.fetch_sub(notified, std::memory_order_relaxed);
}

}  // namespace py
