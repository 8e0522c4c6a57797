// product, permutations, combinations, combinations_with_replacement: positions counted like an odometer.
//
// A step runs no user code, so it happens as a whole under the object's lock and threads may share the iterator.
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {
namespace {

struct Combiner : Object {
  Value pool;                            // tuple of items; of tuples for product; owned
  int64_t n, r;                          // items in the pool, length of results
  int64_t* indices;                      // r of them, n for permutations, which has r cycles behind them
  bool started, done, is_product;
  Slot last;                             // a result
};

int64_t* cycles_of(Combiner* c) { return c->indices + c->n; }
Tuple* pool_of(Combiner* c) { return c->pool.as<Tuple>(); }

Value make_combiner(Type* cls, Type& exact, Value pool_owned, int64_t r, int64_t index_count) {
  Ref pool = pool_owned;
  if (index_count > (int64_t{1} << 56)) return raise_no_memory();
  auto* indices = static_cast<int64_t*>(allocate_buffer(static_cast<size_t>(index_count + 1) * sizeof(int64_t)));
  if (!indices) return Error;
  auto* c = static_cast<Combiner*>(cls == &exact ? allocate_object(cls, sizeof(Combiner)) : allocate_instance(cls));
  c->n = pool.as<Tuple>()->length;
  c->pool = pool.take();
  c->r = r;
  c->indices = indices;
  c->started = false;
  c->is_product = &exact == &product_type;
  new (&c->last) Slot;
  c->done = c->is_product ? false : &exact == &combinations_with_replacement_type ? c->n == 0 && r > 0 : r > c->n;
  return object_value(c);
}

void dealloc_combiner(Object* self) {
  auto* c = static_cast<Combiner*>(self);
  decref(c->pool);
  c->last.drop();
  free_buffer(c->indices);
  free_object(self);
}
void traverse_combiner(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Combiner*>(self)->pool);
  visitor.visit(static_cast<Combiner*>(self)->last);
}

// Calls act(i, item) for each item of the next result.
template <class Do>
[[gnu::always_inline]] inline void each_selected(Combiner* c, Do act) {
  const Value* pool = pool_of(c)->items();
  const int64_t r = c->r, *indices = c->indices;
  if (c->is_product) {
    for (int64_t i = 0; i < r; ++i) act(i, pool[i].as<Tuple>()->items()[indices[i]]);
  } else {
    for (int64_t i = 0; i < r; ++i) act(i, pool[indices[i]]);
  }
}

// What is dropped from a result that is filled anew is another reference to items of the pool, which has them all.
Value selection(Combiner* c) {
  if (Tuple* again = tuple_given_back(c->last)) {
    each_selected(c, [&](int64_t i, Value item) { decref(std::exchange(again->items()[i], incref(item))); });
    return incref(object_value(again));
  }
  constexpr int64_t few = 6;
  if (c->r && c->r <= few) {
    Value items[few];
    each_selected(c, [&](int64_t i, Value item) { items[i] = incref(item); });
    Value result = make_tuple_owned(items, c->r);
    if (!result.is_error()) keep_first(c->last, result);
    return result;
  }
  Tuple* result = allocate_tuple(c->r);
  if (!result) return Error;
  each_selected(c, [&](int64_t i, Value item) { result->items()[i] = incref(item); });
  if (c->r) keep_first(c->last, object_value(result));
  return object_value(result);
}

// ---- product ----
Value create_product(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  int64_t repeat = 1;
  if (kwnames && kwnames->length) {
    static Str* const repeat_name = intern("repeat");
    if (kwnames->length > 1) return raise(exc::TypeError, "product() takes at most 1 keyword argument (%l given)", kwnames->length);
    if (!str_equal(as_str(kwnames->items()[0]), repeat_name)) {
      return raise(exc::TypeError, "'%S' is an invalid keyword argument for product()", kwnames->items()[0]);
    }
    if (!ssize_argument(args[n], repeat)) return Error;
    if (repeat < 0) return raise(exc::ValueError, "repeat argument cannot be negative");
  }
  if (repeat > 0 && n > (int64_t{1} << 40) / repeat) return raise(exc::OverflowError, "repeat argument too large");
  Values pools;
  if (repeat == 0) n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    Value pool = to_tuple(args[i]);
    if (pool.is_error()) return Error;
    if (!pools.push(pool)) return Error;
  }
  if (!pools.reserve(n * repeat + 1)) return Error;
  for (int64_t i = n; i < n * repeat; ++i) (void)pools.push(incref(pools[i - n]));
  int64_t count = pools.size();
  Value tuple = make_tuple_owned(pools.data(), count);
  pools.forget();
  return tuple.is_error() ? Error : make_combiner(cls, product_type, tuple, count, count);
}

