// Operators between constants, computed by the compiler.
#pragma once

#include <optional>

#include "compiler/ir/ir.hpp"
#include "compiler/syntax/ast.hpp"

namespace portalis::lowering {

// Nothing where CPython leaves the work to the program as well (whatever raises, results that are too long), and for rare
// operators and operands. Items of tuples are constants of `module`.
std::optional<ir::Constant> folded(ast::Operator op, const ir::Constant& a, const ir::Constant& b, const ir::Module& module);
std::optional<ir::Constant> folded(ast::UnaryOperator op, const ir::Constant& a);

}  // namespace portalis::lowering
