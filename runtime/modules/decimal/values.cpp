// Decimals and contexts as stdlib/decimal.py makes them. Decimals never change, so nothing here needs a lock; flags of a context
// are a dict as any other.
#include "runtime/modules/decimal/values.hpp"

#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/numbers.hpp"

namespace py::decimal {

Known known;

namespace {

// The __slots__ of Decimal: _exp, _int, _kind, _sign, sorted as CPython sorts them.
struct Fields : Object {
  Slot exponent, coefficient, kind, sign;
};

bool to_coefficient(Value v, Coefficient& out) {
  if (v.is_small_int()) return out = static_cast<uint64_t>(v.small_int()), true;
  IntView n(v);
  if (n.view.count > 4) return false;
  out = 0;
  for (auto i = n.view.count; i-- > 0;) out = out << 32 | n.view.digits[i];
  return out < power_of_ten(most_digits);
}
Value from_coefficient(Coefficient n) { return make_int_from_int128(static_cast<__int128>(n)); }

bool rounding_of(Value name, Rounding& out) {
  if (!name.is_object() || !is_exactly(name, str_type)) return false;
  Tuple* names = known.roundings.peek().as<Tuple>();
  int i = 0;
  while (i < names->length && !str_equal(names->items()[i].as<Str>(), name.as<Str>())) ++i;
  out = static_cast<Rounding>(i);
  return i < names->length;
}

// Never changes, but for what is in the dicts.
struct Settings : Object {
  Precision precision;
  Value flags, traps;                    // dicts; owned
};
constinit Type settings_type{{.name = "_decimal_core.Settings",
                              .instance_size = sizeof(Settings),
                              .flags = 0,
                              .base = &object_type,
                              .dealloc = [](Object* o) {
                                decref(static_cast<Settings*>(o)->flags);
                                decref(static_cast<Settings*>(o)->traps);
                                free_object(o);
                              }}};

// Notes in the context what happened. 1 done, 0 one of the signals is trapped, -1 error.
Truth signal(const Settings* settings, const Precision& precision) {
  if (!precision.rounded) return 1;
  const Value conditions[] = {known.rounded.peek(), known.inexact.peek()};
  const int count = precision.inexact ? 2 : 1;
  for (int i = 0; i < count; ++i) {
    Ref trap = dict_get(settings->traps.as<Dict>(), conditions[i]);
    Truth trapped = trap.is_error() ? -1 : trap.is_undefined() ? 1 : truth(trap);
    if (trapped != 0) return trapped < 0 ? -1 : 0;
  }
  for (int i = 0; i < count; ++i) {
    Ref flag = dict_get(settings->flags.as<Dict>(), conditions[i]);
    if (flag.is_error() || (!flag.get().same(True) && dict_set(settings->flags.as<Dict>(), conditions[i], True) < 0)) return -1;
  }
  return 1;
}

}  // namespace

void ready_settings() { type_ready(settings_type); }
Type* decimal_type() { return known.decimal.peek().as<Type>(); }

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

Value settings(const Value* args, uint32_t) {
  Rounding rounding;
  if (!is_exactly(args[4], dict_type) || !is_exactly(args[5], dict_type)) return None;
  if (!args[0].is_small_int() || !args[1].is_small_int() || !args[2].is_small_int() || !rounding_of(args[3], rounding)) return None;
  int64_t digits = args[0].small_int();
  if (digits < 1 || digits > most_digits - 2) return None;
  Settings* made = allocate<Settings>(&settings_type);
  made->precision = {static_cast<int>(digits), args[1].small_int(), args[2].small_int(), rounding};
  made->flags = incref(args[4]);
  made->traps = incref(args[5]);
  return object_value(made);
}

Value current_settings(Value rounding, Precision& out) {
  static Str *const context_name = intern("context"), *const settings_name = intern("_settings");
  Ref context = get_attribute(known.current.peek(), context_name);
  if (context.is_error()) {
    clear_error();
    return Undefined;
  }
  if (!context.get().is_object() || !has_attributes(type_of(context))) return Undefined;
  Ref found = incref(own_attribute(context.get().object(), type_of(context), settings_name));
  if (!is_exactly(found, settings_type)) return Undefined;
  out = found.as<Settings>()->precision;
  return rounding.is_none() || rounding_of(rounding, out.rounding) ? found.take() : Undefined;
}

Value finish(const Number& n, Value settings, const Precision& precision) {
  Truth done = signal(settings.as<Settings>(), precision);
  return done < 0 ? Error : done ? make(n) : None;
}

}  // namespace py::decimal
