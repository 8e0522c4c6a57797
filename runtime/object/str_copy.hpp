// Copying short texts of one byte per character without a call: what concatenates texts is mostly given few characters.
#pragma once

#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/str.hpp"

namespace py {

// Copies s to `at` and returns where what follows goes. Short texts are whole words, of which the end is overwritten next;
// there is memory up to `limit`.
PORTALIS_IN_LINE uint8_t* put_narrow(uint8_t* at, const uint8_t* limit, const Str* s) {
  const uint8_t* from = s->data1();
  const auto n = static_cast<size_t>(s->length);
  if (n - 1 < 8 && at + 8 <= limit) {
    store_word(at, load_word(from));
  } else if (n - 1 < 16 && at + 16 <= limit) {
    store_word(at, load_word(from));
    store_word(at + 8, load_word(from + 8));
  } else {
    std::memcpy(at, from, n);
  }
  return at + n;
}

// A text of one to eight ASCII characters, which lie in a word from its lowest byte on.
// Of one character there are preallocated ones. Null: MemoryError pending.
PORTALIS_IN_LINE Str* allocate_short(uint64_t word, size_t length) {
  Str* s = nullptr;
  if constexpr (sizeof(Str) + 8 <= small_limit) s = static_cast<Str*>(take_object(&str_type, list_for(sizeof(Str) + 8, false), false));
  if (!s) [[unlikely]] s = static_cast<Str*>(allocate_unfilled(&str_type, sizeof(Str) + 8));
  if (!s) [[unlikely]] return nullptr;
  s->aux = 1 | str_ascii_bit;
  s->length = static_cast<int64_t>(length);
  s->hash.store(-1, std::memory_order_relaxed);
  store_word(s->data(), word);
  return s;
}

// As allocate_str(length, 1, ascii); length > 0.
PORTALIS_IN_LINE Str* allocate_narrow(int64_t length, bool ascii) {
  const size_t size = sizeof(Str) + ((static_cast<size_t>(length) + 7) & ~size_t{7});
  Str* s = nullptr;
  if (small_limit > 0 && size <= small_limit) s = static_cast<Str*>(take_object(&str_type, list_for(size, false), false));
  if (!s) [[unlikely]] return allocate_str(length, 1, ascii);
  s->aux = 1 | (ascii ? str_ascii_bit : 0);
  s->length = length;
  s->hash.store(-1, std::memory_order_relaxed);
  return s;
}

// Where the memory of a new text of one byte per character ends.
inline const uint8_t* narrow_limit(Str* s) { return s->data() + (s->length + 7) / 8 * 8; }

}  // namespace py
