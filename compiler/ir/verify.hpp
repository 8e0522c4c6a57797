// Checks that a module keeps the rules of ir.hpp, so that a pass that breaks one is caught at the pass.
#pragma once

#include <string>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::ir {

// One line for each broken rule ("f3 outer_inner: t7 is used before it is defined"); empty when the module is sound.
//
// The rules: indices are in range; a temporary is defined in the same block as its use or in one around it, and
// before it; only `copy` defines a declared temporary, after its `declare`, and any other has one definition;
// representations fit where the operation fixes them; break and continue name a loop around them; captured
// variables are cells and as many as the function wants; positions belong to the frame they are in.
std::vector<std::string> verify(const Module& module);

}  // namespace portalis::ir
