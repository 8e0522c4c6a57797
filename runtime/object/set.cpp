// The core of set and frozenset: lookup without locks, adding, removing, growth. set_table.hpp explains the rules.
#include "runtime/object/set_table.hpp"

#include <algorithm>
#include <cstring>

#include "runtime/object/dict_table.hpp"
#include "runtime/object/heap_blocks.hpp"

namespace py {

static constexpr uint64_t linear_probes = 9, minimum_size = SmallSetTable::size;
static constexpr int not_decided = 2;
static const Value deleted = Error;

static_assert(offsetof(SmallSetTable, entries) == sizeof(SetTable));

static SetTable* init_table(SetTable* t, uint64_t size) {
  t->mask = size - 1;
  for (uint64_t i = 0; i < size; ++i) t->entries()[i].key.init(Undefined);
  return t;
}

// Which of a table's slots are taken cannot be predicted; that none of several holds an object often can.
template <class Visit>
static void each_object(SetTable* t, Visit&& visit) {
  for (uint64_t i = 0; i <= t->mask; i += minimum_size) {
    SetEntry* e = t->entries() + i;
    bool any = false;
    for (uint64_t k = 0; k < minimum_size; ++k) any |= e[k].key.peek().is_object();
    for (uint64_t k = 0; any && k < minimum_size; ++k) {
      if (Value key = e[k].key.peek(); key.is_object()) visit(key.object());
    }
  }
}

// For s: its own table where that will do. Not shared yet, and without contents.
static SetTable* allocate_room(Set* s, uint64_t size) {
  if (size == minimum_size && (!s->own_table_used || (!threads_alive() && s->table.load(std::memory_order_relaxed) != &s->own_table.table))) {
    s->own_table_used = true;
    return &s->own_table.table;
  }
  return static_cast<SetTable*>(allocate_buffer(sizeof(SetTable) + size * sizeof(SetEntry)));
}
static SetTable* allocate_table(Set* s, uint64_t size) {
  SetTable* t = allocate_room(s, size);
  return t ? init_table(t, size) : nullptr;
}

static void discard_table(Set* s, SetTable* t) {
  if (!set_table_is_allocated(s, t)) return;
  if (threads_alive()) retire_buffer(t);
  else free_buffer(t);
}

void set_init_empty(Set* s) {
  s->table.store(&empty_set_table.table, std::memory_order_relaxed);
  s->used.store(0, std::memory_order_relaxed);
  s->cached_hash.store(-1, std::memory_order_relaxed);
  s->version.store(0, std::memory_order_relaxed);
  s->fill = 0;
  s->finger = 0;
  s->own_table_used = s->holds_objects = false;
}

Value make_set_of_type(Type& type) {
  Set* s = allocate_fixed<Set>(&type);   // its own table is filled when it is first used
  set_init_empty(s);
  return object_value(s);
}
Value make_set() { return make_set_of_type(set_type); }

static SetTable* table_of(Set* s) { return s->table.load(std::memory_order_relaxed); }

static void store_entry(SetEntry& e, Value key, int64_t hash) {
  e.hash.store(hash, std::memory_order_relaxed);
  e.key.put(key);
}

static void changed(Set* s, int64_t delta) {
  s->used.store(s->used.load(std::memory_order_relaxed) + delta, std::memory_order_release);
  s->version.store(s->version.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

// Visits the slots of a hash's probe sequence until visit returns true.
template <class Visit>
[[gnu::always_inline]] static inline void probe(SetTable* t, int64_t hash, Visit&& visit) {
  uint64_t mask = t->mask, perturb = static_cast<uint64_t>(hash), i = perturb & mask;
  for (;;) {
    SetEntry* e = t->entries() + i;
    uint64_t linear = i + linear_probes <= mask ? linear_probes : 0;
    for (;; ++e) {
      if (visit(e)) return;
      if (linear-- == 0) break;
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

// For keys known to be absent and a table without deleted entries (set_insert_clean).
[[gnu::noinline]] static void insert_clean_probing(SetTable* t, Value key, int64_t hash) {
  probe(t, hash, [&](SetEntry* e) {
    if (!e->key.peek().is_undefined()) return false;
    store_entry(*e, key, hash);
    return true;
  });
}
PORTALIS_IN_LINE static void insert_clean(SetTable* t, Value key, int64_t hash) {
  SetEntry* first = t->entries() + (static_cast<uint64_t>(hash) & t->mask);
  if (first->key.peek().is_undefined()) store_entry(*first, key, hash);
  else insert_clean_probing(t, key, hash);
}

[[gnu::noinline]] static bool resize(Set* s, uint64_t minimum) {   // locked
  uint64_t size = minimum_size;
  while (size <= minimum) size *= 2;
  SetTable* old = table_of(s);
  uint64_t used = static_cast<uint64_t>(s->used.load(std::memory_order_relaxed));
  if (size == minimum_size && old->mask == minimum_size - 1 && s->fill == used && old != &empty_set_table.table) return true;
  SetTable* t = allocate_table(s, size);
  if (!t) return false;
  uint64_t left = used;
  for (const SetEntry* e = old->entries(); left; ++e) {
    Value key = e->key.peek();
    if (key.is_undefined() || key.same(deleted)) continue;
    insert_clean(t, key, e->hash.load(std::memory_order_relaxed));
    --left;
  }
  s->fill = used;
  s->table.store(t, std::memory_order_release);
  changed(s, 0);
  discard_table(s, old);
  return true;
}

// ---- lookup ----

struct Found {
  SetEntry* entry;                       // the live entry of the key, or null
  SetEntry* free;                        // where it would go: the last deleted slot passed, or the unused one
  int64_t undecided;                     // entry may be the key; only user code can tell. A word, for padding is copied in pieces
};

[[gnu::always_inline]] static inline Found find(SetTable* t, Value key, int64_t hash) {
  Found f{nullptr, nullptr, 0};
  probe(t, hash, [&](SetEntry* e) {
    Value stored = e->key.peek();
    if (stored.same(key)) {
      f.entry = e;
      return true;
    }
    if (stored.is_undefined()) {
      if (!f.free) f.free = e;
      return true;
    }
    if (stored.same(deleted)) {
      f.free = e;
      return false;
    }
    if (e->hash.load(std::memory_order_relaxed) != hash) return false;
    int match = keys_match(stored, key);
    if (match == 0) return false;
    f.entry = e;
    f.undecided = match == not_decided;
    return true;
  });
  return f;
}

// The slot number of key, `absent` or `failed`; may run user code, so never under a lock.
static constexpr int64_t absent = -1, failed = -2;
static int64_t find_asking(Set* s, Value key, int64_t hash) {
  int64_t result;
  bool again;
  do {
    again = false;
    result = absent;
    uint32_t version = s->version.load(std::memory_order_acquire);
    SetTable* t = s->table.load(std::memory_order_acquire);
    probe(t, hash, [&](SetEntry* e) {
      Value stored = e->key.peek();
      if (stored.is_undefined()) return true;
      if (stored.same(deleted) || e->hash.load(std::memory_order_relaxed) != hash) return false;
      int match = keys_match(stored, key);
      if (match == not_decided) {
        int64_t slot = e - t->entries();
        Ref held = Ref::borrow(stored);
        match = equal(held, key);
        if (match < 0) return result = failed, true;
        if (match > 0) return result = slot, true;
        return again = s->version.load(std::memory_order_acquire) != version;
      }
      if (match) result = e - t->entries();
      return match != 0;
    });
  } while (again);
  return result;
}

// not_decided: only user code can tell.
[[gnu::noinline]] static int find_probing(SetTable* t, Value key, int64_t hash) {
  int match = 0;
  probe(t, hash, [&](SetEntry* e) {
    Value stored = e->key.peek();
    if (stored.same(key)) return match = 1, true;
    if (stored.is_undefined()) return true;
    if (e->hash.load(std::memory_order_relaxed) != hash || stored.same(deleted)) return false;
    return (match = keys_match(stored, key)) != 0;
  });
  return match;
}
// Most often the answer is where one looks first.
PORTALIS_IN_LINE static int find_quietly(Set* s, Value key, int64_t hash) {
  SetTable* t = s->table.load(std::memory_order_acquire);
  Value first = t->entries()[static_cast<uint64_t>(hash) & t->mask].key.peek();
  if (first.same(key)) return 1;
  return first.is_undefined() ? 0 : find_probing(t, key, hash);
}

int set_peek(Set* s, Value key) {
  return is_plain_key(key) ? find_quietly(s, key, hash_key(key)) : not_decided;
}

int set_peek(Set* s, Value key, int64_t hash) { return find_quietly(s, key, hash); }

Truth set_contains(Set* s, Value key, int64_t hash) {
  int match = find_quietly(s, key, hash);
  if (match != not_decided) [[likely]] return match;
  int64_t slot = find_asking(s, key, hash);
  return slot == failed ? -1 : slot != absent;
}

[[gnu::noinline]] static bool find_locked_asking(Set* s, ObjectLock& lock, Value key, int64_t hash, Found& f) {
  while (f.undecided) {
    lock.unlock();
    uint32_t version = s->version.load(std::memory_order_acquire);
    int64_t slot = find_asking(s, key, hash);
    if (slot == failed) return false;
    lock.lock_again(s);
    if (s->version.load(std::memory_order_relaxed) != version) {
      f = find(table_of(s), key, hash);
      continue;
    }
    f = {slot == absent ? nullptr : table_of(s)->entries() + slot, nullptr, 0};
    probe(table_of(s), hash, [&](SetEntry* e) {
      Value stored = e->key.peek();
      if (stored.same(deleted) || (stored.is_undefined() && !f.free)) f.free = e;
      return stored.is_undefined();
    });
  }
  return true;
}
// Fills f for key, s being locked. When that needs user code, runs it without the lock; false: it raised.
[[gnu::always_inline]] static inline bool find_locked(Set* s, ObjectLock& lock, Value key, int64_t hash, Found& f) {
  f = find(table_of(s), key, hash);
  return !f.undecided || find_locked_asking(s, lock, key, hash, f);
}

[[gnu::noinline]] static Truth grow(Set* s) {              // a key was added: 1, or -1 without memory
  const uint64_t used = static_cast<uint64_t>(s->used.load(std::memory_order_relaxed));
  return resize(s, used > 50000 ? used * 2 : used * 4) ? 1 : -1;
}

static bool place(Set* s, SetEntry* free, Value key, int64_t hash) {   // locked; key is absent
  bool fresh = free->key.peek().is_undefined();
  store_entry(*free, incref(key), hash);
  s->holds_objects |= key.is_object();
  changed(s, 1);
  if (!fresh) return true;
  ++s->fill;
  return s->fill * 5 < table_of(s)->mask * 3 || grow(s) > 0;
}

PORTALIS_IN_LINE static Truth place_alone(Set* s, SetEntry* free, Value key, int64_t hash) {   // free was never used
  store_entry(*free, incref(key), hash);
  s->holds_objects |= key.is_object();
  s->used.store(s->used.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  s->version.store(s->version.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  return ++s->fill * 5 < table_of(s)->mask * 3 ? 1 : grow(s);
}

[[gnu::noinline]] static int add_alone_probing(Set* s, Value key, int64_t hash) {
  int match = 0;
  SetEntry* place;
  probe(table_of(s), hash, [&](SetEntry* e) {
    Value stored = e->key.peek();
    place = e;
    if (stored.same(key)) return match = 1, true;
    if (stored.is_undefined()) return true;
    if (stored.same(deleted)) return match = not_decided, true;
    if (e->hash.load(std::memory_order_relaxed) != hash) return false;
    return (match = keys_match(stored, key)) != 0;
  });
  if (match) return match == 1 ? 0 : not_decided;
  return place_alone(s, place, key, hash);
}

// The first table, which lies in the set.
PORTALIS_IN_LINE static bool begin_table(Set* s) {
  if (s->own_table_used) return resize(s, 0);
  s->own_table_used = true;
  s->table.store(init_table(&s->own_table.table, minimum_size), std::memory_order_release);
  changed(s, 0);
  return true;
}

// With one thread alive and no deleted entry on the way: finding the key's place and filling it is one walk, most often of
// one step. not_decided: the long way is needed.
[[gnu::always_inline]] static inline int add_alone(Set* s, Value key, int64_t hash) {
  if (table_of(s) == &empty_set_table.table && !begin_table(s)) [[unlikely]] return -1;
  SetTable* t = table_of(s);
  SetEntry* first = t->entries() + (static_cast<uint64_t>(hash) & t->mask);
  Value stored = first->key.peek();
  if (stored.same(key)) return 0;
  return stored.is_undefined() ? place_alone(s, first, key, hash) : add_alone_probing(s, key, hash);
}

static Truth add_locked(Set* s, ObjectLock& lock, Value key, int64_t hash) {
  if (table_of(s) == &empty_set_table.table && !resize(s, 0)) return -1;
  Found f;
  if (!find_locked(s, lock, key, hash, f)) return -1;
  if (f.entry) return 0;
  if (table_of(s) == &empty_set_table.table) [[unlikely]] {    // comparing ran user code that emptied the set
    if (!resize(s, 0)) return -1;
    f = find(table_of(s), key, hash);
  }
  return place(s, f.free, key, hash) ? 1 : -1;
}

[[gnu::noinline]] static Truth add_slow(Set* s, Value key, int64_t hash) {
  if (!threads_alive()) [[likely]] {
    int added = add_alone(s, key, hash);
    if (added != not_decided) [[likely]] return added;
  }
  Ref held = Ref::borrow(key);           // comparing may run user code, and the caller may have borrowed it from a container
  ObjectLock lock(s);
  return add_locked(s, lock, key, hash);
}

// Most often there is a table, and the key or its place is where one looks first.
Truth set_add(Set* s, Value key, int64_t hash) {
  SetTable* t = table_of(s);
  if (!threads_alive() && t != &empty_set_table.table) [[likely]] {
    SetEntry* first = t->entries() + (static_cast<uint64_t>(hash) & t->mask);
    Value stored = first->key.peek();
    if (stored.same(key)) return 0;
    if (stored.is_undefined()) return place_alone(s, first, key, hash);
  }
  return add_slow(s, key, hash);
}

Truth set_add(Value set, Value item) {
  int64_t h = hash_key(item);
  if (h == -1) return -1;
  return set_add(as_set(set), item, h) < 0 ? -1 : 0;
}

int64_t set_add_plain(Set* s, List* list, int64_t i) {
  if (threads_alive()) return i;
  const Slot* items = list->items.load(std::memory_order_relaxed);
  for (const int64_t size = list_size(list); i < size; ++i) {
    Value item = items[i].peek();
    if (item.is_object() && !is_exactly(item, str_type)) break;
    int added = add_alone(s, item, hash_key(item));
    if (added == not_decided) break;
    if (added < 0) return -1;
  }
  return i;
}

// A set looked for in a set stands for the frozenset of its elements.
static Value hashable_form(Value key, int64_t& h) {
  h = hash_key(key);
  if (h != -1) return incref(key);
  Set* as_key = as_set(key);
  if (!as_key || !error_matches(exc::TypeError)) return Error;
  clear_error();
  Ref frozen = set_copy(as_key, frozenset_type);
  if (frozen.is_error()) return Error;
  h = frozenset_hash(frozen.as<Set>());
  return h == -1 ? Error : frozen.take();
}

Truth set_contains_key(Set* s, Value key) {
  if (key.is_small_int() || is_exactly(key, str_type)) [[likely]] return set_contains(s, key, hash_key(key));
  int64_t h;
  Ref form = hashable_form(key, h);
  return form.is_error() ? -1 : set_contains(s, form, h);
}
Truth set_contains(Value set, Value item) { return set_contains_key(as_set(set), item); }

Truth set_discard(Set* s, Value key) {
  int64_t h;
  Ref form = hashable_form(key, h);
  if (form.is_error()) return -1;
  return set_discard(s, form, h);
}

// Hands the removed key to `removed`. Locked.
static Truth discard_locked(Set* s, ObjectLock& lock, Value key, int64_t hash, Value& removed) {
  Found f;
  if (!find_locked(s, lock, key, hash, f)) return -1;
  if (!f.entry) return 0;
  removed = f.entry->key.exchange(deleted);
  f.entry->hash.store(-1, std::memory_order_relaxed);
  changed(s, -1);
  return 1;
}

Truth set_discard(Set* s, Value key, int64_t hash) {
  Value removed;
  Truth found;
  {
    ObjectLock lock(s);
    found = discard_locked(s, lock, key, hash, removed);
  }
  if (found > 0) release_overwritten(removed);
  return found;
}

Truth set_discard_all(Set* s, const SetSnapshot& other) {
  Values removed;
  if (!removed.reserve(other.count)) return -1;
  Truth found = 0;
  {
    ObjectLock lock(s);
    for (int64_t i = 0; i < other.count && found >= 0; ++i) {
      Value key;
      found = discard_locked(s, lock, other.items[i].key, other.items[i].hash, key);
      if (found > 0) (void)removed.push(key);
    }
  }
  removed.retire_all();
  return found < 0 ? -1 : 0;
}

Value set_pop(Set* s) {
  Value key;
  {
    ObjectLock lock(s);
    if (s->used.load(std::memory_order_relaxed) == 0) {
      lock.unlock();
      return raise(exc::KeyError, "pop from an empty set");
    }
    SetTable* t = table_of(s);
    uint64_t i = s->finger & t->mask;
    while (t->entries()[i].key.peek().is_undefined() || t->entries()[i].key.peek().same(deleted)) i = (i + 1) & t->mask;
    key = t->entries()[i].key.exchange(deleted);
    t->entries()[i].hash.store(-1, std::memory_order_relaxed);
    s->finger = static_cast<uint32_t>(i + 1);
    changed(s, -1);
  }
  if (!threads_alive()) return key;
  (void)incref(key);
  retire(key);
  return key;
}

// Releases a table nobody can find any more.
static void release_table(Set* s, SetTable* t) {
  if (t == &empty_set_table.table) return;
  for (uint64_t i = 0; i <= t->mask; ++i) {
    Value key = t->entries()[i].key.peek();
    if (!key.is_undefined() && !key.same(deleted)) release_overwritten(key);
  }
  discard_table(s, t);
}

void set_clear(Set* s) {
  SetTable* old;
  {
    ObjectLock lock(s);
    old = table_of(s);
    s->table.store(&empty_set_table.table, std::memory_order_release);
    s->fill = 0;
    changed(s, -s->used.load(std::memory_order_relaxed));
  }
  release_table(s, old);
}

void set_release_contents(Set* s) {
  SetTable* t = table_of(s);
  if (!t || t == &empty_set_table.table) return;             // null: construction failed early
  s->table.store(&empty_set_table.table, std::memory_order_relaxed);
  s->used.store(0, std::memory_order_relaxed);
  s->fill = 0;
  if (s->holds_objects) each_object(t, [](Object* key) { decref(key); });
  if (set_table_is_allocated(s, t)) free_buffer(t);
}

bool set_snapshot(Set* s, Values& out) {
  ObjectLock lock(s);
  if (!out.reserve(out.size() + set_size(s))) return false;
  Value key;
  int64_t h;
  for (int64_t position = 0; set_next(s, position, key, h);) (void)out.push(incref(key));
  return true;
}

bool set_reserve_for(Set* s, int64_t extra) {
  ObjectLock lock(s);
  uint64_t more = static_cast<uint64_t>(extra), used = static_cast<uint64_t>(set_size(s));
  return (s->fill + more) * 5 < table_of(s)->mask * 3 || resize(s, (used + more) * 2);
}

void set_shrink_deleted(Set* s) {
  ObjectLock lock(s);
  uint64_t used = static_cast<uint64_t>(set_size(s));
  if (s->fill - used > table_of(s)->mask / 4 && !resize(s, used > 50000 ? used * 2 : used * 4)) clear_error();
}

static Truth add_each(Set* s, ObjectLock& lock, SetEntries& other) {
  Ref held;
  int64_t h;
  // Counted where it is added: nothing can happen to a key before, unless the set it is added to has one that must be asked.
  for (Value key; other.peek_next(key, h);) {
    int added = add_alone(s, key, h);
    if (added == not_decided) {
      held = Ref::borrow(key);
      added = add_locked(s, lock, held, h);
    }
    if (added < 0) return -1;
  }
  while (other.next(held, h)) {
    if (add_locked(s, lock, held, h) < 0) return -1;
  }
  return 0;
}

// Calls visit(key, hash) for all keys, which nobody changes meanwhile, until it returns something else than 0.
template <class Visit>
[[gnu::always_inline]] static inline Truth each_key(Set* s, Visit&& visit) {
  const SetEntry* e = table_of(s)->entries();
  for (int64_t left = set_size(s); left; ++e) {
    Value key = e->key.peek();
    if (key.is_undefined() || key.same(deleted)) continue;
    --left;
    if (Truth stop = visit(key, e->hash.load(std::memory_order_relaxed))) return stop;
  }
  return 0;
}

Truth set_merge_alone(Set* s, Set* other) {
  const int64_t count = set_size(other);
  if (count == 0) return 0;
  if (!set_reserve_for(s, count)) return -1;
  const Truth stopped = each_key(other, [&](Value key, int64_t hash) -> Truth {
    const int added = add_alone(s, key, hash);
    if (added != not_decided) return added < 0 ? -1 : 0;
    const Found f = find(table_of(s), key, hash);        // there are deleted entries on the way
    if (f.undecided) return set_undecided;
    return f.entry || place(s, f.free, key, hash) ? 0 : -1;
  });
  if (stopped != set_undecided) [[likely]] return stopped;
  SetEntries entries(other);             // what has been added is met again, without user code
  ObjectLock lock(s);
  return add_each(s, lock, entries);
}

Value set_filter_alone(Set* from, Set* other, bool in_other, Type& type) {
  Value result = make_set_of_type(type);
  const Truth stopped = each_key(from, [&](Value key, int64_t hash) {
    const int in = find_quietly(other, key, hash);
    if (in == not_decided) return set_undecided;
    if ((in == 1) != in_other) return 0;
    const int added = add_alone(result.as<Set>(), key, hash);
    return added == 1 ? 0 : added;
  });
  if (!stopped) return result;
  decref(result);
  return stopped < 0 ? Error : Undefined;
}

Value set_symmetric_difference_alone(Set* s, Set* other, Type& type) {
  Value result = make_set_of_type(type);
  Set* fresh = result.as<Set>();
  Truth stopped = set_copy_into(fresh, other);
  if (stopped == 0 && table_of(fresh) == &empty_set_table.table && !begin_table(fresh)) stopped = -1;
  if (stopped == 0) {
    stopped = each_key(s, [&](Value key, int64_t hash) {
      Found f = find(table_of(fresh), key, hash);
      if (f.undecided) return set_undecided;
      if (!f.entry) return place(fresh, f.free, key, hash) ? 0 : -1;
      decref(f.entry->key.exchange(deleted));            // the other set still has it
      f.entry->hash.store(-1, std::memory_order_relaxed);
      changed(fresh, -1);
      return 0;
    });
  }
  if (!stopped) return result;
  decref(result);
  return stopped < 0 ? Error : Undefined;
}

Truth set_is_subset_alone(Set* s, Set* other) {
  const Truth stopped = each_key(s, [&](Value key, int64_t hash) {
    const int in = find_quietly(other, key, hash);
    return in == 1 ? 0 : in == 0 ? -1 : set_undecided;
  });
  return stopped == set_undecided ? set_undecided : stopped == 0;
}

Truth set_merge(Set* s, SetEntries& other) {
  if (!other.ok) return -1;
  if (other.count == 0) return 0;
  if (!set_reserve_for(s, other.count)) return -1;
  ObjectLock lock(s);                    // one moment for everybody, as far as comparing keys needs no user code
  if (s->fill != 0) return add_each(s, lock, other);
  if (table_of(s) == &empty_set_table.table && !resize(s, 0)) return -1;
  Ref key;
  for (int64_t h; other.next(key, h);) {
    s->holds_objects |= key.get().is_object();
    insert_clean(table_of(s), key.take(), h);
  }
  s->fill = static_cast<uint64_t>(other.count);
  changed(s, other.count);
  return 0;
}

Truth set_add_all(Set* s, const SetSnapshot& other) {
  ObjectLock lock(s);                    // one moment for everybody, as far as comparing keys needs no user code
  for (int64_t i = 0; i < other.count; ++i) {
    if (add_locked(s, lock, other.items[i].key, other.items[i].hash) < 0) return -1;
  }
  return 0;
}

// The same entries in a table of that size. Nobody else knows fresh, and source is locked.
static SetTable* copy_table(Set* fresh, SetTable* from, uint64_t size) {
  if (size - 1 != from->mask) {
    SetTable* t = allocate_table(fresh, size);
    for (uint64_t i = 0; t && i <= from->mask; ++i) {
      Value key = from->entries()[i].key.peek();
      if (!key.is_undefined()) insert_clean(t, key, from->entries()[i].hash.load(std::memory_order_relaxed));
    }
    return t;
  }
  SetTable* t = allocate_room(fresh, size);
  if (t) std::memcpy(static_cast<void*>(t), static_cast<void*>(from), sizeof(SetTable) + size * sizeof(SetEntry));
  return t;
}

Truth set_copy_into(Set* fresh, Set* source, int64_t extra) {
  // CPython copies a table without deleted entries slot by slot when the new one gets the same size.
  {
    ObjectLock lock(source);
    SetTable* from = table_of(source);
    uint64_t used = static_cast<uint64_t>(set_size(source)), size = minimum_size;
    if (used == 0) return 0;
    if (used * 5 >= (minimum_size - 1) * 3) {
      while (size <= used * 2) size *= 2;
    }
    if (source->fill == used && size - 1 == from->mask) {
      // The resize that more keys would bring about is done at once.
      const uint64_t more = used + static_cast<uint64_t>(extra);
      if (extra && more * 5 >= from->mask * 3) {
        while (size <= more * 2) size *= 2;
      }
      SetTable* t = copy_table(fresh, from, size);
      if (!t) return -1;
      fresh->holds_objects = source->holds_objects;
      if (fresh->holds_objects) each_object(t, [](Object* key) { incref(key); });
      SetTable* old = table_of(fresh);
      fresh->table.store(t, std::memory_order_release);
      discard_table(fresh, old);
      fresh->fill = used;
      changed(fresh, static_cast<int64_t>(used));
      return 0;
    }
  }
  SetEntries entries(source);
  return set_merge(fresh, entries);
}

// A table the set can part with. nullptr: no memory.
static SetTable* movable_table(Set* s) {
  SetTable* own = table_of(s);
  if (own != &s->own_table.table) return own;
  auto* t = static_cast<SetTable*>(allocate_buffer(sizeof(SmallSetTable)));
  if (t) std::memcpy(static_cast<void*>(t), own, sizeof(SmallSetTable));
  return t;
}

bool set_swap(Set* s, Set* fresh, bool only_if_empty) {
  ObjectLock lock(s);
  if (only_if_empty && s->fill != 0) return false;
  SetTable* taken_table = movable_table(fresh);
  if (!taken_table) {
    if (only_if_empty) clear_error();
    return false;
  }
  SetTable* mine = table_of(s);
  int64_t used = set_size(s);
  int64_t taken = set_size(fresh);
  s->holds_objects |= fresh->holds_objects;
  s->table.store(taken_table, std::memory_order_release);
  s->fill = fresh->fill;
  changed(s, taken - used);
  fresh->table.store(&empty_set_table.table, std::memory_order_relaxed);
  fresh->fill = 0;
  fresh->used.store(0, std::memory_order_relaxed);
  lock.unlock();
  release_table(s, mine);
  return true;
}

}  // namespace py
