// The types enumerate and zip. Threads that share one get whole tuples; each underlying iterator guards itself.
#include <algorithm>

#include "runtime/object/item_groups.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/list_iterator.hpp"

namespace py {
namespace {

struct Enumerate : Object {
  Value iterator;                        // owned
  std::atomic<int64_t> index;
  Slot big_index;                        // a start beyond the small ints: the next index; else Undefined
};

Value create_enumerate(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("enumerate", nullptr, "iterable, start=");
  if (n == 0) {                                          // worded by hand in CPython too
    if (!kwnames || kwnames->length == 0) return raise(exc::TypeError, "enumerate() missing required argument 'iterable'");
    Str* key = as_str(kwnames->items()[0]);
    if (!str_equal_ascii(key, "iterable") && !str_equal_ascii(key, "start"))
      return raise(exc::TypeError, "'%U' is an invalid keyword argument for enumerate()", key);
  }
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Ref start = given[1].is_undefined() ? small_int(0) : to_index(given[1]);
  if (start.is_error()) return Error;
  Ref iterator = iter(given[0]);
  if (iterator.is_error()) return Error;
  auto* e = static_cast<Enumerate*>(cls == &enumerate_type ? allocate_object(cls, sizeof(Enumerate)) : allocate_instance(cls));
  e->iterator = iterator.take();
  bool small = start.get().is_small_int();
  e->index.store(small ? start.get().small_int() : 0, std::memory_order_relaxed);
  e->big_index.init(small ? Undefined : start.take());
  return object_value(e);
}

Value make_enumerate(const Value* args, uint32_t n) {
  if (n != 1) return create_enumerate(&enumerate_type, args, n, nullptr);
  Value iterator = iter(args[0]);
  if (iterator.is_error()) return Error;
  auto* e = allocate_fixed<Enumerate>(&enumerate_type);
  e->iterator = iterator;
  e->index.store(0, std::memory_order_relaxed);
  e->big_index.init(Undefined);
  return object_value(e);
}

Value step_enumerate(Value self) {
  auto* e = self.as<Enumerate>();
  Value item = step_likely_list(e->iterator);
  if (item.is_undefined() || item.is_error()) return item;
  if (e->big_index.peek().is_undefined()) [[likely]] {
    Value index = make_int(claim_index(e->index));
    return make_pair(index, item);
  }
  Ref index;
  {
    ObjectLock lock(e);
    index = e->big_index.get();
    e->big_index.set(add(index, small_int(1)));
  }
  return make_pair(index.take(), item);
}

int64_t next_few_of_enumerate(Value self, Value* out, int64_t room) {
  auto* e = self.as<Enumerate>();
  const auto next_few = type_of(e->iterator)->next_few;
  if (!next_few || threads_alive() || !e->big_index.peek().is_undefined()) return 0;
  const int64_t n = next_few(e->iterator, out, room), first = e->index.load(std::memory_order_relaxed);
  const bool small = fits_small_int(first) && fits_small_int(first + n);
  for (int64_t i = 0; i < n; ++i) out[i] = make_pair(small ? small_int(first + i) : make_int(first + i), out[i]);
  e->index.store(first + n, std::memory_order_relaxed);
  return n;
}

void dealloc_enumerate(Object* self) {
  auto* e = static_cast<Enumerate*>(self);
  decref(e->iterator);
  decref(e->big_index.peek());
  free_object(self);
}
void traverse_enumerate(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Enumerate*>(self)->iterator);
}

struct Zip : Object {
  Value iterators;                       // tuple, owned
  bool strict;
};

Value create_zip(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  bool strict = false;
  if (kwnames && kwnames->length) {
    Value name = kwnames->items()[0];
    static Str* const strict_name = intern("strict");
    if (kwnames->length > 1) return raise(exc::TypeError, "zip() takes at most 1 keyword argument (%l given)", kwnames->length);
    if (!str_equal(as_str(name), strict_name)) return raise(exc::TypeError, "'%S' is an invalid keyword argument for zip()", name);
    Truth wanted = truth(args[n]);
    if (wanted < 0) return Error;
    strict = wanted;
  }
  Values iterators;
  for (uint32_t i = 0; i < n; ++i) {
    Value it = iter(args[i]);
    if (it.is_error()) return Error;
    if (!iterators.push(it)) return Error;
  }
  Value tuple = make_tuple_owned(iterators.data(), iterators.size());
  iterators.forget();
  if (tuple.is_error()) return Error;
  auto* z = static_cast<Zip*>(cls == &zip_type ? allocate_object(cls, sizeof(Zip)) : allocate_instance(cls));
  z->iterators = tuple;
  z->strict = strict;
  return object_value(z);
}

Value make_zip(const Value* args, uint32_t n) {
  if (n != 2) return create_zip(&zip_type, args, n, nullptr);
  Value first = iter(args[0]);
  if (first.is_error()) return Error;
  Value second = iter(args[1]);
  if (second.is_error()) return decref(first), Error;
  auto* z = allocate_fixed<Zip>(&zip_type);
  z->iterators = make_pair(first, second);
  z->strict = false;
  return object_value(z);
}

// After iterator i of a strict zip has ended: whether all the others end as well.
Value check_strict(const Value* iterators, int64_t n, int64_t i) {
  if (i > 0) {
    return raise(exc::ValueError, i == 1 ? "zip() argument %l is shorter than argument %l" : "zip() argument %l is shorter than arguments 1-%l", i + 1, i);
  }
  for (int64_t k = 1; k < n; ++k) {
    Ref item = type_of(iterators[k])->next(iterators[k]);
    if (item.is_error()) return Error;
    if (!item.is_undefined()) {
      return raise(exc::ValueError, k == 1 ? "zip() argument %l is longer than argument %l" : "zip() argument %l is longer than arguments 1-%l", k + 1, k);
    }
  }
  return Undefined;
}

[[gnu::noinline]] Value step_any(Zip* z, Tuple* iterators) {
  const int64_t n = iterators->length;
  if (n == 0) return Undefined;
  constexpr int64_t few = 4;
  Value array[few];
  Ref many;                              // what it holds of an unfinished step it releases
  Value* items = array;
  if (n > few) {
    Tuple* tuple = allocate_tuple(n);
    if (!tuple) return Error;
    many = Ref(object_value(tuple));
    items = tuple->items();
  }
  for (int64_t i = 0; i < n; ++i) {
    Value it = iterators->items()[i];
    Value item = step_likely_list(it);
    if (item.is_undefined() || item.is_error()) [[unlikely]] {
      for (int64_t k = 0; k < i && n <= few; ++k) decref(items[k]);
      return item.is_undefined() && z->strict ? check_strict(iterators->items(), n, i) : item;
    }
    items[i] = item;
  }
  return n > few ? many.take() : make_tuple_owned(array, n);
}

[[gnu::noinline]] Value end_pairs(Zip* z, Tuple* iterators, Value end, int64_t i) {
  return end.is_undefined() && z->strict ? check_strict(iterators->items(), 2, i) : end;
}

// Most often pairs, of which nothing has to be kept at hand.
Value step_zip(Value self) {
  auto* z = self.as<Zip>();
  Tuple* iterators = z->iterators.as<Tuple>();
  if (iterators->length != 2) return step_any(z, iterators);
  Value first = step_likely_list(iterators->items()[0]);
  if (first.is_undefined() || first.is_error()) [[unlikely]] return end_pairs(z, iterators, first, 0);
  Value second = step_likely_list(iterators->items()[1]);
  if (second.is_undefined() || second.is_error()) [[unlikely]] return decref(first), end_pairs(z, iterators, second, 1);
  return make_pair(first, second);
}

// Of two lists: each step takes an item from both, so that both must have one.
int64_t next_few_of_zip(Value self, Value* out, int64_t room) {
  const Tuple* iterators = self.as<Zip>()->iterators.as<Tuple>();
  if (iterators->length != 2 || threads_alive()) return 0;
  Value left = iterators->items()[0], right = iterators->items()[1];
  if (!is_exactly(left, list_iterator_type) || !is_exactly(right, list_iterator_type) || left.same(right)) return 0;
  const Value *left_items, *right_items;
  const int64_t left_count = list_iterator_rest(left.as<ListIterator>(), left_items);
  const int64_t n = std::min({room, left_count, list_iterator_rest(right.as<ListIterator>(), right_items)});
  for (int64_t i = 0; i < n; ++i) out[i] = make_pair(count_item(left_items[i]), count_item(right_items[i]));
  list_iterator_skip(left.as<ListIterator>(), n);
  list_iterator_skip(right.as<ListIterator>(), n);
  return n;
}

void dealloc_zip(Object* self) {
  decref(static_cast<Zip*>(self)->iterators);
  free_object(self);
}
void traverse_zip(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Zip*>(self)->iterators);
}

