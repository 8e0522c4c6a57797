// super (Objects/typeobject.c, superobject). The zero-argument form is resolved by the compiler.
#include <new>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/super.hpp"

namespace py {

static Super* sup(Value v) { return v.as<Super>(); }
template <class F>
static void for_each_slot(Super* s, F f) {
  f(s->this_class);
  f(s->self);
  f(s->self_class);
}

// The class whose MRO is searched for super(cls, self): self itself if it is a subclass, else its class.
static Type* check_self(Type* cls, Value self) {
  if (Type* t = as_type(self); t && is_subtype(t, cls)) return t;
  if (is_subtype(type_of(self), cls)) return type_of(self);
  Ref claimed = get_attribute_or_undefined(self, dunder::class_);   // proxies
  if (claimed.is_error()) return nullptr;
  if (Type* t = claimed.is_undefined() ? nullptr : as_type(claimed); t && t != type_of(self) && is_subtype(t, cls)) return t;
  (void)raise(exc::TypeError, "super(type, obj): obj must be an instance or subtype of type");
  return nullptr;
}

static Truth fill(Super* s, Type* cls, Value self) {
  if (!self.is_undefined()) {
    Type* self_class = check_self(cls, self);
    if (!self_class) return -1;
    s->self.set(incref(self));
    s->self_class.set(object_value(self_class));
  }
  s->this_class.set(object_value(cls));
  return 0;
}

static Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  for_each_slot(static_cast<Super*>(o), [](Slot& s) { new (&s) Slot; });
  return object_value(o);
}
static Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("super", kwnames) || !check_positional("super()", n, 0, 2)) return -1;
  if (n == 0) {
    (void)raise(exc::RuntimeError, "super(): no arguments");
    return -1;
  }
  Type* cls = as_type(args[0]);
  if (!cls) {
    (void)raise(exc::TypeError, "super() argument 1 must be a type, not %T", args[0]);
    return -1;
  }
  return fill(sup(self), cls, n > 1 && !args[1].is_none() ? args[1] : Undefined);
}

Value make_super(Type* cls, Value self) {
  Type* self_class = check_self(cls, self);
  if (!self_class) return Error;
  auto* s = static_cast<Super*>(allocate_unfilled(&super_type, sizeof(Super)));
  new (&s->this_class) Slot(object_value(cls));
  new (&s->self) Slot(incref(self));
  new (&s->self_class) Slot(object_value(self_class));
  return object_value(s);
}

// What comes after `cls` in the MRO of `self_class` under name; borrowed, Undefined when absent.
static Value find_after(Type* cls, Type* self_class, Str* name) {
  Tuple* mro = mro_of(self_class);
  int64_t i = 0;
  while (i < mro->length && mro->items()[i].as<Type>() != cls) ++i;
  for (++i; i < mro->length; ++i) {
    Value found = dict_get_borrowed(dict_of(mro->items()[i].as<Type>()), name);
    if (!found.is_undefined()) return found;
  }
  return Undefined;
}

// The same bound to self; owned.
static Value lookup_after(Type* cls, Type* self_class, Value self, Str* name) {
  Ref found = Ref::borrow(find_after(cls, self_class, name));
  if (found.is_undefined()) return Undefined;
  Type* ft = type_of(found);
  if (!ft->descriptor_get) return found.take();
  return ft->descriptor_get(found, self.same(object_value(self_class)) ? Undefined : self, self_class);
}

Value call_through_super(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  constexpr uint32_t most = 8;
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  if (total > most || name == dunder::class_) return Undefined;
  Value self_class = sup(args[0])->self_class.peek();
  Ref object = sup(args[0])->self.get();
  if (object.is_undefined() || object.get().same(self_class)) return Undefined;
  Ref found = Ref::borrow(find_after(sup(args[0])->this_class.peek().as<Type>(), self_class.as<Type>(), name));
  if (found.is_undefined() || !is_plain_method(found)) return Undefined;
  Value all[most] = {object};
  for (uint32_t i = 1; i < total; ++i) all[i] = args[i];
  return call(found, all, n, kwnames);
}

static Value super_get_attribute(Value self, Str* name) {
  Ref object = sup(self)->self.get();
  if (!object.is_undefined() && name != dunder::class_) {
    Value r = lookup_after(sup(self)->this_class.peek().as<Type>(), sup(self)->self_class.peek().as<Type>(), object, name);
    if (!r.is_undefined()) return r;
  }
  return generic_get_attribute_slot(self, name);
}
static Value descriptor_get(Value self, Value object, Type*) {
  if (object.is_undefined() || object.is_none() || !sup(self)->self.peek().is_undefined()) return incref(self);
  Type* cls = sup(self)->this_class.peek().as<Type>();
  if (type_of(self) != &super_type) return call(object_value(type_of(self)), object_value(cls), object);
  return make_super(cls, object);
}
static Value super_repr(Value self) {
  Value cls = sup(self)->this_class.peek();
  if (cls.is_undefined()) return make_str("<super: <class 'NULL'>, NULL>");
  Value self_class = sup(self)->self_class.peek();
  if (self_class.is_undefined()) return format_text("<super: <class '%N'>, NULL>", cls.as<Type>());
  return format_text("<super: <class '%N'>, <%N object>>", cls.as<Type>(), self_class.as<Type>());
}
static Value or_none(const Slot& s) {
  Value v = s.get();
  return v.is_undefined() ? None : v;
}
static const GetSetDef getsets[] = {
    {"__thisclass__", [](Value v) { return or_none(sup(v)->this_class); }, nullptr},
    {"__self__", [](Value v) { return or_none(sup(v)->self); }, nullptr},
    {"__self_class__", [](Value v) { return or_none(sup(v)->self_class); }, nullptr},
    {},
};
constinit Type super_type{{.name = "super",
                           .instance_size = sizeof(Super),
                           .flags = type_is_base,
                           .base = &object_type,
                           .create = create,
                           .init = init,
                           .dealloc = [](Object* o) {
                             for_each_slot(static_cast<Super*>(o), [](Slot& s) { s.drop(); });
                             free_object(o);
                           },
                           .traverse = [](Object* o, Visitor& v) { for_each_slot(static_cast<Super*>(o), [&](Slot& s) { v.visit(s); }); },
                           .repr = super_repr,
                           .get_attribute = super_get_attribute,
                           .descriptor_get = descriptor_get,
                           .getsets = getsets}};

}  // namespace py
