// What the files that make up bytearray share.
#pragma once

#include "runtime/types/bytes.hpp"

namespace py {

extern const NativeDef bytearray_methods[];
// An index as Python sees it (may be negative). False: error pending.
bool bytearray_index(Value key, int64_t& out);
bool bytearray_append(ByteArray* b, Value bytes_like);   // false: error pending

}  // namespace py
