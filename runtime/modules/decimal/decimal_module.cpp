// The _decimal_core module: the usual arithmetic of decimal.Decimal without Python code. Every function gives None when the
// case is not one of the usual ones (NaN and infinity, many digits, limits of the context, traps), which stdlib/decimal.py then
// does itself. Decimals never change, so nothing here needs a lock; flags of a context are a dict as any other.
#include "runtime/modules/decimal/numbers.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/numbers.hpp"

namespace py::decimal {
namespace {

// The __slots__ of Decimal: _exp, _int, _kind, _sign, sorted as CPython sorts them.
struct Fields : Object {
  Slot exponent, coefficient, kind, sign;
};

// Classes of stdlib/decimal.py; immortal or kept here.
struct Known {
  Slot decimal, inexact, rounded;
  Slot roundings;                        // tuple of names in the order of Rounding; the last is ROUND_05UP
} known;

Type* decimal_type() { return known.decimal.peek().as<Type>(); }

bool to_coefficient(Value v, Coefficient& out) {
  if (v.is_small_int()) return out = static_cast<uint64_t>(v.small_int()), true;
  IntView n(v);
  if (n.view.count > 4) return false;
  out = 0;
  for (auto i = n.view.count; i-- > 0;) out = out << 32 | n.view.digits[i];
  return out < power_of_ten(most_digits);
}
Value from_coefficient(Coefficient n) { return make_int_from_int128(static_cast<__int128>(n)); }

// A Decimal that is a number, or an int.
bool read(Value v, Number& out) {
  if (v.is_small_int()) {
    int64_t n = v.small_int();
    out = {n < 0, n < 0 ? static_cast<Coefficient>(-static_cast<__int128>(n)) : static_cast<Coefficient>(n), 0};
    return true;
  }
  if (!v.is_object() || type_of(v) != decimal_type()) return false;
  auto* fields = v.as<Fields>();
  constexpr int64_t far = 1000000000;
  Value exponent = fields->exponent.peek();
  if (fields->kind.peek().as<Str>()->length != 0 || !exponent.is_small_int()) return false;
  out.negative = fields->sign.peek().same(small_int(1));
  out.exponent = exponent.small_int();
  return out.exponent < far && out.exponent > -far && to_coefficient(fields->coefficient.peek(), out.coefficient);
}

Value make(const Number& n) {
  Object* o = allocate_instance(decimal_type());
  if (!o) return Error;
  auto* fields = static_cast<Fields*>(o);
  fields->sign.init(small_int(n.negative));
  fields->coefficient.init(from_coefficient(n.coefficient));
  fields->exponent.init(small_int(n.exponent));
  fields->kind.init(object_value(empty_str()));
  return object_value(o);
}

Value attribute(Object* context, Str* name) { return own_attribute(context, context->type, name); }

bool rounding_of(Value name, Rounding& out) {
  if (!name.is_object() || !is_exactly(name, str_type)) return false;
  Tuple* names = known.roundings.peek().as<Tuple>();
  int i = 0;
  while (i < names->length && !str_equal(names->items()[i].as<Str>(), name.as<Str>())) ++i;
  out = static_cast<Rounding>(i);
  return i < names->length;
}

// What a context asks for, read once: a Context makes another whenever it is changed. Never changes.
struct Settings : Object {
  Precision precision;
};
constinit Type settings_type{{.name = "_decimal_core.Settings", .instance_size = sizeof(Settings), .flags = 0, .base = &object_type, .dealloc = free_object}};

// (prec, Emin, the highest exponent, rounding): None when it is not of the usual kind.
Value settings(const Value* args, uint32_t) {
  Rounding rounding;
  if (!args[0].is_small_int() || !args[1].is_small_int() || !args[2].is_small_int() || !rounding_of(args[3], rounding)) return None;
  int64_t digits = args[0].small_int();
  if (digits < 1 || digits > most_digits - 2) return None;
  Settings* made = allocate<Settings>(&settings_type);
  made->precision = {static_cast<int>(digits), args[1].small_int(), args[2].small_int(), rounding};
  return object_value(made);
}

// False: not a context of the usual kind. `rounding`: instead of the context's, unless None.
bool read_context(Value context, Value rounding, Precision& out) {
  static Str* const name = intern("_settings");
  if (!context.is_object() || !has_attributes(type_of(context))) return false;
  Value found = attribute(context.object(), name);
  if (!is_exactly(found, settings_type)) return false;
  out = found.as<Settings>()->precision;
  return rounding.is_none() || rounding_of(rounding, out.rounding);
}

// Notes in the context what happened. 1 done, 0 one of the signals is trapped, -1 error.
Truth signal(Value context, const Precision& precision) {
  static Str *const flags_name = intern("flags"), *const traps_name = intern("traps");
  if (!precision.rounded) return 1;
  Ref flags = incref(attribute(context.object(), flags_name)), traps = incref(attribute(context.object(), traps_name));
  if (!is_exactly(flags, dict_type) || !is_exactly(traps, dict_type)) return 0;
  Ref rounded = known.rounded.get(), inexact = known.inexact.get();
  for (const Ref* condition : {&rounded, &inexact}) {
    if (condition == &inexact && !precision.inexact) break;
    Ref trap = dict_get(traps.as<Dict>(), *condition);
    Truth trapped = trap.is_error() ? -1 : trap.is_undefined() ? 1 : truth(trap);
    if (trapped != 0) return trapped < 0 ? -1 : 0;
  }
  if (dict_set(flags.as<Dict>(), rounded, True) < 0 || (precision.inexact && dict_set(flags.as<Dict>(), inexact, True) < 0)) return -1;
  return 1;
}

Value finish(const Number& n, Value context, const Precision& precision) {
  Truth done = signal(context, precision);
  return done < 0 ? Error : done ? make(n) : None;
}

// (a, b, context)
template <bool operation(const Number&, const Number&, Precision&, Number&)>
Value binary(const Value* args, uint32_t) {
  Number a, b, result;
  Precision precision;
  if (!read(args[0], a) || !read(args[1], b) || !read_context(args[2], None, precision)) return None;
  return operation(a, b, precision, result) ? finish(result, args[2], precision) : None;
}
bool subtract(const Number& a, const Number& b, Precision& precision, Number& difference) {
  return add(a, {!b.negative, b.coefficient, b.exponent}, precision, difference);
}

// (number, the one with the exponent, rounding or None, context)
Value quantize(const Value* args, uint32_t) {
  Number n, like, result;
  Precision precision;
  if (!read(args[0], n) || !read(args[1], like) || !read_context(args[3], args[2], precision)) return None;
  return rescale(n, like.exponent, precision, result) ? finish(result, args[3], precision) : None;
}

Value order(const Value* args, uint32_t) {               // (a, b): -1, 0 or 1
  Number a, b;
  int result;
  return read(args[0], a) && read(args[1], b) && compare(a, b, result) ? small_int(result) : None;
}

// The Decimal of an int, or of a text such as "-12.50"; other texts are left to the parser.
Value from_plain(const Value* args, uint32_t) {
  Number whole;
  if (args[0].is_small_int()) return read(args[0], whole) ? make(whole) : None;
  if (!is_exactly(args[0], str_type) || !args[0].as<Str>()->is_ascii()) return None;
  std::string_view text = args[0].as<Str>()->ascii();
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

// str() of a number that is written without an exponent.
Value to_text(const Value* args, uint32_t) {
  Number n;
  if (!read(args[0], n) || n.exponent > 0) return None;
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

Value set_roundings(const Value* args, uint32_t) { return known.roundings.set(incref(args[0])), None; }
Value set_classes(const Value* args, uint32_t) {         // (Decimal, Inexact, Rounded)
  known.decimal.set(incref(args[0]));
  known.inexact.set(incref(args[1]));
  known.rounded.set(incref(args[2]));
  return None;
}

constexpr NativeDef functions[] = {
    PY_RANGE("add", binary<add>, 3, 3), PY_RANGE("subtract", binary<subtract>, 3, 3), PY_RANGE("multiply", binary<multiply>, 3, 3),
    PY_RANGE("divide", binary<divide>, 3, 3), PY_RANGE("quantize", quantize, 4, 4), PY_RANGE("order", order, 2, 2),
    PY_ONE("from_plain", from_plain), PY_ONE("to_text", to_text), PY_RANGE("settings", settings, 4, 4), PY_ONE("set_roundings", set_roundings), PY_RANGE("set_classes", set_classes, 3, 3), {},
};

bool fill(Module* module) {
  type_ready(settings_type);
  module_add_functions(module, functions);
  return true;
}

}  // namespace
}  // namespace py::decimal

namespace py::native {
extern const ModuleDef module__udecimal_ucore;
const ModuleDef module__udecimal_ucore = {"_decimal_core", decimal::fill, false};
}  // namespace py::native
