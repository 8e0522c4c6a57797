// The order of the passes.
#include "compiler/passes/passes.hpp"

namespace portalis::passes {

void run(ir::Module& module, bool verify) {
  if (verify) return verify_types(module);
  narrow_to_numbers(module);
  choose_numbers(module);
}

}  // namespace portalis::passes
