// The type `type`: calling a class, attributes of classes, and their description.
#include <cstring>
#include <new>

#include "runtime/object/class_change.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/dotted_name.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/slot_functions.hpp"
#include "runtime/object/text.hpp"

namespace py {

// ---- calling a class ----

static std::atomic<uint32_t> recipes_made{0};
static constexpr uint32_t most_recipes = 20000, most_arguments = 8;

const InstanceRecipe* learn_recipe(Type* cls) {
  if (cls->create != object_create || recipes_made.load(std::memory_order_relaxed) > most_recipes) return nullptr;
  InstanceRecipe recipe{type_version(cls), nullptr, nullptr, !type_lookup(cls, dunder::del).is_undefined()};
  if (cls->init == slots::init) {
    Value init = type_lookup(cls, dunder::init);
    if (!is_exactly(init, function_type)) return nullptr;
    recipe.init = init.as<Function>();
    recipe.code = recipe.init->code;
  } else if (cls->init != object_init) {
    return nullptr;
  }
  void* memory = recipe.version ? allocate_buffer(sizeof recipe) : nullptr;
  if (!memory) return nullptr;
  if (recipe.init) incref(recipe.init);
  recipes_made.fetch_add(1, std::memory_order_relaxed);
  auto* made = new (memory) InstanceRecipe(recipe);
  cls->recipe.store(made, std::memory_order_release);
  return made;
}

// Undefined: it is not the usual case.
static Value make_plain_instance(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  const uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  if (total >= most_arguments) return Undefined;
  const InstanceRecipe* recipe = instance_recipe(cls);
  if (!recipe) return Undefined;
  if (!recipe->init) return total ? Undefined : object_value(allocate_instance(cls));
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  Value all[most_arguments] = {object_value(o)};
  for (uint32_t i = 0; i < total; ++i) all[i + 1] = args[i];
  bool as_they_are = !kwnames && recipe->init->code == recipe->code && takes_exactly(recipe->code, n + 1);
  Value result = as_they_are ? recipe->code->body(recipe->init, all) : call_function(recipe->init, all, n + 1, kwnames);
  if (result.is_none()) [[likely]] return object_value(o);
  Ref instance = object_value(o), other = result;
  return result.is_error() ? Error : raise(exc::TypeError, "__init__() should return None, not '%T'", result);
}

static Value type_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Type* cls = self.as<Type>();
  if (cls == &type_type) {
    bool keywords = kwnames && kwnames->length;
    if (n == 1 && !keywords) return incref(object_value(type_of(args[0])));
    if (n != 3) return raise(exc::TypeError, "type() takes 1 or 3 arguments");
  }
  if (!is_ready(cls)) [[unlikely]] ensure_ready(cls);
  if (cls->create == object_create) {
    if (Value made = make_plain_instance(cls, args, n, kwnames); !made.is_undefined()) return made;
  }
  if (!cls->create) return raise(exc::TypeError, "cannot create '%s' instances", cls->name);
  Value instance = cls->create(cls, args, n, kwnames);
  if (instance.is_error()) return Error;
  Type* t = type_of(instance);
  if (t != cls && !is_subtype(t, cls)) return instance;
  if (t->init && t->init != object_init_ignoring) {
    if (t->init(instance, args, n, kwnames) < 0) {
      decref(instance);
      return Error;
    }
  }
  return instance;
}

static Truth type_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 1 && kwnames && kwnames->length) {
    (void)raise(exc::TypeError, "type.__init__() takes no keyword arguments");
    return -1;
  }
  if (n != 1 && n != 3) {
    (void)raise(exc::TypeError, "type.__init__() takes 1 or 3 arguments");
    return -1;
  }
  return 0;
}

// ---- attributes of a class ----

