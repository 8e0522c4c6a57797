// The short way out of most instances of Python classes: what counting (refcount.cpp) and plain_death.cpp share.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

// An object whose owner's count has just reached zero: no other thread ever counted it or could have revived it, its class
// has no finalizer, and it is nothing but __slots__ and Attributes.
inline bool dies_plainly(const Object* o) {
  const Type* t = o->type;
  return (t->flags & type_is_plain) && !t->finalize && o->shared.load(std::memory_order_acquire) == shared_plain;
}
// For such an object. Its count says to the collector that it is dead.
void bury_plain(Object* o);
// Likewise for an exact tuple, list, set or frozenset, dict.
void bury_tuple(Object* o);
void bury_list(Object* o);
void bury_set(Object* o);
void bury_dict(Object* o);
// For any other: its dealloc, at once or when the nesting allows.
void release_dead(Object* o);
// Drops the last reference its owner, the calling thread, counts of o, which an object held that is being released.
void release_last_nested(Object* o);

}  // namespace py
