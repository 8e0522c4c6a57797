// The type float: construction, slots, methods.
#include <cmath>

#include "runtime/object/own_init.hpp"
#include "runtime/object/buffer.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/float_internal.hpp"
#include "runtime/types/format_spec.hpp"

namespace py {

Value make_float_slow(double d) {
  Float* f = allocate<Float>(&float_type);
  f->value = d;
  return object_value(f);
}

namespace {

using Operation = Value (*)(double, double);
template <Operation operation>
Value float_binary(Value a, Value b) {
  double x, y;
  int ok = float_operand(a, x);
  if (ok > 0) ok = float_operand(b, y);
  return ok > 0 ? operation(x, y) : ok == 0 ? NotImplemented : Error;
}

Value add_doubles(double a, double b) { return make_float(a + b); }
Value subtract_doubles(double a, double b) { return make_float(a - b); }
Value multiply_doubles(double a, double b) { return make_float(a * b); }
Value divide_doubles(double a, double b) {
  return b == 0 ? raise(exc::ZeroDivisionError, "float division by zero") : make_float(a / b);
}
Value floor_divide_doubles(double a, double b) {
  return b == 0 ? raise(exc::ZeroDivisionError, "float floor division by zero") : make_float(float_floor_divide(a, b));
}
Value modulo_doubles(double a, double b) {
  return b == 0 ? raise(exc::ZeroDivisionError, "float modulo") : make_float(float_modulo(a, b));
}
Value divmod_doubles(double a, double b) {
  if (b == 0) return raise(exc::ZeroDivisionError, "float divmod()");
  Ref quotient = make_float(float_floor_divide(a, b)), rest = make_float(float_modulo(a, b));
  return tuple_of(quotient, rest);
}
Value power_slot(Value a, Value b, Value modulus) {
  if (!modulus.is_none())
    return raise(exc::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  return float_binary<float_power>(a, b);
}

Value negative_slot(Value a) { return make_float(-float_value(a)); }
Value absolute_slot(Value a) { return make_float(std::fabs(float_value(a))); }
Value itself(Value a) { return is_exact_float(a) ? incref(a) : make_float(float_value(a)); }
Value to_int_slot(Value a) { return int_from_double(float_value(a)); }
Truth truth_slot(Value a) { return float_value(a) != 0; }
int64_t hash_slot(Value a) { return hash_double(float_value(a), a); }
Value repr_slot(Value a) {
  char text[32];
  return make_str_ascii(text, float_repr(float_value(a), text));
}

Value compare_slot(Value a, Value b, Compare op) {
  double x = float_value(a);
  int order;                                             // 2: unordered
  if (is_float(b)) {
    double y = float_value(b);
    order = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  } else if (is_int(b)) {
    order = x != x ? 2 : -int_compare_double(b, x);
  } else {
    return NotImplemented;
  }
  switch (op) {
    case Compare::lt: return boolean(order == -1);
    case Compare::le: return boolean(order <= 0);
    case Compare::eq: return boolean(order == 0);
    case Compare::ne: return boolean(order != 0);
    case Compare::gt: return boolean(order == 1);
    case Compare::ge: return boolean(order == 0 || order == 1);
  }
  __builtin_unreachable();
}


Value method_itself(const Value* args, uint32_t) { return itself(args[0]); }
Value get_zero(Value) { return make_float(0.0); }
Value trunc_method(const Value* args, uint32_t) { return int_from_double(float_value(args[0])); }
Value floor_method(const Value* args, uint32_t) { return int_from_double(std::floor(float_value(args[0]))); }
Value ceil_method(const Value* args, uint32_t) { return int_from_double(std::ceil(float_value(args[0]))); }
Value is_integer(const Value* args, uint32_t) {
  double d = float_value(args[0]);
  return boolean(std::isfinite(d) && std::floor(d) == d);
}
Value round_method(const Value* args, uint32_t n) {
  double d = float_value(args[0]);
  if (n < 2 || args[1].is_none()) return int_from_double(std::nearbyint(d));
  int64_t digits;
  return to_index_int64(args[1], digits, true) ? round_double(d, digits) : Error;
}
Value as_integer_ratio(const Value* args, uint32_t) {
  double d = float_value(args[0]);
  if (d != d) return raise(exc::ValueError, "cannot convert NaN to integer ratio");
  if (std::isinf(d)) return raise(exc::OverflowError, "cannot convert Infinity to integer ratio");
  int exponent;
  double fraction = std::frexp(d, &exponent);
  for (int i = 0; i < 300 && fraction != std::floor(fraction); ++i) {
    fraction *= 2;
    --exponent;
  }
  Ref numerator = int_from_double(fraction), denominator = small_int(1);
  Ref shift = small_int(exponent < 0 ? -exponent : exponent);
  Ref& scaled = exponent < 0 ? denominator : numerator;
  scaled = Ref(int_left_shift(scaled, shift));
  return scaled.is_error() ? Error : tuple_of(numerator, denominator);
}
Value getnewargs(const Value* args, uint32_t) {
  Ref plain = itself(args[0]);
  return tuple_of(plain);
}
Value format_method(const Value* args, uint32_t) {
  Str* spec = as_str(args[1]);
  if (!spec) return raise(exc::TypeError, "__format__() argument must be str, not %A", args[1]);
  return format_float(args[0], spec);
}
Value getformat(const Value* args, uint32_t) {
  Str* kind = as_str(args[1]);
  if (!kind) return raise(exc::TypeError, "__getformat__() argument must be str, not %A", args[1]);
  if (!str_equal_ascii(kind, "double") && !str_equal_ascii(kind, "float"))
    return raise(exc::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
  return make_str("IEEE, little-endian");
}

const NativeDef float_methods[] = {
    PY_NOARGS("conjugate", method_itself),
    PY_NOARGS("__trunc__", trunc_method),
    PY_NOARGS("__floor__", floor_method),
    PY_NOARGS("__ceil__", ceil_method),
    PY_RANGE("__round__", round_method, 0, 1),
    PY_NOARGS("as_integer_ratio", as_integer_ratio),
    {"fromhex", float_fromhex, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},
    PY_NOARGS("hex", float_hex),
    PY_NOARGS("is_integer", is_integer),
    PY_NOARGS("__getnewargs__", getnewargs),
    {"__getformat__", getformat, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},
    PY_ONE("__format__", format_method),
    {},
};
const GetSetDef float_getsets[] = {{"real", itself, nullptr}, {"imag", get_zero, nullptr}, {}};

Value float_from_object(Value v) {
  if (is_exact_float(v)) return incref(v);
  double d;
  Type* type = type_of(v);
  // float() asks __float__ of subclasses too, where arithmetic takes their value.
  if (type->number.to_float && type->flags & type_is_heap) return float_by_method(v, d) ? make_float(d) : Error;
  if (Str* text = as_str(v)) return float_from_text(text, v, d) ? make_float(d) : Error;
  if (!type->number.to_float && !type->number.index && !is_int(v)) {
    if (!is_bytes_like(v)) return raise(exc::TypeError, "float() argument must be a string or a real number, not '%T'", v);
    Buffer buffer;
    if (!get_buffer(v, buffer)) return Error;
    // Bytes beyond ASCII are no number, whatever Latin-1 would make of them (0xa0 a blank).
    for (int64_t i = 0; i < buffer.size; ++i)
      if (buffer.data[i] >= 0x80) return raise(exc::ValueError, "could not convert string to float: %R", v);
    Ref text = make_str_latin1(buffer.data, buffer.size);
    return !text.is_error() && float_from_text(text.as<Str>(), v, d) ? make_float(d) : Error;
  }
  return to_double(v, d) ? make_float(d) : Error;
}

}  // namespace

Value float_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("float", kwnames, cls, float_type) || !check_positional("float", n, 0, 1)) return Error;
  Ref result = n == 0 ? make_float(0.0) : float_from_object(args[0]);
  if (result.is_error() || cls == &float_type) return result.take();
  return make_wrapped(cls, result.take());
}

constinit Type float_type{{
    .name = "float",
    .instance_size = sizeof(Float),
    .flags = type_is_base | kind_float,
    .base = &object_type,
    .doc = "Convert a string or number to a floating point number, if possible.",
    .create = float_create,
    .dealloc = free_object,
    .repr = repr_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .number = {.add = float_binary<add_doubles>,
               .subtract = float_binary<subtract_doubles>,
               .multiply = float_binary<multiply_doubles>,
               .true_divide = float_binary<divide_doubles>,
               .floor_divide = float_binary<floor_divide_doubles>,
               .remainder = float_binary<modulo_doubles>,
               .divmod = float_binary<divmod_doubles>,
               .power = power_slot,
               .negative = negative_slot,
               .positive = itself,
               .absolute = absolute_slot,
               .to_int = to_int_slot,
               .to_float = itself},
    .methods = float_methods,
    .getsets = float_getsets,
}};

}  // namespace py
