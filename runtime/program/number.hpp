// Arithmetic that keeps floats unboxed: what emitted code uses for temporaries and locals that are floats in all
// likelihood (compiler/passes/numbers.cpp decides).
//
// A Number is a double, or any value when the guess was wrong: each operation takes the fast way when its operands are
// floats (or ints that a double holds exactly, next to a float), and otherwise does what the operators do.
// Ownership: a Number owns its value. Errors: is_error(), as for a Ref.
#pragma once

#include <type_traits>

#include "runtime/object/operators.hpp"

namespace py {

class [[nodiscard]] Number {
 public:
  Number() = default;
  explicit Number(double real) : real_(real) {}
  // Adopts.
  static Number from(Value owned) {
    Number n;
    if (!owned.take_inline_float(n.real_)) n.value_ = Ref(owned);
    return n;
  }

  bool is_error() const { return value_.is_error(); }
  bool is_real() const { return value_.is_undefined(); }
  double real() const { return real_; }
  Value value() const { return value_; }        // borrowed; only when not real
  Number copy() const { return is_real() ? Number(real_) : from(incref(value_)); }
  Ref boxed() const { return is_real() ? Ref(make_float(real_)) : Ref::borrow(value_); }
  [[gnu::always_inline]] Value take() { return is_real() ? make_float(real_) : value_.take(); }

 private:
  Ref value_;          // Undefined: the number is real_
  double real_ = 0;
};

// Literals of the program: the double and the boxed constant.
struct RealLiteral {
  double real;
  Value value;
};
struct IntLiteral {
  double real;
  Value value;
};

// What cannot be done on two floats at once is done out of line, so that the code of an operation stays short.
namespace numbers {

// An operand as it is passed on: in registers, borrowed. value Undefined: it is real.
struct Operand {
  Value value;
  double real;
};
inline Operand operand(Value v) { return {v, 0}; }
inline Operand operand(const Number& n) { return {n.value(), n.real()}; }
inline Operand operand(const RealLiteral& l) { return {Undefined, l.real}; }
inline Operand operand(const IntLiteral& l) { return {l.value, 0}; }

// A float, or a literal that counts as one next to a float.
inline bool is_float(Value v, double& out) { return v.take_inline_float(out); }
inline bool is_float(const Number& n, double& out) {
  out = n.real();
  return n.is_real();
}
inline bool is_float(const RealLiteral& l, double& out) {
  out = l.real;
  return true;
}
inline bool is_float(const IntLiteral& l, double& out) {
  out = l.real;
  return true;
}
template <class A, class B>
inline bool are_floats(const A& a, const B& b, double& x, double& y) {
  if constexpr (std::is_same_v<A, IntLiteral> && std::is_same_v<B, IntLiteral>) return false;
  else return is_float(a, x) && is_float(b, y);
}

// False when the result is not a finite float: then the operator knows what to raise or to return.
bool power_of(double x, double y, double& result);

}  // namespace numbers

// number_add() and so on: `attempt` sets r for floats x and y, or is false.
#define PY_NUMBER_OPERATION(name, attempt)                                                          \
  namespace numbers {                                                                               \
  Value name(Operand a, Operand b);                                                                 \
  Value inplace_##name(Operand a, Operand b);                                                       \
  }                                                                                                 \
  template <class A, class B>                                                                       \
  [[gnu::always_inline]] inline Number number_##name(const A& a, const B& b) {                      \
    double x, y, r;                                                                                 \
    if (numbers::are_floats(a, b, x, y) && (attempt)) [[likely]] return Number(r);                  \
    return Number::from(numbers::name(numbers::operand(a), numbers::operand(b)));                   \
  }                                                                                                 \
  template <class A, class B>                                                                       \
  [[gnu::always_inline]] inline Number number_inplace_##name(const A& a, const B& b) {              \
    double x, y, r;                                                                                 \
    if (numbers::are_floats(a, b, x, y) && (attempt)) [[likely]] return Number(r);                  \
    return Number::from(numbers::inplace_##name(numbers::operand(a), numbers::operand(b)));         \
  }
PY_NUMBER_OPERATION(add, ((r = x + y), true))
PY_NUMBER_OPERATION(subtract, ((r = x - y), true))
PY_NUMBER_OPERATION(multiply, ((r = x * y), true))
PY_NUMBER_OPERATION(true_divide, y != 0 && ((r = x / y), true))
PY_NUMBER_OPERATION(power, numbers::power_of(x, y, r))
#undef PY_NUMBER_OPERATION

namespace numbers {
Value negative(Operand a);
}
template <class A>
inline Number number_negative(const A& a) {
  double x;
  if (numbers::is_float(a, x)) return Number(-x);
  return Number::from(numbers::negative(numbers::operand(a)));
}

// The result is a Value, as of the comparison without numbers; number_test_...: its truth.
#define PY_NUMBER_COMPARISON(name, operation)                                                       \
  template <class A, class B>                                                                       \
  [[gnu::always_inline]] inline Value number_##name(const A& a, const B& b) {                       \
    double x, y;                                                                                    \
    if (numbers::are_floats(a, b, x, y)) [[likely]] return boolean(x operation y);                  \
    return numbers::compare(numbers::operand(a), numbers::operand(b), Compare::name);               \
  }                                                                                                 \
  template <class A, class B>                                                                       \
  [[gnu::always_inline]] inline Truth number_test_##name(const A& a, const B& b) {                  \
    double x, y;                                                                                    \
    if (numbers::are_floats(a, b, x, y)) [[likely]] return x operation y;                           \
    return numbers::test(numbers::operand(a), numbers::operand(b), Compare::name);                  \
  }
namespace numbers {
Value compare(Operand a, Operand b, Compare comparison);
Truth test(Operand a, Operand b, Compare comparison);
}
PY_NUMBER_COMPARISON(lt, <)
PY_NUMBER_COMPARISON(le, <=)
PY_NUMBER_COMPARISON(eq, ==)
PY_NUMBER_COMPARISON(ne, !=)
PY_NUMBER_COMPARISON(gt, >)
PY_NUMBER_COMPARISON(ge, >=)
#undef PY_NUMBER_COMPARISON

}  // namespace py
