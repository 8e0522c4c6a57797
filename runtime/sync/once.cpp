// The first call of a Once, and waiting for it.
#include "portalis/once.hpp"

#include "portalis/parking_lot.hpp"

namespace portalis {

WaitResult Once::call_slow(FunctionRef<void()> function, Deadline deadline) {
  for (;;) {
    uint8_t state = fresh;
    if (state_.compare_exchange_strong(state, running, std::memory_order_acquire)) {
      function();
      if (state_.exchange(done, std::memory_order_acq_rel) == running_with_waiters) parking_lot::unpark_all(this);
      return WaitResult::Done;
    }
    if (state == done) return WaitResult::Done;
    if (state == running && !state_.compare_exchange_strong(state, running_with_waiters, std::memory_order_acquire)) continue;
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return state_.load(std::memory_order_relaxed) == running_with_waiters; }, [] {}, {.deadline = deadline});
    if (outcome.result == ParkResult::TimedOut) return is_done() ? WaitResult::Done : WaitResult::TimedOut;
  }
}

}  // namespace portalis
