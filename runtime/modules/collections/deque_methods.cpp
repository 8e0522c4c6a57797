// The methods of deque.
#include "runtime/modules/collections/deque.hpp"

namespace py::collections {
namespace {

Deque* self_of(const Value* args) { return deque_of(args[0]); }
Value none_unless(Truth failed) { return failed < 0 ? Error : None; }

Value append(const Value* args, uint32_t) { return none_unless(deque_append(self_of(args), args[1])); }
Value append_left(const Value* args, uint32_t) { return none_unless(deque_append_left(self_of(args), args[1])); }
Value extend(const Value* args, uint32_t) { return none_unless(deque_extend(self_of(args), args[1], false)); }
Value extend_left(const Value* args, uint32_t) { return none_unless(deque_extend(self_of(args), args[1], true)); }
Value pop(const Value* args, uint32_t) { return deque_pop(self_of(args)); }
Value pop_left(const Value* args, uint32_t) { return deque_pop_left(self_of(args)); }

Value clear(const Value* args, uint32_t) {
  deque_clear(self_of(args));
  return None;
}

Value copy(const Value* args, uint32_t) {
  Deque* d = self_of(args);
  if (!is_exactly(args[0], deque_type)) {
    Value given[] = {args[0], d->max_length < 0 ? None : small_int(d->max_length)};
    return call(value_of(*type_of(args[0])), given, d->max_length < 0 ? 1 : 2);
  }
  Values items;
  Ref result = object_value(make_deque(&deque_type, d->max_length));
  return deque_snapshot(d, items) && deque_assign(result.as<Deque>(), items) ? result.take() : Error;
}

Value count(const Value* args, uint32_t) {
  Deque* d = self_of(args);
  int64_t total = 0;
  if (threads_alive()) {
    Values items;
    if (!deque_snapshot(d, items)) return Error;
    for (int64_t i = 0; i < items.size(); ++i) {
      Truth same = equal(items[i], args[1]);
      if (same < 0) return Error;
      total += same;
    }
    return small_int(total);
  }
  uint64_t version = d->version.load(std::memory_order_acquire);
  for (int64_t i = 0;; ++i) {
    Ref item = deque_get(d, i);
    if (item.is_undefined()) return small_int(total);
    Truth same = equal(item, args[1]);
    if (same < 0) return Error;
    total += same;
    if (d->version.load(std::memory_order_relaxed) != version) return raise(exc::RuntimeError, "deque mutated during iteration");
  }
}

Value index(const Value* args, uint32_t n) {
  Deque* d = self_of(args);
  int64_t start, stop, size = deque_size(d);
  if (!search_bounds(args + 2, n - 2, start, stop)) return Error;
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (stop < 0) stop += size;
  int64_t found = deque_find(d, args[1], start, stop > size ? size : stop);
  if (found == -2) return Error;
  return found >= 0 ? small_int(found) : raise(exc::ValueError, "%R is not in deque", args[1]);
}

Value insert(const Value* args, uint32_t) {
  Deque* d = self_of(args);
  int64_t i;
  if (!ssize_argument(args[1], i)) return Error;
  Truth inserted = deque_insert(d, i, args[2]);
  if (inserted < 0) return Error;
  return inserted ? None : raise(exc::IndexError, "deque already at its maximum size");
}

Value remove(const Value* args, uint32_t) {
  Deque* d = self_of(args);
  Truth removed = deque_remove_plain(d, args[1]);
  if (removed == 1) return None;
  if (removed == 0) return raise(exc::ValueError, "%R is not in deque", args[1]);
  for (;;) {
    uint64_t version = d->version.load(std::memory_order_acquire);
    int64_t found = deque_find(d, args[1], 0, INT64_MAX, {exc::IndexError});
    if (found == -2) return Error;
    if (found < 0) return raise(exc::ValueError, "%R is not in deque", args[1]);
    if (deque_remove_at(d, found, version)) return None;
    if (!threads_alive()) return raise(exc::IndexError, "deque mutated during remove().");
  }
}

Value reverse(const Value* args, uint32_t) {
  Deque* d = self_of(args);
  ObjectLock lock(d);
  for (int64_t i = 0, j = deque_size(d) - 1; i < j; ++i, --j) std::swap(d->at(i), d->at(j));
  return None;
}

Value rotate(const Value* args, uint32_t n) {
  int64_t steps = 1;
  if (n > 1 && !ssize_argument(args[1], steps)) return Error;
  deque_rotate(self_of(args), steps);
  return None;
}

Value reversed(const Value* args, uint32_t) { return deque_iterate(args[0], true); }

Value reduce(const Value* args, uint32_t) {
  static Str* const dict_name = intern("__dict__");
  Deque* d = self_of(args);
  Ref state = get_attribute_or_undefined(args[0], dict_name), items = iter(args[0]);
  if (state.is_error() || items.is_error()) return Error;
  Ref nothing = make_tuple(nullptr, 0);
  Ref arguments = d->max_length < 0 ? make_tuple(nullptr, 0) : tuple_of(nothing, small_int(d->max_length));
  Value parts[] = {value_of(*type_of(args[0])), arguments, state.is_undefined() ? None : state.get(), items};
  return make_tuple(parts, 4);
}

}  // namespace

const NativeDef deque_methods[] = {
    PY_ONE("append", append), PY_ONE("appendleft", append_left), PY_NOARGS("clear", clear), PY_NOARGS("__copy__", copy),
    PY_NOARGS("copy", copy), PY_ONE("count", count), PY_ONE("extend", extend), PY_ONE("extendleft", extend_left),
    PY_RANGE("index", index, 1, 3), PY_RANGE("insert", insert, 2, 2), PY_NOARGS("pop", pop), PY_NOARGS("popleft", pop_left),
    PY_NOARGS("__reduce__", reduce), PY_ONE("remove", remove), PY_NOARGS("__reversed__", reversed), PY_NOARGS("reverse", reverse),
    PY_RANGE("rotate", rotate, 0, 1), PY_CLASS_GETITEM, {}};

}  // namespace py::collections
