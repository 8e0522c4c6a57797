// The methods of list, and assignment to and deletion of slices.
#include "runtime/types/list_type.hpp"

#include "runtime/object/list_storage.hpp"

namespace py {

// What left an extended slice, first to last as in CPython.
static void release_in_order(Values& removed) {
  for (int64_t i = 0; i < removed.size(); ++i) release_overwritten(removed[i]);
  removed.forget();
}

static Truth delete_extended(List* l, int64_t start, int64_t stop, int64_t step) {
  Values removed;
  {
    ObjectLock lock(l);
    int64_t size = list_size(l), count = slice_adjust(size, start, stop, step);
    if (count == 0) return 0;
    if (!removed.reserve(count)) return -1;
    if (step < 0) {
      start += (count - 1) * step;
      step = -step;
    }
    Slot* slots = list_slots_locked(l);
    ListMove move(l);
    int64_t to = start, next = start;
    for (int64_t i = start; i < size; ++i) {
      Value item = slots[i].peek();
      if (i != next) {
        slots[to++].put(item);
        continue;
      }
      (void)removed.push(item);
      if (removed.size() < count) next += step;
    }
    l->size.store(to, std::memory_order_release);
    if (threads_alive()) {
      for (int64_t i = to; i < size; ++i) slots[i].put(Undefined);
    }
  }
  release_in_order(removed);
  return 0;
}

static Truth assign_extended(List* l, int64_t start, int64_t stop, int64_t step, Values& given) {
  int64_t count;
  {
    ObjectLock lock(l);
    count = slice_adjust(list_size(l), start, stop, step);
    if (given.size() == count) {
      Slot* slots = list_slots_locked(l);
      ListMove move(l);
      for (int64_t i = 0; i < count; ++i) given[i] = slots[start + i * step].exchange(given[i]);
    }
  }
  if (given.size() != count) {
    (void)raise(exc::ValueError, "attempt to assign sequence of size %l to extended slice of size %l", given.size(), count);
    return -1;
  }
  release_in_order(given);
  return 0;
}

Truth list_set_slice(List* l, const Slice* slice, Value value) {
  int64_t start, stop, step;
  if (!slice_unpack(slice, start, stop, step)) return -1;
  if (step != 1 && value.is_undefined()) return delete_extended(l, start, stop, step);
  Values items;
  if (!value.is_undefined() && !collect(items, value)) {
    if (!error_matches(exc::TypeError)) return -1;
    bool iterating = type_of(value)->iter || type_of(value)->get_item;   // what the error is from
    if (step == 1 && iterating) return -1;
    clear_error();
    (void)raise(exc::TypeError, step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
    return -1;
  }
  if (step != 1) return assign_extended(l, start, stop, step, items);
  Truth done = list_splice(l, start, stop, items.data(), items.size());
  items.forget();
  return done;
}

namespace {

List* self_of(const Value* args) { return args[0].as<List>(); }

Value append(const Value* args, uint32_t) { return list_append(self_of(args), args[1]) < 0 ? Error : None; }
Value extend(const Value* args, uint32_t) { return list_extend(self_of(args), args[1]) < 0 ? Error : None; }

Value insert(const Value* args, uint32_t) {
  int64_t i;
  if (!ssize_argument(args[1], i)) return Error;
  return list_insert(self_of(args), i, args[2]) < 0 ? Error : None;
}

Value pop(const Value* args, uint32_t n) {
  int64_t i = -1;
  if (n > 1 && !ssize_argument(args[1], i)) return Error;
  return list_pop(self_of(args), i);
}

Value clear(const Value* args, uint32_t) {
  list_clear(self_of(args));
  return None;
}

Value copy(const Value* args, uint32_t) {
  return list_slice(self_of(args), 0, INT64_MAX, 1);
}

Value reverse(const Value* args, uint32_t) {
  list_reverse(self_of(args));
  return None;
}

Value index(const Value* args, uint32_t n) {
  List* l = self_of(args);
  int64_t start, stop;
  if (!search_bounds(args + 2, n - 2, start, stop)) return Error;
  int64_t size = list_size(l);
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (stop < 0) stop += size;
  int64_t found = list_find(l, args[1], start, stop);
  if (found == -2) return Error;
  return found >= 0 ? small_int(found) : raise(exc::ValueError, "%R is not in list", args[1]);
}

Value count(const Value* args, uint32_t) {
  List* l = self_of(args);
  ListReading reading(l);
  int64_t total = 0;
  for (int64_t i = 0;; ++i) {
    Ref item = list_get(l, i);
    if (item.is_undefined()) break;
    Truth same = equal(item, args[1]);
    if (same < 0) return Error;
    total += same;
  }
  if (!reading.items_moved()) return small_int(total);
  Values items;                          // all of one moment
  if (!list_snapshot(l, items)) return Error;
  total = 0;
  for (int64_t i = 0; i < items.size(); ++i) {
    Truth same = equal(items[i], args[1]);
    if (same < 0) return Error;
    total += same;
  }
  return small_int(total);
}

// Removes the item found unless another thread has moved it meanwhile, then looks again.
Value remove(const Value* args, uint32_t) {
  List* l = self_of(args);
  for (;;) {
    int64_t found = list_find(l, args[1], 0, INT64_MAX);
    if (found == -2) return Error;
    if (found < 0) return raise(exc::ValueError, "list.remove(x): x not in list");
    if (!threads_alive()) return list_splice(l, found, found + 1, nullptr, 0) < 0 ? Error : None;
    Ref wanted = list_get(l, found);
    Truth removed = wanted.is_undefined() ? 0 : list_remove_if_same(l, found, wanted);
    if (removed < 0) return Error;
    if (removed) return None;
  }
}

Value sort(const Value* args, uint32_t) {
  int reversed = 0;
  if (!args[2].is_undefined() && !int_argument(args[2], reversed)) return Error;
  return list_sort(self_of(args), args[1], reversed != 0) < 0 ? Error : None;
}

Value reversed(const Value* args, uint32_t) { return list_reverse_iterator(args[0]); }

Value get_size(const Value* args, uint32_t) {
  return small_int(static_cast<int64_t>(56 + 8 * list_size(self_of(args))));
}

}  // namespace

const NativeDef list_methods[] = {
    PY_NOARGS("__reversed__", reversed), PY_NOARGS("__sizeof__", get_size), PY_NOARGS("clear", clear),
    PY_NOARGS("copy", copy), PY_ONE("append", append), PY_RANGE("insert", insert, 2, 2), PY_ONE("extend", extend),
    PY_RANGE("pop", pop, 0, 1), PY_ONE("remove", remove), PY_RANGE("index", index, 1, 3), PY_ONE("count", count),
    PY_NOARGS("reverse", reverse), PY_KEYWORDS("sort", sort, "*, key=, reverse="), PY_CLASS_GETITEM, {}};

}  // namespace py
