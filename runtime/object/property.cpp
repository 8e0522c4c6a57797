// property (Objects/descrobject.c).
#include <cstddef>
#include <new>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {

static Property* prop(Value v) { return v.as<Property>(); }
template <class F>
static void for_each_slot(Property* p, F f) {
  for (Slot* s : {&p->getter, &p->setter, &p->deleter, &p->doc, &p->name}) f(*s);
}

static Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  for_each_slot(static_cast<Property*>(o), [](Slot& s) { new (&s) Slot; });
  return object_value(o);
}

static const NativeDef init_def = {"property", nullptr, Arity::keywords, 0, 0, "fget=, fset=, fdel=, doc=", NativeDef::method, nullptr, nullptr};
static Value given(Value v) { return v.is_undefined() || v.is_none() ? Undefined : incref(v); }

static Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Value a[4];
  if (!bind_arguments(init_def, args, n, kwnames, a)) return -1;
  Property* p = prop(self);
  p->getter.set(given(a[0]));
  p->setter.set(given(a[1]));
  p->deleter.set(given(a[2]));
  p->doc_from_getter = false;
  Ref doc = given(a[3]);
  if (doc.is_undefined() && !p->getter.peek().is_undefined()) {
    doc = get_attribute_or_undefined(a[0], dunder::doc);
    if (doc.is_error()) return -1;
    p->doc_from_getter = !doc.is_undefined() && !doc.get().is_none();
  }
  if (type_of(self) != &property_type && has_attributes(type_of(self))) {
    // A subclass's own __doc__ would hide the slot's.
    return set_attribute(self, dunder::doc, doc.is_undefined() ? None : doc.get());
  }
  p->doc.set(doc.take());
  return 0;
}

[[gnu::cold]] static Value raise_no(Value self, Value object, const char* what) {
  Ref name = prop(self)->name.get(), type_name = get_attribute(object_value(type_of(object)), dunder::qualname);
  if (type_name.is_error()) return Error;
  if (name.is_undefined()) return raise(exc::AttributeError, "property of %R object has no %s", type_name.get(), what);
  return raise(exc::AttributeError, "property %R of %R object has no %s", name.get(), type_name.get(), what);
}

static Value descriptor_get(Value self, Value object, Type*) {
  if (object.is_undefined() || object.is_none()) return incref(self);
  Ref getter = prop(self)->getter.get();
  return getter.is_undefined() ? raise_no(self, object, "getter") : call(getter, object);
}
static Truth descriptor_set(Value self, Value object, Value value) {
  Ref f = value.is_undefined() ? prop(self)->deleter.get() : prop(self)->setter.get();
  if (f.is_undefined()) {
    (void)raise_no(self, object, value.is_undefined() ? "deleter" : "setter");
    return -1;
  }
  Ref r = value.is_undefined() ? call(f, object) : call(f, object, value);
  return r.is_error() ? -1 : 0;
}

// A copy with one function replaced.
static Value copy_with(Value self, Value getter, Value setter, Value deleter) {
  Property* p = prop(self);
  auto pick = [](Value v, Slot& s) { return v.is_undefined() ? (s.peek().is_undefined() ? None : s.get()) : incref(v); };
  Ref g = pick(getter, p->getter), s = pick(setter, p->setter), d = pick(deleter, p->deleter);
  Ref doc = (p->doc_from_getter && !g.get().is_none()) || p->doc.peek().is_undefined() ? None : p->doc.get();
  Value args[] = {g, s, d, doc};
  Ref fresh = call(object_value(type_of(self)), args, 4);
  if (fresh.is_error()) return Error;
  if (is_subtype(type_of(fresh), &property_type)) prop(fresh)->name.set(p->name.get());
  return fresh.take();
}
static Value method_getter(const Value* args, uint32_t) { return copy_with(args[0], args[1], Undefined, Undefined); }
static Value method_setter(const Value* args, uint32_t) { return copy_with(args[0], Undefined, args[1], Undefined); }
static Value method_deleter(const Value* args, uint32_t) { return copy_with(args[0], Undefined, Undefined, args[1]); }
static Value method_set_name(const Value* args, uint32_t) {
  prop(args[0])->name.set(incref(args[2]));
  return None;
}
static const NativeDef methods[] = {
    PY_ONE("getter", method_getter),
    PY_ONE("setter", method_setter),
    PY_ONE("deleter", method_deleter),
    PY_RANGE("__set_name__", method_set_name, 2, 2),
    {},
};

static Value or_none(Slot& s) {
  Value v = s.get();
  return v.is_undefined() ? None : v;
}
static Value get_abstract(Value self) {
  Property* p = prop(self);
  for (Slot* s : {&p->getter, &p->setter, &p->deleter}) {
    Ref f = s->get();
    if (f.is_undefined()) continue;
    Ref v = get_attribute_or_undefined(f, dunder::isabstractmethod);
    if (v.is_error()) return Error;
    Truth t = v.is_undefined() ? 0 : truth(v);
    if (t) return t < 0 ? Error : True;
  }
  return False;
}
static const MemberDef members[] = {
    {"fget", offsetof(Property, getter), true}, {"fset", offsetof(Property, setter), true}, {"fdel", offsetof(Property, deleter), true}, {}};
static const GetSetDef getsets[] = {
    {"__doc__", [](Value v) { return or_none(prop(v)->doc); }, [](Value v, Value doc) { prop(v)->doc.set(given(doc)); return 0; }},
    {"__isabstractmethod__", get_abstract, nullptr},
    {},
};

constinit Type property_type{{.name = "property",
                              .instance_size = sizeof(Property),
                              .flags = type_is_base,
                              .base = &object_type,
                              .create = create,
                              .init = init,
                              .dealloc = [](Object* o) {
                                for_each_slot(static_cast<Property*>(o), [](Slot& s) { s.set(Undefined); });
                                free_object(o);
                              },
                              .traverse = [](Object* o, Visitor& v) { for_each_slot(static_cast<Property*>(o), [&](Slot& s) { v.visit(s); }); },
                              .clear = [](Object* o) { for_each_slot(static_cast<Property*>(o), [](Slot& s) { s.set(Undefined); }); },
                              .descriptor_get = descriptor_get,
                              .descriptor_set = descriptor_set,
                              .methods = methods,
                              .members = members, .getsets = getsets}};

}  // namespace py
