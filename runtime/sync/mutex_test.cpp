// RawMutex and Mutex<T>: exclusion, time limits, interrupts, fairness, hand-over between threads.
#include "portalis/mutex.hpp"

#include <atomic>
#include <vector>

#include "portalis/parking_lot.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

static_assert(sizeof(RawMutex) == 1);

TEST(Mutex, GuardsAndTryLock) {
  Mutex<std::vector<int>> numbers;
  numbers.lock()->push_back(1);
  {
    auto guard = numbers.lock();
    guard->push_back(2);
    EXPECT_FALSE(numbers.try_lock());
    EXPECT_FALSE(numbers.lock_until(Deadline::after_ms(1)));
    guard.release();
    EXPECT_TRUE(numbers.try_lock());
  }
  auto first = numbers.lock();
  auto second = std::move(first);
  EXPECT_FALSE(first);
  EXPECT_EQ(second->size(), 2u);
}

TEST(RawMutex, TimeLimitLeavesItUsable) {
  RawMutex mutex;
  mutex.lock();
  EXPECT_EQ(mutex.lock_until(Deadline::after_ms(2)), WaitResult::TimedOut);
  EXPECT_EQ(mutex.lock_until(Deadline::at_ns(0)), WaitResult::TimedOut);
  mutex.unlock();
  EXPECT_FALSE(mutex.is_locked());
  EXPECT_EQ(mutex.lock_until(Deadline::after_ms(2)), WaitResult::Done);
  EXPECT_TRUE(mutex.is_locked());
  mutex.unlock();
}

TEST(RawMutex, InterruptibleLock) {
  RawMutex mutex;
  mutex.lock();
  interrupt(ThreadToken::current());
  EXPECT_EQ(mutex.lock_until(Deadline::never(), true), WaitResult::Interrupted);
  mutex.unlock();
}

TEST(RawMutex, UnlockByAnotherThread) {
  RawMutex mutex;
  mutex.lock();
  Thread thread;
  ASSERT_EQ(thread.start([&] { mutex.unlock(); }), Thread::Started);
  mutex.lock();
  thread.join();
  mutex.unlock();
}

TEST(RawMutex, ALockThatIsAlwaysHeldIsHandedOver) {
  RawMutex mutex;
  std::atomic<bool> got{false};
  mutex.lock();
  Thread thread;
  ASSERT_EQ(thread.start([&] {
    mutex.lock();
    got = true;
    mutex.unlock();
  }),
            Thread::Started);
  Deadline limit = Deadline::after_seconds(20);
  while (!got && !limit.has_passed()) {  // never free for longer than an instant
    mutex.unlock();
    mutex.lock();
  }
  mutex.unlock();
  thread.join();
  EXPECT_FALSE(limit.has_passed());
}

class MutexStress : public WithThreads {};

TEST_P(MutexStress, Excludes) {
  Mutex<long> counter;
  int rounds = test::share(400000, threads());
  run_threads(threads(), [&](int) {
    for (int i = 0; i < rounds; ++i) ++*counter.lock();
  });
  EXPECT_EQ(*counter.lock(), long(rounds) * threads());
}

TEST_P(MutexStress, MixedWaysOfLocking) {
  RawMutex mutex;
  long counter = 0;
  std::atomic<long> expected{0};
  int rounds = test::share(40000, threads());
  run_threads(threads(), [&](int id) {
    Random random(id);
    for (int i = 0; i < rounds; ++i) {
      bool got = true;
      switch (random(3)) {
        case 0:
          mutex.lock();
          break;
        case 1:
          got = mutex.try_lock();
          break;
        case 2:
          got = mutex.lock_until(Deadline::after_ns(random(50000))) == WaitResult::Done;
          break;
      }
      if (!got) continue;
      ++counter;
      ++expected;
      if (random(64) == 0) yield_thread();
      mutex.unlock();
    }
  });
  EXPECT_EQ(counter, expected);
  EXPECT_FALSE(mutex.is_locked());
}

INSTANTIATE_TEST_SUITE_P(Threads, MutexStress, PORTALIS_THREAD_COUNTS);

}  // namespace
}  // namespace portalis
