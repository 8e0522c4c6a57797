// Functions written in C++: builtin_function_or_method, method_descriptor, classmethod_descriptor
// (Objects/methodobject.c, Objects/descrobject.c).
#include <cstring>

#include "runtime/object/functions.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py {

// "list.append()", "math.sqrt()", "len()": how messages name the function.
static Value function_text(const NativeDef& def, Type* owner, const char* module) {
  if (owner) {
    Ref name = make_str(short_name(owner));
    return format_text("%S.%s()", name.get(), def.name);
  }
  if (module && std::strcmp(module, "builtins") != 0) return format_text("%s.%s()", module, def.name);
  return format_text("%s()", def.name);
}

Value call_native(const NativeDef& def, Type* owner, const char* module, bool has_self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (tables_have_gaps && !def.fn && !def.raw_fn) [[unlikely]] {
    return raise(exc::SystemError, "%s() was left out of this program because nothing in it seemed to name it", def.name);
  }
  if (def.arity == Arity::raw) return def.raw_fn(args, n, kwnames);
  uint32_t skip = has_self, given = n - skip;
  if (def.arity == Arity::keywords) {
    Value bound[most_parameters + 1];
    if (has_self) bound[0] = args[0];
    const Signature& s = signature_of(def);
    if (!kwnames && given <= s.positional) {
      if (given == s.count) return def.fn(args, n);
      if (leaves_out_only_optional(s, given)) {
        for (uint32_t i = 0; i < s.count; ++i) bound[skip + i] = i < given ? args[skip + i] : Undefined;
        return def.fn(bound, s.count + skip);
      }
    }
    return bind_arguments(def, args + skip, given, kwnames, bound + skip) ? def.fn(bound, s.count + skip) : Error;
  }
  if (kwnames && kwnames->length) [[unlikely]] {
    Ref name = function_text(def, owner, module);
    return raise(exc::TypeError, "%S takes no keyword arguments", name.get());
  }
  switch (def.arity) {
    case Arity::none:
      if (given == 0) [[likely]] return def.fn(args, n);
      break;
    case Arity::one:
      if (given == 1) [[likely]] return def.fn(args, n);
      break;
    default:
      if (given >= def.min && (given <= def.max || def.max == 255)) [[likely]] return def.fn(args, n);
      check_positional(def.name, given, def.min, def.max == 255 ? UINT32_MAX : def.max);
      return Error;
  }
  Ref name = function_text(def, owner, module);
  return raise(exc::TypeError, def.arity == Arity::none ? "%S takes no arguments (%d given)" : "%S takes exactly one argument (%d given)",
               name.get(), static_cast<int>(given));
}

// ---- builtin_function_or_method ----

static Value make_native(const NativeDef& def, Type* owner, const char* module, Value self) {
  auto* f = allocate<NativeFunction>(&native_function_type);
  f->def = &def;
  f->self = incref(self);
  f->module = module;
  f->owner = owner;
  if (self.is_undefined()) make_immortal(f);   // of a module
  return object_value(f);
}
Value make_native_function(const NativeDef& def, Value self, const char* module_name) { return make_native(def, nullptr, module_name, self); }
Value make_native_method(const NativeDef& def, Type* owner, Value self) { return make_native(def, owner, nullptr, self); }

