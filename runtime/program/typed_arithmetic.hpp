// Typed versions: arithmetic on unboxed ints and floats (typed.hpp). What returns bool and takes an output gives up by false.
#pragma once

#include <cstdint>

namespace py::typed {

// ---- ints: false when the result does not fit or an exception is due ----
inline bool add(int64_t a, int64_t b, int64_t& out) { return !__builtin_add_overflow(a, b, &out); }
inline bool subtract(int64_t a, int64_t b, int64_t& out) { return !__builtin_sub_overflow(a, b, &out); }
inline bool multiply(int64_t a, int64_t b, int64_t& out) { return !__builtin_mul_overflow(a, b, &out); }
inline bool negative(int64_t a, int64_t& out) { return !__builtin_sub_overflow(int64_t{0}, a, &out); }
// Both round down as a shift and a mask do, which is what is left of them where the divisor is such a constant.
inline bool is_power_of_two(int64_t n) { return n > 0 && (n & (n - 1)) == 0; }
[[gnu::always_inline]] inline bool floor_divide(int64_t a, int64_t b, int64_t& out) {
  if (__builtin_constant_p(b) && is_power_of_two(b)) return out = a >> __builtin_ctzll(static_cast<uint64_t>(b)), true;
  if (b == 0 || b == -1) [[unlikely]] return b != 0 && negative(a, out);
  out = a / b - ((a % b != 0) & ((a ^ b) < 0));
  return true;
}
[[gnu::always_inline]] inline bool remainder(int64_t a, int64_t b, int64_t& out) {
  if (__builtin_constant_p(b) && is_power_of_two(b)) return out = a & (b - 1), true;
  if (b == 0 || b == -1) [[unlikely]] {
    out = 0;
    return b != 0;
  }
  out = a % b;
  if (out != 0 && (out ^ b) < 0) out += b;
  return true;
}
inline bool left_shift(int64_t a, int64_t b, int64_t& out) {
  if (static_cast<uint64_t>(b) > 62) return false;
  out = static_cast<int64_t>(static_cast<uint64_t>(a) << b);
  return (out >> b) == a;
}
inline bool right_shift(int64_t a, int64_t b, int64_t& out) {
  if (b < 0) return false;
  out = a >> (b > 63 ? 63 : b);
  return true;
}
inline bool power(int64_t base, int64_t exponent, int64_t& out) {
  if (exponent < 0) return false;
  out = 1;
  for (;;) {
    if ((exponent & 1) && __builtin_mul_overflow(out, base, &out)) return false;
    exponent >>= 1;
    if (exponent == 0) return true;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
}
// The quotient of two ints is correctly rounded when both are doubles without loss.
inline constexpr int64_t exact_in_double = int64_t{1} << 53;
inline bool is_exact(int64_t n) { return n <= exact_in_double && n >= -exact_in_double; }
inline bool true_divide(int64_t a, int64_t b, double& out) {
  if (b == 0 || !is_exact(a) || !is_exact(b)) [[unlikely]] return false;
  out = static_cast<double>(a) / static_cast<double>(b);
  return true;
}
// An int beside a float in a comparison, which Python makes exactly.
inline bool comparable(int64_t n, double& out) {
  out = static_cast<double>(n);
  return is_exact(n);
}

// ---- floats ----
inline bool true_divide(double a, double b, double& out) {
  if (b == 0) [[unlikely]] return false;
  out = a / b;
  return true;
}
bool floor_divide(double a, double b, double& out);
bool remainder(double a, double b, double& out);
bool power(double a, double b, double& out);
// int(x)
inline bool truncate(double d, int64_t& out) {
  if (!(__builtin_fabs(d) < 9e18)) return false;
  out = static_cast<int64_t>(d);
  return true;
}
// Functions of module math; false where the argument or the result is not a finite number.
inline bool square_root(double x, double& out) {
  if (!(x >= 0)) return false;
  out = __builtin_sqrt(x);
  return true;
}
inline bool magnitude(double x, double& out) {
  out = __builtin_fabs(x);
  return true;
}
bool sine(double x, double& out);
bool cosine(double x, double& out);
bool tangent(double x, double& out);
bool arc_tangent(double x, double& out);
bool exponential(double x, double& out);
bool logarithm(double x, double& out);

}  // namespace py::typed
