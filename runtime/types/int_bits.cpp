// Shifts and bitwise operations of ints (two's complement of unlimited length), powers, rounding, gcd.
#include <bit>
#include <cmath>
#include <numeric>

#include "runtime/types/int_internal.hpp"

namespace py {

using magnitude::BitOp;
using magnitude::Natural;
using magnitude::View;

Value int_invert(Value a) {
  if (a.is_small_int()) return small_int(~a.small_int());
  Ref negated = int_negate(a);
  return negated.is_error() ? Error : int_subtract(negated, small_int(1));
}

Value int_bitwise(BitOp op, Value a, Value b) {
  __int128 x, y;
  if (to_int128(a, x) && to_int128(b, y))
    return make_int_from_int128(op == BitOp::and_op ? x & y : op == BitOp::or_op ? x | y : x ^ y);
  IntView p(a), q(b);
  bool negative;
  Natural r = magnitude::bitwise(op, p.view, p.negative, q.view, q.negative, negative);
  return make_int_from(negative, r);
}

Value int_left_shift(Value a, Value b) {
  if (int_is_negative(b)) return raise(exc::ValueError, "negative shift count");
  if (int_is_zero(a)) return small_int(0);
  int64_t shift;
  if (int_to_int64(b, shift) != IntFit::fits) return raise(exc::OverflowError, "too many digits in integer");
  uint64_t bits = static_cast<uint64_t>(shift);
  if (a.is_small_int() && bits < 64) return make_int_from_int128(static_cast<__int128>(a.small_int()) << bits);
  IntView x(a);
  BigInt* result = allocate_int(x.view.count + bits / 32 + 1);
  if (!result) return Error;
  return finish_int(result, magnitude::shift_left(result->digits(), x.view, bits), x.negative);
}

Value int_right_shift(Value a, Value b) {
  if (int_is_negative(b)) return raise(exc::ValueError, "negative shift count");
  IntView x(a);
  uint64_t bits = b.is_small_int() ? static_cast<uint64_t>(b.small_int()) : UINT64_MAX;
  if (bits >= x.view.count * 32) return small_int(x.negative ? -1 : 0);
  bool lost = x.negative && magnitude::trailing_zeros(x.view) < bits;   // floor: away from zero
  size_t room = x.view.count - bits / 32 + 1;
  BigInt* result = allocate_int(room);
  if (!result) return Error;
  size_t used = magnitude::shift_right(result->digits(), x.view, bits);
  if (lost) {
    const magnitude::Digit one = 1;
    used = magnitude::add(result->digits(), {result->digits(), used}, {&one, 1});
  }
  return finish_int(result, used, x.negative);
}

Value int_power(Value a, Value b) {
  if (int_is_negative(b)) {
    bool overflow_a, overflow_b;
    double x = int_to_double(a, overflow_a), y = int_to_double(b, overflow_b);
    if (overflow_a || overflow_b) return raise(exc::OverflowError, "int too large to convert to float");
    return float_power(x, y);
  }
  if (a.is_small_int()) {
    int64_t base = a.small_int();
    if (base == 0 || base == 1) return int_is_zero(b) ? small_int(1) : a;
    if (base == -1) return small_int(IntView(b).view[0] & 1 && !int_is_zero(b) ? -1 : 1);
  }
  if (!b.is_small_int()) return raise_no_memory();
  uint64_t exponent = static_cast<uint64_t>(b.small_int());
  if (a.is_small_int()) {
    int64_t base = a.small_int(), result = 1;
    uint64_t e = exponent;
    bool fits = true;
    while (true) {
      if (e & 1 && __builtin_mul_overflow(result, base, &result)) fits = false;
      e >>= 1;
      if (e == 0 || !fits) break;
      if (__builtin_mul_overflow(base, base, &base)) fits = false;
    }
    if (fits) return make_int(result);
  }
  IntView x(a);
  if (static_cast<double>(magnitude::bit_length(x.view) - 1) * static_cast<double>(exponent) > 0x1p40) return raise_no_memory();
  Natural r = magnitude::power(x.view, exponent);
  return make_int_from(x.negative && (exponent & 1), r);
}

Value int_power_mod(Value a, Value b, Value modulus) {
  if (int_is_zero(modulus)) return raise(exc::ValueError, "pow() 3rd argument cannot be 0");
  if (a.is_small_int() && b.is_small_int() && modulus.is_small_int() && b.small_int() >= 0 && modulus.small_int() > 0) {
    int64_t m = modulus.small_int(), base = a.small_int() % m, result = 1 % m;
    if (base < 0) base += m;
    for (int64_t e = b.small_int(); e; e >>= 1) {
      if (e & 1) result = static_cast<int64_t>(static_cast<__int128>(result) * base % m);
      if (e > 1) base = static_cast<int64_t>(static_cast<__int128>(base) * base % m);
    }
    return small_int(result);
  }
  IntView base(a), exponent(b), m(modulus);
  if (m.view.count == 1 && m.view[0] == 1) return small_int(0);
  Natural reduced = magnitude::remainder(base.view, m.view);
  if (base.negative && !reduced.is_zero()) reduced = magnitude::subtract(m.view, reduced);
  if (exponent.negative) {
    Natural inverse;
    if (!magnitude::inverse_mod(reduced, m.view, inverse))
      return raise(exc::ValueError, "base is not invertible for the given modulus");
    reduced = static_cast<Natural&&>(inverse);
  }
  Natural r = magnitude::power_mod(reduced, exponent.view, m.view);
  if (m.negative && !r.is_zero()) {
    r = magnitude::subtract(m.view, r);
    return make_int_from(true, r);
  }
  return make_int_from(false, r);
}

Value int_round(Value a, Value digits) {
  if (!int_is_negative(digits)) return incref(a);
  int64_t n;
  if (int_to_int64(digits, n) != IntFit::fits) return small_int(0);
  IntView x(a);
  // 10^-n is more than twice |a|: rounds to zero without computing the power.
  if (static_cast<uint64_t>(-n) > magnitude::bit_length(x.view)) return small_int(0);
  Natural unit = magnitude::power(Natural(10), static_cast<uint64_t>(-n)), q, r;
  magnitude::divide(x.view, unit, q, r);
  int order = magnitude::compare(magnitude::shift_left(r, 1), unit);
  bool odd = !q.is_zero() && (q.data()[0] & 1);
  if (order > 0 || (order == 0 && odd)) q = magnitude::add(q, Natural(1));
  Natural rounded = magnitude::multiply(q, unit);
  return make_int_from(x.negative, rounded);
}

Value int_gcd(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) {
    auto magnitude_of = [](int64_t n) { return n < 0 ? uint64_t{0} - static_cast<uint64_t>(n) : static_cast<uint64_t>(n); };
    return make_int_unsigned(std::gcd(magnitude_of(a.small_int()), magnitude_of(b.small_int())));
  }
  IntView x(a), y(b);
  Natural r = magnitude::gcd(x.view, y.view);
  return make_int_from(false, r);
}

}  // namespace py
