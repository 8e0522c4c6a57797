// What the files of range share.
#pragma once

#include "runtime/types/container_support.hpp"

namespace py {

// Yields length items from start on; all exact ints.
Value make_range_iterator(Value start, Value step, Value length);

}  // namespace py
