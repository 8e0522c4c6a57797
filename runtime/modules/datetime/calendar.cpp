// The proleptic Gregorian calendar by day numbers, checks of fields, and arguments.
#include "runtime/modules/datetime/datetime_internal.hpp"

namespace py::datetime {

static bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  static constexpr uint8_t lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month];
}

// Both count years from March, so that the day too many comes last, and days from 1 March of year 0, 306 days before day 1.
int64_t ordinal_of(const Day& d) {
  int year = d.month > 2 ? d.year : d.year - 1, month = d.month > 2 ? d.month - 3 : d.month + 9;
  return int64_t{year} * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + d.day - 306;
}
Day day_of(int64_t ordinal) {
  int64_t days = ordinal + 305;
  int era = static_cast<int>(days / 146097), rest = static_cast<int>(days % 146097);
  int year = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
  int of_year = rest - (365 * year + year / 4 - year / 100);
  int month = (5 * of_year + 2) / 153, day = of_year - (153 * month + 2) / 5 + 1;
  return {era * 400 + year + (month >= 10), month < 10 ? month + 3 : month - 9, day};
}

bool check_day(const Day& d) {
  if (d.year < 1 || d.year > 9999) return (void)raise(exc::ValueError, "year %d is out of range", d.year), false;
  if (d.month < 1 || d.month > 12) return (void)raise(exc::ValueError, "month must be in 1..12"), false;
  if (d.day < 1 || d.day > days_in_month(d.year, d.month)) return (void)raise(exc::ValueError, "day is out of range for month"), false;
  return true;
}
bool check_clock(const Clock& c, int fold) {
  const char* wrong = c.hour < 0 || c.hour > 23                    ? "hour must be in 0..23"
                      : c.minute < 0 || c.minute > 59              ? "minute must be in 0..59"
                      : c.second < 0 || c.second > 59              ? "second must be in 0..59"
                      : c.microsecond < 0 || c.microsecond > 999999 ? "microsecond must be in 0..999999"
                      : fold != 0 && fold != 1                     ? "fold must be either 0 or 1"
                                                                   : nullptr;
  return !wrong || ((void)raise(exc::ValueError, wrong), false);
}
Value raise_date_overflow() { return raise(exc::OverflowError, "date value out of range"); }

void write_state(const Day& d, uint8_t* out) {
  out[0] = static_cast<uint8_t>(d.year >> 8), out[1] = static_cast<uint8_t>(d.year), out[2] = static_cast<uint8_t>(d.month), out[3] = static_cast<uint8_t>(d.day);
}
void write_state(const Clock& c, uint8_t* out) {
  out[0] = static_cast<uint8_t>(c.hour), out[1] = static_cast<uint8_t>(c.minute), out[2] = static_cast<uint8_t>(c.second);
  out[3] = static_cast<uint8_t>(c.microsecond >> 16), out[4] = static_cast<uint8_t>(c.microsecond >> 8), out[5] = static_cast<uint8_t>(c.microsecond);
}
Clock read_state(const uint8_t* s) { return {s[0] & 0x7f, s[1], s[2], s[3] << 16 | s[4] << 8 | s[5]}; }

int64_t remembered_hash(std::atomic<int64_t>& known, int64_t (*compute)(Value), Value v) {
  int64_t h = known.load(std::memory_order_relaxed);
  if (h != -1) return h;
  h = compute(v);
  known.store(h, std::memory_order_relaxed);
  return h;
}

// ---- arguments ----

bool bind(const Parameters& p, const Value* args, uint32_t n, Tuple* kwnames, Value* out) {
  const char *function = p.function ? p.function : "function", *brackets = p.function ? "()" : "";
  int given = static_cast<int>(n), keywords = kwnames ? static_cast<int>(kwnames->length) : 0;
  auto fail = [](const char* format, auto... rest) { return (void)raise(exc::TypeError, format, rest...), false; };
  if (given + keywords > p.count) {
    return fail("%s%s takes at most %d %sargument%s (%d given)", function, brackets, p.count, given ? "" : "keyword ", p.count == 1 ? "" : "s", given + keywords);
  }
  if (given > p.positional) {
    return fail("%s%s takes at most %d positional argument%s (%d given)", function, brackets, p.positional, p.positional == 1 ? "" : "s", given);
  }
  for (int i = 0; i < p.count; ++i) out[i] = i < given ? args[i] : Undefined;
  Str* unknown = nullptr;
  int twice = -1;
  for (int k = 0; k < keywords; ++k) {
    Str* name = as_str(kwnames->items()[k]);
    int i = 0;
    while (i < p.count && !str_equal(name, intern(p.names[i]))) ++i;
    if (i == p.count) unknown = name;
    else if (i < given) twice = i;
    else out[i] = args[n + static_cast<uint32_t>(k)];
  }
  int missing = 0;
  while (missing < p.required && !out[missing].is_undefined()) ++missing;
  if (missing == p.required && !unknown && twice < 0) return true;
  for (int i = 0, ignored; i < (missing < p.required ? missing : p.count); ++i) {
    if ((p.ints >> i & 1) && !parsed_int(out[i], ignored)) return false;
  }
  if (missing < p.required) return fail("%s%s missing required argument '%s' (pos %d)", function, brackets, p.names[missing], missing + 1);
  if (twice >= 0) return fail("argument for %s%s given by name ('%s') and position (%d)", function, brackets, p.names[twice], twice + 1);
  return fail("'%U' is an invalid keyword argument for %s%s", unknown, p.function ? function : "this function", brackets);
}

bool parsed_int(Value v, int& out) {
  if (v.is_undefined()) return true;
  Ref index = v.is_small_int() ? v : to_index(v);
  if (index.is_error()) return false;
  int64_t wide;
  if (int_to_int64(index, wide) != IntFit::fits) return (void)raise(exc::OverflowError, "Python int too large to convert to C long"), false;
  if (wide > INT32_MAX) return (void)raise(exc::OverflowError, "signed integer is greater than maximum"), false;
  if (wide < INT32_MIN) return (void)raise(exc::OverflowError, "signed integer is less than minimum"), false;
  out = static_cast<int>(wide);
  return true;
}

const Bytes* pickled_state(const Value* args, uint32_t n, Tuple* kwnames, int64_t length) {
  if (n < 1 || n > 2 || (kwnames && kwnames->length) || !args[0].is_object()) return nullptr;
  const Bytes* state = as_bytes(args[0]);
  return state && state->length == length ? state : nullptr;
}

}  // namespace py::datetime
