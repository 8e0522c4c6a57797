// SHA-3 and SHAKE (FIPS 202), BLAKE2b and BLAKE2s (RFC 7693).
#include "runtime/modules/hashing/hashes.hpp"

namespace portalis::hashing {
namespace {

void keccak(uint64_t a[25]) {
  static constexpr int offsets[24] = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};
  static constexpr int lanes[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
  uint8_t lfsr = 1;
  for (int round = 0; round < 24; ++round) {
    uint64_t c[5];
    for (int x = 0; x < 5; ++x) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int x = 0; x < 5; ++x) {
      uint64_t d = c[(x + 4) % 5] ^ rotate_left(c[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    uint64_t moved = a[1];
    for (int i = 0; i < 24; ++i) {
      uint64_t next = a[lanes[i]];
      a[lanes[i]] = rotate_left(moved, offsets[i]);
      moved = next;
    }
    for (int y = 0; y < 25; y += 5) {
      for (int x = 0; x < 5; ++x) c[x] = a[y + x];
      for (int x = 0; x < 5; ++x) a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
    }
    // The round constants are bits of a linear feedback shift register (FIPS 202, 3.2.5).
    for (int bit = 0; bit < 7; ++bit) {
      if (lfsr & 1) a[0] ^= uint64_t{1} << ((1 << bit) - 1);
      lfsr = static_cast<uint8_t>(lfsr << 1 ^ (lfsr & 0x80 ? 0x71 : 0));
    }
  }
}

class Sha3 final : public Hasher {
 public:
  Sha3(size_t digest, size_t rate, uint8_t suffix) : rate_(rate), suffix_(suffix) { digest_size = digest, block_size = rate; }
  void update(const uint8_t* data, size_t size) override {
    for (size_t i = 0; i < size; ++i) {
      add(used_++, data[i]);
      if (used_ == rate_) keccak(state_), used_ = 0;
    }
  }
  void finish(uint8_t* out, size_t size) override {
    add(used_, suffix_);
    add(rate_ - 1, 0x80);
    keccak(state_);
    for (size_t i = 0; i < size; ++i) {
      if (i && i % rate_ == 0) keccak(state_);
      size_t at = i % rate_;
      out[i] = static_cast<uint8_t>(state_[at / 8] >> (at % 8 * 8));
    }
  }
  std::unique_ptr<Hasher> clone() const override { return std::make_unique<Sha3>(*this); }

 private:
  void add(size_t at, uint8_t byte) { state_[at / 8] ^= uint64_t{byte} << (at % 8 * 8); }
  uint64_t state_[25] = {};
  size_t rate_, used_ = 0;
  uint8_t suffix_;
};

constexpr uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

constexpr uint64_t start_words[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                     0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

template <class Word, int rounds, int r1, int r2, int r3, int r4>
class Blake2 final : public Hasher {
  static constexpr size_t block = sizeof(Word) * 16;

 public:
  explicit Blake2(const Blake2Parameters& p) {
    digest_size = p.digest_size ? p.digest_size : sizeof(Word) * 8, block_size = block;
    uint8_t parameters[sizeof(Word) * 8] = {};
    parameters[0] = static_cast<uint8_t>(digest_size);
    parameters[1] = static_cast<uint8_t>(p.key.size());
    parameters[2] = parameters[3] = 1;
    if (!p.salt.empty()) std::memcpy(parameters + sizeof(Word) * 4, p.salt.data(), p.salt.size());
    if (!p.person.empty()) std::memcpy(parameters + sizeof(Word) * 6, p.person.data(), p.person.size());
    for (size_t i = 0; i < 8; ++i) {
      Word word = static_cast<Word>(sizeof(Word) == 8 ? start_words[i] : start_words[i] >> 32);
      h_[i] = word ^ load_little<Word>(parameters + sizeof(Word) * i);
    }
    if (p.key.empty()) return;
    uint8_t first[block] = {};
    std::memcpy(first, p.key.data(), p.key.size());
    update(first, block);
  }
  void update(const uint8_t* data, size_t size) override {
    for (size_t i = 0; i < size;) {
      if (used_ == block) total_ += block, compress(false), used_ = 0;   // the last block is kept for finish()
      size_t n = size - i < block - used_ ? size - i : block - used_;
      std::memcpy(buffer_ + used_, data + i, n);
      used_ += n, i += n;
    }
  }
  void finish(uint8_t* out, size_t size) override {
    total_ += used_;
    std::memset(buffer_ + used_, 0, block - used_);
    compress(true);
    uint8_t all[sizeof(Word) * 8];
    for (size_t i = 0; i < 8; ++i) store_little(all + sizeof(Word) * i, h_[i]);
    std::memcpy(out, all, size);
  }
  std::unique_ptr<Hasher> clone() const override { return std::make_unique<Blake2>(*this); }

 private:
  void compress(bool last) {
    Word m[16], v[16];
    for (size_t i = 0; i < 16; ++i) m[i] = load_little<Word>(buffer_ + sizeof(Word) * i);
    for (size_t i = 0; i < 8; ++i) {
      v[i] = h_[i];
      v[i + 8] = static_cast<Word>(sizeof(Word) == 8 ? start_words[i] : start_words[i] >> 32);
    }
    v[12] ^= static_cast<Word>(total_);
    v[13] ^= sizeof(Word) == 8 ? 0 : static_cast<Word>(total_ >> 32);
    if (last) v[14] = static_cast<Word>(~v[14]);
    auto mix = [&](int a, int b, int c, int d, Word x, Word y) {
      v[a] += v[b] + x, v[d] = rotate_right(static_cast<Word>(v[d] ^ v[a]), r1);
      v[c] += v[d], v[b] = rotate_right(static_cast<Word>(v[b] ^ v[c]), r2);
      v[a] += v[b] + y, v[d] = rotate_right(static_cast<Word>(v[d] ^ v[a]), r3);
      v[c] += v[d], v[b] = rotate_right(static_cast<Word>(v[b] ^ v[c]), r4);
    };
    for (int i = 0; i < rounds; ++i) {
      const uint8_t* s = sigma[i % 10];
      for (int j = 0; j < 4; ++j) mix(j, j + 4, j + 8, j + 12, m[s[2 * j]], m[s[2 * j + 1]]);
      for (int j = 0; j < 4; ++j) mix(j, (j + 1) % 4 + 4, (j + 2) % 4 + 8, (j + 3) % 4 + 12, m[s[8 + 2 * j]], m[s[9 + 2 * j]]);
    }
    for (int i = 0; i < 8; ++i) h_[i] ^= v[i] ^ v[i + 8];
  }
  Word h_[8];
  uint8_t buffer_[block];
  size_t used_ = 0;
  uint64_t total_ = 0;
};

}  // namespace

std::unique_ptr<Hasher> make_sha3(int bits, bool shake) {
  size_t capacity = static_cast<size_t>(bits) / 4;
  return std::make_unique<Sha3>(shake ? 0 : static_cast<size_t>(bits) / 8, 200 - capacity, shake ? 0x1f : 0x06);
}
std::unique_ptr<Hasher> make_blake2b(const Blake2Parameters& p) { return std::make_unique<Blake2<uint64_t, 12, 32, 24, 16, 63>>(p); }
std::unique_ptr<Hasher> make_blake2s(const Blake2Parameters& p) { return std::make_unique<Blake2<uint32_t, 10, 16, 12, 8, 7>>(p); }

std::unique_ptr<Hasher> make_hasher(std::string_view name) {
  if (name == "md5") return make_md5();
  if (name == "sha1") return make_sha1();
  for (int bits : {224, 256, 384, 512}) {
    char text[16] = "sha";
    std::string_view digits = bits == 224 ? "224" : bits == 256 ? "256" : bits == 384 ? "384" : "512";
    std::memcpy(text + 3, digits.data(), 3);
    if (name == std::string_view(text, 6)) return make_sha2(bits);
    if (name.size() == 8 && name.starts_with("sha3_") && name.substr(5) == digits) return make_sha3(bits, false);
  }
  if (name == "shake_128") return make_sha3(128, true);
  if (name == "shake_256") return make_sha3(256, true);
  if (name == "blake2b") return make_blake2b({});
  if (name == "blake2s") return make_blake2s({});
  return nullptr;
}

}  // namespace portalis::hashing
