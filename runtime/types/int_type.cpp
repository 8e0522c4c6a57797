// The types int and bool: construction and slots.
#include "runtime/object/deprecation.hpp"
#include "runtime/object/buffer.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/int_internal.hpp"

namespace py {

namespace {

// Slots get either operand first; anything that is no int is for the other operand's type to handle.
template <Value (*operation)(Value, Value)>
Value int_binary(Value a, Value b) {
  if (!is_int(a) || !is_int(b)) return NotImplemented;
  return operation(plain_int(a), plain_int(b));
}
template <Value (*operation)(Value)>
Value int_unary(Value a) { return operation(plain_int(a)); }
template <magnitude::BitOp op>
Value int_bits(Value a, Value b) {
  if (!is_int(a) || !is_int(b)) return NotImplemented;
  return int_bitwise(op, plain_int(a), plain_int(b));
}

Value divmod_pair(Value a, Value b) {
  Value quotient, remainder;
  if (!int_divmod(a, b, quotient, remainder)) return Error;
  Value pair[] = {quotient, remainder};
  return make_tuple_owned(pair, 2);
}

Value power_slot(Value a, Value b, Value modulus) {
  if (!is_int(a) || !is_int(b)) return NotImplemented;
  if (modulus.is_none()) return int_power(plain_int(a), plain_int(b));
  if (!is_int(modulus)) return NotImplemented;
  return int_power_mod(plain_int(a), plain_int(b), plain_int(modulus));
}

Value itself(Value a) { return incref(plain_int(a)); }
Value to_float_slot(Value a) {
  bool overflow;
  double d = int_to_double(a, overflow);
  return overflow ? raise(exc::OverflowError, "int too large to convert to float") : make_float(d);
}

Value compare_slot(Value a, Value b, Compare op) {
  if (!is_int(a) || !is_int(b)) return NotImplemented;
  int order = int_compare(plain_int(a), plain_int(b));
  switch (op) {
    case Compare::lt: return boolean(order < 0);
    case Compare::le: return boolean(order <= 0);
    case Compare::eq: return boolean(order == 0);
    case Compare::ne: return boolean(order != 0);
    case Compare::gt: return boolean(order > 0);
    case Compare::ge: return boolean(order >= 0);
  }
  __builtin_unreachable();
}

Truth truth_slot(Value a) { return plain_int(a).bits != 1; }

Value int_from_buffer(Value v, int base, bool& handled) {
  handled = is_bytes_like(v);
  if (!handled) return Undefined;
  Buffer buffer;
  if (!get_buffer(v, buffer)) return Error;
  return int_from_bytes_text({reinterpret_cast<const char*>(buffer.data), static_cast<size_t>(buffer.size)}, base, v);
}

Value checked_int_result(Ref result, const char* method) {
  if (result.is_error()) return Error;
  if (!is_int(result)) return raise(exc::TypeError, "%s returned non-int (type %T)", method, result.get());
  if (!is_exact_int(result) && !warn_strict_subclass(method, "int", result)) return Error;
  return incref(plain_int(result));
}

}  // namespace

Value int_from_object(Value v) {
  if (is_exact_int(v)) return incref(v);
  Type* type = type_of(v);
  if (type->number.to_int == int_type.number.to_int) return incref(plain_int(v));   // a subclass that inherits it
  if (type->number.to_int) return checked_int_result(type->number.to_int(v), "__int__");
  if (type->number.index) return checked_int_result(type->number.index(v), "__index__");
  static Str* const trunc = intern("__trunc__");
  Ref truncated = call_special(v, trunc);
  if (truncated.is_error()) return Error;
  if (!truncated.is_undefined()) {
    if (!warn_deprecated("The delegation of int() to __trunc__ is deprecated.")) return Error;
    if (is_int(truncated)) return incref(plain_int(truncated));
    if (!type_of(truncated)->number.index)
      return raise(exc::TypeError, "__trunc__ returned non-Integral (type %T)", truncated.get());
    return to_index(truncated);
  }
  if (Str* text = as_str(v)) return int_from_text(text, 10, v);
  bool handled;
  Value parsed = int_from_buffer(v, 10, handled);
  if (handled) return parsed;
  return raise(exc::TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

Value int_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref result;
  if (n == 1 && !kwnames) [[likely]] {
    result = int_from_object(args[0]);
  } else {
    static constexpr NativeDef def = PY_KEYWORDS("int", nullptr, "x=, /, base=");
    Value bound[2];
    if (!bind_arguments(def, args, n, kwnames, bound)) return Error;
    if (bound[1].is_undefined()) {
      result = bound[0].is_undefined() ? small_int(0) : int_from_object(bound[0]);
    } else {
      if (bound[0].is_undefined()) return raise(exc::TypeError, "int() missing string argument");
      int64_t base;
      if (!to_index_int64(bound[1], base, true)) return Error;
      if ((base != 0 && base < 2) || base > 36) return raise(exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
      if (Str* text = as_str(bound[0])) {
        result = int_from_text(text, static_cast<int>(base), bound[0]);
      } else if (as_bytes(bound[0]) || has_flag(bound[0], kind_bytearray)) {
        bool handled;
        result = int_from_buffer(bound[0], static_cast<int>(base), handled);
      } else {
        return raise(exc::TypeError, "int() can't convert non-string with explicit base");
      }
    }
  }
  if (result.is_error() || cls == &int_type) return result.take();
  return make_wrapped(cls, result.take());
}

constinit Type int_type{{
    .name = "int",
    .instance_size = sizeof(BigInt),
    .flags = type_is_base | kind_int,
    .base = &object_type,
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no "
           "arguments are given.",
    .create = int_create,
    .dealloc = free_object,
    .repr = int_repr,
    .hash = int_hash,
    .compare = compare_slot,
    .truth = truth_slot,
    .number = {.add = int_binary<int_add>,
               .subtract = int_binary<int_subtract>,
               .multiply = int_binary<int_multiply>,
               .true_divide = int_binary<int_true_divide>,
               .floor_divide = int_binary<int_floor_divide>,
               .remainder = int_binary<int_remainder>,
               .divmod = int_binary<divmod_pair>,
               .left_shift = int_binary<int_left_shift>,
               .right_shift = int_binary<int_right_shift>,
               .bit_and = int_bits<magnitude::BitOp::and_op>,
               .bit_or = int_bits<magnitude::BitOp::or_op>,
               .bit_xor = int_bits<magnitude::BitOp::xor_op>,
               .power = power_slot,
               .negative = int_unary<int_negate>,
               .positive = itself,
               .absolute = int_unary<int_absolute>,
               .invert = int_unary<int_invert>,
               .index = itself,
               .to_int = itself,
               .to_float = to_float_slot},
    .methods = int_methods,
    .getsets = int_getsets,
}};

namespace {

Value bool_create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("bool", kwnames) || !check_positional("bool", n, 0, 1)) return Error;
  if (n == 0) return False;
  Truth t = truth(args[0]);
  return t < 0 ? Error : boolean(t);
}

Value bool_repr(Value v) {
  static Str* const text[] = {intern("False"), intern("True")};
  return object_value(text[v.is_true()]);
}

template <magnitude::BitOp op>
Value bool_bits(Value a, Value b) {
  if (!a.is_bool() || !b.is_bool()) return int_bits<op>(a, b);
  bool x = a.is_true(), y = b.is_true();
  return boolean(op == magnitude::BitOp::and_op ? x && y : op == magnitude::BitOp::or_op ? x || y : x != y);
}

}  // namespace

constinit Type bool_type{{
    .name = "bool",
    .instance_size = sizeof(Object),
    .flags = kind_int,
    .base = &int_type,
    .doc = "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.",
    .create = bool_create,
    .repr = bool_repr,
    .number = {.bit_and = bool_bits<magnitude::BitOp::and_op>,
               .bit_or = bool_bits<magnitude::BitOp::or_op>,
               .bit_xor = bool_bits<magnitude::BitOp::xor_op>},
}};

}  // namespace py
