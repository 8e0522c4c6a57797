// The type `object`: what every class inherits (Objects/typeobject.c, object_*).
#include "runtime/object/class_change.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

namespace py {

static bool excess(uint32_t n, Tuple* kwnames) { return n || (kwnames && kwnames->length); }
static bool overrides_init(const Type* t) { return t->init != object_init; }

static bool is_before(Value a, Value b) { return as_str(a) && as_str(b) && str_order(as_str(a), as_str(b)) < 0; }
static Value raise_abstract(Type* cls) {
  Ref methods = get_attribute(object_value(cls), dunder::abstractmethods);
  if (methods.is_error()) return Error;
  Values sorted;
  if (!collect(sorted, methods)) return Error;
  for (int64_t i = 1; i < sorted.size(); ++i) {          // a few names: not worth bringing list.sort into every program
    for (int64_t k = i; k > 0 && is_before(sorted[k], sorted[k - 1]); --k) std::swap(sorted.data()[k], sorted.data()[k - 1]);
  }
  Text names;
  for (int64_t i = 0; i < sorted.size(); ++i) {
    if (i) names.append(", ");
    if (Str* s = as_str(sorted[i])) append_utf8(names, s);
  }
  Ref text = names.to_str();
  return raise(exc::TypeError, "Can't instantiate abstract class %N with abstract method%s %S", cls, sorted.size() > 1 ? "s" : "", text.get());
}

Value object_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (excess(n, kwnames)) {
    if (cls->create != object_create) return raise(exc::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (!overrides_init(cls)) return raise(exc::TypeError, "%N() takes no arguments", cls);
  }
  if (cls->flags & type_is_abstract) [[unlikely]] return raise_abstract(cls);
  Object* o = allocate_instance(cls);
  return o ? object_value(o) : Error;
}

Truth object_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!excess(n, kwnames)) return 0;
  Type* t = type_of(self);
  if (overrides_init(t)) {
    (void)raise(exc::TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    return -1;
  }
  if (t->create == object_create) {
    (void)raise(exc::TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)", t);
    return -1;
  }
  return 0;
}
Truth object_init_ignoring(Value, const Value*, uint32_t, Tuple*) { return 0; }

Value object_repr(Value self) {
  Type* t = type_of(self);
  Ref module = get_attribute(object_value(t), dunder::module);
  Ref qualname = get_attribute(object_value(t), dunder::qualname);
  if (module.is_error() || qualname.is_error()) clear_error();
  Str* m = module.is_error() ? nullptr : as_str(module);
  if (!m || qualname.is_error() || (m->is_ascii() && m->ascii() == "builtins")) {
    return format_text("<%N object at %p>", t, reinterpret_cast<void*>(self.bits));
  }
  return format_text("<%S.%S object at %p>", module.get(), qualname.get(), reinterpret_cast<void*>(self.bits));
}
Value object_str(Value self) { return repr(self); }
int64_t object_hash(Value self) {
  int64_t h = static_cast<int64_t>(self.bits >> 4 | self.bits << 60);
  return h == -1 ? -2 : h;
}
int64_t hash_not_implemented(Value self) {
  (void)raise(exc::TypeError, "unhashable type: '%T'", self);
  return -1;
}

Value object_compare(Value self, Value other, Compare op) {
  if (op == Compare::eq) return self.same(other) ? True : NotImplemented;
  if (op != Compare::ne) return NotImplemented;
  Type* t = type_of(self);
  if (!t->compare || t->compare == object_compare) return self.same(other) ? False : NotImplemented;
  Ref equal = t->compare(self, other, Compare::eq);
  if (equal.is_error() || equal.get().is_not_implemented()) return equal.take();
  Truth r = truth(equal);
  return r < 0 ? Error : boolean(!r);
}

// ---- __class__ ----

static Value get_class(Value self) { return object_value(type_of(self)); }
static Truth set_class(Value self, Value value) {
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "can't delete __class__ attribute");
    return -1;
  }
  Type* to = as_type(value);
  if (!to) {
    (void)raise(exc::TypeError, "__class__ must be set to a class, not '%T' object", value);
    return -1;
  }
  Type* from = type_of(self);
  if (is_subtype(to, &module_type) && is_subtype(from, &module_type)) {
    publish_class(to);
    __atomic_store_n(&self.object()->type, to, __ATOMIC_RELAXED);
    return 0;
  }
  if (!(to->flags & from->flags & type_is_heap)) {
    (void)raise(exc::TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    return -1;
  }
  if (!same_layout(from, to)) {
    (void)raise(exc::TypeError, "__class__ assignment: '%N' object layout differs from '%N'", to, from);
    return -1;
  }
  // Inline slots are numbered by class: the dict holds for both.
  if (has_attributes(from) && !instance_dict(self.object(), from)) return -1;
  publish_class(to);
  ObjectLock lock(self.object());
  __atomic_store_n(&self.object()->type, to, __ATOMIC_RELAXED);
  return 0;
}
static const GetSetDef object_getsets[] = {{"__class__", get_class, set_class}, {}};

