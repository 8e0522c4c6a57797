// The order of the passes.
#include "compiler/passes/passes.hpp"

namespace portalis::passes {

void run(ir::Module& module, bool verify) { verify ? verify_types(module) : choose_numbers(module); }

}  // namespace portalis::passes
