// accumulate, chain, zip_longest.
#include "runtime/object/own_init.hpp"
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {
namespace {

// accumulate: slots iterator, function (None: +), total (Undefined: none yet), initial value still to be yielded.
Value create_accumulate(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("accumulate", nullptr, "iterable, func=, *, initial=");
  Value given[3];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Value iterator = iter(given[0]);
  if (iterator.is_error()) return Error;
  Iterator* it = make(cls, accumulate_type, iterator, given[1].is_undefined() ? None : incref(given[1]));
  if (!given[2].is_undefined() && !given[2].is_none()) it->slots[3].init(incref(given[2]));
  return object_value(it);
}

Value step_accumulate(Value self) {
  Iterator* it = self_of(self);
  Ref initial = it->slots[3].get();
  if (!initial.is_undefined()) {
    it->slots[3].set(Undefined);
    it->slots[2].set(incref(initial.get()));
    return initial.take();
  }
  Ref item = step_fixed(it->slots[0]);
  if (item.is_undefined() || item.is_error()) return item.take();
  Ref total = it->slots[2].get();
  Value function = it->slots[1].peek();
  if (!total.is_undefined()) item = Ref(function.is_none() ? add(total, item) : call(function, total, item));
  if (item.is_error()) return Error;
  it->slots[2].set(incref(item.get()));
  return item.take();
}

// chain: slots iterator over the iterables, iterator of the current one.
Value create_chain(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("chain", kwnames, cls, chain_type)) return Error;
  Ref iterables = make_tuple(args, n);
  if (iterables.is_error()) return Error;
  return object_value(make(cls, chain_type, iter(iterables)));
}

Value chain_from_iterable(const Value* args, uint32_t) {
  Value iterables = iter(args[1]);
  if (iterables.is_error()) return Error;
  return object_value(make(as_type(args[0]), chain_type, iterables));
}

// To the first item of the iterables that are still to come.
[[gnu::noinline]] Value step_next_iterable(Iterator* it) {
  for (;;) {
    Ref iterable = step_slot(it->slots[0]);
    if (iterable.is_undefined() || iterable.is_error()) {
      it->slots[0].set(Undefined);
      it->slots[1].set(Undefined);
      return iterable.take();
    }
    Value iterator = iter(iterable);
    if (iterator.is_error()) {
      it->slots[0].set(Undefined);
      return Error;
    }
    it->slots[1].set(iterator);
    Ref current = it->slots[1].get();    // another thread may have gone on
    Value item = current.is_undefined() ? Undefined : type_of(current)->next(current);
    if (!item.is_undefined()) return item;
  }
}

Value step_chain(Value self) {
  Iterator* it = self_of(self);
  Value source = it->slots[1].peek();
  if (source.is_object()) {
    Ref current = Ref::borrow(source);
    Value item = type_of(source)->next(source);
    if (!item.is_undefined()) return item;
  }
  return step_next_iterable(it);
}

// zip_longest: slots list of iterators (None once exhausted), fill value, result; numbers[0] how many go on.
Value create_zip_longest(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  Value fill = None;
  if (kwnames && kwnames->length) {
    static Str* const fill_name = intern("fillvalue");
    if (kwnames->length > 1 || !str_equal(as_str(kwnames->items()[0]), fill_name)) {
      return raise(exc::TypeError, "zip_longest() got an unexpected keyword argument");
    }
    fill = args[n];
  }
  Values iterators;
  for (uint32_t i = 0; i < n; ++i) {
    Value iterator = iter(args[i]);
    if (iterator.is_error()) return Error;
    if (!iterators.push(iterator)) return Error;
  }
  Value list = make_list_owned(iterators.data(), iterators.size());
  iterators.forget();
  if (list.is_error()) return Error;
  Iterator* it = make(cls, zip_longest_type, list, incref(fill));
  it->set_number(0, n);
  return object_value(it);
}

// The i-th iterator has no item: what stands in its place; Undefined when all have ended.
[[gnu::noinline]] Value zip_ended(Iterator* it, List* iterators, int64_t i) {
  int64_t left = it->numbers[0].fetch_sub(1, std::memory_order_relaxed) - 1;
  if (left <= 0) return Undefined;
  return list_set(iterators, i, None) < 0 ? Error : it->slots[1].get();
}

// The i-th item of the next result; Undefined when there is none.
[[gnu::always_inline]] inline Value zip_item(Iterator* it, List* iterators, int64_t i) {
  Value iterator = list_peek(iterators, i);
  if (iterator.is_none()) return it->slots[1].get();
  Ref held = Ref::borrow(iterator);
  Value item = type_of(iterator)->next(iterator);
  if (item.is_undefined()) [[unlikely]] return zip_ended(it, iterators, i);
  if (item.is_error()) [[unlikely]] it->set_number(0, 0);
  return item;
}

Value step_zip_longest(Value self) {
  Iterator* it = self_of(self);
  List* iterators = it->slots[0].peek().as<List>();
  const int64_t n = list_size(iterators);
  if (n == 0 || it->number(0) == 0) return Undefined;
  constexpr int64_t few = 4;
  if (Tuple* again = tuple_given_back(it->slots[2])) {
    Ref result = Ref::borrow(object_value(again));
    for (int64_t i = 0; i < n; ++i) {
      Value item = zip_item(it, iterators, i);
      if (item.is_undefined() || item.is_error()) return item;
      Ref old = std::exchange(again->items()[i], item);
    }
    return result.take();
  }
  Value local[few];
  Values more;
  if (n > few && !more.reserve(n)) return Error;
  Value* items = n > few ? more.data() : local;
  for (int64_t i = 0; i < n; ++i) {
    items[i] = zip_item(it, iterators, i);
    if (!items[i].is_undefined() && !items[i].is_error()) continue;
    for (int64_t k = 0; k < i; ++k) decref(items[k]);
    return items[i];
  }
  Value result = make_tuple_owned(items, n);
  if (!result.is_error()) keep_first(it->slots[2], result);
  return result;
}

constexpr NativeDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr}, PY_CLASS_GETITEM, {}};

}  // namespace

constinit Type accumulate_type{iterator_slots("itertools.accumulate", create_accumulate, step_accumulate,
    "Return series of accumulated sums (or other binary function results).")};
constinit Type chain_type{iterator_slots("itertools.chain", create_chain, step_chain,
    "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.", nullptr, chain_methods)};
constinit Type zip_longest_type{iterator_slots("itertools.zip_longest", create_zip_longest, step_zip_longest,
    "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\nReturn a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.")};

}  // namespace py::itertools
