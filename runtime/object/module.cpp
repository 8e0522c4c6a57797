// The module type: a namespace dict with attribute access (Objects/moduleobject.c of CPython).
#include "runtime/object/module.hpp"

#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/import.hpp"
#include "runtime/object/names.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"

namespace py {

static Module* make_nameless(Type* cls) {
  auto* m = static_cast<Module*>(allocate_instance(cls));
  if (!m) return nullptr;
  Ref globals = make_dict();
  m->globals = globals.as<Dict>();
  m->dict_slot.init(globals.take());
  m->built_in = false;
  return m;
}

static void set_names(Module* m, Value name, Value doc) {
  static Str *const n_name = intern("__name__"), *const n_doc = intern("__doc__"), *const n_package = intern("__package__"),
                   *const n_loader = intern("__loader__"), *const n_spec = intern("__spec__");
  dict_set(m->globals, n_name, name);
  dict_set(m->globals, n_doc, doc);
  for (Str* absent : {n_package, n_loader, n_spec}) dict_set(m->globals, absent, None);
}

Module* make_module(Str* name) {
  Module* m = make_nameless(&module_type);
  set_names(m, object_value(name), None);
  m->built_in = true;
  return m;
}

void module_set(Module* module, const char* name, Value owned) {
  Ref value = owned;
  dict_set(module->globals, intern(name), value);
}

void module_set_all(Module* module, std::initializer_list<const char*> names) {
  Ref all = make_list(nullptr, 0);
  for (const char* name : names) (void)list_append(all.as<List>(), object_value(intern(name)));
  module_set(module, "__all__", all.take());
}

void module_add_functions(Module* module, const NativeDef* table) {
  static Str* const n_name = intern("__name__");
  Ref name = dict_get(module->globals, n_name);
  Text text;
  append_utf8(text, as_str(name));
  const char* lasting = reinterpret_cast<const char*>(intern(text.view())->data1());   // ASCII, but not terminated
  char* copy = static_cast<char*>(allocate_buffer(text.size + 1));
  std::memcpy(copy, lasting, text.size);
  copy[text.size] = 0;
  for (; table->name; ++table) {
    Value function = make_native_function(*table, Undefined, copy);
    make_immortal(function.object());
    module_set(module, table->name, function);
  }
}

void module_add_type(Module* module, Type& type) {
  type_ready(type);
  const char* dot = std::strrchr(type.name, '.');
  module_set(module, dot ? dot + 1 : type.name, value_of(type));
}

void module_add_types(Module* module, Type* const* until_null) {
  for (; *until_null; ++until_null) module_add_type(module, **until_null);
}

// ---- attributes ----
static Value missing_attribute(Module* m, Str* name) {
  static Str *const n_getattr = intern("__getattr__"), *const n_name = intern("__name__");
  Ref hook = dict_get(m->globals, n_getattr);           // PEP 562
  if (!hook.is_undefined()) return call(hook, object_value(name));
  Ref own_name = dict_get(m->globals, n_name);
  if (as_str(own_name)) {
    const char* format = is_loading(m) ? "partially initialized module '%U' has no attribute '%U' (most likely due to a circular import)"
                                       : "module '%U' has no attribute '%U'";
    (void)raise(exc::AttributeError, format, as_str(own_name), name);
  } else {
    (void)raise(exc::AttributeError, "module has no attribute '%U'", name);
  }
  Ref error = fetch_error();
  set_attribute_error_fields(error, object_value(name), object_value(m));
  restore_error(error.take());
  return Error;
}

static Value module_get_attribute(Value self, Str* name) {
  auto* m = self.as<Module>();
  if (name->is_interned()) {
    Value v = dict_get(m->globals, name);
    if (!v.is_undefined()) return v;
  } else {
    Value v = dict_get(m->globals, object_value(name));
    if (!v.is_undefined()) return v;
  }
  Ref found = Ref::borrow(type_lookup(type_of(self), name));
  if (found.is_undefined()) return missing_attribute(m, name);
  Type* type = type_of(found);
  return type->descriptor_get ? type->descriptor_get(found, self, type_of(self)) : found.take();
}

static Truth module_set_attribute(Value self, Str* name, Value value) {
  auto* m = self.as<Module>();
  Ref found = Ref::borrow(type_lookup(type_of(self), name));
  if (!found.is_undefined() && type_of(found)->descriptor_set) return type_of(found)->descriptor_set(found, self, value);
  Str* key = intern(name);
  if (!value.is_undefined()) {
    dict_set(m->globals, key, value);
    return 0;
  }
  if (dict_delete(m->globals, key)) return 0;
  (void)missing_attribute(m, name);
  return -1;
}

static Value module_repr(Value self) {
  static Str *const n_name = intern("__name__"), *const n_file = intern("__file__");
  Dict* globals = self.as<Module>()->globals;
  Ref name = dict_get(globals, n_name), file = dict_get(globals, n_file);
  Text text;
  text.append("<module '");
  append_utf8(text, as_str(name) ? as_str(name) : intern("?"));
  if (as_str(file)) {
    text.append("' from '");
    append_utf8(text, as_str(file));
    text.append("'>");
  } else {
    text.append(self.as<Module>()->built_in ? "' (built-in)>" : "'>");
  }
  return text.to_str();
}

static Value module_dict(Value self) { return self.as<Module>()->dict_slot.get(); }

static Value module_dir(const Value* args, uint32_t) {
  Ref dict = get_attribute(args[0], dunder::dict);         // which a subclass may have made something else
  if (dict.is_error()) return Error;
  return as_dict(dict) ? to_list(dict) : raise(exc::TypeError, "<module>.__dict__ is not a dictionary");
}

// types.ModuleType(name, doc=None); __new__ takes anything, and what it makes has no name yet.
static Value module_create(Type* cls, const Value*, uint32_t, Tuple*) {
  Module* m = make_nameless(cls);
  return m ? object_value(m) : Error;
}
static Truth module_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static const NativeDef def = PY_KEYWORDS("module", nullptr, "name, doc=");
  Value bound[2];
  if (!bind_arguments(def, args, n, kwnames, bound)) return -1;
  if (!as_str(bound[0])) return (void)raise(exc::TypeError, "module() argument 'name' must be str, not %A", bound[0]), -1;
  set_names(self.as<Module>(), bound[0], bound[1].is_undefined() ? None : bound[1]);
  return 0;
}

static void module_traverse(Object* self, Visitor& visitor) { visitor.Visitor::visit(static_cast<Module*>(self)->dict_slot); }
static void module_clear(Object* self) { (void)self; }
static void module_dealloc(Object* self) {
  static_cast<Module*>(self)->dict_slot.set(Undefined);
  free_object(self);
}

static const NativeDef module_methods[] = {PY_NOARGS("__dir__", module_dir), {}};
static const GetSetDef module_getsets[] = {{"__dict__", module_dict, nullptr}, {}};

constinit Type module_type{{.name = "module",
                            .instance_size = sizeof(Module),
                            .flags = type_is_base | type_has_weakrefs,
                            .create = module_create,
                            .init = module_init,
                            .dealloc = module_dealloc,
                            .traverse = module_traverse,
                            .clear = module_clear,
                            .repr = module_repr,
                            .get_attribute = module_get_attribute,
                            .set_attribute = module_set_attribute,
                            .methods = module_methods,
                            .getsets = module_getsets}};

}  // namespace py
