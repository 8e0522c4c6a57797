// Decimal text to double and back, rounded correctly, also where the C++ library cannot read it (libc++ 19). There the C
// library's printf and strtod do all of it: they are exact too, and in the program anyway, where the tables of libc++'s
// std::to_chars would be 100 kB, a third of what a page loads for a small program.
#include <charconv>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "runtime/types/float_internal.hpp"

namespace py {

#if defined(__cpp_lib_to_chars)

std::from_chars_result decimal_to_double(const char* first, const char* last, double& out) {
  return std::from_chars(first, last, out, std::chars_format::general);
}

// Few digits after the point, of a number that is not large: scaled by a power of ten it is an integer of less than 64 bits and a
// fraction, known exactly. Null: it is something else.
static char* few_decimals(char* first, char* last, double d, int precision) {
  static constexpr uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  constexpr int mantissa_bits = 52, bias = 1075;
  uint64_t bits = std::bit_cast<uint64_t>(std::fabs(d));
  int shift = bias - static_cast<int>(bits >> mantissa_bits);
  if (precision < 0 || precision > 9 || shift < bias - 1023 - 33 || shift > 120) return nullptr;   // up to 2^34
  __extension__ using Wide = unsigned __int128;
  Wide scaled = Wide{(bits & ((uint64_t{1} << mantissa_bits) - 1)) | uint64_t{1} << mantissa_bits} * powers[precision];
  uint64_t whole = static_cast<uint64_t>(scaled >> shift);
  Wide fraction = scaled & ((Wide{1} << shift) - 1), half = Wide{1} << (shift - 1);
  whole += fraction > half || (fraction == half && (whole & 1));
  if (std::signbit(d)) *first++ = '-';
  char* end = std::to_chars(first, last, whole / powers[precision]).ptr;
  if (precision == 0) return end;
  *end++ = '.';
  uint64_t rest = whole % powers[precision];
  for (int i = precision; i-- > 0; rest /= 10) end[i] = static_cast<char>('0' + rest % 10);
  return end + precision;
}

char* double_to_decimal(char* first, char* last, double d, std::chars_format format, int precision) {
  if (format == std::chars_format::fixed) {
    if (char* end = few_decimals(first, last, d, precision)) return end;
  }
  return std::to_chars(first, last, d, format, precision).ptr;
}

// What people write, of up to six digits after the point: a whole number of millionths. Two different decimal numbers of at most
// fifteen digits never are the same double, so one that is d is the shortest, but for zeros at its end; and dividing two
// numbers that are exact gives the double nearest to it. Null: d is nothing of the kind.
static char* few_digits(char* first, char* last, double d) {
  constexpr uint32_t millionths = 1000000, decimals = 6;
  const double size = std::fabs(d);
  if (!(size >= 1e-4 && size < 1e9)) return nullptr;
  const auto n = static_cast<uint64_t>(size * millionths + 0.5);
  if (static_cast<double>(n) / millionths != size) return nullptr;
  if (std::signbit(d)) *first++ = '-';
  char* end = std::to_chars(first, last, static_cast<uint32_t>(n / millionths)).ptr;
  uint32_t rest = static_cast<uint32_t>(n % millionths), left = decimals;
  if (rest == 0) return end;
  for (; rest % 10 == 0; rest /= 10) --left;
  *end++ = '.';
  for (uint32_t i = left; i-- > 0; rest /= 10) end[i] = static_cast<char>('0' + rest % 10);
  return end + left;
}

char* double_to_shortest(char* first, char* last, double d, std::chars_format format) {
  if (format == std::chars_format::fixed) {
    if (char* end = few_digits(first, last, d)) return end;
  }
  return std::to_chars(first, last, d, format).ptr;
}

#else

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::from_chars_result decimal_to_double(const char* first, const char* last, double& out) {
  const char* p = first;
  bool digits = false, nonzero = false;
  auto take_digits = [&] {
    for (; p < last && is_digit(*p); ++p) digits = true, nonzero = nonzero || *p != '0';
  };
  if (p < last && *p == '-') ++p;
  take_digits();
  if (p < last && *p == '.') ++p, take_digits();
  if (!digits) return {first, std::errc::invalid_argument};
  if (p < last && (*p | 32) == 'e') {
    const char* exponent = p + 1;
    if (exponent < last && (*exponent == '+' || *exponent == '-')) ++exponent;
    if (exponent < last && is_digit(*exponent)) {
      for (p = exponent; p < last && is_digit(*p);) ++p;
    }
  }
  double d = std::strtod(std::string(first, p).c_str(), nullptr);
  if (std::isinf(d) || (d == 0 && nonzero)) return {p, std::errc::result_out_of_range};
  out = d;
  return {p, std::errc()};
}

char* double_to_decimal(char* first, char* last, double d, std::chars_format format, int precision) {
  const char* form = format == std::chars_format::scientific ? "%.*e" : format == std::chars_format::fixed ? "%.*f" : "%.*g";
  return first + std::snprintf(first, static_cast<size_t>(last - first), form, precision, d);
}

// d as ±D.DDDe±XX and a zero byte, in the fewest digits, of those the nearest to d. Whatever has at most 15 digits comes out of rounding to
// 15, which are then zeros at the end; only subnormal numbers, which have fewer bits, are searched from one digit on.
static char* shortest_scientific(char* first, char* last, double d) {
  auto is_d = [&] { return std::strtod(first, nullptr) == d; };
  int digits = std::fabs(d) < DBL_MIN ? 1 : 15;
  char* end;
  for (;; ++digits) {
    end = double_to_decimal(first, last, d, std::chars_format::scientific, digits - 1);
    if (digits == 17 || is_d()) break;
    // Doubles lie twice as close below a power of two as above it: the nearest text may be too far below, and the next one,
    // a little farther above, still be d.
    int exponent;
    if (std::fabs(std::frexp(d, &exponent)) != 0.5) continue;
    char* last_digit = static_cast<char*>(std::memchr(first, 'e', static_cast<size_t>(end - first))) - 1;
    if (*last_digit == '9' || *last_digit == '.') continue;   // no power of two among the doubles needs a carry
    ++*last_digit;
    if (is_d()) break;
  }
  char* e = static_cast<char*>(std::memchr(first, 'e', static_cast<size_t>(end - first)));
  char* kept = e;
  if (std::memchr(first, '.', static_cast<size_t>(e - first))) {
    while (kept[-1] == '0') --kept;
    if (kept[-1] == '.') --kept;
  }
  std::memmove(kept, e, static_cast<size_t>(end - e) + 1);
  return kept + (end - e);
}

char* double_to_shortest(char* first, char* last, double d, std::chars_format format) {
  char text[32];
  char* end = shortest_scientific(text, text + sizeof text, d);
  if (format == std::chars_format::fixed) {
    const char* e = static_cast<const char*>(std::memchr(text, 'e', static_cast<size_t>(end - text)));
    int digits = 0;
    for (const char* p = text; p < e; ++p) digits += is_digit(*p);
    int decimals = digits - 1 - std::atoi(e + 1);            // what d has after its point
    return double_to_decimal(first, last, d, format, decimals > 0 ? decimals : 0);
  }
  std::memcpy(first, text, static_cast<size_t>(end - text));
  return first + (end - text);
}

#endif

}  // namespace py
