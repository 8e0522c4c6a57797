// Where the instances of a new class keep what its bases and its __slots__ ask for.
#pragma once

#include "runtime/object/class.hpp"

namespace py {

struct ClassLayout {
  uint32_t flags = 0;                    // type_has_dict, type_has_payload
  uint32_t instance_size = 0;
  bool adds_dict = false, adds_weakref = false;
  Ref slot_names;                        // Tuple of mangled names, sorted; Undefined without __slots__
  uint32_t first_slot = 0;               // byte offset of the first of them
};

// The base whose layout the new class extends; nullptr: TypeError (not acceptable, or lay-out conflict).
Type* best_base(Tuple* bases);
// Reads __slots__ from the namespace. false: error.
bool plan_layout(ClassLayout& layout, Str* class_name, Type* base, Tuple* bases, Dict* dict);
// Descriptors of the __slots__, __dict__ and __weakref__ the class adds.
void add_layout_descriptors(ClassLayout& layout, Type* t, Dict* dict);
// Sets the __slots__ of a new instance of t to unset.
void init_own_slots(Object* o, Type* t);
// Can an instance of `from` become one of `to` by assignment to __class__?
bool same_layout(Type* from, Type* to);
// Do instances of t have what methods of `base` reach into?
bool extends_layout(Type* t, Type* base);
// The function in a staticmethod, classmethod or property's getter; Undefined for anything else.
Value wrapped_callable(Value v);
// __name__ of the module whose code runs now, owned; Undefined when there is none.
Value current_module_name();

}  // namespace py
