// Points on the monotonic clock, used by everything that can wait with a limit.
//
//     if (!mutex.lock_until(Deadline::after_ms(50))) ...   // gave up after 50 ms
//
// Deadlines are plain values: copy them, share them between threads, pass them down a chain of calls.
// They are absolute on purpose: a wait that is woken and has to wait again keeps its original limit.
#pragma once

#include <cstdint>

namespace portalis {

// Nanoseconds on the monotonic clock. Never goes backwards; the origin has no meaning.
int64_t monotonic_ns();

class Deadline {
 public:
  static constexpr Deadline never() { return Deadline(INT64_MAX); }
  static constexpr Deadline at_ns(int64_t monotonic) { return Deadline(monotonic); }
  // Saturates: a span too long for the clock is `never`, a negative one has already passed.
  static Deadline after_ns(int64_t span);
  static Deadline after_ms(int64_t span) { return after_ns(span > INT64_MAX / 1000000 ? INT64_MAX : span * 1000000); }
  static Deadline after_seconds(double span);

  constexpr bool is_never() const { return ns_ == INT64_MAX; }
  constexpr int64_t ns() const { return ns_; }
  bool has_passed() const { return !is_never() && monotonic_ns() >= ns_; }

  friend constexpr bool operator==(Deadline, Deadline) = default;
  friend constexpr bool operator<(Deadline a, Deadline b) { return a.ns_ < b.ns_; }

 private:
  constexpr explicit Deadline(int64_t ns) : ns_(ns) {}
  int64_t ns_;
};

// How a wait with a limit ended. Interrupted is only given by waits that were asked to be interruptible.
enum class WaitResult : uint8_t { Done, TimedOut, Interrupted };

}  // namespace portalis
