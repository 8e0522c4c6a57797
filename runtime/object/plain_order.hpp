// Comparing values without running user code, for operations that are to be one step for other threads.
#pragma once

#include "runtime/object/value.hpp"

namespace py {

// a < b for ints, floats, str, bytes and tuples of them: 1, 0, or `not_plain` where only user code can tell, or where
// the two cannot be ordered. May be called with an object's lock held.
inline constexpr int not_plain = 2;
int plain_less_slow(Value a, Value b);
inline int plain_less(Value a, Value b) {
  if (a.bits & b.bits & 1) [[likely]] return static_cast<int64_t>(a.bits) < static_cast<int64_t>(b.bits);
  return plain_less_slow(a, b);
}

}  // namespace py
