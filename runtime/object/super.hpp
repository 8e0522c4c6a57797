// Calls through super objects, for method sites.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

// args[0].name(args[1:]...) where args[0] is exactly a super object and what it finds is called with the object first:
// without a bound method. Undefined: it is something else, and nothing was done.
Value call_through_super(Str* name, const Value* args, uint32_t n, Tuple* kwnames);

}  // namespace py
