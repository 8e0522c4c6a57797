// Typed versions: numbers of which inference only knows that they are ints or floats. They stay values, and each operation looks at
// what it is given. As all of typed.hpp, nothing here runs Python code or leaves an exception pending: Undefined, or false, is for
// anything that is no exact int of 64 bits, bool or float, and where an exception is due.
#pragma once

#include "runtime/program/typed.hpp"

namespace py::typed {

enum class Arithmetic : uint8_t { add, subtract, multiply, floor_divide, remainder };
Value arithmetic_other(Arithmetic operation, Value a, Value b);
// Owned.
inline Value add(Value a, Value b) {
  if (a.is_inline_float() && b.is_inline_float()) return box(a.inline_float() + b.inline_float());
  return arithmetic_other(Arithmetic::add, a, b);
}
inline Value subtract(Value a, Value b) {
  if (a.is_inline_float() && b.is_inline_float()) return box(a.inline_float() - b.inline_float());
  return arithmetic_other(Arithmetic::subtract, a, b);
}
inline Value multiply(Value a, Value b) {
  if (a.is_inline_float() && b.is_inline_float()) return box(a.inline_float() * b.inline_float());
  return arithmetic_other(Arithmetic::multiply, a, b);
}
inline Value floor_divide(Value a, Value b) { return arithmetic_other(Arithmetic::floor_divide, a, b); }
inline Value remainder(Value a, Value b) { return arithmetic_other(Arithmetic::remainder, a, b); }
bool true_divide(Value a, Value b, double& out);
Value negative(Value a);
Value absolute(Value a);

// a < b, a <= b
bool less_other(Value a, Value b, bool or_equal, bool& out);
inline bool less(Value a, Value b, bool& out) {
  if (a.is_inline_float() && b.is_inline_float()) return out = a.inline_float() < b.inline_float(), true;
  return less_other(a, b, false, out);
}
inline bool less_or_equal(Value a, Value b, bool& out) {
  if (a.is_inline_float() && b.is_inline_float()) return out = a.inline_float() <= b.inline_float(), true;
  return less_other(a, b, true, out);
}

}  // namespace py::typed