Value reduce_enumerate(const Value* args, uint32_t) {
  auto* e = args[0].as<Enumerate>();
  Ref index = e->big_index.get();
  if (index.is_undefined()) index = make_int(e->index.load(std::memory_order_relaxed));
  Ref arguments = tuple_of(e->iterator, index);
  return arguments.is_error() ? Error : tuple_of(value_of(*type_of(args[0])), arguments);
}

Value reduce_zip(const Value* args, uint32_t) {
  auto* z = args[0].as<Zip>();
  Value type = value_of(*type_of(args[0]));
  return z->strict ? tuple_of(type, z->iterators, True) : tuple_of(type, z->iterators);
}
Value set_zip_state(const Value* args, uint32_t) {
  Truth strict = truth(args[1]);
  if (strict < 0) return Error;
  args[0].as<Zip>()->strict = strict;
  return None;
}

constexpr NativeDef enumerate_methods[] = {PY_CLASS_GETITEM, PY_NOARGS("__reduce__", reduce_enumerate), {}};
constexpr NativeDef zip_methods[] = {PY_NOARGS("__reduce__", reduce_zip), PY_ONE("__setstate__", set_zip_state), {}};

}  // namespace

constinit Type enumerate_type{{.name = "enumerate", .instance_size = sizeof(Enumerate), .flags = type_is_base,
                               .doc = "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
                               .create = create_enumerate, .dealloc = dealloc_enumerate, .traverse = traverse_enumerate, .iter = iterator_self,
                               .next = step_enumerate, .methods = enumerate_methods, .next_few = quick_ways ? next_few_of_enumerate : nullptr, .make = make_enumerate}};
constinit Type zip_type{{.name = "zip", .instance_size = sizeof(Zip), .flags = type_is_base,
                         .doc = "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\nThe zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.",
                         .create = create_zip, .dealloc = dealloc_zip, .traverse = traverse_zip, .iter = iterator_self, .next = step_zip,
                         .methods = zip_methods, .next_few = quick_ways ? next_few_of_zip : nullptr, .make = make_zip}};

}  // namespace py
