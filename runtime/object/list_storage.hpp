// What list.cpp shows of a list's element storage to those who do several steps under its lock. list.cpp explains the
// rules for buffers.
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

// Where the items of an exact list of few items lie at first.
inline Slot* list_own_slots(List* l) { return reinterpret_cast<Slot*>(l + 1); }
// A buffer for `wanted` items or more that may replace the list's current one; the caller fills [0, filled). Locked.
Slot* list_allocate_replacement(List* l, int64_t wanted, int64_t filled, int64_t& capacity);
void list_discard_slots(List* l, Slot* slots);           // a buffer that was the list's
bool list_reserve_locked(List* l, int64_t wanted);       // room for `wanted` items; false: MemoryError
inline Slot* list_slots_locked(List* l) { return l->items.load(std::memory_order_relaxed); }

// Readers that walk a list without its lock see every item unless items change places under them. Whoever moves items
// does it in such a scope, under the lock; a reader that missed something asks whether that may have been why.
class ListMove {
 public:
  explicit ListMove(List* l) : list_(l), shared_(threads_alive()) { count(); }
  ~ListMove() { count(); }
  ListMove(const ListMove&) = delete;
  ListMove& operator=(const ListMove&) = delete;

 private:
  void count() {
    if (shared_) __atomic_store_n(&list_->aux, list_->aux + 1, __ATOMIC_RELEASE);
  }
  List* list_;
  bool shared_;
};
class ListReading {
 public:
  explicit ListReading(List* l) : list_(l), moves_(__atomic_load_n(&l->aux, __ATOMIC_ACQUIRE)) {}
  // The slots in between were loaded with acquire, so a move whose stores were seen is counted here.
  bool items_moved() const { return threads_alive() && ((moves_ & 1) || __atomic_load_n(&list_->aux, __ATOMIC_RELAXED) != moves_); }

 private:
  List* list_;
  uint32_t moves_;
};

struct ListContents {
  Slot* items;
  int64_t size, capacity;
};
// Takes everything out of the list, which is empty from then on and remembers whether it was changed.
void list_take_contents(List* l, ListContents& taken);
// Puts them back and releases what came in meanwhile; false: the list was changed in between.
bool list_put_contents(List* l, const ListContents& contents);

void list_release_contents(List* l);                     // for dealloc and clear: nobody else can reach it any more

}  // namespace py
