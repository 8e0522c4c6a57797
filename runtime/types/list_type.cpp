// The type list: construction, items and slices, comparison, repr. list_methods.cpp has the methods.
#include "runtime/types/list_type.hpp"

#include "runtime/object/container_inline.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/list_storage.hpp"

namespace py {
namespace {

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  return cls == &list_type ? make_list_sized(0) : object_value(allocate_instance(cls));
}

Value make_list_of(const Value* args, uint32_t n) {
  if (!check_positional("list", n, 0, 1)) return Error;
  return n ? to_list(args[0]) : make_list_sized(0);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (type_of(self)->create == create && !reject_keywords("list", kwnames)) return -1;
  if (!check_positional("list", n, 0, 1)) return -1;
  List* l = self.as<List>();
  if (list_size(l)) list_clear(l);
  return n ? list_extend(l, args[0]) : 0;
}

void dealloc(Object* self) {
  list_release_contents(static_cast<List*>(self));
  free_collected(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* l = static_cast<List*>(self);
  Slot* slots = l->items.load(std::memory_order_acquire);
  for (int64_t i = 0, n = list_size(l); i < n; ++i) visitor.visit(slots[i]);
}
void clear(Object* self) { list_release_contents(static_cast<List*>(self)); }

Value repr_list(Value self) {
  List* l = self.as<List>();
  if (list_size(l) == 0) return make_str("[]");
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("[...]");
  Text out;
  out.append('[');
  Values items;                          // of one moment, when others may change the list
  bool shared = threads_alive();
  if (shared && !list_snapshot(l, items)) return Error;
  for (int64_t i = 0;; ++i) {
    Ref item = !shared ? list_get(l, i) : i < items.size() ? incref(items[i]) : Undefined;
    if (item.is_undefined()) break;
    if (i) out.append(", ");
    if (!append_repr(out, item)) return Error;
  }
  out.append(']');
  return out.to_str();
}

// Whether items of two lists are the very same ones, a few of them at once; in pairs, for which processors have instructions.
#ifndef __OPTIMIZE_SIZE__
constexpr int64_t same_group = 8;
bool all_same(const Slot* x, const Slot* y) {
  using Pair [[gnu::vector_size(16), gnu::aligned(8), gnu::may_alias]] = uint64_t;
  const Pair *a = reinterpret_cast<const Pair*>(x), *b = reinterpret_cast<const Pair*>(y);
  Pair differing = ((a[0] ^ b[0]) | (a[1] ^ b[1])) | ((a[2] ^ b[2]) | (a[3] ^ b[3]));
  static_assert(same_group == 8);
  return (differing[0] | differing[1]) == 0;
}
#endif

Value compare(Value self, Value other, Compare op) {
  List *a = self.as<List>(), *b = as_list(other);
  if (!b) return NotImplemented;
  int64_t an = list_size(a), bn = list_size(b);
  if (an != bn && (op == Compare::eq || op == Compare::ne)) return boolean(op == Compare::ne);
  RecursionGuard guard(" in comparison");
  if (!guard.ok) return Error;
  int64_t start = 0;
  if (!threads_alive() && an && bn) {                    // what is the same needs no look at all
    const Slot *x = list_slots_locked(a), *y = list_slots_locked(b);
    const int64_t common = an < bn ? an : bn;
#ifndef __OPTIMIZE_SIZE__
    while (start + same_group <= common && all_same(x + start, y + start)) start += same_group;
#endif
    while (start < common && x[start].peek().same(y[start].peek())) ++start;
  }
  for (int64_t i = start;; ++i) {
    Value in_a = list_peek(a, i), in_b = list_peek(b, i);
    if (in_a.is_undefined() || in_b.is_undefined()) break;
    int match = keys_match(in_a, in_b);
    if (match == 1) continue;
    Ref x = Ref::borrow(in_a), y = Ref::borrow(in_b);
    Truth same = match == 0 ? 0 : equal(x, y);
    if (same < 0) return Error;
    if (!same) return compare_items(x, y, op);
  }
  return compare_sizes(list_size(a), list_size(b), op);
}

int64_t size(Value self) { return list_size(self.as<List>()); }

// l[index] for a negative index, which counts from the end there is at that moment.
Value get_from_end(List* l, int64_t index) {
  ObjectLock lock(l);
  index += list_size(l);
  return index < 0 ? Undefined : list_slots_locked(l)[index].get();
}

Value get(Value self, Value key) {
  List* l = self.as<List>();
  if (key.is_small_int() || has_index(key)) [[likely]] {
    int64_t i;
    if (!item_index(key, i)) return Error;
    Value item = i < 0 ? get_from_end(l, i) : list_get(l, i);
    return item.is_undefined() ? raise(exc::IndexError, "list index out of range") : item;
  }
  Slice* slice = as_slice(key);
  if (!slice) return raise(exc::TypeError, "list indices must be integers or slices, not %T", key);
  int64_t start, stop, step;
  return slice_unpack(slice, start, stop, step) ? list_slice(l, start, stop, step) : Error;
}

Truth set_index(List* l, int64_t i, Value value) {
  if (!value.is_undefined()) {
    if (list_set(l, i, value)) return 0;
  } else {
    Value old = list_pop(l, i);
    if (!old.is_error()) return decref(old), 0;
    clear_error();
  }
  (void)raise(exc::IndexError, "list assignment index out of range");
  return -1;
}

Truth set(Value self, Value key, Value value) {
  List* l = self.as<List>();
  if (key.is_small_int() || has_index(key)) [[likely]] {
    int64_t i;
    return item_index(key, i) ? set_index(l, i, value) : -1;
  }
  Slice* slice = as_slice(key);
  if (slice) return list_set_slice(l, slice, value);
  (void)raise(exc::TypeError, "list indices must be integers or slices, not %T", key);
  return -1;
}

Truth contains_item(Value self, Value item) {
  int64_t i = list_find(self.as<List>(), item, 0, INT64_MAX);
  return i == -2 ? -1 : i >= 0;
}

Value concat(Value self, Value other) {
  List* b = as_list(other);
  if (!b) return raise(exc::TypeError, "can only concatenate list (not \"%T\") to list", other);
  return list_concat(self.as<List>(), b);
}

// Appends count - 1 further copies of items to themselves; count 0 empties. false: no memory.
bool multiply(Values& items, int64_t count) {
  int64_t n = items.size(), total;
  if (count <= 0 || n == 0) return items.clear(), true;
  if (__builtin_mul_overflow(n, count, &total) || total > (int64_t{1} << 59)) return (void)raise_no_memory(), false;
  if (!items.reserve(total)) return false;
  repeat_owned(items.data(), n, total);
  items.assume(total);
  return true;
}

bool repeat_count(Value count, int64_t& out) {
  if (to_index_int64(count, out)) return true;
  if (error_matches(exc::OverflowError)) {
    clear_error();
    (void)raise(exc::OverflowError, "cannot fit '%T' into an index-sized integer", count);
  }
  return false;
}

Value repeat(Value self, Value count) {
  int64_t times, total;
  List* l = self.as<List>();
  if (!repeat_count(count, times)) return Error;
  if (times <= 0) return make_list_sized(0);
  Ref once = times == 1 || threads_alive() ? list_slice(l, 0, INT64_MAX, 1) : incref(self);   // of one moment
  if (once.is_error() || times == 1) return once.take();
  List* copy = once.as<List>();
  int64_t n = list_size(copy);
  if (__builtin_mul_overflow(n, times, &total) || total > (int64_t{1} << 59)) return raise_no_memory();
  if (total == 0) return make_list_sized(0);
  Ref whole = make_list_sized(total);
  if (whole.is_error()) return Error;
  Value* items = reinterpret_cast<Value*>(list_slots_locked(whole.as<List>()));
  for (int64_t i = 0; i < n; ++i) items[i] = list_get(copy, i);   // few, as a rule
  repeat_owned(items, n, total);
  whole.as<List>()->size.store(total, std::memory_order_release);
  return whole.take();
}

Value inplace_concat(Value self, Value other) {
  return list_extend(self.as<List>(), other) < 0 ? Error : incref(self);
}

Value inplace_repeat(Value self, Value count) {
  int64_t times;
  Values items;
  List* l = self.as<List>();
  if (!repeat_count(count, times)) return Error;
  if (times == 1) return incref(self);
  if (!list_snapshot(l, items)) return Error;
  int64_t n = items.size();
  if (!multiply(items, times)) return Error;
  if (list_splice(l, 0, n, items.data(), items.size()) < 0) return items.forget(), Error;
  items.forget();
  return incref(self);
}

}  // namespace

constinit Type list_type{{.name = "list", .instance_size = sizeof(List), .flags = type_is_base | kind_list,
                          .doc = "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
                          .create = create, .init = init, .dealloc = dealloc, .traverse = traverse, .clear = clear,
                          .repr = repr_list, .hash = hash_not_implemented, .compare = compare, .iter = list_iterator,
                          .length = size, .get_item = get, .set_item = set, .contains = contains_item, .concat = concat,
                          .repeat = repeat, .inplace_concat = inplace_concat, .inplace_repeat = inplace_repeat,
                          .methods = list_methods, .make = make_list_of}};

}  // namespace py
