// Case conversions of str, with Unicode's full mappings (SpecialCasing.txt) and the final sigma.
#include "runtime/types/str_methods.hpp"
#include "runtime/types/unicode.hpp"

#include <cstring>

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

// Eight ASCII characters: 0x80 in each byte that lies in [first, last].
uint64_t in_range(uint64_t eight, uint8_t first, uint8_t last) {
  constexpr uint64_t each = 0x0101010101010101u;
  uint64_t from = eight + each * (0x80u - first), beyond = eight + each * (0x7fu - last);
  return from & ~beyond & (each * 0x80u);
}

// length > 1
Value title_ascii(Str* s) {
  Str* out = allocate_str(s->length, 1, true);
  if (!out) return Error;
  const uint8_t* from = s->data1();
  uint8_t* to = out->data();
  uint8_t inside = 0;                    // 0x20 within a word
  for (int64_t i = 0; i < s->length; ++i) {
    bool letter = static_cast<uint8_t>((from[i] | 0x20) - 'a') < 26;
    to[i] = letter ? static_cast<uint8_t>((from[i] & ~0x20) | inside) : from[i];
    inside = letter ? 0x20 : 0;
  }
  return object_value(out);
}

// Turns capitals (if `down`) and small letters (if `up`) of ASCII text round.
template <bool up, bool down>
Value map_ascii(Str* s) {
  auto turned = [](uint64_t eight) {     // 0x20 makes the difference
    return ((up ? in_range(eight, 'a', 'z') : 0) | (down ? in_range(eight, 'A', 'Z') : 0)) >> 2;
  };
  if (s->length == 0) return unchanged(s);
  const uint8_t* from = s->data1();
  if (s->length == 1) return latin1_char(static_cast<uint8_t>(from[0] ^ turned(from[0])));
  int64_t same = 0;                      // most texts are in small letters
  for (; same + 8 <= s->length && turned(load_word(from + same)) == 0; same += 8) {
  }
  int64_t left = s->length - same;
  if (left < 8 && (left == 0 || turned(load_word(from + same)) << (64 - 8 * left) == 0)) return unchanged(s);
  Str* out = allocate_str(s->length, 1, true);
  if (!out) return Error;
  uint8_t* to = out->data();
  for (int64_t i = 0; i < s->length; i += 8) store_word(to + i, load_word(from + i) ^ turned(load_word(from + i)));
  return object_value(out);
}

}  // namespace

namespace str_methods {

Value upper(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii<true, false>(s);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_mapped(out, s->at(i), Case::upper);
  return out.finish();
}

Value lower(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii<false, true>(s);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_lower(out, s, i);
  return out.finish();
}

Value casefold(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii()) return map_ascii<false, true>(s);
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) append_mapped(out, s->at(i), Case::fold);
  return out.finish();
}

Value title(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->is_ascii() && s->length > 1) return title_ascii(s);
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
  if (s->is_ascii()) return map_ascii<true, true>(s);
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
