// The lock of one bucket of the parking lot: the only lock that is not itself built on the lot.
//
// Three states in a futex word (free, held, held with sleepers). Critical sections are a few dozen
// instructions, so it polls for a moment before it sleeps, whatever the number of processors.
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/platform/platform.hpp"

namespace portalis {

class BucketLock {
 public:
  void lock() {
    uint32_t expected = free_;
    if (!word_.compare_exchange_strong(expected, held, std::memory_order_acquire, std::memory_order_relaxed)) lock_slow();
  }
  void unlock() {
    if (word_.exchange(free_, std::memory_order_release) == contended) platform::wake_word(word_, 1);
  }

 private:
  void lock_slow() {
    for (int i = 0; i < 64; ++i) {
      uint32_t expected = free_;
      if (word_.load(std::memory_order_relaxed) == free_ &&
          word_.compare_exchange_weak(expected, held, std::memory_order_acquire, std::memory_order_relaxed))
        return;
      platform::relax();
    }
    while (word_.exchange(contended, std::memory_order_acquire) != free_) platform::wait_on_word(word_, contended, INT64_MAX);
  }

  static constexpr uint32_t free_ = 0;
  static constexpr uint32_t held = 1;
  static constexpr uint32_t contended = 2;
  std::atomic<uint32_t> word_{free_};
};

}  // namespace portalis
