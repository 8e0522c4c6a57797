// Natural numbers: storage, comparison, addition, shifts, bits.
#include "runtime/types/magnitude_words.hpp"

#include <bit>
#include <cstdlib>
#include <utility>

namespace py::magnitude {

Natural::Natural(uint64_t value) {
  inline_[0] = static_cast<Digit>(value);
  inline_[1] = static_cast<Digit>(value >> 32);
  count_ = trimmed(inline_, 2);
}

Natural::Natural(View v) { assign(v); }

Natural::~Natural() {
  if (digits_ != inline_) std::free(digits_);
}

void Natural::steal(Natural& other) {
  count_ = other.count_;
  if (other.digits_ == other.inline_) {
    digits_ = inline_;
    capacity_ = inline_capacity;
    std::memcpy(inline_, other.inline_, count_ * sizeof(Digit));
  } else {
    digits_ = std::exchange(other.digits_, other.inline_);
    capacity_ = std::exchange(other.capacity_, inline_capacity);
  }
  other.count_ = 0;
}

Natural& Natural::operator=(Natural&& other) noexcept {
  if (this == &other) return *this;
  if (digits_ != inline_) std::free(digits_);
  steal(other);
  return *this;
}

void Natural::resize(size_t count) {
  if (count > capacity_) {
    Digit* bigger = static_cast<Digit*>(std::malloc(count * sizeof(Digit)));
    if (!bigger) std::abort();
    std::memcpy(bigger, digits_, count_ * sizeof(Digit));
    if (digits_ != inline_) std::free(digits_);
    digits_ = bigger;
    capacity_ = count;
  }
  count_ = count;
}

void Natural::assign(View v) {
  if (v.digits == digits_) {
    count_ = v.count;
    return;
  }
  count_ = 0;
  resize(v.count);
  std::memmove(digits_, v.digits, v.count * sizeof(Digit));
}

size_t bit_length(View v) {
  return v.count == 0 ? 0 : v.count * 32 - static_cast<size_t>(std::countl_zero(v[v.count - 1]));
}

size_t bit_count(View v) {
  size_t total = 0;
  for (size_t i = 0; i < v.count; ++i) total += static_cast<size_t>(std::popcount(v[i]));
  return total;
}

size_t trailing_zeros(View v) {
  size_t i = 0;
  while (v[i] == 0) ++i;
  return i * 32 + static_cast<size_t>(std::countr_zero(v[i]));
}

bool test_bit(View v, size_t bit) { return bit / 32 < v.count && (v[bit / 32] >> (bit % 32) & 1); }

int compare(View a, View b) {
  if (a.count != b.count) return a.count < b.count ? -1 : 1;
  for (size_t i = a.count; i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

size_t add(Digit* out, View a, View b) {
  if (a.count < b.count) std::swap(a, b);
  bool over = false;
  size_t i = for_word_pairs(out, a.digits, b.digits, b.count, over, add_carrying);
  uint64_t carry = over;
  for (; i < b.count; ++i) {
    carry += static_cast<uint64_t>(a[i]) + b[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  if (carry == 0) {
    if (out != a.digits) std::memcpy(out + i, a.digits + i, (a.count - i) * sizeof(Digit));
    return a.count;
  }
  for (; i < a.count; ++i) {
    carry += a[i];
    out[i] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  if (carry == 0) return a.count;
  out[i] = static_cast<Digit>(carry);
  return i + 1;
}

size_t subtract(Digit* out, View a, View b) {
  bool under = false;
  size_t i = for_word_pairs(out, a.digits, b.digits, b.count, under, subtract_borrowing);
  int64_t borrow = -static_cast<int64_t>(under);
  for (; i < b.count; ++i) {
    borrow += static_cast<int64_t>(a[i]) - b[i];
    out[i] = static_cast<Digit>(borrow);
    borrow >>= 32;
  }
  for (; i < a.count; ++i) {
    borrow += a[i];
    out[i] = static_cast<Digit>(borrow);
    borrow >>= 32;
  }
  return trimmed(out, a.count);
}

size_t shift_left(Digit* out, View v, size_t bits) {
  if (v.count == 0) return 0;
  size_t words = bits / 32;
  unsigned rest = bits % 32;
  uint64_t carry = 0;
  size_t i = 0;
  for (; i + 1 < v.count; i += 2) {
    uint64_t word = load_word(v.digits + i);
    store_word(out + i + words, word << rest | carry);
    carry = word >> 1 >> (63 - rest);                    // shifts by 64 are not defined, so that `rest` may be 0
  }
  for (; i < v.count; ++i) {
    carry |= static_cast<uint64_t>(v[i]) << rest;
    out[i + words] = static_cast<Digit>(carry);
    carry >>= 32;
  }
  out[v.count + words] = static_cast<Digit>(carry);
  std::memset(out, 0, words * sizeof(Digit));
  return trimmed(out, v.count + words + 1);
}

size_t shift_right(Digit* out, View v, size_t bits) {
  size_t words = bits / 32;
  unsigned rest = bits % 32;
  if (words >= v.count) return 0;
  size_t n = v.count - words, i = 0;
  for (; i + 2 < n; i += 2) {
    uint64_t next = v[i + words + 2];
    store_word(out + i, load_word(v.digits + i + words) >> rest | next << 1 << (63 - rest));
  }
  for (; i < n; ++i) {
    uint64_t wide = v[i + words];
    if (i + 1 < n) wide |= static_cast<uint64_t>(v[i + words + 1]) << 32;
    out[i] = static_cast<Digit>(wide >> rest);
  }
  return trimmed(out, n);
}

Natural add(View a, View b) {
  Natural r;
  r.resize((a.count > b.count ? a.count : b.count) + 1);
  r.resize(add(r.data(), a, b));
  return r;
}

Natural subtract(View a, View b) {
  Natural r;
  r.resize(a.count);
  r.resize(subtract(r.data(), a, b));
  return r;
}

Natural shift_left(View v, size_t bits) {
  Natural r;
  if (v.count == 0) return r;
  r.resize(v.count + bits / 32 + 1);
  r.resize(shift_left(r.data(), v, bits));
  return r;
}

Natural shift_right(View v, size_t bits) {
  Natural r;
  if (bits / 32 >= v.count) return r;
  r.resize(v.count - bits / 32);
  r.resize(shift_right(r.data(), v, bits));
  return r;
}

namespace {
// Digits of a number in two's complement, one at a time from the lowest.
struct TwosComplement {
  View v;
  Digit flip;
  uint64_t carry;
  TwosComplement(View v, bool negative) : v(v), flip(negative ? ~Digit{0} : 0), carry(negative) {}
  Digit digit(size_t i) {
    carry += (i < v.count ? v[i] : 0) ^ flip;
    Digit d = static_cast<Digit>(carry);
    carry >>= 32;
    return d;
  }
};
}  // namespace

Natural bitwise(BitOp op, View a, bool a_negative, View b, bool b_negative, bool& result_negative) {
  TwosComplement x(a, a_negative), y(b, b_negative);
  size_t n = (a.count > b.count ? a.count : b.count) + 1;
  Natural r;
  r.resize(n);
  Digit* out = r.data();
  switch (op) {
    case BitOp::and_op:
      result_negative = a_negative && b_negative;
      for (size_t i = 0; i < n; ++i) out[i] = x.digit(i) & y.digit(i);
      break;
    case BitOp::or_op:
      result_negative = a_negative || b_negative;
      for (size_t i = 0; i < n; ++i) out[i] = x.digit(i) | y.digit(i);
      break;
    case BitOp::xor_op:
      result_negative = a_negative != b_negative;
      for (size_t i = 0; i < n; ++i) out[i] = x.digit(i) ^ y.digit(i);
      break;
  }
  if (result_negative) {
    TwosComplement back({out, n}, true);
    for (size_t i = 0; i < n; ++i) out[i] = back.digit(i);
  }
  r.trim();
  return r;
}

uint64_t top64_sticky(View v, int64_t& shift) {
  size_t bits = bit_length(v);
  shift = static_cast<int64_t>(bits) - 64;
  if (shift <= 0) return low64(v) << -shift;
  Digit room[3];
  size_t words = static_cast<size_t>(shift) / 32;
  size_t n = shift_right(room, v.from(words), static_cast<size_t>(shift) % 32);
  uint64_t top = low64({room, n});
  return top | (trailing_zeros(v) < static_cast<size_t>(shift) ? 1 : 0);
}

}  // namespace py::magnitude
