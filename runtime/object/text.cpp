// Text: appending to a growing byte string.
#include "runtime/object/text.hpp"

#include <charconv>
#include <cstdlib>
#include <cstring>

#include "runtime/object/layouts.hpp"
#include "runtime/object/utf8.hpp"

namespace py {

Text::~Text() { std::free(data); }

void Text::reserve(size_t extra) {
  if (capacity - size >= extra) return;
  capacity = size + extra > capacity * 2 ? size + extra + 32 : capacity * 2;
  data = static_cast<char*>(std::realloc(data, capacity));
  if (!data) std::abort();
}

void Text::append(std::string_view s) {
  reserve(s.size());
  if (!s.empty()) std::memcpy(data + size, s.data(), s.size());
  size += s.size();
}

void Text::append_int(int64_t n) {
  char digits[24];
  append(std::string_view(digits, static_cast<size_t>(std::to_chars(digits, digits + sizeof digits, n).ptr - digits)));
}

void Text::append_utf8(uint32_t code_point) {
  reserve(4);
  size += static_cast<size_t>(encode_utf8(code_point, reinterpret_cast<uint8_t*>(data + size)));
}

Value Text::to_str() const { return make_str(view()); }

}  // namespace py
