// What a code point is (letter, digit, space, ...) and how its case maps, as CPython's str methods see it.
// The tables (unicode_tables.cpp) are generated: code points in blocks of eight, blocks in groups, and of each only what
// differs, since programs for browsers carry them. What repr(), int() and float() ask of characters stands apart in small tables:
// every program has those three, few have str.upper() and what else needs a record.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace py::unicode {

enum Flag : uint16_t {                   // the order is the generator's
  alpha = 1, decimal = 2, digit = 4, numeric = 8, lower = 16, upper = 32, title = 64, cased = 128, case_ignorable = 256,
  line_break = 512, identifier_start = 1024, identifier_continue = 2048,
  special_case = 4096,                   // the four numbers are indices into special_cases: a count, then code points
};

struct Record {
  uint16_t flags;
  uint8_t category;                      // index into the general categories: Cn, then the others sorted
  uint8_t digit_value;                   // 255: none
  int32_t to_upper, to_lower, to_title, to_fold;   // added to the code point
};

inline constexpr unsigned block_shift = 3, group_shift = 5;   // code points of a block, blocks of a group
extern const Record records[];
extern const uint16_t special_cases[];
extern const uint8_t group_of[];
extern const uint16_t block_of[];
extern const uint16_t record_of[];
extern const uint32_t printable_end;                          // from here on only the variation selectors are
extern const uint8_t printable_group_of[], printable_block_of[];
extern const uint32_t printable_bits[];
extern const uint32_t decimal_zeros[65];                      // above ASCII; nine digits follow each

inline const Record& record(uint32_t c) {
  constexpr uint32_t in_block = (1u << block_shift) - 1, in_group = (1u << group_shift) - 1;
  uint32_t block = block_of[uint32_t{group_of[c >> (block_shift + group_shift)]} << group_shift | (c >> block_shift & in_group)];
  return records[record_of[block << block_shift | (c & in_block)]];
}
inline bool is(uint32_t c, uint16_t flags) { return record(c).flags & flags; }
inline bool is_space(uint32_t c) {
  if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  if (c < 0x1680) return c == 0x85 || c == 0xA0;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}
inline bool is_line_break(uint32_t c) { return c < 128 ? (c >= 10 && c <= 13) || (c >= 28 && c <= 30) : is(c, line_break); }
inline bool is_printable(uint32_t c) {
  if (c < 128) return c >= 32 && c < 127;
  if (c >= printable_end) return c >= 0xE0100 && c < 0xE01F0;
  uint32_t block = printable_block_of[uint32_t{printable_group_of[c >> 10]} << 3 | (c >> 7 & 7)];
  return printable_bits[block << 2 | (c >> 5 & 3)] >> (c & 31) & 1;
}
// 0-9 for decimal digits (Nd), else -1: what int() and float() accept.
inline int decimal_value(uint32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  const uint32_t* zero = std::upper_bound(std::begin(decimal_zeros), std::end(decimal_zeros), c);
  uint32_t value = zero == decimal_zeros ? 10 : c - zero[-1];
  return value < 10 ? static_cast<int>(value) : -1;
}

enum class Case : uint8_t { upper, lower, title, fold };
// Full mapping of c; out gets 1 to 3 code points, the count is returned. Lower of a capital sigma is context
// dependent and the caller's business.
inline int map_case(uint32_t c, Case which, uint32_t out[3]) {
  const Record& r = record(c);
  int32_t value = which == Case::upper ? r.to_upper : which == Case::lower ? r.to_lower : which == Case::title ? r.to_title : r.to_fold;
  if (!(r.flags & special_case)) {
    out[0] = c + static_cast<uint32_t>(value);
    return 1;
  }
  int n = special_cases[value];
  for (int i = 0; i < n; ++i) out[i] = special_cases[value + 1 + i];
  return n;
}

}  // namespace py::unicode
