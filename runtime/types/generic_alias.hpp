// types.GenericAlias: what list[int] evaluates to.
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

extern Type generic_alias_type;
Value make_generic_alias(Value origin, Value arguments); // arguments: a tuple, or a single one

}  // namespace py
