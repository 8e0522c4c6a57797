// unicodedata: properties, names and normal forms of characters. ucd_3_2_0 has the same functions as methods, with the answers of
// Unicode 3.2, which nameprep (encodings.idna) is defined by.
#include <algorithm>
#include <cstdio>

#include "runtime/modules/text/character_names.hpp"
#include "runtime/modules/text/normal_forms.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/character_names.hpp"
#include "runtime/types/text_arguments.hpp"
#include "runtime/types/unicode.hpp"

namespace py::native {
namespace {

namespace u = unicode;

// Every function is a template: `old` ones are methods of ucd_3_2_0, whose first argument is that.

// The normal form of args[1]; false: TypeError or ValueError.
template <bool old>
bool normal_form_of(const Value* args, const char* function, Str*& s, std::vector<uint32_t>& text) {
  Str* form = str_argument(args[old], function, "1");
  s = form ? str_argument(args[1 + old], function, "2") : nullptr;
  if (!s) return false;
  if (u::normal_form(text, form->is_ascii() ? form->ascii() : "?", s, old)) return true;
  return (void)raise(exc::ValueError, "invalid normalization form"), false;
}

template <bool old>
Value normalize(const Value* args, uint32_t) {
  Str* s;
  std::vector<uint32_t> text;
  if (!normal_form_of<old>(args, "normalize", s, text)) return Error;
  return s->is_ascii() ? incref(object_value(s)) : make_str_units(text.data(), 4, static_cast<int64_t>(text.size()));
}

template <bool old>
Value is_normalized(const Value* args, uint32_t) {
  Str* s;
  std::vector<uint32_t> text;
  if (!normal_form_of<old>(args, "is_normalized", s, text)) return Error;
  bool same = static_cast<int64_t>(text.size()) == s->length;
  for (int64_t i = 0; same && i < s->length; ++i) same = s->at(i) == text[static_cast<size_t>(i)];
  return boolean(same);
}

// The one character of an argument. False: TypeError.
bool character(const char* function, Value v, const char* which, uint32_t& c) {
  Str* s = as_str(v);
  if (s && s->length == 1) return c = s->at(0), true;
  (void)raise(exc::TypeError, s ? "%s() argument%s must be a unicode character, not str" : "%s() argument%s must be a unicode character, not %A", function, which, v);
  return false;
}

template <bool old>
Value category(const Value* args, uint32_t) {
  static constexpr const char* names[] = {"Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl",
                                          "No", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"};
  uint32_t c;
  if (!character("category", args[old], "", c)) return Error;
  return make_str(names[old ? u::old_record(c).category : u::record(c).category]);
}
template <bool old>
Value bidirectional(const Value* args, uint32_t) {
  uint32_t c;
  if (!character("bidirectional", args[old], "", c)) return Error;
  return make_str(u::bidirectional_names[old ? u::old_record(c).bidirectional : u::run_value(u::bidirectional_runs, u::bidirectional_run_count, c)]);
}
template <bool old>
Value east_asian_width(const Value* args, uint32_t) {
  uint32_t c;
  if (!character("east_asian_width", args[old], "", c)) return Error;
  return make_str(u::east_asian_width_names[old ? u::old_record(c).east_asian_width : u::run_value(u::east_asian_width_runs, u::east_asian_width_run_count, c)]);
}
template <bool old>
Value mirrored(const Value* args, uint32_t) {
  uint32_t c;
  if (!character("mirrored", args[old], "", c)) return Error;
  return small_int(old ? u::old_record(c).mirrored : u::run_value(u::mirrored_runs, u::mirrored_run_count, c));
}

// Is a character in this version at all?
template <bool old>
bool is_there(uint32_t c) { return !old || u::old_record(c).category != 0; }

template <bool old>
Value combining(const Value* args, uint32_t) {
  uint32_t c;
  return character("combining", args[old], "", c) ? small_int(is_there<old>(c) ? u::combining_class(c) : 0) : Error;
}

template <bool old>
Value decomposition(const Value* args, uint32_t) {
  uint32_t c;
  if (!character("decomposition", args[old], "", c)) return Error;
  Text out;
  if (const uint32_t* entry = is_there<old>(c) ? u::decomposition_of(c) : nullptr) {
    out.append(u::decomposition_tags[entry[0] >> 8]);
    for (uint32_t i = 1; i <= (entry[0] & 0xff); ++i) {
      char text[16];
      std::snprintf(text, sizeof text, out.size ? " %04X" : "%04X", entry[i]);
      out.append(text);
    }
  }
  return out.to_str();
}

template <bool old>
Value or_default(const Value* args, uint32_t n, const char* message) {
  return n > 1 + old ? incref(args[1 + old]) : raise(exc::ValueError, message);
}

template <bool old>
Value decimal(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("decimal", args[old], " 1", c)) return Error;
  int value = is_there<old>(c) ? u::decimal_value(c) : -1;
  if (old && std::find(u::old_decimals, u::old_decimals + u::old_decimal_count, c) != u::old_decimals + u::old_decimal_count) value = u::record(c).digit_value;
  return value >= 0 ? small_int(value) : or_default<old>(args, n, "not a decimal");
}
template <bool old>
Value digit(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("digit", args[old], " 1", c)) return Error;
  uint8_t value = u::record(c).digit_value;
  return value != 255 ? small_int(value) : or_default<old>(args, n, "not a digit");
}
template <bool old>
Value numeric(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("numeric", args[old], " 1", c)) return Error;
  if (!is_there<old>(c)) return or_default<old>(args, n, "not a numeric character");
  if (uint8_t value = u::record(c).digit_value; value != 255) return make_float(value);
  const u::Numeric* end = u::numerics + u::numeric_count;
  const u::Numeric* at = std::lower_bound(u::numerics, end, c, [](const u::Numeric& x, uint32_t code) { return x.code < code; });
  if (at == end || at->code != c) return or_default<old>(args, n, "not a numeric character");
  return make_float(static_cast<double>(at->numerator) / at->denominator);
}

