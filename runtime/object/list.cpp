// The core of list: element storage that lock-free readers may walk while one writer at a time changes it.
//
// Readers load `size`, then `items`, then a slot, and take no lock. So a buffer that readers may reach is only ever
// replaced by one that is at least as large while several threads are alive, its unused slots hold Undefined, and a
// shrink leaves Undefined behind. With one thread none of this is needed and stores are plain. Searches that must not
// overlook an item that is only changing places count moves (ListMove in list_storage.hpp) and look again under the lock.
//
// The first buffer of an exact list of few items lies behind the list itself, in the same block of memory: most lists are small,
// and making and dropping a second block takes as long as all else about them. It goes when the list goes, so nothing has to be
// retired when it is replaced, and the list leaves it for good: others may have it in hand (list_sort, readers). An empty list has
// room for a few items there, which it takes into use with the first one.
#include "runtime/object/list_storage.hpp"

#include <algorithm>
#include <cstring>

#include "runtime/object/dict_table.hpp"
#include "runtime/object/item_groups.hpp"

namespace py {

static constexpr int64_t list_max = PTRDIFF_MAX / 16;

// Uninitialised beyond what the caller fills, except that several threads need Undefined there.
static Slot* allocate_slots(int64_t capacity, int64_t filled) {
  if (capacity > list_max) {
    (void)raise_no_memory();
    return nullptr;
  }
  auto* slots = static_cast<Slot*>(allocate_buffer(static_cast<size_t>(capacity) * sizeof(Slot)));
  if (slots && threads_alive()) {
    for (int64_t i = filled; i < capacity; ++i) slots[i].init(Undefined);
  }
  return slots;
}

void list_discard_slots(List* l, Slot* slots) {
  if (!slots || slots == list_own_slots(l)) return;
  if (threads_alive()) retire_buffer(slots);
  else free_buffer(slots);
}

static Slot* slots_of(List* l) { return l->items.load(std::memory_order_relaxed); }
static int64_t size_of(List* l) { return l->size.load(std::memory_order_relaxed); }
static Value* plain(Slot* slots) { return reinterpret_cast<Value*>(slots); }   // one thread, or not yet shared

Slot* list_allocate_replacement(List* l, int64_t wanted, int64_t filled, int64_t& capacity) {
  capacity = wanted;
  if (threads_alive() && capacity < l->capacity) capacity = l->capacity;
  return allocate_slots(capacity, filled);
}

static bool grow(List* l, int64_t wanted) {              // locked
  int64_t n = size_of(l), capacity = std::max(n + (n >> 1), wanted + (wanted >> 3)) + 3;   // many at once are seldom followed by as many again
  if (n == 0 && wanted > 4) capacity = wanted;
  Slot* bigger = allocate_slots(capacity, n);
  if (!bigger) return false;
  Slot* old = slots_of(l);
  if (n) std::memcpy(static_cast<void*>(bigger), static_cast<const void*>(old), static_cast<size_t>(n) * sizeof(Slot));
  l->items.store(bigger, std::memory_order_release);
  l->capacity = capacity;
  list_discard_slots(l, old);
  return true;
}

bool list_reserve_locked(List* l, int64_t wanted) { return wanted <= l->capacity || grow(l, wanted); }

// How many items a list has room for behind it: at least, and at most.
static constexpr int64_t first_room = 4, own_room = 32;

// An exact list without items that has room for `room` behind it, in which Undefined is put from `filled` on where that is needed.
PORTALIS_IN_LINE static List* take_list(int64_t room, int64_t filled) {
  const size_t size = sizeof(List) + static_cast<size_t>(room) * sizeof(Slot);
  Object* o = nullptr;
  if constexpr (sizeof(List) + own_room * sizeof(Slot) <= small_limit) o = take_object(&list_type, list_for(size, true), true);
  if (!o) [[unlikely]] o = allocate_unfilled(&list_type, size);
  auto* l = static_cast<List*>(o);
  Slot* slots = list_own_slots(l);
  l->size.store(0, std::memory_order_relaxed);
  l->items.store(slots, std::memory_order_relaxed);
  l->capacity = room;
  if (threads_alive()) [[unlikely]] {
    for (int64_t i = filled; i < room; ++i) slots[i].init(Undefined);
  }
  return l;
}

[[gnu::noinline]] static Value make_large_list(int64_t capacity) {
  List* l = allocate_fixed<List>(&list_type);
  l->size.store(0, std::memory_order_relaxed);
  l->items.store(nullptr, std::memory_order_relaxed);
  l->capacity = 0;
  Slot* slots = allocate_slots(capacity, 0);
  if (!slots) return decref(object_value(l)), Error;
  l->items.store(slots, std::memory_order_relaxed);
  l->capacity = capacity;
  return object_value(l);
}

Value make_list_sized(int64_t capacity) {
  if (capacity > own_room) return make_large_list(capacity);
  return object_value(take_list(capacity > first_room ? capacity : first_room, 0));
}

[[gnu::noinline]] static Value make_many_owned(const Value* items, int64_t n) {
  Value result = make_list_sized(n);
  if (result.is_error()) [[unlikely]] {
    for (int64_t i = 0; i < n; ++i) decref(items[i]);
    return Error;
  }
  List* l = result.as<List>();
  if (n) std::memcpy(static_cast<void*>(plain(slots_of(l))), items, static_cast<size_t>(n) * sizeof(Value));
  l->size.store(n, std::memory_order_release);
  return result;
}

// As displays have: without a call, one by one.
Value make_list_owned(const Value* items, int64_t n) {
  if (static_cast<uint64_t>(n) - 1 >= item_group) return make_many_owned(items, n);
  List* l = take_list(n, n);
  Slot* slots = list_own_slots(l);
  for (int64_t i = 0; i < n; ++i) slots[i].init(items[i]);
  l->size.store(n, std::memory_order_release);
  return object_value(l);
}

Value make_list(const Value* items, int64_t n) {
  if (static_cast<uint64_t>(n) - 1 < item_group) {
    List* l = take_list(n, n);
    copy_items(plain(list_own_slots(l)), items, n);
    l->size.store(n, std::memory_order_release);
    return object_value(l);
  }
  incref_items(items, n);
  return make_list_owned(items, n);
}

Truth list_append(List* l, Value item) {
  ObjectLock lock(l);
  int64_t n = size_of(l);
  if (n >= l->capacity && !grow(l, n + 1)) [[unlikely]] return -1;
  slots_of(l)[n].put(incref(item));
  l->size.store(n + 1, std::memory_order_release);
  return 0;
}

Value list_get(List* l, int64_t index) {
  if (index >= list_size(l)) return Undefined;
  return l->items.load(std::memory_order_acquire)[index].get();
}

Truth list_set(List* l, int64_t index, Value value) {
  Value old;
  {
    ObjectLock lock(l);
    if (index < 0) index += size_of(l);
    if (index < 0 || index >= size_of(l)) return 0;
    old = slots_of(l)[index].exchange(incref(value));
  }
  release_overwritten(old);
  return 1;
}

bool list_snapshot(List* l, Values& out) {
  ObjectLock lock(l);
  int64_t n = size_of(l);
  if (!out.reserve(out.size() + n)) return false;
  Slot* slots = slots_of(l);
  for (int64_t i = 0; i < n; ++i) (void)out.push(slots[i].get());
  return true;
}

// Moves the tail that starts at `from` to `to`; both ranges lie inside the buffer. Locked.
static void shift(Slot* slots, int64_t from, int64_t to, int64_t count) {
  if (!threads_alive()) {
    std::memmove(static_cast<void*>(plain(slots) + to), plain(slots) + from, static_cast<size_t>(count) * sizeof(Value));
  } else if (to < from) {
    for (int64_t i = 0; i < count; ++i) slots[to + i].put(slots[from + i].peek());
  } else {
    for (int64_t i = count; i-- > 0;) slots[to + i].put(slots[from + i].peek());
  }
}

// Replaces list[low:high] by n owned values; what was there is moved to removed (room for high - low). Locked.
static bool splice_locked(List* l, int64_t low, int64_t high, const Value* owned, int64_t n, Value* removed) {
  int64_t size = size_of(l), wanted = size - (high - low) + n;
  if (!list_reserve_locked(l, wanted)) return false;
  Slot* slots = slots_of(l);
  ListMove move(l);
  for (int64_t i = low; i < high; ++i) removed[i - low] = slots[i].peek();
  if (low + n != high && high != size) shift(slots, high, low + n, size - high);
  for (int64_t i = 0; i < n; ++i) slots[low + i].put(owned[i]);
  if (wanted < size) {
    l->size.store(wanted, std::memory_order_release);
    if (threads_alive()) {
      for (int64_t i = wanted; i < size; ++i) slots[i].put(Undefined);
    }
  } else {
    l->size.store(wanted, std::memory_order_release);
  }
  return true;
}

#ifndef __OPTIMIZE_SIZE__
// With one thread alive. false: they are not few.
static bool delete_few(List* l, int64_t low, int64_t high) {
  constexpr int64_t few = 16;
  const int64_t size = size_of(l);
  slice_adjust(size, low, high, 1);
  int64_t count = high - low;
  if (count > few) return false;
  if (count <= 0) return true;
  Value removed[few];
  Value* items = plain(slots_of(l));
  for (int64_t i = 0; i < count; ++i) removed[i] = items[low + i];
  std::memmove(static_cast<void*>(items + low), items + high, static_cast<size_t>(size - high) * sizeof(Value));
  l->size.store(size - count, std::memory_order_relaxed);
  while (count) decref(removed[--count]);   // may run anything: the list is as it should be by now
  return true;
}
#endif

Truth list_splice(List* l, int64_t low, int64_t high, Value* owned, int64_t n) {
  if (!threads_alive() && low >= 0 && high >= low && high - low == n && high <= size_of(l)) {   // items change places with the new ones
    for (int64_t i = 0; i < n; ++i) std::swap(plain(slots_of(l))[low + i], owned[i]);
    while (n) decref(owned[--n]);        // may run anything: the list is as it should be by now
    return 0;
  }
#ifndef __OPTIMIZE_SIZE__
  if (!threads_alive() && n == 0 && delete_few(l, low, high)) return 0;
#endif
  Values removed;
  bool ok;
  {
    ObjectLock lock(l);
    slice_adjust(size_of(l), low, high, 1);
    if (high < low) high = low;
    ok = removed.reserve(high - low) && splice_locked(l, low, high, owned, n, removed.data());
    if (ok) removed.assume(high - low);
  }
  if (!ok) {
    for (int64_t i = 0; i < n; ++i) decref(owned[i]);
    return -1;
  }
  removed.retire_all();
  return 0;
}

Truth list_insert(List* l, int64_t index, Value item) {
  ObjectLock lock(l);
  int64_t size = size_of(l);
  if (index < 0) index = index + size < 0 ? 0 : index + size;
  if (index > size) index = size;
  (void)incref(item);
  if (splice_locked(l, index, index, &item, 1, nullptr)) return 0;
  decref(item);
  return -1;
}

[[gnu::nonnull]] Value list_pop(List* l, int64_t index) {
  Value item;
  {
    ObjectLock lock(l);
    int64_t size = size_of(l);
    if (size == 0) return lock.unlock(), raise(exc::IndexError, "pop from empty list");
    if (index < 0) index += size;
    if (index < 0 || index >= size) return lock.unlock(), raise(exc::IndexError, "pop index out of range");
    if (index == size - 1 && !threads_alive()) [[likely]] {
      l->size.store(size - 1, std::memory_order_relaxed);
      return slots_of(l)[index].peek();
    }
    if (index == size - 1) {             // nothing moves
      item = slots_of(l)[index].peek();
      l->size.store(index, std::memory_order_release);
      slots_of(l)[index].put(Undefined);
    } else {
      splice_locked(l, index, index + 1, nullptr, 0, &item);
    }
  }
  if (!threads_alive()) return item;
  (void)incref(item);                          // a reader may just be looking at it without a count of its own
  retire(item);
  return item;
}

[[gnu::nonnull]] Truth list_remove_if_same(List* l, int64_t index, Value value) {
  Value removed;
  {
    ObjectLock lock(l);
    if (index >= size_of(l) || !slots_of(l)[index].peek().same(value)) return 0;
    splice_locked(l, index, index + 1, nullptr, 0, &removed);
  }
  release_overwritten(removed);
  return 1;
}

void list_clear(List* l) {
  int64_t size;
  Slot* old;
  {
    ObjectLock lock(l);
    size = size_of(l);
    old = slots_of(l);
    if (!old) return;
    if (threads_alive()) {
      Values removed;
      if (!removed.reserve(size)) return clear_error();
      splice_locked(l, 0, size, nullptr, 0, removed.data());
      removed.assume(size);
      lock.unlock();
      removed.retire_all();
      return;
    }
    l->size.store(0, std::memory_order_relaxed);
    l->items.store(nullptr, std::memory_order_relaxed);
    l->capacity = 0;
  }
  while (size) decref(plain(old)[--size]);
  if (old != list_own_slots(l)) free_buffer(old);
}

Value list_slice(List* l, int64_t start, int64_t stop, int64_t step) {
  ObjectLock lock(l);
  int64_t count = slice_adjust(size_of(l), start, stop, step);
  Value result = make_list_sized(count);
  if (result.is_error() || count == 0) return result;
  const Value* from = plain(slots_of(l)) + start;
  Value* to = plain(slots_of(result.as<List>()));
  if (step == 1) {
    copy_items(to, from, count);
  } else {
    if (step == -1) {                    // a loop for which processors have instructions
      for (int64_t i = 0; i < count; ++i) to[i] = from[-i];
    } else {
      for (int64_t i = 0; i < count; ++i) to[i] = from[i * step];   // a step may be as large as ints are
    }
    incref_items(to, count);
  }
  result.as<List>()->size.store(count, std::memory_order_release);
  return result;
}

// fresh is not shared yet; source's items of one moment.
static Truth list_append_all(List* fresh, List* source) {
  ObjectLock lock(source);
  int64_t count = size_of(source), size = size_of(fresh);
  if (!list_reserve_locked(fresh, size + count)) return -1;
  if (count) copy_items(plain(slots_of(fresh)) + size, plain(slots_of(source)), count);
  fresh->size.store(size + count, std::memory_order_release);
  return 0;
}

Value list_concat(List* a, List* b) {
  int64_t n = list_size(a), more = list_size(b);
  Value result = make_list_sized(n + more);
  if (result.is_error()) return Error;
  List* l = result.as<List>();
  if (!threads_alive()) [[likely]] {
    Value* items = plain(slots_of(l));
    copy_items(items, plain(slots_of(a)), n);
    copy_items(items + n, plain(slots_of(b)), more);
    l->size.store(n + more, std::memory_order_release);
    return result;
  }
  if (list_append_all(l, a) == 0 && list_append_all(l, b) == 0) return result;
  decref(result);
  return Error;
}

static constexpr int64_t taken_capacity = -1;            // the mark of list_take_contents: any growth overwrites it

void list_take_contents(List* l, ListContents& taken) {
  ObjectLock lock(l);
  ListMove move(l);
  taken = {slots_of(l), size_of(l), l->capacity};
  l->size.store(0, std::memory_order_release);
  if (threads_alive() && taken.items) {
    // Readers that still have the old size must find room and nothing in it.
    if (Slot* blank = allocate_slots(taken.capacity, 0)) l->items.store(blank, std::memory_order_release);
  } else {
    l->items.store(nullptr, std::memory_order_relaxed);
  }
  l->capacity = taken_capacity;
}

bool list_put_contents(List* l, const ListContents& contents) {
  bool untouched;
  Slot* blank;
  Values strangers;
  Slot* buffer = contents.items;
  int64_t capacity = contents.capacity;
  {
    ObjectLock lock(l);
    ListMove move(l);
    untouched = l->capacity == taken_capacity;
    blank = slots_of(l);
    int64_t n = size_of(l);
    if (n && strangers.reserve(n)) {
      for (int64_t i = 0; i < n; ++i) (void)strangers.push(slots_of(l)[i].peek());
    }
    if (threads_alive() && l->capacity > capacity) {
      // Grown beyond the old buffer: readers may hold the larger size.
      Slot* wider = allocate_slots(l->capacity, contents.size);
      if (wider) {
        if (contents.size) std::memcpy(static_cast<void*>(wider), static_cast<void*>(buffer), static_cast<size_t>(contents.size) * sizeof(Slot));
        list_discard_slots(l, buffer);
        buffer = wider;
        capacity = l->capacity;
      }
    }
    l->items.store(buffer, std::memory_order_release);
    l->size.store(contents.size, std::memory_order_release);
    l->capacity = capacity;
  }
  if (blank != contents.items) list_discard_slots(l, blank);
  strangers.retire_all();
  return untouched;
}

void list_release_contents(List* l) {
  Slot* slots = slots_of(l);
  int64_t n = size_of(l);
  l->size.store(0, std::memory_order_relaxed);
  l->items.store(nullptr, std::memory_order_relaxed);
  l->capacity = 0;
  if (!slots) return;
  release_items(plain(slots), n);
  if (slots != list_own_slots(l)) free_buffer(slots);
}

void list_reverse(List* l) {
  ObjectLock lock(l);
  ListMove move(l);
  Slot* slots = slots_of(l);
  for (int64_t i = 0, j = size_of(l) - 1; i < j; ++i, --j) {
    Value low = slots[i].peek();
    slots[i].put(slots[j].peek());
    slots[j].put(low);
  }
}

// The items of a list or tuple, straight from where they lie: with one thread alive nothing changes them meanwhile.
static Truth extend_alone(List* l, Value source) {
  List* list = is_exactly(source, list_type) ? source.as<List>() : nullptr;
  int64_t size = size_of(l), n = list ? size_of(list) : source.as<Tuple>()->length;
  if (!list_reserve_locked(l, size + n)) return -1;
  const Value* items = list ? plain(slots_of(list)) : source.as<Tuple>()->items();   // of l itself: after it has grown
  if (n) copy_items(plain(slots_of(l)) + size, items, n);
  l->size.store(size + n, std::memory_order_release);
  return 0;
}

// What the iterator gives without running code of the program. One thread. false: no memory.
static bool append_what_is_known(List* l, Value iterator) {
  constexpr int64_t room = 64;
  Value items[room];
  const auto next_few = type_of(iterator)->next_few;
  while (int64_t n = next_few(iterator, items, room)) {
    int64_t size = size_of(l);
    if (!list_reserve_locked(l, size + n)) {
      while (n) decref(items[--n]);
      return false;
    }
    std::memcpy(static_cast<void*>(plain(slots_of(l)) + size), items, static_cast<size_t>(n) * sizeof(Value));
    l->size.store(size + n, std::memory_order_release);
    if (n < room) break;
  }
  return true;
}

Truth list_extend(List* l, Value iterable) {
  if (!threads_alive() && (is_exactly(iterable, list_type) || is_exactly(iterable, tuple_type))) return extend_alone(l, iterable);
  if (is_copied_atomically(iterable)) {
    Values items;
    if (!collect(items, iterable)) return -1;
    int64_t n = items.size();
    bool ok;
    {
      ObjectLock lock(l);
      int64_t size = size_of(l);
      ok = splice_locked(l, size, size, items.data(), n, nullptr);
      if (ok) items.forget();
    }
    return ok ? 0 : -1;
  }
  Ref iterator = iter(iterable);
  if (iterator.is_error() || !ask_length_hint(iterable)) return -1;
  UnarySlot step = type_of(iterator)->next;
  if (!step) return (void)raise(exc::TypeError, "'%T' object is not an iterator", iterator.get()), -1;
  if (type_of(iterator)->next_few && !threads_alive() && !append_what_is_known(l, iterator)) return -1;
  for (;;) {
    Ref item = step(iterator);
    if (item.is_undefined()) return 0;
    if (item.is_error() && error_matches(exc::StopIteration)) {   // with a value: what a generator returned
      clear_error();
      return 0;
    }
    if (item.is_error()) return -1;
    int64_t n = size_of(l);
    if (!threads_alive() && n < l->capacity) [[likely]] {
      slots_of(l)[n].put(item.take());
      l->size.store(n + 1, std::memory_order_release);
    } else if (list_append(l, item) < 0) {
      return -1;
    }
  }
}

// Under the lock, without user code: index, -1 absent, -2 only user code can tell.
static int64_t find_locked(List* l, Value item, int64_t start, int64_t stop) {
  ObjectLock lock(l);
  Slot* slots = slots_of(l);
  for (int64_t i = start; i < stop && i < size_of(l); ++i) {
    int match = keys_match(slots[i].peek(), item);
    if (match) return match == 1 ? i : -2;
  }
  return -1;
}

int64_t list_find(List* l, Value item, int64_t start, int64_t stop) {
  ListReading reading(l);
  for (int64_t i = start; i < stop; ++i) {
    Value candidate = list_peek(l, i);
    if (candidate.is_undefined()) break;
    int match = keys_match(candidate, item);
    if (match == 0) continue;
    if (match == 1) return i;
    Ref held = Ref::borrow(candidate);
    Truth same = equal(held, item);
    if (same < 0) return -2;
    if (same) return i;
  }
  if (!reading.items_moved()) return -1;
  int64_t found = find_locked(l, item, start, stop);
  return found == -2 ? -1 : found;
}

}  // namespace py
