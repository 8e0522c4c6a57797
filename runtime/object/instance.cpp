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
#include "runtime/object/heap.hpp"

namespace py {

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
      grown->instances.store(table->instances.load(std::memory_order_relaxed), std::memory_order_relaxed);
    }
    insert_name(grown, name, count);
    grown->count.store(count + 1, std::memory_order_relaxed);
    type->attribute_names.store(grown, std::memory_order_release);
    if (table) retire_buffer(table);
  } else {
    insert_name(table, name, count);
    table->count.store(count + 1, std::memory_order_relaxed);
  }
  // Attribute sites rely on "this class's instances never have `name` inline" for as long as the version lasts.
  type_modified(type);
  return static_cast<int>(count);
}

// ---- allocation ----

// The first instances get a guess; once a few have shown what attributes they have, new ones get that many slots, or as many as
// the compiler expects, for others may be stored into them only later.
static constexpr uint32_t instances_to_learn = 8;

static uint32_t capacity_for_new_instance(Type* t) {
  AttributeNames* table = t->attribute_names.load(std::memory_order_acquire);
  uint32_t guess = __atomic_load_n(&t->attributes_capacity, __ATOMIC_RELAXED), expected = __atomic_load_n(&t->attributes_expected, __ATOMIC_RELAXED);
  if (!table) return guess;
  if (table->instances.load(std::memory_order_relaxed) < instances_to_learn) {
    if (table->instances.fetch_add(1, std::memory_order_relaxed) < instances_to_learn - 1) return guess;
  }
  return std::max(table->count.load(std::memory_order_relaxed), expected);
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

Object* allocate_instance(Type* t) {
  size_t size = t->instance_size;
  uint32_t capacity = 0;
  if (has_attributes(t)) {
    capacity = capacity_for_new_instance(t);
    size += sizeof(Attributes) + capacity * sizeof(Slot);
  }
  if (t->flags & type_is_plain) [[likely]] {
    Object* o = allocate_unfilled(t, size);
    if (!o) return nullptr;
    for_own_slots(o, t, [](Slot& slot) { new (&slot) Slot; });
    if (!has_attributes(t)) return o;
    Attributes* a = attributes_of(o, t);
    a->capacity = static_cast<uint16_t>(capacity);
    a->unused = 0;
    init_attributes(o, t);
    return o;
  }
  Object* o = allocate_object(t, size);
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

// The nearest class written in C++, whose dealloc, traverse and clear know the bytes before the __slots__.
static Type* native_base(Type* t) {
  while (t->flags & type_is_heap) t = t->base;
  return t;
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
