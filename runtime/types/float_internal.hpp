// Shared by the files that implement float and complex, and by formatting with %; nobody else includes this.
#pragma once

#include <charconv>

#include "runtime/types/int_internal.hpp"

namespace py {

Value float_hex(const Value* args, uint32_t n);
// v.__float__(), which v has.
bool float_by_method(Value v, double& out);
Value float_fromhex(const Value* args, uint32_t n);
Value float_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Value complex_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Value complex_power(double ar, double ai, double br, double bi);
// As CPython's quotient of complex numbers (Smith's method); false when the divisor is zero.
bool complex_quotient(double ar, double ai, double br, double bi, double& real, double& imag);

// Decimal text and doubles, rounded correctly both ways (float_decimal.cpp): std::from_chars, and std::to_chars in
// scientific, fixed and general notation; they return the end. The text needs room for one character more than it has.
std::from_chars_result decimal_to_double(const char* first, const char* last, double& out);
char* double_to_decimal(char* first, char* last, double d, std::chars_format format, int precision);
// The fewest digits that are d again: scientific, or fixed (only for 0 and 1e-4 <= |d| < 1e16).
char* double_to_shortest(char* first, char* last, double d, std::chars_format format);

// The double behind an operand of float arithmetic: 1 done, 0 no number, -1 error (int too large).
inline int float_operand(Value v, double& out) {
  if (v.take_inline_float(out)) return 1;
  if (v.is_small_int()) {
    out = static_cast<double>(v.small_int());
    return 1;
  }
  if (is_float(v)) {
    out = float_value(v);
    return 1;
  }
  if (!is_int(v)) return 0;
  bool overflow;
  out = int_to_double(v, overflow);
  if (overflow) (void)raise(exc::OverflowError, "int too large to convert to float");
  return overflow ? -1 : 1;
}

}  // namespace py
