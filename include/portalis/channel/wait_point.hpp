// WaitPoint: where one side of a lock-free queue waits for the other to change it.
//
// The problem is the lost wake-up: a receiver finds the queue empty and is about to sleep just when a sender
// adds a value and sees nobody to wake. Here the waiter announces itself (waiters_, seq_cst) before it looks
// at the queue a last time, and the other side publishes its change (seq_cst, by the queue) before it looks at
// waiters_: in the single order of these four, one of them must see the other. Both last looks of a waiter
// happen with the bucket locked, so a notifier that saw it finds it queued or gone.
//
// notify() costs one load when nobody waits.
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/deadline.hpp"
#include "portalis/function_ref.hpp"

namespace portalis {

class WaitPoint {
 public:
  // Waits until `ready`, which is called with the parking lot's lock held and must only look; Done says that
  // it may have become true.
  WaitResult wait(FunctionRef<bool()> ready, Deadline deadline, bool interruptible);

  bool has_waiters() const { return waiters_.load(std::memory_order_seq_cst) != 0; }
  void notify_one() {
    if (has_waiters()) wake_one();
  }
  void notify_all() {
    if (has_waiters()) wake_all();
  }

 private:
  void wake_one();
  void wake_all();

  std::atomic<uint32_t> waiters_{0};  // announced; a waker takes those it wakes off the number
};

// A short poll before waiting. True if `ready` became true.
bool poll_briefly(FunctionRef<bool()> ready);

}  // namespace portalis
