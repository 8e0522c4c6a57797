// Biased counts: merging, death on either side, finalizers, deep structures, many short threads.
#include <memory>

#include "portalis/parking_lot.hpp"
#include "runtime/object/memory_test.hpp"
#include "runtime/object/reclaim.hpp"

namespace py::test {
namespace {

class RefcountTest : public MemoryTest {};

TEST_F(RefcountTest, OwnerAlone) {
  Value v = make_leaf();
  EXPECT_TRUE(is_unique(v.object()));
  (void)incref(v);
  EXPECT_FALSE(is_unique(v.object()));
  EXPECT_EQ(reference_count(v.object()), 2);
  decref(v);
  decref(v);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(RefcountTest, ImmortalsAreNotCounted) {
  Value v = make_leaf();
  make_immortal(v.object());
  for (int i = 0; i < 10; ++i) decref(v);
  EXPECT_EQ(leaves_alive, leaves_before_ + 1);
}

TEST_F(RefcountTest, DeepNestingDoesNotOverflow) {
  Value v = make_node();
  for (int i = 0; i < 1000000; ++i) v = make_node(v, make_leaf());
  decref(v);
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(RefcountTest, LastReferenceDroppedByStranger) {
  Value v = make_leaf();
  run_python_threads(1, [&](int) { decref(v); });    // the owner is blocked: freed on its behalf
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(RefcountTest, RunningOwnerMergesAtItsSafepoint) {
  Value v = make_leaf();
  std::atomic<int> dropped{0};
  announce_thread();
  portalis::Thread thread;
  thread.start([&] {
    ThreadRegistration registration;
    decref(v);
    dropped = 1;
  });
  while (!dropped) portalis::yield_thread();
  while (leaves_alive != leaves_before_) safepoint();
  BlockingRegion region;
  thread.join();
}

TEST_F(RefcountTest, OwnerEndedBeforeTheObject) {
  Value v = Undefined;
  run_python_threads(1, [&](int) { v = make_leaf(); });
  (void)incref(v);
  EXPECT_EQ(reference_count(v.object()), 2);
  decref(v);
  decref(v);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(RefcountTest, SuccessorInheritsTheCounts) {
  Value v = Undefined;
  run_python_threads(1, [&](int) {
    v = make_leaf();
    (void)incref(v);
  });
  uint16_t owner = v.object()->owner;
  bool same = false;
  run_python_threads(1, [&](int) {
    same = this_owner == owner;
    decref(v);
  });
  EXPECT_TRUE(same);
  EXPECT_EQ(leaves_alive, leaves_before_ + 1);
  decref(v);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(RefcountTest, FinalizerRunsOnceAndMayResurrect) {
  static Value saved;
  saved = Undefined;
  finalizer = [](Object* o) { saved = incref(object_value(o)); };
  int64_t runs = finalizer_runs;
  Value v = make_node(None, None, &finalized_node_type);
  decref(v);
  EXPECT_EQ(finalizer_runs, runs + 1);
  EXPECT_EQ(nodes_alive, nodes_before_ + 1);
  EXPECT_TRUE(saved.same(v));
  decref(saved);
  EXPECT_EQ(finalizer_runs, runs + 1);
  EXPECT_EQ(nodes_alive, nodes_before_);
  finalizer = nullptr;
}

// Threads pass references around and count up and down at random; in the end everything is dead.
TEST_P(RefcountTest, Stress) {
  int n = threads(), each = portalis::test::share(300000, n);
  constexpr int slots = 16;
  Slot shared[slots];
  run_python_threads(n, [&](int i) {
    portalis::test::Random random(i + 1);
    Ref held[4];
    for (int k = 0; k < each; ++k) {
      Slot& slot = shared[random(slots)];
      switch (random(6)) {
        case 0: slot.set(make_leaf()); break;
        case 1: slot.set(make_node(make_leaf(), slot.get())); break;
        case 2: held[random(4)] = Ref(slot.get()); break;
        case 3: slot.set(incref(held[random(4)].get())); break;
        case 4: held[random(4)] = Ref(slot.remove()); break;
        case 5: held[random(4)].reset(); break;
      }
      safepoint();
    }
  });
  for (Slot& slot : shared) slot.set(Undefined);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(RefcountTest, TenThousandShortThreads) {
  int total = portalis::test::sanitized ? 1000 : 10000;
  Slot shared[8];
  for (int done = 0; done < total; done += 100) {
    run_python_threads(100, [&](int i) {
      Slot& slot = shared[i % 8];
      slot.set(make_node(make_leaf(), slot.get()));
      safepoint();
      Ref mine(slot.get());
      if (i % 16 < 8) slot.set(make_leaf());
    });
  }
  for (Slot& slot : shared) slot.set(Undefined);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(RefcountTest, ThousandsOfThreadsAtOnce) {
  const int n = portalis::test::sanitized ? 200 : 3000;
  Slot shared[8];
  std::atomic<int> here{0};
  run_python_threads(n, [&](int i) {
    shared[i % 8].set(make_node(make_leaf(), shared[(i + 1) % 8].get()));
    safepoint();
    if (++here == n) {
      portalis::parking_lot::unpark_all(&here);
    } else {
      portalis::parking_lot::park(&here, [&] { return here < n; }, [] {}, {});
    }
  });
  for (Slot& slot : shared) slot.set(Undefined);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

INSTANTIATE_TEST_SUITE_P(Threads, RefcountTest, MEMORY_THREAD_COUNTS);

}  // namespace
}  // namespace py::test
