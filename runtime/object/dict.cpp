// The core of dict: lookup without locks, insertion, deletion, growth. dict_table.hpp explains the table and why
// readers need no lock; dict_operations.cpp has what works on whole dicts.
//
// Writers whose comparison of keys may run user code look up without the lock, then lock and go on only if
// keys_version is still the one they saw; otherwise they start again.
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/dict_core.hpp"
#include "runtime/object/loan.hpp"

namespace py {

// What a new dict has instead of a table: no room, every lookup ends at once.
struct EmptyTable {
  DictTable table;
  int8_t index[8];
};
static constinit EmptyTable empty_table{{.mask = 0, .capacity = 0, .used = 0, .index_bytes = 1}, {-1, -1, -1, -1, -1, -1, -1, -1}};
static_assert(offsetof(EmptyTable, index) == sizeof(DictTable));

DictTable* dict_empty_table() { return &empty_table.table; }

static DictTable* allocate_few() {
  auto* t = static_cast<DictTable*>(allocate_small_buffer<dict_few_bytes>());
  if (!t) [[unlikely]] return nullptr;
  t->mask = dict_few_slots - 1;
  t->capacity = dict_few_entries;
  t->used.store(0, std::memory_order_relaxed);
  t->live_begin = t->live_end = 0;
  t->filled = 0;
  t->index_bytes = 1;
  std::memset(t->entries() + dict_few_entries, 0xff, dict_few_slots);
  return t;
}

DictTable* dict_allocate_table(int64_t entries) {
  if (entries <= dict_few_entries) return allocate_few();
  uint64_t slots = 16;
  while (slots * 2 / 3 < static_cast<uint64_t>(entries)) slots *= 2;
  if (slots > uint64_t{1} << 31) {
    (void)raise_no_memory();
    return nullptr;
  }
  uint32_t capacity = static_cast<uint32_t>(slots * 2 / 3);
  uint32_t index_bytes = slots <= 128 ? 1 : slots <= 32768 ? 2 : 4;
  auto* t = static_cast<DictTable*>(allocate_buffer(sizeof(DictTable) + capacity * sizeof(DictEntry) + slots * index_bytes));
  if (!t) return nullptr;
  t->mask = static_cast<uint32_t>(slots - 1);
  t->capacity = capacity;
  t->used.store(0, std::memory_order_relaxed);
  t->live_begin = t->live_end = 0;
  t->filled = 0;
  t->index_bytes = index_bytes;
  std::memset(t->index(), 0xff, slots * index_bytes);
  return t;
}

void dict_discard_table(DictTable* t) {
  if (t == &empty_table.table) return;
  if (threads_alive()) retire_buffer(t);
  else free_buffer(t);
}

void dict_publish_table(Dict* d, DictTable* t) {
  uint32_t version = d->keys_version.load(std::memory_order_relaxed) + 1;
  if (t != &empty_table.table) t->generation = version;
  d->table.store(t, std::memory_order_release);
  d->keys_version.store(version, std::memory_order_release);
}

// The new entry number n, before the index has it.
static uint32_t fill_entry(DictTable* t, Value key, int64_t hash, Value value) {
  uint32_t n = t->used.load(std::memory_order_relaxed);
  DictEntry& e = t->entries()[n];
  e.hash.store(hash, std::memory_order_relaxed);
  e.key.init(key);
  e.value.init(value);
  return n;
}
static void count_entry(DictTable* t, uint32_t n) {
  t->used.store(n + 1, std::memory_order_release);
  if (t->live_begin == t->live_end) t->live_begin = n;
  t->live_end = n + 1;
}

// Entries may be taken back by dict_remove_locked, their dummies in the index are not: those count as well.
static bool has_room(const DictTable* t) { return t->used.load(std::memory_order_relaxed) != t->capacity && t->filled < t->capacity; }
static void count_new_key(Dict* d) {
  d->count.store(d->count.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  d->keys_version.store(d->keys_version.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

template <class Index>
static void append_entry(DictTable* t, Value key, int64_t hash, Value value) {
  auto* index = static_cast<Index*>(t->index());
  Probe p(static_cast<uint64_t>(hash), t->mask);
  while (index[p.i] >= 0) p.advance();
  t->filled += index[p.i] == DictTable::empty;
  uint32_t n = fill_entry(t, key, hash, value);
  __atomic_store_n(index + p.i, static_cast<Index>(n), __ATOMIC_RELEASE);
  count_entry(t, n);
}
// For a key that is known to be absent; the table has room. Takes the references.
void dict_append_entry(DictTable* t, Value key, int64_t hash, Value value) {
  if (t->index_bytes == 1) append_entry<int8_t>(t, key, hash, value);
  else if (t->index_bytes == 2) append_entry<int16_t>(t, key, hash, value);
  else append_entry<int32_t>(t, key, hash, value);
}

// Of a table that is not shared yet and has entries, but nothing in its index.
template <class Index>
static void fill_index(DictTable* t, uint32_t count) {
  auto* index = static_cast<Index*>(t->index());
  const DictEntry* entries = t->entries();
  for (uint32_t n = 0; n < count; ++n) {
    Probe p(static_cast<uint64_t>(entries[n].hash.load(std::memory_order_relaxed)), t->mask);
    while (index[p.i] >= 0) p.advance();
    index[p.i] = static_cast<Index>(n);
  }
}

DictTable* dict_copy_table(DictTable* from, int64_t entries) {
  DictTable* t = dict_allocate_table(entries);
  if (!t) return nullptr;
  uint32_t count = 0;
  for (uint32_t i = from->live_begin; i < from->live_end; ++i) {
    const DictEntry& e = from->entries()[i];
    Value value = e.value.peek();
    if (value.is_undefined()) continue;
    DictEntry& copy = t->entries()[count++];
    copy.hash.store(e.hash.load(std::memory_order_relaxed), std::memory_order_relaxed);
    copy.key.init(e.key.peek());
    copy.value.init(value);
  }
  if (t->index_bytes == 1) fill_index<int8_t>(t, count);
  else if (t->index_bytes == 2) fill_index<int16_t>(t, count);
  else fill_index<int32_t>(t, count);
  t->used.store(count, std::memory_order_relaxed);
  t->live_end = t->filled = count;
  return t;
}

bool dict_compact_locked(Dict* d) {
  DictTable* old = d->table.load(std::memory_order_relaxed);
  int64_t count = d->count.load(std::memory_order_relaxed);
  // Room for twice the live entries: amortised growth, and a dict full of dead entries gets compacted or shrinks.
  const int64_t room = count < 3 ? 5 : count * 2;
  DictTable* t = count == 0 ? dict_allocate_table(room) : dict_copy_table(old, room);
  if (!t) return false;
  dict_publish_table(d, t);
  dict_discard_table(old);
  return true;
}

bool dict_insert_locked(Dict* d, Value key, int64_t hash, Value value) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (!has_room(t)) [[unlikely]] {
    if (!dict_compact_locked(d)) return false;
    t = d->table.load(std::memory_order_relaxed);
  }
  dict_append_entry(t, count_item(key), hash, count_item(value));
  count_new_key(d);
  return true;
}

template <class Index>
static void forget_entry(DictTable* t, uint64_t hash, int64_t entry) {
  auto* index = static_cast<Index*>(t->index());
  Probe p(hash, t->mask);
  while (index[p.i] != entry) p.advance();
  __atomic_store_n(index + p.i, static_cast<Index>(DictTable::dummy), __ATOMIC_RELEASE);
}

void dict_remove_locked(Dict* d, int64_t entry, Value& key, Value& value) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  DictEntry& e = t->entries()[entry];
  const auto hash = static_cast<uint64_t>(e.hash.load(std::memory_order_relaxed));
  if (t->index_bytes == 1) [[likely]] forget_entry<int8_t>(t, hash, entry);
  else if (t->index_bytes == 2) forget_entry<int16_t>(t, hash, entry);
  else forget_entry<int32_t>(t, hash, entry);
  value = e.replace(Undefined);
  key = e.key.exchange(Undefined);
  d->count.store(d->count.load(std::memory_order_relaxed) - 1, std::memory_order_release);
  d->keys_version.store(d->keys_version.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  uint32_t at = static_cast<uint32_t>(entry);
  if (at == t->live_begin) {
    while (t->live_begin < t->live_end && t->entries()[t->live_begin].value.peek().is_undefined()) ++t->live_begin;
  } else if (at + 1 == t->live_end) {
    while (t->live_end > t->live_begin && t->entries()[t->live_end - 1].value.peek().is_undefined()) --t->live_end;
  }
  // A dict used as a stack takes its entries back; readers of several threads might still look at them.
  if (!threads_alive() && t->live_end < t->used.load(std::memory_order_relaxed)) {
    if (t->live_begin == t->live_end) t->live_begin = t->live_end = 0;
    t->used.store(t->live_end, std::memory_order_relaxed);
  }
}

// ---- lookup ----

[[gnu::always_inline]] static inline int64_t find(DictTable* t, Value key, int64_t hash) {
  DictEntry* entries = t->entries();
  int64_t undecided = -1;
  const bool text = is_exactly(key, str_type);           // of others it is the identity that counts, even when they change their hash
  int64_t found = dict_probe(t, static_cast<uint64_t>(hash), [&](int64_t i) {
    if (entries[i].hash.load(std::memory_order_relaxed) != hash) return !text && entries[i].key.peek().same(key);
    int match = keys_match(entries[i].key.peek(), key);
    if (match == 2) undecided = i;
    return match != 0;
  });
  return found == undecided && found >= 0 ? DictFind::ask : found;
}
int64_t dict_find(DictTable* t, Value key, int64_t hash) { return find(t, key, hash); }

// The general lookup; may run user code, so never under a lock.
static int64_t find_asking(Dict* d, DictTable*& table, Value key, int64_t hash) {
restart:
  DictTable* t = table = d->table.load(std::memory_order_acquire);
  DictEntry* entries = t->entries();
  uint32_t generation = t->generation;
  for (Probe p(static_cast<uint64_t>(hash), t->mask);; p.advance()) {
    int64_t i = t->index_at(p.i);
    if (i == DictTable::empty) return DictFind::absent;
    if (i < 0) continue;
    Value stored = entries[i].key.peek();
    if (stored.same(key)) return i;
    if (entries[i].hash.load(std::memory_order_relaxed) != hash) continue;
    int match = keys_match(stored, key);
    if (match == 2) {
      Ref held = Ref::borrow(stored);
      match = equal(held, key);
      if (match < 0) return DictFind::failed;
      // The comparison may have taken any time and changed the dict.
      if (d->table.load(std::memory_order_acquire) != t || t->generation != generation || !entries[i].key.peek().same(held)) goto restart;
    }
    if (match) return i;
  }
}

template <Keep keep> static inline Value lookup(Dict* d, Value key, int64_t hash) {
  DictTable* t = d->table.load(std::memory_order_acquire);
  int64_t i = find(t, key, hash);
  if (i == DictFind::ask) [[unlikely]] i = find_asking(d, t, key, hash);
  if (i >= 0) [[likely]] {
    Value value = t->entries()[i].value.peek();
    if (!value.is_undefined()) [[likely]] return keep(value);
    // Deleted since, or moved to the end: under the lock there is no in-between.
    DictFind find(d, key, hash);
    if (find.entry >= 0) return keep(d->table.load(std::memory_order_relaxed)->entries()[find.entry].value.peek());
    i = find.entry;
  }
  return i == DictFind::failed ? Error : Undefined;
}

template <Keep keep> [[gnu::noinline]] static Value lookup(Dict* d, Value key) {
  int64_t h = hash_key(key);
  if (h == -1) [[unlikely]] return Error;
  return lookup<keep>(d, key, h);
}

// The hash of what most keys are, if it is known; else -1.
static inline int64_t known_hash(Value key) {
  if (key.is_small_int()) return hash_small_int(key.small_int());
  return is_exactly(key, str_type) ? key.as<Str>()->hash.load(std::memory_order_relaxed) : -1;
}
// Where the very object is that is looked for, if it was stored in the first place of its hash; else -1.
static inline int64_t nearest(DictTable* t, Value key, int64_t hash) {
  int64_t at = t->index_at(static_cast<uint64_t>(hash) & t->mask);
  return at >= 0 && t->entries()[at].key.peek().same(key) ? at : -1;
}
// Most lookups end there.
template <Keep keep> static inline Value lookup_near(Dict* d, Value key) {
  int64_t hash = known_hash(key);
  if (hash != -1) [[likely]] {
    DictTable* t = d->table.load(std::memory_order_acquire);
    int64_t at = nearest(t, key, hash);
    if (at >= 0) [[likely]] {
      Value value = t->entries()[at].value.peek();
      if (!value.is_undefined()) [[likely]] return keep(value);
    }
  }
  return lookup<keep>(d, key);
}

Value dict_get(Dict* d, Value key) { return lookup_near<counted>(d, key); }
Value dict_get(Dict* d, Value key, int64_t hash) { return lookup<counted>(d, key, hash); }
Value dict_lend(Dict* d, Value key) { return lookup_near<lend>(d, key); }

Truth dict_contains(Dict* d, Value key) {
  int64_t h = hash_key(key);
  if (h == -1) [[unlikely]] return -1;
  DictTable* t = d->table.load(std::memory_order_acquire);
  int64_t i = dict_find(t, key, h);
  if (i == DictFind::ask) [[unlikely]] i = find_asking(d, t, key, h);
  if (i == DictFind::failed) return -1;
  return i >= 0 && !t->entries()[i].value.peek().is_undefined();
}

DictFind::DictFind(Dict* dict, Value key, int64_t hash) : lock_(dict) {
  entry = dict_find(dict->table.load(std::memory_order_relaxed), key, hash);
  while (entry == ask) [[unlikely]] {
    lock_.unlock();
    uint32_t version = dict->keys_version.load(std::memory_order_acquire);
    DictTable* table;
    int64_t found = find_asking(dict, table, key, hash);
    if (found == failed) {
      entry = failed;
      return;
    }
    lock_.lock_again(dict);
    if (dict->keys_version.load(std::memory_order_relaxed) == version) entry = found;
  }
}

// ---- store and delete ----

// With one thread alive, for a key that is absent, when the table has no room: the first of a new dict at once.
[[gnu::noinline]] static Truth insert_growing(Dict* d, Value key, int64_t hash, Value value) {
  if (d->table.load(std::memory_order_relaxed) != &empty_table.table) return dict_insert_locked(d, key, hash, value) ? 1 : -1;
  DictTable* t = allocate_few();
  if (!t) return -1;
  static_cast<int8_t*>(t->index())[static_cast<uint64_t>(hash) & t->mask] = 0;
  (void)fill_entry(t, count_item(key), hash, count_item(value));
  t->used.store(1, std::memory_order_relaxed);
  t->live_end = t->filled = 1;
  dict_publish_table(d, t);
  d->count.store(1, std::memory_order_relaxed);
  return 1;
}

// With one thread alive, finding the key's place and filling it is one walk. 1: done; 0: the long way is needed; -1: error.
template <class Index>
[[gnu::always_inline]] static inline Truth set_alone(Dict* d, DictTable* t, Value key, Value value, int64_t hash, Value& old) {
  DictEntry* entries = t->entries();
  auto* index = static_cast<Index*>(t->index());
  int64_t deleted = -1;                  // the first place a deleted entry has left
  for (Probe p(static_cast<uint64_t>(hash), t->mask);; p.advance()) {
    int64_t i = index[p.i];
    if (i == DictTable::dummy) {
      if (deleted < 0) deleted = static_cast<int64_t>(p.i);
      continue;
    }
    if (i >= 0) {
      int match = entries[i].hash.load(std::memory_order_relaxed) == hash ? keys_match(entries[i].key.peek(), key) : 0;
      if (match == 0) continue;
      if (match != 1) return 0;
      old = entries[i].replace(count_item(value));
      return 1;
    }
    if (!has_room(t)) [[unlikely]] return insert_growing(d, key, hash, value);
    uint32_t n = fill_entry(t, count_item(key), hash, count_item(value));
    index[deleted < 0 ? p.i : static_cast<uint64_t>(deleted)] = static_cast<Index>(n);
    t->filled += deleted < 0;
    count_entry(t, n);
    count_new_key(d);
    return 1;
  }
}
static Truth set_alone(Dict* d, Value key, Value value, int64_t hash, Value& old) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (t->index_bytes == 1) return set_alone<int8_t>(d, t, key, value, hash, old);
  if (t->index_bytes == 2) return set_alone<int16_t>(d, t, key, value, hash, old);
  return set_alone<int32_t>(d, t, key, value, hash, old);
}

uint32_t dict_fill_new(Dict* d, const Value* keys_and_values, uint32_t pairs) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (t->index_bytes != 1 || t == &empty_table.table) return 0;
  auto* index = static_cast<int8_t*>(t->index());
  uint32_t n = 0;
  for (; n < pairs; ++n) {
    Value key = keys_and_values[2 * n], value = keys_and_values[2 * n + 1];
    int64_t hash = known_hash(key);
    if (hash == -1) [[unlikely]] {
      if (!is_exactly(key, str_type)) break;
      hash = str_hash(key.as<Str>());
    }
    Probe p(static_cast<uint64_t>(hash), t->mask);
    while (index[p.i] >= 0 && t->entries()[index[p.i]].hash.load(std::memory_order_relaxed) != hash) p.advance();
    if (index[p.i] >= 0) break;
    index[p.i] = static_cast<int8_t>(n);
    DictEntry& e = t->entries()[n];
    e.hash.store(hash, std::memory_order_relaxed);
    e.key.init(count_item(key));
    e.value.init(count_item(value));
  }
  t->used.store(n, std::memory_order_relaxed);
  t->live_end = t->filled = n;
  d->count.store(n, std::memory_order_relaxed);
  d->keys_version.store(d->keys_version.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  return n;
}

Truth dict_set(Dict* d, Value key, Value value, int64_t hash) {
  Value old = Undefined;
  if (!threads_alive()) [[likely]] {
    if (Truth done = set_alone(d, key, value, hash, old)) [[likely]] {
      decref(old);
      return done < 0 ? -1 : 0;
    }
  }
  {
    DictFind find(d, key, hash);
    if (find.entry >= 0) {
      old = d->table.load(std::memory_order_relaxed)->entries()[find.entry].replace(incref(value));
    } else {
      if (find.entry == DictFind::failed) return -1;
      return dict_insert_locked(d, key, hash, value) ? 0 : -1;
    }
  }
  release_overwritten(old);
  return 0;
}

[[gnu::noinline]] static Truth set_hashing(Dict* d, Value key, Value value) {
  int64_t h = hash_key(key);
  return h == -1 ? -1 : dict_set(d, key, value, h);
}

// Mostly the first place looked at has the very object that was stored, or nothing yet.
Truth dict_set(Dict* d, Value key, Value value) {
  const int64_t hash = known_hash(key);
  if (hash == -1 || threads_alive()) [[unlikely]] return set_hashing(d, key, value);
  DictTable* t = d->table.load(std::memory_order_relaxed);
  const uint64_t place = static_cast<uint64_t>(hash) & t->mask;
  const int64_t at = t->index_at(place);
  if (at >= 0) {
    DictEntry& e = t->entries()[at];
    if (!e.key.peek().same(key)) return dict_set(d, key, value, hash);
    Value old = e.value.peek();
    e.value.init(count_item(value));
    left_dict(old);
    decref(old);
    return 0;
  }
  if (at == DictTable::empty && has_room(t)) [[likely]] {
    uint32_t n = fill_entry(t, count_item(key), hash, count_item(value));
    t->set_index(place, n);
    ++t->filled;
    count_entry(t, n);
    count_new_key(d);
    return 0;
  }
  if (t->capacity == 0) return insert_growing(d, key, hash, value) < 0 ? -1 : 0;
  return dict_set(d, key, value, hash);
}

Value dict_pop(Dict* d, Value key) {
  int64_t h = hash_key(key);
  if (h == -1) return Error;
  Value old_key, old_value;
  if (!threads_alive()) {
    int64_t entry = dict_find_near(d->table.load(std::memory_order_relaxed), key, h);
    if (entry == DictFind::absent) return Undefined;
    if (entry >= 0) {
      dict_remove_locked(d, entry, old_key, old_value);
      decref(old_key);
      return old_value;
    }
  }
  {
    DictFind find(d, key, h);
    if (find.entry < 0) return find.entry == DictFind::failed ? Error : Undefined;
    dict_remove_locked(d, find.entry, old_key, old_value);
  }
  (void)incref(old_value);
  release_overwritten(old_value);
  release_overwritten(old_key);
  return old_value;
}

Truth dict_delete(Dict* d, Value key) {
  Value old = dict_pop(d, key);
  if (old.is_error()) return -1;
  if (old.is_undefined()) return 0;
  decref(old);
  return 1;
}

Value dict_set_default(Dict* d, Value key, Value value) {
  int64_t h = hash_key(key);
  return h == -1 ? Error : dict_set_default(d, key, value, h);
}
Value dict_set_default(Dict* d, Value key, Value value, int64_t h) {
  if (!threads_alive()) {
    DictTable* t = d->table.load(std::memory_order_relaxed);
    int64_t i = dict_find_near(t, key, h);
    if (i >= 0) return t->entries()[i].value.get();
    if (i == DictFind::absent) return dict_insert_locked(d, key, h, value) ? incref(value) : Error;
  }
  DictFind find(d, key, h);
  if (find.entry == DictFind::failed) return Error;
  if (find.entry >= 0) return d->table.load(std::memory_order_relaxed)->entries()[find.entry].value.get();
  return dict_insert_locked(d, key, h, value) ? incref(value) : Error;
}

[[gnu::noinline]] static int peek_probing(Dict* d, Value key, Value& item, DictPlace* place) {
  if (!is_plain_key(key)) return 2;
  DictTable* t = d->table.load(std::memory_order_acquire);
  DictEntry* entries = t->entries();
  int64_t hash = hash_key(key);
  int match = 0;
  int64_t i = dict_probe(t, static_cast<uint64_t>(hash), [&](int64_t at) {
    if (entries[at].hash.load(std::memory_order_relaxed) != hash) return false;
    match = keys_match(entries[at].key.peek(), key);
    return match != 0;
  });
  item = i >= 0 && match == 1 ? entries[i].value.peek() : Undefined;
  if (match == 1 && item.is_undefined()) return 2;           // being deleted, or moved to the end
  if (place) *place = {match == 1 ? t : nullptr, i, d->keys_version.load(std::memory_order_relaxed), hash};
  return match;
}

// Mostly the key is the very object that was stored, and the first entry looked at.
int dict_peek(Dict* d, Value key, Value& item, DictPlace* place) {
  int64_t hash = known_hash(key);
  if (hash != -1) {
    DictTable* t = d->table.load(std::memory_order_acquire);
    int64_t at = nearest(t, key, hash);
    if (at >= 0) [[likely]] {
      item = t->entries()[at].value.peek();
      if (!item.is_undefined()) [[likely]] {
        if (place) *place = {t, at, d->keys_version.load(std::memory_order_relaxed), hash};
        return 1;
      }
    }
  }
  return peek_probing(d, key, item, place);
}

// ---- names ----

Value dict_get_borrowed(Dict* d, Str* name) {
  DictTable* t = d->table.load(std::memory_order_acquire);
  DictEntry* entries = t->entries();
  int64_t hash = hash_of_str(name);
  Value wanted = object_value(name);
  int64_t i = dict_probe(t, static_cast<uint64_t>(hash), [&](int64_t at) {
    Value stored = entries[at].key.peek();
    if (stored.same(wanted)) return true;
    // Two interned names are equal only if they are one; keys of other kinds may be equal only by user code, which
    // namespaces do not ask.
    return entries[at].hash.load(std::memory_order_relaxed) == hash && is_exactly(stored, str_type) &&
           !stored.as<Str>()->is_interned() && str_equal(stored.as<Str>(), name);
  });
  return i >= 0 ? entries[i].value.peek() : Undefined;
}
Value dict_get(Dict* d, Str* name) { return incref(dict_get_borrowed(d, name)); }

void dict_set(Dict* d, Str* name, Value value) {
  if (dict_set(d, object_value(name), value, hash_of_str(name)) < 0) clear_error();
}
bool dict_delete(Dict* d, Str* name) {
  Truth found = dict_delete(d, object_value(name));
  if (found < 0) clear_error();
  return found > 0;
}

}  // namespace py
