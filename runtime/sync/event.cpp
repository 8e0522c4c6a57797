// The waiting half of Event. A waiter sets waiters_bit before it parks and validates it under the bucket's
// lock. With waiters, the flag is set under that lock too, in one step with taking them out of the queue: so
// exactly those waits end that began before the set, even if a reset and new waits follow at once.
#include "portalis/event.hpp"

#include "portalis/parking_lot.hpp"

namespace portalis {

WaitResult Event::wait_slow(Deadline deadline, bool interruptible, bool spin) {
  for (;;) {
    uint8_t state = state_.load(std::memory_order_acquire);
    if (state & set_bit) return WaitResult::Done;
    if (!(state & waiters_bit) && !state_.compare_exchange_weak(state, state | waiters_bit, std::memory_order_acq_rel))
      continue;
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return state_.load(std::memory_order_relaxed) == waiters_bit; }, [] {},
        {.deadline = deadline, .interruptible = interruptible, .spin = spin});
    switch (outcome.result) {
      case ParkResult::Unparked:  // even if it was reset since: this wait was ended by a set
        return WaitResult::Done;
      case ParkResult::TimedOut:
        return is_set() ? WaitResult::Done : WaitResult::TimedOut;
      case ParkResult::Interrupted:
        return WaitResult::Interrupted;
      case ParkResult::Invalid:
        break;
    }
  }
}

void Event::set_slow(uint8_t state) {
  if (state & set_bit) {
    state_.fetch_or(0, std::memory_order_acq_rel);  // publishes what this thread wrote before a set that was not needed
    if (is_set()) return;
  }
  parking_lot::unpark_filter(
      this, [](uint8_t) { return FilterVerdict::Unpark; },
      [&](UnparkInfo) -> uintptr_t {
        state_.store(set_bit, std::memory_order_release);
        return 0;
      });
}

}  // namespace portalis
