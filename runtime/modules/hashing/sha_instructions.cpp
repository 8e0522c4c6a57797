// The SHA extensions of x86-64 (Intel, "Intel SHA Extensions", 2013). Each group of four rounds takes four words of the message.
#include "runtime/modules/hashing/sha_instructions.hpp"

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>

#define PORTALIS_SHA __attribute__((target("sha,sse4.1")))

namespace portalis::hashing {

bool has_sha_instructions() {
  static const bool known = [] {
    unsigned a, b, c, d, ignored;
    if (!__get_cpuid(1, &ignored, &ignored, &c, &ignored) || !(c & bit_SSE4_1)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
  }();
  return known;
}

PORTALIS_SHA void sha256_blocks(uint32_t state[8], const uint8_t* blocks, size_t n, const uint32_t round_constants[64]) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  auto* memory = reinterpret_cast<__m128i*>(state);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128(memory), 0xb1), efgh = _mm_shuffle_epi32(_mm_loadu_si128(memory + 1), 0x1b);
  __m128i abef = _mm_alignr_epi8(abcd, efgh, 8), cdgh = _mm_blend_epi16(efgh, abcd, 0xf0);
  for (; n; --n, blocks += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i m[4];
#pragma GCC unroll 16
    for (int g = 0; g < 16; ++g) {
      if (g < 4) {
        m[g] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks) + g), swap);
      } else {
        __m128i last = m[(g + 3) & 3], sum = _mm_add_epi32(_mm_sha256msg1_epu32(m[g & 3], m[(g + 1) & 3]), _mm_alignr_epi8(last, m[(g + 2) & 3], 4));
        m[g & 3] = _mm_sha256msg2_epu32(sum, last);
      }
      __m128i words = _mm_add_epi32(m[g & 3], _mm_loadu_si128(reinterpret_cast<const __m128i*>(round_constants) + g));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(words, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128(memory, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(memory + 1, _mm_alignr_epi8(dchg, feba, 8));
}

PORTALIS_SHA void sha1_block(uint32_t state[5], const uint8_t* block) {
  const __m128i swap = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  auto* memory = reinterpret_cast<__m128i*>(state);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128(memory), 0x1b), e = _mm_set_epi32(static_cast<int>(state[4]), 0, 0, 0);
  const __m128i abcd_before = abcd, e_before = e;
  __m128i m[4];
#pragma GCC unroll 20
  for (int g = 0; g < 20; ++g) {
    if (g < 4) {
      m[g] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + g), swap);
    } else {
      __m128i mixed = _mm_xor_si128(_mm_sha1msg1_epu32(m[g & 3], m[(g + 1) & 3]), m[(g + 2) & 3]);
      m[g & 3] = _mm_sha1msg2_epu32(mixed, m[(g + 3) & 3]);
    }
    __m128i words = g == 0 ? _mm_add_epi32(e, m[0]) : _mm_sha1nexte_epu32(e, m[g & 3]);
    e = abcd;
    switch (g / 5) {
      case 0: abcd = _mm_sha1rnds4_epu32(abcd, words, 0); break;
      case 1: abcd = _mm_sha1rnds4_epu32(abcd, words, 1); break;
      case 2: abcd = _mm_sha1rnds4_epu32(abcd, words, 2); break;
      default: abcd = _mm_sha1rnds4_epu32(abcd, words, 3);
    }
  }
  e = _mm_sha1nexte_epu32(e, e_before);
  _mm_storeu_si128(memory, _mm_shuffle_epi32(_mm_add_epi32(abcd, abcd_before), 0x1b));
  state[4] = static_cast<uint32_t>(_mm_extract_epi32(e, 3));
}

}  // namespace portalis::hashing

#else

namespace portalis::hashing {

bool has_sha_instructions() { return false; }
void sha1_block(uint32_t[5], const uint8_t*) { __builtin_unreachable(); }
void sha256_blocks(uint32_t[8], const uint8_t*, size_t, const uint32_t[64]) { __builtin_unreachable(); }

}  // namespace portalis::hashing

#endif
