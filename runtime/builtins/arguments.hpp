// Reading arguments and iterables in the built-in functions.
#pragma once

#include <initializer_list>

#include "runtime/object/containers.hpp"

namespace py {

struct Keyword {
  const char* name;
  Value* value;                          // left as it is when the keyword is not given; borrowed
};
// Takes keyword arguments that follow the positional ones, for functions whose message for an unknown one is
// "'x' is an invalid keyword argument for f()". false: error.
bool take_keywords(const char* function, const Value* keyword_values, Tuple* kwnames, std::initializer_list<Keyword> known);

// Loops over any iterable; exact lists and tuples without an iterator object.
//   Items items(iterable);
//   Ref item;
//   while (items.next(item)) ...
//   if (items.failed) return Error;
class Items {
 public:
  explicit Items(Value iterable);
  bool next(Ref& item);
  bool failed = false;                   // an exception is pending

 private:
  Ref source_;                           // the list, the tuple or the iterator
  enum class Kind : uint8_t { list, tuple, iterator } kind_;
  int64_t index_ = 0;
};

}  // namespace py
