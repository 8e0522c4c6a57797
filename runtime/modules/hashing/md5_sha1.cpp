// MD5 (RFC 1321) and SHA-1 (FIPS 180-4).
#include <cmath>

#include "runtime/modules/hashing/hashes.hpp"
#include "runtime/modules/hashing/sha_instructions.hpp"

namespace portalis::hashing {
namespace {

struct Md5Constants {
  uint32_t k[64];
  Md5Constants() {
    for (int i = 0; i < 64; ++i) k[i] = static_cast<uint32_t>(std::floor(std::fabs(std::sin(i + 1.0)) * 4294967296.0));
  }
};

class Md5 : public BlockHasher<Md5, 64> {
 public:
  Md5() { digest_size = 16, block_size = 64; }
  void compress(const uint8_t* p) {
    static const Md5Constants constants;
    static constexpr int shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t w[16], a = h_[0], b = h_[1], c = h_[2], d = h_[3];
    for (int i = 0; i < 16; ++i) w[i] = load_little<uint32_t>(p + 4 * i);
#pragma GCC unroll 64
    for (int i = 0; i < 64; ++i) {
      uint32_t f;
      int g;
      switch (i / 16) {
        case 0: f = d ^ (b & (c ^ d)), g = i; break;
        case 1: f = (d & b) + (~d & c), g = (5 * i + 1) % 16; break;
        case 2: f = b ^ c ^ d, g = (3 * i + 5) % 16; break;
        default: f = c ^ (b | ~d), g = 7 * i % 16;
      }
      uint32_t next = b + rotate_left(a + constants.k[i] + w[g] + f, shifts[i / 16][i % 4]);
      a = d, d = c, c = b, b = next;
    }
    h_[0] += a, h_[1] += b, h_[2] += c, h_[3] += d;
  }
  void finish(uint8_t* out, size_t) override {
    pad(8, false);
    for (int i = 0; i < 4; ++i) store_little(out + 4 * i, h_[i]);
  }

 private:
  uint32_t h_[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
};

class Sha1 : public BlockHasher<Sha1, 64> {
 public:
  Sha1() { digest_size = 20, block_size = 64; }
  void compress(const uint8_t* p) {
    if (has_sha_instructions()) return sha1_block(h_, p);
    uint32_t w[80];
    for (int i = 0; i < 16; ++i) w[i] = load_big<uint32_t>(p + 4 * i);
    for (int i = 16; i < 80; ++i) w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    uint32_t a = h_[0], b = h_[1], c = h_[2], d = h_[3], e = h_[4];
#pragma GCC unroll 80
    for (int i = 0; i < 80; ++i) {
      uint32_t f, k;
      if (i < 20) f = d ^ (b & (c ^ d)), k = 0x5a827999;
      else if (i < 40) f = b ^ c ^ d, k = 0x6ed9eba1;
      else if (i < 60) f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc;
      else f = b ^ c ^ d, k = 0xca62c1d6;
      uint32_t next = rotate_left(a, 5) + f + e + k + w[i];
      e = d, d = c, c = rotate_left(b, 30), b = a, a = next;
    }
    h_[0] += a, h_[1] += b, h_[2] += c, h_[3] += d, h_[4] += e;
  }
  void finish(uint8_t* out, size_t) override {
    pad(8, true);
    for (int i = 0; i < 5; ++i) store_big(out + 4 * i, h_[i]);
  }

 private:
  uint32_t h_[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
};

}  // namespace

std::unique_ptr<Hasher> make_md5() { return std::make_unique<Md5>(); }
std::unique_ptr<Hasher> make_sha1() { return std::make_unique<Sha1>(); }

uint32_t crc32(const uint8_t* data, size_t size, uint32_t start) {
  static const auto table = [] {
    struct { uint32_t of[256]; } t;
    for (uint32_t i = 0; i < 256; ++i) {
      uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ c >> 1 : c >> 1;
      t.of[i] = c;
    }
    return t;
  }();
  uint32_t c = ~start;
  for (size_t i = 0; i < size; ++i) c = table.of[(c ^ data[i]) & 0xff] ^ c >> 8;
  return ~c;
}

uint32_t adler32(const uint8_t* data, size_t size, uint32_t start) {
  uint32_t a = start & 0xffff, b = start >> 16;
  for (size_t i = 0; i < size; ++i) {
    a = (a + data[i]) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

}  // namespace portalis::hashing
