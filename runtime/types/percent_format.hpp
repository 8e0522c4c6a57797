// printf-style formatting of bytes.
#pragma once

#include "runtime/object/layouts.hpp"

namespace py {

// bytes % arguments; the result is a str of the bytes as Latin-1 characters.
Value percent_format_bytes(const uint8_t* format, int64_t length, Value arguments);

}  // namespace py
