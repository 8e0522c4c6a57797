// The core of deque: the ring and its growth.
#include "runtime/modules/collections/deque.hpp"

#include <cstring>

#include "runtime/object/dict_table.hpp"

namespace py::collections {

Deque* make_deque(Type* cls, int64_t max_length) {
  auto* d = static_cast<Deque*>(cls == &deque_type ? allocate_object(cls, sizeof(Deque)) : allocate_instance(cls));
  d->size.store(0, std::memory_order_relaxed);
  d->version.store(0, std::memory_order_relaxed);
  d->head = d->capacity = 0;
  d->ring = nullptr;
  d->max_length = max_length;
  return d;
}

static void resized(Deque* d, int64_t delta) {           // locked
  d->size.store(d->size.load(std::memory_order_relaxed) + delta, std::memory_order_release);
  d->version.store(d->version.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

static bool reserve(Deque* d, int64_t wanted) {          // locked
  if (wanted <= d->capacity) return true;
  int64_t capacity = d->capacity ? d->capacity * 2 : 8;
  while (capacity < wanted) capacity *= 2;
  auto* ring = static_cast<Value*>(allocate_buffer(static_cast<size_t>(capacity) * sizeof(Value)));
  if (!ring) return false;
  for (int64_t i = 0, n = deque_size(d); i < n; ++i) ring[i] = d->at(i);
  if (d->ring) free_buffer(d->ring);
  d->ring = ring;
  d->capacity = capacity;
  d->head = 0;
  return true;
}

// Room for one more: false no memory. When full, the item at the far end is moved to dropped.
static bool make_room(Deque* d, bool left, Value& dropped) {
  int64_t n = deque_size(d);
  if (d->max_length >= 0 && n >= d->max_length) {
    dropped = left ? d->at(n - 1) : d->at(0);
    if (!left) d->head = (d->head + 1) & (d->capacity - 1);
    resized(d, -1);
    return true;
  }
  return reserve(d, n + 1);
}

static void push_locked(Deque* d, Value item, bool left) {
  if (left) {
    d->head = (d->head - 1) & (d->capacity - 1);
    d->ring[d->head] = item;
  } else {
    d->at(deque_size(d)) = item;
  }
  resized(d, 1);
}

static Truth push(Deque* d, Value item, bool left) {
  Value dropped = Undefined;
  {
    ObjectLock lock(d);
    if (d->max_length == 0) return 0;
    if (!make_room(d, left, dropped)) return -1;
    push_locked(d, incref(item), left);
  }
  decref(dropped);
  return 0;
}

Truth deque_append(Deque* d, Value item) { return push(d, item, false); }
Truth deque_append_left(Deque* d, Value item) { return push(d, item, true); }

static Value pop(Deque* d, bool left) {
  {
    ObjectLock lock(d);
    int64_t n = deque_size(d);
    if (n > 0) [[likely]] {
      Value item = d->at(left ? 0 : n - 1);
      if (left) d->head = (d->head + 1) & (d->capacity - 1);
      resized(d, -1);
      return item;
    }
  }
  return raise(exc::IndexError, "pop from an empty deque");
}
Value deque_pop(Deque* d) { return pop(d, false); }
Value deque_pop_left(Deque* d) { return pop(d, true); }

Value deque_get(Deque* d, int64_t i) {
  ObjectLock lock(d);
  if (i < 0) i += deque_size(d);
  return i >= 0 && i < deque_size(d) ? incref(d->at(i)) : Undefined;
}

void deque_clear(Deque* d) {
  Values removed;
  {
    ObjectLock lock(d);
    int64_t n = deque_size(d);
    if (!removed.reserve(n)) return clear_error();
    for (int64_t i = 0; i < n; ++i) (void)removed.push(d->at(i));
    resized(d, -n);
    d->head = 0;
  }
}

bool deque_snapshot(Deque* d, Values& out) {
  ObjectLock lock(d);
  int64_t n = deque_size(d);
  if (!out.reserve(out.size() + n)) return false;
  for (int64_t i = 0; i < n; ++i) (void)out.push(incref(d->at(i)));
  return true;
}

bool deque_assign(Deque* d, Values& items) {
  Values removed;
  ObjectLock lock(d);
  int64_t old = deque_size(d), n = items.size(), skip = d->max_length >= 0 && n > d->max_length ? n - d->max_length : 0;
  if (!removed.reserve(old + skip) || !reserve(d, n)) return false;
  for (int64_t i = 0; i < old; ++i) (void)removed.push(d->at(i));
  for (int64_t i = 0; i < skip; ++i) (void)removed.push(items[i]);
  d->head = 0;
  for (int64_t i = skip; i < n; ++i) d->ring[i - skip] = items[i];
  items.forget();
  resized(d, n - skip - old);
  lock.unlock();
  return true;
}

Truth deque_extend(Deque* d, Value iterable, bool left) {
  Values items;
  if (is_copied_atomically(iterable)) {
    if (!collect(items, iterable)) return -1;
    Values dropped;
    if (!dropped.reserve(items.size())) return -1;
    ObjectLock lock(d);
    if (d->max_length == 0) return 0;
    for (int64_t i = 0; i < items.size(); ++i) {
      Value gone = Undefined;
      if (!make_room(d, left, gone)) return -1;
      push_locked(d, incref(items[i]), left);
      (void)dropped.push(gone);
    }
    lock.unlock();
    return 0;
  }
  Ref iterator = iter(iterable);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return 0;
    if (item.is_error() || push(d, item, left) < 0) return -1;
  }
}

Truth deque_insert(Deque* d, int64_t i, Value item) {
  ObjectLock lock(d);
  int64_t n = deque_size(d);
  if (d->max_length >= 0 && n >= d->max_length) return 0;
  if (!reserve(d, n + 1)) return -1;
  if (i < 0) i = i + n < 0 ? 0 : i + n;
  if (i > n) i = n;
  push_locked(d, incref(item), i < n / 2);
  if (i < n / 2) {
    for (int64_t k = 0; k < i; ++k) std::swap(d->at(k), d->at(k + 1));
  } else {
    for (int64_t k = n; k > i; --k) std::swap(d->at(k), d->at(k - 1));
  }
  return 1;
}

void deque_rotate(Deque* d, int64_t steps) {
  ObjectLock lock(d);
  int64_t n = deque_size(d);
  if (n < 2) return;
  steps %= n;
  if (steps < 0) steps += n;
  if (steps == 0) return;
  d->version.store(d->version.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  if (n == d->capacity) {
    d->head = (d->head - steps) & (d->capacity - 1);
    return;
  }
  if (steps <= n / 2) {
    for (int64_t i = 0; i < steps; ++i) {
      Value last = d->at(n - 1);
      d->head = (d->head - 1) & (d->capacity - 1);
      d->ring[d->head] = last;
    }
  } else {
    for (int64_t i = steps; i < n; ++i) {
      Value first = d->at(0);
      d->head = (d->head + 1) & (d->capacity - 1);
      d->at(n - 1) = first;
    }
  }
}

static Value remove_locked(Deque* d, int64_t i) {
  int64_t n = deque_size(d);
  Value removed = d->at(i);
  if (i < n / 2) {
    for (int64_t k = i; k > 0; --k) d->at(k) = d->at(k - 1);
    d->head = (d->head + 1) & (d->capacity - 1);
  } else {
    for (int64_t k = i; k < n - 1; ++k) d->at(k) = d->at(k + 1);
  }
  resized(d, -1);
  return removed;
}

// Locked, and without user code: index, -1 absent, -2 only user code can tell.
static int64_t find_locked(Deque* d, Value item, int64_t start, int64_t stop) {
  for (int64_t i = start, n = deque_size(d); i < stop && i < n; ++i) {
    int match = keys_match(d->at(i), item);
    if (match) return match == 1 ? i : -2;
  }
  return -1;
}

int64_t deque_find(Deque* d, Value item, int64_t start, int64_t stop, const DequeMutated& mutated) {
  if (threads_alive()) {
    ObjectLock lock(d);
    int64_t found = find_locked(d, item, start, stop);
    if (found != -2) return found;
  }
  uint64_t version = d->version.load(std::memory_order_acquire);
  for (int64_t i = start; i < stop; ++i) {
    Ref candidate = deque_get(d, i);
    if (candidate.is_undefined()) return -1;
    Truth same = equal(candidate, item);
    if (same < 0) return -2;
    if (same) return i;
    if (!threads_alive() && d->version.load(std::memory_order_relaxed) != version) {
      (void)raise(mutated.type, mutated.message);
      return -2;
    }
  }
  return -1;
}

bool deque_set(Deque* d, int64_t i, Value value) {
  Value old;
  {
    ObjectLock lock(d);
    if (i < 0) i += deque_size(d);
    if (i < 0 || i >= deque_size(d)) return false;
    old = value.is_undefined() ? remove_locked(d, i) : std::exchange(d->at(i), incref(value));
  }
  decref(old);
  return true;
}

Truth deque_remove_plain(Deque* d, Value item) {
  Value removed;
  {
    ObjectLock lock(d);
    int64_t found = find_locked(d, item, 0, INT64_MAX);
    if (found < 0) return found == -1 ? 0 : -2;
    removed = remove_locked(d, found);
  }
  decref(removed);
  return 1;
}

Truth deque_remove_at(Deque* d, int64_t i, uint64_t version) {
  Value removed;
  {
    ObjectLock lock(d);
    if (d->version.load(std::memory_order_relaxed) != version || i < 0 || i >= deque_size(d)) return 0;
    removed = remove_locked(d, i);
  }
  decref(removed);
  return 1;
}

}  // namespace py::collections
