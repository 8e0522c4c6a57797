// Grace periods: readers without counts, hand-over by blocked and ended threads, going back to one thread.
#include <memory>

#include "runtime/object/memory_test.hpp"
#include "runtime/object/reclaim.hpp"

namespace py::test {
namespace {

class ReclaimTest : public MemoryTest {};

TEST_F(ReclaimTest, SingleThreadReleasesAtOnce) {
  EXPECT_FALSE(threads_alive());
  Slot slot(make_leaf());
  slot.set(make_leaf());
  EXPECT_EQ(leaves_alive, leaves_before_ + 1);
  slot.set(Undefined);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(ReclaimTest, BackToOneThread) {
  run_python_threads(2, [&](int) { EXPECT_TRUE(threads_alive()); });
  safepoint();
  EXPECT_FALSE(threads_alive());
}

TEST_F(ReclaimTest, AnnouncedThreadCounts) {
  announce_thread();
  EXPECT_TRUE(threads_alive());
  safepoint();
  EXPECT_TRUE(threads_alive());
  retract_thread();
  safepoint();
  EXPECT_FALSE(threads_alive());
}

// A reader that has not passed a safepoint keeps a retired object alive; once it has, the object dies soon.
TEST_F(ReclaimTest, ReaderHoldsUpRelease) {
  Slot slot(make_leaf());
  std::atomic<int> stage{0};
  announce_thread();
  portalis::Thread reader;
  reader.start([&] {
    ThreadRegistration registration;
    auto* leaf = slot.peek().as<Leaf>();
    stage = 1;
    while (stage == 1) portalis::yield_thread();
    EXPECT_EQ(leaf->payload[2], 0x1122334455667788u);
    EXPECT_EQ(leaves_alive, leaves_before_ + 1);
    stage = 3;
    while (stage == 3) safepoint();
  });
  while (stage != 1) portalis::yield_thread();
  slot.set(Undefined);
  for (int i = 0; i < 10000; ++i) safepoint();
  EXPECT_EQ(leaves_alive, leaves_before_ + 1);
  stage = 2;
  while (stage != 3) portalis::yield_thread();
  for (int i = 0; i < 100000000 && leaves_alive != leaves_before_; ++i) safepoint();
  EXPECT_EQ(leaves_alive, leaves_before_);
  stage = 4;
  BlockingRegion region;
  reader.join();
}

// What a thread retired before it blocks is released by the others.
TEST_F(ReclaimTest, BlockedThreadHandsOver) {
  Slot slot(make_leaf());
  std::atomic<bool> done{false};
  announce_thread();
  portalis::Thread thread;
  thread.start([&] {
    ThreadRegistration registration;
    slot.set(Undefined);
    BlockingRegion region;
    while (!done) portalis::yield_thread();
  });
  for (int i = 0; i < 100000000 && leaves_alive != leaves_before_; ++i) safepoint();
  EXPECT_EQ(leaves_alive, leaves_before_);
  done = true;
  BlockingRegion region;
  thread.join();
}

// Writers replace objects, readers look inside them without counting.
TEST_P(ReclaimTest, ReadersNeverSeeTheDead) {
  int n = threads(), each = portalis::test::share(400000, n);
  constexpr int slots = 4;
  Slot shared[slots];
  for (Slot& slot : shared) slot.init(make_node(make_leaf()));
  int64_t most = 0;
  run_python_threads(n, [&](int i) {
    portalis::test::Random random(i + 1);
    for (int k = 0; k < each; ++k) {
      Slot& slot = shared[random(slots)];
      if (random(4) == 0) {
        slot.set(make_node(make_leaf()));
      } else {
        auto* node = slot.peek().as<Node>();
        auto* leaf = node->left.peek().as<Leaf>();
        ASSERT_EQ(leaf->payload[1], 0x1122334455667788u);
        ASSERT_EQ(leaf->type, &leaf_type);
      }
      if (i == 0 && leaves_alive > most) most = leaves_alive;
      safepoint();
    }
  });
  for (Slot& slot : shared) slot.set(Undefined);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_P(ReclaimTest, StopTheWorld) {
  int n = threads();
  std::atomic<int> running{0}, inside{0};
  int64_t unguarded = 0;
  run_python_threads(n, [&](int i) {
    ++running;
    for (int k = 0; k < portalis::test::share(2000, n); ++k) {
      if (k % 10 == 0) {
        WorldStop stop;
        EXPECT_EQ(inside.fetch_add(1), 0);
        for (int j = 0; j < 10; ++j) unguarded = unguarded + 1;
        --inside;
      } else {
        EXPECT_EQ(inside, 0);
      }
      safepoint();
    }
  });
  EXPECT_EQ(unguarded % 10, 0);
}

INSTANTIATE_TEST_SUITE_P(Threads, ReclaimTest, MEMORY_THREAD_COUNTS);

}  // namespace
}  // namespace py::test
