// Making, hashing and slicing tuples.
#include "runtime/object/containers.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/error.hpp"
#include "runtime/object/item_groups.hpp"

namespace py {

// The one empty tuple, as in CPython.
static constinit Tuple empty_tuple{{immortal_header(&tuple_type)}, 0};

static Tuple* allocate_unfilled(int64_t n) {
  if (n > PTRDIFF_MAX / 16) return (void)raise_no_memory(), nullptr;
  auto* t = static_cast<Tuple*>(allocate_unfilled(&tuple_type, sizeof(Tuple) + static_cast<size_t>(n) * sizeof(Value)));
  if (t) [[likely]] t->length = n;
  return t;
}

// Of few items, but some, where there is memory at hand; else null.
PORTALIS_IN_LINE static Tuple* take_few(int64_t n) {
#ifndef __OPTIMIZE_SIZE__
  constexpr uint64_t few = 8;
  if constexpr (sizeof(Tuple) + few * sizeof(Value) <= small_limit) {
    if (static_cast<uint64_t>(n) - 1 >= few) return nullptr;
    auto* t = static_cast<Tuple*>(take_object(&tuple_type, list_for(sizeof(Tuple) + static_cast<size_t>(n) * sizeof(Value), true), true));
    if (t) [[likely]] t->length = n;
    return t;
  }
#endif
  return nullptr;
}

Tuple* allocate_tuple(int64_t n) {
  if (n == 0) return &empty_tuple;
  Tuple* t = allocate_unfilled(n);
  if (!t) [[unlikely]] return nullptr;
  Value* items = t->items();
  for (int64_t i = 0; i < n; ++i) items[i] = Undefined;
  return t;
}

[[gnu::noinline]] static Value make_any(const Value* owned, int64_t n) {
  if (n == 0) return object_value(&empty_tuple);
  Tuple* t = allocate_unfilled(n);
  if (!t) [[unlikely]] {
    for (int64_t i = 0; i < n; ++i) decref(owned[i]);
    return Error;
  }
  std::memcpy(static_cast<void*>(t->items()), owned, static_cast<size_t>(n) * sizeof(Value));
  return object_value(t);
}

// Few items are stored one by one: what the compiler makes of a loop for many costs more than they do.
static void store(Tuple* t, int64_t i, Value owned) { reinterpret_cast<Slot*>(t->items())[i].init(owned); }

Value make_tuple(const Value* items, int64_t n) {
  if (Tuple* t = take_few(n)) [[likely]] {
    for (int64_t i = 0; i < n; ++i) store(t, i, count_item(items[i]));
    return object_value(t);
  }
  incref_items(items, n);
  return make_any(items, n);
}

Value make_tuple_owned(const Value* items, int64_t n) {
  if (Tuple* t = take_few(n)) [[likely]] {
    for (int64_t i = 0; i < n; ++i) store(t, i, items[i]);
    return object_value(t);
  }
  return make_any(items, n);
}

Value tuple_concat(const Tuple* a, const Tuple* b) {
  const int64_t n = a->length + b->length;
  if (n == 0) return object_value(&empty_tuple);
  Tuple* t = take_few(n);
  if (!t && !(t = allocate_unfilled(n))) [[unlikely]] return Error;
  copy_items(t->items(), a->items(), a->length);
  copy_items(t->items() + a->length, b->items(), b->length);
  return object_value(t);
}

// CPython 3.8+'s tuplehash: the xxHash mixing step over the items' hashes.
static constexpr uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
static uint64_t mix(uint64_t mixed, int64_t hash) { return std::rotl(mixed + static_cast<uint64_t>(hash) * prime2, 31) * prime1; }
static int64_t finish_hash(const Tuple* t, uint64_t mixed) {
  mixed += static_cast<uint64_t>(t->length) ^ (prime5 ^ 3527539u);
  return mixed == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(mixed);
}
[[gnu::noinline]] static int64_t hash_from(const Tuple* t, int64_t i, uint64_t mixed) {
  for (; i < t->length; ++i) {
    int64_t h = hash_key(t->items()[i]);
    if (h == -1) return -1;
    mixed = mix(mixed, h);
  }
  return finish_hash(t, mixed);
}

int64_t tuple_hash(Value v) {
  const Tuple* t = as_tuple(v);
  uint64_t mixed = prime5;
  for (int64_t i = 0; i < t->length; ++i) {              // ints, which need no call
    Value item = t->items()[i];
    if (!item.is_small_int()) return hash_from(t, i, mixed);
    mixed = mix(mixed, hash_small_int(item.small_int()));
  }
  return finish_hash(t, mixed);
}

Value tuple_slice(Tuple* t, int64_t start, int64_t stop, int64_t step, int64_t count) {
  if (count == t->length && step == 1 && t->type == &tuple_type) return incref(object_value(t));
  if (count <= 0) return object_value(&empty_tuple);
  if (step == 1) return make_tuple(t->items() + start, count);
  Tuple* result = allocate_unfilled(count);
  if (!result) return Error;
  for (int64_t i = 0; i < count; ++i) result->items()[i] = incref(t->items()[start + i * step]);
  return object_value(result);
}

}  // namespace py
