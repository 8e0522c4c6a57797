// Inline fast paths for emitted code: items, lengths and iteration steps of exact lists, tuples and dicts, falling
// back to the protocols of operators.hpp for everything else. Ownership and errors are those of the slow paths.
#pragma once

#include "runtime/object/containers.hpp"
#include "runtime/object/loan.hpp"

namespace py {

// The item of an exact list, borrowed until the next safepoint or change of the list; Undefined: it must be looked for.
[[gnu::always_inline]] inline Value item_at(Value container, Value index) {
  if (!index.is_small_int() || !is_exactly(container, list_type)) [[unlikely]] return Undefined;
  List* l = container.as<List>();
  uint64_t i = static_cast<uint64_t>(index.small_int());
  return i < static_cast<uint64_t>(list_size(l)) ? l->items.load(std::memory_order_acquire)[i].peek() : Undefined;
}

// container[index]
template <Keep keep = counted> Value get_item_other(Value container, Value index);
template <Keep keep = counted> [[gnu::always_inline]] inline Value get_item_inline(Value container, Value index) {
  Value item = item_at(container, index);
  return !item.is_undefined() ? keep(item) : get_item_other<keep>(container, index);
}
template <Keep keep = counted> [[gnu::always_inline]] inline Value get_item_inline(Peeked& container, Value index) {
  Value item = item_at(container, index);
  return !item.is_undefined() ? keep(item) : get_item_other<keep>(container.hold(), index);
}
[[gnu::always_inline]] inline Value lend_item(Value container, Value index) { return get_item_inline<lend>(container, index); }
[[gnu::always_inline]] inline Value lend_item(Peeked& container, Value index) { return get_item_inline<lend>(container, index); }

// container[index] = value in an exact list, where one thread alone can see it; false: nothing was done.
[[gnu::always_inline]] inline bool put_item(Value container, Value index, Value value) {
  if (!index.is_small_int() || !is_exactly(container, list_type) || threads_alive()) [[unlikely]] return false;
  List* l = container.as<List>();
  uint64_t i = static_cast<uint64_t>(index.small_int());
  if (i >= static_cast<uint64_t>(l->size.load(std::memory_order_relaxed))) [[unlikely]] return false;
  Slot& slot = l->items.load(std::memory_order_relaxed)[i];
  Value old = slot.peek();
  slot.put(incref(value));
  decref(old);
  return true;
}

// container[index] = value
Truth set_item_other(Value container, Value index, Value value);
[[gnu::always_inline]] inline Truth set_item_inline(Value container, Value index, Value value) {
  return put_item(container, index, value) ? 0 : set_item_other(container, index, value);
}
[[gnu::always_inline]] inline Truth set_item_inline(Peeked& container, Value index, Value value) {
  return put_item(container, index, value) ? 0 : set_item_other(container.hold(), index, value);
}

inline Truth list_append_inline(List* l, Value item) {
  if (!threads_alive()) [[likely]] {
    int64_t n = l->size.load(std::memory_order_relaxed);
    if (n < l->capacity) [[likely]] {
      l->items.load(std::memory_order_relaxed)[n].put(incref(item));
      l->size.store(n + 1, std::memory_order_release);
      return 0;
    }
  }
  return list_append(l, item);
}

// len(v) for exact lists, tuples and dicts; -1 error.
inline int64_t length_inline(Value v) {
  if (v.is_object()) [[likely]] {
    const Type* type = type_of(v);
    if (type == &list_type) return list_size(v.as<List>());
    if (type == &tuple_type) return v.as<Tuple>()->length;
    if (type == &dict_type) return dict_size(v.as<Dict>());
  }
  return length(v);
}

// One step of `for x in list` where the loop keeps the index itself: owned item, or Undefined at the end.
template <Keep keep = counted> inline Value list_step(List* l, int64_t& index) {
  if (index >= list_size(l)) return Undefined;
  return keep(l->items.load(std::memory_order_acquire)[index++].peek());
}

}  // namespace py
