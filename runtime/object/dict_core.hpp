// What the files of dict share: finding an entry under the lock, and changing the table while holding it.
#pragma once

#include "runtime/object/dict_table.hpp"
#include "runtime/object/error.hpp"
#include "runtime/object/heap_blocks.hpp"

namespace py {

// What most dicts start with: a table in one block of the heap.
inline constexpr uint32_t dict_few_slots = 8, dict_few_entries = dict_few_slots * 2 / 3;
inline constexpr size_t dict_few_bytes = sizeof(DictTable) + dict_few_entries * sizeof(DictEntry) + dict_few_slots;

DictTable* dict_empty_table();
DictTable* dict_allocate_table(int64_t entries);         // nullptr: MemoryError
DictTable* dict_copy_table(DictTable* from, int64_t entries);   // moves no counts; the caller holds the lock
void dict_discard_table(DictTable* t);                   // freed when no reader can be looking at it
void dict_publish_table(Dict* d, DictTable* t);          // locked
bool dict_compact_locked(Dict* d);                        // makes room by a new table; entry numbers change
void dict_append_entry(DictTable* t, Value key_owned, int64_t hash, Value value_owned);
bool dict_insert_locked(Dict* d, Value key, int64_t hash, Value value);        // key absent; false: MemoryError
void dict_remove_locked(Dict* d, int64_t entry, Value& key, Value& value);     // hands out the two references
bool dict_move_last_locked(Dict* d, int64_t entry, int64_t hash);             // false: MemoryError
Value dict_set_default(Dict* d, Value key, Value value, int64_t hash);
void dict_init_empty(Dict* d);                            // the fields of a new Dict
void dict_release_contents(Dict* d);                     // for dealloc and clear: nobody else can reach d any more
// Puts texts and ints, each followed by its value, into a new dict from make_dict_sized(pairs), up to the first key that is something
// else or may be there already: how many were stored.
uint32_t dict_fill_new(Dict* d, const Value* keys_and_values, uint32_t pairs);
// Lookup without user code: entry number, DictFind::absent, or DictFind::ask when only user code can tell.
int64_t dict_find(DictTable* t, Value key, int64_t hash);

// The same, where most often the key is the very object that was stored, in the first place looked at.
inline int64_t dict_find_near(DictTable* t, Value key, int64_t hash) {
  int64_t at = t->index_at(static_cast<uint64_t>(hash) & t->mask);
  return at >= 0 && t->entries()[at].key.peek().same(key) ? at : dict_find(t, key, hash);
}

// dict_next() with the key's hash, of a dict that nobody changes meanwhile.
inline bool dict_next(Dict* d, int64_t& position, Value& key, Value& value, int64_t& hash) {
  if (!dict_next(d, position, key, value)) return false;
  hash = d->table.load(std::memory_order_relaxed)->entries()[position - 1].hash.load(std::memory_order_relaxed);
  return true;
}

// Finds key's entry and holds the dict's lock while it lives, so that acting on the answer is atomic. User code that
// comparing keys needs runs before, without the lock. When entry == failed the lock is not held and an error is pending.
class DictFind {
 public:
  static constexpr int64_t absent = -1, failed = -2, ask = -3;
  DictFind(Dict* dict, Value key, int64_t hash);
  int64_t entry;

 private:
  ObjectLock lock_;
};

}  // namespace py
