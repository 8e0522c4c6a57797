// Once: runs something a single time, however many threads ask for it.
//
//     static Once loaded;
//     loaded.call([] { load_tables(); });   // returns when it has been done, by whichever thread
//
// Threads that come while it runs block until it is done. Calling it from within itself deadlocks.
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/deadline.hpp"
#include "portalis/function_ref.hpp"

namespace portalis {

class Once {
 public:
  constexpr Once() = default;
  Once(const Once&) = delete;
  Once& operator=(const Once&) = delete;

  bool is_done() const { return state_.load(std::memory_order_acquire) == done; }
  template <class F>
  void call(F&& function) {
    if (!is_done()) call_slow(function, Deadline::never());
  }
  // TimedOut if another thread was still running it at the deadline.
  template <class F>
  WaitResult call_until(F&& function, Deadline deadline) {
    return is_done() ? WaitResult::Done : call_slow(function, deadline);
  }

 private:
  enum State : uint8_t { fresh, running, running_with_waiters, done };
  WaitResult call_slow(FunctionRef<void()> function, Deadline deadline);
  std::atomic<uint8_t> state_{fresh};
};

}  // namespace portalis
