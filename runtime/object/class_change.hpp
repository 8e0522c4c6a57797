// ClassChange: the scope in which a class that others may be using gets other slots, flags, base or name.
//
// Those fields are plain: every operation reads several of them, often twice in a row ("if the slot is set, call
// it"), and none of those reads should pay, or see two states of a class. So while more than one thread is alive the
// world stands still for the change, which happens at a safepoint of everyone (CPython's free-threaded build does the
// same, type_lock_prevent_release in Objects/typeobject.c). The namespace and the MRO are Slots and need none of this;
// storing an ordinary attribute of a class stops nobody.
//
// For the class of an object, one word, stopping everybody at each assignment would be too dear: it is a relaxed
// atomic. What the class itself holds must then be seen by whoever finds it in the object, so publish_class() stops
// the world once for each class that objects are given, after which all threads know its contents.
//
// At a safepoint of the calling thread only. Within, no Python code may run and nothing may be released.
#pragma once

#include <optional>

#include "runtime/object/class.hpp"
#include "runtime/object/registry.hpp"

namespace py {

class ClassChange {
 public:
  ClassChange() {
    if (threads_alive()) stop_.emplace();
  }

 private:
  std::optional<WorldStop> stop_;
};

inline void publish_class(Type* type) {
  if (!threads_alive() || (type->flags & type_is_published)) return;
  ClassChange change;
  type->flags |= type_is_published;
}

}  // namespace py
