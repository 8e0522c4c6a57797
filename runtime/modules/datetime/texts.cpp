// ISO texts, strftime, and what time zones are asked.
#include <ctime>

#include "runtime/modules/datetime/datetime_internal.hpp"
#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/str.hpp"

namespace py::datetime {

// ---- time zones ----

static constinit Slot zone_class;
void set_zone_class(Type* tzinfo) { zone_class.init(incref(value_of(*tzinfo))); }

bool check_zone(Value zone) {
  Value cls = zone_class.peek();         // Undefined where only _datetime was imported
  if (zone.is_none() || (!cls.is_undefined() && is_a(zone, *cls.as<Type>()))) return true;
  return (void)raise(exc::TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%T'", zone), false;
}

Value ask_zone(Value zone, const char* method, Value argument) {
  Ref answer = call_method(zone, intern(method), argument);
  if (answer.is_error() || answer.get().is_none()) return answer.take();
  const Delta* d = as_delta(answer);
  if (!d) return raise(exc::TypeError, "tzinfo.%s() must return None or timedelta, not '%T'", method, answer.get());
  if (d->days > 0 || d->days < -1 || (d->days == -1 && d->seconds == 0 && d->microseconds == 0)) {
    return raise(exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
  }
  return answer.take();
}

// ---- ISO 8601 ----

void append_number(Text& out, int value, int width) {
  char* digits = out.make_room(static_cast<size_t>(width));
  for (int i = width; i-- > 0; value /= 10) digits[i] = static_cast<char>('0' + value % 10);
  out.size += static_cast<size_t>(width);
}
void append_day(Text& out, const Day& d) {
  append_number(out, d.year, 4);
  out.append('-');
  append_number(out, d.month, 2);
  out.append('-');
  append_number(out, d.day, 2);
}

bool append_clock(Text& out, const Clock& c, Value timespec, int argument) {
  enum Form { hours, minutes, seconds, milliseconds, microseconds, forms };
  static constexpr std::string_view names[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds"};
  int form = c.microsecond ? microseconds : seconds;
  if (!timespec.is_undefined()) {
    Str* given = as_str(timespec);
    if (!given) return (void)raise(exc::TypeError, "isoformat() argument %d must be str, not %A", argument, timespec), false;
    if (!str_equal_ascii(given, "auto")) {
      form = 0;
      while (form < forms && !str_equal_ascii(given, names[form])) ++form;
      if (form == forms) return (void)raise(exc::ValueError, "Unknown timespec value"), false;
    }
  }
  append_number(out, c.hour, 2);
  if (form >= minutes) out.append(':'), append_number(out, c.minute, 2);
  if (form >= seconds) out.append(':'), append_number(out, c.second, 2);
  if (form == milliseconds) out.append('.'), append_number(out, c.microsecond / 1000, 3);
  if (form == microseconds) out.append('.'), append_number(out, c.microsecond, 6);
  return true;
}

bool append_offset(Text& out, Value zone, Value argument, const char* colon) {
  Ref offset = utc_offset(zone, argument);
  if (offset.is_error()) return false;
  if (offset.get().is_none()) return true;
  const Delta* d = as_delta(offset);
  bool west = d->days < 0;
  Ref size = west ? make_delta(-int64_t{d->days}, -d->seconds, -d->microseconds) : incref(offset.get());
  d = as_delta(size);
  out.append(west ? '-' : '+');
  append_number(out, d->seconds / 3600, 2);
  out.append(colon);
  append_number(out, d->seconds / 60 % 60, 2);
  if (d->seconds % 60 || d->microseconds) {
    out.append(colon);
    append_number(out, d->seconds % 60, 2);
  }
  if (d->microseconds) out.append('.'), append_number(out, d->microseconds, 6);
  return true;
}

Value finish_repr(Text& out, Value zone, int fold, bool fold_first) {
  if (fold && fold_first) out.append(", fold=1");
  if (!zone.is_none()) {
    out.append(", tzinfo=");
    Ref text = repr(zone);
    if (text.is_error()) return Error;
    append_utf8(out, as_str(text));
  }
  if (fold && !fold_first) out.append(", fold=1");
  out.append(')');
  return out.to_str();
}

Value str_by_isoformat(Value self) {
  static Str* const name = intern("isoformat");
  return as_moment(self) ? call_method(self, name, latin1_char(' ')) : call_method(self, name);
}

Value format_by_strftime(const Value* args, uint32_t) {
  static Str* const name = intern("strftime");
  Str* format = as_str(args[1]);
  if (!format) return raise(exc::TypeError, "__format__() argument 1 must be str, not %A", args[1]);
  return format->length ? call_method(args[0], name, args[1]) : str(args[0]);
}

// ---- strftime ----

// The zone's name, in which no directive is seen.
static bool append_zone_name(Text& out, Value zone, Value argument) {
  static Str* const method = intern("tzname");
  if (zone.is_none()) return true;
  Ref name = call_method(zone, method, argument);
  if (name.is_error()) return false;
  if (name.get().is_none()) return true;
  if (!as_str(name)) return (void)raise(exc::TypeError, "tzinfo.tzname() must return None or a string, not '%T'", name.get()), false;
  Text text;
  append_utf8(text, as_str(name));
  for (char c : text.view()) {
    if (c == '%') out.append('%');
    out.append(c);
  }
  return true;
}

Value format_moment(Value format, const Day& d, const Clock& c, Value zone, Value self) {
  Str* given = as_str(format);
  if (!given) return raise(exc::TypeError, "strftime() argument 1 must be str, not %A", format);
  Value asked = as_moment(self) ? self : None;
  Ref saved = asked.is_none() || zone.is_none() ? None : ask_zone(zone, "dst", self);
  if (saved.is_error()) return Error;
  Text source, wanted;
  append_utf8(source, given);
  std::string_view text = source.view();
  // What the C library cannot know is put in its place: microseconds and the zone.
  for (size_t i = 0; i < text.size(); ++i) {
    char directive = text[i] == '%' && i + 1 < text.size() ? text[i + 1] : 0;
    if (directive == 'f') append_number(wanted, c.microsecond, 6);
    else if (directive == 'z' ? !append_offset(wanted, zone, asked, "") : directive == 'Z' && !append_zone_name(wanted, zone, asked)) return Error;
    else if (!directive) wanted.append(text[i]);
    else if (directive != 'z' && directive != 'Z') wanted.append(text.substr(i, 2));
    i += directive != 0;
  }
  std::tm t{};
  t.tm_year = d.year - 1900, t.tm_mon = d.month - 1, t.tm_mday = d.day;
  t.tm_hour = c.hour, t.tm_min = c.minute, t.tm_sec = c.second;
  t.tm_wday = (weekday_of(d) + 1) % 7;
  t.tm_yday = static_cast<int>(ordinal_of(d) - ordinal_of({d.year, 1, 1}));
  t.tm_isdst = saved.get().is_none() ? -1 : truth(saved);
  Text out;
  time::append_time(out, wanted.view().substr(0, wanted.view().find('\0')), t);   // CPython hands it on as a C string
  return out.to_str();
}

}  // namespace py::datetime
