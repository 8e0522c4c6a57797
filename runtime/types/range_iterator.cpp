// The iterators of range: over machine words, and over ints of any size.
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/range_type.hpp"

namespace py {
namespace {

struct RangeIterator : Object {
  int64_t start, step, length;
  std::atomic<int64_t> index;
};

struct LongRangeIterator : Object {
  Value start, step, length;             // owned
  std::atomic<int64_t> index;            // no loop gets past 2**63 items
};

Value step(Value self) {
  auto* it = self.as<RangeIterator>();
  if (it->index.load(std::memory_order_relaxed) >= it->length) return Undefined;
  int64_t i = claim_index(it->index);
  if (i >= it->length) return Undefined;
  int64_t n = it->start + i * it->step;
  return fits_small_int(n) ? small_int(n) : make_int(n);
}

Value step_long(Value self) {
  auto* it = self.as<LongRangeIterator>();
  Ref i = make_int(it->index.load(std::memory_order_relaxed));
  if (!lt(i, it->length).is_true()) return Undefined;
  i = Ref(make_int(claim_index(it->index)));
  if (!lt(i, it->length).is_true()) return Undefined;
  Ref offset = multiply(i, it->step);
  return add(it->start, offset);
}

void dealloc(Object* self) { free_object(self); }
void dealloc_long(Object* self) {
  auto* it = static_cast<LongRangeIterator*>(self);
  decref(it->start);
  decref(it->step);
  decref(it->length);
  free_object(self);
}

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<RangeIterator>();
  int64_t left = it->length - it->index.load(std::memory_order_relaxed);
  return make_int(left > 0 ? left : 0);
}
Value length_hint_long(const Value* args, uint32_t) {
  auto* it = args[0].as<LongRangeIterator>();
  Ref i = make_int(it->index.load(std::memory_order_relaxed));
  return subtract(it->length, i);
}

Value state(Value start, Value step, Value length, int64_t index) {
  Ref distance = multiply(step, length), stop = add(start, distance);
  Ref range = make_range(start, stop, step);
  return range.is_error() ? Error : iterator_state("iter", range, index);
}
Value reduce(const Value* args, uint32_t) {
  auto* it = args[0].as<RangeIterator>();
  Ref start = make_int(it->start), step = make_int(it->step), length = make_int(it->length);
  int64_t index = it->index.load(std::memory_order_relaxed);
  return state(start, step, length, index < it->length ? index : it->length);
}
Value reduce_long(const Value* args, uint32_t) {
  auto* it = args[0].as<LongRangeIterator>();
  return state(it->start, it->step, it->length, it->index.load(std::memory_order_relaxed));
}
Value set_state(const Value* args, uint32_t) {
  auto* it = args[0].as<RangeIterator>();
  int64_t index;
  if (!iterator_position(args[1], 0, it->length, index)) return Error;
  it->index.store(index, std::memory_order_relaxed);
  return None;
}
Value set_state_long(const Value* args, uint32_t) {
  int64_t index;
  if (!iterator_position(args[1], 0, INT64_MAX, index)) return Error;
  args[0].as<LongRangeIterator>()->index.store(index, std::memory_order_relaxed);
  return None;
}

constexpr NativeDef methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce), PY_ONE("__setstate__", set_state), {}};
constexpr NativeDef long_methods[] = {PY_NOARGS("__length_hint__", length_hint_long), PY_NOARGS("__reduce__", reduce_long),
                                      PY_ONE("__setstate__", set_state_long), {}};

}  // namespace

constinit Type range_iterator_type{{.name = "range_iterator", .instance_size = sizeof(RangeIterator), .dealloc = dealloc, .iter = iterator_self,
                                    .next = step, .methods = methods}};
constinit Type long_range_iterator_type{{.name = "longrange_iterator", .instance_size = sizeof(LongRangeIterator), .dealloc = dealloc_long,
                                         .iter = iterator_self, .next = step_long, .methods = long_methods}};

Value make_range_iterator(Value start, Value stride, Value length) {
  int64_t a, b, n;
  bool fits = int_to_int64(start, a) == IntFit::fits && int_to_int64(stride, b) == IntFit::fits && int_to_int64(length, n) == IntFit::fits;
  int64_t distance, end;
  if (fits && !__builtin_mul_overflow(n, b, &distance) && !__builtin_add_overflow(a, distance, &end)) {
    auto* it = allocate<RangeIterator>(&range_iterator_type);
    it->start = a;
    it->step = b;
    it->length = n;
    it->index.store(0, std::memory_order_relaxed);
    return object_value(it);
  }
  auto* it = allocate<LongRangeIterator>(&long_range_iterator_type);
  it->start = incref(start);
  it->step = incref(stride);
  it->length = incref(length);
  it->index.store(0, std::memory_order_relaxed);
  return object_value(it);
}

}  // namespace py