Tuple* product_pool(Combiner* c, int64_t i) { return pool_of(c)->items()[i].as<Tuple>(); }

bool advance_product(Combiner* c) {
  if (!c->started) {
    for (int64_t i = 0; i < c->r; ++i) {
      c->indices[i] = 0;
      if (product_pool(c, i)->length == 0) return false;
    }
    return true;
  }
  for (int64_t i = c->r; i-- > 0;) {
    if (++c->indices[i] < product_pool(c, i)->length) return true;
    c->indices[i] = 0;
  }
  return false;
}

// ---- permutations ----
bool length_argument(Value v, int64_t& r) {
  if (!ssize_argument(v, r)) return false;
  if (r >= 0) return true;
  (void)raise(exc::ValueError, "r must be non-negative");
  return false;
}

Value create_permutations(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("permutations", nullptr, "iterable, r=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Ref pool = to_tuple(given[0]);
  if (pool.is_error()) return Error;
  int64_t size = pool.as<Tuple>()->length, r = size;
  if (!given[1].is_undefined() && !given[1].is_none()) {
    if (!is_int(given[1])) return raise(exc::TypeError, "Expected int as r");
    if (!length_argument(given[1], r)) return Error;
  }
  return make_combiner(cls, permutations_type, pool.take(), r, size + r);
}

bool advance_permutations(Combiner* c) {
  int64_t n = c->n, r = c->r, *indices = c->indices, *cycles = cycles_of(c);
  if (!c->started) {
    for (int64_t i = 0; i < n; ++i) indices[i] = i;
    for (int64_t i = 0; i < r; ++i) cycles[i] = n - i;
    return true;
  }
  for (int64_t i = r; i-- > 0;) {
    if (--cycles[i] == 0) {
      int64_t first = indices[i];
      for (int64_t k = i; k < n - 1; ++k) indices[k] = indices[k + 1];
      indices[n - 1] = first;
      cycles[i] = n - i;
    } else {
      std::swap(indices[i], indices[n - cycles[i]]);
      return true;
    }
  }
  return false;
}

// ---- combinations ----
template <Type& exact>
Value create_combinations(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static const NativeDef def = PY_KEYWORDS(short_type_name(&exact).data(), nullptr, "iterable, r");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Ref pool = to_tuple(given[0]);
  if (pool.is_error()) return Error;
  int64_t r;
  if (!length_argument(given[1], r)) return Error;
  return make_combiner(cls, exact, pool.take(), r, r);
}

bool advance_combinations(Combiner* c) {
  int64_t i = c->r - 1, *indices = c->indices;
  if (!c->started) {
    for (int64_t k = 0; k < c->r; ++k) indices[k] = k;
    return true;
  }
  while (i >= 0 && indices[i] == i + c->n - c->r) --i;
  if (i < 0) return false;
  ++indices[i];
  for (int64_t k = i + 1; k < c->r; ++k) indices[k] = indices[k - 1] + 1;
  return true;
}

bool advance_with_replacement(Combiner* c) {
  int64_t i = c->r - 1, *indices = c->indices;
  if (!c->started) {
    for (int64_t k = 0; k < c->r; ++k) indices[k] = 0;
    return true;
  }
  while (i >= 0 && indices[i] == c->n - 1) --i;
  if (i < 0) return false;
  int64_t index = indices[i] + 1;
  for (int64_t k = i; k < c->r; ++k) indices[k] = index;
  return true;
}

template <bool (*advance)(Combiner*)>
Value step(Value self) {
  auto* c = self.as<Combiner>();
  ObjectLock lock(c);
  if (c->done || !advance(c)) {
    c->done = true;
    return Undefined;
  }
  c->started = true;
  return selection(c);
}

constexpr TypeSlots combiner_slots(const char* name, Value (*create)(Type*, const Value*, uint32_t, Tuple*), UnarySlot next, const char* doc) {
  return {.name = name, .instance_size = sizeof(Combiner), .flags = type_is_base, .doc = doc, .create = create, .dealloc = dealloc_combiner,
          .traverse = traverse_combiner, .iter = iterator_self, .next = next};
}

}  // namespace

constinit Type product_type{combiner_slots("itertools.product", create_product, step<advance_product>,
    "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.")};
constinit Type permutations_type{combiner_slots("itertools.permutations", create_permutations, step<advance_permutations>,
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)")};
constinit Type combinations_type{combiner_slots("itertools.combinations", create_combinations<combinations_type>, step<advance_combinations>,
    "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)")};
constinit Type combinations_with_replacement_type{combiner_slots("itertools.combinations_with_replacement",
    create_combinations<combinations_with_replacement_type>, step<advance_with_replacement>,
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')")};

}  // namespace py::itertools
