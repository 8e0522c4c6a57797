// Working with str objects from C++: allocation, slices, concatenation, comparison, search, and StrBuilder.
//
// A Str always has the narrowest kind its code points allow (PEP 393); every function here keeps that so that
// equal texts have equal kinds. Results are owned. Functions that allocate return Error (or nullptr) with
// MemoryError pending when memory runs out, and nothing else. All are safe from any thread as Strs never change,
// with the one exception of str_append_owned() and str_inplace_add(), see there.
#pragma once

#include <cstring>

#include "runtime/object/layouts.hpp"

namespace py {

inline constexpr uint32_t str_ascii_bit = 8, str_interned_bit = 16;
// aux bits 8-13: 0, or k when the character data has room for 1 << k bytes (left by appending in place).
inline constexpr unsigned str_capacity_shift = 8;

struct Latin1Char : Str {                                // preallocated, immortal, interned; text[0] is the character
  uint8_t text[8];
};
alignas(Latin1Char) extern std::byte latin1_chars[256 * sizeof(Latin1Char)];
extern Latin1Char empty_str_object;
inline Str* empty_str() { return &empty_str_object; }
inline Value latin1_char(uint8_t c) { return object_value(reinterpret_cast<Latin1Char*>(latin1_chars) + c); }

inline constexpr int kind_for(uint32_t max_code_point) { return max_code_point < 0x100 ? 1 : max_code_point < 0x10000 ? 2 : 4; }

// Data uninitialised; the caller fills in characters whose greatest is exactly of this kind. length > 0.
Str* allocate_str(int64_t length, int kind, bool ascii);
// From an array of code units of `kind` bytes, narrowed to fit.
Value make_str_units(const void* units, int kind, int64_t length);
// The text of what is valid UTF-8 without surrogates; Undefined for anything else.
Value make_str_if_utf8(const uint8_t* utf8, size_t size);
Value make_str_latin1(const uint8_t* text, int64_t length);
// The owned text s[start:end]; 0 <= start <= end <= length.
Value str_slice(Str* s, int64_t start, int64_t end);
// s[i] as a str; 0 <= i < length.
inline Value str_char(const Str* s, int64_t i) {
  uint32_t c = s->at(i);
  return c < 256 ? latin1_char(static_cast<uint8_t>(c)) : make_str_code_point(c);
}
Value str_concat(Str* a, Str* b);
Value str_repeat(Str* s, int64_t times);
// <0, 0, >0 in code-point order.
int str_order(const Str* a, const Str* b);
bool str_equal_ascii(const Str* s, std::string_view ascii);
uint32_t str_max_code_point(const Str* s, int64_t start, int64_t end);

// a + b where the caller gives up its reference to a: when that is the only one, b is appended in a's own memory,
// so that a loop of `a += b` is linear. a must not be reachable by another thread through a Slot.
// Anything but two exact strs is not accepted: the caller checks.
Value str_append_owned(Value a_owned, Str* b);
// For `a += b` on a variable that will be overwritten with the result at once. a borrowed, result owned.
Value str_inplace_add(Value a, Str* b);

// Index of the first/last occurrence of needle in s[start:end], or -1. start and end are in range.
int64_t str_find(const Str* s, const Str* needle, int64_t start, int64_t end);
int64_t str_rfind(const Str* s, const Str* needle, int64_t start, int64_t end);
int64_t str_find_char(const Str* s, uint32_t c, int64_t start, int64_t end);
int64_t str_rfind_char(const Str* s, uint32_t c, int64_t start, int64_t end);
int64_t str_count(const Str* s, const Str* needle, int64_t start, int64_t end, int64_t max);

// The same on arrays of units of `kind` bytes (bytes objects: 1): first/last index of needle in n units, or -1.
int64_t find_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind);
int64_t rfind_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind);
// Occurrences that do not overlap, up to max (negative: no limit). m > 0.
int64_t count_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind, int64_t max);

// A needle's units at the width of the text searched in; units is null when it cannot occur there.
class Needle {
 public:
  Needle(const Str* needle, int kind);
  ~Needle();
  Needle(const Needle&) = delete;
  Needle& operator=(const Needle&) = delete;
  const uint8_t* units;
  int64_t length;

 private:
  uint8_t* owned_ = nullptr;
  uint32_t small_[16];
};

// The characters of a Str take whole words of 8 bytes; what follows the text in the last of them means nothing.
inline uint64_t load_word(const uint8_t* p) {
  uint64_t word;
  std::memcpy(&word, p, 8);
  return word;
}
inline void store_word(uint8_t* p, uint64_t word) { std::memcpy(p, &word, 8); }

// The n < 8 bytes at p as a little-endian number.
uint64_t load_few_exactly(const uint8_t* p, size_t n);
inline uint64_t load_few(const uint8_t* p, size_t n) {
#if !defined(PORTALIS_SANITIZE_ADDRESS) && !defined(PORTALIS_SANITIZE_THREAD)
  // A word that lies in one page can be read whole, which takes no branch that depends on n.
  if ((reinterpret_cast<uintptr_t>(p) & 4095) <= 4096 - 8) [[likely]] {
    asm("" : "+r"(p));                   // the compiler may know how much of it there is
    return load_word(p) & ~(~uint64_t{0} << 8 * n);
  }
#endif
  return load_few_exactly(p, n);
}

int64_t hash_bytes(const void* data, size_t size);       // CPython's hash of a str's or bytes' memory
void set_hash_seed(uint64_t k0, uint64_t k1);            // tests only; before anything is hashed

// Collects code points and slices of strs into one str. Widens as needed; at most one copy at the end.
class StrBuilder {
 public:
  StrBuilder() = default;
  StrBuilder(const StrBuilder&) = delete;
  StrBuilder& operator=(const StrBuilder&) = delete;
  ~StrBuilder();
  void append(uint32_t code_point) {
    if (code_point > max_) max_ = code_point;
    reserve(code_point, 1);
    store(length_++, code_point);
  }
  void append(const Str* s) { append(s, 0, s->length); }
  void append(const Str* s, int64_t start, int64_t end);
  void append_ascii(std::string_view text);
  void append_repeated(uint32_t code_point, int64_t times);
  int64_t length() const { return length_; }
  Value finish();                                        // the text; the builder is empty afterwards

 private:
  // Room for `extra` more code points up to the given one.
  void reserve(uint32_t code_point, int64_t extra) {
    if (length_ + extra > capacity_ || kind_for(code_point) > kind_) [[unlikely]] grow(code_point, extra);
  }
  void grow(uint32_t code_point, int64_t extra);
  void store(int64_t i, uint32_t c) {
    if (kind_ == 1) data_[i] = static_cast<uint8_t>(c);
    else if (kind_ == 2) reinterpret_cast<uint16_t*>(data_)[i] = static_cast<uint16_t>(c);
    else reinterpret_cast<uint32_t*>(data_)[i] = c;
  }
  static constexpr int64_t small = 256;
  alignas(8) uint8_t small_[small];
  uint8_t* data_ = small_;
  int64_t length_ = 0, capacity_ = small;                // in code points
  uint32_t max_ = 0;
  int kind_ = 1;
};

}  // namespace py
