// types.SimpleNamespace: an object whose attributes are given to its constructor. Thread-safe like any instance.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

extern Type simple_namespace_type;

}  // namespace py
