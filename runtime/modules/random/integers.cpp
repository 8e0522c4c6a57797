// Random integers and choices: randrange, randint, choice, choices, shuffle, sample, randbytes.
// The draws happen in the order of CPython's Lib/random.py, so that a seed gives the same results.
#include <cmath>
#include <vector>

#include "runtime/builtins/arguments.hpp"
#include "runtime/modules/random/random_internal.hpp"
#include "runtime/object/deprecation.hpp"

namespace py::random {

namespace {

// Whose DeprecationWarnings reach the program: randint() hands its arguments on, and its own line would be named.
enum class Warn : bool { no, caller };

// An int argument; floats with a whole value are still accepted, with a warning.
Value whole_number(Value v, const char* what, Warn warn) {
  if (v.is_small_int()) return v;
  if (is_int(v) || type_of(v)->number.index) return to_index(v);
  Ref whole = int_from_object(v);
  if (whole.is_error()) return Error;
  Truth same = equal(whole, v);
  if (same < 0) return Error;
  if (warn == Warn::caller &&
      !warn_deprecated(same ? "non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version"
                            : "randrange() will raise TypeError in the future"))
    return Error;
  return same ? whole.take() : raise(exc::ValueError, "non-integer %s for randrange()", what);
}

Value randrange(Value self, Value start, Value stop, Value step, Warn warn) {
  Ref first = whole_number(start, "arg 1", warn);
  if (first.is_error()) return Error;
  if (stop.is_none()) {
    if (!step.same(small_int(1))) return raise(exc::TypeError, "Missing a non-None stop argument");
    if (int_compare(first, small_int(0)) > 0) return draw_below(self, first);
    return raise(exc::ValueError, "empty range for randrange()");
  }
  Ref last = whole_number(stop, "stop", warn);
  if (last.is_error()) return Error;
  Ref width = int_subtract(last, first);
  Ref stride = whole_number(step, "step", warn);
  if (width.is_error() || stride.is_error()) return Error;
  if (stride.get().same(small_int(1))) {
    if (int_compare(width, small_int(0)) <= 0)
      return raise(exc::ValueError, "empty range for randrange() (%S, %S, %S)", first.get(), last.get(), width.get());
    Ref drawn = draw_below(self, width);
    return drawn.is_error() ? Error : int_add(first, plain_int(drawn));
  }
  if (int_is_zero(stride)) return raise(exc::ValueError, "zero step for randrange()");
  Ref adjusted = int_add(width, stride);
  adjusted = Ref(int_is_negative(stride) ? int_add(adjusted, small_int(1)) : int_subtract(adjusted, small_int(1)));
  Ref count = int_floor_divide(adjusted, stride);
  if (count.is_error()) return Error;
  if (int_compare(count, small_int(0)) <= 0) return raise(exc::ValueError, "empty range for randrange()");
  Ref drawn = draw_below(self, count);
  if (drawn.is_error()) return Error;
  Ref offset = int_multiply(stride, plain_int(drawn));
  return offset.is_error() ? Error : int_add(first, offset);
}

Value randrange_method(const Value* args, uint32_t) {
  return randrange(args[0], args[1], args[2].is_undefined() ? None : args[2], args[3].is_undefined() ? small_int(1) : args[3],
                   Warn::caller);
}

Value randint_method(const Value* args, uint32_t) {
  Ref stop = add(args[2], small_int(1));
  return stop.is_error() ? Error : randrange(args[0], args[1], stop, small_int(1), Warn::no);
}

Value item_at(Value sequence, int64_t i) {
  if (is_exactly(sequence, list_type)) {
    Value item = list_get(sequence.as<List>(), i);
    return item.is_undefined() ? raise(exc::IndexError, "list index out of range") : item;
  }
  Ref index = make_int(i);
  return get_item(sequence, index);
}

Value choice_method(const Value* args, uint32_t) {
  int64_t n = length(args[1]), i;
  if (n < 0) return Error;
  if (n == 0) return raise(exc::IndexError, "Cannot choose from an empty sequence");
  return draw_below(args[0], n, i) ? item_at(args[1], i) : Error;
}

Value shuffle_method(const Value* args, uint32_t) {
  int64_t n = length(args[1]), j;
  if (n < 0) return Error;
  for (int64_t i = n - 1; i > 0; --i) {
    if (!draw_below(args[0], i + 1, j)) return Error;
    Ref a = item_at(args[1], i);
    if (a.is_error()) return Error;
    Ref b = item_at(args[1], j);
    if (b.is_error()) return Error;
    Ref at_i = make_int(i), at_j = make_int(j);
    if (set_item(args[1], at_i, b) < 0 || set_item(args[1], at_j, a) < 0) return Error;
  }
  return None;
}

// Running totals of an iterable as a list.
Value accumulate(Value iterable) {
  Ref totals = make_list(nullptr, 0), total, item;
  Items items(iterable);
  while (items.next(item)) {
    total = total.is_undefined() ? Ref::borrow(item) : Ref(add(total, item));
    if (total.is_error() || list_append(totals.as<List>(), total) < 0) return Error;
  }
  return items.failed ? Error : totals.take();
}

// bisect.bisect_right(totals, x, 0, high), -1: error.
int64_t place(Value totals, Value x, int64_t high) {
  int64_t low = 0;
  while (low < high) {
    int64_t middle = (low + high) / 2;
    Ref item = item_at(totals, middle);
    Ref less = item.is_error() ? Ref(Error) : Ref(lt(x, item));
    Truth t = less.is_error() ? -1 : truth(less);
    if (t < 0) return -1;
    if (t) high = middle;
    else low = middle + 1;
  }
  return low;
}

bool repetitions(Value k, int64_t& out) {
  out = 1;
  return k.is_undefined() || to_index_int64(k, out);
}

// population, weights, cum_weights, k
Value choices_method(const Value* args, uint32_t) {
  Value self = args[0], population = args[1];
  bool has_weights = !args[2].is_undefined() && !args[2].is_none(), has_totals = !args[3].is_undefined() && !args[3].is_none();
  int64_t n = length(population), k;
  if (n < 0) return Error;
  Ref result = make_list(nullptr, 0);
  auto append_item = [&](int64_t i) {
    Ref item = item_at(population, i);
    return !item.is_error() && list_append(result.as<List>(), item) >= 0;
  };
  double d;
  if (!has_totals && !has_weights) {
    if (!repetitions(args[4], k)) return Error;
    for (int64_t i = 0; i < k; ++i) {
      if (!draw(self, d) || !append_item(static_cast<int64_t>(std::floor(d * static_cast<double>(n))))) return Error;
    }
    return result.take();
  }
  if (has_totals && has_weights) return raise(exc::TypeError, "Cannot specify both weights and cumulative weights");
  if (has_weights && is_int(args[2]))
    return raise(exc::TypeError, "The number of choices must be a keyword argument: k=%R", args[2]);
  Ref totals = has_totals ? Ref::borrow(args[3]) : Ref(accumulate(args[2]));
  if (totals.is_error()) return Error;
  int64_t count = length(totals);
  if (count < 0) return Error;
  if (count != n) return raise(exc::ValueError, "The number of weights does not match the population");
  Ref last = get_item(totals, small_int(-1));
  if (last.is_error()) return Error;
  Ref zero = make_float(0.0), sum = add(last, zero);
  double total;
  if (sum.is_error() || !to_double(sum, total)) return Error;
  if (total <= 0) return raise(exc::ValueError, "Total of weights must be greater than zero");
  if (!std::isfinite(total)) return raise(exc::ValueError, "Total of weights must be finite");
  if (!repetitions(args[4], k)) return Error;
  for (int64_t i = 0; i < k; ++i) {
    if (!draw(self, d)) return Error;
    Ref x = make_float(d * total);
    int64_t at = place(totals, x, n - 1);
    if (at < 0 || !append_item(at)) return Error;
  }
  return result.take();
}

// The positions sample() picks out of n, in order. false: error.
bool sample_positions(Value self, int64_t n, int64_t k, std::vector<int64_t>& out) {
  double set_size = 21;                                  // where a set of k takes less room than a list of n
  if (k > 5) set_size += std::pow(4, std::ceil(std::log(static_cast<double>(k * 3)) / std::log(4.0)));
  if (static_cast<double>(n) <= set_size) {
    std::vector<int64_t> pool(static_cast<size_t>(n));
    for (int64_t i = 0; i < n; ++i) pool[static_cast<size_t>(i)] = i;
    for (int64_t i = 0; i < k; ++i) {
      int64_t j;
      if (!draw_below(self, n - i, j)) return false;
      out.push_back(pool[static_cast<size_t>(j)]);
      pool[static_cast<size_t>(j)] = pool[static_cast<size_t>(n - i - 1)];
    }
    return true;
  }
  // Open addressing over the positions taken so far.
  size_t size = 16;
  while (size < static_cast<size_t>(k) * 2) size *= 2;
  std::vector<int64_t> taken(size, -1);
  for (int64_t i = 0; i < k; ++i) {
    while (true) {
      int64_t j;
      if (!draw_below(self, n, j)) return false;
      size_t at = static_cast<size_t>(j) * 0x9e3779b97f4a7c15u & (size - 1);
      while (taken[at] != -1 && taken[at] != j) at = (at + 1) & (size - 1);
      if (taken[at] == j) continue;
      taken[at] = j;
      out.push_back(j);
      break;
    }
  }
  return true;
}

bool is_sequence(Value v) {
  Type* t = type_of(v);
  return t->get_item && t->length && !as_dict(v);
}

// population, k, counts
Value sample_method(const Value* args, uint32_t) {
  Value self = args[0], population = args[1];
  if (!is_sequence(population))
    return raise(exc::TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  int64_t n = length(population), k;
  if (n < 0 || !to_index_int64(args[2], k, true)) return Error;
  Ref totals;
  int64_t range = n;
  if (!args[3].is_undefined() && !args[3].is_none()) {
    totals = Ref(accumulate(args[3]));
    if (totals.is_error()) return Error;
    if (list_size(totals.as<List>()) != n)
      return raise(exc::ValueError, "The number of counts does not match the population");
    Ref total = list_pop(totals.as<List>(), -1);
    if (total.is_error()) return Error;
    if (!is_int(total)) return raise(exc::TypeError, "Counts must be integers");
    if (!to_index_int64(total, range)) return Error;
    if (range <= 0) return raise(exc::ValueError, "Total of counts must be greater than zero");
  }
  if (k < 0 || k > range) return raise(exc::ValueError, "Sample larger than population or is negative");
  std::vector<int64_t> positions;
  if (!sample_positions(self, range, k, positions)) return Error;
  Ref result = make_list(nullptr, 0);
  for (int64_t at : positions) {
    if (!totals.is_undefined()) {
      Ref x = make_int(at);
      at = place(totals, x, list_size(totals.as<List>()));
      if (at < 0) return Error;
    }
    Ref item = item_at(population, at);
    if (item.is_error() || list_append(result.as<List>(), item) < 0) return Error;
  }
  return result.take();
}

Value randbytes_method(const Value* args, uint32_t) {
  Ref bits = multiply(args[1], small_int(8));
  if (bits.is_error()) return Error;
  Ref number = call_method(args[0], intern("getrandbits"), bits);
  if (number.is_error()) return Error;
  Ref order = make_str("little");
  Value arguments[] = {number, args[1], order};
  return call_method(intern("to_bytes"), arguments, 3);
}

}  // namespace

const NativeDef integer_methods[] = {
    PY_KEYWORDS("randrange", randrange_method, "start, stop=, step="),
    PY_KEYWORDS("randint", randint_method, "a, b"),
    PY_KEYWORDS("choice", choice_method, "seq"),
    PY_KEYWORDS("choices", choices_method, "population, weights=, *, cum_weights=, k="),
    PY_KEYWORDS("shuffle", shuffle_method, "x"),
    PY_KEYWORDS("sample", sample_method, "population, k, *, counts="),
    PY_KEYWORDS("randbytes", randbytes_method, "n"),
    {},
};

}  // namespace py::random
