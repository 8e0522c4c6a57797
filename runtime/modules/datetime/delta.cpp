// timedelta.
#include <cmath>

#include "runtime/modules/datetime/datetime_internal.hpp"

namespace py::datetime {
namespace {

constexpr int64_t second_us = 1000000, day_seconds = 86400, day_us = day_seconds * second_us;
constexpr int32_t most_days = 999999999;

Delta* self_of(Value v) { return v.as<Delta>(); }

// a / b rounded down, what is left in `a`.
int64_t carry(int64_t& a, int64_t b) {
  if (a >= 0 && a < b) return 0;
  int64_t q = a / b, r = a % b;
  if (r < 0) r += b, --q;
  a = r;
  return q;
}

// The whole duration as an int of microseconds.
Value total(const Delta* d) {
  int64_t rest = d->seconds * second_us + d->microseconds;
  if (std::abs(int64_t{d->days}) < 100000000) return make_int(d->days * day_us + rest);
  Ref days = make_int(d->days), per_day = make_int(day_us), part = make_int(rest);
  Ref whole = multiply(days, per_day);
  return add(whole, part);
}

Value from_total(Value microseconds, Type* cls = &delta_type) {
  if (microseconds.is_small_int()) return make_delta(0, 0, microseconds.small_int(), cls);
  Ref per_day = make_int(day_us);
  Ref days = floor_divide(microseconds, per_day), rest = remainder(microseconds, per_day);
  if (days.is_error() || rest.is_error()) return Error;
  int64_t d;
  if (int_to_int64(days, d) != IntFit::fits || d > INT32_MAX || d < INT32_MIN) return raise(exc::OverflowError, "Python int too large to convert to C int");
  return make_delta(d, 0, rest.get().small_int(), cls);
}

// ---- making ----

struct Unit {
  const char* name;
  int64_t us;
};
constexpr Unit units[] = {{"days", day_us}, {"seconds", second_us}, {"microseconds", 1}, {"milliseconds", 1000}, {"minutes", 60 * second_us},
                          {"hours", 3600 * second_us}, {"weeks", 7 * day_us}};
constexpr int summing_order[] = {2, 3, 1, 4, 5, 0, 6};   // which decides how fractions round

Value int_of(double whole) {
  Ref number = make_float(whole);
  return type_of(number)->number.to_int(number);
}

// sum += amount * unit; fractions of microseconds go to `leftover`.
bool accumulate(Ref& sum, Value amount, const Unit& unit, double& leftover) {
  Ref factor = make_int(unit.us);
  auto add_product = [&](Value number) {
    Ref product = multiply(number, factor);
    sum = Ref(add(sum, product));
  };
  if (is_int(amount)) return add_product(plain_int(amount)), !sum.is_error();
  if (!is_float(amount)) {
    return (void)raise(exc::TypeError, "unsupported type for timedelta %s component: %T", unit.name, amount), false;
  }
  double whole, fraction = std::modf(float_value(amount), &whole);
  Ref number = int_of(whole);
  if (number.is_error()) return false;
  add_product(number);
  if (fraction == 0.0 || sum.is_error()) return !sum.is_error();
  fraction = std::modf(static_cast<double>(unit.us) * fraction, &whole);
  leftover += fraction;
  number = Ref(int_of(whole));
  sum = Ref(add(sum, number));
  return !sum.is_error();
}

// Half microseconds go to the even one of all.
Value rounded(Value sum, double leftover) {
  double whole = std::round(leftover);
  if (std::fabs(whole - leftover) == 0.5) {
    Ref bit = bit_and(sum, small_int(1));
    int odd = bit.get().same(small_int(1));
    whole = 2.0 * std::round((leftover + odd) * 0.5) - odd;
  }
  return add(sum, small_int(static_cast<int64_t>(whole)));
}

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static const char* const names[] = {"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"};
  static constexpr Parameters parameters = {"__new__", names, 7, 0, 7, 0};
  Value given[7];
  if (!bind(parameters, args, n, kwnames, given)) return Error;
  int64_t amount[7];
  bool small = true;
  for (int i = 0; i < 7; ++i) {
    amount[i] = given[i].is_undefined() ? 0 : given[i].is_small_int() ? given[i].small_int() : int64_t{1} << 62;
    small = small && std::abs(amount[i]) < int64_t{1} << 40;
  }
  if (small) {
    return make_delta(amount[0] + 7 * amount[6], amount[1] + 60 * amount[4] + 3600 * amount[5], amount[2] + 1000 * amount[3], cls);
  }
  Ref sum = small_int(0);
  double leftover = 0;
  for (int i : summing_order) {
    if (!given[i].is_undefined() && !accumulate(sum, given[i], units[i], leftover)) return Error;
  }
  if (leftover != 0.0) sum = Ref(rounded(sum, leftover));
  return from_total(sum, cls);
}

// ---- arithmetic ----

Value add_deltas(Value a, Value b) {
  const Delta *x = as_delta(a), *y = as_delta(b);
  if (!x || !y) return NotImplemented;
  return make_delta(int64_t{x->days} + y->days, x->seconds + y->seconds, x->microseconds + y->microseconds);
}
Value subtract_slot(Value a, Value b) {
  const Delta *x = as_delta(a), *y = as_delta(b);
  return x && y ? subtract_deltas(x, y) : NotImplemented;
}
Value negative_delta(Value v) { return make_delta(-int64_t{self_of(v)->days}, -self_of(v)->seconds, -self_of(v)->microseconds); }
Value positive_delta(Value v) { return make_delta(self_of(v)->days, self_of(v)->seconds, self_of(v)->microseconds); }
Value absolute_delta(Value v) { return self_of(v)->days < 0 ? negative_delta(v) : positive_delta(v); }

// a / b to the nearest int, ties to even.
Value nearest_quotient(Value a, Value b) {
  Ref pair = divide_modulo(a, b);
  if (pair.is_error()) return Error;
  Value *items = as_tuple(pair)->items(), quotient = items[0];
  Ref twice = multiply(items[1], small_int(2));
  Truth negative = test_lt(b, small_int(0));
  Truth greater = negative ? test_lt(twice, b) : test_gt(twice, b), equal_to = test_eq(twice, b);
  Ref odd = bit_and(quotient, small_int(1));
  bool up = greater > 0 || (equal_to > 0 && odd.get().same(small_int(1)));
  return up ? add(quotient, small_int(1)) : incref(quotient);
}

Value ratio_of(Value number) {
  static Str* const name = intern("as_integer_ratio");
  return call_method(number, name);
}

// delta * number or delta / number for a float, which is a ratio of ints.
Value by_float(Value delta, Value number, bool divide) {
  Ref ratio = ratio_of(number);
  if (ratio.is_error()) return Error;
  const Value* parts = as_tuple(ratio)->items();
  Ref us = total(self_of(delta));
  Ref top = multiply(us, parts[divide ? 1 : 0]);
  Ref quotient = nearest_quotient(top, parts[divide ? 0 : 1]);
  return quotient.is_error() ? Error : from_total(quotient);
}

Value multiply_delta(Value a, Value b) {
  if (!as_delta(a)) std::swap(a, b);
  if (!as_delta(a)) return NotImplemented;
  if (is_int(b)) {
    Ref us = total(self_of(a));
    Ref product = multiply(us, plain_int(b));
    return product.is_error() ? Error : from_total(product);
  }
  return is_float(b) ? by_float(a, b, false) : NotImplemented;
}

template <Value (*operation)(Value, Value), bool to_number>
Value whole_division(Value a, Value b) {
  const Delta *x = as_delta(a), *y = as_delta(b);
  if (!x || (!y && !(to_number && is_int(b)))) return NotImplemented;
  Ref mine = total(x), others = y ? total(y) : incref(plain_int(b));
  Ref result = operation(mine, others);
  if (result.is_error()) return Error;
  return y && to_number ? result.take() : from_total(result);
}
Value quotient(Value a, Value b) { return floor_divide(a, b); }
Value rest(Value a, Value b) { return remainder(a, b); }

Value true_divide_delta(Value a, Value b) {
  const Delta *x = as_delta(a), *y = as_delta(b);
  if (!x) return NotImplemented;
  Ref mine = total(x);
  if (y) {
    Ref others = total(y);
    return true_divide(mine, others);
  }
  if (is_float(b)) return by_float(a, b, true);
  if (!is_int(b)) return NotImplemented;
  Ref q = nearest_quotient(mine, plain_int(b));
  return q.is_error() ? Error : from_total(q);
}

Value divmod_delta(Value a, Value b) {
  const Delta *x = as_delta(a), *y = as_delta(b);
  if (!x || !y) return NotImplemented;
  Ref mine = total(x), others = total(y);
  Ref pair = divide_modulo(mine, others);
  if (pair.is_error()) return Error;
  Ref left = from_total(as_tuple(pair)->items()[1]);
  return left.is_error() ? Error : tuple_of(as_tuple(pair)->items()[0], left);
}

Value compare(Value self, Value other, Compare op) {
  const Delta* b = as_delta(other);
  return b ? compare_deltas(self_of(self), b, op) : NotImplemented;
}

Truth truth_of(Value v) { return self_of(v)->days || self_of(v)->seconds || self_of(v)->microseconds; }

// ---- texts and methods ----

Value repr_delta(Value v) {
  const Delta* d = self_of(v);
  Text out;
  out.append(type_of(v)->name);
  out.append('(');
  const char* separator = "";
  auto part = [&](const char* name, int value) {
    if (!value) return;
    out.append(separator);
    out.append(name);
    out.append_int(value);
    separator = ", ";
  };
  part("days=", d->days), part("seconds=", d->seconds), part("microseconds=", d->microseconds);
  if (!*separator) out.append('0');
  out.append(')');
  return out.to_str();
}

Value str_delta(Value v) {
  const Delta* d = self_of(v);
  Text out;
  if (d->days) {
    out.append_int(d->days);
    out.append(d->days == 1 || d->days == -1 ? " day, " : " days, ");
  }
  out.append_int(d->seconds / 3600);
  out.append(':');
  append_number(out, d->seconds / 60 % 60, 2);
  out.append(':');
  append_number(out, d->seconds % 60, 2);
  if (d->microseconds) {
    out.append('.');
    append_number(out, d->microseconds, 6);
  }
  return out.to_str();
}

Value total_seconds(const Value* args, uint32_t) {
  Ref us = total(self_of(args[0])), million = make_int(second_us);
  return true_divide(us, million);
}

Value reduce(const Value* args, uint32_t) {
  const Delta* d = self_of(args[0]);
  Ref fields = tuple_of(small_int(d->days), small_int(d->seconds), small_int(d->microseconds));
  return tuple_of(value_of(*type_of(args[0])), fields);
}

constexpr NativeDef methods[] = {PY_NOARGS("total_seconds", total_seconds), PY_NOARGS("__reduce__", reduce), {}};
Truth refuse(Value, Value) { return (void)raise(exc::AttributeError, "readonly attribute"), -1; }   // they are members under CPython
constexpr GetSetDef getsets[] = {
    {"days", [](Value v) { return small_int(self_of(v)->days); }, refuse},
    {"seconds", [](Value v) { return small_int(self_of(v)->seconds); }, refuse},
    {"microseconds", [](Value v) { return small_int(self_of(v)->microseconds); }, refuse},
    {},
};

int64_t compute_hash(Value v) {
  const Delta* d = self_of(v);
  Ref fields = tuple_of(small_int(d->days), small_int(d->seconds), small_int(d->microseconds));
  return tuple_hash(fields);
}

}  // namespace

