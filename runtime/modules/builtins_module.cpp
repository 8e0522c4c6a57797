// The builtins module: every function, class and constant that Python programs find without an import.
#include "runtime/builtins/builtins_internal.hpp"

#include "runtime/modules/io/io.hpp"

namespace py {

namespace {

Type* const classes[] = {
    &bool_type,     &bytearray_type,   &bytes_type, &classmethod_type, &complex_type, &dict_type,  &enumerate_type,
    &filter_type,   &float_type,       &frozenset_type, &int_type,     &list_type,    &map_type,   &memoryview_type,
    &object_type,   &property_type,    &range_type, &reversed_type,    &set_type,     &slice_type, &staticmethod_type,
    &str_type,      &super_type,       &tuple_type, &type_type,        &zip_type,
};

bool fill_builtins(Module* module) {
  for (Type* type : classes) module_add_type(module, *type);
#define PORTALIS_EXCEPTION(name, base) module_add_type(module, exc::name);
#include "abi/exceptions.def"
#undef PORTALIS_EXCEPTION
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
  module_set(module, "open", make_native_function(io::open_definition, Undefined, "io"));
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_builtins;
const ModuleDef module_builtins = {"builtins", fill_builtins, false};
}  // namespace native

}  // namespace py