Value type_get_attribute(Value self, Str* name) {
  Type* cls = self.as<Type>();
  if (!is_ready(cls)) [[unlikely]] ensure_ready(cls);
  Type* meta = type_of(self);
  Ref on_meta = Ref::borrow(type_lookup(meta, name));
  Value (*meta_get)(Value, Value, Type*) = nullptr;
  if (!on_meta.is_undefined()) {
    Type* mt = type_of(on_meta);
    meta_get = mt->descriptor_get;
    if (meta_get && mt->descriptor_set) return meta_get(on_meta, self, meta);
  }
  Ref found = Ref::borrow(type_lookup(cls, name));
  if (!found.is_undefined()) {
    Type* ft = type_of(found);
    return ft->descriptor_get ? ft->descriptor_get(found, Undefined, cls) : found.take();
  }
  if (meta_get) return meta_get(on_meta, self, meta);
  if (!on_meta.is_undefined()) return on_meta.take();
  return raise_attribute_error(self, name);
}

Truth type_set_attribute(Value self, Str* name, Value value) {
  Type* cls = self.as<Type>();
  ensure_ready(cls);
  if (!(cls->flags & type_is_heap)) {
    (void)raise(exc::TypeError, "cannot set '%U' attribute of immutable type '%s'", name, cls->name);
    return -1;
  }
  Ref on_meta = Ref::borrow(type_lookup(type_of(self), name));
  if (!on_meta.is_undefined()) {
    if (Truth (*set)(Value, Value, Value) = type_of(on_meta)->descriptor_set) return set(on_meta, self, value);
  }
  return set_class_member(cls, name, value);
}

static bool replaces_plain(Value old, Value value) {
  if (old.is_undefined() || value.is_undefined() || !is_plain_in_class(old) || !is_plain_in_class(value)) return false;
  return !type_of(old)->descriptor_set && !type_of(value)->descriptor_set;
}

Truth set_class_member(Type* cls, Str* name, Value value) {
  Ref old;
  bool fills_slot = is_slot_name(name);
  {
    std::optional<ClassChange> change;
    if (fills_slot) change.emplace();
    ClassLock guard;
    old = dict_get(dict_of(cls), name);  // kept until caches forget it
    if (value.is_undefined()) {
      if (!dict_delete(dict_of(cls), name)) {
        (void)raise_attribute_error(object_value(cls), name);
        return -1;
      }
    } else {
      dict_set(dict_of(cls), name, value);
    }
    bool replaced = !fills_slot && replaces_plain(old, value);
    if (!replaced || !note_changing(cls, name)) type_modified(cls);
    if (fills_slot) update_slot(cls, name);
  }
  return 0;
}

// ---- getsets ----

static Type* self_type(Value v) { return v.as<Type>(); }

std::string_view short_name(const Type* t) {
  bool dotted = !(t->flags & type_is_heap) || (t->flags & type_has_dotted_name);
  const char* dot = dotted ? std::strrchr(t->name, '.') : nullptr;
  return dot ? dot + 1 : t->name;
}

