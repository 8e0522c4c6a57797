// _datetime: the classes of datetime whose instances are values, and the calendar for what is Python of them.
#include "runtime/modules/datetime/datetime_internal.hpp"
#include "runtime/object/class_change.hpp"

namespace py::datetime {
namespace {

// complete(cls, members): puts what is written in Python into one of the classes.
Value complete(const Value* args, uint32_t) {
  Type* cls = as_type(args[0]);
  Dict* members = as_dict(args[1]);
  Value name, member;
  for (int64_t at = 0; dict_next(members, at, name, member);) dict_set(dict_of(cls), intern(as_str(name)), member);
  type_modified(cls);
  return None;
}

Value use_zone_class(const Value* args, uint32_t) {
  set_zone_class(as_type(args[0]));
  return None;
}

Value calendar_ordinal(const Value* args, uint32_t) {
  Day d;
  if (!parsed_int(args[0], d.year) || !parsed_int(args[1], d.month) || !parsed_int(args[2], d.day)) return Error;
  return small_int(ordinal_of(d));
}
Value calendar_day(const Value* args, uint32_t) {
  int ordinal;
  if (!parsed_int(args[0], ordinal)) return Error;
  Day d = day_of(ordinal);
  return tuple_of(small_int(d.year), small_int(d.month), small_int(d.day));
}

// iso_week(year, month, day): (year, week, weekday) by ISO 8601.
Value calendar_week(const Value* args, uint32_t) {
  Day d;
  if (!parsed_int(args[0], d.year) || !parsed_int(args[1], d.month) || !parsed_int(args[2], d.day)) return Error;
  int64_t ordinal = ordinal_of(d);
  auto first_monday = [](int year) {     // of week 1, in which January 4 is
    Day fourth{year, 1, 4};
    return ordinal_of(fourth) - weekday_of(fourth);
  };
  int year = ordinal < first_monday(d.year) ? d.year - 1 : ordinal >= first_monday(d.year + 1) ? d.year + 1 : d.year;
  int64_t past = ordinal - first_monday(year);
  return tuple_of(small_int(year), small_int(past / 7 + 1), small_int(past % 7 + 1));
}

// The digits at `at`, -1: there are others.
int number_at(std::string_view text, size_t at, size_t count) {
  int n = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    n = n * 10 + (text[i] - '0');
  }
  return n;
}
bool day_at(std::string_view text, Day& d) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  d = {number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
  return d.year >= 0 && d.month >= 0 && d.day >= 0;
}
std::string_view plain_text(Value v) {
  Str* s = as_str(v);
  return s && s->is_ascii() ? s->ascii() : std::string_view();
}

// plain_date(cls, text), plain_moment(cls, text): of YYYY-MM-DD and YYYY-MM-DDTHH:MM:SS[.ffffff]; None for all other forms.
Value plain_date(const Value* args, uint32_t) {
  std::string_view text = plain_text(args[1]);
  Day d;
  if (text.size() != 10 || !day_at(text, d)) return None;
  return as_type(args[0]) != &date_type || check_day(d) ? make_date(as_type(args[0]), d) : Error;
}
Value plain_moment(const Value* args, uint32_t) {
  std::string_view text = plain_text(args[1]);
  Day d;
  Clock c{};
  if (!day_at(text, d) || (text.size() != 10 && text.size() != 19 && text.size() != 26)) return None;
  if (text.size() > 10) {
    if (text[13] != ':' || text[16] != ':' || (text.size() == 26 && text[19] != '.')) return None;
    c = {number_at(text, 11, 2), number_at(text, 14, 2), number_at(text, 17, 2), text.size() == 26 ? number_at(text, 20, 6) : 0};
    if (c.hour < 0 || c.minute < 0 || c.second < 0 || c.microsecond < 0) return None;
  }
  if (as_type(args[0]) == &moment_type && (!check_day(d) || !check_clock(c, 0))) return Error;
  return make_moment(as_type(args[0]), d, c, None, 0);
}

constexpr NativeDef functions[] = {PY_RANGE("complete", complete, 2, 2), PY_ONE("use_zone_class", use_zone_class),
                                   PY_RANGE("ordinal_of", calendar_ordinal, 3, 3), PY_ONE("day_of_ordinal", calendar_day),
                                   PY_ONE("local_offset", local_offset), PY_RANGE("iso_week", calendar_week, 3, 3),
                                   PY_RANGE("plain_date", plain_date, 2, 2), PY_RANGE("plain_moment", plain_moment, 2, 2), {}};
constexpr TypeTable types({&delta_type, &date_type, &time_type, &moment_type, nullptr});

bool fill(Module* module) {
  module_add_functions(module, functions);
  module_add_types(module, types.types);
  return true;
}

}  // namespace
}  // namespace py::datetime

namespace py::native {
extern const ModuleDef module__udatetime;
const ModuleDef module__udatetime = {"_datetime", py::datetime::fill, false};
}  // namespace py::native
