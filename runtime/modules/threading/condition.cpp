// Waiting and notifying; the methods are in condition_methods.cpp.
#include "runtime/modules/threading/condition.hpp"

#include "portalis/parking_lot.hpp"
#include "runtime/modules/threading/condition_lock.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;
using portalis::WaitResult;

namespace {

void enlist(ConditionObject* c, ConditionBody::Waiter& waiter) {
  MutexLock lock(c->list_lock);
  waiter.previous = c->last;
  (c->last ? c->last->next : c->first) = &waiter;
  c->last = &waiter;
  c->waiting.store(c->waiting.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

void delist(ConditionObject* c, ConditionBody::Waiter& waiter) REQUIRES(c->list_lock) {
  (waiter.previous ? waiter.previous->next : c->first) = waiter.next;
  (waiter.next ? waiter.next->previous : c->last) = waiter.previous;
  c->waiting.store(c->waiting.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
}

}  // namespace

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

bool condition_release_save(ConditionObject* c, SavedLock& saved) {
  saved.lock = c->base_lock.get();
  if (RLockObject* r = as_exact_rlock(saved.lock)) {
    saved.count = r->count;
    r->count = 0;
    r->holder.store(0, std::memory_order_relaxed);
    r->mutex.unlock();
    return true;
  }
  if (LockObject* l = as_exact_lock(saved.lock)) return release(l) == 0;
  Ref save = get_attribute_or_undefined(saved.lock, PY_NAME(_release_save));
  if (save.is_error()) return false;
  if (save.is_undefined()) return run_method(saved.lock, PY_NAME(release));
  saved.state = call(save);
  return !saved.state.is_error();
}

bool condition_acquire_restore(SavedLock& saved) {
  if (RLockObject* r = as_exact_rlock(saved.lock)) {
    r->mutex.lock();
    r->holder.store(this_thread->ident, std::memory_order_relaxed);
    r->count = saved.count;
    return true;
  }
  if (LockObject* l = as_exact_lock(saved.lock)) {
    l->mutex.lock();
    return true;
  }
  // An exception that ended the wait stays pending while the lock's own code runs.
  Ref pending = error_pending() ? fetch_error() : Undefined;
  Ref restore = get_attribute_or_undefined(saved.lock, PY_NAME(_acquire_restore));
  if (restore.is_error()) return false;
  bool ok;
  if (restore.is_undefined()) {
    ok = run_method(saved.lock, PY_NAME(acquire));
  } else {
    Ref result = call(restore, saved.state.is_undefined() ? None : saved.state.get());
    ok = !result.is_error();
  }
  if (ok && !pending.is_undefined()) restore_error(pending.take());
  return ok;
}

// ---- waiting ----

namespace {

WaitResult wait_for_notification(ConditionBody::Waiter& waiter, Deadline deadline, bool spin) {
  for (;;) {
    portalis::ParkOutcome outcome = portalis::parking_lot::park(
        &waiter, [&] { return !waiter.notified.load(std::memory_order_acquire); }, [] {},
        {.deadline = deadline, .interruptible = true, .spin = spin});
    if (waiter.notified.load(std::memory_order_acquire)) return WaitResult::Done;
    if (outcome.result == portalis::ParkResult::TimedOut) return WaitResult::TimedOut;
    if (outcome.result == portalis::ParkResult::Interrupted) return WaitResult::Interrupted;
  }
}

}  // namespace

Truth condition_wait(ConditionObject* c, Deadline deadline, bool spin) {
  ConditionBody::Waiter waiter;
  enlist(c, waiter);
  SavedLock saved;
  Truth notified = -1;
  if (condition_release_save(c, saved)) {
    notified = wait_interruptibly([&] { return wait_for_notification(waiter, deadline, spin); });
    if (!condition_acquire_restore(saved)) notified = -1;
  }
  if (notified != 1) {
    MutexLock lock(c->list_lock);
    if (waiter.notified.load(std::memory_order_relaxed)) return notified < 0 ? -1 : 1;   // between the time limit and now
    delist(c, waiter);
  }
  return notified;
}

void condition_notify(ConditionObject* c, int64_t n) {
  if (n <= 0 || c->waiting.load(std::memory_order_relaxed) == 0) return;
  MutexLock lock(c->list_lock);
  while (n-- > 0 && c->first) {
    ConditionBody::Waiter& waiter = *c->first;
    delist(c, waiter);
    waiter.notified.store(true, std::memory_order_release);   // the last touch: from here on the waiter may be gone
    portalis::parking_lot::unpark_all(&waiter);
  }
}

}  // namespace py
