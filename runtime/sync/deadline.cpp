// Deadlines on the platform's monotonic clock.
#include "portalis/deadline.hpp"

#include "runtime/platform/platform.hpp"

namespace portalis {

int64_t monotonic_ns() { return platform::now(); }

Deadline Deadline::after_ns(int64_t span) {
  int64_t now = platform::now();
  int64_t at;
  if (__builtin_add_overflow(now, span, &at)) return span < 0 ? at_ns(0) : never();
  return at_ns(at);
}

Deadline Deadline::after_seconds(double span) {
  if (!(span > 0)) return at_ns(0);
  if (span >= 9e9) return never();
  return after_ns(int64_t(span * 1e9));
}

}  // namespace portalis
