// The random module: its classes, and its functions, which are the methods of one hidden generator.
#include <cmath>

#include "runtime/modules/random/random_internal.hpp"

namespace py::random {

namespace {

// A type has one method table, but the methods come from three files.
NativeDef all_methods[40];

bool fill_random(Module* module) {
  NativeDef* end = all_methods;
  for (const NativeDef* table : {core_methods, integer_methods, distribution_methods}) {
    for (; table->name; ++table) *end++ = *table;
  }
  random_type.methods = all_methods;
  type_ready(random_type);
  module_add_type(module, random_type);
  module_add_type(module, system_random_type);
  Ref generator = call(value_of(random_type));
  if (generator.is_error()) return false;
  for (const NativeDef* method = all_methods; method->name; ++method) {
    if (method->name[0] != '_') module_set(module, method->name, make_native_function(*method, generator, "random"));
  }
  module_set(module, "_inst", generator.take());
  return true;
}

}  // namespace
}  // namespace py::random

namespace py::native {
extern const ModuleDef module_random;
const ModuleDef module_random = {"random", random::fill_random, false};
}  // namespace py::native
