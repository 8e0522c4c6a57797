// Shared by the files that implement int, and what makes texts of ints.
#pragma once

#include "runtime/types/numbers.hpp"

namespace py {

Value make_int_from_magnitude(bool negative, unsigned __int128 m);
bool big_to_int128(Value plain, __int128& out);          // a BigInt below 2^127
inline bool to_int128(Value plain, __int128& out) {
  if (plain.is_small_int()) {
    out = plain.small_int();
    return true;
  }
  return big_to_int128(plain, out);
}
// top * 2^exponent rounded half to even, where top has its highest bit set and its lowest bit is sticky.
double scale_rounded(uint64_t top, int64_t exponent, bool& overflow);

Value int_repr(Value v);
// The digits of a number below that, in a word from its lowest byte on, which is not read again in other pieces than it is written
// in. All of them are found at once: by 10,000, both halves by 100, all quarters by 10.
inline constexpr uint64_t below_short = 100000000;
[[gnu::always_inline]] inline uint64_t short_digits(uint64_t n, size_t& length) {
  uint64_t fours = n / 10000 | (n % 10000) << 32;
  uint64_t hundreds = fours * 10486 >> 20 & 0x7f0000007fu;
  uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
  uint64_t tens = twos * 103 >> 10 & 0x000f000f000f000fu;
  uint64_t digits = tens | (twos - tens * 10) << 8;      // the first one lowest
  int zeros = __builtin_ctzll(digits | uint64_t{1} << 63) / 8;
  length = static_cast<size_t>(8 - zeros);
  return (digits | 0x3030303030303030u) >> 8 * zeros;
}
Value int_from_bytes_text(std::string_view text, int base, Value origin);

extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];
Value int_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);

}  // namespace py
