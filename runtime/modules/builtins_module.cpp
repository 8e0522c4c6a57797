// The builtins module: every function, class and constant that Python programs find without an import.
#include "runtime/builtins/builtins_internal.hpp"

#include "runtime/modules/io/io.hpp"

namespace py {

namespace {

constinit const TypeTable classes({
    &bool_type,     &bytearray_type,   &bytes_type, &classmethod_type, &complex_type, &dict_type,  &enumerate_type,
    &filter_type,   &float_type,       &frozenset_type, &int_type,     &list_type,    &map_type,   &memoryview_type,
    &object_type,   &property_type,    &range_type, &reversed_type,    &set_type,     &slice_type, &staticmethod_type,
    &str_type,      &super_type,       &tuple_type, &type_type,        &zip_type,  nullptr,
});

bool fill_builtins(Module* module) {
  module_add_types(module, classes.types);
  module_add_types(module, exception_types());
  module_set(module, "EnvironmentError", value_of(exc::OSError));
  module_set(module, "IOError", value_of(exc::OSError));
  module_set(module, "None", None);
  module_set(module, "True", True);
  module_set(module, "False", False);
  module_set(module, "Ellipsis", Ellipsis);
  module_set(module, "NotImplemented", NotImplemented);
  module_set(module, "__debug__", True);
  for (const NativeDef* table : {number_builtins, object_builtins, interpreter_builtins, iterable_builtins, output_builtins}) {
    module_add_functions(module, table);
  }
  for (const NativeDef* maker = site_objects; maker->name; ++maker) {
    if (!tables_have_gaps || maker->fn) module_set(module, maker->name, maker->fn(nullptr, 0));
  }
  module_set(module, io::open_table->name, make_native_function(*io::open_table, Undefined, "io"));
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_builtins;
const ModuleDef module_builtins = {"builtins", fill_builtins, false};
}  // namespace native

}  // namespace py
