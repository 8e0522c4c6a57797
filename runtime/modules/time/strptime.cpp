// time.strptime() in the C locale (Lib/_strptime.py): reads fields greedily, then derives weekday and day of year.
#include <string>

#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/text.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py::time {

namespace {

const char* const months[] = {"january", "february", "march",     "april",   "may",      "june",
                              "july",    "august",   "september", "october", "november", "december"};
const char* const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }

struct Fields {
  int year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0, weekday = -1, day_of_year = -1, dst = -1;
  int week = -1;
  bool week_starts_monday = false, half_day_clock = false, afternoon = false, has_year = false;
  bool has_offset = false;
  long offset = 0;
  std::string zone;
};

class Parser {
 public:
  Parser(std::string_view text, std::string_view format) : text_(text), format_(format) {}
  Fields fields;
  size_t position() const { return at_; }

  bool run() { return parse(format_); }

 private:
  bool parse(std::string_view format) {
    for (size_t i = 0; i < format.size(); ++i) {
      if (is_space(format[i])) {
        while (i + 1 < format.size() && is_space(format[i + 1])) ++i;
        if (at_ == text_.size() || !is_space(text_[at_])) return false;
        skip_spaces();
      } else if (format[i] == '%' && i + 1 < format.size()) {
        if (!directive(format[++i])) return false;
      } else {
        if (at_ == text_.size() || lower(text_[at_]) != lower(format[i])) return false;
        ++at_;
      }
    }
    return true;
  }

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  // Up to `width` digits with a value in range; one digit fewer when the longest does not fit.
  bool number(int width, int low, int high, int& out) {
    for (int take = width; take > 0; --take) {
      if (at_ + static_cast<size_t>(take) > text_.size()) continue;
      int value = 0;
      bool digits = true;
      for (int k = 0; k < take; ++k) {
        char c = text_[at_ + static_cast<size_t>(k)];
        digits = digits && c >= '0' && c <= '9';
        value = value * 10 + (c - '0');
      }
      if (!digits || value < low || value > high) continue;
      at_ += static_cast<size_t>(take);
      out = value;
      return true;
    }
    return false;
  }

  bool word(const char* w, size_t length) {
    if (at_ + length > text_.size()) return false;
    for (size_t i = 0; i < length; ++i) {
      if (lower(text_[at_ + i]) != w[i]) return false;
    }
    at_ += length;
    return true;
  }

  bool name(const char* const* names, int count, bool abbreviated, int& out) {
    for (out = 0; out < count; ++out) {
      if (word(names[out], abbreviated ? 3 : std::string_view(names[out]).size())) return true;
    }
    return false;
  }

  bool zone_offset() {
    if (at_ < text_.size() && (text_[at_] == 'Z' || text_[at_] == 'z')) return ++at_, fields.has_offset = true;
    if (at_ == text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return false;
    int sign = text_[at_++] == '-' ? -1 : 1, hours, minutes, seconds = 0;
    size_t before = at_;
    if (!number(2, 0, 99, hours) || at_ - before != 2) return false;
    bool colon = at_ < text_.size() && text_[at_] == ':';
    if (colon) ++at_;
    before = at_;
    if (!number(2, 0, 59, minutes) || at_ - before != 2) return false;
    if (colon && at_ < text_.size() && text_[at_] == ':') {
      ++at_;
      if (!number(2, 0, 59, seconds)) return false;
    }
    fields.has_offset = true;
    fields.offset = sign * (hours * 3600L + minutes * 60L + seconds);
    return true;
  }

  bool zone_name() {
    for (const char* known : {"utc", "gmt"}) {
      if (word(known, 3)) return fields.dst = 0, true;
    }
    for (int dst = 0; dst < 2; ++dst) {
      std::string zone = portalis::platform::time_zone_name(dst);
      for (char& c : zone) c = lower(c);
      if (!zone.empty() && word(zone.c_str(), zone.size())) return fields.dst = dst, fields.zone = portalis::platform::time_zone_name(dst), true;
    }
    return false;
  }

  bool directive(char c) {
    int n;
    switch (c) {
      case 'Y': return fields.has_year = number(4, 0, 9999, fields.year);
      case 'y':
        if (!number(2, 0, 99, n)) return false;
        fields.year = n <= 68 ? 2000 + n : 1900 + n;
        return fields.has_year = true;
      case 'm': return number(2, 1, 12, fields.month);
      case 'd':
        if (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return number(2, 1, 31, fields.day);
      case 'H': return number(2, 0, 23, fields.hour);
      case 'I': return fields.half_day_clock = number(2, 1, 12, fields.hour);
      case 'M': return number(2, 0, 59, fields.minute);
      case 'S': return number(2, 0, 61, fields.second);
      case 'j': return number(3, 1, 366, fields.day_of_year);
      case 'f': return number(6, 0, 999999, n);
      case 'w': return number(1, 0, 6, n) && (fields.weekday = (n + 6) % 7, true);
      case 'u': return number(1, 1, 7, n) && (fields.weekday = n - 1, true);
      case 'U': case 'W': fields.week_starts_monday = c == 'W'; return number(2, 0, 53, fields.week);
      case 'B': case 'b': case 'h':
        if (!name(months, 12, c != 'B', n)) return false;
        fields.month = n + 1;
        return true;
      case 'A': case 'a': return name(days, 7, c == 'a', fields.weekday);
      case 'p':
        fields.afternoon = word("pm", 2);
        return fields.afternoon || word("am", 2);
      case 'c': return parse("%a %b %d %H:%M:%S %Y");
      case 'x': case 'D': return parse("%m/%d/%y");
      case 'X': case 'T': return parse("%H:%M:%S");
      case 'R': return parse("%H:%M");
      case 'F': return parse("%Y-%m-%d");
      case 'r': return parse("%I:%M:%S %p");
      case 'n': case 't': return parse(" ");
      case 'z': return zone_offset();
      case 'Z': return zone_name();
      case '%': return word("%", 1);
      default: return false;
    }
  }

  std::string_view text_, format_;
  size_t at_ = 0;
};

bool is_leap(int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); }
int days_before_month(int year, int month) {
  static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return before[month - 1] + (month > 2 && is_leap(year));
}
// Monday is 0; proleptic Gregorian.
int weekday_of(int year, int month, int day) {
  int64_t y = year - 1;
  int64_t ordinal = y * 365 + y / 4 - y / 100 + y / 400 + days_before_month(year, month) + day;
  return static_cast<int>((ordinal + 6) % 7);
}
int days_in_month(int year, int month) { return month == 2 ? 28 + is_leap(year) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31; }

// Day of the year from a week number and a weekday.
int day_from_week(const Fields& f) {
  int first = weekday_of(f.year, 1, 1), day = f.weekday;
  if (!f.week_starts_monday) {
    first = (first + 1) % 7;
    day = (day + 1) % 7;
  }
  int to_week_1 = (7 - first) % 7;
  return f.week == 0 ? 1 + day - first : 1 + to_week_1 + 7 * (f.week - 1) + day;
}

}  // namespace

