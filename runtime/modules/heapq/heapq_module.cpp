// The _heapq module (Modules/_heapqmodule.c), and the two functions of Lib/heapq.py that sort. Comparisons may run user
// code that changes the list: every step reads the list anew and notices a changed length. Items that compare without
// user code are moved in one step under the list's lock, as threads that share a heap expect; only when that cannot
// decide, the general way begins. merge() is in stdlib/heapq.py.
#include "runtime/builtins/arguments.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/plain_order.hpp"
#include "runtime/types/numbers.hpp"

namespace py {

namespace {

// `several`: the function has further arguments, so that its message counts them.
List* heap_argument(const char* function, bool several, Value v) {
  if (List* list = as_list(v)) return list;
  (void)raise(exc::TypeError, "%s() argument %smust be list, not %A", function, several ? "1 " : "", v);
  return nullptr;
}

// For a min-heap `a < b`; for a max-heap `b < a`.
Truth before(Value a, Value b, bool max) {
  Ref less = max ? lt(b, a) : lt(a, b);
  return less.is_error() ? -1 : truth(less);
}

int plain_before(Value a, Value b, bool max) { return max ? plain_less(b, a) : plain_less(a, b); }

// ---- in one step; all return 1 done, 0 only user code can tell (nothing was changed), -1 no memory ----

Truth push_plain(List* heap, Value item) {
  ObjectLock lock(heap);
  int64_t size = list_size(heap), at = size;
  if (!list_reserve_locked(heap, size + 1)) return -1;
  Slot* slots = list_slots_locked(heap);
  while (at > 0) {
    int less = plain_less(item, slots[(at - 1) / 2].peek());
    if (less == not_plain) return 0;
    if (!less) break;
    at = (at - 1) / 2;
  }
  ListMove move(heap);
  for (int64_t i = size; i != at; i = (i - 1) / 2) slots[i].put(slots[(i - 1) / 2].peek());
  slots[at].put(incref(item));
  heap->size.store(size + 1, std::memory_order_release);
  return 1;
}

// Replaces the root of a heap of `size` items by `item`, whose reference goes into the heap. Locked; 1 or 0.
Truth replace_root_plain(Slot* slots, int64_t size, Value item, bool max) {
  int64_t path[64], depth = 0;           // from the root to a leaf along the smaller children
  path[0] = 0;
  while (path[depth] < size / 2) {
    int64_t child = 2 * path[depth] + 1;
    if (child + 1 < size) {
      int less = plain_before(slots[child].peek(), slots[child + 1].peek(), max);
      if (less == not_plain) return 0;
      if (!less) ++child;
    }
    path[++depth] = child;
  }
  int64_t at = depth;                    // the item rises from the leaf to its place
  while (at > 0) {
    int less = plain_before(item, slots[path[at]].peek(), max);
    if (less == not_plain) return 0;
    if (!less) break;
    --at;
  }
  for (int64_t i = 0; i < at; ++i) slots[path[i]].put(slots[path[i + 1]].peek());
  slots[path[at]].put(item);
  return 1;
}

// What leaves the list becomes the caller's; readers may still be looking at it.
Value handed_out(Value item) {
  (void)incref(item);
  release_overwritten(item);
  return item;
}

Truth pop_plain(List* heap, bool max, Value& root) {
  {
    ObjectLock lock(heap);
    int64_t size = list_size(heap);
    if (size == 0) return 0;
    Slot* slots = list_slots_locked(heap);
    root = slots[0].peek();
    ListMove move(heap);
    if (size > 1 && !replace_root_plain(slots, size - 1, slots[size - 1].peek(), max)) return 0;
    heap->size.store(size - 1, std::memory_order_release);
    slots[size - 1].put(Undefined);
  }
  root = handed_out(root);
  return 1;
}

// With `only_if_before`, the item itself comes back unless the root goes before it (heappushpop).
[[gnu::nonnull]] Truth replace_plain(List* heap, Value item, bool max, bool only_if_before, Value& root) {
  {
    ObjectLock lock(heap);
    int64_t size = list_size(heap);
    if (size == 0) return 0;
    Slot* slots = list_slots_locked(heap);
    root = slots[0].peek();
    if (only_if_before) {
      int before = plain_before(root, item, max);
      if (before == not_plain) return 0;
      if (!before) return root = incref(item), 1;
    }
    ListMove move(heap);
    if (!replace_root_plain(slots, size, item, max)) return 0;
    (void)incref(item);
  }
  root = handed_out(root);
  return 1;
}

// ---- step by step ----

bool same_size(List* heap, int64_t size) {
  if (list_size(heap) == size) return true;
  (void)raise(exc::RuntimeError, "list changed size during iteration");
  return false;
}

// What lies at the two places now changes them: comparing may have run any code.
bool swap_items(List* heap, int64_t size, int64_t a, int64_t b) {
  ObjectLock lock(heap);
  if (list_size(heap) != size) {
    lock.unlock();
    return same_size(heap, size);
  }
  ListMove move(heap);
  Slot* slots = list_slots_locked(heap);
  Value first = slots[a].peek();
  slots[a].put(slots[b].peek());
  slots[b].put(first);
  return true;
}

// The item at `position` moves up until its parent is not greater; not above `start`. false: error.
bool sift_up_to(List* heap, int64_t start, int64_t position, bool max) {
  int64_t size = list_size(heap);
  Ref item = list_get(heap, position);
  if (item.is_undefined()) return (void)raise(exc::IndexError, "index out of range"), false;
  while (position > start) {
    int64_t parent = (position - 1) / 2;
    Ref above = list_get(heap, parent);
    Truth t = above.is_undefined() ? 0 : before(item, above, max);
    if (t < 0 || !same_size(heap, size)) return false;
    if (t == 0) break;
    if (!swap_items(heap, size, position, parent)) return false;
    position = parent;
  }
  return true;
}

// The item at `position` sinks to a leaf along the smaller children, then rises to its place.
bool sift_down(List* heap, int64_t position, bool max) {
  int64_t size = list_size(heap), start = position;
  Ref item = list_get(heap, position);
  if (item.is_undefined()) return (void)raise(exc::IndexError, "index out of range"), false;
  while (position < size / 2) {
    int64_t child = 2 * position + 1;
    Ref smaller = list_get(heap, child);
    if (child + 1 < size) {
      Ref right = list_get(heap, child + 1);
      Truth t = smaller.is_undefined() || right.is_undefined() ? 1 : before(smaller, right, max);
      if (t < 0 || !same_size(heap, size)) return false;
      if (t == 0) {
        ++child;
        smaller = std::move(right);
      }
    }
    if (smaller.is_undefined()) return same_size(heap, size);
    if (!swap_items(heap, size, position, child)) return false;
    position = child;
  }
  return sift_up_to(heap, start, position, max);
}

Value heappush(const Value* args, uint32_t) {
  List* heap = heap_argument("heappush", true, args[0]);
  Truth done = heap ? push_plain(heap, args[1]) : -1;
  if (done) return done > 0 ? None : Error;
  if (list_append(heap, args[1]) < 0) return Error;
  return sift_up_to(heap, 0, list_size(heap) - 1, false) ? None : Error;
}

Value pop(Value v, bool max) {
  List* heap = heap_argument(max ? "_heappop_max" : "heappop", false, v);
  if (!heap) return Error;
  Value root;
  if (pop_plain(heap, max, root)) return root;
  if (list_size(heap) == 0) return raise(exc::IndexError, "index out of range");
  Ref last = list_pop(heap, -1);
  if (last.is_error() || list_size(heap) == 0) return last.take();
  Ref first = list_get(heap, 0);
  list_set(heap, 0, last);
  return sift_down(heap, 0, max) ? first.take() : Error;
}
Value heappop(const Value* args, uint32_t) { return pop(args[0], false); }
Value heappop_max(const Value* args, uint32_t) { return pop(args[0], true); }

Value replace(Value v, Value item, bool max) {
  List* heap = heap_argument(max ? "_heapreplace_max" : "heapreplace", true, v);
  if (!heap) return Error;
  Value root;
  if (replace_plain(heap, item, max, false, root)) return root;
  Ref first = list_get(heap, 0);
  if (first.is_undefined()) return raise(exc::IndexError, "index out of range");
  list_set(heap, 0, item);
  return sift_down(heap, 0, max) ? first.take() : Error;
}
Value heapreplace(const Value* args, uint32_t) { return replace(args[0], args[1], false); }
Value heapreplace_max(const Value* args, uint32_t) { return replace(args[0], args[1], true); }

Value heappushpop(const Value* args, uint32_t) {
  List* heap = heap_argument("heappushpop", true, args[0]);
  if (!heap) return Error;
  Value root;
  if (replace_plain(heap, args[1], false, true, root)) return root;
  Ref first = list_get(heap, 0);
  if (first.is_undefined()) return incref(args[1]);
  Truth t = before(first, args[1], false);
  if (t <= 0) return t < 0 ? Error : incref(args[1]);
  if (list_size(heap) == 0) return raise(exc::IndexError, "index out of range");
  return replace(args[0], args[1], false);
}

Value heapify_list(Value v, bool max) {
  List* heap = heap_argument(max ? "_heapify_max" : "heapify", false, v);
  if (!heap) return Error;
  for (int64_t i = list_size(heap) / 2; i-- > 0;) {
    if (!sift_down(heap, i, max)) return Error;
  }
  return None;
}
Value heapify(const Value* args, uint32_t) { return heapify_list(args[0], false); }
Value heapify_max(const Value* args, uint32_t) { return heapify_list(args[0], true); }

// The n first of the iterable's sorted order: what nlargest and nsmallest are defined as.
Value first_sorted(const Value* args, bool reverse) {
  Ref n = to_index(args[0]);
  if (n.is_error()) return Error;
  Ref list = to_list(args[1]);
  Value key = args[2].is_undefined() ? None : args[2];
  if (list.is_error() || list_sort(list.as<List>(), key, reverse) < 0) return Error;
  int64_t count;
  (void)int_to_int64(n, count);
  return list_slice(list.as<List>(), 0, count < 0 ? 0 : count < list_size(list.as<List>()) ? count : list_size(list.as<List>()), 1);
}
Value nlargest(const Value* args, uint32_t) { return first_sorted(args, true); }
Value nsmallest(const Value* args, uint32_t) { return first_sorted(args, false); }

const NativeDef functions[] = {
    PY_ONE("heapify", heapify),
    PY_RANGE("heappush", heappush, 2, 2),
    PY_ONE("heappop", heappop),
    PY_RANGE("heapreplace", heapreplace, 2, 2),
    PY_RANGE("heappushpop", heappushpop, 2, 2),
    PY_ONE("_heapify_max", heapify_max),
    PY_ONE("_heappop_max", heappop_max),
    PY_RANGE("_heapreplace_max", heapreplace_max, 2, 2),
    PY_KEYWORDS("nlargest", nlargest, "n, iterable, key="),
    PY_KEYWORDS("nsmallest", nsmallest, "n, iterable, key="),
    {},
};

bool fill_heapq(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module__uheapq;
const ModuleDef module__uheapq = {"_heapq", fill_heapq, false};
}  // namespace native

}  // namespace py
