// Pages of equal-sized blocks, and the pool the heaps of all threads take them from.
//
// The system gives memory in chunks of 2 MiB, which is what processors have large pages of; a chunk is 64 pages of
// 32 KiB, the first of which holds the chunk's own header. A page belongs to one heap at a time and holds blocks of one size, either objects the
// cycle collector must look at or objects it need not, never both. Page and chunk of a block are found by
// masking its address.
//
// A block that is not in use has a null first word (where a live object has its type) and the link of a free
// list in its second: that is how a walk over a page tells objects from holes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace py {

struct Heap;
struct Object;

inline constexpr size_t page_size = 32 << 10, chunk_size = 2 << 20, pages_per_chunk = chunk_size / page_size;
inline constexpr size_t page_header_size = 64;

struct FreeBlock {
  void* type;                            // null: not an object
  FreeBlock* next;
};

struct alignas(64) Page {
  FreeBlock* free;                       // owner only
  uint32_t used;                         // blocks handed out and not yet back on `free`; owner only
  uint16_t block_size;
  uint8_t list;                          // index of the heap's list: size class, and whether collected
  bool listed;                           // on that list (it is full otherwise, or the current page)
  std::atomic<Heap*> heap;               // changes only when an ended thread's page is taken over
  char* fresh;                           // blocks from here on were never used
  Page *next, *previous;                 // on the heap's list
  int32_t* scratch;                      // one number for each block while the collector works, else null
  uint32_t reciprocal;                   // 2^32 / block_size, rounded up
  bool collected;                        // its objects are of collected types
  char* end() { return reinterpret_cast<char*>(this) + page_size; }
  char* first() { return reinterpret_cast<char*>(this) + page_header_size; }
  size_t capacity() const { return (page_size - page_header_size) / block_size; }
  size_t index_of(const void* block) {
    return (uint64_t(static_cast<const char*>(block) - first()) * reciprocal) >> 32;
  }
  static Page* of(const void* block) {
    return reinterpret_cast<Page*>(reinterpret_cast<uintptr_t>(block) & ~uintptr_t(page_size - 1));
  }
};
static_assert(sizeof(Page) == page_header_size);

// Which parts of the address space, of the size of a chunk, are chunks: one bit for each. Most of it is never touched.
// A bit is set before and cleared after any address inside it can be known to anybody.
inline constexpr unsigned address_bits = sizeof(void*) == 8 ? 48 : 32;
extern std::atomic<uint64_t> chunk_map[(uint64_t{1} << address_bits) / chunk_size / 64];
// Whether p, an address of memory in use or null, lies in a page rather than in memory from malloc. Any thread.
inline bool in_page(const void* p) {
  uint64_t chunk = reinterpret_cast<uintptr_t>(p) / chunk_size;
  return chunk_map[chunk / 64].load(std::memory_order_relaxed) >> (chunk % 64) & 1;
}

// Any thread. Never fails: without memory the process ends with a message.
Page* take_page();
// Any thread. No block of the page is in use.
void give_page_back(Page* page);

// All pages in use, in no order. Only while the world is stopped (reclaim.hpp). visit(context, page).
void for_each_page(void (*visit)(void*, Page*), void* context);

// What precedes an object that is too large for a page, if it is of a collected type.
struct LargeHeader {
  LargeHeader *next, *previous;
  int64_t scratch;                       // as Page::scratch
  int64_t unused;
};
inline Object* object_of(LargeHeader* header) { return reinterpret_cast<Object*>(header + 1); }
inline LargeHeader* large_header(Object* o) { return reinterpret_cast<LargeHeader*>(o) - 1; }
// Those on the heap's list; only while the world is stopped.
void for_each_large(void (*visit)(void*, LargeHeader*), void* context);

// Bytes mapped from the system now.
size_t mapped_bytes();

}  // namespace py
