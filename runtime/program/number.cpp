// The part of unboxed arithmetic that is too long to be inline.
#include "runtime/program/statements.hpp"

#include <cmath>

#include "runtime/program/number.hpp"

namespace py::numbers {

namespace {

constexpr int64_t exact = int64_t{1} << 53;          // ints up to here are doubles without loss

bool is_float(Operand o, double& out) {
  if (!o.value.is_undefined()) return numbers::is_float(o.value, out);
  out = o.real;
  return true;
}

// An int that may stand next to a float.
bool is_exact_int(Operand o, double& out) {
  if (!o.value.is_small_int() || o.value.small_int() > exact || o.value.small_int() < -exact) return false;
  out = static_cast<double>(o.value.small_int());
  return true;
}

// Both as doubles, when at least one is a float.
bool as_floats(Operand a, Operand b, double& x, double& y) {
  if (is_float(a, x)) return is_float(b, y) || is_exact_int(b, y);
  return is_float(b, y) && is_exact_int(a, x);
}

bool quotient(Operand a, Operand b, double& out) {
  double x, y;
  if (!as_floats(a, b, x, y) && !(is_exact_int(a, x) && is_exact_int(b, y))) return false;
  if (y == 0) return false;
  out = x / y;
  return true;
}

Ref box(Operand o) { return o.value.is_undefined() ? Ref(make_float(o.real)) : Ref::borrow(o.value); }

}  // namespace

#define PY_NUMBER_OPERATION(name, attempt)                            \
  Value name(Operand a, Operand b) {                                  \
    [[maybe_unused]] double x, y, r;                                  \
    if (attempt) return make_float(r);                                \
    return py::name(box(a), box(b));                                  \
  }                                                                   \
  Value inplace_##name(Operand a, Operand b) {                        \
    [[maybe_unused]] double x, y, r;                                  \
    if (attempt) return make_float(r);                                \
    return py::inplace_##name(box(a), box(b));                        \
  }
PY_NUMBER_OPERATION(add, as_floats(a, b, x, y) && ((r = x + y), true))
PY_NUMBER_OPERATION(subtract, as_floats(a, b, x, y) && ((r = x - y), true))
PY_NUMBER_OPERATION(multiply, as_floats(a, b, x, y) && ((r = x * y), true))
PY_NUMBER_OPERATION(true_divide, quotient(a, b, r))
PY_NUMBER_OPERATION(power, as_floats(a, b, x, y) && power_of(x, y, r))
#undef PY_NUMBER_OPERATION

Value negative(Operand a) { return py::negative(box(a)); }

Truth test(Operand a, Operand b, Compare comparison) {
  double x, y;
  if (as_floats(a, b, x, y)) return holds(comparison, x, y);
  if (a.value.is_small_int() && b.value.is_small_int()) return holds(comparison, a.value.small_int(), b.value.small_int());
  return test_other(box(a), box(b), comparison);
}
Value compare(Operand a, Operand b, Compare comparison) {
  double x, y;
  if (as_floats(a, b, x, y)) return boolean(holds(comparison, x, y));
  return compare_other(box(a), box(b), comparison);
}

// The library's pow() for every exponent, as float.__pow__ calls it: the compiler may not turn it into products.
bool power_of(double x, double y, double& result) {
  result = std::pow(x, y);
  return std::isfinite(result);
}

}  // namespace py::numbers
