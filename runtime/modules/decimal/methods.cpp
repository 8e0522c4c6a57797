// Methods of Decimal for the usual cases. Each passes on the others (NaN and infinity, many digits, limits of the context,
// traps, other types) to the method that stdlib/decimal.py had given the class under the same name.
#include "runtime/modules/decimal/methods.hpp"

#include "runtime/modules/decimal/values.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/text.hpp"

namespace py::decimal {
namespace {

enum Method { add_, radd, sub, rsub, mul, rmul, truediv, rtruediv, lt_, le_, eq_, ne_, gt_, ge_, str_, quantize_, new_, method_count };
Slot complete[method_count];             // the methods in Python

using Operation = bool (*)(const Number&, const Number&, Precision&, Number&);

// A binary slot: one of the two is a Decimal, or an instance of a class derived from it.
template <Method method, Operation operation>
Value arithmetic(Value left, Value right) {
  Number a, b, result;
  Precision precision;
  if (read(left, a) && read(right, b)) {
    const Settings* settings = current_settings(None, precision);
    if (settings && operation(a, b, precision, result)) {
      Value made = finish(result, settings, precision);
      if (!made.is_none()) return made;
    }
  }
  if (is_subtype(type_of(left), decimal_type())) return call(complete[method].peek(), left, right);
  return call(complete[method + 1].peek(), right, left);
}
bool subtract(const Number& a, const Number& b, Precision& precision, Number& difference) {
  return add(a, {!b.negative, b.coefficient, b.exponent}, precision, difference);
}

Value compared(Value self, Value other, Compare op) {
  Number a, b;
  int order;
  if (read(self, a) && read(other, b) && compare(a, b, order)) return boolean(holds(op, order, 0));
  if (op != Compare::ne) return call(complete[lt_ + static_cast<int>(op)].peek(), self, other);
  Ref equal = call(complete[eq_].peek(), self, other);
  return equal.is_error() || equal.get().is_not_implemented() ? equal.take() : boolean(!equal.get().is_true());
}

// quantize(exp, rounding=None, context=None)
Value quantize(const Value* args, uint32_t n, Tuple* kwnames) {
  Number number, like, result;
  Precision precision;
  if (!kwnames && (n == 2 || n == 3) && read(args[0], number) && read(args[1], like)) {
    const Settings* settings = current_settings(n == 3 ? args[2] : None, precision);
    if (settings && rescale(number, like.exponent, precision, result)) {
      Value made = finish(result, settings, precision);
      if (!made.is_none()) return made;
    }
  }
  return call(complete[quantize_].peek(), args, n, kwnames);
}

// The Decimal of an int, or of a text such as "-12.50"; other texts are left to the parser.
Value from_plain(Value given) {
  Number whole;
  if (given.is_small_int()) return read(given, whole) ? make(whole) : None;
  if (!is_exactly(given, str_type) || !given.as<Str>()->is_ascii()) return None;
  std::string_view text = given.as<Str>()->ascii();
  Number n{!text.empty() && text[0] == '-', 0, 0};
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || text.size() > most_digits) return None;
  int64_t fraction = -1;
  for (char c : text) {
    if (c == '.' && fraction < 0) {
      fraction = 0;
      continue;
    }
    if (c < '0' || c > '9') return None;
    n.coefficient = n.coefficient * 10 + static_cast<unsigned>(c - '0');
    if (fraction >= 0) ++fraction;
  }
  if (text.size() == 1 && fraction == 0) return None;    // a point alone
  n.exponent = fraction > 0 ? -fraction : 0;
  return make(n);
}

Value made_new(const Value* args, uint32_t n, Tuple* kwnames) {
  Value made = n == 2 && !kwnames && args[0].same(known.decimal.peek()) ? from_plain(args[1]) : None;
  return made.is_none() ? call(complete[new_].peek(), args, n, kwnames) : made;
}

// str() of a number that is written without an exponent.
Value to_text(Value decimal) {
  Number n;
  if (!read(decimal, n) || n.exponent > 0) return None;
  char buffer[most_digits + 10];
  char* const end = buffer + sizeof buffer;
  char* at = end;
  int digits = digits_of(n.coefficient);
  int64_t fraction = -n.exponent;
  if (digits - fraction <= -6) return None;
  auto write = [&](int count) {
    for (; count > 0; --count, n.coefficient /= 10) *--at = static_cast<char>('0' + static_cast<int>(n.coefficient % 10));
  };
  if (fraction) {
    write(static_cast<int>(fraction));
    *--at = '.';
  }
  write(digits > fraction ? digits - static_cast<int>(fraction) : 1);
  if (n.negative) *--at = '-';
  return make_str_ascii(at, static_cast<size_t>(end - at));
}

Value text(Value self) {
  Value plain = to_text(self);
  return plain.is_none() ? call(complete[str_].peek(), self) : plain;
}

constexpr const char* names[] = {        // in the order of Method
    "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__",
    "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__", "__str__", "quantize", "__new__",
};
constexpr NativeDef functions[] = {PY_RAW("quantize", quantize), PY_RAW("__new__", made_new)};

// Dunders lead to slots, as those of built-in classes do, so that operators need not look them up.
void* slot_of(Method method) {
  switch (method) {
    case add_: case radd: return reinterpret_cast<void*>(&arithmetic<add_, add>);
    case sub: case rsub: return reinterpret_cast<void*>(&arithmetic<sub, subtract>);
    case mul: case rmul: return reinterpret_cast<void*>(&arithmetic<mul, multiply>);
    case truediv: case rtruediv: return reinterpret_cast<void*>(&arithmetic<truediv, divide>);
    case str_: return reinterpret_cast<void*>(&text);
    default: return reinterpret_cast<void*>(&compared);
  }
}
Value replacement(Type* cls, Method method, Str* name) {
  if (method == new_) return make_native_function(functions[1]);
  if (method == quantize_) return make_method_descriptor(cls, functions[0]);
  uint32_t i = 0;
  while (slot_name(i) != name || !slot_defs[i].function) ++i;
  return make_slot_wrapper(cls, slot_defs[i], slot_of(method));
}

}  // namespace

Value take_over(const Value* args, uint32_t) {
  Value cls = known.decimal.peek();
  Str* wanted = args[0].as<Str>();
  for (uint32_t i = 0; i < method_count; ++i) {
    Str* name = intern(names[i]);
    if (!str_equal(name, wanted)) continue;
    complete[i].set(get_attribute(cls, name));
    Ref method = replacement(decimal_type(), static_cast<Method>(i), name);
    return set_attribute(cls, name, method) < 0 ? Error : None;
  }
  return raise(exc::ValueError, "%S", args[0]);
}

}  // namespace py::decimal
