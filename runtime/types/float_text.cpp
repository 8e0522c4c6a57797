// float to text and back: repr, the e/f/g renderings of formatting, and parsing.
// Rendering works on correctly rounded decimal digits (float_decimal.cpp) and lays them out by the rules of
// CPython's Python/pystrtod.c (format_float_short).
#include <charconv>
#include <cmath>

#include "runtime/types/float_internal.hpp"
#include "runtime/types/numbers.hpp"
#include "runtime/types/unicode.hpp"

namespace py {

namespace {

// |d| = 0.DIGITS * 10^point, without leading or trailing zeros; zero is "0" with point 1.
struct Decimal {
  std::string digits;
  int64_t point;
};

// No double has more significant digits than this after its point.
constexpr int64_t most_digits = 1100;

Decimal from_scientific(const char* begin, const char* end) {
  Decimal r;
  const char* e = begin;
  while (*e != 'e') ++e;
  int exponent = 0;
  std::from_chars(e + (e[1] == '+' ? 2 : 1), end, exponent);
  r.digits.append(begin, 1);
  if (e - begin > 2) r.digits.append(begin + 2, e);
  while (r.digits.size() > 1 && r.digits.back() == '0') r.digits.pop_back();
  r.point = exponent + 1;
  if (r.digits == "0") r.point = 1;
  return r;
}

Decimal shortest(double d) {
  char text[40];
  char* end = double_to_shortest(text, text + sizeof text, d, std::chars_format::scientific);
  return from_scientific(text, end);
}

Decimal significant(double d, int64_t digits) {
  if (digits > most_digits) digits = most_digits;
  char text[most_digits + 20];
  char* end = double_to_decimal(text, text + sizeof text, d, std::chars_format::scientific, static_cast<int>(digits - 1));
  return from_scientific(text, end);
}

Decimal fixed(double d, int64_t decimals) {
  if (decimals > most_digits) decimals = most_digits;
  char text[320 + most_digits];
  char* end = double_to_decimal(text, text + sizeof text, d, std::chars_format::fixed, static_cast<int>(decimals));
  Decimal r;
  const char* dot = text;
  while (dot < end && *dot != '.') ++dot;
  r.digits.assign(text, static_cast<size_t>(dot - text));
  r.point = dot - text;
  if (dot < end) r.digits.append(dot + 1, static_cast<size_t>(end - dot - 1));
  size_t zeros = 0;
  while (zeros < r.digits.size() && r.digits[zeros] == '0') ++zeros;
  r.digits.erase(0, zeros);
  r.point -= static_cast<int64_t>(zeros);
  while (!r.digits.empty() && r.digits.back() == '0') r.digits.pop_back();
  if (r.digits.empty()) r = {"0", 1};
  return r;
}

// The digits from..to (positions relative to the first digit), zero where there is none.
void append_digits(std::string& out, const std::string& digits, int64_t from, int64_t to) {
  int64_t size = static_cast<int64_t>(digits.size());
  if (from < 0) {
    int64_t zeros = (to < 0 ? to : 0) - from;
    out.append(static_cast<size_t>(zeros), '0');
    from += zeros;
  }
  int64_t stop = to < size ? to : size;
  if (from < stop) {
    out.append(digits, static_cast<size_t>(from), static_cast<size_t>(stop - from));
    from = stop;
  }
  if (from < to) out.append(static_cast<size_t>(to - from), '0');
}

void append_exponent(std::string& out, int64_t exponent, char letter) {
  out += letter;
  out += exponent < 0 ? '-' : '+';
  uint64_t e = static_cast<uint64_t>(exponent < 0 ? -exponent : exponent);
  if (e < 10) out += '0';
  out += std::to_string(e);
}

}  // namespace

void append_float(std::string& out, double d, const FloatStyle& style) {
  bool upper = style.kind >= 'A' && style.kind <= 'Z';
  if (!std::isfinite(d)) {
    out += std::isnan(d) ? (upper ? "NAN" : "nan") : d < 0 ? (upper ? "-INF" : "-inf") : (upper ? "INF" : "inf");
    return;
  }
  char kind = static_cast<char>(style.kind | 32);
  int64_t precision = style.precision;
  if (kind != 'r' && !upper && !style.alternate && !style.add_dot_zero && precision <= most_digits) {
    // C's layout is Python's.
    char text[320 + most_digits];
    auto format = kind == 'e' ? std::chars_format::scientific : kind == 'f' ? std::chars_format::fixed : std::chars_format::general;
    char* end = double_to_decimal(text, text + sizeof text, d, format, static_cast<int>(precision));
    out.append(text, static_cast<size_t>(end - text));
    return;
  }
  if (kind == 'g' && precision == 0) precision = 1;
  double size = std::fabs(d);
  Decimal number = kind == 'r' ? shortest(size) : kind == 'e' ? significant(size, precision + 1)
                   : kind == 'g' ? significant(size, precision) : fixed(size, precision);
  if (std::signbit(d)) out += '-';
  int64_t point = number.point, count = static_cast<int64_t>(number.digits.size()), end = count;
  bool exponential = false;
  if (kind == 'e') {
    exponential = true;
    end = precision + 1;
  } else if (kind == 'f') {
    end = point + precision;
  } else if (kind == 'g') {
    exponential = point <= -4 || point > precision - (style.add_dot_zero ? 1 : 0);
    if (style.alternate) end = precision;
  } else {
    exponential = point <= -4 || point > 16;
  }
  int64_t exponent = 0;
  if (exponential) {
    exponent = point - 1;
    point = 1;
  }
  int64_t start = point <= 0 ? point - 1 : 0;
  int64_t least = !exponential && style.add_dot_zero ? point + 1 : point;
  if (end < least) end = least;
  append_digits(out, number.digits, start, point);
  if (end > point || style.alternate) out += '.';
  append_digits(out, number.digits, point, end);
  if (exponential) append_exponent(out, exponent, upper ? 'E' : 'e');
}

size_t float_repr(double d, char out[32]) {
  if (!std::isfinite(d)) {
    std::string_view text = std::isnan(d) ? "nan" : d < 0 ? "-inf" : "inf";
    std::memcpy(out, text.data(), text.size());
    return text.size();
  }
  double size = std::fabs(d);
  char* p = out;
  if (size == 0 || (size >= 1e-4 && size < 1e16)) {      // positional, as C has it but for ".0"
    p = double_to_shortest(out, out + 32, d, std::chars_format::fixed);
    if (!std::memchr(out, '.', static_cast<size_t>(p - out))) {
      *p++ = '.';
      *p++ = '0';
    }
    return static_cast<size_t>(p - out);
  }
  return static_cast<size_t>(double_to_shortest(out, out + 32, d, std::chars_format::scientific) - out);
}

std::string ascii_number_text(Str* text) {
  // Of ASCII only what C takes for space.
  auto is_space = [](uint32_t c) { return c < 128 ? c == ' ' || (c >= 9 && c <= 13) : unicode::is_space(c); };
  int64_t start = 0, end = text->length;
  while (start < end && is_space(text->at(start))) ++start;
  while (end > start && is_space(text->at(end - 1))) --end;
  std::string r;
  r.reserve(static_cast<size_t>(end - start));
  for (int64_t i = start; i < end; ++i) {
    uint32_t c = text->at(i);
    int digit = c < 128 ? -1 : unicode::decimal_value(c);
    r += c < 128 ? static_cast<char>(c) : digit >= 0 ? static_cast<char>('0' + digit) : unicode::is_space(c) ? ' ' : '?';
  }
  return r;
}

bool remove_underscores(std::string& text) {
  if (text.find('_') == std::string::npos) return true;
  auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string r;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      r += text[i];
    } else if (i == 0 || !is_digit(text[i - 1]) || i + 1 == text.size() || !is_digit(text[i + 1])) {
      return false;
    }
  }
  text = r;
  return true;
}

