// Methods of datetime that are not Python.
#include "runtime/modules/datetime/moment.hpp"
#include "runtime/object/str.hpp"

namespace py::datetime {
namespace {

Moment* self_of(Value v) { return v.as<Moment>(); }

Value isoformat(const Value* args, uint32_t) {
  const Moment* m = self_of(args[0]);
  uint32_t separator = 'T';
  if (!args[1].is_undefined()) {
    Str* given = as_str(args[1]);
    if (!given || given->length != 1) return raise(exc::TypeError, "isoformat() argument 1 must be a unicode character, not %A", args[1]);
    separator = given->at(0);
  }
  Text out;
  append_day(out, m->day);
  out.append_utf8(separator);
  return append_clock(out, m->clock, args[2], 2) && append_offset(out, m->zone, args[0], ":") ? out.to_str() : Error;
}

Value replace(const Value* args, uint32_t) {
  const Moment* m = self_of(args[0]);
  Day d = m->day;
  Clock c = m->clock;
  int fold = m->fold;
  if (!parsed_int(args[1], d.year) || !parsed_int(args[2], d.month) || !parsed_int(args[3], d.day) || !parsed_int(args[4], c.hour) ||
      !parsed_int(args[5], c.minute) || !parsed_int(args[6], c.second) || !parsed_int(args[7], c.microsecond) || !parsed_int(args[9], fold)) {
    return Error;
  }
  Value zone = args[8].is_undefined() ? m->zone : args[8];
  return check_day(d) && check_clock(c, fold) && check_zone(zone) ? new_moment(type_of(args[0]), d, c, zone, fold) : Error;
}

Value strftime(const Value* args, uint32_t) {
  return format_moment(args[1], self_of(args[0])->day, self_of(args[0])->clock, self_of(args[0])->zone, args[0]);
}

Value date_of(const Value* args, uint32_t) { return new_date(&date_type, self_of(args[0])->day); }
Value time_of(const Value* args, uint32_t) { return new_time(&time_type, self_of(args[0])->clock, None, self_of(args[0])->fold); }
Value timetz(const Value* args, uint32_t) { return new_time(&time_type, self_of(args[0])->clock, self_of(args[0])->zone, self_of(args[0])->fold); }

Value utcoffset(const Value* args, uint32_t) { return utc_offset(self_of(args[0])->zone, args[0]); }
Value dst(const Value* args, uint32_t) { return self_of(args[0])->zone.is_none() ? None : ask_zone(self_of(args[0])->zone, "dst", args[0]); }
Value tzname(const Value* args, uint32_t) {
  static Str* const name = intern("tzname");
  return self_of(args[0])->zone.is_none() ? None : call_method(self_of(args[0])->zone, name, args[0]);
}

Value combine(const Value* args, uint32_t) {
  const Date* d = as_date(args[1]);
  if (!d) return raise(exc::TypeError, "combine() argument 1 must be datetime.date, not %A", args[1]);
  const Time* t = as_time(args[2]);
  if (!t) return raise(exc::TypeError, "combine() argument 2 must be datetime.time, not %A", args[2]);
  Value zone = args[3].is_undefined() ? t->zone : args[3];
  return check_zone(zone) ? make_moment(args[0].as<Type>(), d->day, t->clock, zone, t->fold) : Error;
}

// With protocol 4, as copy asks for it: the fold is in the month.
Value reduce_ex(const Value* args, uint32_t n) {
  const Moment* m = self_of(args[0]);
  int protocol = 2;
  if (n > 1 && !parsed_int(args[1], protocol)) return Error;
  uint8_t state[10];
  write_state(m->day, state);
  write_state(m->clock, state + 4);
  if (m->fold && protocol > 3) state[2] |= 0x80;
  Ref bytes = make_bytes(state, sizeof state);
  Ref fields = m->zone.is_none() ? tuple_of(bytes) : tuple_of(bytes, m->zone);
  return tuple_of(value_of(*type_of(args[0])), fields);
}

}  // namespace

const NativeDef moment_methods[] = {
    PY_KEYWORDS("isoformat", isoformat, "sep=, timespec="), PY_KEYWORDS("strftime", strftime, "format"),
    PY_KEYWORDS("replace", replace, "year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, *, fold="),
    PY_NOARGS("timestamp", timestamp), PY_NOARGS("date", date_of), PY_NOARGS("time", time_of), PY_NOARGS("timetz", timetz), PY_NOARGS("utcoffset", utcoffset),
    PY_NOARGS("dst", dst), PY_NOARGS("tzname", tzname), PY_ONE("__reduce_ex__", reduce_ex), PY_NOARGS("__reduce__", reduce_ex),
    {"now", now, Arity::keywords, 0, 0, "tz=", NativeDef::class_method, nullptr, nullptr},
    {"utcnow", utcnow, Arity::none, 0, 0, nullptr, NativeDef::class_method, nullptr, nullptr},
    {"fromtimestamp", moment_fromtimestamp, Arity::keywords, 0, 0, "timestamp, tz=", NativeDef::class_method, nullptr, nullptr},
    {"utcfromtimestamp", utcfromtimestamp, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},
    {"combine", combine, Arity::keywords, 0, 0, "date, time, tzinfo=", NativeDef::class_method, nullptr, nullptr}, {}};
const GetSetDef moment_getsets[] = {
    {"hour", [](Value v) { return small_int(self_of(v)->clock.hour); }, nullptr},
    {"minute", [](Value v) { return small_int(self_of(v)->clock.minute); }, nullptr},
    {"second", [](Value v) { return small_int(self_of(v)->clock.second); }, nullptr},
    {"microsecond", [](Value v) { return small_int(self_of(v)->clock.microsecond); }, nullptr},
    {"tzinfo", [](Value v) { return incref(self_of(v)->zone); }, nullptr},
    {"fold", [](Value v) { return small_int(self_of(v)->fold); }, nullptr},
    {},
};

}  // namespace py::datetime
