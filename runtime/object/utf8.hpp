// UTF-8 building blocks: one code point at a time, surrogates allowed (WTF-8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace py {

// Writes c as UTF-8; out has room for 4 bytes. Returns the number written.
inline int encode_utf8(uint32_t c, uint8_t* out) {
  if (c < 0x80) return out[0] = static_cast<uint8_t>(c), 1;
  if (c < 0x800) return out[0] = static_cast<uint8_t>(0xc0 | c >> 6), out[1] = static_cast<uint8_t>(0x80 | (c & 63)), 2;
  if (c < 0x10000) {
    out[0] = static_cast<uint8_t>(0xe0 | c >> 12);
    out[1] = static_cast<uint8_t>(0x80 | (c >> 6 & 63));
    out[2] = static_cast<uint8_t>(0x80 | (c & 63));
    return 3;
  }
  out[0] = static_cast<uint8_t>(0xf0 | c >> 18);
  out[1] = static_cast<uint8_t>(0x80 | (c >> 12 & 63));
  out[2] = static_cast<uint8_t>(0x80 | (c >> 6 & 63));
  out[3] = static_cast<uint8_t>(0x80 | (c & 63));
  return 4;
}

// Length of the sequence at p (size bytes left) decoded into c, or 0 if it is not valid. Accepts surrogates
// unless strict.
inline int decode_utf8(const uint8_t* p, size_t size, uint32_t& c, bool strict = false) {
  auto follows = [&](size_t i) { return i < size && (p[i] & 0xc0) == 0x80; };
  uint8_t b = p[0];
  if (b < 0x80) return c = b, 1;
  if (b < 0xc2) return 0;
  if (b < 0xe0) {
    if (!follows(1)) return 0;
    return c = static_cast<uint32_t>(b & 31) << 6 | (p[1] & 63), 2;
  }
  if (b < 0xf0) {
    if (!follows(1) || !follows(2)) return 0;
    c = static_cast<uint32_t>(b & 15) << 12 | static_cast<uint32_t>(p[1] & 63) << 6 | (p[2] & 63);
    return c < 0x800 || (strict && (c & 0xf800) == 0xd800) ? 0 : 3;
  }
  if (b > 0xf4 || !follows(1) || !follows(2) || !follows(3)) return 0;
  c = static_cast<uint32_t>(b & 7) << 18 | static_cast<uint32_t>(p[1] & 63) << 12 |
      static_cast<uint32_t>(p[2] & 63) << 6 | (p[3] & 63);
  return c < 0x10000 || c > 0x10ffff ? 0 : 4;
}

// Number of leading bytes below 0x80.
inline size_t ascii_prefix(const uint8_t* p, size_t size) {
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    std::memcpy(&word, p + i, 8);
    if (word &= 0x8080808080808080u) return i + static_cast<size_t>(__builtin_ctzll(word)) / 8;
  }
  while (i < size && p[i] < 0x80) ++i;
  return i;
}

}  // namespace py
