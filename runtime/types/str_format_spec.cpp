// str.__format__.
#include "runtime/types/format_spec.hpp"
#include "runtime/types/str_methods.hpp"

namespace py {

Value format_str(Str* s, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(object_value(s), text, 's', '<', spec)) return Error;
  if (spec.type != 's') return raise_unknown_format_code(object_value(s), spec.type);
  if (spec.sign) {
    return raise(exc::ValueError, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                                   : "Sign not allowed in string format specifier");
  }
  if (spec.no_negative_zero) return raise(exc::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return raise(exc::ValueError, "'=' alignment not allowed in string format specifier");
  int64_t length = spec.precision >= 0 && spec.precision < s->length ? spec.precision : s->length;
  if (spec.width <= length) return str_slice(s, 0, length);
  Padding padding = padding_for(spec, length);
  StrBuilder out;
  out.append_repeated(spec.fill, padding.before);
  out.append(s, 0, length);
  out.append_repeated(spec.fill, padding.after);
  return out.finish();
}

}  // namespace py
