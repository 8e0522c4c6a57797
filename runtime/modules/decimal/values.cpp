// Decimals and contexts as stdlib/decimal.py makes them. Decimals never change, so nothing here needs a lock.
#include "runtime/modules/decimal/values.hpp"

#include "runtime/modules/decimal/signal_dict.hpp"
#include "runtime/modules/threading/threading.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/numbers.hpp"

namespace py::decimal {

Known known;

namespace {

// The __slots__ of Decimal: _exp, _int, _kind, _sign, sorted as CPython sorts them.
struct Fields : Object {
  Slot exponent, coefficient, kind, sign;
};

// The first of those of Context.
struct ContextFields : Object {
  Slot Emax, Emin, highest, limit, settings;
};

bool to_coefficient(Value v, Coefficient& out) {
  if (v.is_small_int()) return out = static_cast<uint64_t>(v.small_int()), true;
  IntView n(v);
  if (n.view.count > 4) return false;
  out = 0;
  for (auto i = n.view.count; i-- > 0;) out = out << 32 | n.view.digits[i];
  return out < power_of_ten(most_digits);
}
Value from_coefficient(Coefficient n) {
  if (n <= static_cast<uint64_t>(Value::small_max)) [[likely]] return small_int(static_cast<int64_t>(n));
  return make_int_from_int128(static_cast<__int128>(n));
}

bool rounding_of(Value name, Rounding& out) {
  if (!name.is_object() || !is_exactly(name, str_type)) return false;
  Tuple* names = known.roundings.peek().as<Tuple>();
  int i = 0;
  while (i < names->length && !names->items()[i].same(name)) ++i;       // decimal's own constant, as a rule
  if (i == names->length) i = 0;
  while (i < names->length && !str_equal(names->items()[i].as<Str>(), name.as<Str>())) ++i;
  out = static_cast<Rounding>(i);
  return i < names->length;
}

}  // namespace

// Never changes, but for what is in the flags and traps.
struct Settings : Object {
  Precision precision;
  SignalDict *flags, *traps;             // owned
};

namespace {

constinit Type settings_type{{.name = "_decimal_core.Settings",
                              .instance_size = sizeof(Settings),
                              .flags = 0,
                              .base = &object_type,
                              .dealloc = [](Object* o) {
                                decref(static_cast<Settings*>(o)->flags);
                                decref(static_cast<Settings*>(o)->traps);
                                free_object(o);
                              }}};

// Notes in the context what happened; false: one of the signals is trapped.
bool signal(const Settings* settings, const Precision& precision) {
  if (!precision.rounded) return true;
  uint32_t signals = 1u << rounded | (precision.inexact ? 1u << inexact : 0);
  if (settings->traps->bits.load(std::memory_order_relaxed) & signals) return false;
  if (signals & ~settings->flags->bits.load(std::memory_order_relaxed)) settings->flags->bits.fetch_or(signals, std::memory_order_relaxed);
  return true;
}

}  // namespace

void ready_settings() {
  type_ready(settings_type);
  type_ready(signal_dict_type);
}

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
  if (!fields->kind.peek().is_none() || !exponent.is_small_int()) return false;
  out.negative = fields->sign.peek().same(small_int(1));
  out.exponent = exponent.small_int();
  return out.exponent < far && out.exponent > -far && to_coefficient(fields->coefficient.peek(), out.coefficient);
}

Value make(const Number& n) {
  auto* fields = static_cast<Fields*>(allocate_unfilled(decimal_type(), sizeof(Fields)));
  fields->sign.init(small_int(n.negative));
  fields->coefficient.init(from_coefficient(n.coefficient));
  fields->exponent.init(small_int(n.exponent));
  fields->kind.init(None);
  return object_value(fields);
}

Value settings(const Value* args, uint32_t) {
  Rounding rounding;
  if (!is_subtype(type_of(args[4]), &signal_dict_type) || !is_subtype(type_of(args[5]), &signal_dict_type)) return None;
  if (!args[0].is_small_int() || !args[1].is_small_int() || !args[2].is_small_int() || !rounding_of(args[3], rounding)) return None;
  int64_t digits = args[0].small_int();
  if (digits < 1 || digits > most_digits - 2) return None;
  Settings* made = allocate<Settings>(&settings_type);
  made->precision = {static_cast<int>(digits), args[1].small_int(), args[2].small_int(), rounding};
  made->flags = incref(args[4]).as<SignalDict>();
  made->traps = incref(args[5]).as<SignalDict>();
  return object_value(made);
}

[[gnu::noinline]] static const Settings* with_rounding(const Settings* settings, Value rounding, Precision& out) {
  return rounding_of(rounding, out.rounding) ? settings : nullptr;
}

const Settings* current_settings(Value rounding, Precision& out) {
  static Str* const context_name = intern("context");
  Value context = peek_thread_local(known.current.peek(), context_name);
  if (!context.is_object() || type_of(context) != known.context.peek().as<Type>()) return nullptr;
  Value found = context.as<ContextFields>()->settings.peek();
  if (!is_exactly(found, settings_type)) return nullptr;
  out = found.as<Settings>()->precision;
  return rounding.is_none() ? found.as<Settings>() : with_rounding(found.as<Settings>(), rounding, out);
}

Value finish(const Number& n, const Settings* settings, const Precision& precision) { return signal(settings, precision) ? make(n) : None; }

}  // namespace py::decimal
