// Instances: allocation, and the storage of their attributes in inline slots or a dict (see Attributes in type.hpp).
//
// Reads take no lock. A store into a slot that holds a value is one exchange. Everything else (a new attribute, the
// move into a dict, deletion) happens under the object's lock. The move takes each value out of its slot before the
// dict is published: whoever meets an emptied slot takes the lock, under which the dict is there.
#include <algorithm>
#include <cstring>
#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/heap_blocks.hpp"

namespace py {

// ---- plans ----

// Type::instance_plan: how many instances there are while a class is being learned, then what allocate_instance() needs to know.
// Only a hint of how much room to give.
namespace plan {
constexpr uint32_t instances_to_learn = 8, due = instances_to_learn;    // due: to be made out
constexpr uint32_t without_names = 3;                                      // capacity where no instance has had an attribute yet
constexpr uint32_t known = 1u << 31, with_attributes = 1u << 30;
constexpr uint32_t zeroed = 1u << 29;                                      // the words are 0, otherwise Undefined
constexpr uint32_t list(uint32_t plan) { return plan & 0xff; }             // of the heap
constexpr uint32_t words(uint32_t plan) { return plan >> 8 & 0xff; }       // between header and Attributes
constexpr uint32_t capacity(uint32_t plan) { return plan >> 16 & 0xff; }   // of the Attributes
static_assert(max_inline_attributes < 256 && 2 * class_count < 256);
}  // namespace plan

// The instances have one more name.
static void plan_again(Type* t) {
  if (t->instance_plan.load(std::memory_order_relaxed) & plan::known) t->instance_plan.store(plan::due, std::memory_order_relaxed);
}

// ---- names ----

static AttributeNames* new_names(uint32_t entries) {
  size_t size = sizeof(AttributeNames) + entries * sizeof(AttributeNames::Entry);
  void* memory = allocate_buffer(size);
  if (!memory) return nullptr;
  std::memset(memory, 0, size);
  auto* table = static_cast<AttributeNames*>(memory);
  table->mask = entries - 1;
  return table;
}

static void insert_name(AttributeNames* table, Str* name, uint32_t index) {
  for (uint32_t i = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4);; ++i) {
    AttributeNames::Entry& e = table->entries[i & table->mask];
    if (e.name.load(std::memory_order_relaxed)) continue;
    e.index = index;
    e.name.store(name, std::memory_order_release);
    return;
  }
}

// Index of name, giving it one if there is room; -1: keep it in the dict.
static int add_attribute_name(Type* type, Str* name) {
  if (!name->is_interned()) return -1;
  ClassLock guard;
  if (int known = attribute_index(type, name); known >= 0) return known;
  AttributeNames* table = type->attribute_names.load(std::memory_order_relaxed);
  uint32_t count = table ? table->count.load(std::memory_order_relaxed) : 0;
  if (count >= max_inline_attributes) return -1;
  if (!table || (count + 1) * 2 > table->mask + 1) {
    AttributeNames* grown = new_names(table ? (table->mask + 1) * 2 : 16);
    if (!grown) {
      clear_error();
      return -1;
    }
    if (table) {
      for (uint32_t i = 0; i <= table->mask; ++i) {
        if (Str* s = table->entries[i].name.load(std::memory_order_relaxed)) insert_name(grown, s, table->entries[i].index);
      }
    }
    insert_name(grown, name, count);
    grown->count.store(count + 1, std::memory_order_relaxed);
    type->attribute_names.store(grown, std::memory_order_release);
    if (table) retire_buffer(table);
  } else {
    insert_name(table, name, count);
    table->count.store(count + 1, std::memory_order_relaxed);
  }
  plan_again(type);
  // Attribute sites rely on "this class's instances never have `name` inline" for as long as the version lasts.
  type_modified(type);
  return static_cast<int>(count);
}

// ---- allocation ----

static size_t size_of_instance(const Type* t, uint32_t capacity) {
  return t->instance_size + (has_attributes(t) ? sizeof(Attributes) + capacity * sizeof(Slot) : 0);
}

