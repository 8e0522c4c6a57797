// The operations on two sets, building their results in CPython's order (Objects/setobject.c), and frozenset's hash.
#include "runtime/object/dict_core.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/set_table.hpp"
#include "runtime/object/str.hpp"

namespace py {

bool SetSnapshot::add(Value key, int64_t hash) {
  if (count == capacity) {
    int64_t more = capacity ? capacity * 2 : 8;
    auto* grown = static_cast<SetItem*>(allocate_buffer(static_cast<size_t>(more) * sizeof(SetItem)));
    if (!grown) return decref(key), false;
    for (int64_t i = 0; i < count; ++i) grown[i] = items[i];
    if (items) free_buffer(items);
    items = grown;
    capacity = more;
  }
  items[count++] = {key, hash};
  return true;
}

bool SetSnapshot::take(Set* s) {
  ObjectLock lock(s);
  int64_t n = set_size(s);
  items = static_cast<SetItem*>(allocate_buffer(static_cast<size_t>(n + 1) * sizeof(SetItem)));
  if (!items) return false;
  capacity = n + 1;
  Value key;
  int64_t h;
  for (int64_t position = 0; set_next(s, position, key, h);) (void)add(incref(key), h);
  return true;
}

bool SetSnapshot::take(Value iterable) {
  if (Set* s = as_set(iterable)) return take(s);
  if (is_exactly(iterable, dict_type)) {
    Dict* d = iterable.as<Dict>();
    ObjectLock lock(d);
    DictTable* t = d->table.load(std::memory_order_relaxed);
    for (uint32_t i = t->live_begin; i < t->live_end; ++i) {
      DictEntry& e = t->entries()[i];
      if (!e.value.peek().is_undefined() && !add(e.key.get(), e.hash.load(std::memory_order_relaxed))) return false;
    }
    return true;
  }
  if (threads_alive() && is_copied_atomically(iterable)) {
    Values values;
    if (!collect(values, iterable)) return false;
    for (int64_t i = 0; i < values.size(); ++i) {
      int64_t h = hash_key(values[i]);
      if (h == -1 || !add(incref(values[i]), h)) return false;
    }
    return true;
  }
  Ref iterator = iter(iterable);
  if (iterator.is_error()) return false;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return true;
    if (key.is_error()) return false;
    int64_t h = hash_key(key);
    if (h == -1 || !add(key.take(), h)) return false;
  }
}

SetSnapshot::~SetSnapshot() {
  for (int64_t i = 0; i < count; ++i) decref(items[i].key);
  if (items) free_buffer(items);
}

// Adds to `result`, which nobody else knows, what `other` has, or has not, of the entries. Nothing can happen to a key before it is
// counted, unless one has to be asked.
static Truth add_filtered(Set* result, SetEntries& entries, Set* other, bool wanted) {
  if (!entries.ok) return -1;
  Value key;
  int64_t h;
  Ref held;
  while (entries.peek_next(key, h)) {
    int in = set_peek(other, key, h);
    if (in > 1) {
      held = Ref::borrow(key);
      in = set_contains(other, held, h);
      if (in < 0) return -1;
    }
    if ((in > 0) == wanted && set_add(result, key, h) < 0) return -1;
  }
  while (entries.next(held, h)) {
    Truth in = set_contains(other, held, h);
    if (in < 0 || ((in > 0) == wanted && set_add(result, held, h) < 0)) return -1;
  }
  return 0;
}

// A result under construction: released when the operation fails.
static Set* result_set(Ref& result, Type& type) {
  result = Ref(make_set_of_type(type));
  return result.as<Set>();
}

static Truth add_hashed(Set* s, Value item) {
  int64_t h = hash_key(item);
  return h == -1 ? -1 : set_add(s, item, h);
}

