// Rows of 64-bit words: carries from word to word, products with one word, and division by one word that is divided by again
// and again: with the word's reciprocal, a step is two multiplications (Möller and Granlund, "Improved Division by Invariant
// Integers", 2011).
#pragma once

#include <bit>

#include "runtime/types/magnitude.hpp"

namespace py::magnitude {

// The i-th pair of digits; a last one without partner has zeros above it.
inline uint64_t word_at(View v, size_t i) { return 2 * i + 1 < v.count ? load_word(v.digits + 2 * i) : v[2 * i]; }
inline size_t word_count(View v) { return (v.count + 1) / 2; }
// The highest bits of `word` that a shift of the word above it by `bits` < 64 makes room for.
inline uint64_t carried(uint64_t word, unsigned bits) { return word >> 1 >> (63 - bits); }

// Whether rows are worth taking several words at a time. WebAssembly has no carries to hand on, and should stay small.
inline constexpr bool takes_several = sizeof(void*) == 8;

// a + b + carry and a - b - borrow, where carry and borrow are replaced by the next word's. Several of these in a row,
// with nothing between, become the processor's own chain of carries.
inline uint64_t add_carrying(uint64_t a, uint64_t b, bool& carry) {
  uint64_t sum;
  bool first = __builtin_add_overflow(a, b, &sum), second = __builtin_add_overflow(sum, carry, &sum);
  carry = first | second;
  return sum;
}
inline uint64_t subtract_borrowing(uint64_t a, uint64_t b, bool& borrow) {
  uint64_t difference;
  bool first = __builtin_sub_overflow(a, b, &difference), second = __builtin_sub_overflow(difference, borrow, &difference);
  borrow = first | second;
  return difference;
}

// What `step` makes of the words of a and b, the carry handed on, for as many of `count` digits as are whole words; how many.
template <class Step>
inline size_t for_word_pairs(Digit* out, const Digit* a, const Digit* b, size_t count, bool& carry, Step&& step) {
  size_t i = 0;
  auto next = [&] {
    store_word(out + i, step(load_word(a + i), load_word(b + i), carry));
    i += 2;
  };
  if constexpr (takes_several) {
    for (size_t rounds = count / 16; rounds > 0; --rounds) next(), next(), next(), next(), next(), next(), next(), next();
    if (count & 8) next(), next(), next(), next();
    if (count & 4) next(), next();
    if (count & 2) next();
  } else {
    while (i + 1 < count) next();
  }
  return i;
}

// Four words of v * factor + carry; the word that comes above them. The products' halves are added in one chain of carries.
[[gnu::always_inline]] inline uint64_t four_products(uint64_t* words, const Digit* v, uint64_t factor, uint64_t carry) {
  bool over = false;
#pragma GCC unroll 4
  for (size_t k = 0; k < 4; ++k) {
    DoubleWord product = static_cast<DoubleWord>(load_word(v + 2 * k)) * factor;
    words[k] = add_carrying(static_cast<uint64_t>(product), carry, over);
    carry = static_cast<uint64_t>(product >> 64);
  }
  return carry + over;
}

// out[0..n) = v[0..n) * factor + carry in words, out may be v; the word that comes above them.
uint64_t multiply_words(Digit* out, const Digit* v, size_t n, uint64_t factor, uint64_t carry);

// (2^128 - 1) / divisor - 2^64, where divisor has its highest bit set.
inline uint64_t reciprocal_of(uint64_t divisor) {
  return static_cast<uint64_t>((static_cast<DoubleWord>(~divisor) << 64 | ~uint64_t{0}) / divisor);
}

class WordDivisor {
 public:
  explicit WordDivisor(uint64_t divisor)
      : shift(static_cast<unsigned>(std::countl_zero(divisor))), divisor_(divisor << shift), reciprocal_(reciprocal_of(divisor_)) {}

  // The quotient of rest:low by the divisor shifted to the top, above which rest is not.
  uint64_t step(uint64_t& rest, uint64_t low) const {
    DoubleWord q = static_cast<DoubleWord>(reciprocal_) * rest + (static_cast<DoubleWord>(rest) << 64 | low);
    uint64_t quotient = static_cast<uint64_t>(q >> 64) + 1, left = low - quotient * divisor_;
    if (left > static_cast<uint64_t>(q)) {
      --quotient;
      left += divisor_;
    }
    if (left >= divisor_) [[unlikely]] {
      ++quotient;
      left -= divisor_;
    }
    rest = left;
    return quotient;
  }
  const unsigned shift;

 private:
  uint64_t divisor_, reciprocal_;
};

// The quotient's v.count digits go to `store` by words, from the top; returns the remainder.
template <class Store>
inline uint64_t divide_by_word(View v, const WordDivisor& by, Store&& store) {
  size_t n = word_count(v);
  if (n == 0) return 0;
  uint64_t word = word_at(v, n - 1), rest = carried(word, by.shift);
  while (n-- > 0) {
    uint64_t below = n ? load_word(v.digits + 2 * (n - 1)) : 0;
    store(n, by.step(rest, word << by.shift | carried(below, by.shift)));
    word = below;
  }
  return rest >> by.shift;
}
// out: room for v.count digits, may be v.
inline uint64_t divide_by_word(Digit* out, View v, const WordDivisor& by) {
  return divide_by_word(v, by, [=](size_t i, uint64_t word) {
    if (2 * i + 1 < v.count) store_word(out + 2 * i, word);
    else out[2 * i] = static_cast<Digit>(word);
  });
}

}  // namespace py::magnitude