template <bool old>
Value name(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("name", args[old], " 1", c)) return Error;
  Text out;
  bool stands_for_others = c >= u::first_alias && c < u::first_alias + 0x800;
  if (!stands_for_others && is_there<old>(c) && u::character_name(out, c)) return out.to_str();
  return or_default<old>(args, n, "no such name");
}

template <bool old>
Value lookup(const Value* args, uint32_t) {
  Str* s = as_str(args[old]);
  if (!s) return raise(exc::TypeError, "a bytes-like object is required, not '%T'", args[old]);
  Text text;
  append_utf8(text, s);
  if (text.size > 256) return raise(exc::KeyError, "name too long");
  uint32_t c;
  if (!u::character_named(text.view(), c) || !is_there<old>(c)) return raise(exc::KeyError, "undefined character name '%U'", s);
  if (c >= u::first_sequence && c < u::first_alias + 0x800) {
    const uint16_t* units = u::name_sequences + 4 * (c - u::first_sequence);
    return make_str_units(units, 2, std::find(units, units + 4, 0) - units);
  }
  if (c >= u::first_alias && c < u::first_sequence) c = u::name_aliases[c - u::first_alias];
  return make_str_units(&c, 4, 1);
}

// ---- for the codecs ----
bool name_for_codecs(Text& out, uint32_t c) { return u::character_name(out, c); }
bool character_for_codecs(std::string_view text, uint32_t& c) {
  if (!u::character_named(text, c) || (c >= u::first_sequence && c < u::first_alias + 0x800)) return false;
  if (c >= u::first_alias && c < u::first_sequence) c = u::name_aliases[c - u::first_alias];
  return true;
}
constexpr CharacterNames names_for_codecs = {name_for_codecs, character_for_codecs};

#define PORTALIS_DATABASE_FUNCTIONS(old)                                                                                          \
  {                                                                                                                               \
    PY_RANGE("normalize", normalize<old>, 2, 2), PY_RANGE("is_normalized", is_normalized<old>, 2, 2), PY_ONE("category", category<old>), \
        PY_ONE("bidirectional", bidirectional<old>), PY_ONE("east_asian_width", east_asian_width<old>),                              \
        PY_ONE("combining", combining<old>), PY_ONE("mirrored", mirrored<old>), PY_ONE("decomposition", decomposition<old>),         \
        PY_RANGE("decimal", decimal<old>, 1, 2), PY_RANGE("digit", digit<old>, 1, 2), PY_RANGE("numeric", numeric<old>, 1, 2),       \
        PY_RANGE("name", name<old>, 1, 2), PY_ONE("lookup", lookup<old>), {},                                                       \
  }
constexpr NativeDef functions[] = PORTALIS_DATABASE_FUNCTIONS(false);
constexpr NativeDef methods[] = PORTALIS_DATABASE_FUNCTIONS(true);

constexpr GetSetDef getsets[] = {{"unidata_version", [](Value) { return make_str("3.2.0"); }, nullptr}, {}};
constinit Type database_type{{.name = "unicodedata.UCD", .instance_size = sizeof(Object), .base = &object_type,
                              .dealloc = free_object, .methods = methods, .getsets = getsets}};

bool fill_unicodedata(Module* module) {
  module_add_functions(module, functions);
  module_set(module, "unidata_version", make_str("14.0.0"));
  module_add_type(module, database_type);
  module_set(module, "ucd_3_2_0", object_value(allocate<Object>(&database_type)));
  provide_character_names(names_for_codecs);
  return true;
}

}  // namespace

extern const ModuleDef module_unicodedata;
const ModuleDef module_unicodedata = {"unicodedata", fill_unicodedata, false};

}  // namespace py::native
