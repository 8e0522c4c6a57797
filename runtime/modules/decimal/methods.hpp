// Methods of decimal.Decimal in C++.
#pragma once

#include "runtime/object/object.hpp"

namespace py::decimal {

// (name): the class, which set_classes() has told of, gets the method of that name from here.
Value take_over(const Value* args, uint32_t n);

}  // namespace py::decimal
