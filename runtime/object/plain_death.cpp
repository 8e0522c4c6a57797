// Releasing instances of plain classes, which is most of what programs with many objects drop.
//
// The references of an object are dropped one after the other, in the order of its slots, and each with all that follows
// from it before the next, for finalizers show the order. So only the last one need not be a call: lists that are
// linked by their last attribute are released in a loop, and trees with half the calls.
#include "runtime/object/death.hpp"
#include "runtime/object/dict_core.hpp"
#include "runtime/object/item_groups.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/set_table.hpp"

namespace py {
namespace {

// Drops references except the latest one, if that is the last of its object and the calling thread counts it: next().
class Drops {
 public:
  [[gnu::always_inline]] void add(const Slot& slot) {
    Value v = slot.peek();
    if (!v.is_object()) return;
    if (next_) [[unlikely]] release_last_nested(std::exchange(next_, nullptr));
    Object* o = v.object();
    if (owner_of(o) != this_owner) return decref_other(o);
    if (o->local > 1) --o->local;
    else next_ = o;
  }
  Object* next() const { return next_; }

 private:
  Object* next_ = nullptr;
};

// Numbers, None and the like are all it has: as those that compute are made of.
[[gnu::always_inline]] inline bool holds_no_objects(const Object* o) {
  const Type* t = o->type;
  auto *at = reinterpret_cast<const Slot*>(o + 1), *end = reinterpret_cast<const Slot*>(reinterpret_cast<const char*>(o) + t->instance_size);
  for (; at != end; ++at) {
    if (at->peek().is_object()) return false;
  }
  if (!(t->flags & type_has_dict)) return true;
  auto* a = reinterpret_cast<const Attributes*>(end);
  for (uint32_t i = 0, used = a->used; i < used; ++i) {
    if (a->slots[i].peek().is_object()) return false;
  }
  return !a->dict.peek().is_object();
}

[[gnu::noinline]] void bury_with_references(Object* o) {
  for (;;) {
    const Type* t = o->type;
    Drops drops;
    auto *at = reinterpret_cast<Slot*>(o + 1), *end = reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + t->instance_size);
    while (at != end) drops.add(*at++);
    if (t->flags & type_has_dict) {
      const Attributes* a = reinterpret_cast<Attributes*>(end);
      for (uint32_t i = 0, used = a->used; i < used; ++i) drops.add(a->slots[i]);
      drops.add(a->dict);
    }
    free_collected(o);
    o = drops.next();
    if (!o) return;
    o->local = 0;
    if (!dies_plainly(o)) return destroy(o);
  }
}

}  // namespace

void bury_plain(Object* o) {
  if (!holds_no_objects(o)) return bury_with_references(o);
  free_collected(o);
}

// What most tuples hold, numbers, texts and what others hold as well, takes no call; the rest is left to dealloc, from there on.
void bury_tuple(Object* o) {
  auto* t = static_cast<Tuple*>(o);
  for (int64_t i = t->length; i-- > 0;) {
    Value item = t->items()[i];
    if (!item.is_object() || releases_quickly(item.object())) continue;
    t->length = i + 1;
    return release_dead(o);
  }
  free_collected(o);
}

void bury_list(Object* o) {
  auto* l = static_cast<List*>(o);
  Slot* slots = l->items.load(std::memory_order_relaxed);
  const Value* items = reinterpret_cast<const Value*>(slots);
  for (int64_t n = l->size.load(std::memory_order_relaxed); n > 0;) {
    const int64_t until = n > item_group ? n - item_group : 0;
#ifndef __OPTIMIZE_SIZE__
    if (n - until == item_group && needs_no_counting(items + until)) {
      n = until;
      continue;
    }
#endif
    while (n > until) {
      Value item = items[--n];
      if (!item.is_object() || releases_quickly(item.object())) continue;
      l->size.store(n + 1, std::memory_order_relaxed);
      return release_dead(o);
    }
  }
  if (slots != list_own_slots(l)) free_buffer(slots);
  free_collected(o);
}

void bury_set(Object* o) {
  auto* s = static_cast<Set*>(o);
  SetTable* t = s->table.load(std::memory_order_relaxed);
  for (uint64_t i = 0; s->holds_objects && i <= t->mask; ++i) {
    Slot& slot = t->entries()[i].key;
    Value key = slot.peek();
    if (!key.is_object()) continue;
    if (!releases_quickly(key.object())) return release_dead(o);
    slot.init(Undefined);
  }
  if (set_table_is_allocated(s, t)) free_buffer(t);
  free_collected(o);
}

// Likewise what most dicts hold. What is released already must not be seen by who looks at the rest.
void bury_dict(Object* o) {
  auto* d = static_cast<Dict*>(o);
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (t->capacity) {                     // not the empty one
    DictEntry* entries = t->entries();
    auto is_released = [](Value v) { return !v.is_object() || releases_quickly(v.object()); };
    for (uint32_t i = t->live_begin, end = t->live_end; i < end; ++i) {
      Value key = entries[i].key.peek(), value = entries[i].value.peek();
      if (value.is_undefined()) continue;
      const bool key_released = is_released(key);
      if (key_released && is_released(value)) continue;
      if (key_released) entries[i].key.init(Undefined);
      while (t->live_begin < i) entries[t->live_begin++].value.init(Undefined);
      return release_dead(o);
    }
    if (t->capacity == dict_few_entries) free_small_buffer(t);
    else free_buffer(t);
  }
  free_collected(o);
}

}  // namespace py
