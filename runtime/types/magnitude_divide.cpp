// Division of natural numbers: by a digit or word, Knuth's algorithm D, and recursively (Burnikel and Ziegler)
// for long divisors, so that it costs little more than multiplication.
#include "runtime/types/magnitude_words.hpp"

namespace py::magnitude {

namespace {
constexpr size_t worth_reciprocal = 6;                   // digits; making one takes as long as dividing a few
}

Digit divide_small(Digit* out, View v, Digit divisor) {
  if (v.count >= worth_reciprocal) return static_cast<Digit>(divide_by_word(out, v, WordDivisor(divisor)));
  uint64_t rest = 0;
  for (size_t i = v.count; i-- > 0;) {
    rest = rest << 32 | v[i];
    out[i] = static_cast<Digit>(rest / divisor);
    rest %= divisor;
  }
  return static_cast<Digit>(rest);
}

Digit remainder_small(View v, Digit divisor) {
  if (v.count >= worth_reciprocal) return static_cast<Digit>(divide_by_word(v, WordDivisor(divisor), [](size_t, uint64_t) {}));
  uint64_t rest = 0;
  for (size_t i = v.count; i-- > 0;) rest = (rest << 32 | v[i]) % divisor;
  return static_cast<Digit>(rest);
}

namespace {

// The two highest words of a divisor, shifted so that the highest bit is set, by which three words are divided at a time
// (Möller and Granlund's algorithms 4 and 6).
class TwoWordDivisor {
 public:
  TwoWordDivisor(uint64_t high, uint64_t low) : divisor_(join(high, low)), reciprocal_(reciprocal_of(high)) {
    uint64_t p = high * reciprocal_ + low;
    if (p < low) {
      --reciprocal_;
      if (p >= high) {
        --reciprocal_;
        p -= high;
      }
      p -= high;
    }
    DoubleWord t = static_cast<DoubleWord>(reciprocal_) * low;
    p += static_cast<uint64_t>(t >> 64);
    if (p < static_cast<uint64_t>(t >> 64)) {
      --reciprocal_;
      if (join(p, static_cast<uint64_t>(t)) >= divisor_) --reciprocal_;
    }
  }
  // a:b:c / divisor, where a:b is below the divisor.
  uint64_t quotient(uint64_t a, uint64_t b, uint64_t c) const {
    uint64_t high = static_cast<uint64_t>(divisor_ >> 64), low = static_cast<uint64_t>(divisor_);
    DoubleWord q = static_cast<DoubleWord>(reciprocal_) * a + join(a, b);
    uint64_t quotient = static_cast<uint64_t>(q >> 64);
    DoubleWord rest = join(b - quotient * high, c) - static_cast<DoubleWord>(quotient) * low - divisor_;
    ++quotient;
    if (static_cast<uint64_t>(rest >> 64) >= static_cast<uint64_t>(q)) {
      --quotient;
      rest += divisor_;
    }
    return rest >= divisor_ ? quotient + 1 : quotient;
  }
  bool is_above(uint64_t a, uint64_t b) const { return join(a, b) < divisor_; }

 private:
  static DoubleWord join(uint64_t high, uint64_t low) { return static_cast<DoubleWord>(high) << 64 | low; }
  DoubleWord divisor_;
  uint64_t reciprocal_;
};

// v << shift as n words.
void shift_into(Digit* out, View v, size_t n, unsigned shift) {
  uint64_t below = 0;
  for (size_t i = 0; i < n; ++i) {
    uint64_t word = 2 * i < v.count ? word_at(v, i) : 0;
    store_word(out + 2 * i, word << shift | carried(below, shift));
    below = word;
  }
}

// u[0..n] -= v[0..n) * factor, in words; whether the result is negative, and then lacks the borrow.
bool subtract_product(Digit* u, const Digit* v, size_t n, uint64_t factor) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; takes_several && i + 4 <= n; i += 4) {
    uint64_t words[4];
    carry = four_products(words, v + 2 * i, factor, carry);
    bool under = false;
    for (size_t k = 0; k < 4; ++k) store_word(u + 2 * (i + k), subtract_borrowing(load_word(u + 2 * (i + k)), words[k], under));
    carry += under;
  }
  for (; i < n; ++i) {
    DoubleWord product = static_cast<DoubleWord>(load_word(v + 2 * i)) * factor + carry;
    uint64_t low = static_cast<uint64_t>(product), from = load_word(u + 2 * i);
    store_word(u + 2 * i, from - low);
    carry = static_cast<uint64_t>(product >> 64) + (from < low);
  }
  uint64_t top = load_word(u + 2 * n);
  store_word(u + 2 * n, top - carry);
  return top < carry;
}

