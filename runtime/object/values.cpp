// Values, the private growing array, and collecting iterables into it, into lists and into tuples.
#include <cstring>

#include "runtime/object/collecting.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/set_table.hpp"

namespace py {

Values::~Values() {
  for (int64_t i = 0; i < count_; ++i) decref(data_[i]);
  if (data_) free_buffer(data_);
}

bool Values::reserve(int64_t n) {
  if (n <= capacity_) return true;
  auto* grown = static_cast<Value*>(allocate_buffer(static_cast<size_t>(n) * sizeof(Value)));
  if (!grown) return false;
  if (data_) {
    std::memcpy(static_cast<void*>(grown), data_, static_cast<size_t>(count_) * sizeof(Value));
    free_buffer(data_);
  }
  data_ = grown;
  capacity_ = n;
  return true;
}

void Values::clear() {
  while (count_) decref(data_[--count_]);
}

void Values::retire_all() {
  while (count_) release_overwritten(data_[--count_]);
}

void repeat_owned(Value* items, int64_t n, int64_t total) {
  for (int64_t i = 0; i < n; ++i) {
    if (items[i].is_object()) incref_times(items[i].object(), total / n - 1);
  }
  if (n == 1) {                          // [0] * n
    const Value item = items[0];
    for (int64_t i = 1; i < total; ++i) items[i] = item;
    return;
  }
  for (int64_t have = n; have < total;) {
    int64_t more = have < total - have ? have : total - have;
    std::memcpy(static_cast<void*>(items + have), items, static_cast<size_t>(more) * sizeof(Value));
    have += more;
  }
}

static bool is_dict_view(Value v) {
  return is_exactly(v, dict_keys_type) || is_exactly(v, dict_values_type) || is_exactly(v, dict_items_type);
}

static bool collect_view(Values& out, DictView* view) {
  Dict* dict = as_dict(view->dict);
  if (view->part() != DictPart::items) return dict_snapshot(dict, view->part(), out);
  Values both;
  if (!dict_snapshot(dict, DictPart::items, both) || !out.reserve(out.size() + both.size() / 2)) return false;
  for (int64_t i = 0; i < both.size(); i += 2) {
    Value pair = make_tuple(both.data() + i, 2);
    if (pair.is_error()) return false;
    (void)out.push(pair);
  }
  return true;
}

// Also of subclasses, unless they iterate in their own way.
static Dict* plainly_iterated_dict(Value v) {
  Dict* d = as_dict(v);
  return d && type_of(v)->iter == dict_type.iter ? d : nullptr;
}
static Set* plainly_iterated_set(Value v) {
  Set* s = as_set(v);
  return s && (type_of(v)->iter == set_type.iter || type_of(v)->iter == frozenset_type.iter) ? s : nullptr;
}

namespace {
struct Collector {
  const Type* type = nullptr;
  bool (*copy)(Values& out, Value container);
};
Collector collectors[4];                 // filled from the front

bool (*collector_of(Value v))(Values&, Value) {
  if (!v.is_object()) return nullptr;
  for (const Collector& each : collectors) {
    if (each.type == type_of(v)) return each.copy;
  }
  return nullptr;
}
}  // namespace

void register_collector(const Type* type, bool (*copy)(Values& out, Value container)) {
  for (Collector& each : collectors) {
    if (each.type == type) return;
    if (each.type) continue;
    each = {type, copy};
    return;
  }
  __builtin_trap();                      // more types than there is room for
}

bool is_copied_atomically(Value v) {
  return is_exactly(v, list_type) || is_exactly(v, tuple_type) || plainly_iterated_dict(v) || plainly_iterated_set(v) ||
         is_dict_view(v) || collector_of(v);
}

bool ask_length_hint(Value iterable) {
  static Str* const n_length_hint = intern("__length_hint__");
  if (!(type_of(iterable)->flags & type_is_heap)) return true;
  if (type_of(iterable)->length) {
    if (length(iterable) >= 0) return true;
    if (!error_matches(exc::TypeError)) return false;
    clear_error();
  }
  Ref hint = call_special(iterable, n_length_hint);
  if (hint.is_error()) {
    if (!error_matches(exc::TypeError)) return false;
    clear_error();
    return true;
  }
  if (hint.is_undefined() || hint.get().is_not_implemented()) return true;
  if (!is_int(hint)) return (void)raise(exc::TypeError, "__length_hint__ must be an integer, not %T", hint.get()), false;
  if (hint.get().is_small_int() && hint.get().small_int() < 0) return (void)raise(exc::ValueError, "__length_hint__() should return >= 0"), false;
  return true;
}

bool collect(Values& out, Value iterable) {
  if (is_exactly(iterable, list_type)) return list_snapshot(iterable.as<List>(), out);
  if (is_exactly(iterable, tuple_type)) {
    Tuple* t = iterable.as<Tuple>();
    if (!out.reserve(out.size() + t->length)) return false;
    for (int64_t i = 0; i < t->length; ++i) (void)out.push(incref(t->items()[i]));
    return true;
  }
  if (Dict* d = plainly_iterated_dict(iterable)) return dict_snapshot(d, DictPart::keys, out);
  if (Set* s = plainly_iterated_set(iterable)) return set_snapshot(s, out);
  if (is_dict_view(iterable)) return collect_view(out, iterable.as<DictView>());
  if (auto copy = collector_of(iterable)) return copy(out, iterable);
  Ref iterator = iter(iterable);
  if (iterator.is_error()) return false;
  if (!type_of(iterator)->next) {
    (void)raise(exc::TypeError, "'%T' object is not an iterator", iterator.get());
    return false;
  }
  if (!ask_length_hint(iterable)) return false;
  UnarySlot step = type_of(iterator)->next;
  if (auto next_few = type_of(iterator)->next_few; next_few && !threads_alive()) {
    constexpr int64_t room = 64;
    for (int64_t n = room; n == room;) {
      if (!out.reserve(out.size() + room)) return false;
      n = next_few(iterator, out.data() + out.size(), room);
      out.assume(out.size() + n);
    }
  }
  for (;;) {
    Value item = step(iterator);
    if (item.is_undefined()) return true;
    if (item.is_error() && error_matches(exc::StopIteration)) return clear_error(), true;   // with a value: what a generator returned
    if (item.is_error()) return false;
    if (!out.push(item)) return false;
  }
}

Value to_list(Value iterable) {
  if (is_exactly(iterable, list_type)) return list_slice(iterable.as<List>(), 0, INT64_MAX, 1);
  if (is_exactly(iterable, tuple_type)) return make_list(iterable.as<Tuple>()->items(), iterable.as<Tuple>()->length);
  if (!is_copied_atomically(iterable)) {
    Ref list = make_list_sized(0);
    return list.is_error() || list_extend(list.as<List>(), iterable) < 0 ? Error : list.take();
  }
  Values items;
  if (!collect(items, iterable)) return Error;
  Value list = make_list_owned(items.data(), items.size());
  items.forget();
  return list;
}

Value to_tuple(Value iterable) {
  if (is_exactly(iterable, tuple_type)) return incref(iterable);
  if (is_exactly(iterable, list_type) && !threads_alive()) {
    List* list = iterable.as<List>();
    return make_tuple(reinterpret_cast<const Value*>(list->items.load(std::memory_order_relaxed)), list_size(list));
  }
  Values items;
  if (!collect(items, iterable)) return Error;
  Value tuple = make_tuple_owned(items.data(), items.size());
  items.forget();
  return tuple;
}

ReprGuard::ReprGuard(Value container) : again(false), ok(true), outer_(this_thread->repr), container_(container) {
  for (ReprGuard* g = outer_; g && !again; g = g->outer_) again = g->container_.same(container);
  if (too_deep(++this_thread->depth) ||
      reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) <= this_thread->stack_limit) {
    ok = recursion_error(" while getting the repr of an object");
  }
  this_thread->repr = this;
}

ReprGuard::~ReprGuard() {
  --this_thread->depth;
  this_thread->repr = outer_;
}

}  // namespace py
