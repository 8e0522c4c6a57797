// Multiplication of natural numbers: rows of 64-bit products, Karatsuba above a threshold.
#include <utility>

#include "runtime/types/magnitude_words.hpp"

namespace py::magnitude {

namespace {

// out[0..n] += a * b for one digit b; out[n] is not yet set.
void add_row_digit(Digit* out, View a, Digit b) {
  uint64_t carry = 0;
  for (size_t i = 0; i < a.count; ++i) {
    carry += static_cast<uint64_t>(a[i]) * b + out[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  out[a.count] = static_cast<Digit>(carry);
}

// out[0..n) += v[0..n) * factor in words; the word that comes above them.
uint64_t add_product(Digit* out, const Digit* v, size_t n, uint64_t factor) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; takes_several && i + 4 <= n; i += 4) {
    uint64_t words[4];
    carry = four_products(words, v + 2 * i, factor, carry);
    bool over = false;
    for (size_t k = 0; k < 4; ++k) store_word(out + 2 * (i + k), add_carrying(words[k], load_word(out + 2 * (i + k)), over));
    carry += over;
  }
  for (; i < n; ++i) {
    DoubleWord t = static_cast<DoubleWord>(load_word(v + 2 * i)) * factor + load_word(out + 2 * i) + carry;
    store_word(out + 2 * i, static_cast<uint64_t>(t));
    carry = static_cast<uint64_t>(t >> 64);
  }
  return carry;
}

// out[0..n+1] += a * b for two digits b; out[n] and out[n+1] are not yet set.
void add_row_word(Digit* out, View a, uint64_t b) {
  uint64_t carry = add_product(out, a.digits, a.count / 2, b);
  if (a.count % 2) {
    size_t i = a.count - 1;
    DoubleWord t = static_cast<DoubleWord>(a[i]) * b + out[i] + carry;   // below 2^96
    store_word(out + i, static_cast<uint64_t>(t));
    out[i + 2] = static_cast<Digit>(t >> 64);
  } else {
    store_word(out + a.count, carry);
  }
}

// a.count >= b.count > 2
void schoolbook(Digit* out, View a, View b) {
  size_t set = multiply_word(out, a, load_word(b.digits));
  std::memset(out + set, 0, (a.count + 2 - set) * sizeof(Digit));
  size_t j = 2;
  for (; j + 1 < b.count; j += 2) add_row_word(out + j, a, load_word(b.digits + j));
  if (j < b.count) add_row_digit(out + j, a, b[j]);
}

constexpr size_t karatsuba_threshold = 80;

// out[at...] += v; the sum is known to fit.
void add_at(Digit* out, View v) {
  bool over = false;
  size_t i = for_word_pairs(out, out, v.digits, v.count, over, add_carrying);
  uint64_t carry = over;
  for (; carry || i < v.count; ++i) {
    carry += static_cast<uint64_t>(out[i]) + (i < v.count ? v[i] : 0);
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
}

void product(Digit* out, View a, View b);

// a.count >= b.count > half of a.count
void karatsuba(Digit* out, View a, View b) {
  size_t half = (a.count + 1) / 2;
  View a0 = a.low(half), a1 = a.from(half), b0 = b.low(half), b1 = b.from(half);
  product(out, a0, b0);
  std::memset(out + a0.count + b0.count, 0, (2 * half - a0.count - b0.count) * sizeof(Digit));
  product(out + 2 * half, a1, b1);
  // middle = (a0 + a1)(b0 + b1) - a0 b0 - a1 b1
  Natural sum_a = add(a0, a1), sum_b = add(b0, b1);
  Natural middle = multiply(sum_a, sum_b);
  View low{out, trimmed(out, 2 * half)}, high{out + 2 * half, trimmed(out + 2 * half, a.count + b.count - 2 * half)};
  middle.resize(subtract(middle.data(), middle, low));
  middle.resize(subtract(middle.data(), middle, high));
  add_at(out + half, middle);
}

// Sets all a.count + b.count digits of out.
void product(Digit* out, View a, View b) {
  if (a.count < b.count) std::swap(a, b);
  if (b.count <= 2) {
    size_t set = multiply_word(out, a, low64(b));
    std::memset(out + set, 0, (a.count + b.count - set) * sizeof(Digit));
    return;
  }
  if (b.count < karatsuba_threshold) return schoolbook(out, a, b);
  if (2 * b.count > a.count) return karatsuba(out, a, b);
  // Lopsided: slices of a as long as b.
  std::memset(out, 0, (a.count + b.count) * sizeof(Digit));
  Natural slice;
  for (size_t at = 0; at < a.count; at += b.count) {
    View part = a.from(at).low(b.count);
    slice.resize(part.count + b.count);
    product(slice.data(), part, b);
    add_at(out + at, {slice.data(), trimmed(slice.data(), slice.size())});
  }
}

}  // namespace

size_t multiply(Digit* out, View a, View b) {
  product(out, a, b);
  return trimmed(out, a.count + b.count);
}

Natural multiply(View a, View b) {
  Natural r;
  r.resize(a.count + b.count);
  r.resize(multiply(r.data(), a, b));
  return r;
}

uint64_t multiply_words(Digit* out, const Digit* v, size_t n, uint64_t factor, uint64_t carry) {
  size_t i = 0;
  for (; takes_several && i + 4 <= n; i += 4) {
    uint64_t words[4];
    carry = four_products(words, v + 2 * i, factor, carry);
    std::memcpy(out + 2 * i, words, sizeof words);
  }
  for (; i < n; ++i) {
    DoubleWord t = static_cast<DoubleWord>(load_word(v + 2 * i)) * factor + carry;
    store_word(out + 2 * i, static_cast<uint64_t>(t));
    carry = static_cast<uint64_t>(t >> 64);
  }
  return carry;
}

// Sets what is not zero of the digits of carry, which come after the first n.
static size_t append_carry(Digit* out, size_t n, uint64_t carry) {
  for (; carry; carry >>= 32) out[n++] = static_cast<Digit>(carry);
  return trimmed(out, n);
}

size_t multiply_word(Digit* out, View v, uint64_t factor) {
  uint64_t carry = multiply_words(out, v.digits, v.count / 2, factor, 0);
  if (v.count % 2 == 0) return append_carry(out, v.count, carry);
  DoubleWord top = static_cast<DoubleWord>(v[v.count - 1]) * factor + carry;   // below 2^96
  out[v.count - 1] = static_cast<Digit>(top);
  return append_carry(out, v.count, static_cast<uint64_t>(top >> 32));
}

}  // namespace py::magnitude
