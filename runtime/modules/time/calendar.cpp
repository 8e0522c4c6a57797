// Calendar time: struct_time, gmtime, localtime, mktime, asctime, ctime, strftime, time zones (Modules/timemodule.c).
#include <cerrno>
#include <cmath>
#include <string>

#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/text.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/types/struct_sequence.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py::time {

Type* struct_time_type() {
  static const char* const fields[] = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec",
                                       "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff", nullptr};
  static Type* const type = make_struct_sequence_type(
      "time.struct_time", "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), "
      "mktime() and strftime().", fields, 9);
  return type;
}

Value make_struct_time(const std::tm& t) {
  Value fields[] = {
      make_int(int64_t{t.tm_year} + 1900), small_int(t.tm_mon + 1), small_int(t.tm_mday), small_int(t.tm_hour),
      small_int(t.tm_min), small_int(t.tm_sec), small_int((t.tm_wday + 6) % 7), small_int(t.tm_yday + 1),
      small_int(t.tm_isdst), t.tm_zone ? make_str(t.tm_zone) : None, t.tm_zone ? make_int(t.tm_gmtoff) : None,
  };
  return make_struct_sequence(struct_time_type(), fields);
}

bool read_time_tuple(Value v, const char* function, std::tm& t) {
  Tuple* items = as_tuple(v);
  if (!items) return (void)raise(exc::TypeError, "Tuple or struct_time argument required"), false;
  if (items->length != 9) return (void)raise(exc::TypeError, "%s(): illegal time tuple argument", function), false;
  int64_t n[9];
  for (int i = 0; i < 9; ++i) {
    if (!to_index_int64(items->items()[i], n[i])) return false;
    if (n[i] != static_cast<int32_t>(n[i]))
      return (void)raise(exc::OverflowError, n[i] > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum"), false;
  }
  t = std::tm();
  if (n[0] < INT32_MIN + 1900) return (void)raise(exc::OverflowError, "year out of range"), false;
  t.tm_year = static_cast<int>(n[0] - 1900);
  t.tm_mon = static_cast<int>(n[1] - 1);
  t.tm_mday = static_cast<int>(n[2]);
  t.tm_hour = static_cast<int>(n[3]);
  t.tm_min = static_cast<int>(n[4]);
  t.tm_sec = static_cast<int>(n[5]);
  t.tm_wday = static_cast<int>((n[6] + 1) % 7);
  t.tm_yday = static_cast<int>(n[7] - 1);
  t.tm_isdst = static_cast<int>(n[8]);
  if (type_of(v) == struct_time_type()) {
    Value zone = struct_sequence_field(v, 9), offset = struct_sequence_field(v, 10);
    Str* name = as_str(zone);
    if (name && name->is_ascii()) t.tm_zone = intern(std::string(name->ascii()) + '\0')->ascii().data();
    if (is_int(offset)) t.tm_gmtoff = plain_int(offset).is_small_int() ? plain_int(offset).small_int() : 0;
  }
  return true;
}

bool check_time_tuple(std::tm& t) {
  auto fail = [](const char* what) { return (void)raise(exc::ValueError, "%s out of range", what), false; };
  if (t.tm_mon == -1) t.tm_mon = 0;
  else if (t.tm_mon < 0 || t.tm_mon > 11) return fail("month");
  if (t.tm_mday == 0) t.tm_mday = 1;
  else if (t.tm_mday < 0 || t.tm_mday > 31) return fail("day of month");
  if (t.tm_hour < 0 || t.tm_hour > 23) return fail("hour");
  if (t.tm_min < 0 || t.tm_min > 59) return fail("minute");
  if (t.tm_sec < 0 || t.tm_sec > 61) return fail("seconds");
  if (t.tm_wday < 0) return fail("day of week");
  if (t.tm_yday == -1) t.tm_yday = 0;
  else if (t.tm_yday < 0 || t.tm_yday > 365) return fail("day of year");
  return true;
}

namespace {

// The moment given, or now. Rounds down. false: error.
bool read_moment(const Value* args, uint32_t n, time_t& out) {
  if (n == 0 || args[0].is_none()) {
    out = portalis::platform::wall_clock() / 1000000000;
    return true;
  }
  if (is_float(args[0])) {
    double d = float_value(args[0]);
    if (d != d) return (void)raise(exc::ValueError, "Invalid value NaN (not a number)"), false;
    d = std::floor(d);
    if (std::fabs(d) >= 0x1p63) return (void)raise(exc::OverflowError, "timestamp out of range for platform time_t"), false;
    out = static_cast<time_t>(d);
    return true;
  }
  Ref index = to_index(args[0]);
  int64_t seconds;
  if (index.is_error()) return false;
  if (int_to_int64(index, seconds) != IntFit::fits)
    return (void)raise(exc::OverflowError, "timestamp out of range for platform time_t"), false;
  out = seconds;
  return true;
}

bool break_down(time_t moment, bool local, std::tm& t) {
  if (local ? localtime_r(&moment, &t) : gmtime_r(&moment, &t)) return true;
  (void)raise_os_error(errno ? errno : EINVAL);
  return false;
}

template <bool local>
Value broken_down(const Value* args, uint32_t n) {
  time_t moment;
  std::tm t;
  return read_moment(args, n, moment) && break_down(moment, local, t) ? make_struct_time(t) : Error;
}

bool now_local(std::tm& t) { return break_down(portalis::platform::wall_clock() / 1000000000, true, t); }

Value mktime_function(const Value* args, uint32_t) {
  std::tm t;
  if (!read_time_tuple(args[0], "mktime", t)) return Error;
  t.tm_wday = -1;                                        // stays -1 only if mktime() fails
  time_t moment = std::mktime(&t);
  if (moment == -1 && t.tm_wday == -1) return raise(exc::OverflowError, "mktime argument out of range");
  return make_float(static_cast<double>(moment));
}

Value asctime_of(const std::tm& t) {
  static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char text[96];
  int n = std::snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + t.tm_wday * 3, months + t.tm_mon * 3, t.tm_mday,
                        t.tm_hour, t.tm_min, t.tm_sec, 1900 + t.tm_year);
  return make_str_ascii(text, static_cast<size_t>(n));
}

Value asctime_function(const Value* args, uint32_t n) {
  std::tm t;
  if (n == 0 ? !now_local(t) : !(read_time_tuple(args[0], "asctime", t) && check_time_tuple(t))) return Error;
  return asctime_of(t);
}

Value ctime_function(const Value* args, uint32_t n) {
  time_t moment;
  std::tm t;
  return read_moment(args, n, moment) && break_down(moment, true, t) ? asctime_of(t) : Error;
}

Value strftime_function(const Value* args, uint32_t n) {
  Str* format = as_str(args[0]);
  if (!format) return raise(exc::TypeError, "strftime() argument 1 must be str, not %A", args[0]);
  std::tm t;
  if (n == 1 ? !now_local(t) : !(read_time_tuple(args[1], "strftime", t) && check_time_tuple(t))) return Error;
  if (t.tm_isdst < -1) t.tm_isdst = -1;
  if (t.tm_isdst > 1) t.tm_isdst = 1;
  Text utf8, out;
  append_utf8(utf8, format);
  if (utf8.view().find('\0') != std::string_view::npos) return raise(exc::ValueError, "embedded null character");
  append_time(out, utf8.view(), t);
  return out.to_str();
}

Value tzset_function(const Value*, uint32_t) {
  portalis::platform::read_time_zone();
  static Str* const name = intern("time");
  Ref module = import_module(name);
  if (!module.is_error()) set_timezone_names(module.as<Module>());
  return None;
}

}  // namespace

