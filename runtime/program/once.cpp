// The operations of code that runs once, out of line.
#include "runtime/program/once.hpp"

namespace py {

Held::~Held() = default;

Held& Held::operator=(Value owned) {
  Ref::reset(owned);
  return *this;
}

void Held::reset() { Ref::reset(); }

namespace once {

static uint32_t positional(Values arguments, Tuple* names) {
  return static_cast<uint32_t>(arguments.size() - (names ? static_cast<size_t>(names->length) : 0));
}

Value call_values(Value callee, Values arguments, Tuple* names) { return py::call(callee, arguments.begin(), positional(arguments, names), names); }

Value call_method_values(Str* name, Values object_and_arguments, Tuple* names) {
  return call_method_without_site(name, object_and_arguments.begin(), positional(object_and_arguments, names), names);
}

Value tuple_from(Values items) { return make_tuple(items.begin(), static_cast<int64_t>(items.size())); }
Value list_from(Values items) { return make_list(items.begin(), static_cast<int64_t>(items.size())); }
bool unpack(Value iterable, uint32_t n, Ref* out) { return py::unpack(iterable, n, out); }
Truth truth(Value v) { return py::truth(v); }
Value negative(Value a) { return py::negative(a); }

#define PY_ONCE_VALUE(name) Value name(Value a, Value b) { return py::name(a, b); }
#define PY_ONCE_TRUTH(name) Truth name(Value a, Value b) { return py::name(a, b); }
PY_ONCE_BINARY(PY_ONCE_VALUE)
PY_ONCE_TESTS(PY_ONCE_TRUTH)

}  // namespace once
}  // namespace py