size_t parse_float_prefix(std::string_view text, double& out) {
  size_t at = 0;
  bool negative = false;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
  auto word = [&](const char* w) {
    size_t i = 0;
    while (w[i] && at + i < text.size() && (text[at + i] | 32) == w[i]) ++i;
    return w[i] == 0 ? i : 0;
  };
  size_t length;
  if ((length = word("infinity")) || (length = word("inf"))) {
    out = negative ? -HUGE_VAL : HUGE_VAL;
    return at + length;
  }
  if ((length = word("nan"))) {
    out = std::copysign(std::nan(""), negative ? -1.0 : 1.0);
    return at + length;
  }
  // from_chars would take "inf" and hex; the first character decides.
  bool digit_first = at < text.size() && ((text[at] >= '0' && text[at] <= '9') ||
                                          (text[at] == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9'));
  if (!digit_first) return 0;
  double d = 0;
  auto [end, error] = decimal_to_double(text.data() + at, text.data() + text.size(), d);
  if (error == std::errc::result_out_of_range) {
    // Too large or too small: the decimal exponent of the first significant digit tells which.
    int64_t exponent = 0, position = 0;
    bool seen_point = false, seen_digit = false;
    const char* p = text.data() + at;
    for (; p < end && (*p | 32) != 'e'; ++p) {
      if (*p == '.') seen_point = true;
      else if (seen_digit) position += seen_point ? 0 : 1;
      else if (*p != '0') seen_digit = true, position += seen_point ? -1 : 0;
      else if (seen_point) --position;
    }
    if (p < end) {
      bool down = p[1] == '-';
      auto parsed = std::from_chars(p + (p[1] == '+' || down ? 2 : 1), end, exponent);
      if (parsed.ec != std::errc()) exponent = INT64_MAX / 4;
      if (down) exponent = -exponent;
    }
    d = position + exponent > 0 ? HUGE_VAL : 0.0;
  }
  out = negative ? -d : d;
  return static_cast<size_t>(end - text.data());
}

bool float_from_text(Str* text, Value origin, double& out) {
  if (text->is_ascii() && text->length > 0) {            // the usual case needs no copy
    std::string_view plain = text->ascii();
    if (parse_float_prefix(plain, out) == plain.size()) return true;
  }
  std::string clean = ascii_number_text(text);
  if (remove_underscores(clean) && !clean.empty() && parse_float_prefix(clean, out) == clean.size()) return true;
  (void)raise(exc::ValueError, "could not convert string to float: %R", origin);
  return false;
}

}  // namespace py
