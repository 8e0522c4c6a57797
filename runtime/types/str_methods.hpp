// The methods of str, in the calling convention of NativeDef tables: args[0] is self. Spread over str_*.cpp by theme;
// the table itself is in str_type.cpp.
#pragma once

#include "runtime/object/call.hpp"
#include "runtime/object/str.hpp"

namespace py {

// The text behind self: exact or wrapped.
inline Str* self_str(const Value* args) { return as_str(args[0]); }
// Methods that change nothing return the very object if it is an exact str, as CPython does.
inline Value unchanged(Str* s) { return incref(object_value(s)); }

namespace str_methods {

#define PY_DECLARE(name) Value name(const Value* args, uint32_t n);
// str_search_methods.cpp
PY_DECLARE(find) PY_DECLARE(rfind) PY_DECLARE(index) PY_DECLARE(rindex) PY_DECLARE(count)
PY_DECLARE(startswith) PY_DECLARE(endswith) PY_DECLARE(replace) PY_DECLARE(removeprefix) PY_DECLARE(removesuffix)
// str_split.cpp
PY_DECLARE(split) PY_DECLARE(rsplit) PY_DECLARE(splitlines) PY_DECLARE(partition) PY_DECLARE(rpartition) PY_DECLARE(join)
// str_layout.cpp: padding and stripping
PY_DECLARE(strip) PY_DECLARE(lstrip) PY_DECLARE(rstrip) PY_DECLARE(center) PY_DECLARE(ljust) PY_DECLARE(rjust)
PY_DECLARE(zfill) PY_DECLARE(expandtabs)
// str_case.cpp
PY_DECLARE(upper) PY_DECLARE(lower) PY_DECLARE(casefold) PY_DECLARE(title) PY_DECLARE(swapcase) PY_DECLARE(capitalize)
// str_predicates.cpp
PY_DECLARE(isalnum) PY_DECLARE(isalpha) PY_DECLARE(is_ascii_text) PY_DECLARE(isdecimal) PY_DECLARE(isdigit)
PY_DECLARE(isidentifier) PY_DECLARE(islower) PY_DECLARE(isnumeric) PY_DECLARE(isprintable) PY_DECLARE(isspace)
PY_DECLARE(istitle) PY_DECLARE(isupper)
// str_translate.cpp
PY_DECLARE(translate) PY_DECLARE(maketrans)
// str_format.cpp
PY_DECLARE(format_map)
Value format(const Value* args, uint32_t n, Tuple* kwnames);
#undef PY_DECLARE

}  // namespace str_methods

Value str_repr(Value self);
Value str_ascii(Str* s);                                 // ascii(s): repr with every non-ASCII character escaped
Value str_iterator(Value self);
Value format_str(Str* s, Str* spec);                     // s.__format__(spec)
Value percent_format(Value format, Value arguments);     // str % arguments
// str.join on any iterable of strs.
Value str_join(Str* separator, Value iterable);
// The pieces of s between separators (null: runs of whitespace), at most max splits (negative: no limit); a list.
Value str_split(Str* s, Str* separator, int64_t max);

}  // namespace py
