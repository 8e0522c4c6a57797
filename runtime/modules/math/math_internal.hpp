// Shared by the files that implement the math and cmath modules.
#pragma once

#include "runtime/object/module.hpp"
#include "runtime/types/numbers.hpp"

namespace py::math {

Value domain_error();                                    // ValueError "math domain error"
Value range_error();                                     // OverflowError "math range error"

// Functions of the module, by the file that has them.
Value fsum(const Value* args, uint32_t n);
Value prod(const Value* args, uint32_t n);
Value hypot(const Value* args, uint32_t n);
Value dist(const Value* args, uint32_t n);
Value gcd(const Value* args, uint32_t n);
Value lcm(const Value* args, uint32_t n);
Value factorial(const Value* args, uint32_t n);
Value comb(const Value* args, uint32_t n);
Value perm(const Value* args, uint32_t n);
Value isqrt(const Value* args, uint32_t n);
Value gamma(const Value* args, uint32_t n);
Value lgamma(const Value* args, uint32_t n);

}  // namespace py::math
