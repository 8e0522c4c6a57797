// Hashes of str and bytes: SipHash-1-3 over the memory of the text, keyed by PYTHONHASHSEED, so that a given
// seed yields CPython 3.11's values (PEP 456; Aumasson and Bernstein, "SipHash: a fast short-input PRF").
#include <bit>
#include <cstdlib>
#include <cstring>

#include "runtime/object/str.hpp"
#include "runtime/platform/platform.hpp"

namespace py {
namespace {

struct HashKey {
  uint64_t k0 = 0, k1 = 0;
};

// PYTHONHASHSEED: unset or "random": a random key; 0: the zero key; N: CPython's generator seeded with N.
HashKey read_key() {
  HashKey key;
  uint8_t bytes[16] = {};
  const char* text = std::getenv("PYTHONHASHSEED");
  if (!text || !*text || std::strcmp(text, "random") == 0) {
    portalis::platform::random_bytes(bytes, sizeof bytes);
  } else {
    uint32_t x = 0;                            // not strtoul(), which is 2 kB of WebAssembly
    text += std::strspn(text, " \t\n\v\f\r");
    for (text += *text == '+'; *text >= '0' && *text <= '9'; ++text) x = x * 10 + static_cast<uint32_t>(*text - '0');
    if (x == 0) return key;
    for (uint8_t& byte : bytes) {
      x = x * 214013u + 2531011u;
      byte = static_cast<uint8_t>(x >> 16);
    }
  }
  std::memcpy(&key.k0, bytes, 8);
  std::memcpy(&key.k1, bytes + 8, 8);
  return key;
}

struct SipState {
  uint64_t v0, v1, v2, v3;
  explicit SipState(HashKey key)
      : v0(key.k0 ^ 0x736f6d6570736575u), v1(key.k1 ^ 0x646f72616e646f6du), v2(key.k0 ^ 0x6c7967656e657261u), v3(key.k1 ^ 0x7465646279746573u) {}
  void round() {
    v0 += v1, v1 = std::rotl(v1, 13) ^ v0, v0 = std::rotl(v0, 32);
    v2 += v3, v3 = std::rotl(v3, 16) ^ v2;
    v0 += v3, v3 = std::rotl(v3, 21) ^ v0;
    v2 += v1, v1 = std::rotl(v1, 17) ^ v2, v2 = std::rotl(v2, 32);
  }
};

SipState& keyed_state() {
  static SipState state{read_key()};
  return state;
}

}  // namespace

void set_hash_seed(uint64_t k0, uint64_t k1) { keyed_state() = SipState({k0, k1}); }

int64_t hash_bytes(const void* data, size_t size) {
  if (size == 0) return 0;
  const uint8_t* p = static_cast<const uint8_t*>(data);
  SipState s = keyed_state();
  size_t left = size;
  for (; left >= 8; left -= 8, p += 8) {
    uint64_t word = load_word(p);
    s.v3 ^= word;
    s.round();
    s.v0 ^= word;
  }
  uint64_t last = static_cast<uint64_t>(size) << 56 | load_few(p, left);
  s.v3 ^= last;
  s.round();
  s.v0 ^= last;
  s.v2 ^= 0xff;
  s.round(), s.round(), s.round();
  int64_t hash = static_cast<int64_t>((s.v0 ^ s.v1) ^ (s.v2 ^ s.v3));
  return hash == -1 ? -2 : hash;
}

int64_t str_hash(Str* s) {
  int64_t hash = s->hash.load(std::memory_order_relaxed);
  if (hash != -1) [[likely]] return hash;
  hash = hash_bytes(s->data(), static_cast<size_t>(s->length) * static_cast<size_t>(s->kind()));
  s->hash.store(hash, std::memory_order_relaxed);
  return hash;
}

}  // namespace py
