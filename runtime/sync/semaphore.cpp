// The waiting half of Semaphore.
//
// waiters_bit is set by a waiter, in one step with seeing that there are no permits, and validated together
// with that under the bucket's lock; it is cleared only under that lock when nobody is left. Woken waiters
// compete for the permits with whoever is running, except that now and then (be_fair) they are given one.
#include "portalis/semaphore.hpp"

#include "portalis/parking_lot.hpp"
#include "runtime/sync/spin.hpp"

namespace portalis {

namespace {
constexpr uintptr_t handed_over = 1;
}

WaitResult Semaphore::acquire_slow(Deadline deadline, bool interruptible) {
  SpinWait spinner;
  for (;;) {
    if (try_acquire()) return WaitResult::Done;
    uint32_t state = state_.load(std::memory_order_relaxed);
    if (state >= one_permit) continue;
    if (!(state & waiters_bit)) {
      if (spinner.once()) continue;
      if (!state_.compare_exchange_weak(state, waiters_bit, std::memory_order_relaxed)) continue;
    }
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return state_.load(std::memory_order_relaxed) == waiters_bit; }, [] {},
        {.deadline = deadline, .interruptible = interruptible});
    switch (outcome.result) {
      case ParkResult::Unparked:
        if (outcome.token == handed_over) return WaitResult::Done;
        break;
      case ParkResult::TimedOut:
        return try_acquire() ? WaitResult::Done : WaitResult::TimedOut;
      case ParkResult::Interrupted:
        return WaitResult::Interrupted;
      case ParkResult::Invalid:
        break;
    }
    spinner.reset();
  }
}

void Semaphore::wake(uint32_t permits) {
  uint32_t left = permits;
  auto choose = [&](uint8_t) { return left && left-- ? FilterVerdict::Unpark : FilterVerdict::Stop; };
  parking_lot::unpark_filter(this, choose, [&](UnparkInfo info) -> uintptr_t {
    if (!info.has_more) state_.fetch_and(~waiters_bit, std::memory_order_relaxed);
    if (!info.unparked || !info.be_fair) return 0;
    // Acquire: the new owners synchronise with those who released, through this thread.
    uint32_t state = state_.load(std::memory_order_relaxed);
    while (state / one_permit >= info.unparked) {
      if (state_.compare_exchange_weak(state, state - info.unparked * one_permit, std::memory_order_acq_rel)) return handed_over;
    }
    return 0;
  });
}

}  // namespace portalis
