// What the files of set and frozenset share.
#pragma once

#include "runtime/object/set_table.hpp"
#include "runtime/types/container_support.hpp"

namespace py {

extern const NativeDef set_methods[], frozenset_methods[];
Type& base_kind(Value set);              // set_type or frozenset_type

}  // namespace py
