// Checking the arguments that methods of str and bytes have in common. Each function returns false with CPython's
// exception pending when the argument does not fit.
#pragma once

#include "runtime/object/call.hpp"

namespace py {

// An int (__index__) that fits Py_ssize_t: "Python int too large to convert to C ssize_t".
bool size_argument(Value v, int64_t& out);
// A slice bound: None leaves `out` as it is; ints of any size are clamped.
bool bound_argument(Value v, int64_t& out);
// find(sub[, start[, end]]) and its like: checks the count (args without self), reads and clamps the bounds to length.
bool search_arguments(const char* name, const Value* args, uint32_t n, int64_t length, int64_t& start, int64_t& end);
inline void clamp_bounds(int64_t length, int64_t& start, int64_t& end) {
  if (end > length) end = length;
  else if (end < 0 && (end += length) < 0) end = 0;
  if (start < 0 && (start += length) < 0) start = 0;
}
// A str: "f() argument 'x' must be str, not T"; `which` is 'x' with its quotes, or a number, or empty.
Str* str_argument(Value v, const char* function, const char* which);
// "must be str, not T", where CPython reports only that.
Str* plain_str_argument(Value v);

}  // namespace py
