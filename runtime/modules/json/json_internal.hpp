// The native half of the json module: _json.
#pragma once

#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"

namespace py::json {

void append_quoted(StrBuilder& out, const Str* s, bool ascii_only);

Value encode(const Value* args, uint32_t n);
Value encode_basestring(const Value* args, uint32_t n);
Value encode_basestring_ascii(const Value* args, uint32_t n);
Value scan(const Value* args, uint32_t n);

}  // namespace py::json