static Value get_name(Value self) { return make_str(short_name(self_type(self))); }
static bool check_heap(Type* t, const char* name, Value value) {
  if (!(t->flags & type_is_heap)) {
    (void)raise(exc::TypeError, "cannot set '%s' attribute of immutable type '%s'", name, t->name);
    return false;
  }
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, t->name);
    return false;
  }
  return true;
}
static Truth set_name(Value self, Value value) {
  Type* t = self_type(self);
  if (!check_heap(t, "__name__", value)) return -1;
  Str* s = as_str(value);
  if (!s) {
    (void)raise(exc::TypeError, "can only assign string to %s.__name__, not '%T'", t->name, value);
    return -1;
  }
  Text text;
  append_utf8(text, intern(s));
  if (text.view().find('\0') != std::string_view::npos) {
    (void)raise(exc::ValueError, "type name must not contain null characters");
    return -1;
  }
  const char* fresh = permanent_text(text.view());
  if (!fresh) return -1;
  ClassChange change;
  t->name = fresh;
  return 0;
}
static Value get_qualname(Value self) {
  Type* t = self_type(self);
  return (t->flags & type_is_heap) ? t->qualname.get() : get_name(self);
}
static Truth set_qualname(Value self, Value value) {
  Type* t = self_type(self);
  if (!check_heap(t, "__qualname__", value)) return -1;
  if (!as_str(value)) {
    (void)raise(exc::TypeError, "can only assign string to %s.__qualname__, not '%T'", t->name, value);
    return -1;
  }
  t->qualname.set(incref(value));
  return 0;
}
static Value get_module(Value self) {
  Type* t = self_type(self);
  ensure_ready(t);
  Value module = t == &type_type ? Undefined : dict_get(dict_of(t), dunder::module);   // type's own entry is this very attribute
  if (!module.is_undefined()) return module;
  if (t->flags & type_is_heap) return raise(exc::AttributeError, "__module__");
  const char* dot = std::strrchr(t->name, '.');
  return dot ? make_str({t->name, static_cast<size_t>(dot - t->name)}) : make_str("builtins");
}
static Truth set_module(Value self, Value value) {
  Type* t = self_type(self);
  return check_heap(t, "__module__", value) ? set_class_member(t, dunder::module, value) : -1;
}
static Value get_bases(Value self) {
  ensure_ready(self_type(self));
  return self_type(self)->bases.get();
}
static Value get_mro(Value self) {
  ensure_ready(self_type(self));
  return self_type(self)->mro.get();
}
static Value get_base(Value self) { return self_type(self)->base ? object_value(self_type(self)->base) : None; }
static Value get_namespace(Value self) {
  ensure_ready(self_type(self));
  return make_mapping_proxy(object_value(dict_of(self_type(self))));
}
static Value get_doc(Value self) {
  Type* t = self_type(self);
  ensure_ready(t);
  Ref doc = dict_get(dict_of(t), dunder::doc);
  if (doc.is_undefined()) return None;
  Type* dt = type_of(doc);
  return dt->descriptor_get ? dt->descriptor_get(doc, Undefined, t) : doc.take();
}
static Truth set_doc(Value self, Value value) {
  Type* t = self_type(self);
  return check_heap(t, "__doc__", value) ? set_class_member(t, dunder::doc, value) : -1;
}
static Value get_abstract(Value self) {
  Type* t = self_type(self);
  ensure_ready(t);
  Value v = t == &type_type ? Undefined : dict_get(dict_of(t), dunder::abstractmethods);
  return v.is_undefined() ? raise(exc::AttributeError, "__abstractmethods__") : v;
}
static Truth set_abstract(Value self, Value value) {
  Type* t = self_type(self);
  Truth abstract = value.is_undefined() ? 0 : truth(value);
  if (abstract < 0 || set_class_member(t, dunder::abstractmethods, value) < 0) return -1;
  ClassChange change;
  if (abstract) t->flags |= type_is_abstract;
  else t->flags &= ~uint32_t{type_is_abstract};
  return 0;
}
static Value get_annotations(Value self) {
  Type* t = self_type(self);
  ensure_ready(t);
  if (!(t->flags & type_is_heap)) return raise(exc::AttributeError, "type object '%s' has no attribute '__annotations__'", t->name);
  Value found = dict_get(dict_of(t), dunder::annotations);
  if (!found.is_undefined()) return found;
  Ref fresh = make_dict();
  if (fresh.is_error() || set_class_member(t, dunder::annotations, fresh) < 0) return Error;
  return fresh.take();
}
static Truth set_annotations(Value self, Value value) {
  Type* t = self_type(self);
  if (!(t->flags & type_is_heap)) {
    (void)raise(exc::TypeError, "cannot set '__annotations__' attribute of immutable type '%s'", t->name);
    return -1;
  }
  return set_class_member(t, dunder::annotations, value);
}
static Value get_flags(Value self) {
  uint32_t flags = self_type(self)->flags;
  return small_int((flags & type_is_heap ? 1 << 9 : 0) | (flags & type_is_base ? 1 << 10 : 0) | (flags & type_is_abstract ? 1 << 20 : 0));
}
static const GetSetDef type_getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, set_bases},
    {"__mro__", get_mro, nullptr},
    {"__base__", get_base, nullptr},
    {"__dict__", get_namespace, nullptr},
    {"__doc__", get_doc, set_doc},
    {"__abstractmethods__", get_abstract, set_abstract},
    {"__annotations__", get_annotations, set_annotations},
    {"__flags__", get_flags, nullptr},
    {"__basicsize__", [](Value self) { return small_int(self_type(self)->instance_size); }, nullptr},
    {"__itemsize__", [](Value) { return small_int(0); }, nullptr},
    {"__dictoffset__", [](Value self) { return small_int(has_attributes(self_type(self)) ? 16 : 0); }, nullptr},
    {},
};

