// unicodedata: properties of characters and normal forms (UAX #15). Character names are not carried: name() and
// lookup() do not exist.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "runtime/modules/text/unicodedata_tables.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/text_arguments.hpp"
#include "runtime/types/unicode.hpp"

namespace py::native {
namespace {

namespace u = unicode;

uint8_t run_value(const uint32_t* runs, int count, uint32_t c) {
  const uint32_t* after = std::upper_bound(runs, runs + count, c << 8 | 0xff);
  return static_cast<uint8_t>(after[-1]);
}
uint8_t combining_class(uint32_t c) { return c < 0x300 ? 0 : run_value(u::combining_runs, u::combining_run_count, c); }

// The decomposition entry of c, or null.
const uint32_t* decomposition_of(uint32_t c) {
  const uint32_t* end = u::decomposition_codes + u::decomposition_count;
  const uint32_t* at = std::lower_bound(u::decomposition_codes, end, c);
  return at == end || *at != c ? nullptr : u::decomposition_data + u::decomposition_offsets[at - u::decomposition_codes];
}

constexpr uint32_t s_base = 0xac00, l_base = 0x1100, v_base = 0x1161, t_base = 0x11a7, l_count = 19, v_count = 21, t_count = 28,
                   s_count = l_count * v_count * t_count;

void decompose(std::vector<uint32_t>& out, uint32_t c, bool compatible) {
  if (c - s_base < s_count) {            // Hangul syllables, by rule
    uint32_t s = c - s_base;
    out.push_back(l_base + s / (v_count * t_count));
    out.push_back(v_base + s % (v_count * t_count) / t_count);
    if (s % t_count) out.push_back(t_base + s % t_count);
    return;
  }
  const uint32_t* entry = c < 0xa0 ? nullptr : decomposition_of(c);
  if (!entry || (entry[0] >> 8 && !compatible)) {
    out.push_back(c);
    return;
  }
  for (uint32_t i = 1; i <= (entry[0] & 0xff); ++i) decompose(out, entry[i], compatible);
}

void order(std::vector<uint32_t>& text) {
  for (size_t i = 0; i < text.size();) {
    if (combining_class(text[i]) == 0) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && combining_class(text[end]) != 0) ++end;
    std::stable_sort(text.begin() + static_cast<ptrdiff_t>(i), text.begin() + static_cast<ptrdiff_t>(end),
                     [](uint32_t a, uint32_t b) { return combining_class(a) < combining_class(b); });
    i = end;
  }
}

// The character a and b compose to, or 0.
uint32_t compose_pair(uint32_t a, uint32_t b) {
  if (a - l_base < l_count && b - v_base < v_count) return s_base + ((a - l_base) * v_count + (b - v_base)) * t_count;
  if (a - s_base < s_count && (a - s_base) % t_count == 0 && b - t_base < t_count && b != t_base) return a + (b - t_base);
  const u::Composition* end = u::compositions + u::composition_count;
  const u::Composition* at = std::lower_bound(u::compositions, end, u::Composition{a, b, 0}, [](const u::Composition& x, const u::Composition& y) {
    return x.first != y.first ? x.first < y.first : x.second < y.second;
  });
  return at != end && at->first == a && at->second == b ? at->result : 0;
}

void compose(std::vector<uint32_t>& text) {
  size_t out = 0, starter = SIZE_MAX;
  int last_class = -1;
  for (uint32_t c : text) {
    int cls = combining_class(c);
    if (starter != SIZE_MAX && (last_class < cls || last_class == -1)) {
      if (uint32_t composed = compose_pair(text[starter], c)) {
        text[starter] = composed;
        continue;
      }
    }
    if (cls == 0) starter = out, last_class = -1;
    else last_class = cls;
    text[out++] = c;
  }
  text.resize(out);
}

// The normal form of s; null with ValueError pending for an unknown form.
bool normal_form(Str* form, Str* s, std::vector<uint32_t>& text) {
  std::string_view name = form->is_ascii() ? form->ascii() : "";
  bool compatible = name == "NFKC" || name == "NFKD", composed = name == "NFC" || name == "NFKC";
  if (!compatible && !composed && name != "NFD") return (void)raise(exc::ValueError, "invalid normalization form"), false;
  for (int64_t i = 0; i < s->length; ++i) decompose(text, s->at(i), compatible);
  order(text);
  if (composed) compose(text);
  return true;
}

Value normalize(const Value* args, uint32_t) {
  Str *form = str_argument(args[0], "normalize", "1"), *s = form ? str_argument(args[1], "normalize", "2") : nullptr;
  if (!s) return Error;
  if (s->is_ascii()) return incref(object_value(s));
  std::vector<uint32_t> text;
  return normal_form(form, s, text) ? make_str_units(text.data(), 4, static_cast<int64_t>(text.size())) : Error;
}

Value is_normalized(const Value* args, uint32_t) {
  Str *form = str_argument(args[0], "is_normalized", "1"), *s = form ? str_argument(args[1], "is_normalized", "2") : nullptr;
  std::vector<uint32_t> text;
  if (!s || !normal_form(form, s, text)) return Error;
  bool same = static_cast<int64_t>(text.size()) == s->length;
  for (int64_t i = 0; same && i < s->length; ++i) same = s->at(i) == text[static_cast<size_t>(i)];
  return boolean(same);
}

// The one character of an argument. False: TypeError.
bool character(const char* function, Value v, const char* which, uint32_t& c) {
  Str* s = as_str(v);
  if (s && s->length == 1) return c = s->at(0), true;
  (void)raise(exc::TypeError, s ? "%s() argument%s must be a unicode character, not str" : "%s() argument%s must be a unicode character, not %T", function, which, v);
  return false;
}

Value category(const Value* args, uint32_t) {
  static constexpr const char* names[] = {"Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl",
                                          "No", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"};
  uint32_t c;
  return character("category", args[0], "", c) ? make_str(names[u::record(c).category]) : Error;
}
Value bidirectional(const Value* args, uint32_t) {
  uint32_t c;
  return character("bidirectional", args[0], "", c) ? make_str(u::bidirectional_names[run_value(u::bidirectional_runs, u::bidirectional_run_count, c)]) : Error;
}
Value east_asian_width(const Value* args, uint32_t) {
  uint32_t c;
  return character("east_asian_width", args[0], "", c) ? make_str(u::east_asian_width_names[run_value(u::east_asian_width_runs, u::east_asian_width_run_count, c)]) : Error;
}
Value combining(const Value* args, uint32_t) {
  uint32_t c;
  return character("combining", args[0], "", c) ? small_int(combining_class(c)) : Error;
}
Value mirrored(const Value* args, uint32_t) {
  uint32_t c;
  return character("mirrored", args[0], "", c) ? small_int(run_value(u::mirrored_runs, u::mirrored_run_count, c)) : Error;
}

Value decomposition(const Value* args, uint32_t) {
  uint32_t c;
  if (!character("decomposition", args[0], "", c)) return Error;
  Text out;
  if (const uint32_t* entry = decomposition_of(c)) {
    out.append(u::decomposition_tags[entry[0] >> 8]);
    for (uint32_t i = 1; i <= (entry[0] & 0xff); ++i) {
      char text[16];
      std::snprintf(text, sizeof text, out.size ? " %04X" : "%04X", entry[i]);
      out.append(text);
    }
  }
  return out.to_str();
}

Value or_default(const Value* args, uint32_t n, const char* message) { return n > 1 ? incref(args[1]) : raise(exc::ValueError, message); }

Value decimal(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("decimal", args[0], " 1", c)) return Error;
  int value = u::decimal_value(c);
  return value >= 0 ? small_int(value) : or_default(args, n, "not a decimal");
}
Value digit(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("digit", args[0], " 1", c)) return Error;
  uint8_t value = u::record(c).digit_value;
  return value != 255 ? small_int(value) : or_default(args, n, "not a digit");
}
Value numeric(const Value* args, uint32_t n) {
  uint32_t c;
  if (!character("numeric", args[0], " 1", c)) return Error;
  if (uint8_t value = u::record(c).digit_value; value != 255) return make_float(value);
  const u::Numeric* end = u::numerics + u::numeric_count;
  const u::Numeric* at = std::lower_bound(u::numerics, end, c, [](const u::Numeric& x, uint32_t code) { return x.code < code; });
  if (at == end || at->code != c) return or_default(args, n, "not a numeric character");
  return make_float(static_cast<double>(at->numerator) / at->denominator);
}

constexpr NativeDef functions[] = {
    PY_RANGE("normalize", normalize, 2, 2), PY_RANGE("is_normalized", is_normalized, 2, 2), PY_ONE("category", category),
    PY_ONE("bidirectional", bidirectional), PY_ONE("east_asian_width", east_asian_width), PY_ONE("combining", combining),
    PY_ONE("mirrored", mirrored), PY_ONE("decomposition", decomposition), PY_RANGE("decimal", decimal, 1, 2),
    PY_RANGE("digit", digit, 1, 2), PY_RANGE("numeric", numeric, 1, 2), {},
};

bool fill_unicodedata(Module* module) {
  module_add_functions(module, functions);
  module_set(module, "unidata_version", make_str("14.0.0"));
  return true;
}

}  // namespace

extern const ModuleDef module_unicodedata;
const ModuleDef module_unicodedata = {"unicodedata", fill_unicodedata, false};

}  // namespace py::native
