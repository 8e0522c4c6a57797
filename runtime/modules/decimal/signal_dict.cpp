// decimal.SignalDictMixin: a mapping whose keys are the signals (Modules/_decimal/_decimal.c of CPython 3.11).
#include "runtime/modules/decimal/signal_dict.hpp"

#include "runtime/modules/decimal/values.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py::decimal {
namespace {

SignalDict* dict_of_signals(Value v) { return v.as<SignalDict>(); }
Tuple* signals() { return known.signals.peek().as<Tuple>(); }
uint32_t bits_of(Value v) { return dict_of_signals(v)->bits.load(std::memory_order_relaxed); }

// The bit of a signal; 0 with KeyError pending.
uint32_t bit_of(Value key) {
  for (uint32_t i = 0; i < signal_count; ++i) {
    if (signals()->items()[i].same(key)) return 1u << i;
  }
  (void)raise(exc::KeyError,
              "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, "
              "Rounded,\n   Clamped]");
  return 0;
}

Value get_item(Value self, Value key) {
  uint32_t bit = bit_of(key);
  return bit ? boolean(bits_of(self) & bit) : Error;
}

Truth set_item(Value self, Value key, Value value) {
  if (value.is_undefined()) {
    (void)raise(exc::ValueError, "signal keys cannot be deleted");
    return -1;
  }
  uint32_t bit = bit_of(key);
  Truth on = bit ? truth(value) : -1;
  if (on < 0) return -1;
  if (on) dict_of_signals(self)->bits.fetch_or(bit, std::memory_order_relaxed);
  else dict_of_signals(self)->bits.fetch_and(~bit, std::memory_order_relaxed);
  return 0;
}

Value plain_dict(Value self) {
  Ref dict = make_dict();
  if (dict.is_error()) return Error;
  for (uint32_t i = 0; i < signal_count; ++i) {
    if (dict_set(dict.as<Dict>(), signals()->items()[i], boolean(bits_of(self) >> i & 1)) < 0) return Error;
  }
  return dict.take();
}

Value compare(Value self, Value other, Compare op) {
  if (op != Compare::eq && op != Compare::ne) return NotImplemented;
  if (is_subtype(type_of(other), &signal_dict_type)) return boolean((bits_of(self) == bits_of(other)) == (op == Compare::eq));
  if (!is_subtype(type_of(other), &dict_type)) return NotImplemented;
  Ref mine = plain_dict(self);
  return mine.is_error() ? Error : op == Compare::eq ? eq(mine, other) : ne(mine, other);
}

Value repr(Value self) {
  Text out;
  for (uint32_t i = 0; i < signal_count; ++i) {
    Ref name = py::repr(signals()->items()[i]);
    if (name.is_error()) return Error;
    out.append(i ? ", " : "{");
    append_utf8(out, name.as<Str>());
    out.append(bits_of(self) >> i & 1 ? ":True" : ":False");
  }
  out.append("}");
  return out.to_str();
}

constexpr NativeDef methods[] = {PY_NOARGS("copy", [](const Value* args, uint32_t) { return plain_dict(args[0]); }), {}};

}  // namespace

constinit Type signal_dict_type{{.name = "decimal.SignalDictMixin",
                                 .instance_size = sizeof(SignalDict),
                                 .flags = type_is_base,
                                 .base = &object_type,
                                 .create = [](Type* cls, const Value*, uint32_t, Tuple*) {
                                   Object* o = allocate_instance(cls);
                                   return o ? object_value(o) : Error;
                                 },
                                 .dealloc = free_object,
                                 .repr = repr,
                                 .hash = hash_not_implemented,
                                 .compare = compare,
                                 .iter = [](Value) { return iter(known.signals.peek()); },
                                 .length = [](Value) { return int64_t{signal_count}; },
                                 .get_item = get_item,
                                 .set_item = set_item,
                                 .methods = methods}};

}  // namespace py::decimal
