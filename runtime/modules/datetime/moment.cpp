// datetime: making, comparing and computing. moment_methods.cpp has its methods.
#include "runtime/modules/datetime/moment.hpp"
#include "runtime/object/str.hpp"

namespace py::datetime {
namespace {

Moment* self_of(Value v) { return v.as<Moment>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (const Bytes* bytes = pickled_state(args, n, kwnames, 10)) {
    const uint8_t* s = bytes->data();
    int month = s[2] & 0x7f;
    Value zone = n == 2 ? args[1] : None;
    if (month >= 1 && month <= 12) {
      return check_zone(zone) ? new_moment(cls, {s[0] << 8 | s[1], month, s[3]}, read_state(s + 4), zone, s[2] >> 7) : Error;
    }
  }
  static const char* const names[] = {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"};
  static constexpr Parameters parameters = {nullptr, names, 9, 3, 8, 0b101111111};
  Value given[9];
  Day d{};
  Clock c{};
  int fold = 0;
  if (!bind(parameters, args, n, kwnames, given)) return Error;
  if (!parsed_int(given[0], d.year) || !parsed_int(given[1], d.month) || !parsed_int(given[2], d.day) || !parsed_int(given[3], c.hour) ||
      !parsed_int(given[4], c.minute) || !parsed_int(given[5], c.second) || !parsed_int(given[6], c.microsecond) || !parsed_int(given[8], fold)) {
    return Error;
  }
  Value zone = given[7].is_undefined() ? None : given[7];
  return check_day(d) && check_clock(c, fold) && check_zone(zone) ? new_moment(cls, d, c, zone, fold) : Error;
}

void dealloc(Object* o) {
  decref(static_cast<Moment*>(o)->zone);
  free_object(o);
}

int order_of(const Moment* a, const Moment* b) {
  auto key = [](const Moment* m) {
    return ((((int64_t{m->day.year} * 16 + m->day.month) * 32 + m->day.day) * 32 + m->clock.hour) * 64 + m->clock.minute) * 64 + m->clock.second;
  };
  int64_t x = key(a), y = key(b);
  if (x != y) return x < y ? -1 : 1;
  return a->clock.microsecond == b->clock.microsecond ? 0 : a->clock.microsecond < b->clock.microsecond ? -1 : 1;
}

Value difference(const Moment* a, const Moment* b) {
  return make_delta(ordinal_of(a->day) - ordinal_of(b->day),
                    (a->clock.hour - b->clock.hour) * 3600 + (a->clock.minute - b->clock.minute) * 60 + a->clock.second - b->clock.second,
                    a->clock.microsecond - b->clock.microsecond);
}

bool differ(Value a, Value b) {          // offsets: None or timedelta
  const Delta *x = as_delta(a), *y = as_delta(b);
  return x && y ? datetime::order_of(x, y) != 0 : x != y;
}

// Whether the other fold has another offset: such times equal none of another zone (PEP 495). -1: error.
Truth is_ambiguous(Value v, Value offset) {
  const Moment* m = self_of(v);
  Ref flipped = new_moment(&moment_type, m->day, m->clock, m->zone, !m->fold);
  if (flipped.is_error()) return -1;
  Ref other = utc_offset(m->zone, flipped);
  return other.is_error() ? -1 : differ(other, offset);
}
Truth either_ambiguous(Value a, Value offset, Value b, Value other_offset) {
  Truth first = is_ambiguous(a, offset);
  return first ? first : is_ambiguous(b, other_offset);
}

Value compare(Value self, Value other, Compare op) {
  const Moment *a = self_of(self), *b = as_moment(other);
  bool equality = op == Compare::eq || op == Compare::ne;
  if (!b) {
    if (!as_date(other)) return NotImplemented;
    if (equality) return boolean(op == Compare::ne);
    return raise(exc::TypeError, "can't compare %N to %N", type_of(self), type_of(other));
  }
  if (a->zone.same(b->zone)) return boolean(holds(op, order_of(a, b), 0));
  Ref offset = utc_offset(a->zone, self);
  if (offset.is_error()) return Error;
  Ref other_offset = utc_offset(b->zone, other);
  if (other_offset.is_error()) return Error;
  int order;
  if (!differ(offset, other_offset)) {
    order = order_of(a, b);
  } else if (as_delta(offset) && as_delta(other_offset)) {
    Ref apart = difference(a, b);
    Ref shift = subtract_deltas(as_delta(offset), as_delta(other_offset));
    order = datetime::order_of(as_delta(apart), as_delta(shift));
  } else {
    if (equality) return boolean(op == Compare::ne);
    return raise(exc::TypeError, "can't compare offset-naive and offset-aware datetimes");
  }
  if (equality && order == 0) {
    Truth ambiguous = either_ambiguous(self, offset, other, other_offset);
    if (ambiguous < 0) return Error;
    order = ambiguous;
  }
  return boolean(holds(op, order, 0));
}

int64_t compute_hash(Value v) {
  const Moment* m = self_of(v);
  Ref asked = m->fold ? new_moment(&moment_type, m->day, m->clock, m->zone, 0) : incref(v);
  Ref offset = utc_offset(m->zone, asked);
  if (offset.is_error()) return -1;
  if (offset.get().is_none()) {
    uint8_t state[10];
    write_state(m->day, state);
    write_state(m->clock, state + 4);
    return hash_bytes(state, sizeof state);
  }
  Ref shown = make_delta(ordinal_of(m->day), seconds_of(m->clock), m->clock.microsecond);
  Ref utc = subtract_deltas(as_delta(shown), as_delta(offset));
  return hash_of_delta(utc);
}
int64_t hash_of_moment(Value v) { return remembered_hash(self_of(v)->hash, compute_hash, v); }

Value add_slot(Value a, Value b) {
  if (!as_moment(a)) std::swap(a, b);
  const Delta* by = as_delta(b);
  return as_moment(a) && by ? moved(a, by, 1) : NotImplemented;
}

Value subtract_slot(Value a, Value b) {
  const Moment *m = as_moment(a), *other = as_moment(b);
  if (!m) return NotImplemented;
  if (const Delta* by = as_delta(b)) return moved(a, by, -1);
  if (!other) return NotImplemented;
  Ref apart = difference(m, other);
  if (m->zone.same(other->zone)) return apart.take();
  Ref offset = utc_offset(m->zone, a);
  if (offset.is_error()) return Error;
  Ref other_offset = utc_offset(other->zone, b);
  if (other_offset.is_error()) return Error;
  const Delta *x = as_delta(offset), *y = as_delta(other_offset);
  if (!x != !y) return raise(exc::TypeError, "can't subtract offset-naive and offset-aware datetimes");
  if (!x) return apart.take();
  Ref shift = subtract_deltas(x, y);
  return subtract_deltas(as_delta(apart), as_delta(shift));
}

Value repr_moment(Value v) {
  const Moment* m = self_of(v);
  Text out;
  out.append(type_of(v)->name);
  const char* separator = "(";
  auto part = [&](int value) {
    out.append(separator);
    out.append_int(value);
    separator = ", ";
  };
  for (int value : {m->day.year, m->day.month, m->day.day, m->clock.hour, m->clock.minute}) part(value);
  if (m->clock.second || m->clock.microsecond) part(m->clock.second);
  if (m->clock.microsecond) part(m->clock.microsecond);
  return finish_repr(out, m->zone, m->fold, true);
}

}  // namespace

Value moved(Value v, const Delta* by, int sign) {
  const Moment* m = self_of(v);
  int64_t days = ordinal_of(m->day) + int64_t{sign} * by->days;
  int64_t seconds = seconds_of(m->clock) + int64_t{sign} * by->seconds, us = m->clock.microsecond + int64_t{sign} * by->microseconds;
  if (us < 0) us += 1000000, --seconds;
  else if (us >= 1000000) us -= 1000000, ++seconds;
  if (seconds < 0) seconds += 86400, --days;
  else if (seconds >= 86400) seconds -= 86400, ++days;
  if (days < 1 || days > last_ordinal) return raise_date_overflow();
  auto s = static_cast<int>(seconds);
  Day day = days == ordinal_of(m->day) ? m->day : day_of(days);
  return make_moment(type_of(v), day, {s / 3600, s / 60 % 60, s % 60, static_cast<int>(us)}, m->zone, 0);
}

Value new_moment(Type* cls, const Day& d, const Clock& c, Value zone, int fold) {
  Object* o = cls == &moment_type ? allocate_object(cls, sizeof(Moment)) : allocate_instance(cls);
  if (!o) return Error;
  auto* m = static_cast<Moment*>(o);
  m->day = d;
  m->hash.store(-1, std::memory_order_relaxed);
  m->clock = c;
  m->fold = fold;
  m->zone = incref(zone);
  return object_value(m);
}

Value make_moment(Type* cls, const Day& d, const Clock& c, Value zone, int fold) {
  if (cls == &moment_type) return new_moment(cls, d, c, zone, fold);
  Value args[] = {small_int(d.year), small_int(d.month), small_int(d.day), small_int(c.hour), small_int(c.minute), small_int(c.second),
                  small_int(c.microsecond), zone};
  Value made = call(value_of(*cls), args, 8);
  if (fold && as_moment(made)) made.as<Moment>()->fold = fold;
  return made;
}

constinit Type moment_type{{.name = "datetime.datetime", .instance_size = sizeof(Moment), .flags = type_is_base, .base = &date_type,
    .doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.",
    .create = create, .dealloc = dealloc, .repr = repr_moment, .str = str_by_isoformat, .hash = hash_of_moment, .compare = compare,
    .number = {.add = add_slot, .subtract = subtract_slot}, .methods = moment_methods, .getsets = moment_getsets}};

}  // namespace py::datetime
