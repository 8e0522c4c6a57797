// Value: the 64-bit tagged word that every Python value is at run time.
//
//   ...............1   small int, 63 bits, two's complement           (no allocation)
//   ..............10   float of 2^-253 up to 2^257, or a zero         (no allocation; its
//                      double times 2^-768, rotated left by 3 to make room for the tag: two bits
//                      of an exponent that small are zero, and a multiplication by a power of two
//                      is exact; after the "flonum" of CRuby's gc)
//   .............000   pointer to an Object
//   .............100   immediates: None, True, False, Ellipsis, NotImplemented,
//                      Undefined (unbound variable, absent argument) and Error
//
// Error is the one reserved pattern that says "a Python exception is pending in the thread
// state". A function that can raise returns a Value and the caller tests is_error().
//
// Ownership: a Value is trivially copyable and says nothing about ownership. By convention
// parameters are borrowed and results are owned (the caller must release or adopt them, see
// Ref in object.hpp), unless a function's name ends in _borrowed or its comment says so.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace py {

struct Object;

struct [[nodiscard]] Value {
  uint64_t bits;

  static constexpr uint64_t error_bits = 0x04, undefined_bits = 0x0c, none_bits = 0x14,
                            not_implemented_bits = 0x1c, false_bits = 0x24, true_bits = 0x2c,
                            ellipsis_bits = 0x34;
  static constexpr int64_t small_max = (int64_t{1} << 62) - 1, small_min = -(int64_t{1} << 62);

  constexpr bool is_error() const { return bits == error_bits; }
  constexpr bool is_undefined() const { return bits == undefined_bits; }
  constexpr bool is_none() const { return bits == none_bits; }
  constexpr bool is_not_implemented() const { return bits == not_implemented_bits; }
  constexpr bool is_true() const { return bits == true_bits; }
  constexpr bool is_false() const { return bits == false_bits; }
  constexpr bool is_bool() const { return (bits | 8) == true_bits; }
  constexpr bool is_small_int() const { return bits & 1; }
  constexpr bool is_inline_float() const { return (bits & 3) == 2; }
  constexpr bool is_object() const { return (bits & 7) == 0; }

  // Identity, the `is` operator for everything but floats and ints outside the inline range.
  constexpr bool same(Value other) const { return bits == other.bits; }

  constexpr int64_t small_int() const { return static_cast<int64_t>(bits) >> 1; }
  Object* object() const { return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits)); }
  template <class T> T* as() const { return static_cast<T*>(object()); }  // unchecked

  double inline_float() const { return std::bit_cast<double>(std::rotr(bits - 2, 3)) * 0x1p768; }
  // Both at once, where the way of a number is hot: what is left without the tag tells, by one test, whether it had one. The compiler
  // would test the tag by itself, which takes a third more instructions, if it knew where `untagged` comes from.
  bool take_inline_float(double& out) const {
    uint64_t untagged = bits - 2;
    if (!__builtin_constant_p(untagged)) asm("" : "+r"(untagged));
    if (untagged & 3) return false;
    out = std::bit_cast<double>(std::rotr(untagged, 3)) * 0x1p768;
    return true;
  }
};

inline constexpr Value Error{Value::error_bits}, Undefined{Value::undefined_bits}, None{Value::none_bits},
    NotImplemented{Value::not_implemented_bits}, False{Value::false_bits}, True{Value::true_bits},
    Ellipsis{Value::ellipsis_bits};

constexpr Value boolean(bool b) { return Value{b ? Value::true_bits : Value::false_bits}; }
constexpr bool fits_small_int(int64_t n) { return n >= Value::small_min && n <= Value::small_max; }
// n must satisfy fits_small_int; make_int() (numbers.hpp) takes any int64_t.
constexpr Value small_int(int64_t n) { return Value{(static_cast<uint64_t>(n) << 1) | 1}; }
inline Value object_value(const Object* o) { return Value{reinterpret_cast<uintptr_t>(o)}; }

// True and out is set if d has an inline representation; inf, nan and extreme exponents have none.
inline bool encode_inline_float(double d, Value& out) {
  uint64_t bits = std::rotl(std::bit_cast<uint64_t>(d * 0x1p-768), 3);
  // Exponent, mantissa, sign, and the two bits of the exponent that must be zero. An exponent below 2 is a zero's, or that of
  // a number so small that the multiplication may have rounded it.
  if ((bits & 3) != 0) [[unlikely]] return false;
  if (bits >> 56 == 0) [[unlikely]] {
    if (d != 0) return false;
  }
  out.bits = bits + 2;
  return true;
}

}  // namespace py
