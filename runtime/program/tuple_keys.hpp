// Tuples that are only made to be looked for: `(x, y) in seen`, `grid[x, y]`. They lie on the C++ stack and hold nothing; where code of the
// program might get to see one, it is made anew as an object.
#pragma once

#include "runtime/program/typed.hpp"

namespace py {

template <size_t n>
class TupleKey {
 public:
  template <class... A>
  explicit TupleKey(const A&... items) : head_{{immortal_header(&tuple_type)}, static_cast<int64_t>(n)}, items_{static_cast<Value>(items)...} {}
  TupleKey(const TupleKey&) = delete;
  TupleKey& operator=(const TupleKey&) = delete;
  // For what neither keeps it nor runs code of the program.
  Value value() const { return object_value(&head_); }
  // An object; owned, Error when there is no memory.
  Value tuple() const { return make_tuple(items_, n); }

 private:
  Tuple head_;
  Value items_[n];                       // borrowed; where Tuple::items() looks for them
};
template <class... A>
TupleKey(const A&...) -> TupleKey<sizeof...(A)>;
static_assert(sizeof(TupleKey<2>) == sizeof(Tuple) + 2 * sizeof(Value));

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
