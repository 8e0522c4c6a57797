// Event, Semaphore, Barrier, Once: the promises of their headers, and each under load.
#include <atomic>

#include "portalis/barrier.hpp"
#include "portalis/event.hpp"
#include "portalis/once.hpp"
#include "portalis/parking_lot.hpp"
#include "portalis/semaphore.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

TEST(Event, SetResetWait) {
  Event event;
  EXPECT_EQ(event.wait_until(Deadline::after_ms(1)), WaitResult::TimedOut);
  event.set();
  event.set();
  event.wait();
  event.reset();
  EXPECT_FALSE(event.is_set());
  interrupt(ThreadToken::current());
  EXPECT_EQ(event.wait_until(Deadline::never(), true), WaitResult::Interrupted);
}

TEST(Semaphore, CountsPermits) {
  Semaphore semaphore(2);
  semaphore.acquire();
  EXPECT_TRUE(semaphore.try_acquire());
  EXPECT_FALSE(semaphore.try_acquire());
  EXPECT_EQ(semaphore.acquire_until(Deadline::after_ms(1)), WaitResult::TimedOut);
  semaphore.release(3);
  EXPECT_EQ(semaphore.available(), 3u);
}

TEST(Barrier, GivingUpBreaksItUntilReset) {
  Barrier barrier(2);
  EXPECT_EQ(barrier.wait_until(Deadline::after_ms(1)), Barrier::TimedOut);
  EXPECT_TRUE(barrier.is_broken());
  EXPECT_EQ(barrier.wait(), Barrier::Broken);
  barrier.reset();
  Barrier::Result result = Barrier::Broken;
  Thread thread;
  ASSERT_EQ(thread.start([&] { result = barrier.wait(); }), Thread::Started);
  Barrier::Result mine = barrier.wait();
  thread.join();
  EXPECT_NE(mine, result);
  EXPECT_EQ(int(mine == Barrier::Leader) + int(result == Barrier::Leader), 1);
  barrier.abort();
  EXPECT_EQ(barrier.wait(), Barrier::Broken);
  EXPECT_EQ(Barrier(1).wait(), Barrier::Leader);
}

TEST(Once, RunsOnce) {
  Once once;
  int runs = 0;
  once.call([&] { ++runs; });
  once.call([&] { ++runs; });
  EXPECT_EQ(runs, 1);
  Once slow;
  std::atomic<bool> go{false}, inside{false};
  Thread thread;
  ASSERT_EQ(thread.start([&] {
    slow.call([&] {
      inside = true;
      while (!go) yield_thread();
    });
  }),
            Thread::Started);
  while (!inside) yield_thread();
  EXPECT_EQ(slow.call_until([] { ADD_FAILURE(); }, Deadline::after_ms(1)), WaitResult::TimedOut);
  go = true;
  slow.call([] { ADD_FAILURE(); });
  thread.join();
}

class PrimitivesStress : public WithThreads {};

TEST_P(PrimitivesStress, EventPulseEndsEveryWaitThatBeganBefore) {
  Event event;
  std::atomic<int> left{threads()};
  int rounds = test::share(2000, threads());
  Thread pulser;
  ASSERT_EQ(pulser.start([&] {
    while (left > 0) {
      event.set();
      event.reset();
      yield_thread();
    }
  }),
            Thread::Started);
  run_threads(threads(), [&](int) {
    for (int i = 0; i < rounds; ++i) event.wait();
    --left;
  });
}

TEST_P(PrimitivesStress, SemaphoreNeverExceedsItsPermits) {
  Semaphore semaphore(3);
  std::atomic<int> inside{0};
  int rounds = test::share(60000, threads());
  run_threads(threads(), [&](int id) {
    Random random(id);
    for (int i = 0; i < rounds; ++i) {
      Deadline limit = random(4) ? Deadline::never() : Deadline::after_ns(random(50000));
      if (semaphore.acquire_until(limit) != WaitResult::Done) continue;
      int now = ++inside;
      if (now > 3) ADD_FAILURE() << now;
      if (random(16) == 0) yield_thread();
      --inside;
      semaphore.release();
    }
  });
  EXPECT_EQ(semaphore.available(), 3u);
}

TEST_P(PrimitivesStress, BarrierKeepsRoundsTogether) {
  if (threads() == 0) return;
  Barrier barrier{uint32_t(threads())};
  int rounds = test::share(4000, threads());
  std::atomic<int> arrived{0}, leaders{0};
  run_threads(threads(), [&](int) {
    for (int round = 1; round <= rounds; ++round) {
      ++arrived;
      if (barrier.wait() == Barrier::Leader) ++leaders;
      if (arrived < round * threads()) ADD_FAILURE();
      barrier.wait();
    }
  });
  EXPECT_EQ(leaders, rounds);
}

TEST_P(PrimitivesStress, BarrierWithMoreThreadsThanParties) {
  if (threads() < 8) return;
  Barrier barrier(4);
  int arrivals = test::share(8000, 1) / 4 * 4;
  std::atomic<int> tickets{arrivals}, leaders{0}, passed{0};
  run_threads(threads(), [&](int) {
    while (tickets-- > 0) {
      Barrier::Result result = barrier.wait();
      leaders += result == Barrier::Leader;
      passed += result == Barrier::Passed;
    }
  });
  EXPECT_EQ(leaders, arrivals / 4);
  EXPECT_EQ(passed, 3 * leaders);
}

TEST_P(PrimitivesStress, OnceIsSeenByAll) {
  for (int round = 0; round < 20; ++round) {
    Once once;
    int value = 0;
    run_threads(threads(), [&](int) {
      once.call([&] { value += 7; });
      if (value != 7) ADD_FAILURE();
    });
  }
}

INSTANTIATE_TEST_SUITE_P(Threads, PrimitivesStress, PORTALIS_THREAD_COUNTS);

}  // namespace
}  // namespace portalis
