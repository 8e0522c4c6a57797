// What the files that implement classes share: slot definitions, attribute names, the steps of making a class.
// Nothing here is called by emitted code. Class mutation is serialised by class_lock(); lookups take no lock.
#pragma once

#include "runtime/object/names.hpp"
#include "runtime/object/operators.hpp"

namespace py {

// ---- versions and lookup (type_lookup.cpp) ----
// The class's version, assigning one if it has none; 0: out of versions, do not cache.
uint32_t type_version(Type* type);
// Looks along the MRO and also says where it was found.
Value type_lookup_with_owner(Type* type, Str* name, Type** owner);
// Is the value itself what reading it through a class yields (and through an instance, for other kinds than functions)?
inline bool is_plain_in_class(Value v) { return !v.is_object() || !type_of(v)->descriptor_get; }
// Plain values of classes that programs replace again and again (`Shape.count += 1`): no cache keeps one of these, so that
// replacing it leaves the class's version alone, and with it all that is remembered of the class and those derived from it.
bool keeps_changing(const Type* type, const Str* name);  // in the type or one of its bases
bool note_changing(Type* type, Str* name);               // false: it was none of them until now, and caches may hold it. With the ClassLock
// Makes a type found unready (a static type nobody registered) ready. True if it was not.
bool ensure_ready(Type* type);
inline bool is_ready(const Type* t) { return !t->mro.peek().is_undefined(); }
inline Tuple* mro_of(Type* t) { return t->mro.peek().as<Tuple>(); }
inline Dict* dict_of(Type* t) { return t->dict.peek().as<Dict>(); }

// A recursive lock around changes of the class graph (readying, bases, subclasses, slots).
class ClassLock {
 public:
  ClassLock();
  ~ClassLock();
};

// ---- MRO (mro.cpp) ----
// C3 linearisation of `type` with its bases; a tuple or Error (TypeError, CPython's message).
Value compute_mro(Type* type, Tuple* bases);
// Lets the metaclass's mro() decide when it overrides type.mro.
Value resolve_mro(Type* type, Tuple* bases);

// ---- attribute names of instances (instance.cpp) ----
struct AttributeNames {
  uint32_t mask;                         // entries - 1
  std::atomic<uint32_t> count;
  struct Entry {
    std::atomic<Str*> name;
    uint32_t index;
  } entries[];
};
inline constexpr uint32_t max_inline_attributes = 62;
// The inline slot of `name` in instances of exactly this class, or -1.
inline int attribute_index(const Type* type, Str* name) {
  const AttributeNames* table = type->attribute_names.load(std::memory_order_acquire);
  if (!table) return -1;
  for (uint32_t i = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4);; ++i) {
    const AttributeNames::Entry& e = table->entries[i & table->mask];
    Str* found = e.name.load(std::memory_order_acquire);
    if (found == name) return static_cast<int>(e.index);
    if (!found) return -1;
  }
}
inline bool has_attributes(const Type* t) { return t->flags & type_has_dict; }

// The instance's own attribute, borrowed until the next safepoint; Undefined when absent. has_attributes(t) must hold.
Value own_attribute(Object* o, Type* t, Str* name);
void set_own_attribute(Object* o, Type* t, Str* name, Value value_borrowed);
bool delete_own_attribute(Object* o, Type* t, Str* name);   // false: absent
// The instance's __dict__, made on demand; borrowed.
Dict* instance_dict(Object* o, Type* t);
// New attribute into inline slot `index` if the invariants allow it.
bool try_init_inline(Object* o, Attributes* a, uint32_t index, Value value_borrowed);
// Where the Slots of the class's own __slots__ begin; they end at instance_size.
uint32_t own_slots_start(const Type* t);
void release_attributes(Object* o, Type* t);             // when the object dies
void init_attributes(Object* o, Type* t);

// ---- slots and dunders (slot_table.cpp) ----
struct SlotDef;
using SlotWrapper = Value (*)(void* slot, const SlotDef& def, Value self, const Value* args, uint32_t n, Tuple* kwnames);
struct SlotDef {
  const char* name;                      // "__add__"
  uint32_t offset;                       // of the slot in TypeSlots
  void* function;                        // what the slot holds when a class defines the dunder in Python
  SlotWrapper wrapper;                   // calls the slot the way the dunder is called
  uint8_t extra;                         // Compare, for rich comparisons
};
extern const SlotDef slot_defs[];        // grouped by offset, ended by a null name; compiler/driver/reach.cpp knows the layout
#ifdef __wasm__
static_assert(sizeof(SlotDef) == 20 && offsetof(SlotDef, function) == 8 && offsetof(SlotDef, wrapper) == 12);
#endif
extern const uint32_t slot_def_count;
Str* slot_name(uint32_t i);              // interned name of slot_defs[i]
void ready_slot_names();
inline void*& slot_at(Type* t, uint32_t offset) {
  return *reinterpret_cast<void**>(reinterpret_cast<char*>(static_cast<TypeSlots*>(t)) + offset);
}
void add_slot_wrappers(Type* t);         // dunders for the slots a static type fills itself
void update_slots(Type* t);              // all slots of a heap type from its MRO
bool is_slot_name(Str* name);            // some slot depends on this member of a class
void update_slot(Type* t, Str* name);    // after an assignment to t.name; also in subclasses. In a ClassChange
Value make_slot_wrapper(Type* owner, const SlotDef& def, void* slot);
bool reads_with(Type* t, Value (*algorithm)(Value, Str*));   // how reading an attribute of t's instances begins
void* slot_wrapper_function(Value v);     // the slot a wrapper_descriptor calls; nullptr if v is none
// Slot functions that other files compare with or call.
Value slot_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
bool stop_iteration_is_plain(Value stop_iteration);   // carries no value (exceptions)

