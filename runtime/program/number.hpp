// Arithmetic that keeps floats unboxed: what emitted code uses for temporaries and locals that are floats in all
// likelihood (compiler/passes/numbers.cpp decides).
//
// A Number is a double, or any value when the guess was wrong: each operation takes the fast way when its operands are
// floats (or ints that a double holds exactly, next to a float), and otherwise does what the operators do.
// Ownership: a Number owns its value. Errors: is_error(), as for a Ref.
#pragma once

#include "runtime/object/operators.hpp"

namespace py {

class [[nodiscard]] Number {
 public:
  Number() = default;
  explicit Number(double real) : real_(real) {}
  // Adopts.
  static Number from(Value owned) {
    Number n;
    if (owned.is_inline_float()) n.real_ = owned.inline_float();
    else n.value_ = Ref(owned);
    return n;
  }

  bool is_error() const { return value_.is_error(); }
  bool is_real() const { return value_.is_undefined(); }
  double real() const { return real_; }
  Value value() const { return value_; }        // borrowed; only when not real
  Number copy() const { return is_real() ? Number(real_) : from(incref(value_)); }
  Ref boxed() const { return is_real() ? Ref(make_float(real_)) : Ref::borrow(value_); }
  Value take() { return is_real() ? make_float(real_) : value_.take(); }

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

namespace numbers {

inline constexpr int64_t exact = int64_t{1} << 53;   // ints up to here are doubles without loss

// A float.
inline bool is_float(Value v, double& out) {
  if (!v.is_inline_float()) return false;
  out = v.inline_float();
  return true;
}
inline bool is_float(const Number& n, double& out) {
  out = n.real();
  return n.is_real();
}
inline bool is_float(const RealLiteral& l, double& out) {
  out = l.real;
  return true;
}
inline bool is_float(const IntLiteral&, double&) { return false; }

// An int that may stand next to a float.
inline bool is_exact_int(Value v, double& out) {
  if (!v.is_small_int() || v.small_int() > exact || v.small_int() < -exact) return false;
  out = static_cast<double>(v.small_int());
  return true;
}
inline bool is_exact_int(const Number& n, double& out) { return !n.is_real() && is_exact_int(n.value(), out); }
inline bool is_exact_int(const RealLiteral&, double&) { return false; }
inline bool is_exact_int(const IntLiteral& l, double& out) {
  out = l.real;
  return true;
}

inline Value box(Value v) { return v; }
inline Ref box(const Number& n) { return n.boxed(); }
inline Value box(const RealLiteral& l) { return l.value; }
inline Value box(const IntLiteral& l) { return l.value; }

// Both as doubles, when at least one is a float.
template <class A, class B>
inline bool as_floats(const A& a, const B& b, double& x, double& y) {
  if (is_float(a, x)) return is_float(b, y) || is_exact_int(b, y);
  return is_float(b, y) && is_exact_int(a, x);
}

// False when the result is not a finite float: then the operator knows what to raise or to return.
bool power_of(double x, double y, double& result);

}  // namespace numbers

#define PY_NUMBER_OPERATION(name, operation)                                        \
  template <class A, class B>                                                       \
  inline Number number_##name(const A& a, const B& b) {                             \
    double x, y;                                                                    \
    if (numbers::as_floats(a, b, x, y)) return Number(x operation y);               \
    return Number::from(name(numbers::box(a), numbers::box(b)));                    \
  }                                                                                 \
  template <class A, class B>                                                       \
  inline Number number_inplace_##name(const A& a, const B& b) {                     \
    double x, y;                                                                    \
    if (numbers::as_floats(a, b, x, y)) return Number(x operation y);               \
    return Number::from(inplace_##name(numbers::box(a), numbers::box(b)));          \
  }
PY_NUMBER_OPERATION(add, +)
PY_NUMBER_OPERATION(subtract, -)
PY_NUMBER_OPERATION(multiply, *)
#undef PY_NUMBER_OPERATION

namespace numbers {
template <class A, class B>
inline bool quotient(const A& a, const B& b, double& out) {
  double x, y;
  if (!as_floats(a, b, x, y) && !(is_exact_int(a, x) && is_exact_int(b, y))) return false;
  if (y == 0) return false;
  out = x / y;
  return true;
}
template <class A, class B>
inline bool raised(const A& a, const B& b, double& out) {
  double x, y;
  return as_floats(a, b, x, y) && power_of(x, y, out);
}
}  // namespace numbers

#define PY_NUMBER_OPERATION(name, attempt)                                          \
  template <class A, class B>                                                       \
  inline Number number_##name(const A& a, const B& b) {                             \
    double result;                                                                  \
    if (numbers::attempt(a, b, result)) return Number(result);                      \
    return Number::from(name(numbers::box(a), numbers::box(b)));                    \
  }                                                                                 \
  template <class A, class B>                                                       \
  inline Number number_inplace_##name(const A& a, const B& b) {                     \
    double result;                                                                  \
    if (numbers::attempt(a, b, result)) return Number(result);                      \
    return Number::from(inplace_##name(numbers::box(a), numbers::box(b)));          \
  }
PY_NUMBER_OPERATION(true_divide, quotient)
PY_NUMBER_OPERATION(power, raised)
#undef PY_NUMBER_OPERATION

template <class A>
inline Number number_negative(const A& a) {
  double x;
  if (numbers::is_float(a, x)) return Number(-x);
  return Number::from(negative(numbers::box(a)));
}

// The result is a Value, as of the comparison without numbers; number_test_...: its truth.
#define PY_NUMBER_COMPARISON(name, operation)                                       \
  template <class A, class B>                                                       \
  inline Value number_##name(const A& a, const B& b) {                              \
    double x, y;                                                                    \
    if (numbers::as_floats(a, b, x, y)) return boolean(x operation y);              \
    return name(numbers::box(a), numbers::box(b));                                  \
  }                                                                                 \
  template <class A, class B>                                                       \
  inline Truth number_test_##name(const A& a, const B& b) {                         \
    double x, y;                                                                    \
    if (numbers::as_floats(a, b, x, y)) return x operation y;                       \
    return test_##name(numbers::box(a), numbers::box(b));                           \
  }
PY_NUMBER_COMPARISON(lt, <)
PY_NUMBER_COMPARISON(le, <=)
PY_NUMBER_COMPARISON(eq, ==)
PY_NUMBER_COMPARISON(ne, !=)
PY_NUMBER_COMPARISON(gt, >)
PY_NUMBER_COMPARISON(ge, >=)
#undef PY_NUMBER_COMPARISON

}  // namespace py
