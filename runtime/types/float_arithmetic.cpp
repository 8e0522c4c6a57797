// Arithmetic on doubles with Python's rules: floor division, modulo, power, rounding, hashing (Objects/floatobject.c).
#include <cerrno>
#include <charconv>
#include <cmath>

#include "runtime/object/deprecation.hpp"
#include "runtime/types/float_internal.hpp"
#include "runtime/types/numbers.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py {

double float_value(Value v) {
  if (v.is_inline_float()) return v.inline_float();
  if (is_exactly(v, float_type)) return v.as<Float>()->value;
  Value plain = payload(v);
  return plain.is_inline_float() ? plain.inline_float() : plain.as<Float>()->value;
}

bool float_by_method(Value v, double& out) {
  Ref result = type_of(v)->number.to_float(v);
  if (result.is_error()) return false;
  if (!is_float(result)) {
    (void)raise(exc::TypeError, "%T.__float__ returned non-float (type %T)", v, result.get());
    return false;
  }
  if (!is_exact_float(result)) {
    std::string method = std::string(type_of(v)->name) + ".__float__";
    if (!warn_strict_subclass(method, "float", result)) return false;
  }
  out = float_value(result);
  return true;
}

bool to_double(Value v, double& out) {
  if (is_float(v)) {
    out = float_value(v);
    return true;
  }
  bool overflow = false;
  if (is_int(v)) {
    out = int_to_double(v, overflow);
  } else if (type_of(v)->number.to_float) {
    return float_by_method(v, out);
  } else if (type_of(v)->number.index) {
    Ref index = to_index(v);
    if (index.is_error()) return false;
    out = int_to_double(index, overflow);
  } else {
    (void)raise(exc::TypeError, "must be real number, not %T", v);
    return false;
  }
  if (overflow) (void)raise(exc::OverflowError, "int too large to convert to float");
  return !overflow;
}

double float_modulo(double a, double b) {
  double mod = std::fmod(a, b);
  if (mod == 0) return std::copysign(0.0, b);
  return (b < 0) != (mod < 0) ? mod + b : mod;
}

double float_floor_divide(double a, double b) {
  double mod = std::fmod(a, b), quotient = (a - mod) / b;
  if (mod != 0 && (b < 0) != (mod < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, a / b);
  double floor = std::floor(quotient);
  return quotient - floor > 0.5 ? floor + 1.0 : floor;
}

namespace {

Value raise_range_error() {
  Ref text = make_str("Numerical result out of range");
  Ref error = call(value_of(exc::OverflowError), small_int(portalis::platform::portable_error(ERANGE)), text);
  return error.is_error() ? Error : raise_value(error);
}

bool is_odd(double d) { return std::fmod(std::fabs(d), 2.0) == 1.0; }

}  // namespace

Value complex_power(double ar, double ai, double br, double bi);

Value float_power(double a, double b) {
  if (b == 0) return make_float(1.0);
  if (a != a) return make_float(a);
  if (b != b) return make_float(a == 1.0 ? 1.0 : b);
  if (std::isinf(b)) {
    double size = std::fabs(a);
    if (size == 1.0) return make_float(1.0);
    return make_float((b > 0) == (size > 1.0) ? std::fabs(b) : 0.0);
  }
  if (std::isinf(a)) {
    if (b > 0) return make_float(is_odd(b) ? a : std::fabs(a));
    return make_float(is_odd(b) ? std::copysign(0.0, a) : 0.0);
  }
  if (a == 0) {
    if (b < 0) return raise(exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return make_float(is_odd(b) ? a : 0.0);
  }
  bool negate = false;
  if (a < 0) {
    if (b != std::floor(b)) return complex_power(a, 0, b, 0);
    a = -a;
    negate = is_odd(b);
  }
  double result = a == 1.0 ? 1.0 : std::pow(a, b);
  if (std::isinf(result)) return raise_range_error();
  return make_float(negate ? -result : result);
}

// The value modulo 2^61 - 1 as a rational number (Python/pyhash.c, _Py_HashDouble).
int64_t hash_double(double d, Value identity) {
  if (!std::isfinite(d)) {
    if (std::isinf(d)) return d > 0 ? 314159 : -314159;
    uint64_t bits = identity.bits;
    int64_t h = static_cast<int64_t>(bits >> 4 | bits << 60);
    return h == -1 ? -2 : h;
  }
  int exponent;
  double fraction = std::frexp(d, &exponent);
  int64_t sign = fraction < 0 ? -1 : 1;
  fraction = std::fabs(fraction);
  uint64_t x = 0;
  while (fraction != 0) {
    x = (x << 28 & hash_modulus) | x >> (hash_bits - 28);
    fraction *= 268435456.0;
    exponent -= 28;
    uint64_t whole = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(whole);
    x += whole;
    if (x >= hash_modulus) x -= hash_modulus;
  }
  int shift = exponent >= 0 ? exponent % hash_bits : hash_bits - 1 - (-1 - exponent) % hash_bits;
  x = (x << shift & hash_modulus) | x >> (hash_bits - shift);
  int64_t h = static_cast<int64_t>(x) * sign;
  return h == -1 ? -2 : h;
}

namespace {

// Rounds the exact decimal expansion to a multiple of 10^places (places > 0), half to even.
double round_to_tens(double d, int64_t places) {
  char text[340];
  char* end = double_to_decimal(text, text + sizeof text, std::fabs(d), std::chars_format::fixed, 0);
  // Above 2^53 the number is whole and the text exact; below, cut the fraction off and remember that it was there.
  double whole = std::floor(std::fabs(d));
  if (whole < 1e17) end = std::to_chars(text, text + sizeof text, static_cast<uint64_t>(whole)).ptr;
  bool fraction = whole != std::fabs(d);
  int64_t length = end - text, keep = length - places;
  if (keep < 0) return std::copysign(0.0, d);
  char first = text[keep];
  bool tail = fraction;
  for (int64_t i = keep + 1; i < length; ++i) tail = tail || text[i] != '0';
  bool odd = keep > 0 && (text[keep - 1] - '0') % 2;
  std::string rounded = "0" + std::string(text, static_cast<size_t>(keep));
  if (first > '5' || (first == '5' && (tail || odd))) {
    size_t i = rounded.size();
    while (rounded[--i] == '9') rounded[i] = '0';
    ++rounded[i];
  }
  rounded += 'e' + std::to_string(places);
  double result = 0;
  if (decimal_to_double(rounded.data(), rounded.data() + rounded.size(), result).ec != std::errc()) result = HUGE_VAL;
  return std::copysign(result, d);
}

}  // namespace

Value round_double(double d, int64_t digits) {
  if (!std::isfinite(d) || digits > 323) return make_float(d);
  if (digits < -308) return make_float(std::copysign(0.0, d));
  double result;
  if (digits < 0) {
    result = round_to_tens(d, -digits);
  } else {
    char text[680];
    char* end = double_to_decimal(text, text + sizeof text, d, std::chars_format::fixed, static_cast<int>(digits));
    if (decimal_to_double(text, end, result).ec != std::errc()) result = std::copysign(0.0, d);
  }
  if (std::isinf(result)) return raise(exc::OverflowError, "rounded value too large to represent");
  return make_float(result);
}

}  // namespace py
