// The type range: construction, items, slices, comparison. Ints may have any size; range_iterator.cpp iterates.
#include "runtime/types/range_type.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {
namespace {

// Number of items of a range of small ints; they may be at most 2**63 apart.
Value small_length(int64_t start, int64_t stop, int64_t step) {
  if (step > 0 ? start >= stop : start <= stop) return small_int(0);
  uint64_t distance = step > 0 ? static_cast<uint64_t>(stop) - static_cast<uint64_t>(start) : static_cast<uint64_t>(start) - static_cast<uint64_t>(stop);
  uint64_t stride = step > 0 ? static_cast<uint64_t>(step) : uint64_t{0} - static_cast<uint64_t>(step);
  return make_int_unsigned((distance - 1) / stride + 1);
}

Value big_length(Value start, Value stop, Value step) {
  bool up = gt(step, small_int(0)).is_true();
  Value low = up ? start : stop, high = up ? stop : start;
  if (ge(low, high).is_true()) return small_int(0);
  Ref distance = subtract(high, low);
  Ref last = subtract(distance, small_int(1));
  Ref stride = up ? incref(step) : negative(step);
  Ref whole = floor_divide(last, stride);
  return add(whole, small_int(1));
}

Value make_from_exact(Value start, Value stop, Value step) {
  auto* r = allocate<Range>(&range_type);
  r->start = incref(start);
  r->stop = incref(stop);
  r->step = incref(step);
  bool small = start.is_small_int() && stop.is_small_int() && step.is_small_int();
  r->length = small ? small_length(start.small_int(), stop.small_int(), step.small_int()) : big_length(start, stop, step);
  return object_value(r);
}

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("range", kwnames) || !check_positional("range", n, 1, 3)) return Error;
  if (n == 1) return make_range(small_int(0), args[0], small_int(1));
  return make_range(args[0], args[1], n == 3 ? args[2] : small_int(1));
}

void dealloc(Object* self) {
  auto* r = static_cast<Range*>(self);
  decref(r->start);
  decref(r->stop);
  decref(r->step);
  decref(r->length);
  free_object(self);
}

Value repr_range(Value self) {
  auto* r = self.as<Range>();
  Text out;
  out.append("range(");
  if (!append_repr(out, r->start)) return Error;
  out.append(", ");
  if (!append_repr(out, r->stop)) return Error;
  if (!r->step.same(small_int(1))) {
    out.append(", ");
    if (!append_repr(out, r->step)) return Error;
  }
  out.append(')');
  return out.to_str();
}

// What equality and hash look at: the length, then the first item, then the step, as far as they matter.
Value identity(Range* r) {
  if (r->length.same(small_int(0))) return tuple_of(r->length, None, None);
  if (r->length.same(small_int(1))) return tuple_of(r->length, r->start, None);
  return tuple_of(r->length, r->start, r->step);
}

int64_t hash_range(Value self) {
  Ref parts = identity(self.as<Range>());
  return tuple_hash(parts);
}

Value compare(Value self, Value other, Compare op) {
  if (!is_exactly(other, range_type) || (op != Compare::eq && op != Compare::ne)) return NotImplemented;
  Ref a = identity(self.as<Range>()), b = identity(other.as<Range>());
  Truth same = equal(a, b);
  return same < 0 ? Error : boolean(same == (op == Compare::eq));
}

int64_t size(Value self) {
  Value n = self.as<Range>()->length;
  int64_t out;
  if (n.is_small_int()) return n.small_int();
  if (int_to_int64(n, out) == IntFit::fits) return out;
  (void)raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}

Truth has_items(Value self) { return !self.as<Range>()->length.same(small_int(0)); }

// start + i * step
Value item_at(Range* r, Value i) {
  Ref offset = multiply(i, r->step);
  return add(r->start, offset);
}

Value slice_of(Range* r, Slice* slice) {
  static Str* const indices = intern("indices");
  Ref bounds = call_method(object_value(slice), indices, r->length);
  if (bounds.is_error()) return Error;
  const Value* b = bounds.as<Tuple>()->items();
  Ref step = multiply(b[2], r->step), start = item_at(r, b[0]), stop = item_at(r, b[1]);
  return make_from_exact(start, stop, step);
}

