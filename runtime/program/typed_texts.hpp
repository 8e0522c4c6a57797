// Typed versions: strs, and values that are compared with each other. As all of typed.hpp, nothing here runs Python code or leaves an
// exception pending.
#pragma once

#include "runtime/program/typed_loops.hpp"

namespace py::typed {

// ---- == and != of any two values; false where only code of the program could tell ----
bool equal_other(Value a, Value b, bool& out);
inline bool equal(Value a, Value b, bool& out) {
  if (!is_exactly(a, str_type) || !is_exactly(b, str_type)) return equal_other(a, b, out);
  out = a.same(b) || str_equal(a.as<Str>(), b.as<Str>());
  return true;
}
inline bool unequal(Value a, Value b, bool& out) {
  bool known = equal(a, b, out);
  out = !out;
  return known;
}

// ---- strs: false, or Undefined, for anything else and where an exception is due ----
// <0, 0, >0
inline bool order(Value a, Value b, int& out) {
  if (!is_exactly(a, str_type) || !is_exactly(b, str_type)) return false;
  out = str_order(a.as<Str>(), b.as<Str>());
  return true;
}
// s[index]; owned.
inline Value character(Value s, int64_t index) {
  if (!is_exactly(s, str_type)) return Undefined;
  const Str* text = s.as<Str>();
  if (index < 0) index += text->length;
  return static_cast<uint64_t>(index) < static_cast<uint64_t>(text->length) ? str_char(text, index) : Undefined;
}
// data[index] of bytes
inline bool byte(Value data, int64_t index, int64_t& out) {
  if (!is_exactly(data, bytes_type)) return false;
  const Bytes* bytes = data.as<Bytes>();
  if (index < 0) index += bytes->length;
  if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(bytes->length)) return false;
  return out = bytes->data()[index], true;
}
// ord(s)
inline bool ordinal(Value s, int64_t& out) {
  if (!is_exactly(s, str_type) || s.as<Str>()->length != 1) return false;
  out = s.as<Str>()->at(0);
  return true;
}
// chr(code); owned.
inline Value character_of(int64_t code) {
  if (static_cast<uint64_t>(code) < 256) return latin1_char(static_cast<uint8_t>(code));
  return static_cast<uint64_t>(code) < 0x110000 ? unless_error(make_str_code_point(static_cast<uint32_t>(code))) : Undefined;
}
// str(n); owned.
Value text_of(int64_t n);
// a + b; owned.
inline Value concatenated(Value a, Value b) {
  return is_exactly(a, str_type) && is_exactly(b, str_type) ? unless_error(str_concat(a.as<Str>(), b.as<Str>())) : Undefined;
}
// a += b, for a variable that the result will overwrite at once; owned.
inline Value appended(Value a, Value b) {
  return is_exactly(a, str_type) && is_exactly(b, str_type) ? unless_error(str_inplace_add(a, b.as<Str>())) : Undefined;
}
// One of the methods of str that look at nothing but their arguments: strs, small ints, None, and lists and tuples whose items
// are only looked at. Owned.
inline bool is_plain_argument(Value v) {
  return !v.is_object() || is_exactly(v, str_type) || is_exactly(v, list_type) || is_exactly(v, tuple_type);
}
template <class... Arguments>
Value text_method(MethodSite& site, Str* name, Value s, const Arguments&... arguments) {
  if (!is_exactly(s, str_type) || !(is_plain_argument(arguments) && ...)) return Undefined;
  return unless_error(invoke_method(site, name, s, arguments...));
}

}  // namespace py::typed
