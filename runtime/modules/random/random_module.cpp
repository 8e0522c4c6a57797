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
  dict_set(random_type.dict.peek().as<Dict>(), intern("VERSION"), small_int(3));
  module_add_type(module, random_type);
  module_add_type(module, system_random_type);
  Ref generator = call(value_of(random_type));
  if (generator.is_error()) return false;
  for (const NativeDef* method = all_methods; method->name; ++method) {
    if (method->name[0] != '_') module_set(module, method->name, make_native_function(*method, generator, "random"));
  }
  module_set(module, "_inst", generator.take());
  module_set(module, "BPF", small_int(53));
  module_set(module, "RECIP_BPF", make_float(1 / range_of_random));
  module_set(module, "TWOPI", make_float(two_pi));
  module_set(module, "LOG4", make_float(log_4));
  module_set(module, "NV_MAGICCONST", make_float(normal_magic));
  module_set(module, "SG_MAGICCONST", make_float(gamma_magic));
  module_set_all(module, {"Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss", "getrandbits",
                          "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange",
                          "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"});
  return true;
}

}  // namespace
}  // namespace py::random

namespace py::native {
extern const ModuleDef module_random;
const ModuleDef module_random = {"random", random::fill_random, false};
}  // namespace py::native
