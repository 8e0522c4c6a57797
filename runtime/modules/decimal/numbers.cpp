#include "runtime/modules/decimal/numbers.hpp"

namespace py::decimal {

Coefficient power_of_ten(int n) {
  struct Table {
    Coefficient powers[most_digits + 1];
    constexpr Table() : powers{1} {
      for (int i = 1; i <= most_digits; ++i) powers[i] = powers[i - 1] * 10;
    }
  };
  static constexpr Table table;
  return table.powers[n];
}

static int bits_of(Coefficient n) {
  auto high = static_cast<uint64_t>(n >> 64), low = static_cast<uint64_t>(n);
  return high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
}
int digits_of(Coefficient n) {
  int digits = bits_of(n) * 1233 >> 12;                  // log10(2), a little too small: right or one too few
  if (digits < most_digits + 1 && n >= power_of_ten(digits)) ++digits;
  return digits ? digits : 1;
}

static bool rounds_away(Coefficient kept, Coefficient dropped, Coefficient unit, bool negative, bool more, Rounding rounding) {
  if (dropped == 0 && !more) return false;
  Coefficient rest = unit - dropped;                     // no doubling: it might not fit
  bool above = dropped > rest || (dropped == rest && more), half = dropped == rest && !more;
  switch (rounding) {
    case Rounding::half_even: return above || (half && kept & 1);
    case Rounding::half_up: return above || half;
    case Rounding::half_down: return above;
    case Rounding::up: return true;
    case Rounding::ceiling: return !negative;
    case Rounding::floor: return negative;
    default: return false;
  }
}

// The processor divides 64 bits.
static Coefficient quotient_of(Coefficient n, Coefficient divisor) {
  if ((n | divisor) >> 64 == 0) [[likely]] return static_cast<uint64_t>(n) / static_cast<uint64_t>(divisor);
  return n / divisor;
}

Coefficient drop_digits(Coefficient n, int count, bool negative, bool more, Precision& precision) {
  Coefficient unit = power_of_ten(count), kept = quotient_of(n, unit), dropped = n - kept * unit;
  precision.rounded = true;
  if (dropped || more) precision.inexact = true;
  return kept + rounds_away(kept, dropped, unit, negative, more, precision.rounding);
}

bool round_to(Number& n, bool more, Precision& precision) {
  if (n.coefficient >= power_of_ten(precision.digits)) {
    int extra = digits_of(n.coefficient) - precision.digits;
    if (precision.rounding == Rounding::to_0_or_5) return false;
    n.coefficient = drop_digits(n.coefficient, extra, n.negative, more, precision);
    n.exponent += extra;
    if (n.coefficient == power_of_ten(precision.digits)) n.coefficient /= 10, ++n.exponent;
  } else if (more) {
    return false;
  }
  return n.exponent >= precision.lowest && n.exponent <= precision.highest;
}

// n * 10^count; false: it does not fit.
static bool scale(Coefficient& n, int64_t count) {
  if (count == 0) return true;
  if (count > most_digits || (n && digits_of(n) + count > most_digits)) return false;
  n *= power_of_ten(static_cast<int>(count));
  return true;
}

// Both with the lesser exponent; false: they do not fit.
static bool align(const Number& a, const Number& b, Coefficient& x, Coefficient& y, int64_t& exponent) {
  x = a.coefficient;
  y = b.coefficient;
  exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  return scale(x, a.exponent - exponent) && scale(y, b.exponent - exponent);
}

bool add(const Number& a, const Number& b, Precision& precision, Number& sum) {
  Coefficient x, y;
  // A zero that is finer than the other number is a case of its own.
  if ((!a.coefficient && a.exponent < b.exponent) || (!b.coefficient && b.exponent < a.exponent)) return false;
  if (!align(a, b, x, y, sum.exponent)) return false;
  if (a.negative == b.negative) {
    sum.coefficient = x + y;
    sum.negative = a.negative;
  } else {
    sum.coefficient = x > y ? x - y : y - x;
    sum.negative = x == y ? precision.rounding == Rounding::floor : x > y ? a.negative : b.negative;
  }
  return round_to(sum, false, precision);
}

bool multiply(const Number& a, const Number& b, Precision& precision, Number& product) {
  constexpr int always_fit = 126;                        // bits: 2^126 is less than 10^38
  if (bits_of(a.coefficient) + bits_of(b.coefficient) > always_fit && digits_of(a.coefficient) + digits_of(b.coefficient) > most_digits) return false;
  product = {a.negative != b.negative, a.coefficient * b.coefficient, a.exponent + b.exponent};
  return round_to(product, false, precision);
}

bool divide(const Number& a, const Number& b, Precision& precision, Number& quotient) {
  if (!a.coefficient || !b.coefficient) return false;
  int shift = digits_of(b.coefficient) - digits_of(a.coefficient) + precision.digits + 1;
  if (shift < 0) shift = 0;
  Coefficient dividend = a.coefficient;
  if (!scale(dividend, shift)) return false;
  int64_t ideal = a.exponent - b.exponent;
  quotient = {a.negative != b.negative, dividend / b.coefficient, ideal - shift};
  bool more = quotient.coefficient * b.coefficient != dividend;
  while (!more && quotient.exponent < ideal && quotient.coefficient % 10 == 0) quotient.coefficient /= 10, ++quotient.exponent;
  return round_to(quotient, more, precision);
}

bool rescale(const Number& n, int64_t exponent, Precision& precision, Number& result) {
  if (exponent < precision.lowest || exponent > precision.highest) return false;
  result = n;
  result.exponent = exponent;
  if (!n.coefficient) return true;
  if (exponent <= n.exponent) {
    if (!scale(result.coefficient, n.exponent - exponent)) return false;
  } else {
    int64_t count = exponent - n.exponent;
    if (count > most_digits || precision.rounding == Rounding::to_0_or_5) return false;
    result.coefficient = drop_digits(n.coefficient, static_cast<int>(count), n.negative, false, precision);
  }
  return result.coefficient < power_of_ten(precision.digits);
}

bool compare(const Number& a, const Number& b, int& order) {
  Coefficient x, y;
  int64_t exponent;
  if (!align(a, b, x, y, exponent)) return false;
  if (a.negative != b.negative && (x || y)) order = a.negative ? -1 : 1;
  else order = x == y ? 0 : (x > y) == !a.negative ? 1 : -1;
  return true;
}

}  // namespace py::decimal
