// Allocation, freeing by owner and stranger, reuse of ended threads' memory, and memory going back.
#include <algorithm>
#include <cstring>
#include <memory>

#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/memory_test.hpp"
#include "runtime/object/pages.hpp"

namespace py::test {
namespace {

class HeapTest : public MemoryTest {};

// Under AddressSanitizer every object comes from malloc (heap.cpp), and pages have nothing to show.
#if defined(PORTALIS_SANITIZE_ADDRESS)
constexpr bool uses_pages = false;
#else
constexpr bool uses_pages = true;
#endif

TEST_F(HeapTest, AllSizes) {
  for (size_t size = sizeof(Object); size < 6000; size += 8) {
    for (Type* type : {&leaf_type, &node_type}) {
      Object* o = allocate_object(type, size);
      EXPECT_EQ(reinterpret_cast<uintptr_t>(o) % 16, 0u);
      EXPECT_EQ(o->type, type);
      EXPECT_EQ(reference_count(o), 1);
      EXPECT_EQ(o->aux, 0u);
      char* bytes = reinterpret_cast<char*>(o) + sizeof(Object);
      if (type->traverse) {
        EXPECT_TRUE(std::all_of(bytes, bytes + size - sizeof(Object), [](char c) { return c == 0; }));
      }
      std::memset(bytes, 0xa5, size - sizeof(Object));
      free_object(o);
    }
  }
}

TEST_F(HeapTest, BlocksDoNotOverlap) {
  constexpr int n = 20000;
  std::unique_ptr<Object*[]> objects(new Object*[n]);
  portalis::test::Random random(1);
  for (int i = 0; i < n; ++i) {
    size_t size = sizeof(Object) + random(300);
    objects[i] = allocate_object(&leaf_type, size);
    std::memset(reinterpret_cast<char*>(objects[i]) + sizeof(Object), i & 0xff, size - sizeof(Object));
    objects[i]->aux = uint32_t(size);
  }
  for (int i = 0; i < n; ++i) {
    char* bytes = reinterpret_cast<char*>(objects[i]) + sizeof(Object);
    for (size_t k = 0; k < objects[i]->aux - sizeof(Object); ++k) ASSERT_EQ(bytes[k], char(i & 0xff));
  }
  for (int i = 0; i < n; ++i) free_object(objects[i]);
}

TEST_F(HeapTest, MemoryComesBack) {
  if (!uses_pages) GTEST_SKIP();
  constexpr int n = 1000000;
  std::unique_ptr<Object*[]> objects(new Object*[n]);
  size_t before = mapped_bytes();
  for (int i = 0; i < n; ++i) objects[i] = allocate_object(&leaf_type, 100);
  size_t most = mapped_bytes();
  EXPECT_GT(most, before + 100000000);
  for (int i = 0; i < n; ++i) free_object(objects[i]);
  EXPECT_LE(mapped_bytes(), most / 2 + (4 << 20));       // half of it is kept for the next request
}

TEST_F(HeapTest, TrackedObjectsAreCounted) {
  int64_t before = count_tracked();
  Object* small = allocate_object(&node_type, sizeof(Node));
  Object* large = allocate_object(&node_type, 100000);
  Object* other = allocate_object(&leaf_type, 100000);
  EXPECT_EQ(count_tracked(), before + 2);
  struct Seen {
    Object *small, *large;
    int found = 0, total = 0;
  } seen{small, large};
  for_each_tracked(
      [](void* context, Object* o) {
        auto* seen = static_cast<Seen*>(context);
        ++seen->total;
        if (o == seen->small || o == seen->large) ++seen->found;
      },
      &seen);
  EXPECT_EQ(seen.found, 2);
  EXPECT_EQ(seen.total, before + 2);
  for (Object* o : {small, large, other}) free_object(o);
  EXPECT_EQ(count_tracked(), before);
}

TEST_F(HeapTest, BuffersOfAllSizes) {
  for (size_t size = 0; size < 3000; size += 24) {
    auto* buffer = static_cast<char*>(allocate_buffer(size));
    ASSERT_NE(buffer, nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffer) % 16, 0u);
    EXPECT_EQ(in_page(buffer), uses_pages && size < small_limit);
    std::memset(buffer, 0xa5, size);
    free_buffer(buffer);
  }
  free_buffer(nullptr);
  int64_t tracked = count_tracked();
  void* buffer = allocate_buffer(40);
  EXPECT_EQ(count_tracked(), tracked);   // the collector never takes one for an object
  free_buffer(buffer);
}

// Buffers go between threads as objects do.
TEST_P(HeapTest, BuffersFreedByStrangers) {
  int n = threads(), each = portalis::test::share(100000, n);
  std::unique_ptr<std::atomic<void*>[]> boxes(new std::atomic<void*>[size_t(n)]());
  run_python_threads(n, [&](int i) {
    for (int k = 0; k < each; ++k) {
      auto* mine = static_cast<uint64_t*>(allocate_buffer(size_t(16 + k % 200)));
      mine[0] = mine[1] = uint64_t(k);
      if (void* old = boxes[size_t(k + i) % size_t(n)].exchange(mine)) {
        EXPECT_EQ(static_cast<uint64_t*>(old)[0], static_cast<uint64_t*>(old)[1]);
        free_buffer(old);
      }
      safepoint();
    }
  });
  for (int i = 0; i < n; ++i) free_buffer(boxes[size_t(i)]);
}

// Each thread frees what the next one allocated.
TEST_P(HeapTest, FreedByStrangers) {
  int n = threads(), each = portalis::test::share(200000, n);
  std::unique_ptr<std::atomic<Object*>[]> boxes(new std::atomic<Object*>[size_t(n)]());
  run_python_threads(n, [&](int i) {
    for (int k = 0; k < each; ++k) {
      auto* mine = static_cast<Leaf*>(allocate_object(&leaf_type, sizeof(Leaf)));
      mine->payload[0] = uint64_t(k);
      if (Object* old = boxes[size_t(k + i) % size_t(n)].exchange(mine)) free_object(old);
      safepoint();
    }
  });
  for (int i = 0; i < n; ++i) {
    if (Object* o = boxes[size_t(i)]) free_object(o);
  }
}

TEST_F(HeapTest, EndedThreadsLeaveTheirMemory) {
  size_t before = mapped_bytes();
  for (int round = 0; round < 300; ++round) {
    run_python_threads(1, [&](int) {
      Object* objects[500];
      for (Object*& o : objects) o = allocate_object(&leaf_type, 200);
      for (Object* o : objects) free_object(o);
    });
  }
  EXPECT_LE(mapped_bytes(), before + 2 * chunk_size);
}

// What ended threads made goes back to the system when another thread frees it.
TEST_F(HeapTest, ObjectsOfEndedThreadsAreFreedForGood) {
  if (!uses_pages) GTEST_SKIP();
  constexpr int n = 800000;
  std::unique_ptr<Object*[]> objects(new Object*[n]);
  size_t before = mapped_bytes();
  run_python_threads(4, [&](int i) {
    for (int k = i; k < n; k += 4) objects[k] = allocate_object(&leaf_type, 250);
  });
  size_t most = mapped_bytes();
  EXPECT_GT(most, before + 150000000);
  for (int k = 0; k < n; ++k) free_object(objects[k]);
  // Half is kept, and the chunks of the few pages still in use: each heap's last page, and those of the up to 255
  // blocks it has not taken back yet. How the threads took turns decides whether these lie in one chunk or in many.
  constexpr size_t pages_of_a_heap = 1 + 4;
  EXPECT_LE(mapped_bytes(), most / 2 + 4 * pages_of_a_heap * chunk_size);
  {
    WorldStop stop;
    drain_heaps();
  }
  EXPECT_LE(mapped_bytes(), most / 2 + 6 * chunk_size);
}

// And the room they left in their pages is used again.
TEST_F(HeapTest, RoomOfEndedThreadsIsUsed) {
  constexpr int n = 100000;
  std::unique_ptr<Object*[]> objects(new Object*[n]);
  run_python_threads(4, [&](int i) {
    for (int k = i; k < n; k += 4) objects[k] = allocate_object(&leaf_type, 250);
  });
  size_t full = mapped_bytes();
  for (int k = 0; k < n; k += 2) free_object(objects[k]);
  for (int k = 0; k < n; k += 2) objects[k] = allocate_object(&leaf_type, 250);
  EXPECT_LE(mapped_bytes(), full + full / 4);
  for (int k = 0; k < n; ++k) free_object(objects[k]);
}

INSTANTIATE_TEST_SUITE_P(Threads, HeapTest, MEMORY_THREAD_COUNTS);

}  // namespace
}  // namespace py::test
