// Helpers of the container types.
#include "runtime/types/container_support.hpp"

#include <cstring>

#include "runtime/types/generic_alias.hpp"

namespace py {

bool append_repr(Text& out, Value v) {
  Ref text = repr(v);
  if (text.is_error()) return false;
  append_utf8(out, as_str(text));
  return true;
}

std::string_view short_type_name(const Type* t) {
  const char* dot = t->flags & type_is_heap ? nullptr : std::strrchr(t->name, '.');
  return dot ? dot + 1 : t->name;
}

bool item_index(Value key, int64_t& out) {
  if (key.is_small_int()) [[likely]] return out = key.small_int(), true;
  if (to_index_int64(key, out)) return true;
  if (error_matches(exc::OverflowError)) {
    clear_error();
    (void)raise(exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
  }
  return false;
}

bool ssize_argument(Value v, int64_t& out) {
  if (v.is_small_int()) [[likely]] return out = v.small_int(), true;
  if (to_index_int64(v, out)) return true;
  if (error_matches(exc::OverflowError)) {
    clear_error();
    (void)raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  return false;
}

static bool search_bound(Value v, int64_t& out) {
  if (v.is_small_int()) return out = v.small_int(), true;
  if (!has_index(v)) {
    (void)raise(exc::TypeError, "slice indices must be integers or have an __index__ method");
    return false;
  }
  return to_index_int64(v, out, true);
}

bool search_bounds(const Value* args, uint32_t n, int64_t& start, int64_t& stop) {
  start = 0;
  stop = INT64_MAX;
  return (n < 1 || search_bound(args[0], start)) && (n < 2 || search_bound(args[1], stop));
}

Value compare_sizes(int64_t a, int64_t b, Compare op) { return boolean(holds(op, a, b)); }

Value compare_items(Value a, Value b, Compare op) {
  switch (op) {
    case Compare::eq: return False;
    case Compare::ne: return True;
    case Compare::lt: return lt(a, b);
    case Compare::le: return le(a, b);
    case Compare::gt: return gt(a, b);
    default: return ge(a, b);
  }
}

Value generic_alias_method(const Value* args, uint32_t) { return make_generic_alias(args[0], args[1]); }

}  // namespace py
