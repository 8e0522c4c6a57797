// Objects and small buffers from size-segregated pages, what is larger from malloc.
//
// Each thread has a heap: for every size class, once for collected and once for other objects, a current page
// to allocate from and a list of pages with room. Only the owner touches those; a thread that frees another's
// block pushes it to the owner heap's `foreign` list, which the owner takes over when it runs out of blocks.
// An ended thread's heap is idle until the next thread takes it over (thread_state.cpp), so heaps are never freed
// and a block's way back is always valid. Meanwhile others may tidy it up, and take pages with room from it.
#include "runtime/object/heap.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "runtime/object/error.hpp"
#include "runtime/object/heap_blocks.hpp"
#include "runtime/platform/platform.hpp"

namespace py {
namespace {

constinit Page empty_page{};             // has no room, so that `current` is never null

}  // namespace

thread_local constinit Heap* this_heap = nullptr;
std::atomic<int64_t> tracked_objects{0}, tracked_limit{35000};

namespace {

std::atomic<Heap*> all_heaps{nullptr};
std::atomic<int> idle_heaps{0};

void list_page(Heap* heap, Page* page) {
  page->next = heap->available[page->list];
  page->previous = nullptr;
  if (page->next) page->next->previous = page;
  heap->available[page->list] = page;
  page->listed = true;
}

void unlist_page(Heap* heap, Page* page) {
  (page->previous ? page->previous->next : heap->available[page->list]) = page->next;
  if (page->next) page->next->previous = page->previous;
  page->listed = false;
}

// Turns some never used blocks into free ones: a little at a time, so that memory is touched as it is needed.
void carve(Page* page) {
  size_t size = page->block_size;
  size_t count = size > 1024 ? 1 : 1024 / size, left = size_t(page->end() - page->fresh) / size;
  if (count > left) count = left;
  char* start = page->fresh;
  page->fresh += count * size;
  for (char* at = page->fresh; at > start;) {   // so that they are handed out in ascending order
    at -= size;
    auto* block = reinterpret_cast<FreeBlock*>(at);
    block->type = nullptr;
    block->next = page->free;
    page->free = block;
  }
}

Page* new_page(Heap* heap, unsigned list) {
  Page* page = take_page();
  page->free = nullptr;
  page->used = 0;
  page->block_size = class_sizes[list % class_count];
  page->list = uint8_t(list);
  page->listed = false;
  page->heap.store(heap, std::memory_order_relaxed);
  page->fresh = page->first();
  page->scratch = nullptr;
  page->collected = list >= class_count;
  page->reciprocal = uint32_t(((uint64_t{1} << 32) + page->block_size - 1) / page->block_size);
  return page;
}

void push_foreign(Heap* heap, FreeBlock* first, FreeBlock* last) {
  FreeBlock* head = heap->foreign.load(std::memory_order_relaxed);
  do {
    last->next = head;
  } while (!heap->foreign.compare_exchange_weak(head, first, std::memory_order_release, std::memory_order_relaxed));
}

// Takes back what other threads freed. Owner; idle and locked; or the world is stopped.
void drain_heap(Heap* heap) {
  FreeBlock* block = heap->foreign.exchange(nullptr, std::memory_order_acquire);
  while (block) {
    FreeBlock* next = block->next;
    Page* page = Page::of(block);
    Heap* home = page->heap.load(std::memory_order_relaxed);
    if (home == heap) free_own(heap, page, block);
    else push_foreign(home, block, block);   // the page was taken over meanwhile
    block = next;
  }
}

[[gnu::noinline]] void tidy_if_idle(Heap* heap) {
  heap->idle_lock.lock();
  if (heap->idle.load(std::memory_order_relaxed)) drain_heap(heap);
  heap->idle_lock.unlock();
}

// A page with room for `list` from some idle heap, or null. Looks at a few heaps only, others each time.
Page* take_idle_page(Heap* taker, unsigned list) {
  if (idle_heaps.load(std::memory_order_relaxed) == 0) return nullptr;
  static std::atomic<Heap*> cursor{nullptr};
  Heap* heap = cursor.load(std::memory_order_acquire);   // a heap made by another thread
  Page* page = nullptr;
  for (int tries = 0; tries < 8 && !page; ++tries) {
    if (!heap) heap = all_heaps.load(std::memory_order_acquire);
    if (heap->idle.load(std::memory_order_relaxed)) {
      heap->idle_lock.lock();
      if (heap->idle.load(std::memory_order_relaxed)) {
        drain_heap(heap);
        page = heap->available[list];
        if (page) {
          unlist_page(heap, page);
          page->heap.store(taker, std::memory_order_relaxed);
        }
      }
      heap->idle_lock.unlock();
    }
    heap = heap->next;
  }
  cursor.store(heap, std::memory_order_release);
  return page;
}

// The owner's count of collected objects has changed by enough to tell: report, and ask for a collection when due.
void report_tracked(Heap* heap) {
  int64_t delta = heap->tracked - heap->reported;
  if (delta < 256 && delta > -256) return;
  __atomic_store_n(&heap->reported, heap->tracked, __ATOMIC_RELAXED);
  int64_t now = tracked_objects.fetch_add(delta, std::memory_order_relaxed) + delta;
  if (now > tracked_limit.load(std::memory_order_relaxed)) request_safepoint(this_thread, safepoint_collect);
}

// The current page of `list` has no free block: there is one afterwards.
[[gnu::noinline]] void refill(Heap* heap, unsigned list) {
  Page* page = heap->current[list];
  if (page == &empty_page || page->fresh + page->block_size > page->end()) {
    if (heap->foreign.load(std::memory_order_relaxed)) drain_heap(heap);
    if (!page->free) {
      page = heap->available[list];
      if (page) unlist_page(heap, page);
      else if (!(page = take_idle_page(heap, list))) page = new_page(heap, list);
      heap->current[list] = page;
      if (list >= class_count) report_tracked(heap);
    }
  }
  if (!page->free) carve(page);
}

// ---- large objects ----

portalis::BucketLock large_lock;
LargeHeader large_objects{&large_objects, &large_objects, 0, 0};   // collected ones; guarded by large_lock

void* allocate_large(size_t size, bool collected) {
  auto* memory = static_cast<char*>(portalis::platform::allocate_memory(size + (collected ? sizeof(LargeHeader) : 0)));
  if (!memory) {
    if (size > (1 << 20)) {
      (void)raise_no_memory();
      return nullptr;
    }
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  if (!collected) return memory;
  auto* header = reinterpret_cast<LargeHeader*>(memory);
  object_of(header)->type = nullptr;     // the collector skips it until allocate_object() has set it up
  header->scratch = -1;
  large_lock.lock();
  header->next = large_objects.next;
  header->previous = &large_objects;
  header->next->previous = header;
  large_objects.next = header;
  large_lock.unlock();
  return object_of(header);
}

void free_large(Object* o, bool listed) {
  if (!listed) return std::free(o);
  LargeHeader* header = large_header(o);
  large_lock.lock();
  header->next->previous = header->previous;
  header->previous->next = header->next;
  large_lock.unlock();
  std::free(header);
}

}  // namespace

[[gnu::noinline]] void settle_page(Heap* heap, Page* page) {
  if (!page->listed) {
    list_page(heap, page);
  } else if (page->used == 0 && (page->next || page->previous)) {
    unlist_page(heap, page);
    give_page_back(page);
  }
}

[[gnu::noinline]] void free_foreign(Heap* home, FreeBlock* block) {
  push_foreign(home, block, block);
  if (home->idle.load(std::memory_order_relaxed) && (home->strays.fetch_add(1, std::memory_order_relaxed) & 255) == 255) tidy_if_idle(home);
}

[[gnu::noinline]] static Object* allocate_large_object(Type* type, size_t size) {
  bool collected = type->traverse != nullptr;
  auto* o = static_cast<Object*>(allocate_large(size, collected));
  if (!o) return nullptr;
  if (collected) {
    report_tracked(this_heap);
    ++this_heap->tracked;
    std::memset(reinterpret_cast<char*>(o) + sizeof(Object), 0, size - sizeof(Object));
  }
  init_header(o, collected ? flag_large | flag_large_listed : flag_large);
  o->type = type;
  return o;
}

[[gnu::noinline]] static Object* take_after_refill(Type* type, size_t size, bool collected) {
  refill(this_heap, list_for(size, collected));
  return take_object(type, list_for(size, collected), collected);
}

Object* allocate_unfilled(Type* type, size_t size) {
  if (size > small_limit) [[unlikely]] return allocate_large_object(type, size);
  bool collected = type->traverse != nullptr;
  Object* o = take_object(type, list_for(size, collected), collected);
  return o ? o : take_after_refill(type, size, collected);
}

#ifdef __clang__
#define PY_NO_MEMSET clang::no_builtin("memset")
#else
#define PY_NO_MEMSET gnu::optimize("no-tree-loop-distribute-patterns")
#endif
// Blocks are whole multiples of 16 bytes and begin at one: what follows the header is zeroed without a call.
[[gnu::noinline, PY_NO_MEMSET]] static Object* allocate_collected(Type* type, size_t size) {
  Object* o = allocate_unfilled(type, size);
  if (size > small_limit) return o;
  char *at = reinterpret_cast<char*>(o) + sizeof(Object), *end = reinterpret_cast<char*>(o) + size;
  static_assert(sizeof(Object) % 16 == 8);
  __builtin_memset(at, 0, 8);
  for (at += 8; at < end; at += 16) __builtin_memset(at, 0, 16);
  return o;
}

// Texts, numbers and the like need no more than a block: what is seldom or takes longer is a call at the end, for which
// nothing has to be kept.
Object* allocate_object(Type* type, size_t size) {
  if (type->traverse) return allocate_collected(type, size);
  if (size > small_limit) [[unlikely]] return allocate_large_object(type, size);
  Object* o = take_object(type, list_for(size, false), false);
  return o ? o : take_after_refill(type, size, false);
}

[[gnu::noinline]] static void free_large_object(Heap* heap, Object* o, bool listed) {
  heap->tracked -= listed;
  free_large(o, listed);
}

void free_object(Object* o) {
  uint8_t marks = o->marks.load(std::memory_order_relaxed);
  if (marks & flag_large) [[unlikely]] return free_large_object(this_heap, o, marks & flag_large_listed);
  free_small_object(o, Page::of(o)->collected);
}

[[gnu::noinline]] static void* allocate_large_buffer(size_t bytes) {
  constexpr size_t large = size_t{8} << 20;              // worth asking for pages that are filled and found faster
  void* p = portalis::platform::allocate_memory(bytes);
  if (!p) [[unlikely]] (void)raise_no_memory();
  else if (bytes >= large) [[unlikely]] portalis::platform::prefer_large_pages(p, bytes);
  return p;
}

[[gnu::noinline]] static void* allocate_buffer_after_refill(size_t bytes) {
  if (!this_heap) return allocate_large_buffer(bytes ? bytes : 1);   // a thread that runs no Python
  refill(this_heap, list_for(bytes, false));
  return allocate_buffer(bytes);
}

void* allocate_buffer(size_t bytes) {
  if (bytes >= small_limit) return allocate_large_buffer(bytes ? bytes : 1);
  Heap* heap = this_heap;
  void* block = heap ? take_block(heap, list_for(bytes, false)) : nullptr;
  return block ? block : allocate_buffer_after_refill(bytes);
}

void free_buffer(void* p) {
  if (!in_page(p)) return std::free(p);
  free_block(this_heap, Page::of(p), static_cast<FreeBlock*>(p));
}

Heap* make_heap() {
  auto* heap = new (std::nothrow) Heap{};
  if (!heap) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  idle_heaps.fetch_add(1, std::memory_order_relaxed);
  for (Page*& page : heap->current) page = &empty_page;
  heap->next = all_heaps.load(std::memory_order_relaxed);
  while (!all_heaps.compare_exchange_weak(heap->next, heap, std::memory_order_release, std::memory_order_relaxed)) {
  }
  return heap;
}

void enter_heap(Heap* heap) {
  heap->idle_lock.lock();
  heap->idle.store(false, std::memory_order_relaxed);
  heap->idle_lock.unlock();
  idle_heaps.fetch_sub(1, std::memory_order_relaxed);
}

void drain_heaps() {
  for (Heap* heap = all_heaps.load(std::memory_order_acquire); heap; heap = heap->next) {
    if (heap->foreign.load(std::memory_order_relaxed)) drain_heap(heap);
  }
}

void leave_heap(Heap* heap) {
  drain_heap(heap);
  for (unsigned list = 0; list < 2 * class_count; ++list) {
    Page* page = heap->current[list];
    heap->current[list] = &empty_page;
    if (page != &empty_page && page->used == 0) give_page_back(page);
    else if (page != &empty_page && (page->free || page->fresh + page->block_size <= page->end())) list_page(heap, page);
    while ((page = heap->available[list]) && page->used == 0) {
      unlist_page(heap, page);
      give_page_back(page);
    }
  }
  tracked_objects.fetch_add(heap->tracked - heap->reported, std::memory_order_relaxed);
  heap->reported = heap->tracked;
  heap->idle_lock.lock();
  heap->idle.store(true, std::memory_order_relaxed);
  heap->idle_lock.unlock();
  idle_heaps.fetch_add(1, std::memory_order_relaxed);
}

int64_t count_tracked() {
  int64_t sum = tracked_objects.load(std::memory_order_relaxed);
  for (Heap* heap = all_heaps.load(std::memory_order_acquire); heap; heap = heap->next) sum += heap->tracked - heap->reported;
  return sum;
}

int64_t estimate_tracked() {
  return tracked_objects.load(std::memory_order_relaxed) + this_heap->tracked - this_heap->reported;
}

void for_each_tracked(void (*visit)(void*, Object*), void* context) {
  struct Walk {
    void (*visit)(void*, Object*);
    void* context;
  } walk{visit, context};
  for_each_page(
      [](void* opaque, Page* page) {
        auto* walk = static_cast<Walk*>(opaque);
        if (!page->collected) return;
        for (char* block = page->first(); block < page->fresh; block += page->block_size) {
          auto* o = reinterpret_cast<Object*>(block);
          if (o->type) walk->visit(walk->context, o);
        }
      },
      &walk);
  for_each_large(
      [](void* opaque, LargeHeader* header) {
        auto* walk = static_cast<Walk*>(opaque);
        Object* o = object_of(header);
        if (o->type) walk->visit(walk->context, o);
      },
      &walk);
}

void for_each_large(void (*visit)(void*, LargeHeader*), void* context) {
  for (LargeHeader* header = large_objects.next; header != &large_objects; header = header->next) visit(context, header);
}

}  // namespace py