static Value native_call(Value callee, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* f = callee.as<NativeFunction>();
  if (f->self.is_undefined()) return call_native(*f->def, f->owner, f->module, false, args, n, kwnames);
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  Value local[9];
  Value* all = total < 9 ? local : static_cast<Value*>(allocate_buffer((total + 1) * sizeof(Value)));
  if (!all) return Error;
  all[0] = f->self;
  if (total) std::memcpy(static_cast<void*>(all + 1), args, total * sizeof(Value));
  Type* named = as_type(f->self) ? as_type(f->self) : type_of(f->self);   // messages name the class of self, or self
  Value r = call_native(*f->def, named, f->module, true, all, n + 1, kwnames);
  if (all != local) free_buffer(all);
  return r;
}
static Value native_repr(Value self) {
  auto* f = self.as<NativeFunction>();
  if (f->self.is_undefined()) return format_text("<built-in function %s>", f->def->name);
  return format_text("<built-in method %s of %T object at %p>", f->def->name, f->self, reinterpret_cast<void*>(f->self.bits));
}
static Value native_compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_exactly(other, native_function_type)) return NotImplemented;
  auto *a = self.as<NativeFunction>(), *b = other.as<NativeFunction>();
  return boolean((a->def == b->def && a->self.same(b->self)) == (op == Compare::eq));
}
static int64_t native_hash(Value self) {
  auto* f = self.as<NativeFunction>();
  return static_cast<int64_t>((reinterpret_cast<uintptr_t>(f->def) >> 4) ^ (f->self.bits >> 5));
}
static Value native_qualname(Value self) {
  auto* f = self.as<NativeFunction>();
  Type* t = f->owner;
  if (!t && !f->self.is_undefined()) t = as_type(f->self) ? as_type(f->self) : type_of(f->self);
  if (!t) return object_value(intern(f->def->name));
  Ref name = make_str(short_name(t));
  return format_text("%S.%s", name.get(), f->def->name);
}
// A function of a module has the module for its self.
static Value native_self(Value self) {
  auto* f = self.as<NativeFunction>();
  if (!f->self.is_undefined() || !f->module) return f->self.is_undefined() ? None : incref(f->self);
  Value module = dict_get(sys_modules(), intern(f->module));
  return module.is_undefined() ? None : module;
}
static Value doc_value(const char* doc) { return doc ? make_str(doc) : None; }
static const GetSetDef native_getsets[] = {
    {"__name__", [](Value self) { return object_value(intern(self.as<NativeFunction>()->def->name)); }, nullptr},
    {"__qualname__", native_qualname, nullptr},
    {"__module__", [](Value self) { const char* m = self.as<NativeFunction>()->module; return m ? make_str(m) : None; }, nullptr},
    {"__self__", native_self, nullptr},
    {"__doc__", [](Value self) { return doc_value(self.as<NativeFunction>()->def->doc); }, nullptr},
    {"__text_signature__", [](Value) { return None; }, nullptr},
    {},
};
constinit Type native_function_type{{.name = "builtin_function_or_method",
                                     .instance_size = sizeof(NativeFunction),
                                     .flags = type_has_weakrefs,
                                     .base = &object_type,
                                     .dealloc = [](Object* o) {
                                       decref(static_cast<NativeFunction*>(o)->self);
                                       free_object(o);
                                     },
                                     .traverse = [](Object* o, Visitor& v) { v.visit(static_cast<NativeFunction*>(o)->self); },
                                     .repr = native_repr,
                                     .hash = native_hash,
                                     .call = native_call,
                                     .compare = native_compare,
                                     .getsets = native_getsets}};

// ---- method_descriptor, classmethod_descriptor ----

Value make_method_descriptor(Type* owner, const NativeDef& def) {
  auto* d = allocate<MethodDescriptor>(def.kind == NativeDef::class_method ? &classmethod_descriptor_type : &method_descriptor_type);
  d->owner = owner;
  d->def = &def;
  make_immortal(d);
  return object_value(d);
}
static MethodDescriptor* descriptor(Value v) { return v.as<MethodDescriptor>(); }

