// The pool, futures and task groups: results, recursion on small pools, errors, cancellation, load.
#include "portalis/executor.hpp"

#include <atomic>
#include <memory>
#include <vector>

#include "portalis/parking_lot.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

TEST(Pool, ResultsOfAllKinds) {
  Pool pool(2);
  EXPECT_EQ(pool.size(), 2u);
  EXPECT_EQ(pool.submit([] { return 42; }).get(), 42);
  EXPECT_EQ(*pool.submit([] { return std::make_unique<int>(7); }).take(), 7);
  bool ran = false;
  pool.submit([&] { ran = true; }).wait();
  EXPECT_TRUE(ran);
  EXPECT_EQ(Pool::current(), nullptr);
  EXPECT_EQ(pool.submit([] { return Pool::current(); }).get(), &pool);
}

TEST(Pool, DestructionRunsEverything) {
  std::atomic<int> ran{0};
  {
    Pool pool(3);
    for (int i = 0; i < 1000; ++i) pool.submit([&] { ++ran; });
  }
  EXPECT_EQ(ran, 1000);
}

TEST(Future, PromiseFromAnotherThreadAndTimeLimit) {
  Promise<int> promise;
  Future<int> future = promise.future();
  EXPECT_FALSE(future.is_ready());
  EXPECT_EQ(future.wait_until(Deadline::after_ms(1)), WaitResult::TimedOut);
  Thread thread;
  ASSERT_EQ(thread.start([promise = std::move(promise)]() mutable { promise.set(3); }), Thread::Started);
  EXPECT_EQ(future.get(), 3);
}

int fibonacci(Pool& pool, int n) {
  if (n < 2) return n;
  auto first = pool.submit([&pool, n] { return fibonacci(pool, n - 1); });
  int second = fibonacci(pool, n - 2);
  return first.get() + second;
}

TEST(TaskGroup, FirstErrorCancelsTheRest) {
  Pool pool(1);
  int ran = 0;
  TaskGroup group(pool);
  Event go;
  group.spawn([&] { go.wait(); });
  group.spawn([&]() -> Error {
    ++ran;
    return {5, "five"};
  });
  for (int i = 0; i < 10; ++i) group.spawn([&] { ++ran; });
  EXPECT_EQ(group.wait_until(Deadline::after_ms(1)), WaitResult::TimedOut);
  go.set();
  Error error = group.wait();
  EXPECT_EQ(error.code, 5);
  EXPECT_EQ(error.message, "five");
  EXPECT_EQ(ran, 1);
  EXPECT_TRUE(group.is_cancelled());
}

TEST(TaskGroup, CancelAndEmptyWait) {
  Pool pool(1);
  TaskGroup group(pool);
  EXPECT_FALSE(group.wait());
  group.cancel();
  bool ran = false;
  group.spawn([&] { ran = true; });
  EXPECT_FALSE(group.wait());
  EXPECT_FALSE(ran);
}

class PoolStress : public WithThreads {};

TEST_P(PoolStress, TasksThatWaitForTheirTasks) {
  if (threads() == 0) return;
  Pool pool{unsigned(threads())};
  EXPECT_EQ(pool.submit([&] { return fibonacci(pool, test::sanitized ? 10 : 16); }).get(), test::sanitized ? 55 : 987);
}

TEST_P(PoolStress, ManySubmitters) {
  std::atomic<long> sum{0};
  int rounds = test::share(20000, threads());
  {
    Pool pool(2);
    run_threads(threads(), [&](int id) {
      Random random(id);
      for (int i = 0; i < rounds; ++i) {
        pool.submit([&, i] {
          sum += i;
          if (i % 8 == 0) pool.submit([&] { sum += 1; });
        });
        if (random(32) == 0) yield_thread();
      }
    });
  }
  long each = long(rounds) * (rounds - 1) / 2 + (rounds + 7) / 8;
  EXPECT_EQ(sum, each * threads());
}

TEST_P(PoolStress, GroupsInManyThreads) {
  Pool pool(3);
  int rounds = test::share(400, threads());
  run_threads(threads(), [&](int) {
    for (int i = 0; i < rounds; ++i) {
      std::atomic<int> ran{0};
      TaskGroup group(pool);
      for (int k = 0; k < 20; ++k) group.spawn([&] { ++ran; });
      EXPECT_FALSE(group.wait());
      EXPECT_EQ(ran, 20);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Threads, PoolStress, PORTALIS_THREAD_COUNTS);

TEST(Many, TenThousandThreadsWaitForOnePool) {
  constexpr int n = test::sanitized ? 1000 : 10000;
  std::atomic<long> sum{0};
  {
    Pool pool(3);
    run_threads(n, [&](int id) { sum += pool.submit([id] { return id; }).get(); });
  }
  EXPECT_EQ(sum, long(n) * (n - 1) / 2);
}

}  // namespace
}  // namespace portalis