// The nearest class written in C++, whose dealloc, traverse and clear know the bytes before the __slots__.
static Type* native_base(Type* t) {
  while (t->flags & type_is_heap) t = t->base;
  return t;
}

// The class or one of its bases has __slots__ of its own behind fields of a class written in C++.
static bool adds_slots(const Type* t) {
  for (; t->flags & type_is_heap; t = t->base) {
    if (own_slots_start(t) < t->instance_size) return true;
  }
  return false;
}

// The first instances get a guess; once a few have shown what attributes they have, new ones get that many slots, or as many as
// the compiler expects, for others may be stored into them only later.
static uint32_t capacity_for_new_instance(Type* t) {
  uint32_t guess = __atomic_load_n(&t->attributes_capacity, __ATOMIC_RELAXED), expected = __atomic_load_n(&t->attributes_expected, __ATOMIC_RELAXED);
  uint32_t seen = t->instance_plan.load(std::memory_order_relaxed);
  if (seen < plan::instances_to_learn) {
    t->instance_plan.compare_exchange_strong(seen, seen + 1, std::memory_order_relaxed);
    return guess;
  }
  AttributeNames* table = t->attribute_names.load(std::memory_order_acquire);
  uint32_t capacity = std::max(table ? table->count.load(std::memory_order_relaxed) : plan::without_names, expected);
  uint32_t bytes = t->instance_size - static_cast<uint32_t>(sizeof(Object)), words = bytes / sizeof(Slot);
  bool undefined = (t->flags & type_has_payload) || native_base(t) == &object_type;
  if (size_t size = size_of_instance(t, capacity); size <= small_limit && words < 256 && bytes % sizeof(Slot) == 0 && (undefined || !adds_slots(t))) {
    uint32_t made = plan::known | (has_attributes(t) ? plan::with_attributes : 0) | (undefined ? 0 : plan::zeroed) | capacity << 16 | words << 8 |
                    list_for(size, t->traverse != nullptr);
    t->instance_plan.compare_exchange_strong(seen, made, std::memory_order_relaxed);
  }
  return capacity;
}

void init_attributes(Object* o, Type* t) {
  Attributes* a = attributes_of(o, t);
  new (&a->dict) Slot;
  a->used = 0;
  for (uint32_t i = 0; i < a->capacity; ++i) new (&a->slots[i]) Slot;
}

// The __slots__ of an instance of a plain class, those of its bases too.
template <class Visit>
static void for_own_slots(Object* o, const Type* t, Visit visit) {
  for (uint32_t at = sizeof(Object); at < t->instance_size; at += sizeof(Slot)) visit(*reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + at));
}

[[gnu::noinline]] static Object* allocate_unplanned(Type* t) {
  uint32_t capacity = capacity_for_new_instance(t);
  Object* o = allocate_object(t, size_of_instance(t, capacity));
  if (!o) return nullptr;
  std::memset(reinterpret_cast<char*>(o) + sizeof(Object), 0, t->instance_size - sizeof(Object));
  if (has_attributes(t)) {
    Attributes* a = attributes_of(o, t);
    a->capacity = static_cast<uint16_t>(capacity);
    a->unused = 0;
    init_attributes(o, t);
  }
  if (t->flags & type_has_payload) static_cast<Wrapped*>(o)->payload = Undefined;
  init_own_slots(o, t);
  return o;
}

Object* allocate_instance(Type* t) {
  uint32_t plan = t->instance_plan.load(std::memory_order_relaxed);
  if (!(plan & plan::known)) [[unlikely]] return allocate_unplanned(t);
  Object* o = take_object(t, plan::list(plan), plan::list(plan) >= class_count);
  if (!o) [[unlikely]] return allocate_unplanned(t);
  auto* at = reinterpret_cast<Slot*>(o + 1);
  Value nothing{plan & plan::zeroed ? 0 : Value::undefined_bits};
  for (uint32_t n = plan::words(plan); n > 0; --n) new (at++) Slot(nothing);
  if (plan & plan::with_attributes) {
    auto* a = reinterpret_cast<Attributes*>(at);
    uint32_t capacity = plan::capacity(plan);
    new (&a->dict) Slot;
    a->capacity = static_cast<uint16_t>(capacity);
    a->used = 0;
    a->unused = 0;
    // Two or three most often: vectors would only be set up for them.
#pragma clang loop vectorize(disable)
    for (uint32_t i = 0; i < capacity; ++i) new (&a->slots[i]) Slot;
  }
  return o;
}

