// The type tuple.
#include "runtime/object/item_groups.hpp"
#include "runtime/object/own_init.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/iterator_state.hpp"

namespace py {
namespace {

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("tuple", kwnames, cls, tuple_type)) return Error;
  if (!check_positional("tuple", n, 0, 1)) return Error;
  Ref result = n ? to_tuple(args[0]) : make_tuple(nullptr, 0);
  if (result.is_error() || cls == &tuple_type) return result.take();
  return make_wrapped(cls, result.take());
}

Value make_tuple_of(const Value* args, uint32_t n) {
  if (!check_positional("tuple", n, 0, 1)) return Error;
  return n ? to_tuple(args[0]) : make_tuple(nullptr, 0);
}

void dealloc(Object* self) {
  auto* t = static_cast<Tuple*>(self);
  release_items(t->items(), t->length);
  free_collected(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* t = static_cast<Tuple*>(self);
  for (int64_t i = 0; i < t->length; ++i) visitor.visit(t->items()[i]);
}
void clear(Object* self) {
  auto* t = static_cast<Tuple*>(self);
  for (int64_t i = t->length; i-- > 0;) decref(std::exchange(t->items()[i], Undefined));
}

Value repr_tuple(Value self) {
  Tuple* t = as_tuple(self);
  if (t->length == 0) return make_str("()");
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("(...)");
  Text out;
  out.append('(');
  for (int64_t i = 0; i < t->length; ++i) {
    if (i) out.append(", ");
    if (!append_repr(out, t->items()[i])) return Error;
  }
  out.append(t->length == 1 ? ",)" : ")");
  return out.to_str();
}

Value compare(Value self, Value other, Compare op) {
  Tuple *a = as_tuple(self), *b = as_tuple(other);
  if (!a || !b) return NotImplemented;
  RecursionGuard guard(" in comparison");
  if (!guard.ok) return Error;
  int64_t common = a->length < b->length ? a->length : b->length;
  for (int64_t i = 0; i < common; ++i) {
    Value x = a->items()[i], y = b->items()[i];
    int match = keys_match(x, y);
    if (match == 1) continue;
    Truth same = match == 0 ? 0 : equal(x, y);
    if (same < 0) return Error;
    if (!same) return compare_items(x, y, op);
  }
  return compare_sizes(a->length, b->length, op);
}

int64_t size(Value self) { return as_tuple(self)->length; }

Value get(Value self, Value key) {
  Tuple* t = as_tuple(self);
  if (key.is_small_int() || has_index(key)) [[likely]] {
    int64_t i;
    if (!item_index(key, i)) return Error;
    if (i < 0) i += t->length;
    if (i < 0 || i >= t->length) return raise(exc::IndexError, "tuple index out of range");
    return incref(t->items()[i]);
  }
  Slice* slice = as_slice(key);
  if (!slice) return raise(exc::TypeError, "tuple indices must be integers or slices, not %T", key);
  int64_t start, stop, step;
  if (!slice_unpack(slice, start, stop, step)) return Error;
  int64_t count = slice_adjust(t->length, start, stop, step);
  return tuple_slice(t, start, stop, step, count);
}

Truth contains_item(Value self, Value item) {
  Tuple* t = as_tuple(self);
  for (int64_t i = 0; i < t->length; ++i) {
    Truth same = equal(t->items()[i], item);
    if (same) return same;
  }
  return 0;
}

Value concat(Value self, Value other) {
  Tuple *a = as_tuple(self), *b = as_tuple(other);
  if (!b) return raise(exc::TypeError, "can only concatenate tuple (not \"%T\") to tuple", other);
  if (b->length == 0) return incref(object_value(a));
  if (a->length == 0) return incref(object_value(b));
  return tuple_concat(a, b);
}

Value repeat(Value self, Value count) {
  Tuple* t = as_tuple(self);
  int64_t times, total;
  if (!to_index_int64(count, times)) {
    if (error_matches(exc::OverflowError)) {
      clear_error();
      return raise(exc::OverflowError, "cannot fit '%T' into an index-sized integer", count);
    }
    return Error;
  }
  if (times == 1 || t->length == 0) return incref(object_value(t));
  if (times <= 0) return make_tuple(nullptr, 0);
  if (__builtin_mul_overflow(t->length, times, &total) || total > (int64_t{1} << 59)) return raise_no_memory();
  Tuple* result = allocate_tuple(total);
  if (!result) return Error;
  for (int64_t i = 0; i < t->length; ++i) result->items()[i] = incref(t->items()[i]);
  repeat_owned(result->items(), t->length, total);
  return object_value(result);
}

Value index(const Value* args, uint32_t n) {
  Tuple* t = as_tuple(args[0]);
  int64_t start, stop;
  if (!search_bounds(args + 2, n - 2, start, stop)) return Error;
  if (start < 0) start = start + t->length < 0 ? 0 : start + t->length;
  if (stop < 0) stop += t->length;
  if (stop > t->length) stop = t->length;
  for (int64_t i = start; i < stop; ++i) {
    Truth same = equal(t->items()[i], args[1]);
    if (same < 0) return Error;
    if (same) return small_int(i);
  }
  return raise(exc::ValueError, "tuple.index(x): x not in tuple");
}

Value count(const Value* args, uint32_t) {
  Tuple* t = as_tuple(args[0]);
  int64_t total = 0;
  for (int64_t i = 0; i < t->length; ++i) {
    Truth same = equal(t->items()[i], args[1]);
    if (same < 0) return Error;
    total += same;
  }
  return small_int(total);
}

Value get_new_arguments(const Value* args, uint32_t) {
  return Ref(tuple_of(object_value(as_tuple(args[0])))).take();
}

struct TupleIterator : Object {
  Value tuple;                           // exact tuple, owned
  std::atomic<int64_t> index;
};

Value iterate(Value self) {
  auto* it = allocate<TupleIterator>(&tuple_iterator_type);
  it->tuple = incref(object_value(as_tuple(self)));
  it->index.store(0, std::memory_order_relaxed);
  return object_value(it);
}

Value step(Value self) {
  auto* it = self.as<TupleIterator>();
  Tuple* t = it->tuple.as<Tuple>();
  if (it->index.load(std::memory_order_relaxed) >= t->length) return Undefined;
  int64_t i = claim_index(it->index);
  return i < t->length ? incref(t->items()[i]) : Undefined;
}

void dealloc_iterator(Object* self) {
  decref(static_cast<TupleIterator*>(self)->tuple);
  free_object(self);
}
void traverse_iterator(Object* self, Visitor& visitor) { visitor.visit(static_cast<TupleIterator*>(self)->tuple); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<TupleIterator>();
  int64_t left = it->tuple.as<Tuple>()->length - it->index.load(std::memory_order_relaxed);
  return small_int(left > 0 ? left : 0);
}

constexpr NativeDef methods[] = {PY_NOARGS("__getnewargs__", get_new_arguments), PY_RANGE("index", index, 1, 3),
                                 PY_ONE("count", count), PY_CLASS_GETITEM, {}};
Value reduce_iterator(const Value* args, uint32_t) {
  auto* it = args[0].as<TupleIterator>();
  int64_t index = it->index.load(std::memory_order_relaxed);
  if (index < it->tuple.as<Tuple>()->length) return iterator_state("iter", it->tuple, index);
  Ref empty = make_tuple(nullptr, 0);
  return exhausted_iterator_state(empty);
}
Value set_iterator_state(const Value* args, uint32_t) {
  auto* it = args[0].as<TupleIterator>();
  int64_t index;
  if (!iterator_position(args[1], 0, it->tuple.as<Tuple>()->length, index)) return Error;
  it->index.store(index, std::memory_order_relaxed);
  return None;
}

constexpr NativeDef iterator_methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce_iterator),
                                          PY_ONE("__setstate__", set_iterator_state), {}};

}  // namespace

constinit Type tuple_type{{.name = "tuple", .instance_size = sizeof(Tuple), .flags = type_is_base | kind_tuple,
                           .doc = "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
                           .create = create, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_tuple,
                           .hash = tuple_hash, .compare = compare, .iter = iterate, .length = size, .get_item = get,
                           .contains = contains_item, .concat = concat, .repeat = repeat, .methods = methods, .make = make_tuple_of}};

constinit Type tuple_iterator_type{{.name = "tuple_iterator", .instance_size = sizeof(TupleIterator), .dealloc = dealloc_iterator,
                                    .traverse = traverse_iterator, .iter = iterator_self, .next = step, .methods = iterator_methods}};

}  // namespace py
