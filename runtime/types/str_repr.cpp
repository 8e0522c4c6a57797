// repr() and ascii() of str.
#include <cstring>

#include "runtime/types/str_methods.hpp"
#include "runtime/types/unicode.hpp"

namespace py {
namespace {

void append_hex(StrBuilder& out, char letter, int digits, uint32_t c) {
  out.append('\\');
  out.append(static_cast<uint8_t>(letter));
  while (digits-- > 0) out.append(static_cast<uint8_t>("0123456789abcdef"[c >> (4 * digits) & 15]));
}

#ifndef __OPTIMIZE_SIZE__
// ASCII text in which nothing has to be escaped, and no quotes are.
bool is_plain(const Str* s) {
  constexpr uint64_t each = 0x0101010101010101u, high = each * 0x80;
  const uint8_t* text = s->data1();
  uint64_t found = 0;
  for (int64_t i = 0; i < s->length; i += 8) {
    uint64_t eight = load_word(text + i);
    if (s->length - i < 8) eight = (eight & ~(~uint64_t{0} << 8 * (s->length - i))) | (each * ' ') << 8 * (s->length - i);
    auto equal = [&](uint8_t c) { return (eight ^ each * c) - each; };   // high bit of bytes that are c, and of some behind
    found |= (eight - each * ' ') | equal('\'') | equal('\\') | equal(0x7f);
  }
  return !(found & high);
}
#endif

Value quoted(const Str* s, bool ascii_only) {
#ifndef __OPTIMIZE_SIZE__
  if (s->is_ascii() && is_plain(s)) {
    Str* out = allocate_str(s->length + 2, 1, true);
    if (!out) return Error;
    std::memcpy(out->data() + 1, s->data1(), static_cast<size_t>(s->length));
    out->data()[0] = out->data()[s->length + 1] = '\'';
    return object_value(out);
  }
#endif
  bool has_single = str_find_char(s, '\'', 0, s->length) >= 0;
  uint32_t quote = has_single && str_find_char(s, '"', 0, s->length) < 0 ? '"' : '\'';
  StrBuilder out;
  out.append(quote);
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (c == quote || c == '\\') {
      out.append('\\');
      out.append(c);
    } else if (c == '\n') {
      out.append_ascii("\\n");
    } else if (c == '\r') {
      out.append_ascii("\\r");
    } else if (c == '\t') {
      out.append_ascii("\\t");
    } else if (c < 128 ? c >= 32 && c < 127 : !ascii_only && unicode::is_printable(c)) {
      out.append(c);
    } else if (c < 256) {
      append_hex(out, 'x', 2, c);
    } else if (c < 0x10000) {
      append_hex(out, 'u', 4, c);
    } else {
      append_hex(out, 'U', 8, c);
    }
  }
  out.append(quote);
  return out.finish();
}

}  // namespace

Value str_repr(Value self) { return quoted(as_str(self), false); }
Value str_ascii(Str* s) { return quoted(s, true); }

}  // namespace py