// ---- __dir__ ----

static Truth merge_class(Dict* names, Type* t) {
  ensure_ready(t);
  Tuple* mro = mro_of(t);
  for (int64_t i = mro->length - 1; i >= 0; --i) {
    if (dict_update_dict(names, dict_of(mro->items()[i].as<Type>())) < 0) return -1;
  }
  return 0;
}
Value type_dir(Type* type) {
  Ref names = make_dict();
  if (names.is_error() || merge_class(names.as<Dict>(), type) < 0) return Error;
  return to_list(names);
}
Value object_dir(Value self) {
  Ref names = make_dict();
  if (names.is_error() || merge_class(names.as<Dict>(), type_of(self)) < 0) return Error;
  Ref own = get_attribute_or_undefined(self, dunder::dict);
  if (own.is_error()) return Error;
  if (Dict* d = own.is_undefined() ? nullptr : as_dict(own)) {
    if (dict_update_dict(names.as<Dict>(), d) < 0) return Error;
  }
  return to_list(names);
}

// ---- methods ----

static Value method_dir(const Value* args, uint32_t) { return object_dir(args[0]); }
static Value method_format(const Value* args, uint32_t) {
  Str* spec = as_str(args[1]);
  if (!spec) return raise(exc::TypeError, "__format__() argument must be str, not %A", args[1]);
  if (spec->length) return raise(exc::TypeError, "unsupported format string passed to %T.__format__", args[0]);
  return str(args[0]);
}
static Value method_init_subclass(const Value*, uint32_t) { return None; }
static Value method_subclasshook(const Value*, uint32_t, Tuple*) { return NotImplemented; }
static Value method_sizeof(const Value* args, uint32_t) {
  Type* t = type_of(args[0]);
  return small_int(t->instance_size + (args[0].is_object() && has_attributes(t) ? sizeof(Attributes) : 0));
}

// __getstate__: the __dict__, with __slots__ a pair (object.__getstate__ of 3.11).
static Value slot_state(Value self) {
  Ref state = make_dict();
  Tuple* mro = mro_of(type_of(self));
  for (int64_t i = 0; i < mro->length; ++i) {
    Type* t = mro->items()[i].as<Type>();
    if (t->slots_names.is_undefined()) continue;
    Tuple* names = t->slots_names.as<Tuple>();
    for (int64_t k = 0; k < names->length; ++k) {
      Ref v = get_attribute_or_undefined(self, names->items()[k].as<Str>());
      if (v.is_error()) return Error;
      if (!v.is_undefined()) dict_set(state.as<Dict>(), names->items()[k].as<Str>(), v);
    }
  }
  return state.take();
}
static Value method_getstate(const Value* args, uint32_t) {
  Ref dict = get_attribute_or_undefined(args[0], dunder::dict);
  if (dict.is_error()) return Error;
  Ref own = dict.is_undefined() || (as_dict(dict) && dict_size(as_dict(dict)) == 0) ? None : dict_copy(as_dict(dict));
  Ref slots = slot_state(args[0]);
  if (slots.is_error() || own.is_error()) return Error;
  if (dict_size(slots.as<Dict>()) == 0) return own.take();
  return tuple_of(own, slots);
}
static Value method_reduce_ex(const Value* args, uint32_t) {
  Ref protocol = to_index(args[1]);
  return protocol.is_error() ? Error : reduce_object(args[0], protocol);
}
static Value method_reduce(const Value* args, uint32_t) { return reduce_object(args[0], small_int(0)); }

static const NativeDef object_methods[] = {
    PY_NOARGS("__dir__", method_dir),
    PY_ONE("__format__", method_format),
    {"__init_subclass__", method_init_subclass, Arity::none, 0, 0, nullptr, NativeDef::class_method, nullptr, nullptr},
    {"__subclasshook__", nullptr, Arity::raw, 0, 0, nullptr, NativeDef::class_method, method_subclasshook, nullptr},
    PY_NOARGS("__sizeof__", method_sizeof),
    PY_NOARGS("__getstate__", method_getstate),
    PY_ONE("__reduce_ex__", method_reduce_ex),
    PY_NOARGS("__reduce__", method_reduce),
    {},
};

constinit Type object_type{{.name = "object",
                            .instance_size = sizeof(Object),
                            .flags = type_is_base,
                            .create = object_create,
                            .init = object_init,
                            .dealloc = free_object,
                            .repr = object_repr,
                            .str = object_str,
                            .hash = object_hash,
                            .get_attribute = generic_get_attribute_slot,
                            .set_attribute = generic_set_attribute_slot,
                            .compare = object_compare,
                            .methods = object_methods,
                            .getsets = object_getsets}};

}  // namespace py
