// Type: a Python class, built in or made at run time, with the slots through which the runtime
// works on instances. The model is CPython's PyTypeObject (Include/cpython/object.h): a dunder
// defined in Python fills a slot with a function that calls it; a slot filled in C++ shows up
// as a dunder wrapper in the class's dict. type_ready.cpp and slot_table.cpp keep both in step.
//
// All slots: parameters borrowed, results owned; Value results may be Error (exception pending).
// Slots of type bool-or-error return Truth: -1 error, 0 false, 1 true.
#pragma once

#include "runtime/object/object.hpp"

namespace py {

struct Str;
struct Tuple;
struct Dict;
struct NativeDef;
struct MemberDef;
struct GetSetDef;

using Truth = int;                       // -1 error, 0, 1
enum class Compare : uint8_t { lt, le, eq, ne, gt, ge };

// Called with every reference an object owns; used by the cycle collector.
struct Visitor {
  virtual void visit(Value v) = 0;
  void visit(const Slot& s) { visit(s.peek()); }
 protected:
  ~Visitor() = default;
};

using UnarySlot = Value (*)(Value self);
using BinarySlot = Value (*)(Value left, Value right);   // NotImplemented allowed
using TernarySlot = Value (*)(Value a, Value b, Value c);
using LengthSlot = int64_t (*)(Value self);              // -1 error

enum TypeFlag : uint32_t {
  type_is_heap = 1,             // made by a class statement or type()
  type_is_base = 2,             // may be subclassed
  type_has_dict = 4,            // instances carry Attributes with room for any name
  type_has_payload = 8,         // instances wrap an immutable built-in (see payload())
  type_is_abstract = 16,
  type_has_weakrefs = 32,       // instances may be the target of weak references (not inherited by the flag: see supports_weakrefs)
  type_is_plain = 128,          // instances are a header, __slots__ and Attributes: no other fields, no payload (not inherited)
  type_is_published = 64,       // every thread has passed a safepoint since the class was made (class_change.hpp)
  // fast subclass tests, inherited
  kind_int = 1u << 8, kind_float = 1u << 9, kind_str = 1u << 10, kind_bytes = 1u << 11, kind_list = 1u << 12,
  kind_tuple = 1u << 13, kind_dict = 1u << 14, kind_set = 1u << 15 /* set or frozenset */, kind_exception = 1u << 16,
  kind_type = 1u << 17, kind_complex = 1u << 18, kind_bytearray = 1u << 19,
  // what `match` takes for a sequence or a mapping besides list, tuple and dict (range, deque, collections.abc)
  kind_sequence = 1u << 20, kind_mapping = 1u << 21,
};

struct NumberSlots {
  BinarySlot add, subtract, multiply, matrix_multiply, true_divide, floor_divide, remainder, divmod,
      left_shift, right_shift, bit_and, bit_or, bit_xor;
  TernarySlot power;
  BinarySlot inplace_add, inplace_subtract, inplace_multiply, inplace_matrix_multiply, inplace_true_divide,
      inplace_floor_divide, inplace_remainder, inplace_left_shift, inplace_right_shift, inplace_and, inplace_or,
      inplace_xor;
  TernarySlot inplace_power;
  UnarySlot negative, positive, absolute, invert, index, to_int, to_float;
};

// What describes a type before it is readied; built-in types are written as
//   constinit Type list_type{{.name = "list", .instance_size = sizeof(List), .flags = type_is_base | kind_list, ...}};
struct TypeSlots {
  const char* name;                      // built-in types: dotted as CPython's tp_name; heap types: the __name__
  uint32_t instance_size;                // bytes before Attributes
  uint32_t flags;                        // TypeFlag
  Type* base;                            // the "solid" first base
  const char* doc;

  // life
  Value (*create)(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);   // __new__; args without cls
  Truth (*init)(Value self, const Value* args, uint32_t n, Tuple* kwnames);    // __init__; args without self
  void (*dealloc)(Object* self);         // releases what self owns, then free_object()
  void (*traverse)(Object* self, Visitor& visitor);   // non-null: instances may be part of cycles
  void (*clear)(Object* self);           // drops owned references to break a cycle
  void (*finalize)(Object* self);        // __del__ and the like; may resurrect

