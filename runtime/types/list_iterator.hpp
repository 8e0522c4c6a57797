// The iterator over a list, for what steps through it without asking its class each time.
#pragma once

#include "runtime/types/container_support.hpp"

namespace py {

struct ListIterator : Object {
  Slot list;                             // Undefined once exhausted
  std::atomic<int64_t> index;
};
extern Type list_iterator_type;

Value list_iterator_step_slow(ListIterator* it);          // among several threads, or at the end
[[gnu::always_inline]] inline Value list_iterator_step(ListIterator* it) {
  Value list = it->list.peek();
  if (!threads_alive() && !list.is_undefined()) [[likely]] {
    List* l = list.as<List>();
    const int64_t i = it->index.load(std::memory_order_relaxed);
    if (i < l->size.load(std::memory_order_relaxed)) [[likely]] {
      it->index.store(i + 1, std::memory_order_relaxed);
      return incref(l->items.load(std::memory_order_relaxed)[i].peek());
    }
  }
  return list_iterator_step_slow(it);
}

// What is left of the list, borrowed. With one thread alive.
inline int64_t list_iterator_rest(ListIterator* it, const Value*& items) {
  Value list = it->list.peek();
  if (list.is_undefined()) return 0;
  const int64_t i = it->index.load(std::memory_order_relaxed), size = list_size(list.as<List>());
  items = reinterpret_cast<const Value*>(list.as<List>()->items.load(std::memory_order_relaxed)) + i;
  return i < size ? size - i : 0;
}
inline void list_iterator_skip(ListIterator* it, int64_t n) { it->index.store(it->index.load(std::memory_order_relaxed) + n, std::memory_order_relaxed); }

// One step of any iterator, which most often is a list's.
[[gnu::always_inline]] inline Value step_likely_list(Value iterator) {
  return is_exactly(iterator, list_iterator_type) ? list_iterator_step(iterator.as<ListIterator>()) : type_of(iterator)->next(iterator);
}

}  // namespace py