// ---- methods ----

static Value method_mro(const Value* args, uint32_t) {
  Type* t = as_type(args[0]);
  ensure_ready(t);
  Ref mro = compute_mro(t, t->bases.peek().as<Tuple>());
  return mro.is_error() ? Error : to_list(mro);
}
static Value method_subclasses(const Value* args, uint32_t) { return subclasses_of(args[0].as<Type>()); }
static Value method_instancecheck(const Value* args, uint32_t) {
  Truth r = is_instance_plain(args[1], args[0]);
  return r < 0 ? Error : boolean(r);
}
static Value method_subclasscheck(const Value* args, uint32_t) {
  Truth r = is_subclass_plain(args[1], args[0]);
  return r < 0 ? Error : boolean(r);
}
static Value method_dir(const Value* args, uint32_t) { return type_dir(args[0].as<Type>()); }
static Value method_sizeof(const Value*, uint32_t) { return small_int(sizeof(Type)); }
static Value method_prepare(const Value*, uint32_t, Tuple*) { return make_dict(); }
static const NativeDef type_methods[] = {
    PY_NOARGS("mro", method_mro),
    PY_NOARGS("__subclasses__", method_subclasses),
    PY_ONE("__instancecheck__", method_instancecheck),
    PY_ONE("__subclasscheck__", method_subclasscheck),
    PY_NOARGS("__dir__", method_dir),
    PY_NOARGS("__sizeof__", method_sizeof),
    {"__prepare__", nullptr, Arity::raw, 0, 0, nullptr, NativeDef::class_method, method_prepare, nullptr},
    {},
};

static Value type_repr(Value self) {
  Type* t = self_type(self);
  Ref module = get_module(self);
  if (module.is_error()) clear_error();
  Ref qualname = get_qualname(self);
  Str* m = module.is_error() ? nullptr : as_str(module);
  if (!m || (m->is_ascii() && m->ascii() == "builtins")) {
    return (t->flags & type_is_heap) && m ? format_text("<class '%S'>", qualname.get()) : format_text("<class '%s'>", t->name);
  }
  return format_text("<class '%S.%S'>", module.get(), qualname.get());
}
static int64_t type_hash(Value self) { return static_cast<int64_t>(self.bits >> 4); }
static Value type_or(Value left, Value right) { return make_union(left, right); }

constinit Type type_type{{.name = "type",
                          .instance_size = sizeof(Type),
                          .flags = type_is_base | type_has_weakrefs | kind_type,
                          .base = &object_type,
                          .create = type_create,
                          .init = type_init,
                          .repr = type_repr,
                          .hash = type_hash,
                          .call = type_call,
                          .get_attribute = type_get_attribute,
                          .set_attribute = type_set_attribute,
                          .number = {.bit_or = type_or},
                          .methods = type_methods,
                          .getsets = type_getsets}};

}  // namespace py
