// Integer functions of the math module: gcd, lcm, factorial, comb, perm, isqrt.
#include <bit>

#include "runtime/modules/math/math_internal.hpp"

namespace py::math {

using magnitude::Natural;

Value gcd(const Value* args, uint32_t n) {
  Ref result = small_int(0);
  for (uint32_t i = 0; i < n; ++i) {
    Ref item = args[i].is_small_int() ? args[i] : to_index(args[i]);
    if (item.is_error()) return Error;
    result = Ref(int_gcd(result, item));
    if (result.is_error()) return Error;
  }
  return result.take();
}

Value lcm(const Value* args, uint32_t n) {
  Ref result = small_int(1);
  for (uint32_t i = 0; i < n; ++i) {
    Ref item = to_index(args[i]);
    if (item.is_error()) return Error;
    if (int_is_zero(result)) continue;                   // stays zero, but the rest must still be ints
    if (int_is_zero(item)) {
      result = Ref(small_int(0));
      continue;
    }
    Ref divisor = int_gcd(result, item);
    if (result.get().is_small_int() && item.get().is_small_int() && divisor.get().is_small_int()) {
      int64_t multiple;
      if (!__builtin_mul_overflow(result.get().small_int() / divisor.get().small_int(), item.get().small_int(), &multiple) && multiple != INT64_MIN) {
        result = Ref(make_int(multiple < 0 ? -multiple : multiple));
        continue;
      }
    }
    Ref cofactor = int_floor_divide(result, divisor);
    Ref product = int_multiply(cofactor, item);
    if (product.is_error()) return Error;
    result = Ref(int_absolute(product));
  }
  return result.take();
}

Value isqrt(const Value* args, uint32_t) {
  Ref v = to_index(args[0]);
  if (v.is_error()) return Error;
  IntView n(v);
  if (n.negative) return raise(exc::ValueError, "isqrt() argument must be nonnegative");
  Natural root = magnitude::isqrt(n.view);
  return make_int_from(false, root);
}

namespace {

// first * (first + step) * ... * last, by halves so that factors stay of equal size.
Natural product_of_range(uint64_t first, uint64_t last, uint64_t step) {
  if (first > last) return Natural(1);
  uint64_t count = (last - first) / step + 1;
  unsigned bits = static_cast<unsigned>(std::bit_width(last));
  if (count * bits <= 64) {
    uint64_t product = first;
    for (uint64_t i = 1; i < count; ++i) product *= first + i * step;
    return Natural(product);
  }
  if (count == 1) return Natural(first);
  uint64_t middle = first + (count / 2 - 1) * step;
  return magnitude::multiply(product_of_range(first, middle, step), product_of_range(middle + step, last, step));
}

// The odd part of n! is a product of odd ranges, one for each halving of n.
Natural factorial_of(uint64_t n) {
  Natural inner(1), result(1);
  int levels = std::bit_width(n);
  uint64_t done = 1;                                     // odd numbers up to here are in `inner`
  for (int k = levels; k-- > 0;) {
    uint64_t top = n >> k;
    top -= top % 2 == 0 && top > 0;
    if (top > done) {
      inner = magnitude::multiply(inner, product_of_range(done + 2, top, 2));
      done = top;
    }
    result = magnitude::multiply(result, inner);
  }
  return magnitude::shift_left(result, n - static_cast<uint64_t>(std::popcount(n)));
}

}  // namespace

Value factorial(const Value* args, uint32_t) {
  Ref v = to_index(args[0]);
  if (v.is_error()) return Error;
  int64_t n;
  IntFit fit = int_to_int64(v, n);
  if (fit == IntFit::too_big) return raise(exc::OverflowError, "factorial() argument should not exceed %l", INT64_MAX);
  if (n < 0) return raise(exc::ValueError, "factorial() not defined for negative values");
  Natural r = factorial_of(static_cast<uint64_t>(n));
  return make_int_from(false, r);
}

namespace {

// n (n - 1) ... (n - k + 1) for an n of any size.
Value falling_product(Value n, uint64_t k) {
  if (k == 0) return small_int(1);
  if (n.is_small_int()) {
    uint64_t top = static_cast<uint64_t>(n.small_int());
    Natural r = product_of_range(top - k + 1, top, 1);
    return make_int_from(false, r);
  }
  if (k == 1) return incref(n);
  Ref low_n = int_subtract(n, small_int(static_cast<int64_t>(k / 2)));
  Ref high = falling_product(n, k / 2), low = falling_product(low_n, k - k / 2);
  return int_multiply(high, low);
}

// Both arguments as non-negative ints. false: error.
bool two_naturals(const Value* args, Ref& n, Ref& k) {
  n = Ref(to_index(args[0]));
  if (n.is_error()) return false;
  k = Ref(to_index(args[1]));
  if (k.is_error()) return false;
  if (int_is_negative(n)) return (void)raise(exc::ValueError, "n must be a non-negative integer"), false;
  if (int_is_negative(k)) return (void)raise(exc::ValueError, "k must be a non-negative integer"), false;
  return true;
}

}  // namespace

Value perm(const Value* args, uint32_t count) {
  if (count == 1 || args[1].is_none()) return factorial(args, 1);
  Ref n, k;
  if (!two_naturals(args, n, k)) return Error;
  if (int_compare(k, n) > 0) return small_int(0);
  int64_t factors;
  if (int_to_int64(k, factors) != IntFit::fits) return raise(exc::OverflowError, "k must not exceed %l", INT64_MAX);
  return falling_product(n, static_cast<uint64_t>(factors));
}

namespace {

// The odd parts of factorials modulo 2**64 and their inverses, by which a binomial coefficient that fits there is three products,
// and for each k the largest n (below 128) for which it fits.
struct BinomialTables {
  uint64_t odd[128] = {}, inverse[128] = {};
  uint8_t largest[128] = {};
  constexpr BinomialTables() {
    odd[0] = 1;
    for (unsigned n = 1; n < 128; ++n) odd[n] = odd[n - 1] * (n >> std::countr_zero(n));
    for (unsigned n = 0; n < 128; ++n) {
      uint64_t x = odd[n];               // Newton: each step doubles the bits that are right, three to begin with
      for (int i = 0; i < 5; ++i) x *= 2 - odd[n] * x;
      inverse[n] = x;
    }
    uint64_t row[128] = {1};             // of Pascal's triangle; 0: does not fit
    for (unsigned n = 1; n < 128; ++n) {
      for (unsigned k = n; k > 0; --k) {
        bool fits = row[k - 1] && (k == n || row[k]) && row[k - 1] + row[k] >= row[k];
        row[k] = fits ? row[k - 1] + row[k] : 0;
        if (fits && k <= n - k) largest[k] = static_cast<uint8_t>(n);
      }
    }
    largest[0] = 127;
  }
};
constexpr BinomialTables binomials;

}  // namespace

// n over k while products fit into 64 bits; 0: they do not. Every intermediate quotient is a binomial coefficient itself.
static uint64_t small_comb(uint64_t n, uint64_t k) {
  if (n - k < k) k = n - k;
  if (n < 128 && n <= binomials.largest[k]) {
    int twos = std::popcount(k) + std::popcount(n - k) - std::popcount(n);
    return (binomials.odd[n] * binomials.inverse[k] * binomials.inverse[n - k]) << twos;
  }
  uint64_t result = 1, product;
  for (uint64_t i = 1; i <= k; ++i) {
    if (__builtin_mul_overflow(result, n - k + i, &product)) return 0;
    result = product / i;
  }
  return result;
}

Value comb(const Value* args, uint32_t) {
  if (args[0].is_small_int() && args[1].is_small_int() && args[1].small_int() >= 0 && args[0].small_int() >= args[1].small_int()) {
    uint64_t result = small_comb(static_cast<uint64_t>(args[0].small_int()), static_cast<uint64_t>(args[1].small_int()));
    if (result) return make_int_unsigned(result);
  }
  Ref n, k;
  if (!two_naturals(args, n, k)) return Error;
  Ref other = int_subtract(n, k);
  if (int_is_negative(other)) return small_int(0);
  if (int_compare(other, k) < 0) k = std::move(other);
  int64_t factors;
  if (int_to_int64(k, factors) != IntFit::fits)
    return raise(exc::OverflowError, "min(n - k, k) must not exceed %l", INT64_MAX);
  if (n.get().is_small_int() && factors <= 30 && n.get().small_int() < (int64_t{1} << 62)) {
    // Every intermediate quotient is a binomial coefficient itself.
    unsigned __int128 r = 1;
    int64_t i = 1;
    for (; i <= factors && r < (static_cast<unsigned __int128>(1) << 64); ++i)
      r = r * static_cast<uint64_t>(n.get().small_int() - factors + i) / static_cast<uint64_t>(i);
    if (i > factors && r < (static_cast<unsigned __int128>(1) << 126)) return make_int_from_int128(static_cast<__int128>(r));
  }
  Ref product = falling_product(n, static_cast<uint64_t>(factors));
  if (product.is_error()) return Error;
  Natural divisor = factorial_of(static_cast<uint64_t>(factors));
  Natural quotient, rest;
  magnitude::divide(IntView(product).view, divisor, quotient, rest);
  return make_int_from(false, quotient);
}

}  // namespace py::math
