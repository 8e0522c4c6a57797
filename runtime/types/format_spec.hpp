// The format mini-language: "[[fill]align][sign][z][#][0][width][grouping][.precision][type]".
// Rules and messages are those of CPython's Python/formatter_unicode.c.
#pragma once

#include <string>

#include "runtime/object/layouts.hpp"

namespace py {

struct FormatSpec {
  uint32_t fill = ' ';
  char align = '>';                      // '<', '>', '=', '^'
  bool align_given = false;
  char sign = 0;                         // 0, '+', '-', ' '
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;                    // -1: not given
  char grouping = 0;                     // 0, ',' or '_'
  bool group_by_four = false;            // '_' with b, o, x, X
  int64_t precision = -1;
  uint32_t type = 0;                     // the presentation type as given, or the default
};

// False: ValueError. `value` only names its type in messages.
bool parse_format_spec(Value value, Str* spec, char default_type, char default_align, FormatSpec& out);
// "Unknown format code 'x' for object of type 'T'". Returns Error.
Value raise_unknown_format_code(Value value, uint32_t type);

// Is there memory for a text padded to `width`? false: MemoryError, before anything is written.
bool memory_for(int64_t width);

// How many fill characters go before and after a text of `length` code points.
struct Padding {
  int64_t before, after;
};
Padding padding_for(const FormatSpec& spec, int64_t length);
// A str of `text` (ASCII) padded by spec; for '=' the fill goes between the first `prefix` characters and the rest.
Value pad_ascii(const FormatSpec& spec, std::string_view text, size_t prefix);

// __format__ of the numbers. spec must not be empty for the type-specific rules to apply; empty means str(value).
Value format_int(Value int_value, Str* spec);
Value format_float(Value float_value, Str* spec);
Value format_complex(Value complex_value, Str* spec);

}  // namespace py
