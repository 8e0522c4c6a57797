// Slice objects' arithmetic (CPython's PySlice_Unpack and PySlice_AdjustIndices).
#include <climits>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"

namespace py {

Value make_slice(Value start, Value stop, Value step) {
  Slice* s = allocate<Slice>(&slice_type);
  s->start = incref(start);
  s->stop = incref(stop);
  s->step = incref(step);
  return object_value(s);
}

// None leaves `out` alone; anything else must be an int or have __index__.
static bool slice_index(Value v, int64_t& out) {
  if (v.is_none()) return true;
  if (v.is_small_int()) return out = v.small_int(), true;
  if (!is_int(v) && !type_of(v)->number.index) {
    (void)raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  return to_index_int64(v, out, true);
}

bool slice_unpack(const Slice* s, int64_t& start, int64_t& stop, int64_t& step) {
  step = 1;
  if (!slice_index(s->step, step)) return false;
  if (step == 0) {
    (void)raise(exc::ValueError, "slice step cannot be zero");
    return false;
  }
  if (step < -INT64_MAX) step = -INT64_MAX;
  start = step < 0 ? INT64_MAX : 0;
  stop = step < 0 ? INT64_MIN : INT64_MAX;
  return slice_index(s->start, start) && slice_index(s->stop, stop);
}

int64_t slice_adjust(int64_t length, int64_t& start, int64_t& stop, int64_t step) {
  auto clamp = [&](int64_t& i) {
    if (i < 0) {
      i += length;
      if (i < 0) i = step < 0 ? -1 : 0;
    } else if (i >= length) {
      i = step < 0 ? length - 1 : length;
    }
  };
  clamp(start);
  clamp(stop);
  if (step == 1) return start < stop ? stop - start : 0;   // no division
  if (step == -1) return stop < start ? start - stop : 0;
  if (step < 0) return stop < start ? (start - stop - 1) / -step + 1 : 0;
  return start < stop ? (stop - start - 1) / step + 1 : 0;
}

}  // namespace py
