// Builtin functions that emitted code calls without a detour over the function object, where the arguments are of the
// usual types; everything else goes to `function`, the builtin itself. compiler/emission/builtins.cpp lists them.
#pragma once

#include "runtime/object/container_inline.hpp"

namespace py {

inline Value builtin_len(Value, Value v) {
  int64_t n = length_inline(v);
  return n < 0 ? Error : make_int(n);
}

inline Value builtin_isinstance(Value, Value v, Value cls) {
  if (v.is_object() && object_value(type_of(v)).same(cls)) return True;   // whatever the class of cls says
  Truth r = is_instance(v, cls);
  return r < 0 ? Error : boolean(r);
}

inline Value builtin_abs(Value, Value v) {
  if (v.is_small_int()) return make_int(v.small_int() < 0 ? -v.small_int() : v.small_int());
  if (v.is_inline_float()) return make_float(__builtin_fabs(v.inline_float()));
  return absolute(v);
}

// The first wins among equals. Undefined: not both inline ints or both inline floats.
inline Value lesser(Value a, Value b) {
  if (a.bits & b.bits & 1) return static_cast<int64_t>(b.bits) < static_cast<int64_t>(a.bits) ? b : a;
  if (a.is_inline_float() && b.is_inline_float()) return b.inline_float() < a.inline_float() ? b : a;
  return Undefined;
}
inline Value greater(Value a, Value b) {
  if (a.bits & b.bits & 1) return static_cast<int64_t>(b.bits) > static_cast<int64_t>(a.bits) ? b : a;
  if (a.is_inline_float() && b.is_inline_float()) return b.inline_float() > a.inline_float() ? b : a;
  return Undefined;
}
inline Value builtin_min(Value function, Value a, Value b) {
  Value r = lesser(a, b);
  return r.is_undefined() ? call(function, a, b) : r;
}
inline Value builtin_max(Value function, Value a, Value b) {
  Value r = greater(a, b);
  return r.is_undefined() ? call(function, a, b) : r;
}
// With three, only ints among each other and floats among each other.
inline Value builtin_min(Value function, Value a, Value b, Value c) {
  bool same = (a.bits & b.bits & c.bits & 1) || (a.is_inline_float() && b.is_inline_float() && c.is_inline_float());
  return same ? lesser(lesser(a, b), c) : call(function, a, b, c);
}
inline Value builtin_max(Value function, Value a, Value b, Value c) {
  bool same = (a.bits & b.bits & c.bits & 1) || (a.is_inline_float() && b.is_inline_float() && c.is_inline_float());
  return same ? greater(greater(a, b), c) : call(function, a, b, c);
}

// A str of one character or an int.
inline Value builtin_ord(Value function, Value v) {
  if (is_exactly(v, str_type) && v.as<Str>()->length == 1) return small_int(v.as<Str>()->at(0));
  return call(function, v);
}

inline Value builtin_int(Value function, Value v) {
  if (v.is_small_int()) return v;
  if (v.is_inline_float() && __builtin_fabs(v.inline_float()) < 4e18) return make_int(static_cast<int64_t>(v.inline_float()));
  return call(function, v);
}

inline Value builtin_float(Value function, Value v) {
  if (v.is_inline_float()) return v;
  if (v.is_small_int()) return make_float(static_cast<double>(v.small_int()));
  return call(function, v);
}

inline Value builtin_hash(Value, Value v) {
  int64_t h = hash(v);
  return h == -1 ? Error : make_int(h);
}

inline Value builtin_dict(Value function, Value v) {
  return is_exactly(v, dict_type) ? dict_copy(v.as<Dict>()) : call(function, v);
}

inline Value builtin_bool(Value, Value v) {
  Truth r = truth(v);
  return r < 0 ? Error : boolean(r);
}

inline Value builtin_str(Value, Value v) { return str(v); }

// sum() over a generator expression in place; the sum is Undefined before the first element.
inline Value sum_step(Value sum, Value item, Value start) { return add(sum.is_undefined() ? start : sum, item); }
inline Value sum_result(Value sum, Value start) { return incref(sum.is_undefined() ? start : sum); }
// min() or max() of nothing: raises what the builtin raises. True.
inline bool raise_empty(Value function) {
  Ref nothing = make_tuple(nullptr, 0);
  Ref raised = call(function, nothing);
  return raised.is_error();
}

}  // namespace py