Value make_delta(int64_t days, int64_t seconds, int64_t microseconds, Type* cls) {
  seconds += carry(microseconds, second_us);
  days += carry(seconds, day_seconds);
  if (days > most_days || days < -most_days) {
    if (days > INT32_MAX || days < INT32_MIN) return raise(exc::OverflowError, "Python int too large to convert to C int");
    return raise(exc::OverflowError, "days=%d; must have magnitude <= %d", static_cast<int>(days), most_days);
  }
  Object* o = cls == &delta_type ? allocate_object(cls, sizeof(Delta)) : allocate_instance(cls);
  if (!o) return Error;
  auto* d = static_cast<Delta*>(o);
  d->days = static_cast<int32_t>(days);
  d->seconds = static_cast<int32_t>(seconds);
  d->microseconds = static_cast<int32_t>(microseconds);
  d->hash.store(-1, std::memory_order_relaxed);
  return object_value(d);
}

int order_of(const Delta* a, const Delta* b) {
  if (a->days != b->days) return a->days < b->days ? -1 : 1;
  if (a->seconds != b->seconds) return a->seconds < b->seconds ? -1 : 1;
  return a->microseconds == b->microseconds ? 0 : a->microseconds < b->microseconds ? -1 : 1;
}
Value compare_deltas(const Delta* a, const Delta* b, Compare op) { return boolean(holds(op, order_of(a, b), 0)); }
int64_t hash_of_delta(Value v) { return remembered_hash(self_of(v)->hash, compute_hash, v); }

constinit Type delta_type{{.name = "datetime.timedelta", .instance_size = sizeof(Delta), .flags = type_is_base, .base = &object_type,
    .doc = "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
    .create = create, .repr = repr_delta, .str = str_delta, .hash = hash_of_delta, .compare = compare, .truth = truth_of,
    .number = {.add = add_deltas, .subtract = subtract_slot, .multiply = multiply_delta, .true_divide = true_divide_delta,
               .floor_divide = whole_division<quotient, true>, .remainder = whole_division<rest, false>, .divmod = divmod_delta,
               .negative = negative_delta, .positive = positive_delta, .absolute = absolute_delta},
    .methods = methods, .getsets = getsets}};

}  // namespace py::datetime
