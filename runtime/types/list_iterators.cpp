// The iterators over a list, forwards and backwards. Threads that share one get every item once.
#include <algorithm>

#include "runtime/object/item_groups.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/list_iterator.hpp"
#include "runtime/types/list_type.hpp"

namespace py {
namespace {

Value make(Type& type, Value list, int64_t index) {
  auto* it = allocate<ListIterator>(&type);
  it->list.init(incref(list));
  it->index.store(index, std::memory_order_relaxed);
  return object_value(it);
}

Value step(Value self) { return list_iterator_step(self.as<ListIterator>()); }

Value step_back(Value self) {
  auto* it = self.as<ListIterator>();
  Value list = it->list.peek();
  if (list.is_undefined()) return Undefined;
  int64_t i = it->index.load(std::memory_order_relaxed);
  if (!threads_alive() && i >= 0 && i < list_size(list.as<List>())) [[likely]] {
    it->index.store(i - 1, std::memory_order_relaxed);
    return incref(list.as<List>()->items.load(std::memory_order_relaxed)[i].peek());
  }
  if (threads_alive()) {
    i = it->index.fetch_sub(1, std::memory_order_relaxed);
  } else {
    i = it->index.load(std::memory_order_relaxed);
    it->index.store(i - 1, std::memory_order_relaxed);
  }
  Value item = i < 0 ? Undefined : list_get(list.as<List>(), i);
  if (item.is_undefined()) it->list.set(Undefined);
  return item;
}

int64_t next_few(Value self, Value* out, int64_t room) {
  if (threads_alive()) return 0;
  auto* it = self.as<ListIterator>();
  const Value* items;
  const int64_t n = std::min(list_iterator_rest(it, items), room);
  if (n) copy_items(out, items, n);
  list_iterator_skip(it, n);
  return n;
}

int64_t next_few_back(Value self, Value* out, int64_t room) {
  auto* it = self.as<ListIterator>();
  Value list = it->list.peek();
  const int64_t last = it->index.load(std::memory_order_relaxed);
  if (threads_alive() || list.is_undefined() || last >= list_size(list.as<List>())) return 0;
  const Value* items = reinterpret_cast<const Value*>(list_slots_locked(list.as<List>()));
  const int64_t n = std::min(last + 1, room);
  for (int64_t i = 0; i < n; ++i) out[i] = items[last - i];
  incref_items(out, n);
  it->index.store(last - n, std::memory_order_relaxed);
  return n;
}

void dealloc(Object* self) {
  decref(static_cast<ListIterator*>(self)->list.peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<ListIterator*>(self)->list); }
void clear(Object* self) { decref(static_cast<ListIterator*>(self)->list.exchange(Undefined)); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<ListIterator>();
  Value list = it->list.peek();
  if (list.is_undefined()) return small_int(0);
  int64_t left = list_size(list.as<List>()) - it->index.load(std::memory_order_relaxed);
  return small_int(left > 0 ? left : 0);
}

Value length_hint_back(const Value* args, uint32_t) {
  auto* it = args[0].as<ListIterator>();
  Value list = it->list.peek();
  if (list.is_undefined()) return small_int(0);
  int64_t left = it->index.load(std::memory_order_relaxed) + 1;
  return small_int(left > 0 && left <= list_size(list.as<List>()) ? left : 0);
}

template <bool back>
Value reduce(const Value* args, uint32_t) {
  auto* it = args[0].as<ListIterator>();
  Ref list = it->list.get();
  int64_t index = it->index.load(std::memory_order_relaxed);
  if (!list.is_undefined() && index >= 0) return iterator_state(back ? "reversed" : "iter", list, index);
  Ref empty = make_list(nullptr, 0);
  return empty.is_error() ? Error : exhausted_iterator_state(empty);
}

template <bool back>
Value set_state(const Value* args, uint32_t) {
  auto* it = args[0].as<ListIterator>();
  Ref list = it->list.get();
  int64_t index, size = list.is_undefined() ? 0 : list_size(list.as<List>());
  if (!iterator_position(args[1], back ? -1 : 0, back ? size - 1 : size, index)) return Error;
  if (!list.is_undefined()) it->index.store(index, std::memory_order_relaxed);
  return None;
}

constexpr NativeDef methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce<false>), PY_ONE("__setstate__", set_state<false>), {}};
constexpr NativeDef back_methods[] = {PY_NOARGS("__length_hint__", length_hint_back), PY_NOARGS("__reduce__", reduce<true>),
                                      PY_ONE("__setstate__", set_state<true>), {}};

}  // namespace

constinit Type list_iterator_type{{.name = "list_iterator", .instance_size = sizeof(ListIterator), .dealloc = dealloc, .traverse = traverse,
                                   .clear = clear, .iter = iterator_self, .next = step, .methods = methods, .next_few = quick_ways ? next_few : nullptr}};
constinit Type list_reverse_iterator_type{{.name = "list_reverseiterator", .instance_size = sizeof(ListIterator), .dealloc = dealloc,
                                           .traverse = traverse, .clear = clear, .iter = iterator_self, .next = step_back, .methods = back_methods,
                                           .next_few = quick_ways ? next_few_back : nullptr}};

Value list_iterator_step_slow(ListIterator* it) {
  Value list = it->list.peek();
  if (list.is_undefined()) return Undefined;
  Value item = list_peek(list.as<List>(), claim_index(it->index));
  if (item.is_undefined()) it->list.set(Undefined);
  return incref(item);
}

Value list_iterator(Value list) { return make(list_iterator_type, list, 0); }
Value list_reverse_iterator(Value list) { return make(list_reverse_iterator_type, list, list_size(list.as<List>()) - 1); }

}  // namespace py
