// Division by one word that is divided by again and again: with the word's reciprocal, a step is two multiplications
// (Möller and Granlund, "Improved Division by Invariant Integers", 2011).
#pragma once

#include <bit>

#include "runtime/types/magnitude.hpp"

namespace py::magnitude {

// The i-th pair of digits; a last one without partner has zeros above it.
inline uint64_t word_at(View v, size_t i) { return 2 * i + 1 < v.count ? load_word(v.digits + 2 * i) : v[2 * i]; }
inline size_t word_count(View v) { return (v.count + 1) / 2; }
// The highest bits of `word` that a shift of the word above it by `bits` < 64 makes room for.
inline uint64_t carried(uint64_t word, unsigned bits) { return word >> 1 >> (63 - bits); }

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
