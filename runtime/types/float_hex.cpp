// float.hex() and float.fromhex().
#include <cmath>
#include <cstdio>

#include "runtime/object/str.hpp"
#include "runtime/types/float_internal.hpp"

namespace py {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

enum class HexResult { ok, malformed, overflow };

// [sign] ["0x"] digits ["." digits] ["p" [sign] decimal]; 64 bits are kept, the rest is sticky.
HexResult parse_hex(std::string_view s, double& out) {
  size_t at = 0, end = s.size();
  bool negative = false;
  if (at < end && (s[at] == '+' || s[at] == '-')) negative = s[at++] == '-';
  double special;
  size_t used = parse_float_prefix(s.substr(at), special);
  if (used == end - at && used > 0 && !std::isfinite(special) && hex_digit(s[at]) != 15 && (s[at] | 32) >= 'i') {
    out = negative ? -special : special;
    return HexResult::ok;
  }
  if (at + 1 < end && s[at] == '0' && (s[at + 1] | 32) == 'x') at += 2;
  uint64_t top = 0;
  int64_t exponent = 0, digits = 0;
  bool sticky = false, point = false;
  for (; at < end; ++at) {
    if (s[at] == '.' && !point) {
      point = true;
      continue;
    }
    int digit = hex_digit(s[at]);
    if (digit < 0) break;
    ++digits;
    if (top >> 60) {
      sticky = sticky || digit != 0;
      exponent += point ? 0 : 4;
    } else {
      top = top << 4 | static_cast<uint64_t>(digit);
      exponent -= point ? 4 : 0;
    }
  }
  if (digits == 0) return HexResult::malformed;
  if (at < end && (s[at] | 32) == 'p') {
    ++at;
    bool down = false;
    if (at < end && (s[at] == '+' || s[at] == '-')) down = s[at++] == '-';
    if (at == end || s[at] < '0' || s[at] > '9') return HexResult::malformed;
    int64_t value = 0;
    for (; at < end && s[at] >= '0' && s[at] <= '9'; ++at) value = value < 100000000000 ? value * 10 + (s[at] - '0') : value;
    exponent += down ? -value : value;
  }
  if (at != end) return HexResult::malformed;
  double d = 0;
  if (top) {
    int shift = __builtin_clzll(top);
    bool overflow;
    d = scale_rounded(top << shift | (sticky ? 1 : 0), exponent - shift, overflow);
    if (overflow) return HexResult::overflow;
  }
  out = negative ? -d : d;
  return HexResult::ok;
}

}  // namespace

Value float_hex(const Value* args, uint32_t) {
  double d = float_value(args[0]);
  if (!std::isfinite(d)) {
    char text[32];
    return make_str_ascii(text, float_repr(d, text));
  }
  char text[64];
  const char* sign = std::signbit(d) ? "-" : "";
  d = std::fabs(d);
  if (d == 0) return make_str(std::string(sign) + "0x0.0p+0");
  int exponent;
  double fraction = std::frexp(d, &exponent);
  int shift = 1 - (exponent < -1021 ? -1021 - exponent : 0);   // subnormals keep exponent -1022
  fraction = std::ldexp(fraction, shift);
  exponent -= shift;
  int whole = static_cast<int>(fraction);
  uint64_t bits = static_cast<uint64_t>(std::ldexp(fraction - whole, 52));
  int n = std::snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, whole, static_cast<unsigned long long>(bits), exponent);
  return make_str_ascii(text, static_cast<size_t>(n));
}

Value float_fromhex(const Value* args, uint32_t) {
  Type* cls = as_type(args[0]);
  Str* text = as_str(args[1]);
  if (!text) return raise(exc::TypeError, "bad argument type for built-in operation");
  double d;
  switch (text->is_ascii() ? parse_hex(ascii_number_text(text), d) : HexResult::malformed) {
    case HexResult::malformed: return raise(exc::ValueError, "invalid hexadecimal floating-point string");
    case HexResult::overflow: return raise(exc::OverflowError, "hexadecimal value too large to represent as a float");
    case HexResult::ok: break;
  }
  Ref result = make_float(d);
  if (result.is_error() || cls == &float_type) return result.take();
  return call(value_of(*cls), result);
}

}  // namespace py
