// str.translate and str.maketrans.
#include "runtime/object/operators.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"

#include <cstring>

namespace py {
namespace {

// table[c] appended to out, or c itself where the table has nothing (LookupError). False: error. `became`: the character,
// if it is one.
bool append_translated(StrBuilder& out, uint32_t c, Value table, uint32_t& became) {
  became = c;
  bool plain = is_exactly(table, dict_type);
  Ref mapped = plain ? dict_get(table.as<Dict>(), small_int(c)) : get_item(table, small_int(c));
  if (mapped.is_undefined()) return out.append(c), true;
  if (mapped.is_error()) {
    if (!error_matches(exc::LookupError)) return false;
    clear_error();
    out.append(c);
    return true;
  }
  if (mapped.get().is_none()) return true;
  if (Str* s = as_str(mapped)) {
    if (s->length == 1) became = s->at(0);
    return out.append(s), true;
  }
  if (!is_int(mapped)) {
    (void)raise(exc::TypeError, "character mapping must return integer, None or str");
    return false;
  }
  int64_t code;
  if (int_to_int64(mapped, code) != IntFit::fits || code < 0 || code > 0x10ffff) {
    (void)raise(exc::ValueError, "character mapping must be in range(0x110000)");
    return false;
  }
  became = static_cast<uint32_t>(code);
  out.append(became);
  return true;
}

Value table_from_dict(Dict* from) {
  Ref table = make_dict();
  Value key, value;
  for (int64_t position = 0; dict_next(from, position, key, value);) {
    Ref held_key = Ref::borrow(key), held_value = Ref::borrow(value);
    if (Str* s = as_str(key)) {
      if (s->length != 1) return raise(exc::ValueError, "string keys in translate table must be of length 1");
      if (dict_set(table.as<Dict>(), small_int(s->at(0)), held_value) < 0) return Error;
    } else if (is_int(key)) {
      if (dict_set(table.as<Dict>(), held_key, held_value) < 0) return Error;
    } else {
      return raise(exc::TypeError, "keys in translate table must be strings or integers");
    }
  }
  return table.take();
}

}  // namespace

namespace str_methods {

Value translate(const Value* args, uint32_t) {
  Str* s = self_str(args);
  StrBuilder out;
  // What an ASCII character became, as far as it is one again: each is looked up once, as in CPython.
  constexpr uint8_t unknown = 0xff;
  uint8_t known[128];
  std::memset(known, unknown, sizeof known);
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (c < 128 && known[c] != unknown) {
      out.append(uint32_t{known[c]});
      continue;
    }
    int64_t before = out.length();
    uint32_t became;
    if (!append_translated(out, c, args[1], became)) return Error;
    if (c < 128 && out.length() == before + 1 && became < 128) known[c] = static_cast<uint8_t>(became);
  }
  return out.finish();
}

Value maketrans(const Value* args, uint32_t n) {
  if (n == 1) {
    Dict* from = as_dict(args[0]);
    return from ? table_from_dict(from) : raise(exc::TypeError, "if you give only one argument to maketrans it must be a dict");
  }
  Str* to = str_argument(args[1], "maketrans", "2");
  if (!to) return Error;
  Str* removed = n > 2 ? str_argument(args[2], "maketrans", "3") : empty_str();
  if (!removed) return Error;
  Str* from = as_str(args[0]);
  if (!from) return raise(exc::TypeError, "first maketrans argument must be a string if there is a second argument");
  if (from->length != to->length) return raise(exc::ValueError, "the first two maketrans arguments must have equal length");
  Ref table = make_dict();
  for (int64_t i = 0; i < from->length; ++i)
    if (dict_set(table.as<Dict>(), small_int(from->at(i)), small_int(to->at(i))) < 0) return Error;
  for (int64_t i = 0; i < removed->length; ++i)
    if (dict_set(table.as<Dict>(), small_int(removed->at(i)), None) < 0) return Error;
  return table.take();
}

}  // namespace str_methods
}  // namespace py
