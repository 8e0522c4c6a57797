// The is...() methods of str.
#include "runtime/types/str_methods.hpp"
#include "runtime/types/unicode.hpp"

namespace py {
namespace {

// Non-empty and every character is so.
template <class Test>
Value all_are(const Value* args, Test test) {
  Str* s = self_str(args);
  if (s->kind() == 1) {
    const uint8_t* text = s->data1();
    for (int64_t i = 0; i < s->length; ++i)
      if (!test(text[i])) return False;
  } else {
    for (int64_t i = 0; i < s->length; ++i)
      if (!test(s->at(i))) return False;
  }
  return boolean(s->length > 0);
}

Value all_have(const Value* args, uint16_t flags) {
  return all_are(args, [flags](uint32_t c) { return unicode::is(c, flags); });
}

// At least one character has `wanted` and none has `excluded`.
Value cased_only(const Value* args, uint16_t wanted, uint16_t excluded) {
  Str* s = self_str(args);
  bool found = false;
  for (int64_t i = 0; i < s->length; ++i) {
    uint16_t flags = unicode::record(s->at(i)).flags;
    if (flags & excluded) return False;
    found = found || (flags & wanted);
  }
  return boolean(found);
}

}  // namespace

namespace str_methods {

Value isalnum(const Value* args, uint32_t) { return all_have(args, unicode::alpha | unicode::decimal | unicode::digit | unicode::numeric); }
Value isalpha(const Value* args, uint32_t) { return all_have(args, unicode::alpha); }
Value isdecimal(const Value* args, uint32_t) { return all_have(args, unicode::decimal); }
Value isdigit(const Value* args, uint32_t) { return all_have(args, unicode::digit); }
Value isnumeric(const Value* args, uint32_t) { return all_have(args, unicode::numeric); }
Value isspace(const Value* args, uint32_t) { return all_are(args, unicode::is_space); }
Value islower(const Value* args, uint32_t) { return cased_only(args, unicode::lower, unicode::upper | unicode::title); }
Value isupper(const Value* args, uint32_t) { return cased_only(args, unicode::upper, unicode::lower | unicode::title); }
Value is_ascii_text(const Value* args, uint32_t) { return boolean(self_str(args)->is_ascii()); }

Value isprintable(const Value* args, uint32_t) {
  Str* s = self_str(args);
  for (int64_t i = 0; i < s->length; ++i)
    if (!unicode::is_printable(s->at(i))) return False;
  return True;
}

Value isidentifier(const Value* args, uint32_t) {
  Str* s = self_str(args);
  if (s->length == 0 || !unicode::is(s->at(0), unicode::identifier_start)) return False;
  for (int64_t i = 1; i < s->length; ++i)
    if (!unicode::is(s->at(i), unicode::identifier_continue)) return False;
  return True;
}

Value istitle(const Value* args, uint32_t) {
  Str* s = self_str(args);
  bool found = false, inside = false;
  for (int64_t i = 0; i < s->length; ++i) {
    uint16_t flags = unicode::record(s->at(i)).flags;
    if (flags & (unicode::upper | unicode::title)) {
      if (inside) return False;
      found = inside = true;
    } else if (flags & unicode::lower) {
      if (!inside) return False;
      found = true;
    } else {
      inside = false;
    }
  }
  return boolean(found);
}

}  // namespace str_methods
}  // namespace py
