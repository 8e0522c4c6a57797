// gamma and lgamma by Lanczos's approximation with the parameters (N = 13, g = 6.02...) of Boost's math toolkit,
// evaluated in the same order as CPython does, so that results agree to the last bit.
#include <cmath>

#include "runtime/modules/math/math_internal.hpp"

namespace py::math {

namespace {

constexpr double g = 6.024680040776729583740234375, g_minus_half = 5.524680040776729583740234375;
constexpr double log_pi = 1.144729885849400174143427351353058711647;
constexpr int terms = 13;
constexpr double numerator[terms] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double denominator[terms] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                       2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

double lanczos_sum(double x) {
  double top = 0, bottom = 0;
  if (x < 5) {
    for (int i = terms; i-- > 0;) {
      top = top * x + numerator[i];
      bottom = bottom * x + denominator[i];
    }
  } else {                                               // large x: powers of 1/x cannot overflow
    for (int i = 0; i < terms; ++i) {
      top = top / x + numerator[i];
      bottom = bottom / x + denominator[i];
    }
  }
  return top / bottom;
}

double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0), r = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(M_PI * y); break;
    case 1: r = std::cos(M_PI * (y - 0.5)); break;
    case 2: r = std::sin(M_PI * (1.0 - y)); break;       // not y - 1.0: keeps the sign of zero
    case 3: r = -std::cos(M_PI * (y - 1.5)); break;
    case 4: r = std::sin(M_PI * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * r;
}

constexpr int exact_factorials = 23;

}  // namespace

Value gamma(const Value* args, uint32_t) {
  double x;
  if (!to_double(args[0], x)) return Error;
  if (!std::isfinite(x)) return x < 0 ? domain_error() : make_float(x);
  if (x == 0) return domain_error();
  if (x == std::floor(x)) {
    if (x < 0) return domain_error();
    if (x <= exact_factorials) {
      double r = 1;
      for (int i = 2; i < static_cast<int>(x); ++i) r *= i;
      return make_float(r);
    }
  }
  double size = std::fabs(x);
  if (size < 1e-20) {
    double r = 1.0 / x;
    return std::isinf(r) ? range_error() : make_float(r);
  }
  if (size > 200) return x < 0 ? make_float(0.0 / sin_pi(x)) : range_error();
  double y = size + g_minus_half;
  // What rounding y lost.
  double z = size > g_minus_half ? (y - size) - g_minus_half : (y - g_minus_half) - size;
  z = z * g / y;
  double r;
  if (x < 0) {
    r = -M_PI / sin_pi(size) / size * std::exp(y) / lanczos_sum(size);
    r -= z * r;
    if (size < 140) {
      r /= std::pow(y, size - 0.5);
    } else {
      double root = std::pow(y, size / 2.0 - 0.25);
      r /= root;
      r /= root;
    }
  } else {
    r = lanczos_sum(size) / std::exp(y);
    r += z * r;
    if (size < 140) {
      r *= std::pow(y, size - 0.5);
    } else {
      double root = std::pow(y, size / 2.0 - 0.25);
      r *= root;
      r *= root;
    }
  }
  return std::isinf(r) ? range_error() : make_float(r);
}

Value lgamma(const Value* args, uint32_t) {
  double x;
  if (!to_double(args[0], x)) return Error;
  if (!std::isfinite(x)) return make_float(x != x ? x : HUGE_VAL);
  if (x == std::floor(x) && x <= 2) return x <= 0 ? domain_error() : make_float(0.0);
  double size = std::fabs(x);
  if (size < 1e-20) return make_float(-std::log(size));
  double r = std::log(lanczos_sum(size)) - g;
  r += (size - 0.5) * (std::log(size + g - 0.5) - 1);
  if (x < 0) r = log_pi - std::log(std::fabs(sin_pi(size))) - std::log(size) - r;
  return std::isinf(r) ? range_error() : make_float(r);
}

}  // namespace py::math
