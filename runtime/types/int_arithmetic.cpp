// + - * / // % divmod of ints, with floor division and the sign of the divisor for the remainder.
#include "runtime/types/int_internal.hpp"

namespace py {

using magnitude::Digit;
using magnitude::Natural;
using magnitude::View;

namespace {

// a + b on signs and magnitudes; flip_b negates b first.
Value add_signed(Value a, Value b, bool flip_b) {
  IntView x(a), y(b);
  bool y_negative = y.negative != flip_b;
  size_t room = (x.view.count > y.view.count ? x.view.count : y.view.count) + 1;
  BigInt* result = allocate_int(room);
  if (!result) return Error;
  if (x.negative == y_negative) return finish_int(result, magnitude::add(result->digits(), x.view, y.view), x.negative);
  if (magnitude::compare(x.view, y.view) >= 0) {
    return finish_int(result, magnitude::subtract(result->digits(), x.view, y.view), x.negative);
  }
  return finish_int(result, magnitude::subtract(result->digits(), y.view, x.view), y_negative);
}

constexpr __int128 half_range = static_cast<__int128>(1) << 126;

Value zero_division() { return raise(exc::ZeroDivisionError, "integer division or modulo by zero"); }

// n is longer than a digit, which d is.
bool floor_divmod_digit(const IntView& n, const IntView& d, Value* quotient, Value* remainder) {
  const Digit divisor = d.view[0];
  const bool negative = n.negative != d.negative;
  int64_t rest;
  if (quotient) {
    BigInt* q = allocate_int(n.view.count + 1);
    if (!q) return false;
    rest = magnitude::divide_small(q->digits(), n.view, divisor);
    View digits{q->digits(), magnitude::trimmed(q->digits(), n.view.count)};
    size_t count = negative && rest != 0 ? magnitude::add(q->digits(), digits, Natural(1)) : digits.count;
    *quotient = finish_int(q, count, negative);
  } else {
    rest = magnitude::remainder_small(n.view, divisor);
  }
  if (negative && rest != 0) rest = divisor - rest;
  if (remainder) *remainder = small_int(d.negative ? -rest : rest);
  return true;
}

// Floor division with both results wanted or not.
bool floor_divmod(Value a, Value b, Value* quotient, Value* remainder) {
  __int128 x, y;
  if (to_int128(a, x) && to_int128(b, y)) {
    __int128 q, r;
    if (static_cast<int64_t>(x) == x && static_cast<int64_t>(y) == y && y != -1) {
      q = static_cast<int64_t>(x) / static_cast<int64_t>(y);
      r = static_cast<int64_t>(x) % static_cast<int64_t>(y);
    } else {
      q = x / y;
      r = x % y;
    }
    if (r != 0 && (r < 0) != (y < 0)) {
      r += y;
      --q;
    }
    if (quotient) *quotient = make_int_from_int128(q);
    if (remainder) *remainder = make_int_from_int128(r);
    return true;
  }
  IntView n(a), d(b);
  if (d.view.count == 1) return floor_divmod_digit(n, d, quotient, remainder);
  Natural q, r;
  bool negative = n.negative != d.negative;
  if (!remainder && magnitude::divide_tops(n.view, d.view, q)) {
    *quotient = make_int_from(negative, negative ? magnitude::add(q, Natural(1)) : q);
    return !quotient->is_error();
  }
  magnitude::divide(n.view, d.view, q, r);
  if (negative && !r.is_zero()) {
    q = magnitude::add(q, Natural(1));
    r = magnitude::subtract(d.view, r);
  }
  if (quotient && (*quotient = make_int_from(negative, q)).is_error()) return false;
  if (remainder && (*remainder = make_int_from(d.negative, r)).is_error()) {
    if (quotient) decref(*quotient);
    return false;
  }
  return true;
}

}  // namespace

Value int_add(Value a, Value b) {
  __int128 x, y;
  if (to_int128(a, x) && to_int128(b, y) && x < half_range && x > -half_range && y < half_range && y > -half_range)
    return make_int_from_int128(x + y);
  return add_signed(a, b, false);
}

Value int_subtract(Value a, Value b) {
  __int128 x, y;
  if (to_int128(a, x) && to_int128(b, y) && x < half_range && x > -half_range && y < half_range && y > -half_range)
    return make_int_from_int128(x - y);
  return add_signed(a, b, true);
}

// The magnitude of an int below 2^64; false: it is longer.
static bool to_word(Value plain, uint64_t& m, bool& negative) {
  if (plain.is_small_int()) {
    negative = plain.small_int() < 0;
    m = negative ? -static_cast<uint64_t>(plain.small_int()) : static_cast<uint64_t>(plain.small_int());
    return true;
  }
  auto* big = plain.as<BigInt>();
  negative = big->negative();
  m = big->digits()[0] | static_cast<uint64_t>(big->digits()[1]) << 32;
  return big->count == 2;
}

Value int_multiply(Value a, Value b) {
  uint64_t m, n;
  bool a_negative, b_negative;
  if (to_word(a, m, a_negative) && to_word(b, n, b_negative)) {
    return make_int_from_magnitude(a_negative != b_negative, static_cast<unsigned __int128>(m) * n);
  }
  IntView x(a), y(b);
  bool negative = x.negative != y.negative;
  size_t room = x.view.count + y.view.count;
  BigInt* result = allocate_int(room);
  if (!result) return Error;
  if (y.view.count <= 2) return finish_int(result, magnitude::multiply_word(result->digits(), x.view, magnitude::low64(y.view)), negative);
  if (x.view.count <= 2) return finish_int(result, magnitude::multiply_word(result->digits(), y.view, magnitude::low64(x.view)), negative);
  return finish_int(result, magnitude::multiply(result->digits(), x.view, y.view), negative);
}

Value int_floor_divide(Value a, Value b) {
  if (int_is_zero(b)) return zero_division();
  Value quotient;
  return floor_divmod(a, b, &quotient, nullptr) ? quotient : Error;
}

Value int_remainder(Value a, Value b) {
  if (int_is_zero(b)) return raise(exc::ZeroDivisionError, "integer modulo by zero");
  Value remainder;
  return floor_divmod(a, b, nullptr, &remainder) ? remainder : Error;
}

bool int_divmod(Value a, Value b, Value& quotient, Value& remainder) {
  if (int_is_zero(b)) {
    (void)zero_division();
    return false;
  }
  return floor_divmod(a, b, &quotient, &remainder);
}

// Correctly rounded: the quotient of the magnitudes, shifted to at least 66 bits, with a sticky bit for the rest.
Value int_true_divide(Value a, Value b) {
  if (int_is_zero(b)) return raise(exc::ZeroDivisionError, "division by zero");
  constexpr int64_t exact = int64_t{1} << 53;
  if (a.is_small_int() && b.is_small_int() && a.small_int() <= exact && a.small_int() >= -exact && b.small_int() <= exact &&
      b.small_int() >= -exact)
    return make_float(static_cast<double>(a.small_int()) / static_cast<double>(b.small_int()));
  IntView x(a), y(b);
  if (x.view.is_zero()) return make_float(y.negative ? -0.0 : 0.0);
  int64_t shift = static_cast<int64_t>(magnitude::bit_length(y.view)) - static_cast<int64_t>(magnitude::bit_length(x.view)) + 66;
  Natural q, r;
  if (shift > 0) magnitude::divide(magnitude::shift_left(x.view, static_cast<size_t>(shift)), y.view, q, r);
  else magnitude::divide(x.view, magnitude::shift_left(y.view, static_cast<size_t>(-shift)), q, r);
  int64_t exponent;
  uint64_t top = magnitude::top64_sticky(q, exponent);
  if (!r.is_zero()) top |= 1;
  bool overflow;
  double d = scale_rounded(top, exponent - shift, overflow);
  if (overflow) return raise(exc::OverflowError, "integer division result too large for a float");
  return make_float(x.negative != y.negative ? -d : d);
}

Value int_negate(Value a) {
  if (a.is_small_int()) return make_int(-a.small_int());
  IntView x(a);
  return make_int_from(!x.negative, x.view);
}

Value int_absolute(Value a) { return int_is_negative(a) ? int_negate(a) : incref(a); }

}  // namespace py
