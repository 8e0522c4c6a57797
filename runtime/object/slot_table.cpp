// The table of slots and their dunders, and keeping the slots of a class in step with its namespace
// (Objects/typeobject.c: slotdefs, update_one_slot, add_operators).
#include <cstddef>

#include "runtime/object/slot_functions.hpp"
#include "runtime/object/slot_wrappers.hpp"

namespace py {

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

#define SLOT(name, member, function, wrapper) \
  {name, offsetof(TypeSlots, member), reinterpret_cast<void*>(function), wrappers::wrapper, 0}
#define COMPARISON(name, op) \
  {name, offsetof(TypeSlots, compare), reinterpret_cast<void*>(&slots::compare), wrappers::compare, static_cast<uint8_t>(Compare::op)}
#define BINARY(name, rname, member, id, rid)                                                                                     \
  {name, offsetof(TypeSlots, number.member), reinterpret_cast<void*>(&slots::binary<&NumberSlots::member, &dunder::id, &dunder::rid>), wrappers::binary, 0}, \
  {rname, offsetof(TypeSlots, number.member), reinterpret_cast<void*>(&slots::binary<&NumberSlots::member, &dunder::id, &dunder::rid>), wrappers::reflected, 0}
#define INPLACE(name, member, id) \
  {name, offsetof(TypeSlots, number.member), reinterpret_cast<void*>(&slots::inplace<&dunder::id>), wrappers::binary, 0}
#define UNARY(name, member, id) \
  {name, offsetof(TypeSlots, member), reinterpret_cast<void*>(&slots::unary<&dunder::id>), wrappers::unary, 0}

const SlotDef slot_defs[] = {
    SLOT("__getattribute__", get_attribute, &slots::get_attribute, get_attribute),
    SLOT("__getattr__", get_attribute, &slots::get_attribute, none),
    SLOT("__setattr__", set_attribute, &slots::set_attribute, set_attribute),
    SLOT("__delattr__", set_attribute, &slots::set_attribute, delete_attribute),
    UNARY("__repr__", repr, repr),
    UNARY("__str__", str, str),
    SLOT("__hash__", hash, &slots::hash, hash),
    SLOT("__call__", call, &slots::call, call),
    COMPARISON("__lt__", lt),
    COMPARISON("__le__", le),
    COMPARISON("__eq__", eq),
    COMPARISON("__ne__", ne),
    COMPARISON("__gt__", gt),
    COMPARISON("__ge__", ge),
    SLOT("__iter__", iter, &slots::iter, unary),
    SLOT("__next__", next, &slots::next, next),
    SLOT("__get__", descriptor_get, &slots::descriptor_get, descriptor_get),
    SLOT("__set__", descriptor_set, &slots::descriptor_set, descriptor_set),
    SLOT("__delete__", descriptor_set, &slots::descriptor_set, descriptor_delete),
    SLOT("__init__", init, &slots::init, init),
    SLOT("__del__", finalize, &slots::finalize, finalize),
    UNARY("__await__", await, await),
    UNARY("__aiter__", async_iter, aiter),
    UNARY("__anext__", async_next, anext),
    BINARY("__add__", "__radd__", add, add, radd),
    BINARY("__sub__", "__rsub__", subtract, sub, rsub),
    BINARY("__mul__", "__rmul__", multiply, mul, rmul),
    BINARY("__matmul__", "__rmatmul__", matrix_multiply, matmul, rmatmul),
    BINARY("__truediv__", "__rtruediv__", true_divide, truediv, rtruediv),
    BINARY("__floordiv__", "__rfloordiv__", floor_divide, floordiv, rfloordiv),
    BINARY("__mod__", "__rmod__", remainder, mod, rmod),
    BINARY("__divmod__", "__rdivmod__", divmod, divmod, rdivmod),
    BINARY("__lshift__", "__rlshift__", left_shift, lshift, rlshift),
    BINARY("__rshift__", "__rrshift__", right_shift, rshift, rrshift),
    BINARY("__and__", "__rand__", bit_and, and_, rand),
    BINARY("__or__", "__ror__", bit_or, or_, ror),
    BINARY("__xor__", "__rxor__", bit_xor, xor_, rxor),
    SLOT("__pow__", number.power, &slots::power, power),
    SLOT("__rpow__", number.power, &slots::power, reflected_power),
    INPLACE("__iadd__", inplace_add, iadd),
    INPLACE("__isub__", inplace_subtract, isub),
    INPLACE("__imul__", inplace_multiply, imul),
    INPLACE("__imatmul__", inplace_matrix_multiply, imatmul),
    INPLACE("__itruediv__", inplace_true_divide, itruediv),
    INPLACE("__ifloordiv__", inplace_floor_divide, ifloordiv),
    INPLACE("__imod__", inplace_remainder, imod),
    INPLACE("__ilshift__", inplace_left_shift, ilshift),
    INPLACE("__irshift__", inplace_right_shift, irshift),
    INPLACE("__iand__", inplace_and, iand),
    INPLACE("__ior__", inplace_or, ior),
    INPLACE("__ixor__", inplace_xor, ixor),
    SLOT("__ipow__", number.inplace_power, &slots::inplace_power, power),
    UNARY("__neg__", number.negative, neg),
    UNARY("__pos__", number.positive, pos),
    UNARY("__abs__", number.absolute, abs),
    UNARY("__invert__", number.invert, invert),
    UNARY("__index__", number.index, index),
    UNARY("__int__", number.to_int, int_),
    UNARY("__float__", number.to_float, float_),
    SLOT("__bool__", truth, &slots::truth, truth),
    SLOT("__len__", length, &slots::length, length),
    SLOT("__getitem__", get_item, &slots::get_item, binary),
    SLOT("__setitem__", set_item, &slots::set_item, set_item),
    SLOT("__delitem__", set_item, &slots::set_item, delete_item),
    SLOT("__contains__", contains, &slots::contains, contains),
    // Sequences' own operators: no function, a dunder written in Python fills the number slot above.
    {"__add__", offsetof(TypeSlots, concat), nullptr, wrappers::binary, 0},
    {"__mul__", offsetof(TypeSlots, repeat), nullptr, wrappers::binary, 0},
    {"__rmul__", offsetof(TypeSlots, repeat), nullptr, wrappers::binary, 0},
    {"__iadd__", offsetof(TypeSlots, inplace_concat), nullptr, wrappers::binary, 0},
    {"__imul__", offsetof(TypeSlots, inplace_repeat), nullptr, wrappers::binary, 0},
    {nullptr, 0, nullptr, nullptr, 0},
};
const uint32_t slot_def_count = sizeof slot_defs / sizeof slot_defs[0] - 1;
static Str* interned_names[sizeof slot_defs / sizeof slot_defs[0]];

Str* slot_name(uint32_t i) { return interned_names[i]; }

void ready_slot_names() {
  for (uint32_t i = 0; i < slot_def_count; ++i) interned_names[i] = intern(slot_defs[i].name);
}

void add_slot_wrappers(Type* t) {
  Dict* dict = dict_of(t);
  for (uint32_t i = 0; i < slot_def_count; ++i) {
    const SlotDef& def = slot_defs[i];
    if (def.wrapper == wrappers::none || def.wrapper == wrappers::finalize) continue;
    void* slot = slot_at(t, def.offset);
    if (!slot || !dict_get_borrowed(dict, slot_name(i)).is_undefined()) continue;
    if (slot == reinterpret_cast<void*>(&hash_not_implemented)) {
      dict_set(dict, slot_name(i), None);
      continue;
    }
    Ref wrapper = make_slot_wrapper(t, def, slot);
    dict_set(dict, slot_name(i), wrapper);
  }
}

// Recomputes one slot, whose definitions start at slot_defs[first]; returns the index after them.
static uint32_t update_one_slot(Type* t, uint32_t first) {
  uint32_t offset = slot_defs[first].offset, i = first;
  void *specific = nullptr, *generic = nullptr;
  bool use_generic = false;
  for (; slot_defs[i].name && slot_defs[i].offset == offset; ++i) {
    const SlotDef& def = slot_defs[i];
    Value found = type_lookup_with_owner(t, slot_name(i), nullptr);
    if (found.is_undefined()) continue;
    const SlotDef* found_def = slot_wrapper_def(found);
    const bool inherited = found_def && is_subtype(t, slot_wrapper_owner(found));   // else it refuses t's instances, when it is called
    if (inherited && found_def->offset != offset && slot_wrapper_name_matches(*found_def, def)) continue;   // another slot's dunder of the same name
    if (inherited && found_def->offset == offset && found_def->wrapper == def.wrapper && found_def->extra == def.extra) {
      void* slot = slot_wrapper_function(found);
      if (!specific || specific == slot) {
        specific = slot;
        generic = def.function;
        continue;
      }
      use_generic = true;
    } else if (found.is_none() && def.wrapper == wrappers::hash) {
      specific = reinterpret_cast<void*>(&hash_not_implemented);
      continue;
    } else {
      use_generic = true;
    }
    generic = def.function;
  }
  void* chosen = use_generic ? generic : specific;
  if (!chosen && offset == offsetof(TypeSlots, finalize)) {   // a built-in base's finalizer is no dunder
    Type* native = t->base;
    while (native->flags & type_is_heap) native = native->base;
    chosen = reinterpret_cast<void*>(native->finalize);
  }
  __atomic_store_n(&slot_at(t, offset), chosen, __ATOMIC_RELEASE);
  return i;
}

static void update_create(Type* t) {
  Value found = type_lookup_with_owner(t, dunder::new_, nullptr);
  Type* owner = new_wrapper_owner(found);
  t->create = owner ? owner->create : slot_create;
}

void update_slots(Type* t) {
  for (uint32_t i = 0; i < slot_def_count;) i = update_one_slot(t, i);
  update_create(t);
}

bool is_slot_name(Str* name) {
  if (name == dunder::new_) return true;
  for (uint32_t i = 0; i < slot_def_count; ++i) {
    if (slot_name(i) == name) return true;
  }
  return false;
}

void update_slot(Type* t, Str* name) {
  ClassLock guard;
  for (uint32_t i = 0; i < slot_def_count;) {
    uint32_t first = i, offset = slot_defs[i].offset;
    bool concerned = false;
    for (; slot_defs[i].name && slot_defs[i].offset == offset; ++i) concerned |= slot_name(i) == name;
    if (concerned) update_one_slot(t, first);
  }
  if (name == dunder::new_) update_create(t);
  Ref subclasses = subclasses_of(t);
  if (subclasses.is_error()) return clear_error();
  List* list = subclasses.as<List>();
  for (int64_t i = 0, n = list_size(list); i < n; ++i) {
    Ref sub = list_get(list, i);
    if (dict_get_borrowed(dict_of(sub.as<Type>()), name).is_undefined()) update_slot(sub.as<Type>(), name);
  }
}

}  // namespace py
