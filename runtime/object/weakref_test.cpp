// Weak references: sharing, death, callbacks, and upgrades that race with the last release.
#include "runtime/object/weakref.hpp"

#include "runtime/object/memory_test.hpp"
#include "runtime/object/object_list.hpp"

namespace py::test {
namespace {

class WeakrefTest : public MemoryTest {};

TEST_F(WeakrefTest, ReadsAsDeadAfterDeath) {
  Value v = make_node();
  Ref ref(make_weakref(v));
  {
    Ref target(weakref_target(ref.as<WeakRef>()));
    EXPECT_TRUE(target.get().same(v));
  }
  decref(v);
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_TRUE(weakref_target(ref.as<WeakRef>()).is_undefined());
}

TEST_F(WeakrefTest, SharedUnlessThereIsACallback) {
  Ref v(make_node());
  Ref callback(make_leaf(&callback_type));
  Ref first(make_weakref(v)), second(make_weakref(v)), third(make_weakref(v, callback)), fourth(make_weakref(v, callback));
  EXPECT_TRUE(first.get().same(second));
  EXPECT_FALSE(first.get().same(third));
  EXPECT_FALSE(third.get().same(fourth));
  ObjectList list;
  list_weakrefs(v.get().object(), list);
  EXPECT_EQ(list.count(), 3u);
  for (Object* o : list) decref(o);
}

TEST_F(WeakrefTest, CallbacksOfLivingReferencesRun) {
  int64_t runs = callback_runs;
  Value v = make_node();
  Ref callback(make_leaf(&callback_type));
  Ref kept(make_weakref(v, callback));
  { Ref dropped(make_weakref(v, callback)); }
  decref(v);
  EXPECT_EQ(callback_runs, runs + 1);
}

TEST_F(WeakrefTest, ManyTargets) {
  constexpr int n = 5000;
  static Value targets[n], references[n];
  for (int i = 0; i < n; ++i) references[i] = make_weakref(targets[i] = make_node());
  for (int i = 0; i < n; i += 2) decref(targets[i]);
  for (int i = 0; i < n; ++i) {
    Ref target(weakref_target(references[i].as<WeakRef>()));
    EXPECT_TRUE(i % 2 ? target.get().same(targets[i]) : target.is_undefined());
  }
  for (int i = 0; i < n; i += 3) decref(references[i]);
  for (int i = 1; i < n; i += 2) decref(targets[i]);
  for (int i = 0; i < n; ++i) {
    if (i % 3) decref(references[i]);
  }
  EXPECT_EQ(nodes_alive, nodes_before_);
}

TEST_P(WeakrefTest, UpgradesRaceWithRelease) {
  int n = threads(), each = portalis::test::share(100000, n);
  constexpr int slots = 4;
  Slot strong[slots], weak[slots];
  run_python_threads(n, [&](int i) {
    portalis::test::Random random(i + 1);
    Ref held;
    for (int k = 0; k < each; ++k) {
      uint32_t at = random(slots);
      switch (random(4)) {
        case 0: {
          Ref fresh(make_node(make_leaf()));
          weak[at].set(make_weakref(fresh));
          strong[at].set(fresh.take());
          break;
        }
        case 1: strong[at].set(Undefined); break;
        case 2: {
          Ref ref(weak[at].get());
          if (!ref.is_undefined()) held = Ref(weakref_target(ref.as<WeakRef>()));
          if (!held.is_undefined()) {
            ASSERT_EQ(held.as<Node>()->left.peek().as<Leaf>()->payload[1], 0x1122334455667788u);
          }
          break;
        }
        case 3: {
          Ref target(strong[at].get());
          if (!target.is_undefined()) Ref again(make_weakref(target));
          break;
        }
      }
      safepoint();
    }
  });
  for (Slot& slot : strong) slot.set(Undefined);
  for (Slot& slot : weak) slot.set(Undefined);
  settle();
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

INSTANTIATE_TEST_SUITE_P(Threads, WeakrefTest, MEMORY_THREAD_COUNTS);

}  // namespace
}  // namespace py::test
