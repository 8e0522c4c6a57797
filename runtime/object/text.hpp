// Text: a growing byte string (UTF-8 by convention) for messages, reprs and file contents.
#pragma once

#include <cstring>
#include <string_view>

#include "runtime/object/object.hpp"

namespace py {

struct Text {
  char* data = nullptr;
  size_t size = 0, capacity = 0;

  Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text();
  void append(std::string_view s);
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
  char* make_room(size_t extra) { return reserve(extra), data + size; }
 private:
  void reserve(size_t extra);
};

}  // namespace py
