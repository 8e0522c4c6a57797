// Arguments, time limits and texts shared by the native concurrency modules.
#include "runtime/modules/threading/support.hpp"

#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"

namespace py {

namespace {

int find_parameter(const Signature& signature, Str* name) {
  for (int i = 0; i < signature.count; ++i) {
    if (name->is_ascii() && name->ascii() == signature.parameters[i]) return i;
  }
  return -1;
}

bool raise_too_many(const Signature& s, uint32_t given) {
  uint32_t self = s.has_self;
  uint32_t most = s.positional + self, least = s.required + self;
  const char* were = given + self == 1 ? "was" : "were";
  if (s.required < s.positional) {
    return raise_false(exc::TypeError, "%s() takes from %d to %d positional arguments but %d %s given", s.function, int(least),
                       int(most), int(given + self), were);
  }
  return raise_false(exc::TypeError, "%s() takes %d positional argument%s but %d %s given", s.function, int(most),
                     most == 1 ? "" : "s", int(given + self), were);
}

bool raise_missing(const Signature& s, const Value* out) {
  const char* missing[10];
  int count = 0;
  for (int i = 0; i < s.required; ++i) {
    if (out[i].is_undefined()) missing[count++] = s.parameters[i];
  }
  Text names;
  for (int i = 0; i < count; ++i) {
    if (i > 0) names.append(i < count - 1 ? ", " : count == 2 ? " and " : ", and ");
    names.append('\'');
    names.append(missing[i]);
    names.append('\'');
  }
  names.append('\0');
  return raise_false(exc::TypeError, "%s() missing %d required positional argument%s: %s", s.function, count, count == 1 ? "" : "s", names.data);
}

}  // namespace

bool bind_slow(const Signature& s, const Value* args, uint32_t n, Tuple* kwnames, Value* out) {
  for (uint32_t i = 0; i < s.count; ++i) out[i] = i < n && i < s.positional ? args[i] : Undefined;
  int64_t keywords = kwnames ? kwnames->length : 0;
  for (int64_t i = 0; i < keywords; ++i) {
    Str* name = as_str(kwnames->items()[i]);
    int at = find_parameter(s, name);
    if (at < 0) {
      return raise_false(exc::TypeError, "%s() got an unexpected keyword argument '%U'", s.function, name);
    }
    if (!out[at].is_undefined()) {
      return raise_false(exc::TypeError, "%s() got multiple values for argument '%U'", s.function, name);
    }
    out[at] = args[n + i];
  }
  if (n > s.positional) return raise_too_many(s, n);
  for (uint32_t i = 0; i < s.required; ++i) {
    if (out[i].is_undefined()) return raise_missing(s, out);
  }
  return true;
}

bool seconds_from(Value timeout, double& out) {
  if (is_int(timeout)) {
    bool overflow = false;
    out = int_to_double(plain_int(timeout), overflow);
    if (overflow) out = HUGE_VAL;
  } else if (is_float(timeout)) {
    out = float_value(timeout);
  } else {
    // What the integer path of the conversion says, since a float it is not.
    Ref index = to_index(timeout);
    if (index.is_error()) return false;
    return seconds_from(index, out);
  }
  if (std::isnan(out)) return raise_false(exc::ValueError, "Invalid value NaN (not a number)");
  // As CPython 3.11.7 says it; 3.11.2 has one message for both.
  if (std::fabs(out) >= 9223372036854775808.0) return raise_false(exc::OverflowError, "timestamp out of range for platform time_t");
  if (std::fabs(out) >= 9223372036.854775807) return raise_false(exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
  if (out > timeout_max) return raise_false(exc::OverflowError, "timeout value is too large");
  return true;
}

bool deadline_from(Value timeout, portalis::Deadline& out) {
  if (!is_given(timeout)) {
    out = portalis::Deadline::never();
    return true;
  }
  if (!is_int(timeout) && !is_float(timeout)) {
    // Whatever supports comparison with 0 and conversion may be a time limit.
    Ref positive = gt(timeout, small_int(0));
    if (positive.is_error()) return false;
  }
  double seconds = 0;
  bool past = is_float(timeout) && !(float_value(timeout) > 0);    // `timeout > 0` is asked first, so NaN is no error
  if (!past && !seconds_from(timeout, seconds)) return false;
  out = portalis::Deadline::after_seconds(seconds);
  return true;
}

Value raise_plain(Type& type) {
  Ref exception = call(value_of(type));
  return exception.is_error() ? Error : raise_value(exception);
}

Value make_text(const char* format, ...) {
  char buffer[256];
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(buffer, sizeof buffer, format, arguments);
  va_end(arguments);
  return make_str({buffer, std::min(size_t(size), sizeof buffer - 1)});
}

void add_python_class(Module* module, Type& type, const char* module_name) {
  module_add_type(module, type);
  dict_set(type.dict.peek().as<Dict>(), dunder::module, object_value(intern(module_name)));
}

const char* short_type_name(Value v) {
  const char* name = type_of(v)->name;
  const char* dot = strrchr(name, '.');
  return dot ? dot + 1 : name;
}

Value module_attribute(const char* module, const char* name) {
  Ref imported = import_module(intern(module));
  if (imported.is_error()) return Error;
  return get_attribute(imported, intern(name));
}

bool run_method(Value self, Str* name) {
  Ref result = call_method(self, name);
  return !result.is_error();
}

bool run_method(Value self, Str* name, Value a) {
  Ref result = call_method(self, name, a);
  return !result.is_error();
}

}  // namespace py
