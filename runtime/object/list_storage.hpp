// What list.cpp shows list_sort.cpp of a list's element storage. list.cpp explains the rules for buffers.
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

// A buffer for `wanted` items or more that may replace the list's current one; the caller fills [0, filled). Locked.
Slot* list_allocate_replacement(List* l, int64_t wanted, int64_t filled, int64_t& capacity);
void list_discard_slots(Slot* slots);

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