Truth set_update(Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) return 0;
  if (set && s->fill == 0 && !threads_alive()) return set_copy_into(s, set);
  if (set && set_size(s) == 0) {                         // most often s is new: its table becomes a copy
    Ref copy = set_copy(set, set_type);
    if (copy.is_error()) return -1;
    if (set_swap(s, copy.as<Set>(), true)) return 0;
  }
  if (set) {
    if (quick_ways && !threads_alive()) return set_merge_alone(s, set);
    SetEntries entries(set);
    return set_merge(s, entries);
  }
  if (is_exactly(other, dict_type)) {
    SetSnapshot items;
    if (!items.take(other)) return -1;
    return set_reserve_for(s, items.count) ? set_add_all(s, items) : -1;
  }
  if (is_exactly(other, list_type) && !threads_alive()) {
    for (int64_t i = 0;; ++i) {
      i = set_add_plain(s, other.as<List>(), i);
      if (i < 0) return -1;
      Value item = list_peek(other.as<List>(), i);
      if (item.is_undefined()) return 0;
      const bool plain = !item.is_object() || is_exactly(item, str_type);
      Ref held = plain ? Undefined : incref(item);       // hashing may run user code
      if (add_hashed(s, item) < 0) return -1;
    }
  }
  if (is_exactly(other, tuple_type) && !threads_alive()) {
    const Tuple* items = other.as<Tuple>();
    for (int64_t i = 0; i < items->length; ++i) {
      if (add_hashed(s, items->items()[i]) < 0) return -1;
    }
    return 0;
  }
  if (is_exactly(other, str_type) && !threads_alive()) {
    const Str* text = other.as<Str>();
    for (int64_t i = 0; i < text->length; ++i) {
      Ref c = str_char(text, i);
      if (add_hashed(s, c) < 0) return -1;
    }
    return 0;
  }
  if (threads_alive() && is_copied_atomically(other)) {
    Values values;
    SetSnapshot items;
    if (!collect(values, other)) return -1;
    bool hashed = true;
    for (int64_t i = 0; i < values.size() && hashed; ++i) {
      int64_t h = hash_key(values[i]);
      hashed = h != -1 && items.add(incref(values[i]), h);
    }
    Ref error = hashed ? Undefined : fetch_error();
    if (set_add_all(s, items) < 0) return -1;            // what came before an unhashable item is added, as in CPython
    if (!hashed) restore_error(error.take());
    return hashed ? 0 : -1;
  }
  Ref iterator = iter(other);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return 0;
    if (key.is_error() || add_hashed(s, key) < 0) return -1;
  }
}

Value set_copy(Set* s, Type& type) {
  Ref result;
  return set_copy_into(result_set(result, type), s) < 0 ? Error : result.take();
}

Value set_union(Set* s, Set* other, Type& type) {
  if (other == s) return set_copy(s, type);
  Ref result;
  if (set_copy_into(result_set(result, type), s, set_size(other)) < 0) return Error;
  if (quick_ways && !threads_alive() && set_size(s)) return set_merge_alone(result.as<Set>(), other) < 0 ? Error : result.take();
  return set_update(result.as<Set>(), object_value(other)) < 0 ? Error : result.take();
}

Value set_intersection(Set* s, Value other, Type& type) {
  Set* set = as_set(other);
  if (set == s) return set_copy(s, type);
  if (set && set_size(set) > set_size(s)) std::swap(s, set);
  if (quick_ways && set && !threads_alive()) {
    Value common = set_filter_alone(set, s, true, type);
    if (!common.is_undefined()) [[likely]] return common;
  }
  Ref result;
  Set* common = result_set(result, type);
  if (set) {
    SetEntries entries(set);
    return add_filtered(common, entries, s, true) < 0 ? Error : result.take();
  }
  Ref iterator = iter(other);
  if (iterator.is_error()) return Error;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return result.take();
    if (key.is_error()) return Error;
    int64_t h = hash_key(key);
    if (h == -1) return Error;
    Truth in = set_contains(s, key, h);
    if (in < 0 || (in && set_add(common, key, h) < 0)) return Error;
    if (in && set_size(common) >= set_size(s)) return result.take();
  }
}

static Value copy_and_difference(Set* s, Value other, Type& type) {
  Ref result = set_copy(s, type);
  if (result.is_error() || set_difference_update(result.as<Set>(), other) < 0) return Error;
  return result.take();
}

Value set_difference(Set* s, Value other, Type& type) {
  Set* set = as_set(other);
  bool is_dict = is_exactly(other, dict_type);
  if (!set && !is_dict) return copy_and_difference(s, other, type);
  int64_t size = set ? set_size(set) : dict_size(other.as<Dict>());
  if ((set_size(s) >> 2) > size) return copy_and_difference(s, other, type);
  if (quick_ways && set && !threads_alive()) {
    Value rest = set_filter_alone(s, set, false, type);
    if (!rest.is_undefined()) [[likely]] return rest;
  }
  Ref result;
  Set* rest = result_set(result, type);
  SetEntries entries(s);
  if (set) return add_filtered(rest, entries, set, false) < 0 ? Error : result.take();
  Ref key;
  int64_t h;
  while (entries.next(key, h)) {
    Truth in = dict_contains(other.as<Dict>(), key);
    if (in < 0 || (!in && set_add(rest, key, h) < 0)) return Error;
  }
  return entries.ok ? result.take() : Error;
}

