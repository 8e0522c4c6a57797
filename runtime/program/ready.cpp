// Start-up of the object model: every built-in class is made ready before the first module runs.
#include "runtime/object/class.hpp"
#include "runtime/object/cycles.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/weakref.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/simple_namespace.hpp"
#include "runtime/types/text_types.hpp"

namespace py {

void (*flush_open_files)() = nullptr;

void ready_runtime() {
  static constinit const TypeTable core({
      &object_type, &type_type, &none_type, &ellipsis_type, &not_implemented_type, &int_type, &bool_type, &float_type, &complex_type,
      &function_type, &native_function_type, &bound_method_type, &method_descriptor_type, &classmethod_descriptor_type,
      &wrapper_descriptor_type, &method_wrapper_type, &getset_descriptor_type, &member_descriptor_type, &property_type,
      &classmethod_type, &staticmethod_type, &super_type, &cell_type, &code_type, &frame_type, &traceback_type, &union_type,
      &module_type, &generator_type, &simple_namespace_type, &weakref_type, &weak_proxy_type,
      &weak_callable_proxy_type, nullptr});
  types_ready(core.types);
  generators_at_exit = &generator_type;
  types_ready(exception_types());
  ready_text_types();
  ready_container_types();
}

}  // namespace py
