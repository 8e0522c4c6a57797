// Looking for tuples that are made for nothing else: `(x, y) in seen`, `grid[x, y]`. Where code of the program might get to see one, it
// is made anew as an object.
#pragma once

#include "runtime/object/tuple_key.hpp"
#include "runtime/program/typed.hpp"

namespace py {

// (items...) in container
template <class... A>
Truth contains_tuple(Value container, const A&... items) {
  TupleKey key(items...);
  bool there;
  if (typed::contains(container, key.value(), there)) return there;
  Ref tuple = key.tuple();
  return tuple.is_error() ? -1 : contains(container, tuple);
}

// container[items...]
template <Keep keep, class... A>
Value get_item_by_tuple(Value container, const A&... items) {
  TupleKey key(items...);
  Value found;
  if (is_exactly(container, dict_type) && !threads_alive() && dict_peek(container.as<Dict>(), key.value(), found) == 1) return keep(found);
  Ref tuple = key.tuple();
  return tuple.is_error() ? Error : get_item_inline<keep>(container, tuple);
}
template <class... A>
Value get_item_by_tuple(Value container, const A&... items) { return get_item_by_tuple<counted>(container, items...); }
template <class... A>
Value lend_item_by_tuple(Value container, const A&... items) { return get_item_by_tuple<lend>(container, items...); }

}  // namespace py
