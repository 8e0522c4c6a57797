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

enum Method { add_, radd, sub, rsub, mul, rmul, truediv, rtruediv, eq, lt, le, gt, ge, str_, quantize_, new_, method_count };
Slot complete[method_count];             // the methods in Python

using Operation = bool (*)(const Number&, const Number&, Precision&, Number&);

template <Method method, Operation operation, bool reversed = false>
Value arithmetic(const Value* args, uint32_t n) {
  Number a, b, result;
  Precision precision;
  if (read(args[reversed], a) && read(args[!reversed], b)) {
    Ref settings = current_settings(None, precision);
    if (!settings.is_undefined() && operation(a, b, precision, result)) {
      Value made = finish(result, settings, precision);
      if (!made.is_none()) return made;
    }
  }
  return call(complete[method].peek(), args, n);
}
bool subtract(const Number& a, const Number& b, Precision& precision, Number& difference) {
  return add(a, {!b.negative, b.coefficient, b.exponent}, precision, difference);
}

template <Method method, Compare comparison>
Value compared(const Value* args, uint32_t n) {
  Number a, b;
  int order;
  if (read(args[0], a) && read(args[1], b) && compare(a, b, order)) return boolean(holds(comparison, order, 0));
  return call(complete[method].peek(), args, n);
}

// quantize(exp, rounding=None, context=None)
Value quantize(const Value* args, uint32_t n, Tuple* kwnames) {
  Number number, like, result;
  Precision precision;
  if (!kwnames && (n == 2 || n == 3) && read(args[0], number) && read(args[1], like)) {
    Ref settings = current_settings(n == 3 ? args[2] : None, precision);
    if (!settings.is_undefined() && rescale(number, like.exponent, precision, result)) {
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

Value text(const Value* args, uint32_t n) {
  Value plain = to_text(args[0]);
  return plain.is_none() ? call(complete[str_].peek(), args, n) : plain;
}

constexpr NativeDef methods[] = {        // in the order of Method
    PY_ONE("__add__", (arithmetic<add_, add>)), PY_ONE("__radd__", (arithmetic<radd, add, true>)),
    PY_ONE("__sub__", (arithmetic<sub, subtract>)), PY_ONE("__rsub__", (arithmetic<rsub, subtract, true>)),
    PY_ONE("__mul__", (arithmetic<mul, multiply>)), PY_ONE("__rmul__", (arithmetic<rmul, multiply, true>)),
    PY_ONE("__truediv__", (arithmetic<truediv, divide>)), PY_ONE("__rtruediv__", (arithmetic<rtruediv, divide, true>)),
    PY_ONE("__eq__", (compared<eq, Compare::eq>)), PY_ONE("__lt__", (compared<lt, Compare::lt>)), PY_ONE("__le__", (compared<le, Compare::le>)),
    PY_ONE("__gt__", (compared<gt, Compare::gt>)), PY_ONE("__ge__", (compared<ge, Compare::ge>)),
    PY_NOARGS("__str__", text), PY_RAW("quantize", quantize), PY_RAW("__new__", made_new), {},
};

}  // namespace

Value take_over(const Value* args, uint32_t) {
  Value cls = known.decimal.peek();
  Str* wanted = args[0].as<Str>();
  for (uint32_t i = 0; i < method_count; ++i) {
    Str* name = intern(methods[i].name);
    if (!str_equal(name, wanted)) continue;
    complete[i].set(get_attribute(cls, name));
    Ref method = i == new_ ? make_native_function(methods[i]) : make_method_descriptor(decimal_type(), methods[i]);
    return set_attribute(cls, name, method) < 0 ? Error : None;
  }
  return raise(exc::ValueError, "%S", args[0]);
}

}  // namespace py::decimal
