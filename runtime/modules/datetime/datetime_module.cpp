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
  if (!int_argument(args[0], d.year) || !int_argument(args[1], d.month) || !int_argument(args[2], d.day)) return Error;
  return small_int(ordinal_of(d));
}
Value calendar_day(const Value* args, uint32_t) {
  int ordinal;
  if (!int_argument(args[0], ordinal)) return Error;
  Day d = day_of(ordinal);
  return tuple_of(small_int(d.year), small_int(d.month), small_int(d.day));
}

constexpr NativeDef functions[] = {PY_RANGE("complete", complete, 2, 2), PY_ONE("use_zone_class", use_zone_class),
                                   PY_RANGE("ordinal_of", calendar_ordinal, 3, 3), PY_ONE("day_of_ordinal", calendar_day), {}};
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
