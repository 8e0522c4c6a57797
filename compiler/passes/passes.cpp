// The order of the passes.
#include "compiler/passes/passes.hpp"

namespace portalis::passes {

void run(ir::Module& module) { choose_numbers(module); }

}  // namespace portalis::passes