// u[0..n] += v[0..n), in words.
void add_back(Digit* u, const Digit* v, size_t n) {
  DoubleWord sum = 0;
  for (size_t i = 0; i < n; ++i) {
    sum += static_cast<DoubleWord>(load_word(u + 2 * i)) + load_word(v + 2 * i);
    store_word(u + 2 * i, static_cast<uint64_t>(sum));
    sum >>= 64;
  }
  store_word(u + 2 * n, load_word(u + 2 * n) + static_cast<uint64_t>(sum));
}

// Algorithm D in words. b.count >= 3, a >= b.
void divide_schoolbook(View a, View b, Natural& quotient, Natural& remainder) {
  size_t n = word_count(b), m = word_count(a) - n;
  unsigned shift = static_cast<unsigned>(std::countl_zero(word_at(b, n - 1)));
  Natural rest, divisor;
  rest.resize(2 * (m + n + 1));
  divisor.resize(2 * n);
  Digit* u = rest.data();
  const Digit* v = divisor.data();
  shift_into(u, a, m + n + 1, shift);
  shift_into(divisor.data(), b, n, shift);
  quotient.resize(2 * (m + 1));
  const TwoWordDivisor top(load_word(v + 2 * (n - 1)), load_word(v + 2 * (n - 2)));
  for (size_t j = m + 1; j-- > 0;) {
    const Digit* at = u + 2 * (j + n);
    uint64_t high = load_word(at), middle = load_word(at - 2);
    uint64_t guess = top.is_above(high, middle) ? top.quotient(high, middle, load_word(at - 4)) : ~uint64_t{0};
    if (subtract_product(u + 2 * j, v, n, guess)) [[unlikely]] {   // the guess was one too high
      --guess;
      add_back(u + 2 * j, v, n);
    }
    store_word(quotient.data() + 2 * j, guess);
  }
  quotient.trim();
  rest.resize(2 * n);
  rest.trim();
  remainder = shift ? shift_right(rest, shift) : static_cast<Natural&&>(rest);
}

constexpr size_t recursive_threshold = 200;              // digits of the divisor

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
  } else if (b.count <= 2) {
    Natural q;
    q.resize(a.count);
    uint64_t rest = b.count == 1 ? divide_small(q.data(), a, b[0]) : divide_by_word(q.data(), a, WordDivisor(low64(b)));
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

// With a = A B^k + a0 and b = D B^k + b0: where A = q D + r, what is left of a is r B^k + a0 - q b0. As long as r > q, that is above
// zero, for q b0 < q B^k, and below b, for r < D. With two words of D more than the quotient has it hardly ever fails.
bool divide_tops(View a, View b, Natural& quotient) {
  constexpr size_t worth_it = 4;
  if (a.count < b.count) return false;
  size_t wanted = a.count - b.count + 1 + 4;
  if (b.count < wanted + worth_it) return false;
  size_t below = b.count - wanted;
  Natural rest;
  divide(a.from(below), b.from(below), quotient, rest);
  return compare(rest, quotient) > 0;
}

Natural remainder(View a, View b) {
  Natural q, r;
  divide(a, b, q, r);
  return r;
}

}  // namespace py::magnitude
