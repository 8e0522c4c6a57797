// Which lists of a function can be plain arrays in its typed version: those that are made in it, hold only ints, only floats or only
// bools as far as inference sees, and are used in ways that runtime/program/typed_arrays.hpp knows. Nobody else ever sees them, so
// no one can tell; a function may return one, and a region give one back, as the list it stands for.
#pragma once

#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

struct Arrays {
  // How the items are held: integer, real or boolean; none: no array.
  std::vector<ir::Rep> variables, temporaries;
};

// given_back: local variables whose values are wanted after the function.
Arrays find_arrays(const ir::Module& module, const ir::Function& function, const std::vector<uint32_t>& given_back);

}  // namespace portalis::emission
