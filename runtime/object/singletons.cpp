// None, Ellipsis and NotImplemented, and the class of values that are no objects.
#include "runtime/object/deprecation.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/module.hpp"

namespace py {

Type* type_of_slow(Value v) {
  if (v.is_inline_float()) return &float_type;
  switch (v.bits) {
    case Value::none_bits: return &none_type;
    case Value::true_bits:
    case Value::false_bits: return &bool_type;
    case Value::ellipsis_bits: return &ellipsis_type;
    case Value::not_implemented_bits: return &not_implemented_type;
    default: return &object_type;        // Undefined and Error: as_str() and the like of an absent value are nullptr
  }
}

template <uint64_t bits>
static Value create(Type* cls, const Value*, uint32_t n, Tuple* kwnames) {
  if (n || (kwnames && kwnames->length)) return raise(exc::TypeError, "%N takes no arguments", cls);
  return Value{bits};
}
static Truth not_implemented_truth(Value) {
  return warn_deprecated("NotImplemented should not be used in a boolean context") ? 1 : -1;
}
template <const char* text>
static Value fixed_text(const Value*, uint32_t) { return make_str(text); }
static constexpr char ellipsis_name[] = "Ellipsis", not_implemented_name[] = "NotImplemented";
static const NativeDef ellipsis_methods[] = {PY_NOARGS("__reduce__", fixed_text<ellipsis_name>), {}};
static const NativeDef not_implemented_methods[] = {PY_NOARGS("__reduce__", fixed_text<not_implemented_name>), {}};

constinit Type none_type{{.name = "NoneType",
                          .instance_size = sizeof(Object),
                          .base = &object_type,
                          .create = create<Value::none_bits>,
                          .init = object_init_ignoring,
                          .repr = [](Value) { return make_str("None"); },
                          .truth = [](Value) { return 0; }}};
constinit Type ellipsis_type{{.name = "ellipsis",
                              .instance_size = sizeof(Object),
                              .base = &object_type,
                              .create = create<Value::ellipsis_bits>,
                              .init = object_init_ignoring,
                              .repr = [](Value) { return make_str("Ellipsis"); },
                              .methods = ellipsis_methods}};
constinit Type not_implemented_type{{.name = "NotImplementedType",
                                     .instance_size = sizeof(Object),
                                     .base = &object_type,
                                     .create = create<Value::not_implemented_bits>,
                                     .init = object_init_ignoring,
                                     .repr = [](Value) { return make_str("NotImplemented"); },
                                     .truth = not_implemented_truth,
                                     .methods = not_implemented_methods}};

Value current_module_name() {
  for (Frame* f = this_thread->frame; f; f = f->back) {
    if (f->module) return dict_get(module_globals(f->module), dunder::name);
  }
  return Undefined;
}

}  // namespace py
