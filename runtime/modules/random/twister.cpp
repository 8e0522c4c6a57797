// MT19937 with the seeding and output of its authors' reference, as used by CPython's Modules/_randommodule.c.
#include <bit>

#include "runtime/modules/random/random_internal.hpp"

namespace py::random {

void Twister::seed(uint32_t s) {
  state[0] = s;
  for (int i = 1; i < size; ++i) state[i] = 1812433253u * (state[i - 1] ^ state[i - 1] >> 30) + static_cast<uint32_t>(i);
  index = size;
}

void Twister::seed(magnitude::View key) {
  const uint32_t zero = 0;
  if (key.is_zero()) key = {&zero, 1};
  seed(19650218u);
  size_t i = 1, j = 0;
  auto step = [&] {
    if (++i >= size) {
      state[0] = state[size - 1];
      i = 1;
    }
  };
  for (size_t k = key.count > size ? key.count : size; k; --k) {
    state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525u) + key[j] + static_cast<uint32_t>(j);
    if (++j >= key.count) j = 0;
    step();
  }
  for (size_t k = size - 1; k; --k) {
    state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941u) - static_cast<uint32_t>(i);
    step();
  }
  state[0] = 0x80000000u;
}

uint32_t Twister::next32() {
  if (index >= size) {
    constexpr int middle = 397;
    for (int k = 0; k < size; ++k) {
      uint32_t y = (state[k] & 0x80000000u) | (state[(k + 1) % size] & 0x7fffffffu);
      state[k] = state[(k + middle) % size] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    index = 0;
  }
  uint32_t y = state[index++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680u;
  y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}

double Twister::next_double() {
  uint32_t high = next32() >> 5, low = next32() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

}  // namespace py::random