Value strptime(const Value* args, uint32_t n) {
  Str *text = as_str(args[0]), *format = n > 1 ? as_str(args[1]) : intern("%a %b %d %H:%M:%S %Y");
  for (uint32_t i = 0; i < n; ++i) {
    if (!as_str(args[i])) return raise(exc::TypeError, "strptime() argument %d must be str, not %T", static_cast<int>(i), args[i]);
  }
  Text utf8_text, utf8_format;
  append_utf8(utf8_text, text);
  append_utf8(utf8_format, format);
  Parser parser(utf8_text.view(), utf8_format.view());
  if (!parser.run())
    return raise(exc::ValueError, "time data %R does not match format %R", args[0], object_value(format));
  if (parser.position() < utf8_text.size) {
    Ref rest = make_str(utf8_text.view().substr(parser.position()));
    return raise(exc::ValueError, "unconverted data remains: %S", rest.get());
  }
  Fields& f = parser.fields;
  if (f.half_day_clock) f.hour = f.hour % 12 + (f.afternoon ? 12 : 0);
  bool leap_guess = !f.has_year && f.month == 2 && f.day == 29;
  if (leap_guess) f.year = 1904;                         // 1900 has no 29 February
  if (f.day_of_year < 0 && f.week >= 0 && f.weekday >= 0 && f.has_year) f.day_of_year = day_from_week(f);
  if (f.day_of_year < 0) {
    if (f.day > days_in_month(f.year, f.month)) return raise(exc::ValueError, "day is out of range for month");
    f.day_of_year = days_before_month(f.year, f.month) + f.day;
  } else {
    if (f.day_of_year <= 0) {
      --f.year;
      f.day_of_year += 365 + is_leap(f.year);
    }
    f.month = 12;
    while (days_before_month(f.year, f.month) >= f.day_of_year) --f.month;
    f.day = f.day_of_year - days_before_month(f.year, f.month);
  }
  if (f.weekday < 0) f.weekday = weekday_of(f.year, f.month, f.day);
  if (leap_guess) f.year = 1900;
  std::tm t{};
  t.tm_year = f.year - 1900;
  t.tm_mon = f.month - 1;
  t.tm_mday = f.day;
  t.tm_hour = f.hour;
  t.tm_min = f.minute;
  t.tm_sec = f.second;
  t.tm_wday = (f.weekday + 1) % 7;
  t.tm_yday = f.day_of_year - 1;
  t.tm_isdst = f.dst;
  if (!f.zone.empty() || f.has_offset) {
    t.tm_zone = f.zone.empty() ? nullptr : f.zone.c_str();
    t.tm_gmtoff = f.offset;
  } else {
    t.tm_zone = nullptr;
  }
  return make_struct_time(t);
}

}  // namespace py::time
