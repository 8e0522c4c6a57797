// repr(), str(), ascii() and format() of arbitrary values (Objects/object.c, Objects/abstract.c).
#include <cstdio>

#include "runtime/object/class.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

namespace py {

static Value checked(Value r, const char* method) {
  if (r.is_error() || as_str(r)) return r;
  Ref wrong = r;
  return raise(exc::TypeError, "%s returned non-string (type %T)", method, r);
}

Value repr(Value v) {
  Type* t = type_of(v);
  if (!t->repr) [[unlikely]] ensure_ready(t);
  RecursionGuard guard(" while getting the repr of an object");
  return guard.ok ? checked(t->repr(v), "__repr__") : Error;
}

Value str(Value v) {
  if (is_exactly(v, str_type)) return incref(v);
  Type* t = type_of(v);
  if (!t->str) [[unlikely]] ensure_ready(t);
  if (v.is_small_int()) return t->str(v);
  RecursionGuard guard(" while getting the str of an object");
  return guard.ok ? checked(t->str(v), "__str__") : Error;
}

Value ascii(Value v) {
  Ref text = repr(v);
  if (text.is_error()) return Error;
  Str* s = as_str(text);
  if (s->is_ascii()) return text.take();
  Text out;
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    char escape[12];
    if (c < 0x80) out.append(static_cast<char>(c));
    else out.append({escape, static_cast<size_t>(std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c))});
  }
  return out.to_str();
}

Value format(Value v, Value spec) {
  Str* s = as_str(spec);
  if (s && s->length == 0) {
    if (is_exactly(v, str_type)) return incref(v);
    if (v.is_small_int() || is_exactly(v, int_type)) return str(v);
  }
  Ref r = call_special(v, dunder::format, &spec, 1);
  if (r.is_undefined()) return raise(exc::TypeError, "Type %T doesn't define __format__", v);
  if (r.is_error()) return Error;
  if (!as_str(r)) return raise(exc::TypeError, "__format__ must return a str, not %T", r.get());
  return r.take();
}

}  // namespace py
