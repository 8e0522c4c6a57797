// The waiting half of RawMutex.
//
// State: locked_bit says held. parked_bit says the lot may hold waiters; it is set by a waiter before it parks
// and validated under the bucket's lock, and cleared only by unlock_slow, in the callback under that same
// lock, when no waiter is left. So "unlocked and parked" may be seen, but a waiter never sleeps on a lock that
// is free with parked_bit clear. A waiter that gives up leaves the bit: the next unlock takes the slow way once
// and clears it.
//
// A woken waiter gets a token: handed_over means that the lock was never freed and is now its own.
#include "portalis/mutex.hpp"

#include "portalis/parking_lot.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/sync/spin.hpp"

namespace portalis {

namespace {
constexpr uintptr_t handed_over = 1;
}

WaitResult RawMutex::lock_slow(Deadline deadline, bool interruptible) {
  SpinWait spinner;
  for (;;) {
    uint8_t state = state_.load(std::memory_order_relaxed);
    if (!(state & locked_bit)) {
      if (state_.compare_exchange_weak(state, state | locked_bit, std::memory_order_acquire, std::memory_order_relaxed))
        return WaitResult::Done;
      continue;
    }
    if (!(state & parked_bit)) {
      // With waiters already asleep, polling would only overtake them.
      if (spinner.once()) continue;
      if (!state_.compare_exchange_weak(state, state | parked_bit, std::memory_order_relaxed, std::memory_order_relaxed)) continue;
    }
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return state_.load(std::memory_order_relaxed) == (locked_bit | parked_bit); }, [] {},
        {.deadline = deadline, .interruptible = interruptible});
    switch (outcome.result) {
      case ParkResult::Unparked:
        if (outcome.token == handed_over) return WaitResult::Done;
        break;
      case ParkResult::TimedOut:
        return WaitResult::TimedOut;
      case ParkResult::Interrupted:
        return WaitResult::Interrupted;
      case ParkResult::Invalid:
        break;
    }
    spinner.reset();
  }
}

// False if it was not locked: another thread has unlocked it in the meantime (then a waiter was woken for nothing).
bool RawMutex::unlock_slow() {
  bool was_locked = false;
  parking_lot::unpark_one(this, [&](UnparkInfo info) -> uintptr_t {
    bool hand_over = info.unparked && info.be_fair;
    uint8_t after = (hand_over ? locked_bit : 0) | (info.has_more ? parked_bit : 0);
    uint8_t state = state_.load(std::memory_order_relaxed);
    while (state & locked_bit) {
      if (!state_.compare_exchange_weak(state, after, std::memory_order_release, std::memory_order_relaxed)) continue;
      was_locked = true;
      return hand_over ? handed_over : 0;
    }
    return 0;
  });
  return was_locked;
}

bool RawMutex::note_parked_if_locked() {
  uint8_t state = state_.load(std::memory_order_relaxed);
  while (state & locked_bit) {
    if (state_.compare_exchange_weak(state, state | parked_bit, std::memory_order_relaxed, std::memory_order_relaxed)) return true;
  }
  return false;
}

}  // namespace portalis
