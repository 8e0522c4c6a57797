// Semaphore: a number of permits; acquire takes one or waits for one.
//
//     Semaphore slots(4);             // at most four threads at once
//     slots.acquire();
//     work();
//     slots.release();
//
// Any thread may call anything; permits are not tied to threads. acquire blocks without limit, acquire_until
// up to its deadline, try_acquire and release never. At most 2^31 - 1 permits.
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/deadline.hpp"

namespace portalis {

class Semaphore {
 public:
  explicit constexpr Semaphore(uint32_t permits) : state_(permits << 1) {}
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;

  bool try_acquire() {
    uint32_t state = state_.load(std::memory_order_relaxed);
    while (state >= one_permit) {
      if (state_.compare_exchange_weak(state, state - one_permit, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }
  void acquire() { acquire_until(Deadline::never()); }
  WaitResult acquire_until(Deadline deadline, bool interruptible = false) {
    return try_acquire() ? WaitResult::Done : acquire_slow(deadline, interruptible);
  }
  void release(uint32_t permits = 1) {
    if (state_.fetch_add(permits * one_permit, std::memory_order_release) & waiters_bit) wake(permits);
  }
  uint32_t available() const { return state_.load(std::memory_order_relaxed) >> 1; }

 private:
  static constexpr uint32_t waiters_bit = 1;
  static constexpr uint32_t one_permit = 2;

  WaitResult acquire_slow(Deadline deadline, bool interruptible);
  void wake(uint32_t permits);

  std::atomic<uint32_t> state_;
};

}  // namespace portalis
