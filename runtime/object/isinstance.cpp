// isinstance() and issubclass() (Objects/abstract.c: object_isinstance, recursive_issubclass).
#include "runtime/object/class.hpp"

namespace py {

// __bases__ of something that is no type but acts as one; owned; Undefined when it has none.
static Value abstract_bases(Value cls) {
  Value bases = get_attribute_or_undefined(cls, dunder::bases);
  if (bases.is_error() || bases.is_undefined() || as_tuple(bases)) return bases;
  decref(bases);
  return Undefined;
}
static Truth abstract_is_subclass(Value derived, Value cls) {
  if (derived.same(cls)) return 1;
  Ref bases = abstract_bases(derived);
  if (bases.is_error()) return -1;
  if (bases.is_undefined()) return 0;
  RecursionGuard guard(" in __issubclass__");
  if (!guard.ok) return -1;
  Tuple* t = as_tuple(bases);
  for (int64_t i = 0; i < t->length; ++i) {
    Truth r = abstract_is_subclass(t->items()[i], cls);
    if (r) return r;
  }
  return 0;
}
static Truth check_class(Value cls, const char* message) {
  Ref bases = abstract_bases(cls);
  if (bases.is_error()) return -1;
  if (!bases.is_undefined()) return 1;
  (void)raise(exc::TypeError, "%s", message);
  return -1;
}

// v.__class__ is v's class, as instances of t have no other way to find it.
static bool says_its_type(Type* t) {
  if (!(t->flags & type_is_heap)) return t->get_attribute == object_type.get_attribute;
  static Value const plain = type_lookup(&object_type, dunder::class_);
  return is_ready(t) && reads_with(t, generic_get_attribute_slot) && type_lookup(t, dunder::class_).same(plain);
}

Truth is_instance_plain(Value v, Value cls) {
  if (Type* t = as_type(cls)) {
    ensure_ready(t);
    if (is_subtype(type_of(v), t)) return 1;
    bool may_claim = v.is_object() && !says_its_type(type_of(v));
    if (!may_claim) return 0;
    Ref claimed = get_attribute_or_undefined(v, dunder::class_);   // a proxy may claim another class
    if (claimed.is_error()) return -1;
    Type* c = claimed.is_undefined() ? nullptr : as_type(claimed);
    return c && c != type_of(v) && is_subtype(c, t);
  }
  if (check_class(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union") < 0) return -1;
  Ref claimed = get_attribute_or_undefined(v, dunder::class_);
  if (claimed.is_error()) return -1;
  return claimed.is_undefined() ? 0 : abstract_is_subclass(claimed, cls);
}

Truth is_subclass_plain(Value derived, Value cls) {
  if (as_type(derived) && as_type(cls)) {
    ensure_ready(derived.as<Type>());
    return is_subtype(derived.as<Type>(), cls.as<Type>());
  }
  if (check_class(derived, "issubclass() arg 1 must be a class") < 0) return -1;
  if (!is_exactly(cls, union_type) && check_class(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union") < 0) return -1;
  return abstract_is_subclass(derived, cls);
}

// Calls the hook of cls's class; Undefined when that is type's own.
static Value call_hook(Value cls, Str* hook, Value argument) {
  Type* owner = nullptr;
  Type* meta = type_of(cls);
  if (meta == &type_type) return Undefined;
  Value found = type_lookup_with_owner(meta, hook, &owner);
  if (found.is_undefined() || owner == &type_type) return Undefined;
  return call_special(cls, hook, &argument, 1);
}

Truth is_instance(Value v, Value cls) {
  if (cls.is_object() && cls.object() == type_of(v)) return 1;
  if (type_of(cls) == &type_type) return is_instance_plain(v, cls);    // no hook
  if (Tuple* t = as_tuple(cls)) {
    RecursionGuard guard(" in __instancecheck__");
    if (!guard.ok) return -1;
    for (int64_t i = 0; i < t->length; ++i) {
      Truth r = is_instance(v, t->items()[i]);
      if (r) return r;
    }
    return 0;
  }
  RecursionGuard guard(" in __instancecheck__");
  if (!guard.ok) return -1;
  Ref r = call_hook(cls, dunder::instancecheck, v);
  if (r.is_error()) return -1;
  return r.is_undefined() ? is_instance_plain(v, cls) : truth(r);
}

Truth is_subclass(Value derived, Value cls) {
  if (type_of(cls) == &type_type && derived.same(cls)) return 1;
  RecursionGuard guard(" in __subclasscheck__");
  if (!guard.ok) return -1;
  if (Tuple* t = as_tuple(cls)) {
    for (int64_t i = 0; i < t->length; ++i) {
      Truth r = is_subclass(derived, t->items()[i]);
      if (r) return r;
    }
    return 0;
  }
  Ref r = call_hook(cls, dunder::subclasscheck, derived);
  if (r.is_error()) return -1;
  return r.is_undefined() ? is_subclass_plain(derived, cls) : truth(r);
}

}  // namespace py
