// The _decimal_core module: what makes the usual arithmetic of decimal.Decimal run without Python code. stdlib/decimal.py does
// itself what the methods in methods.cpp pass on.
#include "runtime/modules/decimal/methods.hpp"
#include "runtime/modules/decimal/signal_dict.hpp"
#include "runtime/modules/decimal/values.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/module.hpp"

namespace py::decimal {
namespace {

Value set_roundings(const Value* args, uint32_t) { return known.roundings.set(incref(args[0])), None; }
Value set_classes(const Value* args, uint32_t) {         // (Decimal, Context, the signals, the threading.local with the contexts)
  known.decimal.set(incref(args[0]));
  known.context.set(incref(args[1]));
  known.signals.set(incref(args[2]));
  known.current.set(incref(args[3]));
  return None;
}

constexpr NativeDef functions[] = {
    PY_ONE("take_over", take_over), PY_RANGE("settings", settings, 6, 6), PY_ONE("set_roundings", set_roundings), PY_RANGE("set_classes", set_classes, 4, 4), {},
};

bool fill(Module* module) {
  ready_settings();
  module_add_functions(module, functions);
  module_add_type(module, signal_dict_type);
  return true;
}

}  // namespace
}  // namespace py::decimal

namespace py::native {
extern const ModuleDef module__udecimal_ucore;
const ModuleDef module__udecimal_ucore = {"_decimal_core", decimal::fill, false};
}  // namespace py::native
