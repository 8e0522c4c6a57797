// Sorting by numbers that stand for keys: a radix sort, as comparisons of keys in no order are guessed wrong half of the time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

namespace py {

struct Ranked {
  uint64_t rank;
  int64_t at;                            // where the item was
};

// How ranks that differ in no bits but `varying` are taken apart: digits of `width` bits from bit `low` on.
struct RankDigits {
  int low, width, passes;
  RankDigits(uint64_t varying, int64_t n) {
    low = varying ? std::countr_zero(varying) : 0;
    int bits = 64 - low - std::countl_zero(varying | uint64_t{1} << low);
    passes = (bits + (n < 4096 ? 7 : 10)) / (n < 4096 ? 8 : 11);
    width = (bits + passes - 1) / passes;
  }
  // Against comparing n log n times; 64 for the table of each digit.
  bool pay(int64_t n) const { return passes * (n + 64) < 3 * n * (std::bit_width(static_cast<uint64_t>(n)) - 1); }
};

// Stable. Returns where the sorted items are: in `items` or in `other`, which has as much room.
inline Ranked* rank_sort(Ranked* items, Ranked* other, int64_t n, RankDigits digits) {
  for (int pass = 0; pass < digits.passes; ++pass) {
    int shift = digits.low + pass * digits.width;
    uint64_t mask = (uint64_t{1} << digits.width) - 1;
    int64_t places[2048];
    std::memset(places, 0, (mask + 1) * sizeof *places);
    for (int64_t i = 0; i < n; ++i) ++places[items[i].rank >> shift & mask];
    int64_t place = 0;
    for (uint64_t digit = 0; digit <= mask; ++digit) place += std::exchange(places[digit], place);
    for (int64_t i = 0; i < n; ++i) other[places[items[i].rank >> shift & mask]++] = items[i];
    std::swap(items, other);
  }
  return items;
}

}  // namespace py