extern const GetSetDef instance_dict_getset;       // __dict__ of instances with Attributes

// ---- __new__ ----
Value make_new_wrapper(Type* owner);     // the built-in function T.__new__
Type* new_wrapper_owner(Value v);        // nullptr if v is not one

// ---- generic attribute access (attributes.cpp) ----
Value generic_get_attribute_slot(Value self, Str* name);   // what object.__getattribute__ is
Truth generic_set_attribute_slot(Value self, Str* name, Value value);
Value generic_get_attribute_quiet(Value self, Str* name);  // Undefined instead of AttributeError for an absent name
// The same over a namespace that is not in Attributes (functions, modules); dict may be null.
Value generic_get_attribute(Value self, Str* name, Dict* dict);
Truth generic_set_attribute(Value self, Str* name, Value value, Dict* dict);
Value type_get_attribute(Value self, Str* name);
Truth type_set_attribute(Value self, Str* name, Value value);
[[gnu::cold]] Value raise_attribute_error(Value self, Str* name);

// ---- making classes (class_creation.cpp) ----
Value type_create(Type* meta, const Value* args, uint32_t n, Tuple* kwnames);
Type* derive_metaclass(Type* meta, Tuple* bases);        // nullptr: TypeError "metaclass conflict"
void inherit_slots(Type* t);             // static types: from the MRO
void add_subclass(Type* base, Type* sub);
Value subclasses_of(Type* t);            // a new list

// Stores (Undefined: deletes) in the namespace of a heap class and tells caches and slots.
Truth set_class_member(Type* cls, Str* name, Value value);
Truth set_bases(Value self, Value value);                // T.__bases__ = (...)
std::string_view short_name(const Type* t);              // without the module of a built-in type's dotted name
const char* permanent_text(std::string_view text);       // a copy that is never freed
const char* permanent_text_of(Str* s);

// ---- object (object_type.cpp) ----
Truth object_init_ignoring(Value self, const Value* args, uint32_t n, Tuple* kwnames);   // for types whose create does all
Value object_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Truth object_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value object_compare(Value self, Value other, Compare op);   // identity, as far as == and != go
Value object_repr(Value self);
Value object_str(Value self);
int64_t object_hash(Value self);
void instance_dealloc(Object* o);
void instance_traverse(Object* o, Visitor& visitor);
void instance_clear(Object* o);
Value object_dir(Value self);
Value reduce_object(Value self, Value protocol);         // reduce.cpp
Value type_dir(Type* type);

extern Type wrapper_descriptor_type, method_wrapper_type, method_descriptor_type, classmethod_descriptor_type,
    getset_descriptor_type, member_descriptor_type, frame_type, code_type, traceback_type,
    union_type, generic_alias_type;

Value make_mapping_proxy(Value mapping);                 // types/mapping_proxy.cpp
Value make_sequence_iterator(Value sequence);            // types/sequence_iterators.cpp
Value make_method_descriptor(Type* owner, const NativeDef& def);
Value make_getset_descriptor(Type* owner, const GetSetDef& def);
Value make_member_descriptor(Type* owner, Str* name, uint32_t offset, bool read_only);
// For member descriptors of __slots__: the byte offset, or -1 when v is none.
int64_t member_offset(Value v, Type* for_type);
bool member_is_read_only(Value v);
Value make_static_method(Value callable);
Value make_class_method(Value callable);
// What does the same called with self first as `self.name(...)`.
inline bool is_plain_method(Value v) {
  return type_of(v)->descriptor_get == get_as_method || is_exactly(v, method_descriptor_type) || is_exactly(v, wrapper_descriptor_type);
}

// ---- isinstance without hooks, unions, aliases ----
Truth is_instance_plain(Value v, Value cls);
Truth is_subclass_plain(Value cls, Value of);
Value make_union(Value left, Value right);               // X | Y; NotImplemented for what is no type
Value make_generic_alias(Value origin, Value arguments); // list[int]
// For both: the type variables in a tuple of arguments, without duplicates, and the tuple with `item`'s types in their place.
// `self` is named in errors.
Value type_parameters(Value arguments);
Value substitute_parameters(Value self, Value arguments, Value item);

}  // namespace py
