// The math module: elementary functions with CPython's error rules (Modules/mathmodule.c), and the module itself.
#include <climits>
#include <cmath>

#include "runtime/modules/math/math_internal.hpp"

namespace py::math {

Value domain_error() { return raise(exc::ValueError, "math domain error"); }
Value range_error() { return raise(exc::OverflowError, "math range error"); }

namespace {

// A nan that did not come in means a bad argument; an infinity either that or an overflow.
template <double (*function)(double), bool can_overflow = false>
Value elementary(const Value* args, uint32_t) {
  double x;
  if (args[0].is_inline_float()) x = args[0].inline_float();
  else if (!to_double(args[0], x)) return Error;
  double r = function(x);
  if (r != r && x == x) return domain_error();
  if (std::isinf(r) && std::isfinite(x)) return can_overflow ? range_error() : domain_error();
  return make_float(r);
}
template <double (*function)(double)>
Value unchecked(const Value* args, uint32_t) {
  double x;
  return to_double(args[0], x) ? make_float(function(x)) : Error;
}
template <double (*function)(double, double)>
Value unchecked2(const Value* args, uint32_t) {
  double x, y;
  return to_double(args[0], x) && to_double(args[1], y) ? make_float(function(x, y)) : Error;
}
template <bool (*test)(double)>
Value classify(const Value* args, uint32_t) {
  double x;
  return to_double(args[0], x) ? boolean(test(x)) : Error;
}

double to_degrees(double x) { return x * (180.0 / M_PI); }
double to_radians(double x) { return x * (M_PI / 180.0); }
double ulp_of(double x) {
  if (x != x) return x;
  x = std::fabs(x);
  if (std::isinf(x)) return x;
  double next = std::nextafter(x, HUGE_VAL);
  return std::isinf(next) ? x - std::nextafter(x, -HUGE_VAL) : next - x;
}
bool finite(double x) { return std::isfinite(x); }
bool infinite(double x) { return std::isinf(x); }
bool not_a_number(double x) { return x != x; }

Value fmod_function(const Value* args, uint32_t) {
  double x, y;
  if (!to_double(args[0], x) || !to_double(args[1], y)) return Error;
  double r = std::fmod(x, y);
  return r != r && x == x && y == y ? domain_error() : make_float(r);
}

Value remainder_function(const Value* args, uint32_t) {
  double x, y;
  if (!to_double(args[0], x) || !to_double(args[1], y)) return Error;
  double r = std::remainder(x, y);
  return r != r && x == x && y == y ? domain_error() : make_float(r);
}

Value pow_function(const Value* args, uint32_t) {
  double x, y;
  if (!to_double(args[0], x) || !to_double(args[1], y)) return Error;
  double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (r != r) return domain_error();
    if (std::isinf(r)) return x == 0 ? domain_error() : range_error();
  }
  return make_float(r);
}

Value ldexp_function(const Value* args, uint32_t) {
  double x;
  if (!to_double(args[0], x)) return Error;
  if (!is_int(args[1])) return raise(exc::TypeError, "Expected an int as second argument to ldexp.");
  int64_t exponent;
  (void)int_to_int64(args[1], exponent);
  if (x == 0 || !std::isfinite(x)) return make_float(x);
  if (exponent > INT_MAX) return range_error();
  if (exponent < INT_MIN) return make_float(std::copysign(0.0, x));
  double r = std::ldexp(x, static_cast<int>(exponent));
  return std::isinf(r) ? range_error() : make_float(r);
}

Value frexp_function(const Value* args, uint32_t) {
  double x;
  if (!to_double(args[0], x)) return Error;
  int exponent = 0;
  if (std::isfinite(x)) x = std::frexp(x, &exponent);
  Ref fraction = make_float(x);
  return tuple_of(fraction, small_int(exponent));
}

Value modf_function(const Value* args, uint32_t) {
  double x, whole;
  if (!to_double(args[0], x)) return Error;
  double fraction = std::modf(x, &whole);
  Ref a = make_float(fraction), b = make_float(whole);
  return tuple_of(a, b);
}

// log of a float or of an int of any size; `scale` is log(2) in the base.
template <double (*function)(double)>
bool log_of(Value v, double scale, double& out) {
  if (is_int(v)) {
    if (int_is_negative(v) || int_is_zero(plain_int(v))) return (void)domain_error(), false;
    bool overflow;
    double x = int_to_double(v, overflow);
    if (!overflow) return out = function(x), true;
    int64_t exponent;
    x = int_frexp(v, exponent);
    out = function(x) + scale * static_cast<double>(exponent);
    return true;
  }
  double x;
  if (!to_double(v, x)) return false;
  if (x <= 0) return (void)domain_error(), false;
  out = function(x);
  return true;
}

Value log_function(const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("math.log", kwnames)) return Error;
  if (n < 1 || n > 2) return raise(exc::TypeError, "math.log requires 1 to 2 arguments");
  double x, base;
  if (!log_of<std::log>(args[0], M_LN2, x)) return Error;
  if (n == 1) return make_float(x);
  if (!log_of<std::log>(args[1], M_LN2, base)) return Error;
  return base == 0 ? raise(exc::ZeroDivisionError, "float division by zero") : make_float(x / base);
}
Value log2_function(const Value* args, uint32_t) {
  double r;
  return log_of<std::log2>(args[0], 1.0, r) ? make_float(r) : Error;
}
Value log10_function(const Value* args, uint32_t) {
  double r;
  return log_of<std::log10>(args[0], 0.30102999566398119521, r) ? make_float(r) : Error;
}

