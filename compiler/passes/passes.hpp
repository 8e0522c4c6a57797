// Improvements of the IR that need nothing but the module itself. Each keeps the module sound (ir::verify) and its
// behaviour the same.
#pragma once

#include "compiler/ir/ir.hpp"

namespace portalis::passes {

// All of them, in order. verify: with checks of what inference found instead of what makes use of it.
void run(ir::Module& module, bool verify = false);

// A check after everything that defines a value of which inference claims something (--verify-types).
void verify_types(ir::Module& module);

// Expects numbers only of locals and temporaries that nothing but numbers could be used as.
void narrow_to_numbers(ir::Module& module);

// Holds temporaries and locals that are floats in all likelihood as numbers (Rep::number), so that arithmetic on them
// does not box its results.
void choose_numbers(ir::Module& module);

}  // namespace portalis::passes
