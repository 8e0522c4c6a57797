// Waiting and waking for lock-free queues; the reasoning is in the header.
#include "portalis/channel/wait_point.hpp"

#include "portalis/parking_lot.hpp"
#include "runtime/sync/spin.hpp"

namespace portalis {

WaitResult WaitPoint::wait(FunctionRef<bool()> ready, Deadline deadline, bool interruptible) {
  waiters_.fetch_add(1, std::memory_order_seq_cst);
  auto leave = [&] { waiters_.fetch_sub(1, std::memory_order_relaxed); };
  const FunctionRef<void()> on_give_up = leave;
  ParkOutcome outcome = parking_lot::park(
      this,
      [&] {
        if (!ready()) return true;
        leave();
        return false;
      },
      [] {}, {.deadline = deadline, .interruptible = interruptible, .on_give_up = &on_give_up});
  if (outcome.result == ParkResult::TimedOut) return WaitResult::TimedOut;
  return outcome.result == ParkResult::Interrupted ? WaitResult::Interrupted : WaitResult::Done;
}

void WaitPoint::wake_one() {
  parking_lot::unpark_one(this, [&](UnparkInfo info) -> uintptr_t {
    waiters_.fetch_sub(info.unparked, std::memory_order_relaxed);
    return 0;
  });
}

void WaitPoint::wake_all() {
  parking_lot::unpark_filter(
      this, [](uint8_t) { return FilterVerdict::Unpark; },
      [&](UnparkInfo info) -> uintptr_t {
        waiters_.fetch_sub(info.unparked, std::memory_order_relaxed);
        return 0;
      });
}

bool poll_briefly(FunctionRef<bool()> ready) {
  SpinWait spinner;
  while (spinner.once()) {
    if (ready()) return true;
  }
  return false;
}

}  // namespace portalis
