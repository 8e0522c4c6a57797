// run_detached: work runs exactly once each, on a thread of the right stack size, and finished threads are used again.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "portalis/event.hpp"
#include "portalis/thread.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

struct Work {
  Event done;
  uint64_t thread = 0;
  size_t stack = 0;
  bool interrupted = true;

  static void run(void* raw) {
    auto* work = static_cast<Work*>(raw);
    work->thread = platform::current_native_id();
    platform::StackBounds bounds = platform::current_stack();
    work->stack = size_t(bounds.highest - bounds.lowest);
    work->interrupted = take_interrupt();
    interrupt(ThreadToken::current());   // must not reach the thread's next work
    work->done.set();
  }
};

TEST(RunDetached, OneAfterTheOtherSharesThreads) {
  std::set<uint64_t> threads;
  for (int i = 0; i < 500; ++i) {
    Work work;
    ASSERT_EQ(run_detached(Work::run, &work), Thread::Started);
    work.done.wait();
    EXPECT_FALSE(work.interrupted);
    EXPECT_NE(work.thread, platform::current_native_id());
    threads.insert(work.thread);
  }
  EXPECT_LT(threads.size(), 100u);
}

TEST(RunDetached, StackSizesAreKeptApart) {
  for (int i = 0; i < 100; ++i) {
    Work small, large;
    ASSERT_EQ(run_detached(Work::run, &small, 256 << 10), Thread::Started);
    ASSERT_EQ(run_detached(Work::run, &large, 4 << 20), Thread::Started);
    small.done.wait();
    large.done.wait();
    EXPECT_LT(small.stack, size_t{2} << 20);   // a sanitizer makes small ones larger
    EXPECT_GT(large.stack, size_t{2} << 20);
  }
  Work bad;
  EXPECT_EQ(run_detached(Work::run, &bad, 1), Thread::BadStackSize);
}

TEST(RunDetached, NotWhileItsNameIsUsed) {
  struct Named {
    Event done;
    std::atomic<bool> used{true};
    std::atomic<int> released{0};
    uint64_t thread = 0;
    static void run(void* raw) {
      auto* named = static_cast<Named*>(raw);
      named->thread = platform::current_native_id();
      finish_detached([](void* raw) { static_cast<Named*>(raw)->done.set(); },
                      [](void* raw) { return static_cast<Named*>(raw)->used.load(); },
                      [](void* raw) { ++static_cast<Named*>(raw)->released; }, raw);
    }
  };
  constexpr size_t stack = 320 << 10;    // of no other test
  static Named named[20];
  std::set<uint64_t> threads;
  for (Named& n : named) {
    ASSERT_EQ(run_detached(Named::run, &n, stack), Thread::Started);
    n.done.wait();
    threads.insert(n.thread);
  }
  EXPECT_EQ(threads.size(), 20u);
  for (Named& n : named) n.used = false;
  Work next;
  ASSERT_EQ(run_detached(Work::run, &next, stack), Thread::Started);
  next.done.wait();
  EXPECT_TRUE(threads.count(next.thread));
  int released = 0;
  for (Named& n : named) released += n.released;
  EXPECT_GE(released, 1);                // those that found no room in the list have ended
}

TEST(RunDetached, WhoLearnsOfTheEndFindsTheThread) {
  struct Ending {
    Event done;
    uint64_t thread = 0;
    static void run(void* raw) {
      static_cast<Ending*>(raw)->thread = platform::current_native_id();
      finish_detached([](void* raw) { static_cast<Ending*>(raw)->done.set(); }, [](void*) { return false; }, [](void*) {}, raw);
    }
  };
  constexpr size_t stack = 384 << 10;    // of no other test
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));   // until those of other tests have left the cache
  static Ending endings[200];
  std::set<uint64_t> threads;
  for (Ending& e : endings) {
    ASSERT_EQ(run_detached(Ending::run, &e, stack), Thread::Started);
    e.done.wait();
    threads.insert(e.thread);
  }
  EXPECT_EQ(threads.size(), 1u);
}

using RunDetachedManyTest = test::WithThreads;

TEST_P(RunDetachedManyTest, EveryPieceOfWorkRunsOnce) {
  const int rounds = 200, starters = threads();
  std::atomic<int> ran{0};
  std::atomic<int> left{rounds * starters};
  Event all;
  struct Piece {
    std::atomic<int>*ran, *left;
    Event* all;
  } piece{&ran, &left, &all};
  auto run = [](void* raw) {
    auto* piece = static_cast<Piece*>(raw);
    piece->ran->fetch_add(1);
    if (piece->left->fetch_sub(1) == 1) piece->all->set();
  };
  test::run_threads(starters, [&](int) {
    for (int i = 0; i < rounds; ++i) {
      while (run_detached(run, &piece, 128 << 10) != Thread::Started) yield_thread();
    }
  });
  if (starters) all.wait();
  EXPECT_EQ(ran.load(), rounds * starters);
}

INSTANTIATE_TEST_SUITE_P(Starters, RunDetachedManyTest, PORTALIS_THREAD_COUNTS);

}  // namespace
}  // namespace portalis
