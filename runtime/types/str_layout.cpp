// Methods of str that add or remove characters at the ends: strip, padding, expandtabs, zfill.
#include <cstring>

#include "runtime/object/str_copy.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"
#include "runtime/types/unicode.hpp"

namespace py {
namespace {

enum Side { left = 1, right = 2, both = 3 };

Value strip_method(const char* name, const Value* args, uint32_t n, Side side) {
  Str* s = self_str(args);
  Str* chars = nullptr;
  if (n > 1 && !args[1].is_none()) {
    chars = as_str(args[1]);
    if (!chars) return raise(exc::TypeError, "%s arg must be None or str", name);
  }
  int64_t start = 0, end = s->length;
  auto strip_at = [&](auto at, auto drops) {
    if (side & left)
      while (start < end && drops(at(start))) ++start;
    if (side & right)
      while (end > start && drops(at(end - 1))) --end;
  };
  auto strip = [&](auto drops) {
    const uint8_t* narrow = s->data1();
    if (s->kind() == 1) strip_at([&](int64_t i) { return uint32_t{narrow[i]}; }, drops);
    else strip_at([&](int64_t i) { return s->at(i); }, drops);
  };
  if (!chars) {
    strip([](uint32_t c) { return (c <= ' ' || c >= 0x80) && unicode::is_space(c); });
  } else if (chars->kind() == 1 && chars->length > 0 && chars->length < 8) {
    // All of them in one word, the rest of it filled with the first; one that is c leaves a zero byte.
    constexpr uint64_t each = 0x0101010101010101u;
    size_t count = static_cast<size_t>(chars->length);
    uint64_t wanted = load_few(chars->data1(), count) | (each * chars->data1()[0]) << 8 * count;
    strip([&](uint32_t c) {
      uint64_t difference = wanted ^ each * static_cast<uint8_t>(c);
      return c < 0x100 && (difference - each) & ~difference & (each * 0x80u);
    });
  } else {
    strip([&](uint32_t c) { return str_find_char(chars, c, 0, chars->length) >= 0; });
  }
  return str_slice(s, start, end);
}

// Texts of one byte per character, and a fill that is ASCII.
Value pad_narrow(Str* s, int64_t before, int64_t after, uint32_t fill) {
  Str* out = allocate_str(before + s->length + after, 1, s->is_ascii());
  if (!out) return Error;
  uint8_t* text = out->data() + before;
  uint8_t* end = s->length ? put_narrow(text, narrow_limit(out), s) : text;
  std::memset(out->data(), static_cast<int>(fill), static_cast<size_t>(before));
  std::memset(end, static_cast<int>(fill), static_cast<size_t>(after));
  return object_value(out);
}

Value pad(Str* s, int64_t before, int64_t after, uint32_t fill) {
  if (before <= 0 && after <= 0) return unchanged(s);
  if (before > INT64_MAX / 8 || after > INT64_MAX / 8) return raise(exc::OverflowError, "padded string is too long");
  if (before + after + s->length > int64_t{1} << 40) return raise_no_memory();
  if (s->kind() == 1 && fill < 0x80 && before + s->length + after > 1) return pad_narrow(s, before, after, fill);
  StrBuilder out;
  out.append_repeated(fill, before);
  out.append(s);
  out.append_repeated(fill, after);
  return out.finish();
}

// width and fillchar of center, ljust and rjust; false: error.
bool pad_arguments(const Value* args, uint32_t n, int64_t& width, uint32_t& fill) {
  fill = ' ';
  if (!size_argument(args[1], width)) return false;
  if (n < 3) return true;
  Str* s = as_str(args[2]);
  if (s && s->length == 1) return fill = s->at(0), true;
  (void)(s ? raise(exc::TypeError, "The fill character must be exactly one character long")
           : raise(exc::TypeError, "The fill character must be a unicode character, not %T", args[2]));
  return false;
}

}  // namespace

namespace str_methods {

Value strip(const Value* args, uint32_t n) { return strip_method("strip", args, n, both); }
Value lstrip(const Value* args, uint32_t n) { return strip_method("lstrip", args, n, left); }
Value rstrip(const Value* args, uint32_t n) { return strip_method("rstrip", args, n, right); }

Value center(const Value* args, uint32_t n) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(args, n, width, fill)) return Error;
  Str* s = self_str(args);
  if (width <= s->length) return unchanged(s);
  int64_t space = width - s->length, before = space / 2 + (space & width & 1);
  return pad(s, before, space - before, fill);
}

Value ljust(const Value* args, uint32_t n) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(args, n, width, fill)) return Error;
  Str* s = self_str(args);
  return width <= s->length ? unchanged(s) : pad(s, 0, width - s->length, fill);
}

Value rjust(const Value* args, uint32_t n) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(args, n, width, fill)) return Error;
  Str* s = self_str(args);
  return width <= s->length ? unchanged(s) : pad(s, width - s->length, 0, fill);
}

Value zfill(const Value* args, uint32_t) {
  int64_t width;
  if (!size_argument(args[1], width)) return Error;
  Str* s = self_str(args);
  if (width <= s->length) return unchanged(s);
  if (width > int64_t{1} << 40) return raise_no_memory();
  bool sign = s->length > 0 && (s->at(0) == '+' || s->at(0) == '-');
  if (!sign) return pad(s, width - s->length, 0, '0');
  StrBuilder out;
  out.append(s->at(0));
  out.append_repeated('0', width - s->length);
  out.append(s, 1, s->length);
  return out.finish();
}

Value expandtabs(const Value* args, uint32_t) {
  int tab_size = 8;
  if (!args[1].is_undefined() && !int_argument(args[1], tab_size)) return Error;
  Str* s = self_str(args);
  if (str_find_char(s, '\t', 0, s->length) < 0) return unchanged(s);
  StrBuilder out;
  int64_t column = 0;
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (c == '\t') {
      int64_t spaces = tab_size > 0 ? tab_size - column % tab_size : 0;
      out.append_repeated(' ', spaces);
      column += spaces;
      continue;
    }
    out.append(c);
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return out.finish();
}

}  // namespace str_methods
}  // namespace py
