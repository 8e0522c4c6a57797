// Searching in strs and bytes. The C library's memmem (two-way, linear) does the work for all widths: a hit that is
// not aligned to a unit is no hit and the search goes on behind it.
#include <cstdlib>
#include <cstring>

#include "runtime/object/few_units.hpp"
#include "runtime/object/str.hpp"

namespace py {
namespace {

template <class Unit>
int64_t find_one(const Unit* p, int64_t n, Unit c) {
  for (int64_t i = 0; i < n; ++i)
    if (p[i] == c) return i;
  return -1;
}

template <class Unit>
int64_t rfind_one(const Unit* p, int64_t n, Unit c) {
  while (n-- > 0)
    if (p[n] == c) return n;
  return -1;
}

uint32_t unit_at(const uint8_t* p, int kind) {
  if (kind == 1) return *p;
  if (kind == 2) return *reinterpret_cast<const uint16_t*>(p);
  return *reinterpret_cast<const uint32_t*>(p);
}

[[gnu::noinline]] int64_t find_unit(const uint8_t* hay, int64_t n, uint32_t c, int kind) {
  if (n <= 0) return -1;
  if (kind == 1) {
    if (c > 0xff) return -1;
    // Often it is near: the first eight bytes without a call.
    constexpr uint64_t each = 0x0101010101010101u;
    uint64_t differing = (n < 8 ? load_few(hay, static_cast<size_t>(n)) | ~uint64_t{0} << 8 * n : load_word(hay)) ^ each * c;
    uint64_t zero_bytes = (differing - each) & ~differing & (each * 0x80);
    if (zero_bytes) {
      int64_t at = __builtin_ctzll(zero_bytes) / 8;
      return at < n ? at : -1;
    }
    if (n <= 8) return -1;
    const void* hit = std::memchr(hay + 8, static_cast<int>(c), static_cast<size_t>(n - 8));
    return hit ? static_cast<const uint8_t*>(hit) - hay : -1;
  }
  if (kind == 2) return c > 0xffff ? -1 : find_one(reinterpret_cast<const uint16_t*>(hay), n, static_cast<uint16_t>(c));
  return find_one(reinterpret_cast<const uint32_t*>(hay), n, c);
}

int64_t rfind_unit(const uint8_t* hay, int64_t n, uint32_t c, int kind) {
  if (kind == 1) return c > 0xff ? -1 : rfind_one(hay, n, static_cast<uint8_t>(c));
  if (kind == 2) return c > 0xffff ? -1 : rfind_one(reinterpret_cast<const uint16_t*>(hay), n, static_cast<uint16_t>(c));
  return rfind_one(reinterpret_cast<const uint32_t*>(hay), n, c);
}

}  // namespace

[[gnu::noinline]] static int64_t find_few(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m) {
  int64_t first = -1;
  each_of_few(hay, n, needle, m, [&](int64_t at) { return first = at, false; });
  return first;
}

[[gnu::noinline]] static int64_t find_many(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind) {
  size_t left = static_cast<size_t>(n * kind), size = static_cast<size_t>(m * kind);
  for (const uint8_t* p = hay;;) {
    const uint8_t* hit = static_cast<const uint8_t*>(memmem(p, left, needle, size));
    if (!hit) return -1;
    if ((hit - hay) % kind == 0) return (hit - hay) / kind;
    left -= static_cast<size_t>(hit + 1 - p);
    p = hit + 1;
  }
}

int64_t find_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind) {
  if (m == 0) return 0;
  if (m > n) return -1;
  if (m == 1) return find_unit(hay, n, unit_at(needle, kind), kind);
  if (kind == 1 && m <= most_few_units) return find_few(hay, n, needle, m);
  return find_many(hay, n, needle, m, kind);
}

int64_t rfind_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind) {
  if (m == 0) return n;
  uint32_t first = unit_at(needle, kind);
  for (int64_t end = n - m + 1; end > 0;) {
    int64_t i = rfind_unit(hay, end, first, kind);
    if (i < 0) return -1;
    if (std::memcmp(hay + i * kind, needle, static_cast<size_t>(m * kind)) == 0) return i;
    end = i;
  }
  return -1;
}