Value get(Value self, Value key) {
  auto* r = self.as<Range>();
  if (has_index(key)) {
    Ref i = to_index(key);
    if (i.is_error()) return Error;
    if (lt(i, small_int(0)).is_true()) i = Ref(add(i, r->length));
    if (lt(i, small_int(0)).is_true() || ge(i, r->length).is_true()) return raise(exc::IndexError, "range object index out of range");
    return item_at(r, i);
  }
  if (Slice* slice = as_slice(key)) return slice_of(r, slice);
  return raise(exc::TypeError, "range indices must be integers or slices, not %T", key);
}

// Position of an exact int or bool, or Undefined.
Value position(Range* r, Value item) {
  Value plain = item.is_bool() ? small_int(item.is_true()) : item;
  bool up = gt(r->step, small_int(0)).is_true();
  bool inside = up ? le(r->start, plain).is_true() && lt(plain, r->stop).is_true()
                   : le(plain, r->start).is_true() && lt(r->stop, plain).is_true();
  if (!inside) return Undefined;
  Ref distance = subtract(plain, r->start);
  Ref rest = remainder(distance, r->step);
  return rest.get().same(small_int(0)) ? floor_divide(distance, r->step) : Undefined;
}

// Position by comparing items one by one, for anything that is not an int.
Value search(Value self, Value item, int64_t& total) {
  Ref iterator = iter(self);
  total = 0;
  Value first = Undefined;
  for (int64_t i = 0;; ++i) {
    Ref candidate = next(iterator);
    if (candidate.is_undefined()) return first;
    if (candidate.is_error()) return Error;
    Truth same = equal(candidate, item);
    if (same < 0) return Error;
    if (same && total++ == 0) first = small_int(i);
  }
}

bool is_plain_int(Value v) { return is_exact_int(v) || v.is_bool(); }

Truth contains_item(Value self, Value item) {
  if (is_plain_int(item)) {
    Ref at = position(self.as<Range>(), item);
    return !at.is_undefined();
  }
  Ref iterator = iter(self);
  for (;;) {
    Ref candidate = next(iterator);
    if (candidate.is_undefined()) return 0;
    Truth same = candidate.is_error() ? -1 : equal(candidate, item);
    if (same) return same;
  }
}

Value index(const Value* args, uint32_t) {
  int64_t total;
  Value found = is_plain_int(args[1]) ? position(args[0].as<Range>(), args[1]) : search(args[0], args[1], total);
  if (!found.is_undefined()) return found;
  if (is_plain_int(args[1])) return raise(exc::ValueError, "%R is not in range", args[1]);
  return raise(exc::ValueError, "sequence.index(x): x not in sequence");
}

Value count(const Value* args, uint32_t) {
  if (is_plain_int(args[1])) {
    Ref at = position(args[0].as<Range>(), args[1]);
    return small_int(!at.is_undefined());
  }
  int64_t total;
  Ref first = search(args[0], args[1], total);
  return first.is_error() ? Error : small_int(total);
}

Value iterate(Value self) {
  auto* r = self.as<Range>();
  return make_range_iterator(r->start, r->step, r->length);
}

Value reversed(const Value* args, uint32_t) {
  auto* r = args[0].as<Range>();
  Ref last_index = subtract(r->length, small_int(1));
  Ref last = item_at(r, last_index), back = negative(r->step);
  return make_range_iterator(last, back, r->length);
}

Value reduce(const Value* args, uint32_t) {
  auto* r = args[0].as<Range>();
  Ref parts = tuple_of(r->start, r->stop, r->step);
  return tuple_of(value_of(range_type), parts);
}


constexpr NativeDef methods[] = {PY_NOARGS("__reversed__", reversed), PY_NOARGS("__reduce__", reduce), PY_ONE("count", count), PY_ONE("index", index), {}};
constexpr MemberDef members[] = {
    {"start", offsetof(Range, start), true}, {"stop", offsetof(Range, stop), true}, {"step", offsetof(Range, step), true}, {}};

}  // namespace

constinit Type range_type{{.name = "range", .instance_size = sizeof(Range), .flags = kind_sequence,
                           .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
                           .create = create, .dealloc = dealloc, .repr = repr_range, .hash = hash_range, .compare = compare, .iter = iterate,
                           .truth = has_items, .length = size, .get_item = get, .contains = contains_item, .methods = methods, .members = members}};

Value make_range(Value start, Value stop, Value step) {
  Ref a = to_index(start);
  if (a.is_error()) return Error;
  Ref b = to_index(stop);
  if (b.is_error()) return Error;
  Ref c = to_index(step);
  if (c.is_error()) return Error;
  if (c.get().same(small_int(0))) return raise(exc::ValueError, "range() arg 3 must not be zero");
  return make_from_exact(a, b, c);
}

}  // namespace py
