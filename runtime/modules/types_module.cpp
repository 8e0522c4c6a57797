// _types: the built-in classes without a name of their own; stdlib/types.py adds what is written in Python.
#include "runtime/object/class.hpp"
#include "runtime/object/dotted_name.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/generic_alias.hpp"
#include "runtime/types/simple_namespace.hpp"

namespace py::types_module {
namespace {

struct NamedType {
  const char* name;
  Type* type;
};
const NamedType named_types[] = {
    {"FunctionType", &function_type},
    {"LambdaType", &function_type},
    {"MethodType", &bound_method_type},
    {"BuiltinFunctionType", &native_function_type},
    {"BuiltinMethodType", &native_function_type},
    {"WrapperDescriptorType", &wrapper_descriptor_type},
    {"MethodWrapperType", &method_wrapper_type},
    {"MethodDescriptorType", &method_descriptor_type},
    {"ClassMethodDescriptorType", &classmethod_descriptor_type},
    {"GetSetDescriptorType", &getset_descriptor_type},
    {"MemberDescriptorType", &member_descriptor_type},
    {"CodeType", &code_type},
    {"FrameType", &frame_type},
    {"TracebackType", &traceback_type},
    {"CellType", &cell_type},
    {"ModuleType", &module_type},
    {"GeneratorType", &generator_type},
    {"MappingProxyType", &mapping_proxy_type},
    {"SimpleNamespace", &simple_namespace_type},
    {"GenericAlias", &generic_alias_type},
    {"UnionType", &union_type},
    {"NoneType", &none_type},
    {"EllipsisType", &ellipsis_type},
    {"NotImplementedType", &not_implemented_type},
};

// For what CPython writes in C: messages call such a class by module and name, as they call built-in types.
Value set_dotted_name(const Value* args, uint32_t) {
  Type* type = as_type(args[0]);
  Str* name = as_str(args[1]);
  if (!type || !name) return raise(exc::TypeError, "set_dotted_name() takes a class and a name");
  Text text;
  append_utf8(text, name);
  type->name = permanent_text(text.view());
  type->flags |= type_has_dotted_name;
  return None;
}

const NativeDef functions[] = {
    PY_RANGE("set_dotted_name", set_dotted_name, 2, 2),
    PY_ONE("type_parameters", [](const Value* args, uint32_t) { return type_parameters(args[0]); }),
    PY_RANGE("substitute_parameters", [](const Value* args, uint32_t) { return substitute_parameters(args[0], args[1], args[2]); }, 3, 3),
    {},
};

bool fill(Module* module) {
  module_add_functions(module, functions);
  for (const NamedType& t : named_types) module_set(module, t.name, object_value(t.type));
  return true;
}

}  // namespace
}  // namespace py::types_module

namespace py::native {
extern const ModuleDef module__utypes;
const ModuleDef module__utypes = {"_types", types_module::fill, false};
}  // namespace py::native