uint32_t own_slots_start(const Type* t) {
  if (t->base->flags & type_is_heap) return t->base->instance_size;
  return (t->flags & type_has_payload) ? sizeof(Wrapped) : t->base->instance_size;
}

Value make_wrapped(Type* cls, Value payload_owned) {
  Object* o = allocate_instance(cls);
  if (!o) {
    decref(payload_owned);
    return Error;
  }
  static_cast<Wrapped*>(o)->payload = payload_owned;
  return object_value(o);
}

// ---- moving into a dict ----

// The name of each inline slot index, from the class's table.
static void names_by_index(const AttributeNames* table, Str** out) {
  for (uint32_t i = 0; i <= table->mask; ++i) {
    if (Str* s = table->entries[i].name.load(std::memory_order_acquire)) out[table->entries[i].index] = s;
  }
}

// Under the object's lock. After it the dict holds all attributes and every inline slot is empty.
static Dict* materialize(Object* o, Type* t, Attributes* a) {
  if (Value d = a->dict.peek(); !d.is_undefined()) return d.as<Dict>();
  Ref dict = make_dict();
  if (dict.is_error()) return nullptr;
  if (a->used) {
    Str* order[max_inline_attributes + 1] = {};
    names_by_index(t->attribute_names.load(std::memory_order_acquire), order);
    for (uint32_t i = 0; i < a->used; ++i) {
      Value v = a->slots[i].exchange(Undefined);
      if (v.is_undefined()) continue;
      dict_set(dict.as<Dict>(), order[i], v);
      release_overwritten(v);            // not decref: another thread may just be reading the slot
    }
  }
  Dict* result = dict.as<Dict>();
  a->dict.set(dict.take());
  return result;
}

Dict* instance_dict(Object* o, Type* t) {
  Attributes* a = attributes_of(o, t);
  if (Value d = a->dict.peek(); !d.is_undefined()) [[likely]] return d.as<Dict>();
  ObjectLock lock(o);
  return materialize(o, t, a);
}

// ---- reading ----

Value own_attribute(Object* o, Type* t, Str* name) {
  Attributes* a = attributes_of(o, t);
  Value dict = a->dict.peek();
  if (!dict.is_undefined()) return dict_get_borrowed(dict.as<Dict>(), name);
  int index = attribute_index(t, name);
  if (index < 0 || index >= a->capacity) {
    // The dict may have appeared since; only then can a name without a slot be there.
    dict = a->dict.peek();
    return dict.is_undefined() ? Undefined : dict_get_borrowed(dict.as<Dict>(), name);
  }
  Value v = a->slots[index].peek();
  if (!v.is_undefined() || !threads_alive()) [[likely]] return v;
  ObjectLock lock(o);
  dict = a->dict.peek();
  return dict.is_undefined() ? a->slots[index].peek() : dict_get_borrowed(dict.as<Dict>(), name);
}

// ---- writing ----

bool try_init_inline(Object* o, Attributes* a, uint32_t index, Value value) {
  ObjectLock lock(o);
  if (!a->dict.peek().is_undefined() || index >= a->capacity) return false;
  if (index < a->used) {
    if (a->slots[index].peek().is_undefined()) return false;   // another order than the others: belongs into a dict
    a->slots[index].set(incref(value));
    return true;
  }
  a->slots[index].set(incref(value));
  a->used = static_cast<uint16_t>(index + 1);
  return true;
}

