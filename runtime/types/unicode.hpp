// What a code point is (letter, digit, space, ...) and how its case maps, as CPython's str methods see it.
// The tables (unicode_tables.cpp) are generated: code points in blocks of eight, blocks in groups, and of each only what
// differs, since programs for browsers carry them.
#pragma once

#include <cstdint>

namespace py::unicode {

enum Flag : uint16_t {                   // the order is the generator's
  alpha = 1, decimal = 2, digit = 4, numeric = 8, lower = 16, upper = 32, title = 64, cased = 128, case_ignorable = 256,
  space = 512, line_break = 1024, printable = 2048, identifier_start = 4096, identifier_continue = 8192,
  special_case = 16384,                  // the four numbers are indices into special_cases: a count, then code points
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

inline const Record& record(uint32_t c) {
  constexpr uint32_t in_block = (1u << block_shift) - 1, in_group = (1u << group_shift) - 1;
  uint32_t block = block_of[uint32_t{group_of[c >> (block_shift + group_shift)]} << group_shift | (c >> block_shift & in_group)];
  return records[record_of[block << block_shift | (c & in_block)]];
}
inline bool is(uint32_t c, uint16_t flags) { return record(c).flags & flags; }
inline bool is_space(uint32_t c) { return c < 128 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : is(c, space); }
inline bool is_line_break(uint32_t c) { return c < 128 ? (c >= 10 && c <= 13) || (c >= 28 && c <= 30) : is(c, line_break); }
inline bool is_printable(uint32_t c) { return c < 128 ? c >= 32 && c < 127 : is(c, printable); }
// 0-9 for decimal digits (Nd), else -1: what int() and float() accept.
inline int decimal_value(uint32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  const Record& r = record(c);
  return r.flags & decimal ? r.digit_value : -1;
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
