// Cycles are found and broken up, whatever is held from outside stays, finalizers may resurrect.
#include "runtime/object/cycles.hpp"

#include "runtime/object/memory_test.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/weakref.hpp"

namespace py::test {
namespace {

class CyclesTest : public MemoryTest {
 protected:
  CyclesTest() { set_automatic_collection(false); }
  ~CyclesTest() { set_automatic_collection(true); }
};

// A ring of n nodes with a leaf each; returns the first, owned.
Value make_ring(int n, Type* type = &node_type) {
  Value first = make_node(None, make_leaf(), type), last = first;
  for (int i = 1; i < n; ++i) last = make_node(last, make_leaf(), type);
  first.as<Node>()->left.set(last);
  return incref(first);
}

TEST_F(CyclesTest, RingIsCollected) {
  decref(make_ring(1));
  decref(make_ring(10));
  decref(make_ring(100000));
  EXPECT_EQ(nodes_alive, nodes_before_ + 100011);
  EXPECT_EQ(collect_cycles().collected, 100011);
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(CyclesTest, HeldRingStays) {
  Ref ring(make_ring(10));
  Ref outside(make_node(Ref::borrow(ring).take()));
  ring.reset();
  EXPECT_EQ(collect_cycles().collected, 0);
  EXPECT_EQ(nodes_alive, nodes_before_ + 11);
  outside.reset();
  EXPECT_EQ(collect_cycles().collected, 10);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(CyclesTest, LargeObjectsTakePart) {
  auto* large = static_cast<Node*>(allocate_object(&node_type, 50000));
  ++nodes_alive;
  large->left.init(make_node(incref(object_value(large))));
  large->right.init(None);
  decref(large);
  EXPECT_EQ(collect_cycles().collected, 2);
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(CyclesTest, WeakrefsOfGarbageAreCutAndCalled) {
  int64_t runs = callback_runs;
  Ref callback(make_leaf(&callback_type));
  Ref ring(make_ring(3));
  Ref outside(make_weakref(ring, callback));
  // This one is part of the garbage: its callback does not run.
  ring.as<Node>()->right.set(make_weakref(ring, callback));
  ring.reset();
  collect_cycles();
  EXPECT_EQ(callback_runs, runs + 1);
  EXPECT_TRUE(weakref_target(outside.as<WeakRef>()).is_undefined());
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(CyclesTest, FinalizersRunOnceAndMayResurrect) {
  static Value saved;
  saved = Undefined;
  finalizer = [](Object* o) {
    if (saved.is_undefined()) saved = incref(object_value(o));
  };
  int64_t runs = finalizer_runs;
  decref(make_ring(5, &finalized_node_type));
  decref(make_ring(7));
  EXPECT_EQ(collect_cycles().collected, 12);
  EXPECT_EQ(finalizer_runs, runs + 5);
  EXPECT_EQ(nodes_alive, nodes_before_ + 5);      // one is resurrected and holds the others
  decref(saved);
  EXPECT_EQ(collect_cycles().collected, 5);
  EXPECT_EQ(finalizer_runs, runs + 5);
  EXPECT_EQ(nodes_alive, nodes_before_);
  finalizer = nullptr;
}

// Other code runs in the middle of a death, and may collect then: what is dying must be left alone.
TEST_F(CyclesTest, CollectingInsideFinalizersAndCallbacks) {
  finalizer = [](Object*) { collect_cycles(); };
  for (int i = 0; i < 10; ++i) {
    Value v = make_node(make_node(None, None, &finalized_node_type), make_ring(2), &finalized_node_type);
    Ref callback(make_leaf(&collecting_callback_type));
    Ref ref(make_weakref(v, callback)), inner(make_weakref(v.as<Node>()->left.peek(), callback));
    decref(v);
    EXPECT_TRUE(weakref_target(ref.as<WeakRef>()).is_undefined());
  }
  finalizer = nullptr;
  collect_cycles();
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(CyclesTest, AutomaticCollectionBoundsGarbage) {
  set_automatic_collection(true);
  int64_t most = 0;
  for (int i = 0; i < 100000; ++i) {
    decref(make_ring(2));
    safepoint();
    if (nodes_alive - nodes_before_ > most) most = nodes_alive - nodes_before_;
  }
  EXPECT_LT(most, 40000);
  set_automatic_collection(false);
  collect_cycles();
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_F(CyclesTest, ReferrersAndFreezing) {
  Ref leaf(make_leaf());
  Ref holder(make_node(leaf.take(), None));
  Object* target = holder.as<Node>()->left.peek().object();
  ObjectList found;
  list_referrers(&target, 1, found);
  ASSERT_EQ(found.count(), 1u);
  EXPECT_EQ(found[0], holder.get().object());
  decref(found[0]);
  decref(make_ring(4));
  freeze_tracked();
  EXPECT_GE(count_frozen(), 5);
  EXPECT_EQ(collect_cycles().collected, 0);
  thaw_tracked();
  EXPECT_EQ(count_frozen(), 0);
  EXPECT_EQ(collect_cycles().collected, 4);
}

TEST_P(CyclesTest, Stress) {
  set_automatic_collection(true);
  int n = threads(), each = portalis::test::share(100000, n);
  constexpr int slots = 8;
  Slot shared[slots];
  for (Slot& slot : shared) slot.init(make_node());
  run_python_threads(n, [&](int i) {
    portalis::test::Random random(i + 1);
    for (int k = 0; k < each; ++k) {
      Ref a(shared[random(slots)].get()), b(shared[random(slots)].get());
      switch (random(8)) {
        case 0: shared[random(slots)].set(make_node(a.take(), make_leaf())); break;
        case 1: shared[random(slots)].set(make_ring(3)); break;
        case 2: a.as<Node>()->left.set(b.take()); break;
        case 3: b.as<Node>()->right.set(a.take()); break;
        case 4: shared[random(slots)].set(make_ring(2, &finalized_node_type)); break;
        case 5: Ref(make_weakref(a)); break;
        case 6: if (random(500) == 0) collect_cycles(); break;
        default: break;
      }
      safepoint();
    }
  });
  for (Slot& slot : shared) slot.set(Undefined);
  set_automatic_collection(false);
  settle();
  collect_cycles();
  settle();
  collect_cycles();
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

INSTANTIATE_TEST_SUITE_P(Threads, CyclesTest, MEMORY_THREAD_COUNTS);

}  // namespace
}  // namespace py::test
