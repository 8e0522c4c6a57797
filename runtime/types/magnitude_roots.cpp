// Powers, modular powers and inverses, greatest common divisors and square roots of natural numbers.
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

#include "runtime/types/magnitude.hpp"

namespace py::magnitude {

Natural power(View base, uint64_t exponent) {
  Natural result(1);
  if (exponent == 0) return result;
  if (base.is_zero()) return Natural();
  // Powers of two in the base cost a shift at the end only.
  size_t zeros = trailing_zeros(base);
  Natural odd = shift_right(base, zeros);
  int bit = 63 - std::countl_zero(exponent);
  if (odd.size() == 1) {                 // as far as a word goes
    uint64_t small = 1, next;
    while (bit >= 0 && !__builtin_mul_overflow(small, small, &next) &&
           (!(exponent >> bit & 1) || !__builtin_mul_overflow(next, uint64_t{odd.data()[0]}, &next))) {
      small = next;
      --bit;
    }
    result = Natural(small);
  }
  for (; bit >= 0; --bit) {
    if (result.size() != 1 || result.data()[0] != 1) result = multiply(result, result);
    if (!(exponent >> bit & 1)) continue;
    if (odd.size() != 1) {
      result = multiply(result, odd);
    } else if (odd.data()[0] != 1) {
      size_t n = result.size();
      result.resize(n + 1);
      result.resize(multiply_word(result.data(), {result.data(), n}, odd.data()[0]));
    }
  }
  return zeros ? shift_left(result, zeros * exponent) : std::move(result);
}

namespace {

// For moduli of one or two digits everything fits in machine words.
Natural power_mod_word(View base, View exponent, uint64_t modulus) {
  using Wide = unsigned __int128;
  Natural reduced = remainder(base, Natural(modulus));
  uint64_t b = low64(reduced), r = 1 % modulus;
  if (modulus >> 32 == 0) {
    for (size_t i = bit_length(exponent); i-- > 0;) {
      r = r * r % modulus;
      if (test_bit(exponent, i)) r = r * b % modulus;
    }
    return Natural(r);
  }
  for (size_t i = bit_length(exponent); i-- > 0;) {
    r = static_cast<uint64_t>(static_cast<Wide>(r) * r % modulus);
    if (test_bit(exponent, i)) r = static_cast<uint64_t>(static_cast<Wide>(r) * b % modulus);
  }
  return Natural(r);
}

}  // namespace

// Left to right with a sliding window over odd powers.
Natural power_mod(View base, View exponent, View modulus) {
  if (modulus.count <= 2) return power_mod_word(base, exponent, low64(modulus));
  size_t bits = bit_length(exponent);
  if (bits == 0) return Natural(1);
  unsigned window = bits < 24 ? 1 : bits < 80 ? 3 : bits < 240 ? 4 : 5;
  std::vector<Natural> odd_powers;
  odd_powers.push_back(remainder(base, modulus));
  if (window > 1) {
    Natural square = remainder(multiply(odd_powers[0], odd_powers[0]), modulus);
    for (unsigned i = 1; i < 1u << (window - 1); ++i) odd_powers.push_back(remainder(multiply(odd_powers[i - 1], square), modulus));
  }
  Natural r(1);
  for (size_t i = bits; i > 0;) {
    if (!test_bit(exponent, i - 1)) {
      r = remainder(multiply(r, r), modulus);
      --i;
      continue;
    }
    size_t low = i > window ? i - window : 0;
    while (!test_bit(exponent, low)) ++low;
    unsigned value = 0;
    for (size_t k = i; k-- > low;) {
      value = value << 1 | (test_bit(exponent, k) ? 1 : 0);
      r = remainder(multiply(r, r), modulus);
    }
    r = remainder(multiply(r, odd_powers[value >> 1]), modulus);
    i = low;
  }
  return r;
}

// Extended Euclid, keeping only the coefficient of v; its sign alternates.
bool inverse_mod(View v, View modulus, Natural& out) {
  Natural r0(modulus), r1 = remainder(v, modulus), t0, t1(1);
  bool negative = false;                                 // the sign of t1
  while (!r1.is_zero()) {
    Natural q, r2;
    divide(r0, r1, q, r2);
    Natural t2 = add(t0, multiply(q, t1));
    r0 = std::move(r1);
    r1 = std::move(r2);
    t0 = std::move(t1);
    t1 = std::move(t2);
    negative = !negative;
  }
  if (r0.size() != 1 || r0.data()[0] != 1) return false;
  out = !negative ? subtract(modulus, t0) : std::move(t0);
  return true;
}

namespace {

uint64_t gcd_words(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0) return a | b;
  int shift = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  while (b) {
    b >>= std::countr_zero(b);
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << shift;
}

// x * p - y * q, known not to be negative; y is no longer than x, p and q are below 2^31.
Natural combine(View x, int64_t p, View y, int64_t q) {
  Natural r;
  r.resize(x.count + 1);
  int64_t carry = 0;
  for (size_t i = 0; i < x.count; ++i) {
    // Below 2^63 each, and the carry below 2^31.
    carry += static_cast<int64_t>(x[i]) * p - (i < y.count ? static_cast<int64_t>(y[i]) * q : 0);
    r.data()[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  r.data()[x.count] = static_cast<Digit>(carry);
  r.trim();
  return r;
}

// The 64 bits that a shift to the right leaves lowest.
uint64_t bits_from(View v, size_t shift) {
  size_t at = shift / 32;
  DoubleWord word = 0;
  for (size_t i = 3; i-- > 0;) word = word << 32 | (at + i < v.count ? v[at + i] : 0);
  return static_cast<uint64_t>(word >> (shift % 32));
}

}  // namespace

// Lehmer: several steps of Euclid at a time on the leading 62 bits.
Natural gcd(View a, View b) {
  Natural x(a), y(b);
  if (compare(x, y) < 0) std::swap(x, y);
  while (y.size() > 2) {
    size_t shift = bit_length(x) - 62;
    int64_t xh = static_cast<int64_t>(bits_from(x, shift)), yh = static_cast<int64_t>(bits_from(y, shift));
    int64_t p = 1, q = 0, s = 0, t = 1;
    unsigned steps = 0;
    for (;; ++steps) {
      if (yh == s || yh == t) break;
      // Both bounds of the true quotient must agree; signs alternate with the steps.
      int64_t quotient = steps % 2 == 0 ? (xh - q) / (yh + t) : (xh - p) / (yh + s);
      int64_t above = steps % 2 == 0 ? xh + p : xh + q, below = steps % 2 == 0 ? yh - s : yh - t, product, next;
      if (__builtin_mul_overflow(quotient, below, &product) || above < product || above - product >= below) break;
      if (__builtin_mul_overflow(quotient, t, &next) || next > (int64_t{1} << 30)) break;
      if (__builtin_mul_overflow(quotient, s, &next) || next > (int64_t{1} << 30)) break;
      next = p + quotient * s; p = s; s = next;
      next = q + quotient * t; q = t; t = next;
      next = xh - quotient * yh; xh = yh; yh = next;
    }
    if (q == 0) {                                        // no progress on the leading bits: one exact step
      Natural rest = remainder(x, y);
      x = std::move(y);
      y = std::move(rest);
      continue;
    }
    bool even = steps % 2 == 0;
    Natural nx = even ? combine(x, p, y, q) : combine(x, -p, y, -q), ny = even ? combine(x, -s, y, -t) : combine(x, s, y, t);
    x = std::move(nx);
    y = std::move(ny);
    if (compare(x, y) < 0) std::swap(x, y);
  }
  if (y.is_zero()) return x;
  if (x.size() > 2) {
    Natural rest = remainder(x, y);
    return Natural(gcd_words(low64(y), low64(rest)));
  }
  return Natural(gcd_words(low64(x), low64(y)));
}

namespace {

uint64_t isqrt_word(uint64_t n) {
  uint64_t r = static_cast<uint64_t>(std::sqrt(static_cast<double>(n)));
  while (r > 0xffffffffu || r * r > n) --r;
  while (r < 0xffffffffu && (r + 1) * (r + 1) <= n) ++r;
  return r;
}

// The root of what two words hold: the double's has more than half of its bits, one step of Newton's has all but the last.
uint64_t isqrt_two_words(unsigned __int128 n) {
  double near = std::sqrt(static_cast<double>(n));
  uint64_t r = near >= 0x1p64 ? UINT64_MAX : static_cast<uint64_t>(near);
  unsigned __int128 better = (r + n / r) / 2;
  r = better > UINT64_MAX ? UINT64_MAX : static_cast<uint64_t>(better);
  auto square = [](uint64_t x) { return static_cast<unsigned __int128>(x) * x; };
  while (square(r) > n) --r;
  while (r < UINT64_MAX && square(r + 1) <= n) ++r;
  return r;
}

}  // namespace

// Newton's iteration with doubling precision (the scheme of CPython's math.isqrt, M. Dickinson).
Natural isqrt(View v) {
  if (v.count <= 2) return Natural(isqrt_word(low64(v)));
  if (v.count <= 4) return Natural(isqrt_two_words(static_cast<unsigned __int128>(low64(shift_right(v, 64))) << 64 | low64(v)));
  size_t c = (bit_length(v) - 1) / 2;
  int levels = std::bit_width(c);
  size_t d = 0;
  Natural a(1);
  for (int s = levels; s-- > 0;) {
    size_t e = d;
    d = c >> s;
    // a = (a << d - e - 1) + (n >> 2 c - e - d + 1) / a
    Natural quotient, rest;
    divide(shift_right(v, 2 * c - e - d + 1), a, quotient, rest);
    a = add(shift_left(a, d - e - 1), quotient);
  }
  if (compare(multiply(a, a), v) > 0) a = subtract(a, Natural(1));
  return a;
}

}  // namespace py::magnitude
