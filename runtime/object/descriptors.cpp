// getset_descriptor and member_descriptor: attributes of built-in classes and of __slots__ (Objects/descrobject.c).
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"

namespace py {

static bool applies(Type* owner, const char* name, Value object) {
  if (is_subtype(type_of(object), owner)) return true;
  (void)raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, object);
  return false;
}

// ---- getset ----

Value make_getset_descriptor(Type* owner, const GetSetDef& def) {
  auto* d = allocate<GetSetDescriptor>(&getset_descriptor_type);
  d->owner = owner;
  d->def = &def;
  make_immortal(d);
  return object_value(d);
}
static GetSetDescriptor* getset(Value v) { return v.as<GetSetDescriptor>(); }

static Value getset_get(Value self, Value object, Type*) {
  if (object.is_undefined()) return incref(self);
  auto* d = getset(self);
  if (!applies(d->owner, d->def->name, object)) return Error;
  if (!d->def->get) return raise(exc::AttributeError, "attribute '%s' of '%N' objects is not readable", d->def->name, d->owner);
  return d->def->get(object);
}
// One that CPython writes in Python, where this is a property: add_python_class() gave it a __module__.
static bool is_python_class(Type* owner) {
  Ref module = (owner->flags & type_is_heap) ? Undefined : dict_get(owner->dict.peek().as<Dict>(), dunder::module);
  return !module.is_undefined() && as_str(module);
}
static Truth getset_set(Value self, Value object, Value value) {
  auto* d = getset(self);
  if (!applies(d->owner, d->def->name, object)) return -1;
  if (!d->def->set && is_python_class(d->owner)) {
    (void)raise(exc::AttributeError, "property '%s' of '%T' object has no %s", d->def->name, object, value.is_undefined() ? "deleter" : "setter");
    return -1;
  }
  if (!d->def->set) {
    (void)raise(exc::AttributeError, "attribute '%s' of '%N' objects is not writable", d->def->name, d->owner);
    return -1;
  }
  return d->def->set(object, value);
}
static Value getset_repr(Value self) { return format_text("<attribute '%s' of '%N' objects>", getset(self)->def->name, getset(self)->owner); }
static Value qualified(Type* owner, const char* name) {
  Ref type_name = make_str(short_name(owner));
  return format_text("%S.%s", type_name.get(), name);
}
static const GetSetDef getset_getsets[] = {
    {"__name__", [](Value v) { return object_value(intern(getset(v)->def->name)); }, nullptr},
    {"__qualname__", [](Value v) { return qualified(getset(v)->owner, getset(v)->def->name); }, nullptr},
    {"__objclass__", [](Value v) { return object_value(getset(v)->owner); }, nullptr},
    {"__doc__", [](Value) { return None; }, nullptr},
    {},
};
constinit Type getset_descriptor_type{{.name = "getset_descriptor",
                                       .instance_size = sizeof(GetSetDescriptor),
                                       .base = &object_type,
                                       .repr = getset_repr,
                                       .descriptor_get = getset_get,
                                       .descriptor_set = getset_set,
                                       .getsets = getset_getsets}};

// ---- member ----

Value make_member_descriptor(Type* owner, Str* name, uint32_t offset, bool read_only) {
  auto* d = allocate<MemberDescriptor>(&member_descriptor_type);
  d->owner = owner;
  d->name = name;
  d->offset = offset;
  d->read_only = read_only;
  make_immortal(d);
  return object_value(d);
}
static MemberDescriptor* member(Value v) { return v.as<MemberDescriptor>(); }
static Slot& slot_of(MemberDescriptor* d, Value object) {
  return *reinterpret_cast<Slot*>(reinterpret_cast<char*>(object.object()) + d->offset);
}
int64_t member_offset(Value v, Type* for_type) {
  if (!is_exactly(v, member_descriptor_type) || !is_subtype(for_type, member(v)->owner)) return -1;
  return member(v)->offset;
}
bool member_is_read_only(Value v) { return member(v)->read_only; }

static bool member_applies(MemberDescriptor* d, Value object) {
  if (is_subtype(type_of(object), d->owner)) return true;
  (void)raise(exc::TypeError, "descriptor '%U' for '%N' objects doesn't apply to a '%T' object", d->name, d->owner, object);
  return false;
}
static Value member_get(Value self, Value object, Type*) {
  if (object.is_undefined()) return incref(self);
  auto* d = member(self);
  if (!member_applies(d, object)) return Error;
  Value v = slot_of(d, object).get();
  if (!v.is_undefined()) return v;
  return (d->owner->flags & type_is_heap) ? raise_attribute_error(object, d->name) : None;
}
static Truth member_set(Value self, Value object, Value value) {
  auto* d = member(self);
  if (!member_applies(d, object)) return -1;
  if (d->read_only) {
    (void)raise(exc::AttributeError, "readonly attribute");
    return -1;
  }
  Slot& slot = slot_of(d, object);
  if (!value.is_undefined()) {
    slot.set(incref(value));
    return 0;
  }
  bool of_python = d->owner->flags & type_is_heap;
  Value old = slot.exchange(of_python ? Undefined : None);
  if (old.is_undefined()) {
    (void)raise(exc::AttributeError, "%U", d->name);
    return -1;
  }
  release_overwritten(old);
  return 0;
}
static Value member_repr(Value self) { return format_text("<member '%U' of '%N' objects>", member(self)->name, member(self)->owner); }
static const GetSetDef member_getsets[] = {
    {"__name__", [](Value v) { return object_value(member(v)->name); }, nullptr},
    {"__qualname__", [](Value v) {
       Ref type_name = make_str(short_name(member(v)->owner));
       return format_text("%S.%U", type_name.get(), member(v)->name);
     }, nullptr},
    {"__objclass__", [](Value v) { return object_value(member(v)->owner); }, nullptr},
    {"__doc__", [](Value) { return None; }, nullptr},
    {},
};
constinit Type member_descriptor_type{{.name = "member_descriptor",
                                       .instance_size = sizeof(MemberDescriptor),
                                       .base = &object_type,
                                       .repr = member_repr,
                                       .descriptor_get = member_get,
                                       .descriptor_set = member_set,
                                       .getsets = member_getsets}};

}  // namespace py
