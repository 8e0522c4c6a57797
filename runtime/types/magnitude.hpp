// Arithmetic on natural numbers of any size: what int is built on. No Python object in it.
//
// A number is an array of 32-bit digits, least significant first, without leading zeros (zero has
// none). Raw functions write into room the caller supplies, so that int results are computed in
// place in the object that will hold them; Natural is for intermediate results.
// Algorithms: Knuth, The Art of Computer Programming 2, 4.3; Karatsuba; Burnikel and Ziegler,
// "Fast Recursive Division" (1998); Lehmer's gcd (Knuth 4.5.2 L).
//
// Inner loops work on pairs of digits as one 64-bit word: digits are little-endian and arrays may
// have odd length and any alignment, so words are read and written with memcpy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace py::magnitude {

using Digit = uint32_t;

// Borrowed digits.
struct View {
  const Digit* digits;
  size_t count;
  bool is_zero() const { return count == 0; }
  Digit operator[](size_t i) const { return digits[i]; }
  View low(size_t n) const;                              // the n lowest digits, trimmed
  View from(size_t n) const { return n < count ? View{digits + n, count - n} : View{digits, 0}; }
};

// Two digits as one word.
inline uint64_t load_word(const Digit* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}
inline void store_word(Digit* p, uint64_t word) { std::memcpy(p, &word, sizeof word); }
using DoubleWord = unsigned __int128;

inline size_t trimmed(const Digit* digits, size_t count) {
  while (count > 0 && digits[count - 1] == 0) --count;
  return count;
}
inline View View::low(size_t n) const { return {digits, trimmed(digits, n < count ? n : count)}; }

// Owned digits; small numbers need no allocation. Running out of memory ends the process.
class Natural {
 public:
  Natural() = default;
  explicit Natural(uint64_t value);
  explicit Natural(View v);
  Natural(const Natural& other) : Natural(View(other)) {}
  Natural(Natural&& other) noexcept { steal(other); }
  Natural& operator=(Natural&& other) noexcept;
  ~Natural();

  operator View() const { return {digits_, count_}; }
  Digit* data() { return digits_; }
  size_t size() const { return count_; }
  bool is_zero() const { return count_ == 0; }
  void resize(size_t count);                             // new digits are not set
  void trim() { count_ = trimmed(digits_, count_); }
  void assign(View v);

 private:
  void steal(Natural& other);
  static constexpr size_t inline_capacity = 8;
  Digit* digits_ = inline_;
  size_t count_ = 0, capacity_ = inline_capacity;
  Digit inline_[inline_capacity];
};

inline uint64_t low64(View v) {
  return v.count == 0 ? 0 : v.count == 1 ? v[0] : v[0] | static_cast<uint64_t>(v[1]) << 32;
}
size_t bit_length(View v);
size_t bit_count(View v);
size_t trailing_zeros(View v);                           // of a number other than zero
bool test_bit(View v, size_t bit);
int compare(View a, View b);                             // <0, 0, >0

// out: room for max(a, b) + 1 digits; may be a or b. Return the trimmed count.
size_t add(Digit* out, View a, View b);
size_t subtract(Digit* out, View a, View b);             // a >= b; room for a.count
// out: room for v.count + bits / 32 + 1 digits; not v.
size_t shift_left(Digit* out, View v, size_t bits);
// out: room for v.count - bits / 32 digits; may be v. Rounds down.
size_t shift_right(Digit* out, View v, size_t bits);

// out: room for a.count + b.count digits, all set; neither a nor b. Returns the trimmed count.
size_t multiply(Digit* out, View a, View b);
Natural multiply(View a, View b);
// out = v * factor; out has room for the digits of both, may be v. Returns the trimmed count.
size_t multiply_word(Digit* out, View v, uint64_t factor);

// Quotient digits into out (room v.count, may be v), returns the remainder. divisor != 0.
Digit divide_small(Digit* out, View v, Digit divisor);
Digit remainder_small(View v, Digit divisor);
// a = quotient * b + remainder; b != 0.
void divide(View a, View b, Natural& quotient, Natural& remainder);
// The quotient alone, where the highest digits tell it and the remainder is not zero. false: they do not, or divide() is as quick.
bool divide_tops(View a, View b, Natural& quotient);

Natural add(View a, View b);
Natural subtract(View a, View b);
Natural shift_left(View v, size_t bits);
Natural shift_right(View v, size_t bits);
Natural remainder(View a, View b);

enum class BitOp : uint8_t { and_op, or_op, xor_op };
// Two's complement operation on signed numbers given by sign and magnitude.
Natural bitwise(BitOp op, View a, bool a_negative, View b, bool b_negative, bool& result_negative);

Natural isqrt(View v);                                   // floor of the square root
Natural gcd(View a, View b);
Natural power(View base, uint64_t exponent);
Natural power_mod(View base, View exponent, View modulus);   // modulus != 0
// x with (v * x) mod modulus == 1; false if there is none. modulus > 1.
bool inverse_mod(View v, View modulus, Natural& out);

// The value scaled into [2^63, 2^64) plus the binary exponent: v ~ top * 2^shift, with the lowest bit of
// `top` set when bits were lost (sticky). For correctly rounded conversion to double. v != 0.
uint64_t top64_sticky(View v, int64_t& shift);

// Digits of v in base 2..36, lower case; appended.
void append_text(std::string& out, View v, int base);
// digits: only valid digits of the base, lower or upper case.
Natural from_text(std::string_view digits, int base);
// An estimate of the decimal digits of v that is never above the true number.
size_t decimal_digits_at_least(View v);

}  // namespace py::magnitude
