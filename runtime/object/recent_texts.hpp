// Short texts that a thread made lately.
//
// Programs take the same words, fields and keys from what they read again and again: split(), slices, JSON. Whoever makes such a
// text may get the one this thread made before. That saves its memory, its hash, and the comparison where it is looked up in a dict, for
// a few instructions where there was none. CPython makes a new one, which only `is` and id() could tell.
//
// A table of 256 places for each thread, which only the thread itself touches, by the text's eight bytes; each place holds a
// reference to the last text that fell on it. What is in it has a second owner, so it is never appended to in place.
#pragma once

#include <cstdlib>
#include <utility>

#include "runtime/object/str.hpp"
#include "runtime/object/thread_state.hpp"

namespace py {

struct RecentTexts {
  static constexpr unsigned index_bits = 8;
  static constexpr size_t shortest = 2, longest = sizeof(uint64_t);      // of one character there is only one anyway
  Value texts[1u << index_bits];         // strs; all bits zero: none

  Value& place_of(uint64_t word) { return texts[(word * 0x9e3779b97f4a7c15u) >> (64 - index_bits)]; }
};

// A str of ASCII text; Error when there is no memory. Owned.
Value recent_str_ascii(const uint8_t* text, size_t length);
// Of two to eight characters, which lie in a word from its lowest byte on, with zeros above.
Value recent_short_ascii(uint64_t word, size_t length);

// At the end of a thread.
inline void forget_recent_texts(ThreadState& thread) {
  RecentTexts* recent = std::exchange(thread.recent_texts, nullptr);
  if (!recent) return;
  for (Value text : recent->texts) {
    if (text.bits != 0) decref(text);
  }
  std::free(recent);
}

}  // namespace py
