// __reduce__ and __setstate__ of built-in iterators, by which copy.copy() copies them (Objects/listobject.c and others of CPython).
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

// What __reduce__ gives: (the builtin of that name, (argument,), index).
Value iterator_state(const char* builtin_name, Value argument, int64_t index);
// The same without an index, for arguments in a tuple.
Value iterator_state(const char* builtin_name, Value arguments);
Value exhausted_iterator_state(Value empty);              // (iter, (empty,))
// All that `iterator`, of which only the caller knows, still gives: (iter, ([...],)).
Value remaining_iterator_state(Value iterator);
// The argument of __setstate__, limited to [lowest, highest]. false: error.
bool iterator_position(Value v, int64_t lowest, int64_t highest, int64_t& out);

}  // namespace py
