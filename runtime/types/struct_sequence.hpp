// Struct sequences: tuples whose items also have names (time.struct_time, sys.version_info, os.stat_result, ...),
// and possibly more named values that are not items (Objects/structseq.c).
//
//   static const char* const fields[] = {"tm_year", ..., nullptr};
//   Type* type = make_struct_sequence_type("time.struct_time", "doc", fields, 9);   // once; immortal
//   Value v = make_struct_sequence(type, owned_values);                             // one per field
#pragma once

#include "runtime/object/call.hpp"

namespace py {

inline constexpr int struct_sequence_limit = 24;         // fields of one type

// fields: ended by nullptr, in static storage; the first `visible` are the items of the tuple.
Type* make_struct_sequence_type(const char* dotted_name, const char* doc, const char* const* fields, int visible);
// Takes one reference for each field. The result is an instance of the type.
Value make_struct_sequence(Type* type, const Value* owned);
// The value of a field, item or not; borrowed.
Value struct_sequence_field(Value v, int index);

}  // namespace py
