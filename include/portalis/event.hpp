// Event: a flag that threads can wait for.
//
//     Event ready;
//     ready.wait();     // in any number of threads
//     ready.set();      // all go on, and later waits return at once, until reset()
//
// Any thread may call anything. set() happens before every wait it ends. wait blocks without limit,
// wait_until up to its deadline; set, reset and is_set never block.
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/deadline.hpp"

namespace portalis {

class Event {
 public:
  constexpr Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  bool is_set() const { return state_.load(std::memory_order_acquire) & set_bit; }
  void set() {
    uint8_t expected = 0;
    if (!state_.compare_exchange_strong(expected, set_bit, std::memory_order_acq_rel)) set_slow(expected);
  }
  void reset() { state_.fetch_and(uint8_t(~set_bit), std::memory_order_acq_rel); }

  void wait() { wait_until(Deadline::never()); }
  // spin: poll briefly before sleeping.
  WaitResult wait_until(Deadline deadline, bool interruptible = false, bool spin = true) {
    return is_set() ? WaitResult::Done : wait_slow(deadline, interruptible, spin);
  }

 private:
  static constexpr uint8_t set_bit = 1;
  static constexpr uint8_t waiters_bit = 2;  // never set together with set_bit

  WaitResult wait_slow(Deadline deadline, bool interruptible, bool spin);
  void set_slow(uint8_t state);

  std::atomic<uint8_t> state_{0};
};

}  // namespace portalis