Value rounded(Value v, Str* method, double (*function)(double)) {
  if (is_exact_float(v)) return int_from_double(function(float_value(v)));
  if (is_exact_int(v)) return incref(v);
  Value result = call_special(v, method);
  if (!result.is_undefined()) return result;
  double x;
  return to_double(v, x) ? int_from_double(function(x)) : Error;
}
Value floor_function(const Value* args, uint32_t) {
  static Str* const name = intern("__floor__");
  return rounded(args[0], name, std::floor);
}
Value ceil_function(const Value* args, uint32_t) {
  static Str* const name = intern("__ceil__");
  return rounded(args[0], name, std::ceil);
}
Value trunc_function(const Value* args, uint32_t) {
  if (is_exact_float(args[0])) return int_from_double(float_value(args[0]));
  static Str* const name = intern("__trunc__");
  Value result = call_special(args[0], name);
  return result.is_undefined() ? raise(exc::TypeError, "type %T doesn't define __trunc__ method", args[0]) : result;
}

Value isclose_function(const Value* args, uint32_t) {
  double a, b, relative = 1e-9, absolute = 0;
  if (!to_double(args[0], a) || !to_double(args[1], b)) return Error;
  if (!args[2].is_undefined() && !to_double(args[2], relative)) return Error;
  if (!args[3].is_undefined() && !to_double(args[3], absolute)) return Error;
  if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
  if (a == b) return True;
  if (std::isinf(a) || std::isinf(b)) return False;
  double difference = std::fabs(b - a);
  return boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute);
}

const NativeDef functions[] = {
    PY_ONE("acos", (elementary<std::acos>)),
    PY_ONE("acosh", (elementary<std::acosh>)),
    PY_ONE("asin", (elementary<std::asin>)),
    PY_ONE("asinh", (elementary<std::asinh>)),
    PY_ONE("atan", (elementary<std::atan>)),
    PY_ONE("atanh", (elementary<std::atanh>)),
    PY_ONE("cbrt", (elementary<std::cbrt>)),
    PY_ONE("cos", (elementary<std::cos>)),
    PY_ONE("cosh", (elementary<std::cosh, true>)),
    PY_ONE("exp", (elementary<std::exp, true>)),
    PY_ONE("exp2", (elementary<std::exp2, true>)),
    PY_ONE("expm1", (elementary<std::expm1, true>)),
    PY_ONE("fabs", (elementary<std::fabs>)),
    PY_ONE("log1p", (elementary<std::log1p>)),
    PY_ONE("sin", (elementary<std::sin>)),
    PY_ONE("sinh", (elementary<std::sinh, true>)),
    PY_ONE("sqrt", (elementary<std::sqrt>)),
    PY_ONE("tan", (elementary<std::tan>)),
    PY_ONE("tanh", (elementary<std::tanh>)),
    PY_ONE("erf", unchecked<std::erf>),
    PY_ONE("erfc", unchecked<std::erfc>),
    PY_ONE("degrees", unchecked<to_degrees>),
    PY_ONE("radians", unchecked<to_radians>),
    PY_ONE("ulp", unchecked<ulp_of>),
    PY_RANGE("atan2", unchecked2<std::atan2>, 2, 2),
    PY_RANGE("copysign", unchecked2<std::copysign>, 2, 2),
    PY_RANGE("nextafter", unchecked2<std::nextafter>, 2, 2),
    PY_ONE("isfinite", classify<finite>),
    PY_ONE("isinf", classify<infinite>),
    PY_ONE("isnan", classify<not_a_number>),
    PY_RANGE("fmod", fmod_function, 2, 2),
    PY_RANGE("remainder", remainder_function, 2, 2),
    PY_RANGE("pow", pow_function, 2, 2),
    PY_RANGE("ldexp", ldexp_function, 2, 2),
    PY_ONE("frexp", frexp_function),
    PY_ONE("modf", modf_function),
    PY_RAW("log", log_function),
    PY_ONE("log2", log2_function),
    PY_ONE("log10", log10_function),
    PY_ONE("floor", floor_function),
    PY_ONE("ceil", ceil_function),
    PY_ONE("trunc", trunc_function),
    PY_KEYWORDS("isclose", isclose_function, "a, b, *, rel_tol=, abs_tol="),
    PY_ONE("gamma", gamma),
    PY_ONE("lgamma", lgamma),
    PY_ONE("fsum", fsum),
    PY_KEYWORDS("prod", prod, "iterable, /, *, start="),
    PY_RANGE("hypot", hypot, 0, 255),
    PY_RANGE("dist", dist, 2, 2),
    PY_RANGE("gcd", gcd, 0, 255),
    PY_RANGE("lcm", lcm, 0, 255),
    PY_ONE("factorial", factorial),
    PY_RANGE("comb", comb, 2, 2),
    PY_RANGE("perm", perm, 1, 2),
    PY_ONE("isqrt", isqrt),
    {},
};

bool fill_math(Module* module) {
  module_add_functions(module, functions);
  module_set(module, "pi", make_float(M_PI));
  module_set(module, "e", make_float(M_E));
  module_set(module, "tau", make_float(2 * M_PI));
  module_set(module, "inf", make_float(HUGE_VAL));
  module_set(module, "nan", make_float(std::nan("")));
  return true;
}

}  // namespace
}  // namespace py::math

namespace py::native {
extern const ModuleDef module_math;
const ModuleDef module_math = {"math", math::fill_math, false};
}  // namespace py::native
