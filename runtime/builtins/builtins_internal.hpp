// The tables of built-in functions, by the file that has them, and the built-in iterator classes.
#pragma once

#include "runtime/object/module.hpp"

namespace py {

extern const NativeDef number_builtins[], object_builtins[], interpreter_builtins[], iterable_builtins[], output_builtins[];
extern const char copyright_notice[];                    // CPython's, of sys.copyright and copyright()
extern const NativeDef site_objects[];                   // functions that make what stands under their names
extern Type enumerate_type, filter_type, map_type, zip_type, reversed_type;
Value make_callable_iterator(Value callable, Value sentinel);   // iter(callable, sentinel)
Value breakpoint_hook(const Value* args, uint32_t n, Tuple* kwnames);   // sys.breakpointhook

}  // namespace py
