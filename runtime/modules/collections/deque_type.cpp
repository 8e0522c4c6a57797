// The type deque: construction, items, comparison, repr, iterators. deque_methods.cpp has the methods.
#include "runtime/modules/collections/deque.hpp"

namespace py::collections {
namespace {

Value create(Type* cls, const Value*, uint32_t, Tuple*) { return object_value(make_deque(cls, -1)); }

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("deque", nullptr, "iterable=, maxlen=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return -1;
  Deque* d = deque_of(self);
  int64_t limit = -1;
  if (!given[1].is_undefined() && !given[1].is_none()) {
    if (!is_int(given[1])) return (void)raise(exc::TypeError, "an integer is required"), -1;
    if (!ssize_argument(given[1], limit)) return -1;
    if (limit < 0) return (void)raise(exc::ValueError, "maxlen must be non-negative"), -1;
  }
  d->max_length = limit;
  if (deque_size(d)) deque_clear(d);
  return given[0].is_undefined() ? 0 : deque_extend(d, given[0], false);
}

void dealloc(Object* self) {
  auto* d = static_cast<Deque*>(self);
  int64_t n = deque_size(d);
  d->size.store(0, std::memory_order_relaxed);
  for (int64_t i = 0; i < n; ++i) decref(d->at(i));
  if (d->ring) free_buffer(d->ring);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* d = static_cast<Deque*>(self);
  for (int64_t i = 0, n = deque_size(d); i < n; ++i) visitor.visit(d->at(i));
}
void clear(Object* self) { deque_clear(static_cast<Deque*>(self)); }

Value repr_deque(Value self) {
  Deque* d = deque_of(self);
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("[...]");
  Values items;
  if (!deque_snapshot(d, items)) return Error;
  Ref list = make_list_owned(items.data(), items.size());
  items.forget();
  if (list.is_error()) return Error;
  Text out;
  out.append(short_type_name(type_of(self)));
  out.append('(');
  if (!append_repr(out, list)) return Error;
  if (d->max_length >= 0) {
    out.append(", maxlen=");
    out.append_int(d->max_length);
  }
  out.append(')');
  return out.to_str();
}

Value compare(Value self, Value other, Compare op) {
  if (!is_subtype(type_of(other), &deque_type)) return NotImplemented;
  Deque *a = deque_of(self), *b = deque_of(other);
  if (a == b) return compare_sizes(0, 0, op);
  if (deque_size(a) != deque_size(b) && (op == Compare::eq || op == Compare::ne)) return boolean(op == Compare::ne);
  RecursionGuard guard(" in comparison");
  if (!guard.ok) return Error;
  for (int64_t i = 0;; ++i) {
    Ref x = deque_get(a, i), y = deque_get(b, i);
    if (x.is_undefined() || y.is_undefined()) break;
    Truth same = equal(x, y);
    if (same < 0) return Error;
    if (!same) return compare_items(x, y, op);
  }
  return compare_sizes(deque_size(a), deque_size(b), op);
}

int64_t size(Value self) { return deque_size(deque_of(self)); }

bool index_in(Value key, int64_t& i) {
  if (!has_index(key)) {
    (void)raise(exc::TypeError, "sequence index must be integer, not '%T'", key);
    return false;
  }
  return item_index(key, i);
}

Value get(Value self, Value key) {
  int64_t i;
  if (!index_in(key, i)) return Error;
  Value item = deque_get(deque_of(self), i);
  return item.is_undefined() ? raise(exc::IndexError, "deque index out of range") : item;
}

Truth set(Value self, Value key, Value value) {
  Deque* d = deque_of(self);
  int64_t i;
  if (!index_in(key, i)) return -1;
  if (deque_set(d, i, value)) return 0;
  return (void)raise(exc::IndexError, "deque index out of range"), -1;
}

Truth contains_item(Value self, Value item) {
  int64_t i = deque_find(deque_of(self), item, 0, INT64_MAX);
  return i == -2 ? -1 : i >= 0;
}

Value copy_with(Value self, Values& items) {
  Ref result = object_value(make_deque(&deque_type, deque_of(self)->max_length));
  return deque_assign(result.as<Deque>(), items) ? result.take() : Error;
}

Value concat(Value self, Value other) {
  if (!is_subtype(type_of(other), &deque_type)) return raise(exc::TypeError, "can only concatenate deque (not \"%T\") to deque", other);
  Values items;
  return deque_snapshot(deque_of(self), items) && deque_snapshot(deque_of(other), items) ? copy_with(self, items) : Error;
}

bool repeated(Value self, Value count, Values& items) {
  int64_t times, total;
  if (!ssize_argument(count, times) || !deque_snapshot(deque_of(self), items)) return false;
  int64_t n = items.size();
  if (times <= 0) return items.clear(), true;
  if (__builtin_mul_overflow(n, times, &total) || total > (int64_t{1} << 58)) return (void)raise_no_memory(), false;
  if (!items.reserve(total)) return false;
  for (int64_t i = n; i < total; ++i) (void)items.push(incref(items[i - n]));
  return true;
}

Value repeat(Value self, Value count) {
  Values items;
  return repeated(self, count, items) ? copy_with(self, items) : Error;
}
Value inplace_repeat(Value self, Value count) {
  Values items;
  return repeated(self, count, items) && deque_assign(deque_of(self), items) ? incref(self) : Error;
}
Value inplace_concat(Value self, Value other) { return deque_extend(deque_of(self), other, false) < 0 ? Error : incref(self); }

// ---- iterators ----

struct DequeIterator : Object {
  Slot deque;                            // Undefined once exhausted
  uint64_t version;
  std::atomic<int64_t> taken;
};

Value step_from(Value self, bool backwards) {
  auto* it = self.as<DequeIterator>();
  Ref deque = it->deque.get();
  if (deque.is_undefined()) return Undefined;
  Deque* d = deque.as<Deque>();
  bool moved;
  {
    ObjectLock lock(d);
    moved = d->version.load(std::memory_order_relaxed) != it->version;
    int64_t n = deque_size(d), i = it->taken.load(std::memory_order_relaxed);
    if (!moved && i < n) {
      i = claim_index(it->taken);
      if (i < n) return incref(d->at(backwards ? n - 1 - i : i));
    } else if (i >= n) {
      moved = moved && i == 0 && n != 0;
    }
  }
  it->deque.set(Undefined);
  return moved ? raise(exc::RuntimeError, "deque mutated during iteration") : Undefined;
}
Value step(Value self) { return step_from(self, false); }
Value step_back(Value self) { return step_from(self, true); }

void dealloc_iterator(Object* self) {
  decref(static_cast<DequeIterator*>(self)->deque.peek());
  free_object(self);
}
void traverse_iterator(Object* self, Visitor& visitor) { visitor.visit(static_cast<DequeIterator*>(self)->deque); }
void clear_iterator(Object* self) { decref(static_cast<DequeIterator*>(self)->deque.exchange(Undefined)); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<DequeIterator>();
  Ref deque = it->deque.get();
  int64_t left = deque.is_undefined() ? 0 : deque_size(deque.as<Deque>()) - it->taken.load(std::memory_order_relaxed);
  return small_int(left > 0 ? left : 0);
}
constexpr NativeDef iterator_methods[] = {PY_NOARGS("__length_hint__", length_hint), {}};

Value iterate(Value self) { return deque_iterate(self, false); }

Value max_length(Value self) { return deque_of(self)->max_length < 0 ? None : small_int(deque_of(self)->max_length); }
constexpr GetSetDef getsets[] = {{"maxlen", max_length, nullptr}, {}};

}  // namespace

Value deque_iterate(Value self, bool backwards) {
  auto* it = allocate<DequeIterator>(backwards ? &deque_reverse_iterator_type : &deque_iterator_type);
  it->deque.init(incref(self));
  it->version = deque_of(self)->version.load(std::memory_order_acquire);
  it->taken.store(0, std::memory_order_relaxed);
  return object_value(it);
}

constinit Type deque_type{{.name = "collections.deque", .instance_size = sizeof(Deque), .flags = type_is_base | type_has_weakrefs | kind_sequence,
                           .doc = "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.",
                           .create = create, .init = init, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_deque,
                           .hash = hash_not_implemented, .compare = compare, .iter = iterate, .length = size, .get_item = get, .set_item = set,
                           .contains = contains_item, .concat = concat, .repeat = repeat, .inplace_concat = inplace_concat,
                           .inplace_repeat = inplace_repeat, .methods = deque_methods, .getsets = getsets}};
constinit Type deque_iterator_type{{.name = "_collections._deque_iterator", .instance_size = sizeof(DequeIterator), .dealloc = dealloc_iterator,
                                    .traverse = traverse_iterator, .clear = clear_iterator, .iter = iterator_self, .next = step,
                                    .methods = iterator_methods}};
constinit Type deque_reverse_iterator_type{{.name = "_collections._deque_reverse_iterator", .instance_size = sizeof(DequeIterator),
                                            .dealloc = dealloc_iterator, .traverse = traverse_iterator, .clear = clear_iterator,
                                            .iter = iterator_self, .next = step_back, .methods = iterator_methods}};

}  // namespace py::collections
