// The cmath module. The functions are the C library's (C99 Annex G, which CPython's tables of special values follow);
// domain and range errors are told from the result as Modules/cmathmodule.c does.

#include <cmath>

#include "runtime/modules/math/math_internal.hpp"

// C's functions, which <complex.h> does not declare in every C++ library.
extern "C" {
_Complex double cacos(_Complex double), cacosh(_Complex double), casin(_Complex double), casinh(_Complex double), catan(_Complex double),
    catanh(_Complex double), ccos(_Complex double), ccosh(_Complex double), cexp(_Complex double), clog(_Complex double),
    csin(_Complex double), csinh(_Complex double), csqrt(_Complex double), ctan(_Complex double), ctanh(_Complex double);
}

namespace py::cmath {

namespace {

using Number = _Complex double;

Number number(double real, double imag) {
  Number z;
  __real__ z = real;
  __imag__ z = imag;
  return z;
}
bool finite(Number z) { return std::isfinite(__real__ z) && std::isfinite(__imag__ z); }
Value result(Number z) { return make_complex(__real__ z, __imag__ z); }

bool read(Value v, Number& z) {
  double real, imag;
  if (!to_complex(v, real, imag)) return false;
  z = number(real, imag);
  return true;
}

template <Number (*function)(Number)>
Value elementary(const Value* args, uint32_t) {
  Number z;
  if (!read(args[0], z)) return Error;
  Number r = function(z);
  if (finite(z) && !finite(r)) {
    bool nan = __real__ r != __real__ r || __imag__ r != __imag__ r;
    return nan ? math::domain_error() : math::range_error();
  }
  return result(r);
}

// The periodic part must not be infinite (unless the result is zero all the same).
template <Number (*function)(Number), bool imaginary>
Value periodic(const Value* args, uint32_t n) {
  Number z;
  if (!read(args[0], z)) return Error;
  double periodic_part = imaginary ? __imag__ z : __real__ z, other = imaginary ? __real__ z : __imag__ z;
  if (std::isinf(periodic_part) && other == other && !(imaginary && other == -HUGE_VAL)) return math::domain_error();
  return elementary<function>(args, n);
}

bool log_of(Value v, Number& out) {
  Number z;
  if (!read(v, z)) return false;
  if (__real__ z == 0 && __imag__ z == 0) return (void)math::domain_error(), false;
  out = clog(z);
  return true;
}
Value log_function(const Value* args, uint32_t n) {
  Number z, base;
  if (!log_of(args[0], z)) return Error;
  if (n == 1) return result(z);
  if (!log_of(args[1], base)) return Error;
  Ref a = result(z), b = result(base);
  return true_divide(a, b);
}
Value log10_function(const Value* args, uint32_t) {
  Number z;
  if (!log_of(args[0], z)) return Error;
  return make_complex(__real__ z / M_LN10, __imag__ z / M_LN10);
}

Value atan_function(const Value* args, uint32_t n) {
  Number z;
  if (!read(args[0], z)) return Error;
  if (__real__ z == 0 && std::fabs(__imag__ z) == 1) return math::domain_error();
  return elementary<catan>(args, n);
}
Value atanh_function(const Value* args, uint32_t n) {
  Number z;
  if (!read(args[0], z)) return Error;
  if (__imag__ z == 0 && std::fabs(__real__ z) == 1) return math::domain_error();
  return elementary<catanh>(args, n);
}

Value phase(const Value* args, uint32_t) {
  Number z;
  return read(args[0], z) ? make_float(std::atan2(__imag__ z, __real__ z)) : Error;
}
Value polar(const Value* args, uint32_t) {
  Number z;
  if (!read(args[0], z)) return Error;
  double size = std::hypot(__real__ z, __imag__ z);
  if (std::isinf(size) && finite(z)) return math::range_error();
  Ref length = make_float(size), angle = make_float(std::atan2(__imag__ z, __real__ z));
  return tuple_of(length, angle);
}
Value rect(const Value* args, uint32_t) {
  double size, angle;
  if (!to_double(args[0], size) || !to_double(args[1], angle)) return Error;
  if (std::isinf(angle) && size != 0 && size == size) return math::domain_error();
  if (size == 0) return make_complex(size, angle == 0 ? angle * size : 0.0);
  if (angle == 0) return make_complex(size, size * angle);
  return make_complex(size * std::cos(angle), size * std::sin(angle));
}

template <bool (*test)(double, double)>
Value classify(const Value* args, uint32_t) {
  Number z;
  return read(args[0], z) ? boolean(test(__real__ z, __imag__ z)) : Error;
}
bool any_nan(double a, double b) { return a != a || b != b; }
bool any_infinite(double a, double b) { return std::isinf(a) || std::isinf(b); }
bool both_finite(double a, double b) { return std::isfinite(a) && std::isfinite(b); }

Value isclose(const Value* args, uint32_t) {
  Number a, b;
  double relative = 1e-9, absolute = 0;
  if (!read(args[0], a) || !read(args[1], b)) return Error;
  if (!args[2].is_undefined() && !to_double(args[2], relative)) return Error;
  if (!args[3].is_undefined() && !to_double(args[3], absolute)) return Error;
  if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
  if (__real__ a == __real__ b && __imag__ a == __imag__ b) return True;
  auto size = [](Number z) { return std::hypot(__real__ z, __imag__ z); };
  if (any_infinite(__real__ a, __imag__ a) || any_infinite(__real__ b, __imag__ b)) return False;
  double difference = size(number(__real__ a - __real__ b, __imag__ a - __imag__ b));
  return boolean(difference <= relative * size(b) || difference <= relative * size(a) || difference <= absolute);
}

const NativeDef functions[] = {
    PY_ONE("acos", elementary<cacos>),
    PY_ONE("acosh", elementary<cacosh>),
    PY_ONE("asin", elementary<casin>),
    PY_ONE("asinh", elementary<casinh>),
    PY_ONE("atan", atan_function),
    PY_ONE("atanh", atanh_function),
    PY_ONE("cos", (periodic<ccos, false>)),
    PY_ONE("cosh", (periodic<ccosh, true>)),
    PY_ONE("exp", (periodic<cexp, true>)),
    PY_ONE("sin", (periodic<csin, false>)),
    PY_ONE("sinh", (periodic<csinh, true>)),
    PY_ONE("sqrt", elementary<csqrt>),
    PY_ONE("tan", (periodic<ctan, false>)),
    PY_ONE("tanh", (periodic<ctanh, true>)),
    PY_RANGE("log", log_function, 1, 2),
    PY_ONE("log10", log10_function),
    PY_ONE("phase", phase),
    PY_ONE("polar", polar),
    PY_RANGE("rect", rect, 2, 2),
    PY_ONE("isnan", classify<any_nan>),
    PY_ONE("isinf", classify<any_infinite>),
    PY_ONE("isfinite", classify<both_finite>),
    PY_KEYWORDS("isclose", isclose, "a, b, *, rel_tol=, abs_tol="),
    {},
};

bool fill_cmath(Module* module) {
  module_add_functions(module, functions);
  module_set(module, "pi", make_float(M_PI));
  module_set(module, "e", make_float(M_E));
  module_set(module, "tau", make_float(2 * M_PI));
  module_set(module, "inf", make_float(HUGE_VAL));
  module_set(module, "nan", make_float(std::nan("")));
  module_set(module, "infj", make_complex(0, HUGE_VAL));
  module_set(module, "nanj", make_complex(0, std::nan("")));
  return true;
}

}  // namespace
}  // namespace py::cmath

namespace py::native {
extern const ModuleDef module_cmath;
const ModuleDef module_cmath = {"cmath", cmath::fill_cmath, false};
}  // namespace py::native