Truth set_difference_update(Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) return set_clear(s), 0;
  SetSnapshot items;
  if (set && (set_size(set) >> 3) > set_size(s)) {
    Ref common = set_intersection(s, other, set_type);
    if (common.is_error() || !items.take(common.as<Set>())) return -1;
  } else if (!items.take(other)) {
    // What an iterable yields before it raises has been removed in CPython.
    Ref error = fetch_error();
    if (set_discard_all(s, items) < 0) return -1;
    restore_error(error.take());
    return -1;
  }
  if (set_discard_all(s, items) < 0) return -1;
  set_shrink_deleted(s);
  return 0;
}

Truth set_symmetric_difference_update(Set* s, Value other) {
  if (as_set(other) == s) return set_clear(s), 0;
  Ref holder;
  SetSnapshot items;
  if (!as_set(other) && !is_exactly(other, dict_type)) {
    if (set_update(result_set(holder, set_type), other) < 0) return -1;
    other = holder;
  }
  if (!items.take(other)) return -1;
  for (int64_t i = 0; i < items.count; ++i) {
    Truth was = set_discard(s, items.items[i].key, items.items[i].hash);
    if (was < 0 || (!was && set_add(s, items.items[i].key, items.items[i].hash) < 0)) return -1;
  }
  return 0;
}

Value set_symmetric_difference(Set* s, Value other, Type& type) {
  if (Set* set = as_set(other); quick_ways && set && set != s && !threads_alive()) {
    Value result = set_symmetric_difference_alone(s, set, type);
    if (!result.is_undefined()) [[likely]] return result;
  }
  Ref result;
  Set* fresh = result_set(result, type);
  if (set_update(fresh, other) < 0) return Error;
  SetEntries entries(s);
  Ref key;
  int64_t h;
  while (entries.next(key, h)) {
    Truth was = set_discard(fresh, key, h);
    if (was < 0 || (!was && set_add(fresh, key, h) < 0)) return Error;
  }
  return entries.ok ? result.take() : Error;
}

Truth set_is_subset(Set* s, Set* other) {
  if (set_size(s) > set_size(other)) return 0;
  if (quick_ways && !threads_alive()) {
    Truth known = set_is_subset_alone(s, other);
    if (known != set_undecided) [[likely]] return known;
  }
  SetEntries entries(s);
  Ref key;
  int64_t h;
  while (entries.next(key, h)) {
    Truth in = set_contains(other, key, h);
    if (in <= 0) return in;
  }
  return entries.ok ? 1 : -1;
}

Truth set_is_disjoint(Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) return set_size(s) == 0;
  if (set) {
    if (set_size(set) > set_size(s)) std::swap(s, set);
    SetEntries entries(set);
    Ref key;
    int64_t h;
    while (entries.next(key, h)) {
      Truth in = set_contains(s, key, h);
      if (in != 0) return in < 0 ? -1 : 0;
    }
    return entries.ok ? 1 : -1;
  }
  Ref iterator = iter(other);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return 1;
    if (key.is_error()) return -1;
    int64_t h = hash_key(key);
    Truth in = h == -1 ? -1 : set_contains(s, key, h);
    if (in != 0) return in < 0 ? -1 : 0;
  }
}

// frozenset_hash: commutative, so that equal sets of any table order agree.
int64_t frozenset_hash(Set* s) {
  int64_t known = s->cached_hash.load(std::memory_order_relaxed);
  if (known != -1) return known;
  auto shuffle = [](uint64_t h) { return ((h ^ 89869747) ^ (h << 16)) * 3644798167u; };
  uint64_t h = 0;
  uint64_t slots = s->table.load(std::memory_order_acquire)->mask + 1;
  SetTable* t = s->table.load(std::memory_order_acquire);
  for (uint64_t i = 0; i < slots; ++i) {
    Value key = t->entries()[i].key.peek();
    if (!key.is_undefined() && !key.is_error()) h ^= shuffle(static_cast<uint64_t>(t->entries()[i].hash.load(std::memory_order_relaxed)));
  }
  h ^= (static_cast<uint64_t>(set_size(s)) + 1) * 1927868237u;
  h ^= (h >> 11) ^ (h >> 25);
  h = h * 69069 + 907133923;
  if (h == ~uint64_t{0}) h = 590923713;
  s->cached_hash.store(static_cast<int64_t>(h), std::memory_order_relaxed);
  return static_cast<int64_t>(h);
}

}  // namespace py
