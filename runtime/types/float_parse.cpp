// Decimal text to double, rounded correctly, also where the C++ library cannot do it by itself (libc++ 19).
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "runtime/types/float_internal.hpp"

namespace py {

#if defined(__cpp_lib_to_chars)

std::from_chars_result decimal_to_double(const char* first, const char* last, double& out) {
  return std::from_chars(first, last, out, std::chars_format::general);
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

#endif

}  // namespace py
