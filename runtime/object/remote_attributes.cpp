// Attribute sites that find what they look for not in the object but in its class: constants of classes and modules of
// constants, enumeration members, properties.
#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/remote_attributes.hpp"
#include "runtime/object/sites.hpp"
#include "runtime/object/slot_functions.hpp"

namespace py {

// Does reading an attribute of the class's instances begin with the given algorithm? __getattr__ alone: only what that
// one does not find is asked for.
bool reads_with(Type* t, Value (*algorithm)(Value, Str*)) {
  if (t->get_attribute == algorithm) return true;
  return t->get_attribute == slots::get_attribute &&
         slot_wrapper_function(type_lookup(t, dunder::getattribute)) == reinterpret_cast<void*>(algorithm);
}

// What was found in a class or its bases and is no descriptor: itself, or where it is found anew each time.
static void describe_plain(RemoteAttribute& out, Type* t, Str* name) {
  if (!keeps_changing(t, name)) return;
  Type* owner = nullptr;
  (void)type_lookup_with_owner(t, name, &owner);
  out.value = object_value(owner);
  out.changing = name;
}

static bool describe_in_class(RemoteAttribute& out, Type* cls, Str* name) {
  Type* meta = type_of(object_value(cls));
  if (!is_ready(cls) || !is_ready(meta) || !reads_with(meta, type_get_attribute)) return false;
  out.version = type_version(cls);
  out.meta_version = type_version(meta);
  if (!out.version || !out.meta_version) return false;
  Value on_meta = type_lookup(meta, name);
  if (!on_meta.is_undefined() && type_of(on_meta)->descriptor_set) return false;
  out.value = type_lookup(cls, name);
  if (out.value.is_undefined()) return false;
  if (!is_plain_in_class(out.value)) return is_exactly(out.value, function_type);
  describe_plain(out, cls, name);
  return true;
}

// Is it a property, or a data descriptor of another built-in kind (what classes written in C++ have, fields of named tuples)?
static bool has_own_getter(Value v, const Type* cls) {
  Type* t = type_of(v);
  if (t == &property_type) return true;
  if (t == &getset_descriptor_type) return v.as<GetSetDescriptor>()->def->get && is_subtype(cls, v.as<GetSetDescriptor>()->owner);
  return t->descriptor_get && t->descriptor_set && !(t->flags & type_is_heap) && t != &member_descriptor_type;
}

static bool describe_in_instances(RemoteAttribute& out, Type* t, Str* name) {
  if (!is_ready(t) || !reads_with(t, generic_get_attribute_slot)) return false;
  out.version = type_version(t);
  if (!out.version) return false;
  out.value = type_lookup(t, name);
  if (out.value.is_undefined()) return false;
  // An AttributeError of a getter would have to go on to __getattr__.
  out.is_property = has_own_getter(out.value, t) && t->get_attribute == generic_get_attribute_slot;
  if (out.is_property) return true;
  if (!is_plain_in_class(out.value) || type_of(out.value)->descriptor_set || (has_attributes(t) && attribute_index(t, name) >= 0)) return false;
  describe_plain(out, t, name);
  return true;
}

void remember_remote(AttributeSite& site, Value v, Str* name) {
  const RemoteAttribute* first = site.remote.load(std::memory_order_acquire);
  if (first && first->place == RemoteAttribute::most) return;
  RemoteAttribute found;
  Type* cls = as_type(v);
  if (!(cls ? describe_in_class(found, cls, name) : describe_in_instances(found, type_of(v), name))) return;
  void* memory = allocate_buffer(sizeof found);
  if (!memory) return clear_error();
  found.next = first;
  found.place = first ? first->place + 1 : 1;
  site.remote.store(new (memory) RemoteAttribute(found), std::memory_order_release);
}

Value get_computed(const RemoteAttribute* r, Value v) {
  Type* kind = type_of(r->value);
  if (kind == &getset_descriptor_type) return r->value.as<GetSetDescriptor>()->def->get(v);    // of v's class, see has_own_getter()
  Ref property = Ref::borrow(r->value);
  if (kind != &property_type) return kind->descriptor_get(property, v, type_of(v));
  Ref getter = property.as<Property>()->getter.get();
  return getter.is_undefined() ? Undefined : call(getter, v);
}

}  // namespace py
