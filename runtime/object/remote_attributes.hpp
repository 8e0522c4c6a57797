// Looking through what a site remembers of classes (remote_attributes.cpp). Runs no Python code and raises nothing.
#pragma once

#include "runtime/object/class.hpp"
#include "runtime/object/sites.hpp"

namespace py {

// What is known of v's class, or of v where that is a class; null: nothing.
inline const RemoteAttribute* remote_about(const RemoteAttribute* r, Value v) {
  const Type* t = type_of(v);
  uint32_t version = t->version.load(std::memory_order_acquire), meta_version = 0;
  if (t->flags & kind_type) {
    meta_version = version;
    version = v.as<Type>()->version.load(std::memory_order_acquire);
  }
  while (r && (r->version != version || r->meta_version != meta_version)) r = r->next;
  if (!r || r->is_property || meta_version || !has_attributes(t)) return r;
  return attributes_of(v.object(), t)->dict.peek().is_undefined() ? r : nullptr;      // else it may have one of its own
}
// What an attribute that is not computed comes to, borrowed.
inline Value plain_remote(const RemoteAttribute* r) { return r->changing ? dict_get_borrowed(dict_of(r->value.as<Type>()), r->changing) : r->value; }
// Calls the getter of one that is (is_property). Owned; Undefined: a property without a getter.
Value get_computed(const RemoteAttribute* r, Value v);
// What is known of v, borrowed and without calling anything; Undefined: nothing.
inline Value peek_remote(const RemoteAttribute* first, Value v) {
  const RemoteAttribute* r = remote_about(first, v);
  return !r || r->is_property ? Undefined : plain_remote(r);
}

}  // namespace py
