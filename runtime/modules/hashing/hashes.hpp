// Hash functions of hashlib: incremental hashers without any Python object in them. A hasher belongs to one caller at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace portalis::hashing {

class Hasher {
 public:
  virtual ~Hasher() = default;
  virtual void update(const uint8_t* data, size_t size) = 0;
  virtual void finish(uint8_t* out, size_t size) = 0;   // `size` is digest_size but for shake; the hasher is spent
  virtual std::unique_ptr<Hasher> clone() const = 0;
  size_t digest_size = 0, block_size = 0;               // digest_size 0: as long as asked for
};

struct Blake2Parameters {
  size_t digest_size = 0;                               // 0: the largest
  std::string_view key, salt, person;
};

// Null when the name is unknown.
std::unique_ptr<Hasher> make_hasher(std::string_view name);
std::unique_ptr<Hasher> make_md5();
std::unique_ptr<Hasher> make_sha1();
std::unique_ptr<Hasher> make_sha2(int bits);
std::unique_ptr<Hasher> make_sha3(int bits, bool shake);
std::unique_ptr<Hasher> make_blake2b(const Blake2Parameters& parameters);
std::unique_ptr<Hasher> make_blake2s(const Blake2Parameters& parameters);

uint32_t crc32(const uint8_t* data, size_t size, uint32_t start);
uint32_t adler32(const uint8_t* data, size_t size, uint32_t start);

// Cuts the input into blocks; Derived has compress(const uint8_t*) and pad lengths are written by write_length().
template <class Derived, size_t block>
class BlockHasher : public Hasher {
 public:
  void update(const uint8_t* data, size_t size) override {
    if (!size) return;                   // `data` may be null then
    total_ += size;
    if (used_) {
      size_t n = size < block - used_ ? size : block - used_;
      std::memcpy(buffer_ + used_, data, n);
      used_ += n, data += n, size -= n;
      if (used_ < block) return;
      self()->compress(buffer_);
      used_ = 0;
    }
    const size_t n = size / block;
    self()->compress_blocks(data, n);
    data += n * block, size -= n * block;
    if (size) std::memcpy(buffer_, data, size);
    used_ = size;
  }
  std::unique_ptr<Hasher> clone() const override { return std::make_unique<Derived>(static_cast<const Derived&>(*this)); }

 protected:
  void compress_blocks(const uint8_t* data, size_t n) {
    for (; n; --n, data += block) self()->compress(data);
  }
  // Merkle-Damgard padding: a one bit, zeros, the length in bits in the last `length_bytes`.
  void pad(size_t length_bytes, bool big_endian) {
    uint64_t bits = total_ * 8;
    buffer_[used_++] = 0x80;
    if (used_ > block - length_bytes) {
      std::memset(buffer_ + used_, 0, block - used_);
      self()->compress(buffer_);
      used_ = 0;
    }
    std::memset(buffer_ + used_, 0, block - used_);
    for (size_t i = 0; i < 8; ++i) buffer_[big_endian ? block - 1 - i : block - length_bytes + i] = static_cast<uint8_t>(bits >> (8 * i));
    self()->compress(buffer_);
  }
  Derived* self() { return static_cast<Derived*>(this); }
  uint8_t buffer_[block];
  size_t used_ = 0;
  uint64_t total_ = 0;
};

template <class T> inline T rotate_right(T x, int n) { return static_cast<T>(x >> n | x << (sizeof(T) * 8 - static_cast<unsigned>(n))); }
template <class T> inline T rotate_left(T x, int n) { return static_cast<T>(x << n | x >> (sizeof(T) * 8 - static_cast<unsigned>(n))); }
template <class T> inline T load_big(const uint8_t* p) {
  T v = 0;
  for (size_t i = 0; i < sizeof(T); ++i) v = static_cast<T>(v << 8 | p[i]);
  return v;
}
template <class T> inline T load_little(const uint8_t* p) {
  T v = 0;
  for (size_t i = sizeof(T); i-- > 0;) v = static_cast<T>(v << 8 | p[i]);
  return v;
}
template <class T> inline void store_big(uint8_t* p, T v) {
  for (size_t i = sizeof(T); i-- > 0; v = static_cast<T>(v >> 8)) p[i] = static_cast<uint8_t>(v);
}
template <class T> inline void store_little(uint8_t* p, T v) {
  for (size_t i = 0; i < sizeof(T); ++i, v = static_cast<T>(v >> 8)) p[i] = static_cast<uint8_t>(v);
}

}  // namespace portalis::hashing
