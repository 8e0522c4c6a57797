// A tuple that is only looked for: it lies on the C++ stack and holds nothing.
#pragma once

#include "runtime/object/containers.hpp"

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

}  // namespace py
