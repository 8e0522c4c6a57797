// The growing byte string behind messages, reprs and file contents.
#include "runtime/object/text.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "runtime/object/layouts.hpp"

namespace py {

Text::~Text() {
  if (data != own) std::free(data);
}

void Text::reserve(size_t extra) {
  size_t wanted = capacity + capacity / 2;
  if (wanted < size + extra) wanted = size + extra;
  auto* grown = static_cast<char*>(std::realloc(data == own ? nullptr : data, wanted));
  if (!grown) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  if (data == own) std::memcpy(grown, own, size);
  data = grown;
  capacity = wanted;
}

void Text::append_int(int64_t n) {
  constexpr size_t most = 20;
  char* to = make_room(most);
  size += static_cast<size_t>(std::to_chars(to, to + most, n).ptr - to);
}

void Text::append_utf8(uint32_t c) {
  char bytes[4];
  size_t n;
  if (c < 0x80) {
    bytes[0] = char(c);
    n = 1;
  } else if (c < 0x800) {
    bytes[0] = char(0xc0 | c >> 6);
    bytes[1] = char(0x80 | (c & 0x3f));
    n = 2;
  } else if (c < 0x10000) {
    bytes[0] = char(0xe0 | c >> 12);
    bytes[1] = char(0x80 | (c >> 6 & 0x3f));
    bytes[2] = char(0x80 | (c & 0x3f));
    n = 3;
  } else {
    bytes[0] = char(0xf0 | c >> 18);
    bytes[1] = char(0x80 | (c >> 12 & 0x3f));
    bytes[2] = char(0x80 | (c >> 6 & 0x3f));
    bytes[3] = char(0x80 | (c & 0x3f));
    n = 4;
  }
  append(std::string_view(bytes, n));
}

Value Text::to_str() const { return make_str(view()); }

}  // namespace py
