// Memory from the page's one WebAssembly memory, which only grows.
#include <cstdlib>
#include <cstring>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

void* map_memory(size_t size, size_t alignment) {
  void* piece = aligned_alloc(alignment, size);
  if (piece) memset(piece, 0, size);
  return piece;
}

void unmap_memory(void* address, size_t) { free(address); }

void discard_memory(void*, size_t) {}
void prefer_large_pages(void*, size_t) {}
void fill_memory(void*, size_t) {}
void* allocate_memory(size_t size) { return malloc(size); }

}  // namespace portalis::platform
