// SHA-224, SHA-256, SHA-384 and SHA-512 (FIPS 180-4). The round constants are the fractions of cube roots of primes, the
// first hash values those of square roots; they are worked out here with integers instead of being listed.
#include "runtime/modules/hashing/hashes.hpp"
#include "runtime/modules/hashing/sha_instructions.hpp"

namespace portalis::hashing {
namespace {

__extension__ typedef unsigned __int128 Wide;

// The first 64 bits of the fraction of the `power`-th root (2 or 3) of n, by bisection in fixed point.
uint64_t root_fraction(uint32_t n, int power) {
  // Looks for the largest r (66.. bits: small whole part, 64 bits of fraction) with r^power <= n, using 32-bit limbs.
  struct Big { uint32_t limb[10] = {}; };
  auto multiply = [](const Big& a, const Big& b) {
    Big r;
    for (int i = 0; i < 10; ++i) {
      uint64_t carry = 0;
      for (int j = 0; i + j < 10; ++j) {
        uint64_t t = uint64_t{a.limb[i]} * b.limb[j] + r.limb[i + j] + carry;
        r.limb[i + j] = static_cast<uint32_t>(t), carry = t >> 32;
      }
    }
    return r;
  };
  Wide low = 0;
  for (int bit = 69; bit >= 0; --bit) {
    Wide candidate = low | Wide{1} << bit;
    Big r;
    for (int i = 0; i < 3; ++i) r.limb[i] = static_cast<uint32_t>(candidate >> (32 * i));
    Big product = multiply(r, r);
    if (power == 3) product = multiply(product, r);
    int unit = 2 * power;                                // the limb that counts ones: 64 * power bits of fraction
    bool small = true;
    uint64_t whole = product.limb[unit] | (unit + 1 < 10 ? uint64_t{product.limb[unit + 1]} << 32 : 0);
    for (int i = unit + 2; i < 10; ++i) small = small && product.limb[i] == 0;
    bool exact = whole == n;
    for (int i = 0; i < unit; ++i) exact = exact && product.limb[i] == 0;
    if (small && (whole < n || exact)) low = candidate;
  }
  return static_cast<uint64_t>(low);
}

struct Constants {
  uint64_t k[80], h[16];
  Constants() {
    uint32_t candidate = 2;
    for (int found = 0; found < 80; ++candidate) {
      bool prime = true;
      for (uint32_t d = 2; d * d <= candidate; ++d) prime = prime && candidate % d != 0;
      if (!prime) continue;
      k[found] = root_fraction(candidate, 3);
      if (found < 16) h[found] = root_fraction(candidate, 2);
      ++found;
    }
  }
};
const Constants& constants() {
  static const Constants c;
  return c;
}

template <class Word, size_t block, int rounds>
class Sha2 : public BlockHasher<Sha2<Word, block, rounds>, block> {
 public:
  Sha2(size_t digest, bool second_primes, int shift) {
    this->digest_size = digest, this->block_size = block;
    for (int i = 0; i < 8; ++i) h_[i] = static_cast<Word>(constants().h[second_primes ? 8 + i : i] >> shift);
  }
  static constexpr bool wide = sizeof(Word) == 8;
  void compress_blocks(const uint8_t* p, size_t n) {
    if constexpr (!wide) {
      if (has_sha_instructions()) return sha256_blocks(h_, p, n, round_constants());
    }
    for (; n; --n, p += 16 * sizeof(Word)) compress(p);
  }
  void compress(const uint8_t* p) {
    const Word* k = round_constants();
    if constexpr (!wide) {
      if (has_sha_instructions()) return sha256_blocks(h_, p, 1, k);
    }
    Word w[16], v[8];
    for (int i = 0; i < 8; ++i) v[i] = h_[i];
    // Unrolled, so that the eight words change their names instead of their places.
#pragma GCC unroll 80
    for (int i = 0; i < rounds; ++i) {
      Word& word = w[i % 16];
      if (i < 16) {
        word = load_big<Word>(p + sizeof(Word) * static_cast<size_t>(i));
      } else {
        Word x = w[(i + 1) % 16], y = w[(i + 14) % 16];
        Word s0 = rotate_right(x, wide ? 1 : 7) ^ rotate_right(x, wide ? 8 : 18) ^ (x >> (wide ? 7 : 3));
        Word s1 = rotate_right(y, wide ? 19 : 17) ^ rotate_right(y, wide ? 61 : 19) ^ (y >> (wide ? 6 : 10));
        word += s0 + w[(i + 9) % 16] + s1;
      }
      auto at = [&](int j) -> Word& { return v[(j - i + rounds) % 8]; };   // rounds is a multiple of 8
      Word e = at(4), a = at(0);
      Word s1 = rotate_right(e, wide ? 14 : 6) ^ rotate_right(e, wide ? 18 : 11) ^ rotate_right(e, wide ? 41 : 25);
      Word s0 = rotate_right(a, wide ? 28 : 2) ^ rotate_right(a, wide ? 34 : 13) ^ rotate_right(a, wide ? 39 : 22);
      Word t1 = at(7) + s1 + ((e & at(5)) ^ (~e & at(6))) + k[i] + word;
      at(3) += t1;
      at(7) = t1 + s0 + ((a & at(1)) ^ (a & at(2)) ^ (at(1) & at(2)));
    }
    for (int i = 0; i < 8; ++i) h_[i] += v[i];
  }
  void finish(uint8_t* out, size_t size) override {
    this->pad(sizeof(Word) * 2, true);
    uint8_t all[sizeof(Word) * 8];
    for (size_t i = 0; i < 8; ++i) store_big(all + sizeof(Word) * i, h_[i]);
    std::memcpy(out, all, size);
  }

 private:
  static const Word* round_constants() {
    static const auto all = [] {
      struct { Word k[rounds]; } c;
      for (int i = 0; i < rounds; ++i) c.k[i] = static_cast<Word>(sizeof(Word) == 8 ? constants().k[i] : constants().k[i] >> 32);
      return c;
    }();
    return all.k;
  }
  Word h_[8];
};

using Sha256 = Sha2<uint32_t, 64, 64>;
using Sha512 = Sha2<uint64_t, 128, 80>;

}  // namespace

std::unique_ptr<Hasher> make_sha2(int bits) {
  switch (bits) {
    // SHA-224 takes the second halves of the words SHA-384 starts from.
    case 224: {
      auto h = std::make_unique<Sha256>(28, true, 0);
      return h;
    }
    case 256: return std::make_unique<Sha256>(32, false, 32);
    case 384: return std::make_unique<Sha512>(48, true, 0);
    default: return std::make_unique<Sha512>(64, false, 0);
  }
}

}  // namespace portalis::hashing
