// Dates and times from and to seconds since 1970, by the clock here; of two equal times of that clock `fold` says which (PEP 495).
#include <cerrno>
#include <cmath>
#include <ctime>

#include "runtime/modules/datetime/moment.hpp"
#include "runtime/platform/platform.hpp"

namespace py::datetime {
namespace {

constexpr int64_t epoch_ordinal = 719163, longest_fold = 24 * 3600, million = 1000000;

struct Stamp {
  int64_t seconds;
  int microseconds;
};

// A number of seconds, to the nearest microsecond (even if in the middle), or rounded down to whole ones.
bool stamp_argument(Value v, Stamp& out, bool whole) {
  out.microseconds = 0;
  auto out_of_range = [] { return (void)raise(exc::OverflowError, "timestamp out of range for platform time_t"), false; };
  if (!is_float(v)) {
    Ref index = to_index(v);
    if (index.is_error()) return false;
    return int_to_int64(index, out.seconds) == IntFit::fits || out_of_range();
  }
  double seconds, d = float_value(v);
  if (d != d) return (void)raise(exc::ValueError, "Invalid value NaN (not a number)"), false;
  double fraction = std::modf(d, &seconds);
  if (whole) {
    seconds = std::floor(d);
  } else {
    fraction = std::nearbyint(fraction * million);
    if (fraction >= million) fraction -= million, seconds += 1;
    else if (fraction < 0) fraction += million, seconds -= 1;
    out.microseconds = static_cast<int>(fraction);
  }
  if (!(std::fabs(seconds) < 0x1p63)) return out_of_range();
  out.seconds = static_cast<int64_t>(seconds);
  return true;
}

bool break_down(int64_t seconds, bool local, Day& d, Clock& c) {
  auto moment = static_cast<time_t>(seconds);
  std::tm t;
  errno = 0;
  if (!(local ? localtime_r(&moment, &t) : gmtime_r(&moment, &t))) return (void)raise_os_error(errno ? errno : EINVAL), false;
  d = {t.tm_year + 1900, t.tm_mon + 1, t.tm_mday};
  c = {t.tm_hour, t.tm_min, t.tm_sec < 59 ? t.tm_sec : 59, 0};   // a leap second is none here
  return true;
}

int64_t shown_seconds(const Day& d, const Clock& c) { return (ordinal_of(d) - epoch_ordinal) * 86400 + seconds_of(c); }

// What the clock here shows then, as seconds since 1970.
bool shown_here(int64_t seconds, int64_t& out) {
  Day d;
  Clock c;
  if (!break_down(seconds, true, d, c)) return false;
  if (d.year < 1 || d.year > 9999) return (void)raise(exc::ValueError, "year %d is out of range", d.year), false;
  out = shown_seconds(d, c);
  return true;
}

// The seconds since 1970 at which the clock here shows this.
bool seconds_here(int64_t shown, int fold, int64_t& out) {
  int64_t there;
  if (!shown_here(shown, there)) return false;
  int64_t offset = there - shown, first = shown - offset, at_first;
  if (!shown_here(first, at_first)) return false;
  int64_t other = at_first - first;
  if (at_first == shown) {
    int64_t probe = first + (fold ? longest_fold : -longest_fold);
    if (!shown_here(probe, there)) return false;
    other = there - probe;
    if (other == offset) return out = first, true;
  }
  int64_t second = shown - other, at_second;
  if (!shown_here(second, at_second)) return false;
  if (at_second == shown) out = second;
  else if (at_first == shown) out = first;
  else out = (fold ? first < second : first > second) ? first : second;   // shown by no clock: the side of the gap
  return true;
}

Value at_stamp(Type* cls, const Stamp& stamp, bool local, Value zone) {
  Day d;
  Clock c;
  int fold = 0;
  if (!break_down(stamp.seconds, local, d, c)) return Error;
  c.microsecond = stamp.microseconds;
  if (local) {
    if (!check_day(d)) return Error;
    // Shown before as well, at most a day ago, by a clock that was ahead of this one: the second of two.
    int64_t shown = shown_seconds(d, c), before = shown;
    if (stamp.seconds - longest_fold > -(epoch_ordinal - 1) * 86400 && !shown_here(stamp.seconds - longest_fold, before)) return Error;
    int64_t transition = shown - before - longest_fold;
    if (before != shown && transition < 0) {
      if (!shown_here(stamp.seconds + transition, before)) return Error;
      fold = before == shown;
    }
  }
  if (cls == &moment_type && !check_day(d)) return Error;
  return make_moment(cls, d, c, zone, fold);
}

Value at_stamp_in_zone(Type* cls, const Stamp& stamp, Value zone) {
  static Str* const name = intern("fromutc");
  if (!check_zone(zone)) return Error;
  Ref made = at_stamp(cls, stamp, zone.is_none(), zone);
  return made.is_error() || zone.is_none() ? made.take() : call_method(zone, name, made);
}

Stamp stamp_of_now() {
  int64_t ns = portalis::platform::wall_clock();
  return {ns / 1000000000, static_cast<int>(ns % 1000000000 / 1000)};
}

}  // namespace

Value now(const Value* args, uint32_t) { return at_stamp_in_zone(args[0].as<Type>(), stamp_of_now(), args[1].is_undefined() ? None : args[1]); }
Value utcnow(const Value* args, uint32_t) { return at_stamp(args[0].as<Type>(), stamp_of_now(), false, None); }

Value moment_fromtimestamp(const Value* args, uint32_t) {
  Stamp stamp;
  return stamp_argument(args[1], stamp, false) ? at_stamp_in_zone(args[0].as<Type>(), stamp, args[2].is_undefined() ? None : args[2]) : Error;
}
Value utcfromtimestamp(const Value* args, uint32_t) {
  Stamp stamp;
  return stamp_argument(args[1], stamp, false) ? at_stamp(args[0].as<Type>(), stamp, false, None) : Error;
}

Value date_fromtimestamp(const Value* args, uint32_t) {
  Stamp stamp;
  Day d;
  Clock c;
  if (!stamp_argument(args[1], stamp, true) || !break_down(stamp.seconds, true, d, c)) return Error;
  if (args[0].as<Type>() == &date_type && !check_day(d)) return Error;
  return make_date(args[0].as<Type>(), d);
}
Value today(const Value* args, uint32_t) {
  static Str* const name = intern("fromtimestamp");
  Ref seconds = make_float(static_cast<double>(portalis::platform::wall_clock()) / 1e9);
  return call_method(args[0], name, seconds);
}

Value timestamp(const Value* args, uint32_t) {
  const Moment* m = args[0].as<Moment>();
  Ref offset = utc_offset(m->zone, args[0]);
  if (offset.is_error()) return Error;
  int64_t seconds = shown_seconds(m->day, m->clock);
  if (const Delta* d = as_delta(offset)) {
    int64_t us = (seconds - d->days * int64_t{86400} - d->seconds) * million + m->clock.microsecond - d->microseconds;
    Ref total = make_int(us), per_second = make_int(million);
    return true_divide(total, per_second);
  }
  if (!seconds_here(seconds, m->fold, seconds)) return Error;
  return make_float(static_cast<double>(seconds) + m->clock.microsecond / 1e6);
}

// local_offset(moment): how far the clocks here are ahead of UTC when they show this, in seconds.
Value local_offset(const Value* args, uint32_t) {
  const Moment* m = args[0].as<Moment>();
  int64_t seconds, shown;
  if (!seconds_here(shown_seconds(m->day, m->clock), m->fold, seconds) || !shown_here(seconds, shown)) return Error;
  return make_int(shown - seconds);
}

}  // namespace py::datetime
