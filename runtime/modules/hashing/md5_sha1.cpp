// MD5 (RFC 1321) and SHA-1 (FIPS 180-4).
#include "runtime/modules/hashing/hashes.hpp"
#include "runtime/modules/hashing/sha_instructions.hpp"

namespace portalis::hashing {
namespace {

class Md5 : public BlockHasher<Md5, 64> {
 public:
  Md5() { digest_size = 16, block_size = 64; }
  void compress(const uint8_t* p) {
    static constexpr uint32_t constants[64] = {            // abs(sin(i + 1)) * 2^32
      0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
      0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
      0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
      0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
      0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
      0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
      0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
      0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
    };
    static constexpr int shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t w[16], a = h_[0], b = h_[1], c = h_[2], d = h_[3];
    for (int i = 0; i < 16; ++i) w[i] = load_little<uint32_t>(p + 4 * i);
#pragma GCC unroll 64
    for (int i = 0; i < 64; ++i) {
      // What does not need the round before, b, is added first: the rounds are one chain, in which each step counts.
      uint32_t early = a + constants[i], late;
      switch (i / 16) {
        case 0: early += w[i], late = d ^ (b & (c ^ d)); break;
        case 1: early += w[(5 * i + 1) % 16] + (~d & c), late = d & b; break;
        case 2: early += w[(3 * i + 5) % 16], late = b ^ (c ^ d); break;
        default: early += w[7 * i % 16], late = c ^ (b | ~d);
      }
      asm("" : "+r"(early));             // the compiler would change the order back
      uint32_t next = b + rotate_left(early + late, shifts[i / 16][i % 4]);
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
