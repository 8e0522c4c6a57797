// The set operators of dict views, which also serve any other iterable on the other side.
#include "runtime/object/set_table.hpp"
#include "runtime/types/dict_type.hpp"

namespace py {

// A new set of the operand's items; the keys of an exact dict are taken over with their hashes.
static Value set_from(Value operand) {
  Ref result = make_set();
  bool keys = is_exactly(operand, dict_keys_type) && is_exactly(operand.as<DictView>()->dict, dict_type);
  return set_update(result.as<Set>(), keys ? operand.as<DictView>()->dict : operand) < 0 ? Error : result.take();
}

static bool is_view(Value v) { return is_subtype(type_of(v), &dict_keys_type) || is_subtype(type_of(v), &dict_items_type); }

Value dict_view_subtract(Value left, Value right) {
  Ref result = set_from(left);
  return result.is_error() || set_difference_update(result.as<Set>(), right) < 0 ? Error : result.take();
}

Value dict_view_or(Value left, Value right) {
  Ref result = set_from(left);
  return result.is_error() || set_update(result.as<Set>(), right) < 0 ? Error : result.take();
}

Value dict_view_xor(Value left, Value right) {
  Ref result = set_from(left);
  return result.is_error() || set_symmetric_difference_update(result.as<Set>(), right) < 0 ? Error : result.take();
}

Value dict_view_and(Value left, Value right) {
  int64_t left_size = length(left);
  if (left_size < 0) return Error;
  if (is_view(right) && length(right) > left_size) {
    std::swap(left, right);
    left_size = length(left);
  }
  bool exact_set = is_exactly(right, set_type) || is_exactly(right, frozenset_type);
  if (exact_set && left_size <= set_size(right.as<Set>())) return set_intersection(right.as<Set>(), left, *type_of(right));
  Ref iterator = iter(right), result = make_set();
  if (iterator.is_error()) return Error;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return result.take();
    if (item.is_error()) return Error;
    Truth in = contains(left, item);
    if (in < 0 || (in && set_add(Value(result), item) < 0)) return Error;
  }
}

}  // namespace py