static Value method_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* d = descriptor(self);
  if (n < 1) [[unlikely]] return raise(exc::TypeError, "unbound method %N.%s() needs an argument", d->owner, d->def->name);
  Type* t = type_of(args[0]);
  if (t != d->owner && !is_subtype(t, d->owner)) [[unlikely]] {
    return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", d->def->name, d->owner, args[0]);
  }
  return call_native(*d->def, d->owner, nullptr, true, args, n, kwnames);
}
static Value method_get(Value self, Value object, Type*) {
  if (object.is_undefined()) return incref(self);
  auto* d = descriptor(self);
  if (!is_subtype(type_of(object), d->owner)) {
    return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", d->def->name, d->owner, object);
  }
  return make_native_method(*d->def, d->owner, object);
}
static Value class_method_get(Value self, Value object, Type* owner) {
  auto* d = descriptor(self);
  if (!owner && object.is_undefined()) return raise(exc::TypeError, "descriptor '%s' for type '%N' needs a type", d->def->name, d->owner);
  Type* cls = owner ? owner : type_of(object);
  if (!is_subtype(cls, d->owner)) {
    return raise(exc::TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'", d->def->name, d->owner, cls);
  }
  return make_native_method(*d->def, d->owner, object_value(cls));
}
static Value class_method_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* d = descriptor(self);
  Type* t = n ? as_type(args[0]) : nullptr;
  if (!t) return raise(exc::TypeError, "descriptor '%s' of '%N' object needs an argument", d->def->name, d->owner);
  if (!is_subtype(t, d->owner)) {
    return raise(exc::TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'", d->def->name, d->owner, t);
  }
  return call_native(*d->def, d->owner, nullptr, true, args, n, kwnames);
}
static Value method_repr(Value self) { return format_text("<method '%s' of '%N' objects>", descriptor(self)->def->name, descriptor(self)->owner); }
static const GetSetDef method_getsets[] = {
    {"__name__", [](Value self) { return object_value(intern(descriptor(self)->def->name)); }, nullptr},
    {"__qualname__", [](Value self) {
       Ref name = make_str(short_name(descriptor(self)->owner));
       return format_text("%S.%s", name.get(), descriptor(self)->def->name);
     }, nullptr},
    {"__objclass__", [](Value self) { return object_value(descriptor(self)->owner); }, nullptr},
    {"__doc__", [](Value self) { return doc_value(descriptor(self)->def->doc); }, nullptr},
    {"__text_signature__", [](Value) { return None; }, nullptr},
    {},
};
constinit Type method_descriptor_type{{.name = "method_descriptor",
                                       .instance_size = sizeof(MethodDescriptor),
                                       .base = &object_type,
                                       .repr = method_repr,
                                       .call = method_call,
                                       .descriptor_get = method_get,
                                       .getsets = method_getsets}};
constinit Type classmethod_descriptor_type{{.name = "classmethod_descriptor",
                                            .instance_size = sizeof(MethodDescriptor),
                                            .base = &object_type,
                                            .repr = method_repr,
                                            .call = class_method_call,
                                            .descriptor_get = class_method_get,
                                            .getsets = method_getsets}};

// ---- T.__new__ of built-in classes (tp_new_wrapper) ----

static Value new_call(const Value* args, uint32_t n, Tuple* kwnames) {
  Type* owner = args[0].as<Type>();
  if (n < 2) return raise(exc::TypeError, "%N.__new__(): not enough arguments", owner);
  Type* cls = as_type(args[1]);
  if (!cls) return raise(exc::TypeError, "%N.__new__(X): X is not a type object (%T)", owner, args[1]);
  ensure_ready(cls);
  if (!is_subtype(cls, owner)) return raise(exc::TypeError, "%N.__new__(%N): %N is not a subtype of %N", owner, cls, cls, owner);
  // The nearest class whose instances C++ lays out must be made by its own create.
  Type* native = cls;
  while (native && (native->flags & type_is_heap)) native = native->base;
  if (native && native->create != owner->create && native->create) {
    return raise(exc::TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", owner, cls, native);
  }
  return owner->create(cls, args + 2, n - 2, kwnames);
}
static const NativeDef new_def = {"__new__", nullptr, Arity::raw, 0, 0, nullptr, NativeDef::static_method, new_call, nullptr};

Value make_new_wrapper(Type* owner) { return make_native(new_def, owner, nullptr, object_value(owner)); }
Type* new_wrapper_owner(Value v) {
  if (!is_exactly(v.is_undefined() ? None : v, native_function_type) || v.as<NativeFunction>()->def != &new_def) return nullptr;
  return v.as<NativeFunction>()->self.as<Type>();
}

// The create slot of classes that define __new__ in Python.
Value slot_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref found = Ref::borrow(type_lookup(cls, dunder::new_));
  Type* ft = type_of(found);
  Ref callee = ft->descriptor_get ? ft->descriptor_get(found, Undefined, cls) : incref(found.get());
  if (callee.is_error()) return Error;
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  Value local[9];
  Value* all = total < 9 ? local : static_cast<Value*>(allocate_buffer((total + 1) * sizeof(Value)));
  if (!all) return Error;
  all[0] = object_value(cls);
  if (total) std::memcpy(static_cast<void*>(all + 1), args, total * sizeof(Value));
  Value r = call(callee, all, n + 1, kwnames);
  if (all != local) free_buffer(all);
  return r;
}

}  // namespace py
