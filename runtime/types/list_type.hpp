// What the files of the list type share.
#pragma once

#include "runtime/types/container_support.hpp"

namespace py {

extern const NativeDef list_methods[];
Value list_iterator(Value list);
Value list_reverse_iterator(Value list);
// list[slice] = value, or del list[slice] for Undefined.
Truth list_set_slice(List* l, const Slice* slice, Value value);

}  // namespace py
