// Checking the arguments that methods of str and bytes have in common.
#include "runtime/types/text_arguments.hpp"

namespace py {

bool size_argument(Value v, int64_t& out) {
  if (v.is_small_int()) [[likely]] return out = v.small_int(), true;
  Ref index = to_index(v);
  if (index.is_error()) return false;
  if (int_to_int64(index, out) == IntFit::fits) return true;
  (void)raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

bool bound_argument(Value v, int64_t& out) {
  if (v.is_none()) return true;
  if (v.is_small_int()) [[likely]] return out = v.small_int(), true;
  if (!is_int(v) && !type_of(v)->number.index) {
    (void)raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  return to_index_int64(v, out, true);
}

bool search_arguments(const char* name, const Value* args, uint32_t n, int64_t length, int64_t& start, int64_t& end) {
  if (n < 1 || n > 3) {
    (void)raise(exc::TypeError, n < 1 ? "%s() takes at least 1 argument (%d given)" : "%s() takes at most 3 arguments (%d given)",
                name, static_cast<int>(n));
    return false;
  }
  start = 0, end = INT64_MAX;
  if (n > 1 && !bound_argument(args[1], start)) return false;
  if (n > 2 && !bound_argument(args[2], end)) return false;
  clamp_bounds(length, start, end);
  return true;
}

Str* str_argument(Value v, const char* function, const char* which) {
  if (Str* s = as_str(v)) [[likely]] return s;
  (void)raise(exc::TypeError, *which ? "%s() argument %s must be str, not %A" : "%s() argument%s must be str, not %A", function, which, v);
  return nullptr;
}

Str* plain_str_argument(Value v) {
  if (Str* s = as_str(v)) [[likely]] return s;
  (void)raise(exc::TypeError, "must be str, not %T", v);
  return nullptr;
}

}  // namespace py
