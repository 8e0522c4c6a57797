// Text: a growing byte string (UTF-8 by convention) for messages, reprs and file contents.
#pragma once

#include <cstring>
#include <string_view>

#include "runtime/object/object.hpp"

namespace py {

struct Text {
  static constexpr size_t own_capacity = 64;             // most texts are numbers, names and the like
  char* data = own;
  size_t size = 0, capacity = own_capacity;

  Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text();
  void append(std::string_view s) {
    if (s.empty()) return;
    std::memcpy(make_room(s.size()), s.data(), s.size());
    size += s.size();
  }
  void append(char c) {
    if (size == capacity) reserve(1);
    data[size++] = c;
  }
  void append_repeated(char c, int64_t n) {            // n <= 0: nothing
    if (n <= 0) return;
    std::memset(make_room(static_cast<size_t>(n)), c, static_cast<size_t>(n));
    size += static_cast<size_t>(n);
  }
  void append_int(int64_t n);
  void append_utf8(uint32_t code_point);   // surrogates as WTF-8
  std::string_view view() const { return {data, size}; }
  Value to_str() const;                    // make_str(view())
  // Room for `extra` more bytes behind the text; the caller adds what it used to `size`.
  char* make_room(size_t extra) {
    if (capacity - size < extra) reserve(extra);
    return data + size;
  }

 private:
  void reserve(size_t extra);            // more than is there
  char own[own_capacity];
};

}  // namespace py
