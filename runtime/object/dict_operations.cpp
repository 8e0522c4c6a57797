// Whole-dict operations: making, iterating, copying, merging, clearing, comparing.
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/dict_core.hpp"

namespace py {

Value make_dict() {
  Dict* d = allocate_fixed<Dict>(&dict_type);
  dict_init_empty(d);
  return object_value(d);
}

void dict_init_empty(Dict* d) {
  d->table.store(dict_empty_table(), std::memory_order_relaxed);
  d->count.store(0, std::memory_order_relaxed);
  d->keys_version.store(0, std::memory_order_relaxed);
}

Value make_dict_sized(int64_t entries) {
  Value result = make_dict();
  if (entries == 0) return result;
  DictTable* t = dict_allocate_table(entries);
  if (!t) return decref(result), Error;
  dict_publish_table(result.as<Dict>(), t);
  return result;
}

bool dict_next(Dict* d, int64_t& position, Value& key, Value& value) {
  return dict_table_next(d->table.load(std::memory_order_acquire), position, key, value);
}

// A table holding what d holds, with its own counts. Locked.
static DictTable* duplicate_table(Dict* d) {
  int64_t count = d->count.load(std::memory_order_relaxed);
  if (count == 0) return dict_empty_table();
  DictTable* from = d->table.load(std::memory_order_relaxed);
  DictTable* t;
  const bool dense = count == from->used.load(std::memory_order_relaxed) && !threads_alive();   // then the bytes will do
  if (dense && from->capacity == dict_few_entries) {
    t = static_cast<DictTable*>(allocate_small_buffer<dict_few_bytes>());
    if (!t) return nullptr;
    std::memcpy(static_cast<void*>(t), static_cast<void*>(from), dict_few_bytes);
  } else if (dense) {
    size_t bytes = sizeof(DictTable) + from->capacity * sizeof(DictEntry) + (size_t{from->mask} + 1) * from->index_bytes;
    t = static_cast<DictTable*>(allocate_buffer(bytes));
    if (!t) return nullptr;
    std::memcpy(static_cast<void*>(t), static_cast<void*>(from), bytes);
  } else {
    t = dict_copy_table(from, count);
    if (!t) return nullptr;
  }
  for (const DictEntry *e = t->entries(), *end = e + count; e != end; ++e) {
    (void)count_item(e->key.peek());
    (void)count_item(e->value.peek());
  }
  return t;
}

Value dict_copy(Dict* d) {
  Value result = make_dict();
  Dict* copy = result.as<Dict>();
  ObjectLock lock(d);
  DictTable* t = duplicate_table(d);
  if (!t) return lock.unlock(), decref(result), Error;
  dict_publish_table(copy, t);
  copy->count.store(d->count.load(std::memory_order_relaxed), std::memory_order_relaxed);
  return result;
}

// Empties d and returns its table, whose references the caller must release. Locked by the caller.
static DictTable* detach_locked(Dict* d) {
  DictTable* old = d->table.load(std::memory_order_relaxed);
  dict_publish_table(d, dict_empty_table());
  d->count.store(0, std::memory_order_release);
  return old;
}

static void release_table(DictTable* t) {
  if (t == dict_empty_table()) return;
  for (uint32_t i = t->live_begin; i < t->live_end; ++i) {
    DictEntry& e = t->entries()[i];
    Value key = e.key.peek(), value = e.value.peek();
    if (value.is_undefined()) continue;
    left_dict(value);
    release_overwritten(key);
    release_overwritten(value);
  }
  dict_discard_table(t);
}

void dict_clear(Dict* d) {
  DictTable* old;
  {
    ObjectLock lock(d);
    old = detach_locked(d);
  }
  release_table(old);
}

void dict_release_contents(Dict* d) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (!t || t == dict_empty_table()) return;             // null: an instance whose construction failed early
  d->table.store(dict_empty_table(), std::memory_order_relaxed);
  d->count.store(0, std::memory_order_relaxed);
  for (uint32_t i = t->live_begin; i < t->live_end; ++i) {
    DictEntry& e = t->entries()[i];
    Value key = e.key.peek(), value = e.value.peek();
    if (value.is_undefined()) continue;
    release_item(key);
    release_item(value);
  }
  free_buffer(t);
}

bool dict_pop_item(Dict* d, bool last, Value& key, Value& value) {
  {
    ObjectLock lock(d);
    if (d->count.load(std::memory_order_relaxed) == 0) return false;
    DictTable* t = d->table.load(std::memory_order_relaxed);
    DictEntry* entries = t->entries();
    while (entries[t->live_begin].value.peek().is_undefined()) ++t->live_begin;
    while (entries[t->live_end - 1].value.peek().is_undefined()) --t->live_end;
    dict_remove_locked(d, last ? t->live_end - 1 : t->live_begin, key, value);
  }
  (void)incref(key);
  (void)incref(value);
  release_overwritten(key);
  release_overwritten(value);
  return true;
}

