// Exact and compensated sums: fsum, hypot, dist; and prod.
#include <cmath>
#include <vector>

#include "runtime/modules/math/math_internal.hpp"
#include "runtime/object/containers.hpp"

namespace py::math {

// Shewchuk (1997): the running sum as partial sums that do not overlap, smallest first.
namespace {

// The items of an iterable one by one; those of a list without an iterator.
class Items {
 public:
  explicit Items(Value iterable) : list_(is_exactly(iterable, list_type) ? iterable.as<List>() : nullptr) {
    if (!list_) iterator_ = Ref(iter(iterable));
  }
  bool failed() const { return iterator_.is_error(); }
  Value next() {                         // Undefined at the end
    if (!list_) return py::next(iterator_);
    Value item = list_peek(list_, at_);
    return item.is_object() || item.is_undefined() ? list_get(list_, at_++) : (++at_, item);
  }

 private:
  List* list_;
  int64_t at_ = 0;
  Ref iterator_;
};

}  // namespace

Value fsum(const Value* args, uint32_t) {
  Items items(args[0]);
  if (items.failed()) return Error;
  double partials[64];                   // they differ by 53 bits or more: no more than 40 of them are doubles
  size_t count = 0;
  double special = 0, infinities = 0;
  while (true) {
    Ref item = items.next();
    if (item.is_error()) return Error;
    if (item.is_undefined()) break;
    double x;
    if (item.get().is_inline_float()) x = item.get().inline_float();
    else if (!to_double(item, x)) return Error;
    if (count == 1) {                    // most sums so far are a double, and stay one
      double y = partials[0], high = x + y, low = std::fabs(x) < std::fabs(y) ? x - (high - y) : y - (high - x);
      if (low == 0 && high != 0) {       // not so when it is infinite
        partials[0] = high;
        continue;
      }
    }
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < count; ++i) {
      double y = partials[i];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y, low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    count = kept;
    if (x == 0) continue;
    if (std::isfinite(x)) {
      partials[count++] = x;
      continue;
    }
    if (std::isfinite(given)) return raise(exc::OverflowError, "intermediate overflow in fsum");
    if (std::isinf(given)) infinities += given;
    special += given;
    count = 0;
  }
  if (special != 0) {                                    // inf or nan
    if (infinities != infinities) return raise(exc::ValueError, "-inf + inf in fsum");
    return make_float(special);
  }
  if (count == 0) return make_float(0.0);
  size_t n = count;
  double high = partials[--n], low = 0;
  while (n > 0) {
    double x = high, y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low != 0) break;
  }
  // Half-way cases depend on the sign of what is left below.
  if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
    double doubled = low * 2, moved = high + doubled;
    if (doubled == moved - high) high = moved;
  }
  return make_float(high);
}

Value prod(const Value* args, uint32_t) {
  Ref result = args[1].is_undefined() ? Ref(small_int(1)) : Ref::borrow(args[1]);
  Items items(args[0]);
  if (items.failed()) return Error;
  while (true) {
    Ref item = items.next();
    if (item.is_error()) return Error;
    if (item.is_undefined()) return result.take();
    if (is_exact_float(result) && is_exact_float(item)) {   // as long as there are floats
      double product = float_value(result);
      do {
        product *= float_value(item);
        item = items.next();
      } while (is_exact_float(item));
      result = Ref(make_float(product));
      if (item.is_error()) return Error;
      if (item.is_undefined()) return result.take();
    }
    result = Ref(multiply(result, item));
    if (result.is_error()) return Error;
  }
}

namespace {

// The square root of a sum of squares, accurate to within an ulp almost always: squares and their sum are kept as
// unevaluated pairs of doubles (Dekker), and the root is corrected once by its own residue.
double norm(std::vector<double>& v, double largest, bool has_nan) {
  if (std::isinf(largest)) return largest;
  if (has_nan) return std::nan("");
  if (largest == 0 || v.size() <= 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  double sum = 0, rest = 0;
  auto accumulate = [&](double x, double sign) {
    double square = x * x, error = std::fma(x, x, -square);
    square *= sign;
    error *= sign;
    double total = sum + square, part = total - sum;
    rest += (sum - (total - part)) + (square - part) + error;
    sum = total;
  };
  for (double x : v) accumulate(std::ldexp(x, -exponent), 1.0);
  double root = std::sqrt(sum + rest);
  accumulate(root, -1.0);
  root += (sum + rest) / (2.0 * root);
  return std::ldexp(root, exponent);
}

Value norm_value(std::vector<double>& v) {
  double largest = 0;
  bool has_nan = false;
  for (double& x : v) {
    x = std::fabs(x);
    has_nan = has_nan || x != x;
    if (x > largest) largest = x;
  }
  return make_float(norm(v, largest, has_nan));
}

}  // namespace

Value hypot(const Value* args, uint32_t n) {
  std::vector<double> v(n);
  for (uint32_t i = 0; i < n; ++i) {
    if (!to_double(args[i], v[i])) return Error;
  }
  return norm_value(v);
}

Value dist(const Value* args, uint32_t) {
  Ref p = to_tuple(args[0]);
  if (p.is_error()) return Error;
  Ref q = to_tuple(args[1]);
  if (q.is_error()) return Error;
  Tuple *a = as_tuple(p), *b = as_tuple(q);
  if (a->length != b->length) return raise(exc::ValueError, "both points must have the same number of dimensions");
  std::vector<double> v(static_cast<size_t>(a->length));
  for (int64_t i = 0; i < a->length; ++i) {
    double x, y;
    if (!to_double(a->items()[i], x) || !to_double(b->items()[i], y)) return Error;
    v[static_cast<size_t>(i)] = x - y;
  }
  return norm_value(v);
}

}  // namespace py::math
