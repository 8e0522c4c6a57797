#include "runtime/program/typed_numbers.hpp"

namespace py::typed {

// Both as ints, or both as floats.
struct Pair {
  bool known, integers;
  int64_t a, b;
  double x, y;
};
static Pair pair_of(Value a, Value b) {
  Pair p{};
  bool first = to_integer(a, p.a), second = to_integer(b, p.b);
  p.integers = first && second;
  if (p.integers) {
    p.known = true;
    return p;
  }
  p.x = static_cast<double>(p.a), p.y = static_cast<double>(p.b);
  p.known = (first || unbox(a, p.x)) && (second || unbox(b, p.y));
  return p;
}

Value arithmetic_other(Arithmetic operation, Value a, Value b) {
  Pair p = pair_of(a, b);
  if (!p.known) return Undefined;
  int64_t n = 0;
  double d = 0;
  bool done = false;
  switch (operation) {
    case Arithmetic::add: done = p.integers ? add(p.a, p.b, n) : (d = p.x + p.y, true); break;
    case Arithmetic::subtract: done = p.integers ? subtract(p.a, p.b, n) : (d = p.x - p.y, true); break;
    case Arithmetic::multiply: done = p.integers ? multiply(p.a, p.b, n) : (d = p.x * p.y, true); break;
    case Arithmetic::floor_divide: done = p.integers ? floor_divide(p.a, p.b, n) : floor_divide(p.x, p.y, d); break;
    case Arithmetic::remainder: done = p.integers ? remainder(p.a, p.b, n) : remainder(p.x, p.y, d); break;
  }
  if (!done) return Undefined;
  return unless_error(p.integers ? box(n) : box(d));
}

bool true_divide(Value a, Value b, double& out) {
  Pair p = pair_of(a, b);
  return p.known && (p.integers ? true_divide(p.a, p.b, out) : true_divide(p.x, p.y, out));
}

Value negative(Value a) {
  int64_t n;
  double d;
  if (to_integer(a, n)) return negative(n, n) ? unless_error(box(n)) : Undefined;
  return unbox(a, d) ? unless_error(box(-d)) : Undefined;
}

Value absolute(Value a) {
  int64_t n;
  double d;
  if (to_integer(a, n)) return n >= 0 || negative(n, n) ? unless_error(box(n)) : Undefined;
  return unbox(a, d) ? unless_error(box(__builtin_fabs(d))) : Undefined;
}

// Ints and floats are compared exactly, which doubles only do for ints they hold.
bool less_other(Value a, Value b, bool or_equal, bool& out) {
  Pair p = pair_of(a, b);
  if (!p.known) return false;
  if (p.integers) {
    out = or_equal ? p.a <= p.b : p.a < p.b;
    return true;
  }
  if (!is_exact(p.a) || !is_exact(p.b)) return false;
  out = or_equal ? p.x <= p.y : p.x < p.y;
  return true;
}

}  // namespace py::typed