  // behaviour
  UnarySlot repr, str;
  int64_t (*hash)(Value self);           // -1 error; &hash_not_implemented marks unhashable
  Value (*call)(Value self, const Value* args, uint32_t n, Tuple* kwnames);    // n positional, then kwnames->length keyword values
  Value (*get_attribute)(Value self, Str* name);
  Truth (*set_attribute)(Value self, Str* name, Value value);                  // value Undefined: delete
  Value (*compare)(Value self, Value other, Compare op);                       // NotImplemented allowed
  UnarySlot iter, next;                  // next: Undefined (not Error) when exhausted without an exception
  Value (*descriptor_get)(Value self, Value object /* Undefined: via class */, Type* owner);
  Truth (*descriptor_set)(Value self, Value object, Value value /* Undefined: delete */);
  Truth (*truth)(Value self);
  LengthSlot length;
  Value (*get_item)(Value self, Value key);
  Truth (*set_item)(Value self, Value key, Value value /* Undefined: delete */);
  Truth (*contains)(Value self, Value item);
  BinarySlot concat;                     // sequence + (tried after number.add, as CPython does)
  Value (*repeat)(Value self, Value count);
  BinarySlot inplace_concat;
  Value (*inplace_repeat)(Value self, Value count);
  UnarySlot await, async_iter, async_next;
  Truth (*buffer)(Value self, struct Buffer& out);       // bytes-like objects, see buffer.hpp; -1 error
  NumberSlots number;

  // static tables of a built-in type, ended by an entry without a name; may be null
  const NativeDef* methods;
  const MemberDef* members;
  const GetSetDef* getsets;
  Type* second_base;                     // of the few built-in types that have two; adds nothing to the instances
  // What next would give, several at once, owned: as many as `room` and as it knows without running code of the program, which may
  // be none at all. Only next tells the end. Of built-in iterators, and not inherited; may be null.
  int64_t (*next_few)(Value self, Value* out, int64_t room);
  // What calling exactly this class without keywords gives, where that is less work than create and init. Of built-in classes, and not
  // inherited; may be null.
  Value (*make)(const Value* args, uint32_t n);
};

// The version of a class changes whenever a lookup on the class may change; unique among all classes, 0: none. It lies in the
// upper half of a word, so that an attribute site compares it and gets what it remembers in one step (sites.hpp).
class ClassVersion {
 public:
  constexpr ClassVersion() : key_(none) {}
  uint32_t load(std::memory_order order) const { return static_cast<uint32_t>(key_.load(order) >> 32); }
  uint64_t key(std::memory_order order) const { return key_.load(order); }   // version << 32, or `none`
  uint32_t clear() { return static_cast<uint32_t>(key_.exchange(none, std::memory_order_acq_rel) >> 32); }
  // The version, which is `fresh` if there was none.
  uint32_t set_first(uint32_t fresh) {
    uint64_t expected = none;
    return key_.compare_exchange_strong(expected, uint64_t{fresh} << 32, std::memory_order_acq_rel) ? fresh : static_cast<uint32_t>(expected >> 32);
  }
  static constexpr uint64_t none = uint64_t{1} << 31;    // differs from every site, and from an empty one

 private:
  std::atomic<uint64_t> key_;
};

struct Type : Object, TypeSlots {
  constexpr explicit Type(const TypeSlots& slots);       // an immortal, static type

