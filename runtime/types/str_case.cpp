// Case conversions of str, with Unicode's full mappings (SpecialCasing.txt) and the final sigma.
#include "runtime/types/str_methods.hpp"
#include "runtime/types/unicode.hpp"

namespace py {
namespace {

using unicode::Case;

void append_mapped(StrBuilder& out, uint32_t c, Case which) {
  uint32_t mapped[3];
  int n = unicode::map_case(c, which, mapped);
  for (int i = 0; i < n; ++i) out.append(mapped[i]);
}

// A capital sigma ends a word if a cased letter precedes and none follows, case-ignorable characters apart.
bool is_final_sigma(const Str* s, int64_t i) {
  int64_t j = i - 1;
  while (j >= 0 && unicode::is(s->at(j), unicode::case_ignorable)) --j;
  if (j < 0 || !unicode::is(s->at(j), unicode::cased)) return false;
  for (j = i + 1; j < s->length && unicode::is(s->at(j), unicode::case_ignorable);) ++j;
  return j == s->length || !unicode::is(s->at(j), unicode::cased);
}

void append_lower(StrBuilder& out, const Str* s, int64_t i) {
  uint32_t c = s->at(i);
  if (c == 0x3a3) out.append(is_final_sigma(s, i) ? 0x3c2 : 0x3c3);
  else append_mapped(out, c, Case::lower);
}

template <class Map>
Value map_ascii(Str* s, Map map) {
  if (s->length == 0) return unchanged(s);
  if (s->length == 1) return latin1_char(map(s->data1()[0]));
  Str* out = allocate_str(s->length, 1, true);
  if (!out) return Error;
  const uint8_t* from = s->data1();
  uint8_t* to = out->data();
  for (int64_t i = 0; i < s->length; ++i) to[i] = map(from[i]);
  return object_value(out);
}

uint8_t ascii_upper(uint8_t c) { return static_cast<uint8_t>(c - ((c >= 'a' && c <= 'z') << 5)); }
uint8_t ascii_lower(uint8_t c) { return static_cast<uint8_t>(c + ((c >= 'A' && c <= 'Z') << 5)); }

}  // namespace

namespace str_methods {

Value upper(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii(s, ascii_upper);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_mapped(out, s->at(i), Case::upper);
  return out.finish();
}

Value lower(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii(s, ascii_lower);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_lower(out, s, i);
  return out.finish();
}

Value casefold(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii(s, ascii_lower);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_mapped(out, s->at(i), Case::fold);
  return out.finish();
}

Value title(const Value* args, uint32_t) {
  Str* s = self_str(args);
  StrBuilder out;
  bool inside = false;
  for (int64_t i = 0; i < s->length; ++i) {
    if (inside) append_lower(out, s, i);
    else append_mapped(out, s->at(i), Case::title);
    inside = unicode::is(s->at(i), unicode::cased);
  }
  return out.finish();
}

Value swapcase(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii())
    return map_ascii(s, [](uint8_t c) { return static_cast<uint8_t>(c ^ (((c | 32) >= 'a' && (c | 32) <= 'z') << 5)); });
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (unicode::is(c, unicode::upper)) append_lower(out, s, i);
    else if (unicode::is(c, unicode::lower)) append_mapped(out, c, Case::upper);
    else out.append(c);
  }
  return out.finish();
}

Value capitalize(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->length == 0) return unchanged(s);
  StrBuilder out;
  append_mapped(out, s->at(0), Case::title);
  for (int64_t i = 1; i < s->length; ++i) append_lower(out, s, i);
  return out.finish();
}

}  // namespace str_methods
}  // namespace py
