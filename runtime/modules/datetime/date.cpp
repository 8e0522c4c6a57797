// date.
#include "runtime/modules/datetime/datetime_internal.hpp"
#include "runtime/object/str.hpp"

namespace py::datetime {
namespace {

Date* self_of(Value v) { return v.as<Date>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (const Bytes* state = pickled_state(args, n, kwnames, 4); state && n == 1 && state->data()[2] >= 1 && state->data()[2] <= 12) {
    const uint8_t* s = state->data();
    return new_date(cls, {s[0] << 8 | s[1], s[2], s[3]});
  }
  static const char* const names[] = {"year", "month", "day"};
  static constexpr Parameters parameters = {nullptr, names, 3, 3, 3, 0b111};
  Value given[3];
  Day d{};
  if (!bind(parameters, args, n, kwnames, given)) return Error;
  if (!parsed_int(given[0], d.year) || !parsed_int(given[1], d.month) || !parsed_int(given[2], d.day) || !check_day(d)) return Error;
  return new_date(cls, d);
}

uint64_t key_of(const Day& d) { return static_cast<uint64_t>((d.year * 16 + d.month) * 32 + d.day); }

Value compare(Value self, Value other, Compare op) {
  const Date* b = as_date(other);
  return b ? boolean(holds(op, key_of(self_of(self)->day), key_of(b->day))) : NotImplemented;
}

int64_t compute_hash(Value v) {
  uint8_t state[4];
  write_state(self_of(v)->day, state);
  return hash_bytes(state, sizeof state);
}
int64_t hash_of_date(Value v) { return remembered_hash(self_of(v)->hash, compute_hash, v); }

Value moved(Value v, int64_t days) {
  int64_t ordinal = ordinal_of(self_of(v)->day) + days;
  return ordinal < 1 || ordinal > last_ordinal ? raise_date_overflow() : make_date(type_of(v), day_of(ordinal));
}

Value add_slot(Value a, Value b) {
  if (as_moment(a) || as_moment(b)) return NotImplemented;
  if (!as_date(a)) std::swap(a, b);
  const Delta* by = as_delta(b);
  return as_date(a) && by ? moved(a, by->days) : NotImplemented;
}
Value subtract_slot(Value a, Value b) {
  if (as_moment(a) || as_moment(b)) return NotImplemented;
  const Date* d = as_date(a);
  if (!d) return NotImplemented;
  if (const Date* other = as_date(b)) return make_delta(ordinal_of(d->day) - ordinal_of(other->day), 0, 0);
  const Delta* by = as_delta(b);
  return by ? moved(a, -int64_t{by->days}) : NotImplemented;
}

Value repr_date(Value v) {
  const Day& d = self_of(v)->day;
  return format_text("%s(%d, %d, %d)", type_of(v)->name, d.year, d.month, d.day);
}

// ---- methods ----

Value isoformat(const Value* args, uint32_t) {
  Text out;
  append_day(out, self_of(args[0])->day);
  return out.to_str();
}
Value toordinal(const Value* args, uint32_t) { return small_int(ordinal_of(self_of(args[0])->day)); }
Value weekday(const Value* args, uint32_t) { return small_int(weekday_of(self_of(args[0])->day)); }
Value isoweekday(const Value* args, uint32_t) { return small_int(weekday_of(self_of(args[0])->day) + 1); }

Value replace(const Value* args, uint32_t) {
  Day d = self_of(args[0])->day;
  if (!parsed_int(args[1], d.year) || !parsed_int(args[2], d.month) || !parsed_int(args[3], d.day)) return Error;
  return check_day(d) ? new_date(type_of(args[0]), d) : Error;
}

Value strftime(const Value* args, uint32_t) { return format_moment(args[1], self_of(args[0])->day, {}, None, args[0]); }

Value fromordinal(const Value* args, uint32_t) {
  int ordinal = 0;
  if (!parsed_int(args[1], ordinal)) return Error;
  if (ordinal < 1) return raise(exc::ValueError, "ordinal must be >= 1");
  Day d = day_of(ordinal);
  if (args[0].as<Type>() == &date_type && !check_day(d)) return Error;
  return make_date(args[0].as<Type>(), d);
}

Value reduce(const Value* args, uint32_t) {
  uint8_t state[4];
  write_state(self_of(args[0])->day, state);
  Ref bytes = make_bytes(state, sizeof state);
  Ref fields = tuple_of(bytes);
  return tuple_of(value_of(*type_of(args[0])), fields);
}

constexpr NativeDef methods[] = {
    PY_NOARGS("isoformat", isoformat), PY_NOARGS("toordinal", toordinal), PY_NOARGS("weekday", weekday), PY_NOARGS("isoweekday", isoweekday),
    PY_KEYWORDS("replace", replace, "year=, month=, day="), PY_KEYWORDS("strftime", strftime, "format"), PY_ONE("__format__", format_by_strftime),
    PY_NOARGS("__reduce__", reduce),
    {"today", today, Arity::none, 0, 0, nullptr, NativeDef::class_method, nullptr, nullptr},
    {"fromtimestamp", date_fromtimestamp, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},
    {"fromordinal", fromordinal, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr}, {}};
constexpr GetSetDef getsets[] = {
    {"year", [](Value v) { return small_int(self_of(v)->day.year); }, nullptr},
    {"month", [](Value v) { return small_int(self_of(v)->day.month); }, nullptr},
    {"day", [](Value v) { return small_int(self_of(v)->day.day); }, nullptr},
    {},
};

}  // namespace

Value new_date(Type* cls, const Day& day) {
  Object* o = cls == &date_type ? allocate_object(cls, sizeof(Date)) : allocate_instance(cls);
  if (!o) return Error;
  auto* d = static_cast<Date*>(o);
  d->day = day;
  d->hash.store(-1, std::memory_order_relaxed);
  return object_value(d);
}

Value make_date(Type* cls, const Day& d) {
  if (cls == &date_type) return new_date(cls, d);
  return call(value_of(*cls), small_int(d.year), small_int(d.month), small_int(d.day));
}

constinit Type date_type{{.name = "datetime.date", .instance_size = sizeof(Date), .flags = type_is_base, .base = &object_type,
    .doc = "date(year, month, day) --> date object", .create = create, .repr = repr_date, .str = str_by_isoformat, .hash = hash_of_date,
    .compare = compare, .number = {.add = add_slot, .subtract = subtract_slot}, .methods = methods, .getsets = getsets}};

}  // namespace py::datetime
