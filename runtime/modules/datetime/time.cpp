// time.
#include "runtime/modules/datetime/datetime_internal.hpp"
#include "runtime/object/str.hpp"

namespace py::datetime {
namespace {

Time* self_of(Value v) { return v.as<Time>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (const Bytes* state = pickled_state(args, n, kwnames, 6); state && (state->data()[0] & 0x7f) < 24) {
    Value zone = n == 2 ? args[1] : None;
    return check_zone(zone) ? new_time(cls, read_state(state->data()), zone, state->data()[0] >> 7) : Error;
  }
  static const char* const names[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
  static constexpr Parameters parameters = {nullptr, names, 6, 0, 5, 0b101111};
  Value given[6];
  Clock c{};
  int fold = 0;
  if (!bind(parameters, args, n, kwnames, given)) return Error;
  if (!parsed_int(given[0], c.hour) || !parsed_int(given[1], c.minute) || !parsed_int(given[2], c.second) ||
      !parsed_int(given[3], c.microsecond) || !parsed_int(given[5], fold)) return Error;
  Value zone = given[4].is_undefined() ? None : given[4];
  return check_clock(c, fold) && check_zone(zone) ? new_time(cls, c, zone, fold) : Error;
}

void dealloc(Object* o) {
  decref(static_cast<Time*>(o)->zone);
  free_object(o);
}

int64_t microseconds_of(const Clock& c) { return ((c.hour * 60 + c.minute) * int64_t{60} + c.second) * 1000000 + c.microsecond; }
int64_t microseconds_of(const Delta* d) { return (d->days * int64_t{86400} + d->seconds) * 1000000 + d->microseconds; }   // an offset

Value compare(Value self, Value other, Compare op) {
  const Time *a = self_of(self), *b = as_time(other);
  if (!b) return NotImplemented;
  int64_t mine = microseconds_of(a->clock), others = microseconds_of(b->clock);
  if (a->zone.same(b->zone)) return boolean(holds(op, mine, others));
  Ref offset = utc_offset(a->zone, None);
  if (offset.is_error()) return Error;
  Ref other_offset = utc_offset(b->zone, None);
  if (other_offset.is_error()) return Error;
  const Delta *x = as_delta(offset), *y = as_delta(other_offset);
  if (x && y) return boolean(holds(op, mine - microseconds_of(x), others - microseconds_of(y)));
  if (!x && !y) return boolean(holds(op, mine, others));
  if (op == Compare::eq || op == Compare::ne) return boolean(op == Compare::ne);
  return raise(exc::TypeError, "can't compare offset-naive and offset-aware times");
}

int64_t compute_hash(Value v) {
  const Time* t = self_of(v);
  Ref offset = utc_offset(t->zone, None);
  if (offset.is_error()) return -1;
  if (offset.get().is_none()) {
    uint8_t state[6];
    write_state(t->clock, state);
    return hash_bytes(state, sizeof state);
  }
  Ref shown = make_delta(0, 0, microseconds_of(t->clock));
  Ref utc = subtract_deltas(as_delta(shown), as_delta(offset));
  return hash_of_delta(utc);
}
int64_t hash_of_time(Value v) { return remembered_hash(self_of(v)->hash, compute_hash, v); }

Value repr_time(Value v) {
  const Time* t = self_of(v);
  Text out;
  out.append(type_of(v)->name);
  out.append('(');
  out.append_int(t->clock.hour);
  out.append(", ");
  out.append_int(t->clock.minute);
  if (t->clock.second || t->clock.microsecond) out.append(", "), out.append_int(t->clock.second);
  if (t->clock.microsecond) out.append(", "), out.append_int(t->clock.microsecond);
  return finish_repr(out, t->zone, t->fold, false);
}

// ---- methods ----

Value isoformat(const Value* args, uint32_t) {
  const Time* t = self_of(args[0]);
  Text out;
  return append_clock(out, t->clock, args[1], 1) && append_offset(out, t->zone, None, ":") ? out.to_str() : Error;
}

Value replace(const Value* args, uint32_t) {
  const Time* t = self_of(args[0]);
  Clock c = t->clock;
  int fold = t->fold;
  if (!parsed_int(args[1], c.hour) || !parsed_int(args[2], c.minute) || !parsed_int(args[3], c.second) ||
      !parsed_int(args[4], c.microsecond) || !parsed_int(args[6], fold)) return Error;
  Value zone = args[5].is_undefined() ? t->zone : args[5];
  return check_clock(c, fold) && check_zone(zone) ? new_time(type_of(args[0]), c, zone, fold) : Error;
}

Value strftime(const Value* args, uint32_t) {
  return format_moment(args[1], {1900, 1, 1}, self_of(args[0])->clock, self_of(args[0])->zone, args[0]);
}

Value utcoffset(const Value* args, uint32_t) { return utc_offset(self_of(args[0])->zone, None); }
Value dst(const Value* args, uint32_t) { return self_of(args[0])->zone.is_none() ? None : ask_zone(self_of(args[0])->zone, "dst", None); }
Value tzname(const Value* args, uint32_t) {
  static Str* const name = intern("tzname");
  return self_of(args[0])->zone.is_none() ? None : call_method(self_of(args[0])->zone, name, None);
}

// With protocol 4, as copy asks for it: the fold is in the hour.
Value reduce_ex(const Value* args, uint32_t n) {
  const Time* t = self_of(args[0]);
  int protocol = 2;
  if (n > 1 && !parsed_int(args[1], protocol)) return Error;
  uint8_t state[6];
  write_state(t->clock, state);
  if (t->fold && protocol > 3) state[0] |= 0x80;
  Ref bytes = make_bytes(state, sizeof state);
  Ref fields = t->zone.is_none() ? tuple_of(bytes) : tuple_of(bytes, t->zone);
  return tuple_of(value_of(*type_of(args[0])), fields);
}

constexpr NativeDef methods[] = {
    PY_KEYWORDS("isoformat", isoformat, "timespec="), PY_KEYWORDS("strftime", strftime, "format"), PY_ONE("__format__", format_by_strftime),
    PY_KEYWORDS("replace", replace, "hour=, minute=, second=, microsecond=, tzinfo=, *, fold="), PY_NOARGS("utcoffset", utcoffset),
    PY_NOARGS("dst", dst), PY_NOARGS("tzname", tzname), PY_ONE("__reduce_ex__", reduce_ex), PY_NOARGS("__reduce__", reduce_ex), {}};
constexpr GetSetDef getsets[] = {
    {"hour", [](Value v) { return small_int(self_of(v)->clock.hour); }, nullptr},
    {"minute", [](Value v) { return small_int(self_of(v)->clock.minute); }, nullptr},
    {"second", [](Value v) { return small_int(self_of(v)->clock.second); }, nullptr},
    {"microsecond", [](Value v) { return small_int(self_of(v)->clock.microsecond); }, nullptr},
    {"tzinfo", [](Value v) { return incref(self_of(v)->zone); }, nullptr},
    {"fold", [](Value v) { return small_int(self_of(v)->fold); }, nullptr},
    {},
};

}  // namespace

Value new_time(Type* cls, const Clock& c, Value zone, int fold) {
  Object* o = cls == &time_type ? allocate_object(cls, sizeof(Time)) : allocate_instance(cls);
  if (!o) return Error;
  auto* t = static_cast<Time*>(o);
  t->clock = c;
  t->fold = fold;
  t->zone = incref(zone);
  t->hash.store(-1, std::memory_order_relaxed);
  return object_value(t);
}

constinit Type time_type{{.name = "datetime.time", .instance_size = sizeof(Time), .flags = type_is_base, .base = &object_type,
    .doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.",
    .create = create, .dealloc = dealloc, .repr = repr_time, .str = str_by_isoformat, .hash = hash_of_time, .compare = compare,
    .methods = methods, .getsets = getsets}};

}  // namespace py::datetime
