// Finding a needle of two to eight bytes: memmem() takes longer to get ready than most such searches last.
#pragma once

#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/str.hpp"

namespace py {

inline constexpr int64_t fewest_units = 2, most_few_units = 8;

// Calls found(at) where the needle occurs in n bytes, from the first place on and without overlaps, until that returns false.
// Looks at eight places at once for its first and its last byte.
template <class Found>
PORTALIS_IN_LINE void each_of_few(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, Found found) {
  constexpr uint64_t each = 0x0101010101010101u;
  const uint64_t first = each * needle[0], last = each * needle[m - 1], wanted = load_few(needle, static_cast<size_t>(m - 1));
  const uint8_t* ends = hay + m - 1;
  int64_t free = 0;                                      // what is before that belongs to what was found
  auto go_on = [&](int64_t i, uint64_t differing) __attribute__((always_inline)) {
    uint64_t zero_bytes = (differing - each) & ~differing & (each * 0x80);   // and perhaps some behind the first
    for (; zero_bytes; zero_bytes &= zero_bytes - 1) {
      const int64_t at = i + __builtin_ctzll(zero_bytes) / 8;
      if (at < free || load_few(hay + at, static_cast<size_t>(m - 1)) != wanted || ends[at] != needle[m - 1]) continue;
      if (!found(at)) return false;
      free = at + m;
    }
    return true;
  };
  const int64_t places = n - m + 1;
  int64_t i = 0;
  for (; i + 8 <= places; i += 8) {
    if (!go_on(i, (load_word(hay + i) ^ first) | (load_word(ends + i) ^ last))) return;
  }
  const int64_t left = places - i;
  if (left <= 0) return;
  auto load = [&](const uint8_t* p) { return i > 0 ? load_word(p + left - 8) >> 8 * (8 - left) : load_few(p, static_cast<size_t>(left)); };
  (void)go_on(i, (load(hay + i) ^ first) | (load(ends + i) ^ last) | ~uint64_t{0} << 8 * left);
}

}  // namespace py
