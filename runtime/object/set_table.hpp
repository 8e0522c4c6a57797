// The hash table of set and frozenset. The order in which a set is iterated is its table order, and programs print
// sets, so this is CPython 3.11's algorithm step by step (Objects/setobject.c): linear probes of 9 before each
// perturbed jump, reuse of the last deleted slot passed, growth at 3/5 full by 4 (by 2 past 50000), and the order in
// which set operations build their results.
//
// Concurrency as for dict: readers take no lock; one writer at a time holds the object's lock; tables are replaced and
// retired. A reader loads an entry's key first and its hash second; a stale pair fails the comparison of keys.
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

struct SetEntry {
  Slot key;                              // Undefined: never used; Error: deleted
  std::atomic<int64_t> hash;
};

struct SetTable {
  uint64_t mask;
  SetEntry* entries() { return reinterpret_cast<SetEntry*>(this + 1); }
};

struct SmallSetTable {
  static constexpr uint64_t size = 8;
  SetTable table;
  SetEntry entries[size];
};

// The table of every set that has no elements yet; never written.
inline constinit SmallSetTable empty_set_table{{SmallSetTable::size - 1}, {}};

struct Set : Object {
  std::atomic<SetTable*> table;
  std::atomic<int64_t> used;             // live entries
  std::atomic<int64_t> cached_hash;      // frozenset: -1 unknown
  uint64_t fill;                         // live and deleted entries; writers only
  uint32_t finger;                       // where pop() goes on searching
  std::atomic<uint32_t> version;         // changes with every key added or removed
  // The first table of a set lies in the set itself. While several threads are alive it is not used a second time:
  // readers may still be looking at what it held.
  bool own_table_used;
  bool holds_objects;                    // false: no key was ever an object, so none has to be counted; writers only
  SmallSetTable own_table;
};

inline bool set_table_is_allocated(Set* s, const SetTable* t) { return t != &empty_set_table.table && t != &s->own_table.table; }

// The Set behind a set, frozenset or instance of a subclass; null for anything else. Borrowed.
inline Set* as_set(Value v) {
  if (is_exactly(v, set_type) || is_exactly(v, frozenset_type)) [[likely]] return v.as<Set>();
  if (!v.is_object() || !has_flag(v, kind_set)) return nullptr;
  return has_flag(v, type_has_payload) ? payload(v).as<Set>() : v.as<Set>();
}
inline int64_t set_size(Set* s) { return s->used.load(std::memory_order_acquire); }

// Sets up the fields of a new Set (an instance of a subclass comes from allocate_instance).
void set_init_empty(Set* s);
Value make_set_of_type(Type& type);                      // set_type or frozenset_type, exact
Truth set_add(Set* s, Value key, int64_t hash);          // 1 added, 0 was there, -1 error
// With one thread alive, adds ints and texts from a list, from that place on: the place of the first item that is something else or
// that only user code can compare; -1 no memory.
int64_t set_add_plain(Set* s, List* list, int64_t from);
Truth set_discard(Set* s, Value key);                    // 1 removed, 0 absent, -1 error
Truth set_discard(Set* s, Value key, int64_t hash);
Truth set_contains(Set* s, Value key, int64_t hash);
// For plain keys (is_plain_key()): 1 there, 0 not; 2: for anything else, and where only user code could tell.
int set_peek(Set* s, Value key);
int set_peek(Set* s, Value key, int64_t hash);           // 2 only where user code has to tell
Truth set_contains_key(Set* s, Value key);               // hashes; an unhashable set looks like its frozenset
Value set_pop(Set* s);                                   // KeyError when empty
void set_clear(Set* s);
void set_release_contents(Set* s);                       // for dealloc and clear: nobody else can reach s any more
// Iteration without a lock: position starts at 0; false at the end. Borrowed until the next safepoint.
inline bool set_next(Set* s, int64_t& position, Value& key, int64_t& hash) {
  SetTable* t = s->table.load(std::memory_order_acquire);
  uint64_t i = static_cast<uint64_t>(position);
  for (; i <= t->mask; ++i) {
    SetEntry& e = t->entries()[i];
    key = e.key.peek();
    if (key.is_undefined() || key.is_error()) continue;  // never used; deleted
    hash = e.hash.load(std::memory_order_relaxed);
    position = static_cast<int64_t>(i + 1);
    return true;
  }
  position = static_cast<int64_t>(i);
  return false;
}
bool set_snapshot(Set* s, Values& out);                  // all keys in order, at one moment

