// Typed versions: names, attributes, calls of known functions and methods, and new instances.
#pragma once

#include "runtime/program/typed.hpp"

namespace py::typed {

// ---- names and attributes ----
// What lies in a cell, borrowed until the next safepoint or change; Undefined when it is unbound.
inline Value content(Value cell) { return cell.as<Cell>()->value.peek(); }
// The global's value, borrowed until the next safepoint; Undefined when this place has not found it yet.
inline Value peek_global(Dict* globals, Str* name, GlobalSite& site) {
  DictTable* table = globals->table.load(std::memory_order_acquire);
  uint32_t entry = site.entry.load(std::memory_order_relaxed);
  if (entry < table->used.load(std::memory_order_acquire)) [[likely]] {
    DictEntry& e = table->entries()[entry];
    if (e.key.peek().same(object_value(name))) [[likely]] return e.value.peek();
  }
  return Undefined;
}
// As peek_global, but looks the name up when needed.
Value global_slow(Dict* globals, Str* name, GlobalSite& site);
inline Value global(Dict* globals, Str* name, GlobalSite& site) {
  Value v = peek_global(globals, name, site);
  return v.is_undefined() ? global_slow(globals, name, site) : v;
}
// The callee is the function the module defined, with the code it was compiled from.
inline bool is_known(Value callee, const Function* known, const Code& code) {
  return known && callee.same(object_value(known)) && known->code == &code;
}
// The global name stands for the function the module defined by it, with the code it was compiled from.
bool calls_known_slow(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code);
PORTALIS_RARE bool looked_up_calls(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code) {
  return calls_known_slow(known, globals, name, site, code);
}
inline bool still_calls(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code) {
  if (is_settled(known)) [[likely]] return true;
  return looked_up_calls(known, globals, name, site, code);
}
// A known function has the defaults it was made with.
inline bool has_defaults(const Function* known, Value defaults) { return known->defaults.peek().same(defaults); }
// The callee is the function `name` of the native module `module`; what it is defined by is remembered.
using NativeSite = std::atomic<const NativeDef*>;
bool is_native(Value callee, NativeSite& site, const char* module, const char* name);
// A name of a module, borrowed until the next safepoint; Undefined when it is no module or has no such name.
inline Value member(Value module, Str* name, GlobalSite& site) {
  return is_exactly(module, module_type) ? global(module_globals(module.object()), name, site) : Undefined;
}
// An attribute that lies in the object, borrowed until the next safepoint or change; Undefined otherwise.
inline Value attribute(Value v, Str* name, AttributeSite& site) {
  if (v.is_object()) [[likely]] {
    Object* o = v.object();
    const Type* t = type_of(v);
    uint64_t where = sites::about(site.known[0].load(std::memory_order_relaxed), t);
    if (sites::is_inline(where)) [[likely]] {
      Attributes* a = attributes_of(o, t);
      if (where < a->capacity) [[likely]] {
        Value own = a->slots[where].peek();
        if (!own.is_undefined()) [[likely]] return own;
      }
    } else if (sites::is_member(where)) {
      return sites::member_slot(o, where).peek();
    }
  }
  return peek_attribute_slow(v, name, site);
}
// self.name(...) with n arguments, self included, calls that function with that code.
inline bool is_known_method(MethodSite& site, Str* name, Value self, uint32_t n, const Function* known, const Code& code) {
  if (!self.is_object() || !known) return false;
  const MethodTarget* m = site.known[0].load(std::memory_order_acquire);
  if (!fits_target(m, self.object(), type_of(self))) {
    m = method_target_slow(site, name, self, n);
    if (!m) return false;
  }
  return m->function == known && known->code == &code;
}

// a + b (or a += b, with the slot that must be empty then) calls a's method, which is that function: b has no right to be
// asked first, as an instance of a class derived from a's would have.
inline bool is_known_operator(MethodSite& site, Str* name, Value a, Value b, BinarySlot NumberSlots::*in_place, const Function* known, const Code& code) {
  if (!is_known_method(site, name, a, 2, known, code)) return false;
  const Type *left = type_of(a), *right = b.is_object() ? type_of(b) : nullptr;
  if (right && right != left && is_subtype(right, left)) return false;
  return !in_place || !(left->number.*in_place);
}

// ---- new instances ----
// Of a class whose instances are plain objects that `known`, with that code, initialises, and end quietly; the attempt
// alone knows of it. Owned; Undefined otherwise.
inline Value new_instance(Value cls, const Function* known, const Code& code) {
  if (!cls.is_object() || type_of(cls) != &type_type || !known) return Undefined;
  const InstanceRecipe* recipe = instance_recipe(cls.as<Type>());
  if (!recipe || recipe->init != known || recipe->code != &code || known->code != &code || recipe->has_finalizer) return Undefined;
  Object* made = allocate_instance(cls.as<Type>());
  return made ? object_value(made) : Undefined;
}
// An __init__ may return nothing but None.
[[gnu::always_inline]] inline bool initialised(Attempt<Value> init) {
  if (!init.done || init.value.is_none()) [[likely]] return init.done;
  decref(init.value);
  return false;
}
// No other thread or object knows of it, and nothing was stored in it.
inline bool is_new(Value v) {
  constexpr uint32_t attributes_alone = type_is_plain | type_has_dict;
  if (!v.is_object() || (type_of(v)->flags & attributes_alone) != attributes_alone || type_of(v)->instance_size != sizeof(Object)) return false;
  const Attributes* a = attributes_of(v.object(), type_of(v));
  return a->used == 0 && a->dict.peek().is_undefined() && is_unique(v.object());
}
// self.name = value for such an object: mostly its next attribute, or a slot with nothing in it yet.
bool init_attribute_slow(Value self, Str* name, Value value_borrowed, AttributeSite& site);
PORTALIS_SELDOM bool init_attribute_otherwise(Value self, Str* name, Value value_borrowed, AttributeSite& site) {
  return init_attribute_slow(self, name, value_borrowed, site);
}
[[gnu::always_inline]] inline bool init_attribute(Value self, Str* name, Value value_borrowed, AttributeSite& site) {
  Object* o = self.object();
  uint64_t known = sites::about(site.known[0].load(std::memory_order_relaxed), type_of(self));
  if (sites::is_inline(known)) {
    Attributes* a = attributes_of(o, type_of(self));
    if (known == a->used && known < a->capacity && a->dict.peek().is_undefined()) [[likely]] {
      a->slots[known].put(incref(value_borrowed));
      a->used = static_cast<uint16_t>(known + 1);
      return true;
    }
  } else if (sites::is_member(known)) {
    Slot& slot = sites::member_slot(o, known);
    if (slot.peek().is_undefined()) [[likely]] {
      slot.put(incref(value_borrowed));
      return true;
    }
  }
  return init_attribute_otherwise(self, name, value_borrowed, site);
}
bool init_boxed_attribute(Value self, Str* name, Value value_owned, AttributeSite& site);
template <Unboxed T>
PORTALIS_RARE bool init_attribute_boxed(Value self, Str* name, T number, AttributeSite& site) {
  return init_boxed_attribute(self, name, box(number), site);
}
template <Unboxed T>
[[gnu::always_inline]] inline bool init_attribute(Value self, Str* name, T number, AttributeSite& site) {
  Value item;
  if (immediate(number, item)) [[likely]] return init_attribute(self, name, item, site);
  return init_attribute_boxed(self, name, number, site);
}

}  // namespace py::typed