bool dict_snapshot(Dict* d, DictPart part, Values& out) {
  ObjectLock lock(d);
  int64_t count = d->count.load(std::memory_order_relaxed);
  if (!out.reserve(out.size() + (part == DictPart::items ? 2 : 1) * count)) return false;
  Value key, value;
  for (int64_t position = 0; dict_next(d, position, key, value);) {
    if (part != DictPart::values) (void)out.push(incref(key));
    if (part != DictPart::keys) (void)out.push(incref(value));
  }
  return true;
}

// What changes when a dict gets new keys or loses all of them, as CPython's dict_merge() looks at it.
static std::pair<DictTable*, uint32_t> shape_of(Dict* d) {
  ObjectLock lock(d);
  DictTable* t = d->table.load(std::memory_order_relaxed);
  return {t, t->live_end};
}

// With one thread alive, as long as keys are compared without user code: straight out of the other's table. 1 done; 0 the
// long way is needed after the first `count` items; -1 error.
static Truth update_alone(Dict* d, Dict* other, int64_t& count) {
  DictTable* from = other->table.load(std::memory_order_relaxed);
  const uint32_t end = from->live_end;
  Value key, value;
  int64_t hash;
  for (int64_t position = 0; dict_next(other, position, key, value, hash); ++count) {
    if (!is_plain_key(key)) return 0;
    DictTable* t = d->table.load(std::memory_order_relaxed);
    int64_t entry = dict_find_near(t, key, hash);
    if (entry == DictFind::ask) return 0;
    if (entry < 0) {
      if (!dict_insert_locked(d, key, hash, value)) return -1;
      continue;
    }
    if (t->entries()[entry].value.peek().same(value)) continue;
    decref(t->entries()[entry].replace(incref(value)));
    // A finalizer may have changed either of them.
    if (other->table.load(std::memory_order_relaxed) != from || from->live_end != end) return (void)raise(exc::RuntimeError, "dict mutated during update"), -1;
  }
  return 1;
}

Truth dict_update_dict(Dict* d, Dict* other) {
  if (d == other || dict_size(other) == 0) return 0;
  if (dict_size(d) == 0) {                               // most often new: it gets a copy of the table
    DictTable* copy;
    int64_t copied;
    {
      ObjectLock lock(other);
      copy = duplicate_table(other);
      copied = other->count.load(std::memory_order_relaxed);
    }
    if (!copy) return -1;
    ObjectLock lock(d);
    DictTable* unused = copy;
    if (d->count.load(std::memory_order_relaxed) == 0) {
      unused = d->table.load(std::memory_order_relaxed);
      dict_publish_table(d, copy);
      d->count.store(copied, std::memory_order_release);
    }
    lock.unlock();
    release_table(unused);
    if (unused != copy) return 0;
  }
  int64_t count = 0;
  if (!threads_alive()) {
    if (Truth done = update_alone(d, other, count)) return done < 0 ? -1 : 0;
  }
  Ref snapshot = dict_copy(other);
  if (snapshot.is_error()) return -1;
  auto* items = snapshot.as<Dict>();
  Value key, value;
  int64_t position = 0, hash;
  while (count-- > 0 && dict_next(items, position, key, value)) {}
  Values overwritten;
  if (!overwritten.reserve(dict_size(items))) return -1;
  bool more;
  {
    // One moment for everybody, as far as comparing keys needs no user code.
    ObjectLock lock(d);
    while ((more = dict_next(items, position, key, value, hash))) {
      int64_t entry = is_plain_key(key) ? dict_find(d->table.load(std::memory_order_relaxed), key, hash) : DictFind::ask;
      if (entry == DictFind::ask) break;
      if (entry >= 0) {
        Value old = d->table.load(std::memory_order_relaxed)->entries()[entry].replace(incref(value));
        (void)overwritten.push(old);
      } else if (!dict_insert_locked(d, key, hash, value)) {
        return -1;
      }
    }
  }
  overwritten.retire_all();
  auto shape = shape_of(other);
  for (; more; more = dict_next(items, position, key, value, hash)) {
    if (dict_set(d, key, value, hash) < 0) return -1;
    if (shape_of(other) != shape) return (void)raise(exc::RuntimeError, "dict mutated during update"), -1;
  }
  return 0;
}