// CPython's operations, building results in CPython's order. `other` is any iterable. Owned results of exact `type`.
Truth set_update(Set* s, Value other);                   // set_update_internal
Value set_copy(Set* s, Type& type);
Value set_union(Set* s, Set* other, Type& type);
Value set_intersection(Set* s, Value other, Type& type);
Value set_difference(Set* s, Value other, Type& type);
Value set_symmetric_difference(Set* s, Value other, Type& type);
Truth set_difference_update(Set* s, Value other);
Truth set_symmetric_difference_update(Set* s, Value other);
// s takes over the contents of a set nobody else knows. false: no memory (the error is pending unless only_if_empty), or
// it is not empty and should be.
bool set_swap(Set* s, Set* fresh, bool only_if_empty = false);
Truth set_is_subset(Set* s, Set* other);
Truth set_is_disjoint(Set* s, Value other);
int64_t frozenset_hash(Set* s);

// ---- for set.cpp and set_operations.cpp ----
struct SetItem { Value key; int64_t hash; };
// A private copy of a set's entries, in order.
class SetSnapshot {
 public:
  SetSnapshot() = default;
  SetSnapshot(const SetSnapshot&) = delete;
  SetSnapshot& operator=(const SetSnapshot&) = delete;
  ~SetSnapshot();
  bool take(Set* s);                     // false: no memory
  bool take(Value iterable);             // any iterable, hashing its items; false: error
  bool add(Value key_owned, int64_t hash);
  SetItem* items = nullptr;
  int64_t count = 0, capacity = 0;
};
// Walks a set's entries in order: those of one moment while others may change it, else straight through its table, which
// as in CPython may change while user code compares keys.
class SetEntries {
 public:
  explicit SetEntries(Set* s) : set_(threads_alive() ? nullptr : s) {
    if (!set_) ok = snapshot_.take(s);
    count = set_ ? set_size(s) : snapshot_.count;
    if (set_) version_ = s->version.load(std::memory_order_relaxed);
  }
  bool next(Ref& key, int64_t& hash) {
    Value found;
    if (!set_) {
      if (position_ == snapshot_.count) return false;
      found = snapshot_.items[position_].key;
      hash = snapshot_.items[position_++].hash;
    } else if (!set_next(set_, position_, found, hash)) {
      return false;
    }
    key = Ref::borrow(found);
    return true;
  }
  // The next one of a set that is walked straight through, borrowed.
  bool peek_next(Value& key, int64_t& hash) {
    return set_ && !(peeked_ == count && set_->version.load(std::memory_order_relaxed) == version_) && set_next(set_, position_, key, hash) && ++peeked_;
  }
  bool ok = true;                        // false: no memory
  int64_t count;                         // at the beginning

 private:
  Set* set_;
  SetSnapshot snapshot_;
  int64_t position_ = 0, peeked_ = 0;
  uint32_t version_ = 0;                 // as long as the set has that, there are `count`
};
Truth set_merge(Set* s, SetEntries& other);       // set_merge
// With one thread alive: set_merge of all of the other set.
Truth set_merge_alone(Set* s, Set* other);
// Likewise, and only as far as no user code has to compare keys. Undefined, or set_undecided: it has, and nothing that can be seen has
// happened.
inline constexpr Truth set_undecided = 2;
Value set_filter_alone(Set* from, Set* other, bool in_other, Type& type);   // those that are in the other set, or are not
Value set_symmetric_difference_alone(Set* s, Set* other, Type& type);
Truth set_is_subset_alone(Set* s, Set* other);
Truth set_add_all(Set* s, const SetSnapshot& other);
Truth set_discard_all(Set* s, const SetSnapshot& other);
// set_merge into a new set, to which `extra` other keys will be merged.
Truth set_copy_into(Set* fresh, Set* source, int64_t extra = 0);
bool set_reserve_for(Set* s, int64_t extra);             // the one resize before adding `extra` keys
void set_shrink_deleted(Set* s);                         // after removing many keys

}  // namespace py
