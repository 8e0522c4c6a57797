// Copying and releasing the items of lists and tuples, several of them looked at together: that none of a few needs counting
// can often be told at once.
#pragma once

#include <cstring>

#include "runtime/object/heap_blocks.hpp"

namespace py {

inline constexpr int64_t item_group = 8, large_item_group = 32;

// A tuple of two, owned ones.
PORTALIS_IN_LINE Value make_pair(Value first, Value second) {
  constexpr size_t size = sizeof(Tuple) + 2 * sizeof(Value);
  Object* o = nullptr;
  if constexpr (size <= small_limit) o = take_object(&tuple_type, list_for(size, true), true);
  if (!o) [[unlikely]] o = allocate_unfilled(&tuple_type, size);
  auto* t = static_cast<Tuple*>(o);
  t->length = 2;
  Slot* items = reinterpret_cast<Slot*>(t->items());
  items[0].init(first);
  items[1].init(second);
  return object_value(t);
}

#ifdef __OPTIMIZE_SIZE__
inline void incref_items(const Value* items, int64_t n) {
  for (int64_t i = 0; i < n; ++i) (void)count_item(items[i]);
}
inline void release_items(const Value* items, int64_t n) {
  while (n > 0) release_item(items[--n]);
}
#else
// Whether none of them is an object: ints have a bit in common that objects lack, and so have floats. In pairs, for which
// processors have instructions.
template <int64_t count> [[gnu::always_inline]] inline bool has_no_object(const Value* items) {
  using Pair [[gnu::vector_size(16), gnu::aligned(8), gnu::may_alias]] = uint64_t;
  const Pair* pairs = reinterpret_cast<const Pair*>(items);
  Pair common = pairs[0];
#pragma GCC unroll 16
  for (int64_t i = 1; i < count / 2; ++i) common &= pairs[i];
  return (common[0] & common[1] & 3) != 0;
}

// Whether a group is nothing but objects that are never counted: constants, names, what the tops of modules define.
[[gnu::always_inline]] inline bool is_immortal_group(const Value* items) {
  uint64_t tags = 0;
#pragma GCC unroll 8
  for (int64_t i = 0; i < item_group; ++i) tags |= items[i].bits;
  if (tags & 7) return false;
  unsigned owners = immortal_owner;      // which has all bits set
#pragma GCC unroll 8
  for (int64_t i = 0; i < item_group; ++i) owners &= owner_of(items[i].object());
  return owners == immortal_owner;
}
[[gnu::always_inline]] inline bool needs_no_counting(const Value* group) { return has_no_object<item_group>(group) || is_immortal_group(group); }

inline void incref_group(const Value* items) {
  if (needs_no_counting(items)) return;
  for (int64_t i = 0; i < item_group; ++i) (void)count_item(items[i]);
}
inline void incref_items(const Value* items, int64_t n) {
  for (; n >= large_item_group; items += large_item_group, n -= large_item_group) {
    if (has_no_object<large_item_group>(items)) continue;
    for (int64_t i = 0; i < large_item_group; i += item_group) incref_group(items + i);
  }
  for (; n >= item_group; items += item_group, n -= item_group) incref_group(items);
  for (int64_t i = 0; i < n; ++i) (void)count_item(items[i]);
}

// From the last one on.
inline void release_group(const Value* items) {
  if (needs_no_counting(items)) return;
  for (int64_t i = item_group; i-- > 0;) release_item(items[i]);
}
inline void release_items(const Value* items, int64_t n) {
  while (n >= large_item_group) {
    n -= large_item_group;
    if (has_no_object<large_item_group>(items + n)) continue;
    for (int64_t i = large_item_group; i > 0;) release_group(items + n + (i -= item_group));
  }
  for (; n >= item_group; n -= item_group) release_group(items + n - item_group);
  while (n > 0) release_item(items[--n]);
}
#endif

// One thread, or nobody changes `from` meanwhile, and `to` is not shared yet.
[[gnu::always_inline]] inline void copy_items(Value* to, const Value* from, int64_t n) {
  if (n < item_group) {
    for (int64_t i = 0; i < n; ++i) reinterpret_cast<Slot*>(to)[i].init(count_item(from[i]));
    return;
  }
  std::memcpy(static_cast<void*>(to), from, static_cast<size_t>(n) * sizeof(Value));
  incref_items(to, n);
}

}  // namespace py