  // filled by type_ready()
  Slot dict;                             // Dict: the class namespace
  Slot bases, mro;                       // Tuple
  ClassVersion version;
  std::atomic<const struct InstanceRecipe*> recipe;     // how calling the class makes an instance; a hint (type_object.cpp)
  uint16_t attributes_capacity;          // inline attribute slots the first instances get,
  uint16_t attributes_expected;          // ... and all others at least (instance.cpp)
  std::atomic<uint32_t> instance_plan;   // how memory for an instance of a plain class is laid out (instance.cpp)
  std::atomic<struct AttributeNames*> attribute_names;  // name -> inline slot index; append-only; shared with nobody
  Slot subclasses;                       // list of weak references
  Slot qualname, module_name;            // heap types
  Value slots_names;                     // tuple of __slots__ or Undefined
};

extern Type object_type, type_type;
constexpr Type::Type(const TypeSlots& given)
    : Object(immortal_header(&type_type)), TypeSlots(given), recipe(nullptr), attributes_capacity(0), attributes_expected(0), instance_plan(0), attribute_names(nullptr),
      slots_names(Undefined) {}

Type* type_of_slow(Value v);
extern Type int_type, float_type, bool_type, none_type, ellipsis_type, not_implemented_type;
// The exact class of a value.
inline Type* type_of(Value v) {
  if (v.is_object()) [[likely]] return __atomic_load_n(&v.object()->type, __ATOMIC_RELAXED);
  if (v.is_small_int()) return &int_type;
  return type_of_slow(v);
}
// Is v's exact class the built-in object type `t`? (Not for int and float: see numbers.hpp.)
inline bool is_exactly(Value v, const Type& t) { return v.is_object() && __atomic_load_n(&v.object()->type, __ATOMIC_RELAXED) == &t; }
inline bool has_flag(Value v, uint32_t type_flag) { return type_of(v)->flags & type_flag; }
inline Value value_of(Type& t) { return object_value(&t); }

bool is_subtype(const Type* a, const Type* b);           // by the MRO, no hooks
// Prepares a static type (bases, MRO, dict, inherited slots). Idempotent; called by runtime start-up.
void type_ready(Type& type);
// A list of built-in types, ended by null, that does not keep them in a WebAssembly program by itself: what nobody names or makes
// instances of loses its behaviour (compiler/driver/left_out.cpp). Only read out of line: addresses in code would keep them.
template <size_t n>
struct TypeTable {
  constexpr TypeTable(Type* const (&list)[n]) {
    for (size_t i = 0; i < n; ++i) types[i] = list[i];
  }
  uint32_t mark = 0x74797065;
  Type* types[n] = {};
};
void types_ready(Type* const* until_null);
Type* const* exception_types();                          // all built-in ones, bases first, until null
#ifdef __wasm__
static_assert(sizeof(Type) == 408 && offsetof(TypeSlots, base) == 12 && offsetof(TypeSlots, doc) == 16 && offsetof(TypeSlots, create) == 20 && offsetof(TypeSlots, number) == 140 && offsetof(TypeSlots, getsets) == 284 && offsetof(TypeTable<1>, types) == 4);
#endif
// Looks `name` up along the MRO; borrowed (valid until the next safepoint), Undefined when absent. Never raises.
Value type_lookup(Type* type, Str* name);
void type_modified(Type* type);                          // after any change of its dict or bases
int64_t hash_not_implemented(Value self);

// Instances of classes derived from int, float, str, bytes, tuple, complex, frozenset hold the built-in
// value here; the functions as_int(), as_str(), ... look through it.
struct Wrapped : Object {
  Value payload;
};
inline Value payload(Value v) { return v.as<Wrapped>()->payload; }
// A new instance of cls: instance_size bytes and its Attributes, if the class has them, initialised; the bytes
// between header and Attributes are zero. What `create` slots call (objects: instance.cpp).
Object* allocate_instance(Type* cls);
// What calling a class comes to in the usual case: a plain object, and __init__ is a Python function that takes the
// arguments as they are. Immutable and never freed: a class learns a limited number of them.
struct InstanceRecipe {
  uint32_t version;                      // of the class; as long as it has that one, the rest holds
  struct Function* init;                 // owned; nullptr: object's, which does nothing
  const struct Code* code;               // the function's: __code__ may be assigned
  bool has_finalizer;                    // the class has __del__
};
const InstanceRecipe* learn_recipe(Type* cls);
// Of a ready class; null: it is not the usual case.
inline const InstanceRecipe* instance_recipe(Type* cls) {
  if (cls->flags & type_is_abstract) return nullptr;
  const InstanceRecipe* recipe = cls->recipe.load(std::memory_order_acquire);
  return recipe && recipe->version == cls->version.load(std::memory_order_acquire) ? recipe : learn_recipe(cls);
}
// An instance of cls, a class derived from an immutable built-in, around its plain value.
Value make_wrapped(Type* cls, Value payload_owned);

// Attribute storage of instances: at byte type->instance_size of the object.
// Invariants: attributes live in `slots` (index from type->attribute_names, in insertion order, none skipped
// backwards; a deleted one leaves Undefined) until something needs more (another order, too many, __dict__); then
// `dict` is set once, under the object's lock, and is the only truth. Slots never move.
struct Attributes {
  Slot dict;                             // Dict or Undefined
  uint16_t capacity, used;               // used: highest index set so far + 1
  uint32_t unused;
  Slot slots[];
};
inline Attributes* attributes_of(Object* o, const Type* t) {
  return reinterpret_cast<Attributes*>(reinterpret_cast<char*>(o) + t->instance_size);
}

}  // namespace py
