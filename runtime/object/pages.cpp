// The pool of pages: chunks from the system, bitmaps of their free pages, and what goes back to the system.
#include "runtime/object/pages.hpp"

#include <bit>
#include <cstdio>
#include <cstdlib>

#include "runtime/platform/platform.hpp"
#include "runtime/sync/bucket_lock.hpp"

namespace py {
namespace {

struct Chunk {
  Chunk *next, *previous;
  uint64_t free_pages;                   // bit i: page i is not in use; page 0 is this header
  uint64_t dirty;                        // free pages that still hold memory
};

constexpr uint64_t all_free = ~uint64_t{1};
// Free memory is kept for the next request, for getting it from the system again is slow: 32 MiB, or half of all that
// is mapped if that is more.
constexpr size_t kept_chunks = 16;
// A program that has this many is not small: what else it needs comes in large pages, with one fault instead of hundreds.
constexpr size_t chunks_in_small_pages = 1;
// What a small one needs is filled this many pages at a time.
constexpr unsigned pages_filled_at_once = 8;

portalis::BucketLock pool_lock;          // guards everything below
Chunk* chunks = nullptr;
Chunk* with_room = nullptr;              // a chunk that had a free page when last looked at
unsigned dirty_pages = 0;
unsigned empty_chunks = 0;
size_t chunk_count = 0;

size_t chunks_to_keep() { return chunk_count / 2 > kept_chunks ? chunk_count / 2 : kept_chunks; }

Chunk* chunk_of(Page* page) {
  return reinterpret_cast<Chunk*>(reinterpret_cast<uintptr_t>(page) & ~uintptr_t(chunk_size - 1));
}

void flip_in_map(Chunk* chunk) {
  uint64_t number = reinterpret_cast<uintptr_t>(chunk) / chunk_size;
  chunk_map[number / 64].fetch_xor(uint64_t{1} << (number % 64), std::memory_order_relaxed);
}

Chunk* new_chunk() {
  void* memory = portalis::platform::map_memory(chunk_size, chunk_size);
  if (!memory) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  if (chunk_count >= chunks_in_small_pages) portalis::platform::prefer_large_pages(memory, chunk_size);
  auto* chunk = static_cast<Chunk*>(memory);
  chunk->next = chunks;
  chunk->previous = nullptr;
  if (chunks) chunks->previous = chunk;
  chunks = chunk;
  chunk->free_pages = all_free;
  chunk->dirty = 0;
  flip_in_map(chunk);
  ++chunk_count;
  ++empty_chunks;
  return chunk;
}

void drop_chunk(Chunk* chunk) {
  dirty_pages -= unsigned(std::popcount(chunk->dirty));
  (chunk->previous ? chunk->previous->next : chunks) = chunk->next;
  if (chunk->next) chunk->next->previous = chunk->previous;
  if (with_room == chunk) with_room = chunks;
  --chunk_count;
  --empty_chunks;
  flip_in_map(chunk);
  portalis::platform::unmap_memory(chunk, chunk_size);
}

}  // namespace

std::atomic<uint64_t> chunk_map[(uint64_t{1} << address_bits) / chunk_size / 64];

Page* take_page() {
  pool_lock.lock();
  Chunk* chunk = with_room;
  if (!chunk || !chunk->free_pages) {
    for (chunk = chunks; chunk && !chunk->free_pages; chunk = chunk->next) {
    }
    if (!chunk) chunk = new_chunk();
    with_room = chunk;
  }
  if (chunk->free_pages == all_free) --empty_chunks;
  // Pages that hold memory already come first.
  uint64_t candidates = chunk->dirty ? chunk->dirty : chunk->free_pages;
  unsigned index = unsigned(std::countr_zero(candidates));
  uint64_t bit = uint64_t{1} << index;
  chunk->free_pages &= ~bit;
  if (chunk->dirty & bit) {
    chunk->dirty &= ~bit;
    --dirty_pages;
  }
  auto* memory = reinterpret_cast<char*>(chunk) + index * page_size;
  // Pages are handed out in their order, as long as none is given back.
  bool fill = !(candidates & chunk->dirty) && chunk_count <= chunks_in_small_pages && (index == 1 || index % pages_filled_at_once == 0);
  pool_lock.unlock();
  if (fill) portalis::platform::fill_memory(memory, (pages_filled_at_once - index % pages_filled_at_once) * page_size);
  return reinterpret_cast<Page*>(memory);
}

void give_page_back(Page* page) {
  Chunk* chunk = chunk_of(page);
  uint64_t bit = uint64_t{1} << ((reinterpret_cast<char*>(page) - reinterpret_cast<char*>(chunk)) / page_size);
  pool_lock.lock();
  if (dirty_pages < chunks_to_keep() * (chunk_size / page_size)) {
    chunk->dirty |= bit;
    ++dirty_pages;
  } else {
    portalis::platform::discard_memory(page, page_size);
  }
  chunk->free_pages |= bit;
  if (chunk->free_pages == all_free && ++empty_chunks > chunks_to_keep()) drop_chunk(chunk);
  else with_room = chunk;
  pool_lock.unlock();
}

void for_each_page(void (*visit)(void*, Page*), void* context) {
  for (Chunk* chunk = chunks; chunk; chunk = chunk->next) {
    for (uint64_t used = ~chunk->free_pages & all_free; used; used &= used - 1) {
      visit(context, reinterpret_cast<Page*>(reinterpret_cast<char*>(chunk) + size_t(std::countr_zero(used)) * page_size));
    }
  }
}

size_t mapped_bytes() {
  pool_lock.lock();
  size_t bytes = chunk_count * chunk_size;
  pool_lock.unlock();
  return bytes;
}

}  // namespace py
