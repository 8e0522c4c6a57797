// What int, float, bool and complex offer to the rest of the runtime beyond object/layouts.hpp.
//
// Conventions as everywhere: parameters borrowed, results owned, Error means an exception is pending.
// Nothing here blocks; everything may be called from any thread.
#pragma once

#include <string>

#include "runtime/object/operators.hpp"
#include "runtime/types/magnitude.hpp"

namespace py {

// ---- reading ints ----
// Sign and magnitude of an int (or bool, or instance of a subclass); points into the value or into itself.
class IntView {
 public:
  explicit IntView(Value int_value);
  IntView(const IntView&) = delete;
  IntView& operator=(const IntView&) = delete;
  bool negative;
  magnitude::View view;

 private:
  magnitude::Digit local_[2];
};
inline bool int_is_zero(Value plain) { return plain.bits == 1; }
bool int_is_negative(Value int_value);

// ---- making ints ----
Value make_int_from(bool negative, magnitude::View v);   // any magnitude, trimmed
Value make_int_from_int128(__int128 n);
Value int_from_double(double d);                         // truncates; OverflowError, ValueError for inf and nan
// Room for a result of up to `digits` digits, to be given to finish_int (with the digits in use) exactly once.
BigInt* allocate_int(uint64_t digits);                   // nullptr: MemoryError pending
Value finish_int(BigInt* n, size_t used, bool negative);

// ---- arithmetic on plain ints (see plain_int()) ----
Value int_add(Value a, Value b);
Value int_subtract(Value a, Value b);
Value int_multiply(Value a, Value b);
Value int_floor_divide(Value a, Value b);                // ZeroDivisionError
Value int_remainder(Value a, Value b);
bool int_divmod(Value a, Value b, Value& quotient, Value& remainder);
Value int_true_divide(Value a, Value b);
Value int_negate(Value a);
Value int_absolute(Value a);
Value int_invert(Value a);
Value int_left_shift(Value a, Value b);
Value int_right_shift(Value a, Value b);
Value int_bitwise(magnitude::BitOp op, Value a, Value b);
Value int_power(Value a, Value b);                       // a float for a negative exponent
Value int_power_mod(Value a, Value b, Value modulus);
Value int_round(Value a, Value digits_plain);            // round(a, -n), half to even
Value int_gcd(Value a, Value b);
int int_compare(Value a, Value b);                       // <0, 0, >0
int64_t int_hash(Value a);
// The int as fraction * 2^exponent with 0.5 <= |fraction| < 1, rounded half to even (frexp of any size).
double int_frexp(Value int_value, int64_t& exponent);
// Exact comparison of an int with a double that is not nan: <0, 0, >0.
int int_compare_double(Value int_value, double d);

// ---- text ----
// sys.set_int_max_str_digits(); 0: no limit. Read by every conversion between int and decimal text.
extern std::atomic<int32_t> int_max_str_digits;
// int(text, base), with sign, prefix, underscores and whitespace; ValueError as int()'s. `origin` is what the message shows.
Value int_from_text(Str* text, int base, Value origin);
// int(v). C++ does not call int through the class: WebAssembly programs that do not name it do without that (runtime_tables.hpp).
Value int_from_object(Value v);
// Source literals: valid digits without underscores in `base`, no sign.
Value int_from_digits(std::string_view digits, int base);
// Appends the digits of an int in base 2, 8, 10 or 16, with '-' and without prefix. False: limit exceeded (ValueError).
bool append_int(std::string& out, Value int_value, int base);

// Shortest text that reads back as d: repr(d).
size_t float_repr(double d, char out[32]);
// %-style rendering: kind e, f, g, E, F, G or r (repr, precision ignored); no padding. sign: 0, '+' or ' '.
struct FloatStyle {
  char kind = 'g';
  int64_t precision = 6;
  bool alternate = false;                                // '#': keep the point and trailing zeros
  bool add_dot_zero = false;                             // "1" -> "1.0" (kind r and g)
};
void append_float(std::string& out, double d, const FloatStyle& style);
// float(text): ValueError as float()'s. False: error.
bool float_from_text(Str* text, Value origin, double& out);
// A number at the start of `text` (no underscores, no whitespace): characters used, 0 if there is none.
size_t parse_float_prefix(std::string_view text, double& out);
// The text with whitespace stripped, unicode digits as ASCII and anything else outside ASCII as '?'.
std::string ascii_number_text(Str* text);
// Takes underscores between digits away; false if any is misplaced.
bool remove_underscores(std::string& text);

// ---- float arithmetic with Python's rules ----
double float_floor_divide(double a, double b);           // b != 0
double float_modulo(double a, double b);                 // b != 0
Value float_power(double a, double b);
int64_t hash_double(double d, Value identity);           // nan hashes by identity
Value round_double(double d, int64_t digits);            // round(d, digits)
inline constexpr int hash_bits = 61;
inline constexpr uint64_t hash_modulus = (uint64_t{1} << hash_bits) - 1;

// ---- complex ----
Value make_complex(double real, double imag);
bool is_complex(Value v);
Complex* as_complex(Value v);                            // is_complex(v) must hold
// complex(v) protocol: __complex__, __float__, __index__. False: error ("must be real number, not T").
bool to_complex(Value v, double& real, double& imag);

}  // namespace py
