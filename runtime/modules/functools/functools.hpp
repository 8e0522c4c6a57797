// The native parts of the module functools (CPython's _functools).
#pragma once

#include "runtime/object/module.hpp"
#include "runtime/types/container_support.hpp"

namespace py::functools {

extern Type partial_type, lru_cache_type, key_type;

}  // namespace py::functools
