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
// Note that a zeroed Value or Slot is neither Undefined nor an object: set them before anyone reads them;
// only the cycle collector's visitor takes it for "nothing".
// Never fails: out of memory raises MemoryError only for sizes over 1 MB (returns nullptr with the
// error pending) and ends the process with a message below that.
Object* allocate_object(Type* type, size_t size);
// The same, but what follows the header is whatever it was: to be filled before the next safepoint.
Object* allocate_unfilled(Type* type, size_t size);
void free_object(Object* o);   // memory only; called by a type's dealloc

template <class T> T* allocate(Type* type, size_t extra_bytes = 0) {
  return static_cast<T*>(allocate_object(type, sizeof(T) + extra_bytes));
}

// Raw buffers (element storage of lists, tables of dicts), 16-byte aligned. nullptr with MemoryError pending when impossible.
void* allocate_buffer(size_t bytes);
void free_buffer(void* p);     // null is fine
// For a buffer readers of other threads may still look at: freed after a grace period. Null is fine.
void retire_buffer(void* p);

// ---- for threads, reclamation and the collector ----
struct Heap;
extern thread_local constinit Heap* this_heap;
Heap* make_heap();             // never freed: an ended thread's heap serves a later thread; idle at first
void enter_heap(Heap* heap);   // by the thread that owns it from now on
void leave_heap(Heap* heap);   // the thread ends: empty pages go back to the pool
void drain_heaps();            // takes back what other threads freed, everywhere; only while the world is stopped

// Live objects of collected types, about (each heap reports differences now and then), and the number at which
// the allocating thread asks for a collection.
extern std::atomic<int64_t> tracked_objects, tracked_limit;
int64_t count_tracked();       // exactly; only while the world is stopped
int64_t estimate_tracked();    // off by a few hundred for each other thread

// Calls visit(context, object) for every live object of a collected type. Only while the world is stopped.
void for_each_tracked(void (*visit)(void*, Object*), void* context);

}  // namespace py
