// Weak references: the objects, and the table that finds the references to an object when it dies.
//
// Ownership: a WeakRef owns its callback, never its target. The table owns nothing. Any thread may make, read and
// drop references to any object; a shard of the table has the lock that orders them with the target's death:
// try_incref() under it succeeds only before the target's count reached zero, and a dying target's references are
// detached under it before its memory goes (clear_weakrefs, called by refcount.cpp).
//
// The behaviour is Objects/weakrefobject.c's: one shared reference without a callback for each object and exact
// type, callbacks of the newest reference first, run after all references read as dead.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

class ObjectList;

struct WeakRef : Object {
  std::atomic<Object*> target;           // null: dead; written under the shard's lock
  Slot callback;                         // Undefined: none
  WeakRef *next, *previous;              // other references to the target; guarded by the shard's lock
  std::atomic<int64_t> hash;             // of the target, once asked for; -1: not yet
};

extern Type weakref_type;                // weakref.ref
extern Type weak_proxy_type, weak_callable_proxy_type;   // weak_proxy.cpp: what weakref.proxy() makes

// TypeError "cannot create weak reference to 'T' object" for types that do not allow it. callback: None or Undefined
// for none. cls: weakref_type, a class derived from it, or a proxy type.
Value make_weakref(Value target, Value callback = Undefined, Type* cls = &weakref_type);
// The target, owned; Undefined when it is dead.
Value weakref_target(const WeakRef* ref);
bool supports_weakrefs(const Type* type);
// The living references to target, owned.
void list_weakrefs(Object* target, ObjectList& out);

// The object is dead: all its references read as dead from now on; then their callbacks run.
void clear_weakrefs(Object* target);
// As above for the collector: detaches without running anything, and adds the references (owned) whose callbacks are
// due to `due`. Runs no Python code; the world may be stopped.
void detach_weakrefs(Object* target, ObjectList& due);
// Runs the callbacks of the references, reports their exceptions as unraisable, and releases the references.
void run_weakref_callbacks(ObjectList& due);

// The slots of weakref_type the proxy types share. Instances of derived classes come through instance_dealloc() etc.
void weakref_dealloc(Object* self);
void weakref_traverse(Object* self, Visitor& visitor);
void weakref_clear(Object* self);

}  // namespace py
