// Shared by the files that implement the heapq module.
#pragma once

#include "runtime/object/module.hpp"

namespace py {

Value heapq_merge(const Value* args, uint32_t n, Tuple* kwnames);

}  // namespace py
