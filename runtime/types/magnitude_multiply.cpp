// Multiplication of natural numbers: rows of 64-bit products, Karatsuba above a threshold.
#include <utility>

#include "runtime/types/magnitude.hpp"

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

// out[0..n+1] += a * b for two digits b; out[n] and out[n+1] are not yet set.
void add_row_word(Digit* out, View a, uint64_t b) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; i + 1 < a.count; i += 2) {
    DoubleWord t = static_cast<DoubleWord>(load_word(a.digits + i)) * b + load_word(out + i) + carry;
    store_word(out + i, static_cast<uint64_t>(t));
    carry = static_cast<uint64_t>(t >> 64);
  }
  if (i < a.count) {
    DoubleWord t = static_cast<DoubleWord>(a[i]) * b + out[i] + carry;   // below 2^96
    store_word(out + i, static_cast<uint64_t>(t));
    out[i + 2] = static_cast<Digit>(t >> 64);
  } else {
    store_word(out + i, carry);
  }
}

// a.count >= b.count >= 1
void schoolbook(Digit* out, View a, View b) {
  std::memset(out, 0, a.count * sizeof(Digit));
  size_t j = 0;
  for (; j + 1 < b.count; j += 2) add_row_word(out + j, a, load_word(b.digits + j));
  if (j < b.count) add_row_digit(out + j, a, b[j]);
}

constexpr size_t karatsuba_threshold = 80;

// out[at...] += v; the sum is known to fit.
void add_at(Digit* out, View v) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; i < v.count; ++i) {
    carry += static_cast<uint64_t>(out[i]) + v[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  for (; carry; ++i) {
    carry += out[i];
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
  if (b.count == 0) {
    std::memset(out, 0, a.count * sizeof(Digit));
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

size_t multiply_small(Digit* out, View v, Digit factor, Digit addend) {
  uint64_t carry = addend;
  size_t i = 0;
  for (; i + 1 < v.count; i += 2) {
    DoubleWord t = static_cast<DoubleWord>(load_word(v.digits + i)) * factor + carry;
    store_word(out + i, static_cast<uint64_t>(t));
    carry = static_cast<uint64_t>(t >> 64);
  }
  if (i < v.count) {
    carry += static_cast<uint64_t>(v[i]) * factor;
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  if (carry == 0) return trimmed(out, v.count);
  out[v.count] = static_cast<Digit>(carry);
  return v.count + 1;
}

}  // namespace py::magnitude