void set_timezone_names(Module* module) {
  // January and July tell standard from daylight saving time on both hemispheres (as CPython does).
  constexpr time_t year = (365 * 24 + 6) * 3600;
  time_t january = portalis::platform::wall_clock() / 1000000000 / year * year, july = january + year / 2;
  std::tm a, b;
  localtime_r(&january, &a);
  localtime_r(&july, &b);
  bool southern = a.tm_gmtoff > b.tm_gmtoff;
  const std::tm &standard = southern ? b : a, &daylight = southern ? a : b;
  module_set(module, "timezone", make_int(-standard.tm_gmtoff));
  module_set(module, "altzone", make_int(-daylight.tm_gmtoff));
  module_set(module, "daylight", small_int(standard.tm_gmtoff != daylight.tm_gmtoff));
  Ref first = make_str(standard.tm_zone), second = make_str(daylight.tm_zone);
  module_set(module, "tzname", tuple_of(first, second));
}

const NativeDef calendar_functions[] = {
    PY_RANGE("gmtime", broken_down<false>, 0, 1),
    PY_RANGE("localtime", broken_down<true>, 0, 1),
    PY_ONE("mktime", mktime_function),
    PY_RANGE("asctime", asctime_function, 0, 1),
    PY_RANGE("ctime", ctime_function, 0, 1),
    PY_RANGE("strftime", strftime_function, 1, 2),
    PY_RANGE("strptime", strptime, 1, 2),
    PY_NOARGS("tzset", tzset_function),
    {},
};

namespace {

bool fill_time(Module* module) {
  portalis::platform::read_time_zone();
  module_add_functions(module, clock_functions);
  add_clock_numbers(module);
  module_add_functions(module, calendar_functions);
  module_set(module, "struct_time", value_of(*struct_time_type()));
  set_timezone_names(module);
  return true;
}

}  // namespace
}  // namespace py::time

namespace py::native {
extern const ModuleDef module_time;
const ModuleDef module_time = {"time", time::fill_time, false};
}  // namespace py::native
