// Allocation of Python objects and of the raw buffers they own.
//
// Objects come from per-thread, size-segregated pages (free lists, no lock for the owner;
// another thread's free goes to the page's atomic list). The cycle collector finds all
// container objects by walking pages, so objects carry no list links. Memory of freed
// objects is handed to readers of other threads never: freeing happens after a grace period
// whenever a reader may still look (reclaim.hpp).
#pragma once

#include <cstddef>

#include "runtime/object/object.hpp"

namespace py {

// Memory for one object of `type` with `size` bytes in all (>= sizeof(Object)); header set,
// local == 1, aux == 0, the bytes after the header zeroed iff the type is collected (type->traverse).
// Never fails: out of memory raises MemoryError only for sizes over 1 MB (returns nullptr with the
// error pending) and ends the process with a message below that.
Object* allocate_object(Type* type, size_t size);
void free_object(Object* o);   // memory only; called by a type's dealloc

template <class T> T* allocate(Type* type, size_t extra_bytes = 0) {
  return static_cast<T*>(allocate_object(type, sizeof(T) + extra_bytes));
}

// Raw buffers (element storage of lists, tables of dicts). nullptr with MemoryError pending when impossible.
void* allocate_buffer(size_t bytes);
void free_buffer(void* p);
// For a buffer readers of other threads may still look at: freed after a grace period.
void retire_buffer(void* p);

}  // namespace py
