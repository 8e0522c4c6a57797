// The hash table of dict: a dense array of entries in insertion order and an open-addressed index of 8, 16 or 32 bit
// entry numbers into it (Raymond Hettinger's compact dict, CPython 3.6+).
//
// Concurrency. Readers take no lock: they load the table, probe its index and look at entries. One writer at a time
// (object lock) appends entries, replaces values, turns entries dead and replaces the table. That is safe because
//   - an entry's hash and key never change once its number is in the index, except that deletion makes key and value
//     Undefined; an entry is not used again in the same table while several threads are alive;
//   - a replaced table keeps its contents and is freed after a grace period, so who still reads it sees the
//     moment of the replacement.
#pragma once

#include "runtime/object/layouts.hpp"

namespace py {

// Whatever takes a value out of a dict, or another's place in it, says so here: a function that leaves any dict may be what a global name
// stood for, and direct calls of it look the name up from then on (typed_objects.hpp, still_calls).
void unsettle(Value v);
inline void left_dict(Value v) {
  if (v.is_object() && (v.object()->marks.load(std::memory_order_relaxed) & flag_settled)) [[unlikely]] unsettle(v);
}

struct DictEntry {
  std::atomic<int64_t> hash;
  Slot key, value;                       // Undefined: dead
  // What was there, which the caller must pass to release_overwritten().
  Value replace(Value owned) {
    Value old = value.exchange(owned);
    left_dict(old);
    return old;
  }
};

struct DictTable {
  uint32_t mask;                         // index slots - 1
  uint32_t capacity;                     // entries there is room for
  std::atomic<uint32_t> used;            // entries appended so far, dead ones included
  uint32_t live_begin, live_end;         // writers: all live entries lie in [live_begin, live_end)
  uint32_t generation;                   // the dict's keys_version when this table was made
  uint32_t index_bytes;
  uint32_t filled;                       // writers: index slots that are not empty, so that every probe comes to an end

  static constexpr int64_t empty = -1, dummy = -2;

  DictEntry* entries() { return reinterpret_cast<DictEntry*>(this + 1); }
  void* index() { return entries() + capacity; }
  int64_t index_at(uint64_t i) {
    switch (index_bytes) {
      case 1: return __atomic_load_n(static_cast<int8_t*>(index()) + i, __ATOMIC_ACQUIRE);
      case 2: return __atomic_load_n(static_cast<int16_t*>(index()) + i, __ATOMIC_ACQUIRE);
      default: return __atomic_load_n(static_cast<int32_t*>(index()) + i, __ATOMIC_ACQUIRE);
    }
  }
  void set_index(uint64_t i, int64_t entry) {
    switch (index_bytes) {
      case 1: __atomic_store_n(static_cast<int8_t*>(index()) + i, static_cast<int8_t>(entry), __ATOMIC_RELEASE); break;
      case 2: __atomic_store_n(static_cast<int16_t*>(index()) + i, static_cast<int16_t>(entry), __ATOMIC_RELEASE); break;
      default: __atomic_store_n(static_cast<int32_t*>(index()) + i, static_cast<int32_t>(entry), __ATOMIC_RELEASE);
    }
  }
};

// The next live entry, in order of insertion; position starts at 0. Borrowed; false: there is none.
[[gnu::always_inline]] inline bool dict_table_next(DictTable* t, int64_t& position, Value& key, Value& value) {
  const int64_t used = t->used.load(std::memory_order_acquire);
  while (position < used) {
    DictEntry& e = t->entries()[position++];
    key = e.key.peek();
    value = e.value.peek();
    if (!value.is_undefined() && !key.is_undefined()) [[likely]] return true;
  }
  return false;
}

// The order in which index slots are tried for a hash (CPython's: perturbed multiply by 5).
struct Probe {
  uint64_t mask, perturb, i;
  Probe(uint64_t hash, uint64_t m) : mask(m), perturb(hash), i(hash & m) {}
  void advance() {
    perturb >>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
};

// Calls match(entry number) for entries on the hash's probe sequence until it returns true; returns that entry or -1.
template <class Index, class Match>
[[gnu::always_inline]] inline int64_t dict_probe(DictTable* t, uint64_t hash, Match&& match) {
  const auto* index = static_cast<const Index*>(t->index());
  for (Probe p(hash, t->mask);; p.advance()) {
    int64_t entry = __atomic_load_n(index + p.i, __ATOMIC_ACQUIRE);
    if (entry >= 0) {
      if (match(entry)) return entry;
    } else if (entry == DictTable::empty) {
      return -1;
    }
  }
}
template <class Match>
[[gnu::always_inline]] inline int64_t dict_probe(DictTable* t, uint64_t hash, Match&& match) {
  if (t->index_bytes == 1) return dict_probe<int8_t>(t, hash, match);
  if (t->index_bytes == 2) return dict_probe<int16_t>(t, hash, match);
  return dict_probe<int32_t>(t, hash, match);
}

// Hash of an inline int as CPython computes it: modulo the prime 2**61 - 1, and -2 for -1.
inline int64_t hash_small_int(int64_t n) {
  constexpr int64_t prime = (int64_t{1} << 61) - 1;
  if (n > -prime && n < prime) [[likely]] return n == -1 ? -2 : n;
  int64_t h = n % prime;
  return h == -1 ? -2 : h;
}
inline int64_t hash_of_str(Str* s) {
  int64_t h = s->hash.load(std::memory_order_relaxed);
  return h != -1 ? h : str_hash(s);
}
int64_t hash_slow(Value v);              // -1 error
inline int64_t hash_key(Value v) {
  if (v.is_small_int()) return hash_small_int(v.small_int());
  if (is_exactly(v, str_type)) return hash_of_str(v.as<Str>());
  return hash_slow(v);
}

// True when hashing v and comparing it with any other such value runs no user code: exact int, float, bool, None, str, bytes,
// instances without hashing and comparison of their own, and tuples of such. Only these are compared under a lock.
bool is_plain_key_slow(Value v);
inline bool is_plain_key(Value v) { return !v.is_object() || is_exactly(v, str_type) || is_plain_key_slow(v); }

// Is v, a None or an instance without comparison methods, equal to itself alone (unless the other value thinks otherwise)?
bool is_equal_to_itself_only(Value v);

// Are two values one and the same or equal, as keys are and as items of lists: 1 yes, 0 no, 2 only user code can tell.
int keys_match_slow(Value stored, Value wanted);
inline int keys_match(Value stored, Value wanted) {
  if (stored.same(wanted)) return 1;
  if (stored.is_small_int() && wanted.is_small_int()) return 0;
  if (is_exactly(stored, str_type) && is_exactly(wanted, str_type)) {
    return str_equal(stored.as<Str>(), wanted.as<Str>());
  }
  return keys_match_slow(stored, wanted);
}

}  // namespace py
