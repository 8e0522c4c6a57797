// Shared by the files that implement the operator module.
#pragma once

#include <string>

#include "runtime/builtins/arguments.hpp"
#include "runtime/object/module.hpp"
#include "runtime/types/numbers.hpp"

namespace py {

extern Type attrgetter_type, itemgetter_type, methodcaller_type;

}  // namespace py