void set_own_attribute(Object* o, Type* t, Str* name, Value value) {
  Attributes* a = attributes_of(o, t);
  if (Value d = a->dict.peek(); !d.is_undefined()) return dict_set(d.as<Dict>(), name, value);
  int index = attribute_index(t, name);
  if (index < 0) index = add_attribute_name(t, name);
  if (index >= 0 && index < a->capacity) {
    if (!a->slots[index].peek().is_undefined()) [[likely]] {
      Value old = a->slots[index].exchange(incref(value));
      if (!old.is_undefined()) [[likely]] return release_overwritten(old);
      // Another thread was moving the attributes into a dict: hand the value on.
      ObjectLock lock(o);
      Ref mine = a->slots[index].exchange(Undefined);
      Dict* d = materialize(o, t, a);
      if (!mine.is_undefined()) dict_set(d, name, mine);
      return;
    }
    if (try_init_inline(o, a, static_cast<uint32_t>(index), value)) return;
  } else if (index >= static_cast<int>(__atomic_load_n(&t->attributes_capacity, __ATOMIC_RELAXED))) {
    __atomic_store_n(&t->attributes_capacity, static_cast<uint16_t>(std::min<uint32_t>(static_cast<uint32_t>(index) + 4, max_inline_attributes)), __ATOMIC_RELAXED);
  }
  dict_set(instance_dict(o, t), name, value);
}

bool delete_own_attribute(Object* o, Type* t, Str* name) {
  Attributes* a = attributes_of(o, t);
  if (int index = attribute_index(t, name); index >= 0 && index < a->capacity) {
    Value old = Undefined;
    bool in_slots;
    {
      ObjectLock lock(o);
      in_slots = a->dict.peek().is_undefined();
      if (in_slots) old = a->slots[index].exchange(Undefined);   // its place stays empty: set again, it is the last of a dict
    }
    release_overwritten(old);
    if (in_slots) return !old.is_undefined();
  }
  if (own_attribute(o, t, name).is_undefined()) return false;
  return dict_delete(instance_dict(o, t), name);
}

// ---- death and cycles ----

void release_attributes(Object* o, Type* t) {
  Attributes* a = attributes_of(o, t);
  for (uint32_t i = 0; i < a->used; ++i) a->slots[i].drop();
  a->used = 0;
  a->dict.drop();
}

void instance_dealloc(Object* o) {
  Type* t = o->type;
  if (t->flags & type_is_plain) [[likely]] {
    for_own_slots(o, t, [](Slot& slot) { slot.drop(); });
    if (has_attributes(t)) release_attributes(o, t);
    return free_object(o);
  }
  for (Type* c = t; c->flags & type_is_heap; c = c->base) {
    for (uint32_t at = own_slots_start(c); at < c->instance_size; at += sizeof(Slot)) {
      reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + at)->drop();
    }
  }
  if (has_attributes(t)) release_attributes(o, t);
  Type* base = native_base(t);
  if (t->flags & type_has_payload) {
    decref(payload(object_value(o)));
    free_object(o);
  } else if (base->dealloc && base->dealloc != instance_dealloc) {
    base->dealloc(o);
  } else {
    free_object(o);
  }
}

void instance_traverse(Object* o, Visitor& visitor) {
  Type* t = o->type;
  for (Type* c = t; c->flags & type_is_heap; c = c->base) {
    for (uint32_t at = own_slots_start(c); at < c->instance_size; at += sizeof(Slot)) {
      visitor.visit(*reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + at));
    }
  }
  if (has_attributes(t)) {
    Attributes* a = attributes_of(o, t);
    for (uint32_t i = 0; i < a->used; ++i) visitor.visit(a->slots[i]);
    visitor.visit(a->dict);
  }
  if (t->flags & type_has_payload) {
    visitor.visit(payload(object_value(o)));
  } else if (Type* base = native_base(t); base->traverse && base->traverse != instance_traverse) {
    base->traverse(o, visitor);
  }
}

void instance_clear(Object* o) {
  Type* t = o->type;
  for (Type* c = t; c->flags & type_is_heap; c = c->base) {
    for (uint32_t at = own_slots_start(c); at < c->instance_size; at += sizeof(Slot)) {
      reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + at)->drop();
    }
  }
  if (has_attributes(t)) release_attributes(o, t);
  Type* base = native_base(t);
  if (!(t->flags & type_has_payload) && base->clear && base->clear != instance_clear) base->clear(o);
}

}  // namespace py
