// Division of natural numbers: by a digit, Knuth's algorithm D, and recursively (Burnikel and Ziegler)
// for long divisors, so that it costs little more than multiplication.
#include <bit>

#include "runtime/types/magnitude.hpp"

namespace py::magnitude {

Digit divide_small(Digit* out, View v, Digit divisor) {
  uint64_t rest = 0;
  for (size_t i = v.count; i-- > 0;) {
    rest = rest << 32 | v[i];
    out[i] = static_cast<Digit>(rest / divisor);
    rest %= divisor;
  }
  return static_cast<Digit>(rest);
}

Digit remainder_small(View v, Digit divisor) {
  uint64_t rest = 0;
  for (size_t i = v.count; i-- > 0;) rest = (rest << 32 | v[i]) % divisor;
  return static_cast<Digit>(rest);
}

namespace {

// u[at] and the digits below it, shifted left until the divisor's highest bit is set; those below u[0] are zeros.
struct LeadingDigits {
  unsigned shift;
  uint64_t word(const Digit* u, size_t at) const {       // u[at], u[at - 1]
    uint64_t below = at >= 2 ? u[at - 2] : 0;
    return load_word(u + at - 1) << shift | below << shift >> 32;
  }
};

// u[0..n] -= v[0..n) * factor; whether the result is negative, and then lacks the borrow.
bool subtract_product(Digit* u, const Digit* v, size_t n, uint64_t factor) {
  uint64_t carry = 0;
  size_t i = 0;
#pragma GCC unroll 4
  for (; i + 1 < n; i += 2) {
    DoubleWord product = static_cast<DoubleWord>(load_word(v + i)) * factor + carry;
    uint64_t low = static_cast<uint64_t>(product), from = load_word(u + i);
    store_word(u + i, from - low);
    carry = static_cast<uint64_t>(product >> 64) + (from < low);
  }
  if (i < n) {
    carry += factor * v[i];
    Digit low = static_cast<Digit>(carry), from = u[i];
    u[i] = from - low;
    carry = (carry >> 32) + (from < low);
  }
  bool negative = u[n] < carry;
  u[n] -= static_cast<Digit>(carry);
  return negative;
}

// Algorithm D. b.count >= 2, a >= b. Nothing is normalised but the leading digits the guesses are made from: with a
// quotient of few digits, shifting both numbers and the remainder back would take longer than the division.
void divide_schoolbook(View a, View b, Natural& quotient, Natural& remainder) {
  LeadingDigits leading{static_cast<unsigned>(std::countl_zero(b[b.count - 1]))};
  size_t n = b.count, m = a.count - n;
  Natural rest;
  rest.resize(a.count + 1);
  Digit* u = rest.data();
  std::memcpy(u, a.digits, a.count * sizeof(Digit));
  u[a.count] = 0;
  quotient.resize(m + 1);
  const Digit* v = b.digits;
  uint64_t divisor = leading.word(v, n - 1), top = divisor >> 32, second = static_cast<Digit>(divisor);
  for (size_t j = m + 1; j-- > 0;) {
    uint64_t numerator = leading.word(u, j + n), third = static_cast<Digit>(leading.word(u, j + n - 1));
    uint64_t guess = numerator / top, left = numerator % top;
    while (guess >> 32 || guess * second > (left << 32 | third)) {
      --guess;
      left += top;
      if (left >> 32) break;
    }
    if (subtract_product(u + j, v, n, guess)) {          // the guess was one too high: add back
      --guess;
      uint64_t sum = 0;
      for (size_t i = 0; i < n; ++i) {
        sum += static_cast<uint64_t>(u[i + j]) + v[i];
        u[i + j] = static_cast<Digit>(sum);
        sum >>= 32;
      }
      u[j + n] += static_cast<Digit>(sum);
    }
    quotient.data()[j] = static_cast<Digit>(guess);
  }
  quotient.trim();
  rest.resize(n);
  rest.trim();
  remainder = static_cast<Natural&&>(rest);
}

constexpr size_t recursive_threshold = 120;              // digits of the divisor

Natural join(View high, View low, size_t low_digits) {   // high * 2^(32 low_digits) + low
  Natural r;
  r.resize(low_digits + high.count);
  if (low.count) std::memcpy(r.data(), low.digits, low.count * sizeof(Digit));
  std::memset(r.data() + low.count, 0, (low_digits - low.count) * sizeof(Digit));
  std::memcpy(r.data() + low_digits, high.digits, high.count * sizeof(Digit));
  r.trim();
  return r;
}

void divide_2_by_1(View a, View b, size_t n, Natural& quotient, Natural& remainder);

// (a12 * 2^(32 n) + a3) / b where b has exactly 2n digits with the top bit set and the quotient has n digits.
void divide_3_by_2(View a12, View a3, View b, size_t n, Natural& quotient, Natural& remainder) {
  View b1 = b.from(n), b2 = b.low(n);
  View a1 = a12.from(n);
  Natural rest;
  if (compare(a1, b1) < 0) {
    divide_2_by_1(a12, b1, n, quotient, rest);
  } else {                                               // quotient is 2^(32 n) - 1
    quotient.resize(n);
    std::memset(quotient.data(), 0xff, n * sizeof(Digit));
    Natural shifted = join(b1, {nullptr, 0}, n);
    Natural with_b1 = add(a12, b1);
    rest = subtract(with_b1, shifted);
  }
  Natural d = multiply(quotient, b2);
  Natural total = join(rest, a3, n);
  Natural one(1);
  while (compare(total, d) < 0) {                        // at most twice
    quotient = subtract(quotient, one);
    total = add(total, b);
  }
  remainder = subtract(total, d);
}

// b has exactly n digits, top bit set; a < b * 2^(32 n).
void divide_2_by_1(View a, View b, size_t n, Natural& quotient, Natural& remainder) {
  if (compare(a, b) < 0) {
    remainder = Natural(a);
    quotient.resize(0);
    return;
  }
  if (n % 2 || n < recursive_threshold) return divide_schoolbook(a, b, quotient, remainder);
  size_t half = n / 2;
  Natural high, low, rest;
  divide_3_by_2(a.from(n), a.low(n).from(half), b, half, high, rest);
  divide_3_by_2(rest, a.low(half), b, half, low, remainder);
  quotient = join(high, low, half);
}

// Splits a into blocks as long as the (padded) divisor and divides two blocks by one, from the top.
void divide_recursive(View a, View b, Natural& quotient, Natural& remainder) {
  size_t pieces = 1;
  while (b.count / pieces >= recursive_threshold) pieces *= 2;
  size_t n = (b.count + pieces - 1) / pieces * pieces;   // halves evenly down to the threshold
  size_t shift = n * 32 - bit_length(b);
  Natural divisor = shift_left(b, shift), dividend = shift_left(a, shift);
  View all = dividend;
  size_t blocks = all.count / n + 1;
  Natural rest, block_quotient, next_rest;
  quotient.resize(blocks * n);
  std::memset(quotient.data(), 0, blocks * n * sizeof(Digit));
  for (size_t i = blocks; i-- > 0;) {
    Natural part = join(rest, all.from(i * n).low(n), n);
    divide_2_by_1(part, divisor, n, block_quotient, next_rest);
    std::memcpy(quotient.data() + i * n, block_quotient.data(), block_quotient.size() * sizeof(Digit));
    rest = static_cast<Natural&&>(next_rest);
  }
  quotient.trim();
  remainder = shift_right(rest, shift);
}

}  // namespace

void divide(View a, View b, Natural& quotient, Natural& remainder) {
  if (compare(a, b) < 0) {
    Natural rest(a);
    quotient.resize(0);
    remainder = static_cast<Natural&&>(rest);
  } else if (b.count == 1) {
    Natural q;
    q.resize(a.count);
    Digit rest = divide_small(q.data(), a, b[0]);
    q.trim();
    quotient = static_cast<Natural&&>(q);
    remainder = Natural(rest);
  } else {
    Natural q, r;
    if (b.count < recursive_threshold || a.count - b.count < recursive_threshold) divide_schoolbook(a, b, q, r);
    else divide_recursive(a, b, q, r);
    quotient = static_cast<Natural&&>(q);
    remainder = static_cast<Natural&&>(r);
  }
}

Natural remainder(View a, View b) {
  Natural q, r;
  divide(a, b, q, r);
  return r;
}

}  // namespace py::magnitude