// How many of n bytes are c: each byte of a word counts in a byte of its own, which has room for 255 words.
static int64_t count_byte(const uint8_t* p, int64_t n, uint8_t c) {
  constexpr uint64_t each = 0x0101010101010101u, low = each * 0x7f;
  auto hits = [&](uint64_t word) {
    uint64_t differing = word ^ each * c;
    return ~(((differing & low) + low) | differing | low) >> 7;
  };
  int64_t count = 0, i = 0;
  while (i + 8 <= n) {
    uint64_t sums = 0;
    for (int64_t end = n - i > 8 * 255 ? i + 8 * 255 : n; i + 8 <= end; i += 8) sums += hits(load_word(p + i));
    constexpr uint64_t pairs = 0x00ff00ff00ff00ffu;
    count += static_cast<int64_t>((((sums & pairs) + (sums >> 8 & pairs)) * 0x0001000100010001u) >> 48);
  }
  if (i == n) return count;
  uint64_t last = hits(load_few(p + i, static_cast<size_t>(n - i))) & ~(~uint64_t{0} << 8 * (n - i));
  return count + static_cast<int64_t>((last * each) >> 56);
}

int64_t count_units(const uint8_t* hay, int64_t n, const uint8_t* needle, int64_t m, int kind, int64_t max) {
  if (m == 1 && kind == 1 && (max < 0 || max >= n)) return count_byte(hay, n, needle[0]);
  int64_t count = 0;
  for (int64_t at = 0; max < 0 || count < max; ++count) {
    int64_t i = find_units(hay + at * kind, n - at, needle, m, kind);
    if (i < 0) break;
    at += i + m;
  }
  return count;
}

Needle::Needle(const Str* needle, int kind) : units(needle->data1()), length(needle->length) {
  if (needle->kind() == kind) return;
  if (needle->kind() > kind) {
    units = nullptr;
    return;
  }
  uint8_t* out = reinterpret_cast<uint8_t*>(small_);
  if (length * kind > static_cast<int64_t>(sizeof small_)) {
    out = owned_ = static_cast<uint8_t*>(std::malloc(static_cast<size_t>(length * kind)));
    if (!out) std::abort();
  }
  for (int64_t i = 0; i < length; ++i) {
    if (kind == 2) reinterpret_cast<uint16_t*>(out)[i] = static_cast<uint16_t>(needle->at(i));
    else reinterpret_cast<uint32_t*>(out)[i] = needle->at(i);
  }
  units = out;
}

Needle::~Needle() { std::free(owned_); }

int64_t str_find_char(const Str* s, uint32_t c, int64_t start, int64_t end) {
  int64_t i = find_unit(s->data1() + start * s->kind(), end - start, c, s->kind());
  return i < 0 ? -1 : i + start;
}

int64_t str_rfind_char(const Str* s, uint32_t c, int64_t start, int64_t end) {
  int64_t i = rfind_unit(s->data1() + start * s->kind(), end - start, c, s->kind());
  return i < 0 ? -1 : i + start;
}

int64_t str_find(const Str* s, const Str* needle, int64_t start, int64_t end) {
  Needle wide(needle, s->kind());
  if (!wide.units) return -1;
  int64_t i = find_units(s->data1() + start * s->kind(), end - start, wide.units, wide.length, s->kind());
  return i < 0 ? -1 : i + start;
}

int64_t str_rfind(const Str* s, const Str* needle, int64_t start, int64_t end) {
  Needle wide(needle, s->kind());
  if (!wide.units) return -1;
  int64_t i = rfind_units(s->data1() + start * s->kind(), end - start, wide.units, wide.length, s->kind());
  return i < 0 ? -1 : i + start;
}

int64_t str_count(const Str* s, const Str* needle, int64_t start, int64_t end, int64_t max) {
  if (needle->length == 0) {
    int64_t n = end - start + 1;
    return max >= 0 && n > max ? max : n;
  }
  Needle wide(needle, s->kind());
  if (!wide.units) return 0;
  return count_units(s->data1() + start * s->kind(), end - start, wide.units, wide.length, s->kind(), max);
}

}  // namespace py
