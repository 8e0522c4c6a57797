// Barrier: a fixed number of threads wait for each other, again and again.
//
//     Barrier rounds(4);
//     for (;;) {
//       compute_my_part();
//       if (rounds.wait() == Barrier::Leader) merge();   // exactly one of the four
//       rounds.wait();
//     }
//
// wait blocks until `parties` threads have arrived. If one of them gives up, or abort() is called, the barrier
// breaks: everybody in it, and everybody who comes later, gets Broken until reset().
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/deadline.hpp"

namespace portalis {

class Barrier {
 public:
  enum Result : uint8_t {
    Passed,       // all have arrived
    Leader,       // likewise; given to exactly one of them
    Broken,       // another thread gave up, or abort() or reset() was called
    TimedOut,     // this thread's deadline passed; it broke the barrier
    Interrupted,  // likewise, by interrupt()
  };

  explicit Barrier(uint32_t parties) : parties_(parties) {}  // at least 1
  Barrier(const Barrier&) = delete;
  Barrier& operator=(const Barrier&) = delete;

  Result wait() { return wait_until(Deadline::never()); }
  Result wait_until(Deadline deadline, bool interruptible = false);
  void abort();
  void reset();  // those waiting get Broken; the barrier is whole again
  bool is_broken() const { return broken_.load(std::memory_order_acquire); }

 private:
  void release_all(bool broken);
  void spread_break();

  const uint32_t parties_;
  uint32_t arrived_ = 0;             // how many wait; guarded by the parking lot's lock for this address
  std::atomic<bool> broken_{false};  // written under the same lock
};

}  // namespace portalis
