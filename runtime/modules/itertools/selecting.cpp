// compress, dropwhile, takewhile, filterfalse, islice, starmap, pairwise.
#include "runtime/object/own_init.hpp"
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {
namespace {

// dropwhile, takewhile, filterfalse, starmap: slots function, iterator; numbers[0]: the state of the first two.
template <Type& exact>
Value create_with_function(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  std::string_view name = short_type_name(&exact);
  if (!reject_keywords(name.data(), kwnames, cls, exact)) return Error;
  if (!check_positional(name.data(), n, 2, 2)) return Error;
  Value iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  return object_value(make(cls, exact, incref(args[0]), iterator));
}

Truth holds(Iterator* it, Value item) {
  Ref verdict = call(it->slots[0].peek(), item);
  return verdict.is_error() ? -1 : truth(verdict);
}

Value step_dropwhile(Value self) {
  Iterator* it = self_of(self);
  for (;;) {
    Ref item = step_fixed(it->slots[1]);
    if (item.is_undefined() || item.is_error() || it->number(0)) return item.take();
    Truth drop = holds(it, item);
    if (drop < 0) return Error;
    if (!drop) {
      it->set_number(0, 1);
      return item.take();
    }
  }
}

Value step_takewhile(Value self) {
  Iterator* it = self_of(self);
  if (it->number(0)) return Undefined;
  Ref item = step_fixed(it->slots[1]);
  if (item.is_undefined() || item.is_error()) return item.take();
  Truth take = holds(it, item);
  if (take < 0) return Error;
  if (take) return item.take();
  it->set_number(0, 1);
  return Undefined;
}

Value step_filterfalse(Value self) {
  Iterator* it = self_of(self);
  Value function = it->slots[0].peek();
  bool as_is = function.is_none() || function.same(value_of(bool_type));
  for (;;) {
    Ref item = step_fixed(it->slots[1]);
    if (item.is_undefined() || item.is_error()) return item.take();
    Truth good = as_is ? truth(item) : holds(it, item);
    if (good < 0) return Error;
    if (!good) return item.take();
  }
}

Value step_starmap(Value self) {
  Iterator* it = self_of(self);
  Ref item = step_fixed(it->slots[1]);
  if (item.is_undefined() || item.is_error()) return item.take();
  Ref arguments = is_exactly(item, tuple_type) ? item.take() : to_tuple(item);
  if (arguments.is_error()) return Error;
  Tuple* t = arguments.as<Tuple>();
  return call(it->slots[0].peek(), t->items(), static_cast<uint32_t>(t->length));
}

// compress: slots data, selectors.
Value create_compress(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("compress", nullptr, "data, selectors");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Ref data = iter(given[0]);
  if (data.is_error()) return Error;
  Ref selectors = iter(given[1]);
  if (selectors.is_error()) return Error;
  return object_value(make(cls, compress_type, data.take(), selectors.take()));
}

Value step_compress(Value self) {
  Iterator* it = self_of(self);
  for (;;) {
    Ref datum = step_fixed(it->slots[0]);
    if (datum.is_undefined() || datum.is_error()) return datum.take();
    Ref selector = step_fixed(it->slots[1]);
    if (selector.is_undefined() || selector.is_error()) return selector.take();
    Truth chosen = truth(selector);
    if (chosen < 0) return Error;
    if (chosen) return datum.take();
  }
}

// pairwise: slots iterator, previous item, result.
Value create_pairwise(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("pairwise", kwnames, cls, pairwise_type)) return Error;
  if (!check_positional("pairwise", n, 1, 1)) return Error;
  Value iterator = iter(args[0]);
  if (iterator.is_error()) return Error;
  return object_value(make(cls, pairwise_type, iterator));
}

Value step_pairwise(Value self) {
  Iterator* it = self_of(self);
  Ref old = it->slots[1].get();
  if (old.is_undefined()) {
    old = Ref(step_slot(it->slots[0]));
    if (old.is_undefined() || old.is_error()) {
      it->slots[0].set(Undefined);
      return old.take();
    }
    it->slots[1].set(incref(old.get()));
  }
  Ref fresh = step_slot(it->slots[0]);
  if (fresh.is_undefined() || fresh.is_error()) {
    it->slots[0].set(Undefined);
    it->slots[1].set(Undefined);
    return fresh.take();
  }
  it->slots[1].set(incref(fresh.get()));
  if (Tuple* pair = tuple_given_back(it->slots[2])) {
    Ref result = Ref::borrow(object_value(pair));
    Ref first = std::exchange(pair->items()[0], old.take()), second = std::exchange(pair->items()[1], fresh.take());
    return result.take();
  }
  Value items[] = {old.take(), fresh.take()}, pair = make_tuple_owned(items, 2);
  if (!pair.is_error()) keep_first(it->slots[2], pair);
  return pair;
}

// islice: slots iterator; numbers next index to yield, stop (-1: none), items taken so far.
struct Slicer : Iterator {
  int64_t step;
};

// A bound of islice: -1 for what is no fitting int. None leaves `out` alone.
void slice_bound(Value v, int64_t& out) {
  if (v.is_none()) return;
  if (has_index(v) && to_index_int64(v, out)) return;
  if (error_pending()) clear_error();
  out = -1;
}

Value create_islice(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("islice", kwnames, cls, islice_type)) return Error;
  if (!check_positional("islice", n, 2, 4)) return Error;
  int64_t start = 0, stop = 0, step = 1;
  Value stop_given = args[n == 2 ? 1 : 2];
  if (n > 2) slice_bound(args[1], start);
  slice_bound(stop_given, stop);
  if (stop == -1) return raise(exc::ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (start < 0 || stop < 0) return raise(exc::ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (stop_given.is_none()) stop = -1;
  if (n > 3) slice_bound(args[3], step);
  if (step < 1) {
    return raise(exc::ValueError, "Step for islice() must be a positive integer or None.");
  }
  Value iterator = iter(args[0]);
  if (iterator.is_error()) return Error;
  auto* it = static_cast<Slicer*>(cls == &islice_type ? allocate_object(cls, sizeof(Slicer)) : allocate_instance(cls));
  for (Slot& s : it->slots) s.init(Undefined);
  it->slots[0].init(iterator);
  it->set_number(0, start);
  it->set_number(1, stop);
  it->set_number(2, 0);
  it->step = step;
  return object_value(it);
}

[[gnu::noinline]] Value finish_islice(Slicer* it) {
  it->slots[0].set(Undefined);
  return Undefined;
}

[[gnu::noinline]] Value step_islice_any(Slicer* it) {
  Ref iterator = it->slots[0].get();
  if (iterator.is_undefined()) return Undefined;
  UnarySlot advance = type_of(iterator)->next;
  int64_t taken = it->number(2), wanted = it->number(0), stop = it->number(1);
  for (; taken < wanted; ++taken) {
    Ref skipped = advance(iterator);
    if (skipped.is_error()) return Error;
    if (skipped.is_undefined()) return finish_islice(it);
    it->set_number(2, taken + 1);
  }
  if (stop >= 0 && taken >= stop) return finish_islice(it);
  Value item = advance(iterator);
  if (item.is_undefined()) return finish_islice(it);
  if (item.is_error()) return item;
  it->set_number(2, taken + 1);
  int64_t following;
  if (__builtin_add_overflow(wanted, it->step, &following) || (stop >= 0 && following > stop)) following = stop;
  it->set_number(0, following);
  return item;
}

Value step_islice(Value self) {
  auto* it = self.as<Slicer>();
  Value source = it->slots[0].peek();
  int64_t taken = it->number(2);
  if (!source.is_object() || it->step != 1 || taken != it->number(0) || taken >= it->number(1)) [[unlikely]] return step_islice_any(it);
  Ref iterator = Ref::borrow(source);
  Value item = type_of(source)->next(source);
  if (item.is_undefined()) [[unlikely]] return finish_islice(it);
  if (item.is_error()) [[unlikely]] return item;
  it->set_number(2, taken + 1);
  it->set_number(0, taken + 1);
  return item;
}

constexpr TypeSlots islice_slots() {
  TypeSlots slots = iterator_slots("itertools.islice", create_islice, step_islice,
      "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.");
  slots.instance_size = sizeof(Slicer);
  return slots;
}

}  // namespace

constinit Type dropwhile_type{iterator_slots("itertools.dropwhile", create_with_function<dropwhile_type>, step_dropwhile,
    "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.")};
constinit Type takewhile_type{iterator_slots("itertools.takewhile", create_with_function<takewhile_type>, step_takewhile,
    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.")};
constinit Type filterfalse_type{iterator_slots("itertools.filterfalse", create_with_function<filterfalse_type>, step_filterfalse,
    "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.")};
constinit Type starmap_type{iterator_slots("itertools.starmap", create_with_function<starmap_type>, step_starmap,
    "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.")};
constinit Type compress_type{iterator_slots("itertools.compress", create_compress, step_compress,
    "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.")};
constinit Type pairwise_type{iterator_slots("itertools.pairwise", create_pairwise, step_pairwise,
    "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...")};
constinit Type islice_type{islice_slots()};

}  // namespace py::itertools
