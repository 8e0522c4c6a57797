// The distributions of the random module. Formulas and the order of draws are those of CPython's Lib/random.py
// (each names its source), evaluated in the same order so that a seed gives the same numbers.
#include <cmath>

#include "runtime/modules/random/random_internal.hpp"

namespace py::random {

namespace {

Value zero_division() { return raise(exc::ZeroDivisionError, "float division by zero"); }

// mu + z * sigma on whatever numbers they are.
Value scaled(Value mu, double z, Value sigma) {
  Ref factor = make_float(z), product = multiply(factor, sigma);
  return product.is_error() ? Error : add(mu, product);
}

Value uniform(const Value* args, uint32_t) {
  double u;
  Ref width = subtract(args[2], args[1]);
  if (width.is_error() || !draw(args[0], u)) return Error;
  Ref factor = make_float(u), offset = multiply(width, factor);
  return offset.is_error() ? Error : add(args[1], offset);
}

Value triangular(const Value* args, uint32_t) {
  double low = 0, high = 1, mode = 0, u, c = 0.5;
  if (!args[1].is_undefined() && !to_double(args[1], low)) return Error;
  if (!args[2].is_undefined() && !to_double(args[2], high)) return Error;
  bool has_mode = !args[3].is_undefined() && !args[3].is_none();
  if (has_mode && !to_double(args[3], mode)) return Error;
  if (!draw(args[0], u)) return Error;
  if (has_mode) {
    if (high == low) return args[1].is_undefined() ? make_float(low) : incref(args[1]);
    c = (mode - low) / (high - low);
  }
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(low, high);
  }
  return make_float(low + (high - low) * std::sqrt(u * c));
}

// Kinderman and Monahan 1977: a normal deviate with mean 0 and deviation 1.
bool standard_normal(Value self, double& z) {
  while (true) {
    double u1, u2;
    if (!draw(self, u1) || !draw(self, u2)) return false;
    u2 = 1.0 - u2;
    z = normal_magic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -std::log(u2)) return true;
  }
}

Value argument(Value v, double fallback) { return v.is_undefined() ? make_float(fallback) : incref(v); }

Value normalvariate(const Value* args, uint32_t) {
  Ref mu = argument(args[1], 0.0), sigma = argument(args[2], 1.0);
  double z;
  return standard_normal(args[0], z) ? scaled(mu, z, sigma) : Error;
}

Value gauss(const Value* args, uint32_t) {
  Ref mu = argument(args[1], 0.0), sigma = argument(args[2], 1.0);
  Slot& pending = args[0].as<RandomObject>()->gauss_next;
  Ref kept = pending.get();
  pending.set(Undefined);
  double z;
  if (kept.is_undefined()) {
    double u1, u2;
    if (!draw(args[0], u1) || !draw(args[0], u2)) return Error;
    double angle = u1 * two_pi, radius = std::sqrt(-2.0 * std::log(1.0 - u2));
    z = std::cos(angle) * radius;
    pending.set(make_float(std::sin(angle) * radius));
  } else if (!to_double(kept, z)) {
    return Error;
  }
  return scaled(mu, z, sigma);
}

Value lognormvariate(const Value* args, uint32_t) {
  double z, exponent;
  if (!standard_normal(args[0], z)) return Error;
  Ref normal = scaled(args[1], z, args[2]);
  if (normal.is_error() || !to_double(normal, exponent)) return Error;
  double r = std::exp(exponent);
  return std::isinf(r) && std::isfinite(exponent) ? raise(exc::OverflowError, "math range error") : make_float(r);
}

Value expovariate(const Value* args, uint32_t) {
  double u;
  if (!draw(args[0], u)) return Error;
  Ref top = make_float(-std::log(1.0 - u));
  return true_divide(top, args[1]);
}

