// The methods of set and frozenset.
#include "runtime/types/set_type.hpp"

namespace py {
namespace {

Set* self_of(const Value* args) { return as_set(args[0]); }
Value none_unless(Truth failed) { return failed < 0 ? Error : None; }

Value add(const Value* args, uint32_t) { return none_unless(set_add(args[0], args[1])); }
Value discard(const Value* args, uint32_t) { return none_unless(set_discard(self_of(args), args[1])); }

Value remove(const Value* args, uint32_t) {
  Truth found = set_discard(self_of(args), args[1]);
  if (found < 0) return Error;
  return found ? None : raise_key_error(args[1]);
}

Value pop(const Value* args, uint32_t) { return set_pop(self_of(args)); }

Value clear(const Value* args, uint32_t) {
  set_clear(self_of(args));
  return None;
}

Value copy(const Value* args, uint32_t) {
  if (is_exactly(args[0], frozenset_type)) return incref(args[0]);
  return set_copy(self_of(args), base_kind(args[0]));
}

Value update(const Value* args, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    if (set_update(self_of(args), args[i]) < 0) return Error;
  }
  return None;
}

Value set_union(const Value* args, uint32_t n) {
  Ref result = set_copy(self_of(args), base_kind(args[0]));
  if (result.is_error()) return Error;
  for (uint32_t i = 1; i < n; ++i) {
    if (!args[i].same(args[0]) && set_update(result.as<Set>(), args[i]) < 0) return Error;
  }
  return result.take();
}

Value intersection(const Value* args, uint32_t n) {
  if (n == 1) return set_copy(self_of(args), base_kind(args[0]));
  Ref result = Ref::borrow(args[0]);
  for (uint32_t i = 1; i < n; ++i) {
    result = Ref(set_intersection(as_set(result), args[i], base_kind(args[0])));
    if (result.is_error()) return Error;
  }
  return result.take();
}

Value intersection_update(const Value* args, uint32_t n) {
  Ref common = intersection(args, n);
  if (common.is_error()) return Error;
  return set_swap(self_of(args), common.as<Set>()) ? None : Error;
}

Value difference(const Value* args, uint32_t n) {
  if (n == 1) return set_copy(self_of(args), base_kind(args[0]));
  Ref result = set_difference(self_of(args), args[1], base_kind(args[0]));
  if (result.is_error()) return Error;
  for (uint32_t i = 2; i < n; ++i) {
    if (set_difference_update(result.as<Set>(), args[i]) < 0) return Error;
  }
  return result.take();
}

Value difference_update(const Value* args, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    if (set_difference_update(self_of(args), args[i]) < 0) return Error;
  }
  return None;
}

Value symmetric_difference(const Value* args, uint32_t) {
  return set_symmetric_difference(self_of(args), args[1], base_kind(args[0]));
}
Value symmetric_difference_update(const Value* args, uint32_t) {
  return none_unless(set_symmetric_difference_update(self_of(args), args[1]));
}

Value is_disjoint(const Value* args, uint32_t) {
  Truth disjoint = set_is_disjoint(self_of(args), args[1]);
  return disjoint < 0 ? Error : boolean(disjoint);
}

Value is_subset(const Value* args, uint32_t) {
  Ref other;
  if (!as_set(args[1])) {
    other = Ref(make_set());
    if (set_update(other.as<Set>(), args[1]) < 0) return Error;
  }
  Truth subset = set_is_subset(self_of(args), as_set(other.is_undefined() ? args[1] : other.get()));
  return subset < 0 ? Error : boolean(subset);
}

Value is_superset(const Value* args, uint32_t) {
  if (Set* other = as_set(args[1])) {
    Truth superset = set_is_subset(other, self_of(args));
    return superset < 0 ? Error : boolean(superset);
  }
  Ref iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return True;
    Truth in = item.is_error() ? -1 : set_contains_key(self_of(args), item);
    if (in < 0) return Error;
    if (!in) return False;
  }
}

Value contains(const Value* args, uint32_t) {
  Truth found = set_contains_key(self_of(args), args[1]);
  return found < 0 ? Error : boolean(found);
}

Value reduce(const Value* args, uint32_t) {
  static Str* const dict_name = intern("__dict__");
  Ref keys = to_list(args[0]);
  if (keys.is_error()) return Error;
  Ref arguments = tuple_of(keys), state = get_attribute_or_undefined(args[0], dict_name);
  if (state.is_error()) return Error;
  return tuple_of(value_of(*type_of(args[0])), arguments, state.is_undefined() ? None : state.get());
}

#define PY_SHARED_SET_METHODS                                                                                              \
  PY_ONE("__contains__", contains), PY_RANGE("union", set_union, 0, 255), PY_RANGE("intersection", intersection, 0, 255),   \
      PY_RANGE("difference", difference, 0, 255), PY_ONE("symmetric_difference", symmetric_difference),                    \
      PY_ONE("isdisjoint", is_disjoint), PY_ONE("issubset", is_subset), PY_ONE("issuperset", is_superset),                 \
      PY_NOARGS("__reduce__", reduce), PY_CLASS_GETITEM

}  // namespace

const NativeDef set_methods[] = {
    PY_SHARED_SET_METHODS, PY_NOARGS("copy", copy), PY_ONE("add", add), PY_ONE("discard", discard), PY_ONE("remove", remove),
    PY_NOARGS("pop", pop), PY_NOARGS("clear", clear), PY_RANGE("update", update, 0, 255),
    PY_RANGE("intersection_update", intersection_update, 0, 255), PY_RANGE("difference_update", difference_update, 0, 255),
    PY_ONE("symmetric_difference_update", symmetric_difference_update), {}};

const NativeDef frozenset_methods[] = {PY_SHARED_SET_METHODS, PY_NOARGS("copy", copy), {}};

}  // namespace py
