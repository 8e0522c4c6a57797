// The _weakref module: what stdlib/weakref.py is built on (Modules/_weakref.c).
#include "runtime/object/module.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/weakref.hpp"

namespace py {
namespace {

Value proxy(const Value* args, uint32_t n) {
  Type* cls = type_of(args[0])->call ? &weak_callable_proxy_type : &weak_proxy_type;
  return make_weakref(args[0], n > 1 ? args[1] : Undefined, cls);
}

Value get_weakref_count(const Value* args, uint32_t) {
  if (!args[0].is_object()) return small_int(0);
  ObjectList references;
  list_weakrefs(args[0].object(), references);
  int64_t count = int64_t(references.count());
  for (Object* o : references) decref(o);
  return small_int(count);
}

Value get_weakrefs(const Value* args, uint32_t) {
  Ref list(make_list(nullptr, 0));
  bool failed = list.is_error();
  if (failed || !args[0].is_object()) return list.take();
  ObjectList references;
  list_weakrefs(args[0].object(), references);
  for (Object* o : references) {
    if (!failed) failed = list_append(list.as<List>(), object_value(o)) < 0;
    decref(o);
  }
  return failed ? Error : list.take();
}

const NativeDef functions[] = {
    PY_RANGE("proxy", proxy, 1, 2),
    PY_ONE("getweakrefcount", get_weakref_count),
    PY_ONE("getweakrefs", get_weakrefs),
    {},
};

bool fill_weakref(Module* module) {
  module_add_functions(module, functions);
  for (Type* type : {&weakref_type, &weak_proxy_type, &weak_callable_proxy_type}) module_add_type(module, *type);
  module_set(module, "ref", value_of(weakref_type));
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module__uweakref;
const ModuleDef module__uweakref = {"_weakref", fill_weakref, false};
}  // namespace native
}  // namespace py