static Truth update_from_keys(Dict* d, Value mapping, Value keys_method) {
  Ref keys = call(keys_method);
  if (keys.is_error()) return -1;
  Ref iterator = iter(keys);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return 0;
    if (key.is_error()) return -1;
    Ref value = get_item_of_instance(mapping, key);
    if (value.is_error() || dict_set(d, key, value) < 0) return -1;
  }
}

static Truth update_from_pairs(Dict* d, Value pairs) {
  Ref iterator = iter(pairs);
  if (iterator.is_error()) return -1;
  for (int64_t i = 0;; ++i) {
    Ref pair = next(iterator);
    if (pair.is_undefined()) return 0;
    if (pair.is_error()) return -1;
    Values parts;
    if (!collect(parts, pair)) {
      if (error_matches(exc::TypeError)) {
        clear_error();
        (void)raise(exc::TypeError, "cannot convert dictionary update sequence element #%l to a sequence", i);
      }
      return -1;
    }
    if (parts.size() != 2) {
      (void)raise(exc::ValueError, "dictionary update sequence element #%l has length %l; 2 is required", i, parts.size());
      return -1;
    }
    if (dict_set(d, parts[0], parts[1]) < 0) return -1;
  }
}

Truth dict_update(Dict* d, Value other) {
  if (is_exactly(other, dict_type)) return dict_update_dict(d, other.as<Dict>());
  if (Dict* source = as_dict(other); source && type_of(other)->iter == dict_type.iter) return dict_update_dict(d, source);
  static Str* const keys_name = intern("keys");
  Ref keys = get_attribute_or_undefined(other, keys_name);
  if (keys.is_error()) return -1;
  return keys.is_undefined() ? update_from_pairs(d, other) : update_from_keys(d, other, keys);
}

Truth dict_equal(Dict* a, Dict* b) {
  if (a == b) return 1;
  if (dict_size(a) != dict_size(b)) return 0;
  Value key, value;
  for (int64_t position = 0; dict_next(a, position, key, value);) {
    Ref held_key = Ref::borrow(key), held = Ref::borrow(value);
    Ref other = dict_get(b, held_key);
    if (other.is_error()) return -1;
    if (other.is_undefined()) return 0;
    Truth same = equal(held, other);
    if (same <= 0) return same;
  }
  return 1;
}

bool dict_move_last_locked(Dict* d, int64_t entry, int64_t hash) {
  DictTable* t = d->table.load(std::memory_order_relaxed);
  if (entry + 1 == t->live_end) return true;
  Value stored = t->entries()[entry].key.peek(), old_key, old_value;
  if (t->used.load(std::memory_order_relaxed) == t->capacity || t->filled >= t->capacity) {
    if (!dict_compact_locked(d)) return false;
    t = d->table.load(std::memory_order_relaxed);
    entry = dict_probe(t, static_cast<uint64_t>(hash), [&](int64_t i) { return t->entries()[i].key.peek().same(stored); });
  }
  // The new entry first: readers must not find the key absent. The two references move on to it.
  dict_append_entry(t, stored, hash, t->entries()[entry].value.peek());
  d->count.store(d->count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  dict_remove_locked(d, entry, old_key, old_value);
  return true;
}

Truth dict_move_to_end(Dict* d, Value key, bool last) {
  int64_t h = hash_key(key);
  if (h == -1) return -1;
  DictFind find(d, key, h);
  if (find.entry < 0) return find.entry == DictFind::failed ? -1 : 0;
  if (last) return dict_move_last_locked(d, find.entry, h) ? 1 : -1;
  DictTable* t = d->table.load(std::memory_order_relaxed);
  DictTable* fresh = dict_allocate_table(d->count.load(std::memory_order_relaxed) + 1);
  if (!fresh) return -1;
  DictEntry& first = t->entries()[find.entry];
  dict_append_entry(fresh, first.key.peek(), h, first.value.peek());
  for (uint32_t i = t->live_begin; i < t->live_end; ++i) {
    DictEntry& e = t->entries()[i];
    if (i == find.entry || e.value.peek().is_undefined()) continue;
    dict_append_entry(fresh, e.key.peek(), e.hash.load(std::memory_order_relaxed), e.value.peek());
  }
  dict_publish_table(d, fresh);
  dict_discard_table(t);
  return 1;
}

Value dict_get_item(Dict* d, Value key) {
  Value found = dict_get(d, key);
  if (!found.is_undefined()) [[likely]] return found;
  if (!is_exactly(object_value(d), dict_type)) {
    static Str* const missing = intern("__missing__");
    Value result = call_special(object_value(d), missing, &key, 1);
    if (!result.is_undefined()) return result;
  }
  return raise_key_error(key);
}

}  // namespace py
