// Slot functions of classes that define dunders in Python: each calls the dunder found on the class.
// Used by slot_table.cpp only; one function per slot (binary operators are instances of a template).
#pragma once

#include "runtime/object/class.hpp"

namespace py::slots {

// Calls type(self).name(self, rest...); Undefined when the type has no such attribute.
inline Value call_dunder(Value self, Str* name, const Value* rest, uint32_t n) { return call_special(self, name, rest, n); }

template <Str** name>
Value unary(Value self) {
  Value r = call_special(self, *name);
  return r.is_undefined() ? raise(exc::AttributeError, "%U", *name) : r;
}

inline Value call_maybe(Value self, Str* name, Value other) {
  Value r = call_special(self, name, &other, 1);
  return r.is_undefined() ? NotImplemented : r;
}

// The reflected method of the right operand is different from the one the left operand has.
bool is_overloaded(Value left, Value right, Str* name);

// CPython's SLOT1BINFULL: this function sits in the slot of the left operand's class, the right one's, or both.
template <BinarySlot NumberSlots::*slot, Str** name, Str** reflected>
Value binary(Value left, Value right) {
  constexpr BinarySlot self_function = binary<slot, name, reflected>;
  Type *lt = type_of(left), *rt = type_of(right);
  bool try_right = lt != rt && rt->number.*slot == self_function;
  if (lt->number.*slot == self_function) {
    if (try_right && is_subtype(rt, lt) && is_overloaded(left, right, *reflected)) {
      Value r = call_maybe(right, *reflected, left);
      if (!r.is_not_implemented()) return r;
      try_right = false;
    }
    Value r = call_maybe(left, *name, right);
    if (!r.is_not_implemented() || lt == rt) return r;
  }
  return try_right ? call_maybe(right, *reflected, left) : NotImplemented;
}
template <Str** name>
Value inplace(Value self, Value other) {
  return call_maybe(self, *name, other);
}

Value power(Value a, Value b, Value modulus);
Value inplace_power(Value a, Value b, Value modulus);
Value compare(Value self, Value other, Compare op);
int64_t hash(Value self);
Value call(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value get_attribute(Value self, Str* name);
Truth set_attribute(Value self, Str* name, Value value);
Value iter(Value self);
Value next(Value self);
Value descriptor_get(Value self, Value object, Type* owner);
Truth descriptor_set(Value self, Value object, Value value);
Truth truth(Value self);
int64_t length(Value self);
Value get_item(Value self, Value key);
Truth set_item(Value self, Value key, Value value);
Truth contains(Value self, Value item);
Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
void finalize(Object* self);

}  // namespace py::slots
