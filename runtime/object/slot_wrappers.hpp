// Adaptors from the calling convention of a dunder to that of its slot, and the descriptors made of them.
#pragma once

#include "runtime/object/class.hpp"

namespace py {

// A slot of a built-in class seen as a method: int.__add__ (type wrapper_descriptor).
struct SlotWrapperObject : Object {
  Type* owner;
  const SlotDef* def;
  void* slot;
};
// The same bound to an instance: (1).__add__ (type method-wrapper).
struct MethodWrapper : Object {
  Value self;                            // owned
  Value descriptor;                      // owned SlotWrapperObject
};

inline const SlotDef* slot_wrapper_def(Value v) {
  return is_exactly(v, wrapper_descriptor_type) ? v.as<SlotWrapperObject>()->def : nullptr;
}
inline Type* slot_wrapper_owner(Value v) { return v.as<SlotWrapperObject>()->owner; }
bool slot_wrapper_name_matches(const SlotDef& a, const SlotDef& b);

namespace wrappers {
#define PY_SLOT_WRAPPER(name) Value name(void* slot, const SlotDef& def, Value self, const Value* args, uint32_t n, Tuple* kwnames);
PY_SLOT_WRAPPER(none)
PY_SLOT_WRAPPER(get_attribute)
PY_SLOT_WRAPPER(set_attribute)
PY_SLOT_WRAPPER(delete_attribute)
PY_SLOT_WRAPPER(unary)
PY_SLOT_WRAPPER(hash)
PY_SLOT_WRAPPER(call)
PY_SLOT_WRAPPER(compare)
PY_SLOT_WRAPPER(next)
PY_SLOT_WRAPPER(descriptor_get)
PY_SLOT_WRAPPER(descriptor_set)
PY_SLOT_WRAPPER(descriptor_delete)
PY_SLOT_WRAPPER(init)
PY_SLOT_WRAPPER(finalize)
PY_SLOT_WRAPPER(binary)
PY_SLOT_WRAPPER(reflected)
PY_SLOT_WRAPPER(power)
PY_SLOT_WRAPPER(reflected_power)
PY_SLOT_WRAPPER(truth)
PY_SLOT_WRAPPER(length)
PY_SLOT_WRAPPER(set_item)
PY_SLOT_WRAPPER(delete_item)
PY_SLOT_WRAPPER(contains)
#undef PY_SLOT_WRAPPER
}  // namespace wrappers

}  // namespace py
