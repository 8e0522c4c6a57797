// The part of unboxed arithmetic that is too long to be inline.
#include "runtime/program/statements.hpp"

#include <cmath>

#include "runtime/program/number.hpp"

namespace py::numbers {

// The library's pow() for every exponent, as float.__pow__ calls it: the compiler may not turn it into products.
bool power_of(double x, double y, double& result) {
  result = std::pow(x, y);
  return std::isfinite(result);
}

}  // namespace py::numbers
