// Memory from the system, aligned as the heap wants it.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

// What buffers are freed stays for the next ones, as with the heap's pages: a growing list or dict frees its old buffers
// all the time, and malloc would give those back to the system, which takes a fault for each page to have it again.
static bool keep_freed_buffers() {
  constexpr int bytes = 32 << 20;        // the most malloc accepts for the first
  return mallopt(M_MMAP_THRESHOLD, bytes) && mallopt(M_TRIM_THRESHOLD, bytes);
}

// Calls advise(start, size) with the whole pages of the memory.
template <class Advise>
static void for_whole_pages(void* address, size_t size, Advise&& advise) {
  constexpr uintptr_t page = 4096;       // at least: what the call asks of an address
  uintptr_t start = (reinterpret_cast<uintptr_t>(address) + page - 1) & ~(page - 1);
  uintptr_t end = (reinterpret_cast<uintptr_t>(address) + size) & ~(page - 1);
  if (start < end) advise(reinterpret_cast<void*>(start), end - start);
}

void* map_memory(size_t size, size_t alignment) {
  [[maybe_unused]] static const bool kept = keep_freed_buffers();
  // Ask for more, then give the ends back: mmap itself promises no more than the system's page size.
  size_t padded = size + alignment;
  void* raw = mmap(nullptr, padded, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (raw == MAP_FAILED) return nullptr;
  uintptr_t start = reinterpret_cast<uintptr_t>(raw);
  uintptr_t aligned = (start + alignment - 1) & ~uintptr_t(alignment - 1);
  if (aligned != start) munmap(raw, aligned - start);
  uintptr_t end = aligned + size;
  if (end != start + padded) munmap(reinterpret_cast<void*>(end), start + padded - end);
  return reinterpret_cast<void*>(aligned);
}

void unmap_memory(void* address, size_t size) { munmap(address, size); }

void discard_memory(void* address, size_t size) { madvise(address, size, MADV_DONTNEED); }

void prefer_large_pages(void* address, size_t size) {
  for_whole_pages(address, size, [](void* start, size_t bytes) { madvise(start, bytes, MADV_HUGEPAGE); });
}

void fill_memory(void* address, size_t size) {
  constexpr int populate_write = 23;     // MADV_POPULATE_WRITE, since Linux 5.14; older systems refuse
  for_whole_pages(address, size, [](void* start, size_t bytes) { madvise(start, bytes, populate_write); });
}

// malloc enlarges its memory by moving the end of the data segment, 128 KiB at a time or more, and a fault for each page of
// it takes many times as long as filling them together.
void* allocate_memory(size_t size) {
  static std::atomic<uintptr_t> filled_up_to{0};
  void* memory = std::malloc(size);
  auto end = reinterpret_cast<uintptr_t>(sbrk(0)), filled = filled_up_to.load(std::memory_order_relaxed);
  if (end == filled) [[likely]] return memory;
  filled_up_to.store(end, std::memory_order_relaxed);
  // Of a block outside of that segment, or below, nothing is known.
  auto block = reinterpret_cast<uintptr_t>(memory);
  constexpr uintptr_t most = 8 << 20;
  uintptr_t from = filled > block ? filled : block;
  if (memory && from < end && end - from <= most) fill_memory(reinterpret_cast<void*>(from), end - from);
  return memory;
}

}  // namespace portalis::platform
