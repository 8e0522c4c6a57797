// abs, bin, chr, divmod, hex, oct, ord, pow, round.
#include <cmath>

#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/numbers.hpp"

namespace py {

namespace {

Value abs_function(const Value* args, uint32_t) {
  if (args[0].is_inline_float()) return make_float(std::fabs(args[0].inline_float()));
  return absolute(args[0]);
}

Value based(Value v, int base, const char* prefix) {
  Ref n = to_index(v);
  if (n.is_error()) return Error;
  std::string text;
  if (!append_int(text, n, base)) return Error;
  text.insert(text[0] == '-' ? 1 : 0, prefix);
  return make_str_ascii(text.data(), text.size());
}
Value bin_function(const Value* args, uint32_t) { return based(args[0], 2, "0b"); }
Value oct_function(const Value* args, uint32_t) { return based(args[0], 8, "0o"); }
Value hex_function(const Value* args, uint32_t) { return based(args[0], 16, "0x"); }

Value chr_function(const Value* args, uint32_t) {
  int c;
  if (!int_argument(args[0], c)) return Error;
  if (c < 0 || c > 0x10ffff) return raise(exc::ValueError, "chr() arg not in range(0x110000)");
  return make_str_code_point(static_cast<uint32_t>(c));
}

Value ord_function(const Value* args, uint32_t) {
  int64_t length;
  if (Str* s = as_str(args[0])) {
    if (s->length == 1) return small_int(s->at(0));
    length = s->length;
  } else if (Bytes* b = as_bytes(args[0])) {
    if (b->length == 1) return small_int(b->data()[0]);
    length = b->length;
  } else if (has_flag(args[0], kind_bytearray)) {
    length = py::length(args[0]);
    if (length == 1) return get_item(args[0], small_int(0));
  } else {
    return raise(exc::TypeError, "ord() expected string of length 1, but %T found", args[0]);
  }
  return raise(exc::TypeError, "ord() expected a character, but string of length %l found", length);
}

Value divmod_function(const Value* args, uint32_t) { return divide_modulo(args[0], args[1]); }

Value pow_function(const Value* args, uint32_t) {
  if (args[2].is_undefined() || args[2].is_none()) return power(args[0], args[1]);
  return power_mod(args[0], args[1], args[2]);
}

Value round_function(const Value* args, uint32_t) {
  Value v = args[0], digits = args[1];
  bool whole = digits.is_undefined() || digits.is_none();
  if (is_exact_float(v)) {
    double d = float_value(v);
    if (whole) return int_from_double(std::nearbyint(d));
    int64_t places;
    return to_index_int64(digits, places, true) ? round_double(d, places) : Error;
  }
  if (is_exact_int(v) && whole) return incref(v);
  static Str* const name = intern("__round__");
  Value result = whole ? call_special(v, name) : call_special(v, name, &digits, 1);
  return result.is_undefined() ? raise(exc::TypeError, "type %T doesn't define __round__ method", v) : result;
}

}  // namespace

const NativeDef number_builtins[] = {
    PY_ONE("abs", abs_function),
    PY_ONE("bin", bin_function),
    PY_ONE("chr", chr_function),
    PY_RANGE("divmod", divmod_function, 2, 2),
    PY_ONE("hex", hex_function),
    PY_ONE("oct", oct_function),
    PY_ONE("ord", ord_function),
    PY_KEYWORDS("pow", pow_function, "base, exp, mod="),
    PY_KEYWORDS("round", round_function, "number, ndigits="),
    {},
};

}  // namespace py
