// __format__ of int, float and complex: sign, prefix, grouped digits, padding, in the order and with the
// messages of CPython's Python/formatter_unicode.c.
#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>

#include "runtime/object/str.hpp"
#include "runtime/types/format_spec.hpp"
#include "runtime/types/numbers.hpp"

namespace py {

namespace {

// A rendered number taken apart: sign, prefix ("0x"), digits (may be grouped and zero-padded), the rest.
struct Parts {
  char sign = 0;
  std::string_view prefix, digits, rest;
};

// Groups digits from the right with separators, with leading zeros up to min_width characters in all.
std::string grouped(std::string_view digits, char separator, int64_t group, int64_t min_width) {
  std::string reversed;
  int64_t left = static_cast<int64_t>(digits.size());
  bool first = true;
  while (true) {
    int64_t most = left > min_width ? left : min_width;
    int64_t length = separator ? group : most;
    if (length > (most > 1 ? most : 1)) length = most > 1 ? most : 1;
    if (!first) reversed += separator;
    first = false;
    for (int64_t i = 0; i < length; ++i) reversed += left > 0 ? digits[static_cast<size_t>(--left)] : '0';
    min_width -= length;
    if (left <= 0 && min_width <= 0) break;
    min_width -= 1;
  }
  return {reversed.rbegin(), reversed.rend()};
}

char sign_shown(const FormatSpec& spec, bool negative) {
  return negative ? '-' : spec.sign == '+' || spec.sign == ' ' ? spec.sign : 0;
}

// Takes "-12.5e+3" apart.
Parts take_apart(const FormatSpec& spec, std::string_view text) {
  Parts p;
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  p.sign = sign_shown(spec, negative);
  size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  p.digits = text.substr(0, n);
  p.rest = text.substr(n);
  return p;
}

Value build(const FormatSpec& spec, const Parts& p) {
  int64_t other = (p.sign != 0) + static_cast<int64_t>(p.prefix.size() + p.rest.size());
  int64_t plain_length = other + static_cast<int64_t>(p.digits.size());
  if (!spec.grouping && spec.fill < 128 && plain_length < 100 && spec.width < 100) {   // the usual case: one small copy
    char text[256], *out = text;
    auto add = [&](std::string_view part) { out = std::copy(part.begin(), part.end(), out); };
    auto fill = [&](int64_t n) { out = static_cast<char*>(std::memset(out, static_cast<int>(spec.fill), static_cast<size_t>(n))) + n; };
    Padding padding = padding_for(spec, plain_length);
    bool inside = spec.align == '=';
    if (!inside) fill(padding.before);
    if (p.sign) *out++ = p.sign;
    add(p.prefix);
    if (inside) fill(padding.before + padding.after);
    add(p.digits);
    add(p.rest);
    if (!inside) fill(padding.after);
    return make_str_ascii(text, static_cast<size_t>(out - text));
  }
  bool zero_fill = spec.fill == '0' && spec.align == '=';
  std::string digits;
  if (!p.digits.empty()) digits = grouped(p.digits, spec.grouping, spec.group_by_four ? 4 : 3, zero_fill ? spec.width - other : 0);
  int64_t length = other + static_cast<int64_t>(digits.size());
  Padding padding = padding_for(spec, length);
  int64_t inside = 0;
  if (spec.align == '=') {
    inside = padding.before + padding.after;
    padding = {0, 0};
  }
  StrBuilder out;
  if (padding.before) out.append_repeated(spec.fill, padding.before);
  if (p.sign) out.append(static_cast<uint32_t>(p.sign));
  out.append_ascii(p.prefix);
  if (inside) out.append_repeated(spec.fill, inside);
  out.append_ascii(digits);
  out.append_ascii(p.rest);
  if (padding.after) out.append_repeated(spec.fill, padding.after);
  return out.finish();
}

Value format_double(Value origin, double d, const FormatSpec& spec) {
  if (spec.precision > INT_MAX) return raise(exc::ValueError, "precision too big");
  FloatStyle style;
  style.alternate = spec.alternate;
  uint32_t type = spec.type;
  int64_t default_precision = 6;
  if (type == 0) {
    style.add_dot_zero = true;
    type = 'r';
    default_precision = 0;
  }
  if (type == 'n') type = 'g';
  bool percent = type == '%';
  if (percent) {
    type = 'f';
    d *= 100;
  }
  style.precision = spec.precision < 0 ? default_precision : spec.precision;
  if (type == 'r' && spec.precision >= 0) type = 'g';
  style.kind = static_cast<char>(type);
  std::string text;
  append_float(text, d, style);
  if (spec.no_negative_zero && text[0] == '-') {
    bool zero = true;
    for (size_t i = 1; i < text.size() && (text[i] | 32) != 'e'; ++i) zero = zero && (text[i] == '0' || text[i] == '.');
    if (zero) text.erase(0, 1);
  }
  if (percent) text += '%';
  return build(spec, take_apart(spec, text));
}

Value format_as_character(Value v, const FormatSpec& spec) {
  if (spec.sign) return raise(exc::ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t c;
  if (int_to_int64(v, c) != IntFit::fits) return raise(exc::OverflowError, "Python int too large to convert to C long");
  if (c < 0 || c > 0x10ffff) return raise(exc::OverflowError, "%%c arg not in range(0x110000)");
  Padding padding = padding_for(spec, 1);
  StrBuilder out;
  if (spec.align == '=') padding = {padding.before + padding.after, 0};
  out.append_repeated(spec.fill, padding.before);
  out.append(static_cast<uint32_t>(c));
  out.append_repeated(spec.fill, padding.after);
  return out.finish();
}

Value format_integer(Value v, const FormatSpec& spec) {
  if (spec.precision != -1) return raise(exc::ValueError, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) return raise(exc::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_as_character(v, spec);
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
  std::string text;
  if (!append_int(text, v, base)) return Error;
  Parts p;
  bool negative = text[0] == '-';
  p.sign = sign_shown(spec, negative);
  std::string prefix;
  if (spec.alternate && base != 10) prefix = {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X') {
    for (char& c : text) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  p.prefix = prefix;
  p.digits = std::string_view(text).substr(negative);
  return build(spec, p);
}

}  // namespace

Value pad_ascii(const FormatSpec& spec, std::string_view text, size_t prefix) {
  Padding padding = padding_for(spec, static_cast<int64_t>(text.size()));
  StrBuilder out;
  if (spec.align == '=') {
    out.append_ascii(text.substr(0, prefix));
    out.append_repeated(spec.fill, padding.before + padding.after);
    out.append_ascii(text.substr(prefix));
    return out.finish();
  }
  out.append_repeated(spec.fill, padding.before);
  out.append_ascii(text);
  out.append_repeated(spec.fill, padding.after);
  return out.finish();
}

Value format_int(Value v, Str* text) {
  if (text->length == 0) return str(v);
  FormatSpec spec;
  if (!parse_format_spec(v, text, 'd', '>', spec)) return Error;
  switch (spec.type) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n': return format_integer(v, spec);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
      bool overflow;
      double d = int_to_double(v, overflow);
      if (overflow) return raise(exc::OverflowError, "int too large to convert to float");
      return format_double(v, d, spec);
    }
    default: return raise_unknown_format_code(v, spec.type);
  }
}

Value format_float(Value v, Str* text) {
  if (text->length == 0) return str(v);
  FormatSpec spec;
  if (!parse_format_spec(v, text, '\0', '>', spec)) return Error;
  switch (spec.type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%':
      return format_double(v, float_value(v), spec);
    default: return raise_unknown_format_code(v, spec.type);
  }
}

// Both parts are rendered without padding, then the whole is padded.
Value format_complex(Value v, Str* text) {
  if (text->length == 0) return str(v);
  FormatSpec spec;
  if (!parse_format_spec(v, text, '\0', '>', spec)) return Error;
  switch (spec.type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': break;
    default: return raise_unknown_format_code(v, spec.type);
  }
  if (spec.precision > INT_MAX) return raise(exc::ValueError, "precision too big");
  if (spec.fill == '0') return raise(exc::ValueError, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') return raise(exc::ValueError, "'=' alignment flag is not allowed in complex format specifier");
  Complex* c = as_complex(v);
  FormatSpec part = spec;
  part.width = -1;
  bool plain = spec.type == 0, skip_real = false;
  FloatStyle style;
  style.alternate = spec.alternate;
  style.kind = plain ? (spec.precision >= 0 ? 'g' : 'r') : spec.type == 'n' ? 'g' : static_cast<char>(spec.type);
  style.precision = spec.precision >= 0 ? spec.precision : plain ? 0 : 6;
  if (plain) skip_real = c->real == 0.0 && !std::signbit(c->real);
  std::string all;
  auto add_part = [&](double d, bool forced_sign) {
    std::string rendered;
    append_float(rendered, d, style);
    FormatSpec one = part;
    if (forced_sign) one.sign = '+';
    Parts p = take_apart(one, rendered);
    if (p.sign) all += p.sign;
    if (!p.digits.empty()) all += grouped(p.digits, spec.grouping, 3, 0);
    all += p.rest;
  };
  bool parentheses = plain && !skip_real;
  if (parentheses) all += '(';
  if (!skip_real) add_part(c->real, false);
  add_part(c->imag, !skip_real);
  all += 'j';
  if (parentheses) all += ')';
  return pad_ascii(spec, all, 0);
}

}  // namespace py
