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

// Loops over any iterable; exact lists and tuples without an iterator object. While several threads are alive, built-in
// containers (and views of dicts) are copied first: what sums up a shared one sees it as it was at one moment, and no
// change by another thread is an error. `may_stop`: the loop may end early, so that lists, whose iteration cannot fail,
// are not worth the copy.
//   Items items(iterable);
//   Ref item;
//   while (items.next(item)) ...
//   if (items.failed) return Error;
class Items {
 public:
  explicit Items(Value iterable, bool may_stop = false);
  bool next(Ref& item);
  // Takes the next items of a list, as long as `take`, which runs no user code, wants them, without counting references: for
  // numbers that lie in the list itself.
  template <class Take>
  void take_while(Take&& take) {
    if (kind_ != Kind::list || threads_alive()) return;
    List* list = source_.as<List>();
    const Slot* slots = list->items.load(std::memory_order_relaxed);
    const int64_t size = list_size(list);
    while (index_ < size && take(slots[index_].peek())) ++index_;
  }
  bool failed = false;                   // an exception is pending

 private:
  Ref source_;                           // the list, the tuple or the iterator
  Values copy_;
  enum class Kind : uint8_t { list, tuple, iterator, copy } kind_;
  int64_t index_ = 0;
};

}  // namespace py
