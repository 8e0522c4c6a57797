// The claims of inference, for programs that check them while they run (runtime/program/verify_types.hpp).
#pragma once

#include <string>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

// The definition of a module's py_claims; nothing where it has none.
std::string claims_table(const ir::Module& module);

}  // namespace portalis::emission