// Fisher, Statistical Analysis of Circular Data, 1993.
Value vonmisesvariate(const Value* args, uint32_t) {
  double mu, kappa, u1, u2, u3, z;
  if (!to_double(args[1], mu) || !to_double(args[2], kappa)) return Error;
  if (kappa <= 1e-6) return draw(args[0], u1) ? make_float(two_pi * u1) : Error;
  double s = 0.5 / kappa, r = s + std::sqrt(1.0 + s * s);
  while (true) {
    if (!draw(args[0], u1)) return Error;
    z = std::cos(M_PI * u1);
    double d = z / (r + z);
    if (!draw(args[0], u2)) return Error;
    if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * std::exp(d)) break;
  }
  double q = 1.0 / r, f = (q + z) / (1.0 + q * z);
  if (!draw(args[0], u3)) return Error;
  return make_float(float_modulo(u3 > 0.5 ? mu + std::acos(f) : mu - std::acos(f), two_pi));
}

// Cheng 1977 for alpha > 1; algorithm GS of Kennedy and Gentle for alpha < 1.
bool gamma_deviate(Value self, double alpha, double beta, double& out) {
  if (alpha <= 0 || beta <= 0) return (void)raise(exc::ValueError, "gammavariate: alpha and beta must be > 0.0"), false;
  double u1, u2;
  if (alpha > 1) {
    double ainv = std::sqrt(2.0 * alpha - 1.0), bbb = alpha - log_4, ccc = alpha + ainv;
    while (true) {
      if (!draw(self, u1)) return false;
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      if (!draw(self, u2)) return false;
      u2 = 1.0 - u2;
      double v = std::log(u1 / (1.0 - u1)) / ainv, x = alpha * std::exp(v), z = u1 * u1 * u2, r = bbb + ccc * v - x;
      if (r + gamma_magic - 4.5 * z >= 0.0 || r >= std::log(z)) return out = x * beta, true;
    }
  }
  if (alpha == 1) {
    if (!draw(self, u1)) return false;
    return out = -std::log(1.0 - u1) * beta, true;
  }
  while (true) {
    if (!draw(self, u1)) return false;
    double b = (M_E + alpha) / M_E, p = b * u1;
    double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
    if (!draw(self, u2)) return false;
    if (p > 1.0 ? u2 <= std::pow(x, alpha - 1.0) : u2 <= std::exp(-x)) return out = x * beta, true;
  }
}

Value gammavariate(const Value* args, uint32_t) {
  double alpha, beta, r;
  if (!to_double(args[1], alpha) || !to_double(args[2], beta)) return Error;
  return gamma_deviate(args[0], alpha, beta, r) ? make_float(r) : Error;
}

Value betavariate(const Value* args, uint32_t) {
  double alpha, beta, y, other;
  if (!to_double(args[1], alpha) || !to_double(args[2], beta)) return Error;
  if (!gamma_deviate(args[0], alpha, 1.0, y)) return Error;
  if (y == 0) return make_float(0.0);
  return gamma_deviate(args[0], beta, 1.0, other) ? make_float(y / (y + other)) : Error;
}

Value paretovariate(const Value* args, uint32_t) {
  double alpha, u;
  if (!draw(args[0], u) || !to_double(args[1], alpha)) return Error;
  return alpha == 0 ? zero_division() : float_power(1.0 - u, -1.0 / alpha);
}

Value weibullvariate(const Value* args, uint32_t) {
  double beta, u;
  if (!draw(args[0], u) || !to_double(args[2], beta)) return Error;
  if (beta == 0) return zero_division();
  Ref shape = float_power(-std::log(1.0 - u), 1.0 / beta);
  return shape.is_error() ? Error : multiply(args[1], shape);
}

}  // namespace

const NativeDef distribution_methods[] = {
    PY_KEYWORDS("uniform", uniform, "a, b"),
    PY_KEYWORDS("triangular", triangular, "low=, high=, mode="),
    PY_KEYWORDS("normalvariate", normalvariate, "mu=, sigma="),
    PY_KEYWORDS("gauss", gauss, "mu=, sigma="),
    PY_KEYWORDS("lognormvariate", lognormvariate, "mu, sigma"),
    PY_KEYWORDS("expovariate", expovariate, "lambd"),
    PY_KEYWORDS("vonmisesvariate", vonmisesvariate, "mu, kappa"),
    PY_KEYWORDS("gammavariate", gammavariate, "alpha, beta"),
    PY_KEYWORDS("betavariate", betavariate, "alpha, beta"),
    PY_KEYWORDS("paretovariate", paretovariate, "alpha"),
    PY_KEYWORDS("weibullvariate", weibullvariate, "alpha, beta"),
    {},
};

}  // namespace py::random
