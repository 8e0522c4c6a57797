// Methods of bytes and bytearray that add or remove bytes at the ends: strip, padding, expandtabs, zfill.
#include <cstring>

#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

Value strip_method(const Value* args, uint32_t n, bool left, bool right) {
  BytesView self, chars;
  bool whitespace = n == 1 || args[1].is_none();
  if ((!whitespace && !chars.argument(args[1])) || !self.own(args[0])) return Error;
  auto drops = [&](uint8_t c) {
    if (whitespace) return c == ' ' || (c >= 9 && c <= 13);
    return chars.size > 0 && std::memchr(chars.data, c, static_cast<size_t>(chars.size)) != nullptr;
  };
  int64_t start = 0, end = self.size;
  while (left && start < end && drops(self.data[start])) ++start;
  while (right && end > start && drops(self.data[end - 1])) --end;
  if (start == 0 && end == self.size && is_exactly(args[0], bytes_type)) return incref(args[0]);
  return make_bytes_like(args[0], self.data + start, end - start);
}

enum class Align { left, right, center };
Value pad_method(const char* name, const Value* args, uint32_t n, Align align) {
  int64_t width;
  if (!size_argument(args[1], width)) return Error;
  char fill = ' ';
  if (n > 2) {
    BytesView view;
    bool fits = (as_bytes(args[2]) || as_bytearray(args[2])) && view.argument(args[2]) && view.size == 1;
    if (!fits) return raise(exc::TypeError, "%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
    fill = static_cast<char>(view.data[0]);
  }
  BytesView self;
  if (!self.own(args[0])) return Error;
  int64_t space = width > self.size ? width - self.size : 0;
  if (space > int64_t{1} << 40) return raise_no_memory();
  int64_t before = align == Align::left ? 0 : align == Align::right ? space : space / 2 + (space & width & 1);
  Text out;
  out.append_repeated(fill, before);
  out.append({reinterpret_cast<const char*>(self.data), static_cast<size_t>(self.size)});
  out.append_repeated(fill, space - before);
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

}  // namespace

namespace bytes_methods {

Value strip(const Value* args, uint32_t n) { return strip_method(args, n, true, true); }
Value lstrip(const Value* args, uint32_t n) { return strip_method(args, n, true, false); }
Value rstrip(const Value* args, uint32_t n) { return strip_method(args, n, false, true); }
Value center(const Value* args, uint32_t n) { return pad_method("center", args, n, Align::center); }
Value ljust(const Value* args, uint32_t n) { return pad_method("ljust", args, n, Align::left); }
Value rjust(const Value* args, uint32_t n) { return pad_method("rjust", args, n, Align::right); }

Value zfill(const Value* args, uint32_t) {
  int64_t width;
  BytesView self;
  if (!size_argument(args[1], width) || !self.own(args[0])) return Error;
  if (width > int64_t{1} << 40) return raise_no_memory();
  bool sign = self.size > 0 && (self.data[0] == '+' || self.data[0] == '-');
  Text out;
  if (sign) out.append(static_cast<char>(self.data[0]));
  out.append_repeated('0', width - self.size);
  out.append({reinterpret_cast<const char*>(self.data) + sign, static_cast<size_t>(self.size - sign)});
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

Value expandtabs(const Value* args, uint32_t) {
  int tab_size = 8;
  int64_t column = 0;
  BytesView self;
  if ((!args[1].is_undefined() && !int_argument(args[1], tab_size)) || !self.own(args[0])) return Error;
  Text out;
  for (int64_t i = 0; i < self.size; ++i) {
    char c = static_cast<char>(self.data[i]);
    if (c == '\t') {
      int64_t spaces = tab_size > 0 ? tab_size - column % tab_size : 0;
      out.append_repeated(' ', spaces);
      column += spaces;
      continue;
    }
    out.append(c);
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

}  // namespace bytes_methods
}  // namespace py
