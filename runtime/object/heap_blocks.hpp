// What is inline where objects are made and dropped: taking a block of a size from the calling thread's heap, and giving it
// back. heap.cpp says how heaps and pages hang together.
#pragma once

#include <cstddef>

#include "runtime/object/death.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/layouts.hpp"
#include "runtime/object/pages.hpp"
#include "runtime/sync/bucket_lock.hpp"

namespace py {

// In line where speed counts; where size does, in programs for WebAssembly, as the compiler likes.
#ifdef __OPTIMIZE_SIZE__
#define PORTALIS_IN_LINE inline
#else
#define PORTALIS_IN_LINE [[gnu::always_inline]] inline
#endif

// Multiples of 16 up to 256, then four classes for each doubling, as far as the tables of sets and dicts with 128 slots.
inline constexpr uint16_t class_sizes[] = {32,  48,  64,  80,  96,  112, 128, 144, 160, 176, 192,  208,  224,  240,
                                           256, 320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2304};
inline constexpr unsigned class_count = sizeof class_sizes / sizeof *class_sizes;
#if defined(PORTALIS_SANITIZE_ADDRESS)
inline constexpr size_t small_limit = 0;        // all objects from malloc, whose sanitizer knows each one's end and death
#else
inline constexpr size_t small_limit = 2304;
#endif

struct ClassTable {
  uint8_t of[small_limit / 16 + 1];
  constexpr ClassTable() : of() {
    unsigned c = 0;
    for (size_t i = 0; i <= small_limit / 16; ++i) {
      while (class_sizes[c] < i * 16) ++c;
      of[i] = uint8_t(c);
    }
  }
};
inline constexpr ClassTable class_table;
// The list of a heap that has blocks for `size` bytes, at most small_limit.
inline unsigned list_for(size_t size, bool collected) { return class_table.of[(size + 15) / 16] + (collected ? class_count : 0); }

struct Heap {
  Page* current[2 * class_count];        // [size class + class_count if collected]
  Page* available[2 * class_count];      // pages with room, and no current one
  int64_t tracked = 0;                   // collected objects this thread allocated minus those it freed
  int64_t reported = 0;                  // what of `tracked` is in tracked_objects
  std::atomic<FreeBlock*> foreign{nullptr};   // freed by other threads
  std::atomic<bool> idle{true};          // no thread owns it; then idle_lock guards all of the above but `foreign`
  portalis::BucketLock idle_lock;
  std::atomic<uint32_t> strays{0};       // blocks freed while it was idle
  Heap* next = nullptr;                  // all heaps
};

void settle_page(Heap* heap, Page* page);   // a block of a page came back that was full or may now be empty
void free_foreign(Heap* home, FreeBlock* block);

// Null: the current page has no free block.
[[gnu::always_inline]] inline FreeBlock* take_block(Heap* heap, unsigned list) {
  Page* page = heap->current[list];
  FreeBlock* block = page->free;
  if (!block) [[unlikely]] return nullptr;
  page->free = block->next;
  ++page->used;
  return block;
}

[[gnu::always_inline]] inline void free_own(Heap* heap, Page* page, FreeBlock* block) {
  block->next = page->free;
  page->free = block;
  uint32_t used = --page->used;
  if ((used == 0 || !page->listed) && page != heap->current[page->list]) [[unlikely]] settle_page(heap, page);
}

// Gives a block back to whichever heap it came from.
[[gnu::always_inline]] inline void free_block(Heap* heap, Page* page, FreeBlock* block) {
  Heap* home = page->heap.load(std::memory_order_relaxed);
  if (home == heap) [[likely]] return free_own(heap, page, block);
  free_foreign(home, block);
}

// Counts, owner, lock, marks, aux: all that a header says besides its type. One store for each eight bytes.
[[gnu::always_inline]] inline void init_header(Object* o, uint8_t marks) {
  static_assert(offsetof(Object, owner) == offsetof(Object, local) + 4 && offsetof(Object, marks) == offsetof(Object, local) + 7);
  static_assert(offsetof(Object, aux) == offsetof(Object, shared) + 4 && offsetof(Object, shared) == offsetof(Object, local) + 8);
  uint64_t counts = 1 | uint64_t{this_owner} << 32 | uint64_t{marks} << 56;
  __atomic_store_n(reinterpret_cast<uint64_t*>(&o->local), counts, __ATOMIC_RELAXED);
  __atomic_store_n(reinterpret_cast<uint64_t*>(&o->shared), uint64_t{0}, __ATOMIC_RELAXED);
}

// An object on a block of `list`: null when there is none at hand. What follows the header is whatever it was.
[[gnu::always_inline]] inline Object* take_object(Type* type, unsigned list, bool collected) {
  Heap* heap = this_heap;
  FreeBlock* block = take_block(heap, list);
  if (!block) [[unlikely]] return nullptr;
  auto* o = reinterpret_cast<Object*>(block);
  init_header(o, 0);
  heap->tracked += collected;
  o->type = type;
  return o;
}

// An object of a collected type whose size is known where it is made. What follows the header is whatever it was: to be filled
// before the next safepoint.
template <class T> PORTALIS_IN_LINE T* allocate_fixed(Type* type) {
  if constexpr (sizeof(T) <= small_limit) {
    Object* o = take_object(type, list_for(sizeof(T), true), true);
    if (o) [[likely]] return static_cast<T*>(o);
  }
  return static_cast<T*>(allocate_unfilled(type, sizeof(T)));
}

// The memory of an object that is not large.
[[gnu::always_inline]] inline void free_small_object(Object* o, bool collected) {
  Heap* heap = this_heap;
  heap->tracked -= collected;
  auto* block = reinterpret_cast<FreeBlock*>(o);
  block->type = nullptr;
  free_block(heap, Page::of(o), block);
}

// allocate_buffer() of a size that is known where it is asked for, by a thread that runs Python, and free_buffer() for it.
template <size_t bytes> PORTALIS_IN_LINE void* allocate_small_buffer() {
  if constexpr (bytes < small_limit) {
    if (void* block = take_block(this_heap, list_for(bytes, false))) [[likely]] return block;
  }
  return allocate_buffer(bytes);
}
PORTALIS_IN_LINE void free_small_buffer(void* p) {
  if constexpr (small_limit > 0) free_block(this_heap, Page::of(p), static_cast<FreeBlock*>(p));
  else free_buffer(p);
}

// free_object() for what certainly is of a collected type.
PORTALIS_IN_LINE void free_collected(Object* o) {
  if (o->marks.load(std::memory_order_relaxed) & flag_large) [[unlikely]] free_object(o);
  else free_small_object(o, true);
}

// incref() for what containers copy, often constants: told apart without a call.
PORTALIS_IN_LINE Value count_item(Value v) {
  if (!v.is_object()) return v;
  Object* o = v.object();
  const uint16_t owner = owner_of(o);
  if (owner == this_owner) ++o->local;
  else if (owner != immortal_owner) incref_shared(o);
  return v;
}

// decref() for what containers that are released hold, often constants or texts that nobody else has ever counted: the latter
// need no more than their memory given back.
// False: nothing was done.
PORTALIS_IN_LINE bool releases_quickly(Object* o) {
  uint16_t owner = owner_of(o);
  if (owner == immortal_owner) return true;
  if (owner != this_owner) return false;
  if (o->local > 1) {
    --o->local;
    return true;
  }
  if (o->type != &str_type || o->shared.load(std::memory_order_acquire) != shared_plain || (o->marks.load(std::memory_order_relaxed) & flag_large)) return false;
  free_small_object(o, false);
  return true;
}
// What a container that is being released holds. Tuples that nobody else has or ever had need no look at their class.
PORTALIS_IN_LINE void release_item(Value item) {
  if (!item.is_object()) return;
  Object* o = item.object();
  if (releases_quickly(o)) return;
  if (o->type != &tuple_type || owner_of(o) != this_owner || o->shared.load(std::memory_order_acquire) != shared_plain) return decref_other(o);
  o->local = 0;
  bury_tuple(o);
}

}  // namespace py
