// Bytes that several threads may read and write at once, through views of one buffer.
//
// Each access is a relaxed atomic: of the whole item where its address allows that, else byte by byte. Which of two values
// is seen is open, as it is in CPython; that the memory stays is the caller's to see to. Any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace py {

inline void copy_from_shared(uint8_t* to, const uint8_t* from, size_t n) {
  size_t i = 0;
  auto byte = [&] { to[i] = __atomic_load_n(from + i, __ATOMIC_RELAXED), ++i; };
  while (i < n && reinterpret_cast<uintptr_t>(from + i) % 8 != 0) byte();
  for (; i + 8 <= n; i += 8) {
    uint64_t word = __atomic_load_n(reinterpret_cast<const uint64_t*>(from + i), __ATOMIC_RELAXED);
    std::memcpy(to + i, &word, 8);
  }
  while (i < n) byte();
}

inline void copy_to_shared(uint8_t* to, const uint8_t* from, size_t n) {
  size_t i = 0;
  auto byte = [&] { __atomic_store_n(to + i, from[i], __ATOMIC_RELAXED), ++i; };
  while (i < n && reinterpret_cast<uintptr_t>(to + i) % 8 != 0) byte();
  for (; i + 8 <= n; i += 8) {
    uint64_t word;
    std::memcpy(&word, from + i, 8);
    __atomic_store_n(reinterpret_cast<uint64_t*>(to + i), word, __ATOMIC_RELAXED);
  }
  while (i < n) byte();
}

template <class T> T load_shared(const uint8_t* p) {
  T value;
  if (reinterpret_cast<uintptr_t>(p) % sizeof(T) == 0) __atomic_load(reinterpret_cast<const T*>(p), &value, __ATOMIC_RELAXED);
  else copy_from_shared(reinterpret_cast<uint8_t*>(&value), p, sizeof value);
  return value;
}

template <class T> void store_shared(uint8_t* p, T value) {
  if (reinterpret_cast<uintptr_t>(p) % sizeof(T) == 0) __atomic_store(reinterpret_cast<T*>(p), &value, __ATOMIC_RELAXED);
  else copy_to_shared(p, reinterpret_cast<const uint8_t*>(&value), sizeof value);
}

}  // namespace py
