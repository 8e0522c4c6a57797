// The waiting half of RawRwLock.
//
// State: writer_bit, parked_bit (someone waits in the lot), and the number of readers above them.
//
// Invariants:
// 1. With parked_bit set nobody enters on their own: the lock is only passed on, by hand_over or
//    admit_readers, in their callbacks under the bucket's lock. Hence strict first come first served.
// 2. The lock is never free with parked_bit set. The last holder to leave keeps writer_bit (a last reader
//    takes it in the same step in which it leaves) until hand_over has decided who comes next.
// 3. parked_bit is set by a waiter while the lock is held and checked again under the bucket's lock before it
//    queues, and is cleared only under that lock.
// 4. A waiter that gives up may have been a writer that kept readers out; it then calls admit_readers, so that
//    readers do not wait for a writer that is gone.
#include "portalis/rwlock.hpp"

#include "portalis/parking_lot.hpp"
#include "runtime/sync/spin.hpp"

namespace portalis {

namespace {
constexpr uintptr_t handed_over = 1;
constexpr uint8_t reader_tag = 0;
constexpr uint8_t writer_tag = 1;
}  // namespace

WaitResult RawRwLock::lock_slow(Deadline deadline, bool interruptible) {
  SpinWait spinner;
  for (;;) {
    if (try_lock()) return WaitResult::Done;
    uint32_t state = state_.load(std::memory_order_relaxed);
    if (state == 0) continue;
    if (!(state & parked_bit)) {
      if (spinner.once()) continue;
      if (!state_.compare_exchange_weak(state, state | parked_bit, std::memory_order_relaxed)) continue;
    }
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return (state_.load(std::memory_order_relaxed) & parked_bit) != 0; }, [] {},
        {.deadline = deadline, .interruptible = interruptible, .tag = writer_tag});
    if (outcome.result == ParkResult::Unparked && outcome.token == handed_over) return WaitResult::Done;
    if (outcome.result == ParkResult::TimedOut || outcome.result == ParkResult::Interrupted) {
      admit_readers();
      return outcome.result == ParkResult::TimedOut ? WaitResult::TimedOut : WaitResult::Interrupted;
    }
  }
}

WaitResult RawRwLock::lock_shared_slow(Deadline deadline, bool interruptible) {
  SpinWait spinner;
  for (;;) {
    if (try_lock_shared()) return WaitResult::Done;
    uint32_t state = state_.load(std::memory_order_relaxed);
    if (!(state & (writer_bit | parked_bit))) continue;
    if (!(state & parked_bit)) {
      if (spinner.once()) continue;
      if (!state_.compare_exchange_weak(state, state | parked_bit, std::memory_order_relaxed)) continue;
    }
    ParkOutcome outcome = parking_lot::park(
        this, [&] { return (state_.load(std::memory_order_relaxed) & parked_bit) != 0; }, [] {},
        {.deadline = deadline, .interruptible = interruptible, .tag = reader_tag});
    if (outcome.result == ParkResult::Unparked && outcome.token == handed_over) return WaitResult::Done;
    if (outcome.result == ParkResult::TimedOut) return WaitResult::TimedOut;
    if (outcome.result == ParkResult::Interrupted) return WaitResult::Interrupted;
  }
}

void RawRwLock::unlock_shared() {
  uint32_t state = state_.load(std::memory_order_relaxed);
  for (;;) {
    bool last_with_waiters = state == (one_reader | parked_bit);
    uint32_t after = last_with_waiters ? writer_bit | parked_bit : state - one_reader;
    if (state_.compare_exchange_weak(state, after, std::memory_order_acq_rel, std::memory_order_relaxed)) {
      if (last_with_waiters) hand_over();
      return;
    }
  }
}

// Called with writer_bit held: passes it to the oldest writer or to all readers before the next writer.
void RawRwLock::hand_over() {
  unsigned readers = 0;
  bool writer = false;
  auto choose = [&](uint8_t tag) {
    if (writer) return FilterVerdict::Stop;
    if (tag == reader_tag) {
      ++readers;
      return FilterVerdict::Unpark;
    }
    if (readers) return FilterVerdict::Stop;
    writer = true;
    return FilterVerdict::Unpark;
  };
  parking_lot::unpark_filter(this, choose, [&](UnparkInfo info) {
    uint32_t parked = info.has_more ? parked_bit : 0;
    state_.store((writer ? writer_bit : readers * one_reader) | parked, std::memory_order_release);
    return handed_over;
  });
}

void RawRwLock::admit_readers() {
  auto choose = [&](uint8_t tag) {
    if (tag == writer_tag || (state_.load(std::memory_order_relaxed) & writer_bit)) return FilterVerdict::Stop;
    return FilterVerdict::Unpark;
  };
  parking_lot::unpark_filter(this, choose, [&](UnparkInfo info) -> uintptr_t {
    uint32_t state = state_.load(std::memory_order_relaxed);
    for (;;) {
      // A writer, or the last reader about to call hand_over, which will decide about parked_bit. Those
      // already chosen come back and ask again.
      if (state & writer_bit) return 0;
      uint32_t after = state + info.unparked * one_reader;
      if (!info.has_more) after &= ~parked_bit;
      if (state_.compare_exchange_weak(state, after, std::memory_order_acq_rel, std::memory_order_relaxed)) return handed_over;
    }
  });
}

}  // namespace portalis
