// Decimal numbers of up to 38 digits, and rounding them to a context's precision (General Decimal Arithmetic Specification).
// stdlib/decimal.py has all of it for numbers of any size; what is here answers the usual cases and passes on the others.
#pragma once

#include <cstdint>

namespace py::decimal {

using Coefficient = unsigned __int128;

inline constexpr int most_digits = 38;   // every number of that many digits fits, and ten times as much less than 2^128
Coefficient power_of_ten(int n);         // 0 <= n <= most_digits
int digits_of(Coefficient n);            // 0 has one

enum class Rounding : uint8_t { half_even, half_up, half_down, down, up, ceiling, floor, to_0_or_5 };   // the last is left to others

struct Number {
  bool negative;
  Coefficient coefficient;
  int64_t exponent;
};

// What a context asks for, and what became of it.
struct Precision {
  int digits;                            // 1 to most_digits - 2
  int64_t lowest, highest;               // exponents for which no number of `digits` digits is out of range or subnormal
  Rounding rounding;
  bool rounded = false, inexact = false; // set where that happened
};

// n / 10^count, rounded; `more`: the true value lies a little above n.
Coefficient drop_digits(Coefficient n, int count, bool negative, bool more, Precision& precision);
// All: false when the usual case ends, and nothing is said about the result.
bool round_to(Number& n, bool more, Precision& precision);
bool add(const Number& a, const Number& b, Precision& precision, Number& sum);
bool multiply(const Number& a, const Number& b, Precision& precision, Number& product);
bool divide(const Number& a, const Number& b, Precision& precision, Number& quotient);
bool rescale(const Number& n, int64_t exponent, Precision& precision, Number& result);   // quantize
bool compare(const Number& a, const Number& b, int& order);                              // -1, 0, 1

}  // namespace py::decimal
