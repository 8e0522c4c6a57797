// The parking lot by itself: every way a park can end, interrupts, requeueing, many threads, random orders.
#include "portalis/parking_lot.hpp"

#include <atomic>
#include <vector>

#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

constexpr auto yes = [] { return true; };
constexpr auto nothing = [] {};

TEST(Park, InvalidNeverSleeps) {
  int key = 0;
  bool slept = false;
  auto outcome = parking_lot::park(&key, [] { return false; }, [&] { slept = true; }, {});
  EXPECT_EQ(outcome.result, ParkResult::Invalid);
  EXPECT_FALSE(slept);
}

TEST(Park, TimesOut) {
  int key = 0;
  Deadline limit = Deadline::after_ms(5);
  auto outcome = parking_lot::park(&key, yes, nothing, {.deadline = limit});
  EXPECT_EQ(outcome.result, ParkResult::TimedOut);
  EXPECT_TRUE(limit.has_passed());
  EXPECT_EQ(parking_lot::unpark_all(&key), 0u);
  EXPECT_EQ(parking_lot::park(&key, yes, nothing, {.deadline = Deadline::at_ns(0)}).result, ParkResult::TimedOut);
}

TEST(Park, TokenArrivesAndCallbackSeesTheQueue) {
  int key = 0;
  std::atomic<int> queued{0};
  ParkOutcome outcome{};
  Thread thread;
  ASSERT_EQ(thread.start([&] { outcome = parking_lot::park(&key, yes, [&] { queued = 1; }, {}); }), Thread::Started);
  while (!queued) yield_thread();
  unsigned woken = parking_lot::unpark_one(&key, [](UnparkInfo info) -> uintptr_t {
    EXPECT_EQ(info.unparked, 1u);
    EXPECT_FALSE(info.has_more);
    return 42;
  });
  thread.join();
  EXPECT_EQ(woken, 1u);
  EXPECT_EQ(outcome.result, ParkResult::Unparked);
  EXPECT_EQ(outcome.token, 42u);
}

// Nothing is promised, so a few may be overtaken; without the lot's care it is from one in twenty to one in four.
TEST(Unpark, WhoWakesAnotherGoesOnFirst) {
  int key = 0;
  constexpr int threads = 6, rounds = 60;
  std::atomic<int> waiting{0}, went_on{0}, overtaken{0};
  for (int i = 0; i < rounds; ++i) {
    waiting = went_on = 0;
    std::unique_ptr<Thread[]> sleepers(new Thread[threads]);
    for (int number = 0; number < threads; ++number) {
      ASSERT_EQ(sleepers[number].start([&, number] {
        parking_lot::park(&key, yes, [&] { ++waiting; }, {.spin = false});
        if (went_on <= number) ++overtaken;
      }), Thread::Started);
      while (waiting <= number) yield_thread();
    }
    for (int number = 0; number < threads; ++number) {
      EXPECT_EQ(parking_lot::unpark_one(&key), 1u);
      ++went_on;
    }
  }
  EXPECT_LT(overtaken, threads * rounds / 30);
}

TEST(Unpark, WithoutWaitersStillCallsBack) {
  int key = 0;
  int calls = 0;
  EXPECT_EQ(parking_lot::unpark_one(&key, [&](UnparkInfo info) -> uintptr_t {
              EXPECT_EQ(info.unparked, 0u);
              ++calls;
              return 0;
            }),
            0u);
  EXPECT_EQ(calls, 1);
}

TEST(Unpark, OldestFirst) {
  int key = 0;
  std::atomic<int> queued{0};
  std::atomic<int> order{0};
  std::vector<int> got(8, -1);
  std::vector<Thread> threads(8);
  for (int i = 0; i < 8; ++i) {
    ASSERT_EQ(threads[size_t(i)].start([&, i] {
      parking_lot::park(&key, yes, [&] { ++queued; }, {});
      got[size_t(i)] = order++;
    }),
              Thread::Started);
    while (queued != i + 1) yield_thread();
  }
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(parking_lot::unpark_one(&key), 1u);
    while (order != i + 1) yield_thread();
  }
  for (auto& thread : threads) thread.join();
  for (int i = 0; i < 8; ++i) EXPECT_EQ(got[size_t(i)], i);
}

TEST(Unpark, FilterChoosesByTag) {
  int key = 0;
  std::atomic<int> queued{0}, even{0}, odd{0};
  std::vector<Thread> threads(6);
  for (int i = 0; i < 6; ++i) {
    ASSERT_EQ(threads[size_t(i)].start([&, i] {
      parking_lot::park(&key, yes, [&] { ++queued; }, {.tag = uint8_t(i % 2)});
      ++(i % 2 ? odd : even);
    }),
              Thread::Started);
  }
  while (queued != 6) yield_thread();
  auto odds = [](uint8_t tag) { return tag ? FilterVerdict::Unpark : FilterVerdict::Skip; };
  EXPECT_EQ(parking_lot::unpark_filter(&key, odds, [](UnparkInfo info) -> uintptr_t {
              EXPECT_TRUE(info.has_more);
              return 0;
            }),
            3u);
  while (odd != 3) yield_thread();
  EXPECT_EQ(even, 0);
  EXPECT_EQ(parking_lot::unpark_all(&key), 3u);
}

TEST(Interrupt, WakesASleeperOnlyIfItAskedForIt) {
  for (bool interruptible : {true, false}) {
    int key = 0;
    std::atomic<bool> queued{false};
    ThreadToken token;
    ParkOutcome outcome{};
    Thread thread;
    ASSERT_EQ(thread.start([&] {
      token = ThreadToken::current();
      outcome = parking_lot::park(&key, yes, [&] { queued = true; }, {.interruptible = interruptible});
      take_interrupt();
    }),
              Thread::Started);
    while (!queued) yield_thread();
    sleep_until(Deadline::after_ms(2));
    interrupt(token);
    if (!interruptible) {
      sleep_until(Deadline::after_ms(5));
      EXPECT_EQ(parking_lot::unpark_one(&key), 1u);
    }
    thread.join();
    EXPECT_EQ(outcome.result, interruptible ? ParkResult::Interrupted : ParkResult::Unparked);
    EXPECT_EQ(parking_lot::unpark_all(&key), 0u);
  }
}

TEST(Interrupt, BeforeThePark) {
  interrupt(ThreadToken::current());
  EXPECT_EQ(sleep_until(Deadline::after_seconds(60), true), WaitResult::Interrupted);
  EXPECT_FALSE(take_interrupt());
  EXPECT_EQ(sleep_until(Deadline::after_ms(1), true), WaitResult::TimedOut);
}

TEST(Requeue, MovesWaitersWithoutWakingThem) {
  int from = 0, to = 0;
  std::atomic<int> queued{0}, done{0};
  std::atomic<int> requeued{0};
  std::vector<Thread> threads(5);
  for (auto& thread : threads) {
    ASSERT_EQ(thread.start([&] {
      auto outcome = parking_lot::park(&from, yes, [&] { ++queued; }, {});
      requeued += outcome.requeued;
      ++done;
    }),
              Thread::Started);
  }
  while (queued != 5) yield_thread();
  RequeueInfo info = parking_lot::unpark_requeue(
      &from, &to, [] { return RequeuePlan{.unpark = 1, .requeue = 3}; },
      [](RequeueInfo info) { EXPECT_TRUE(info.has_more); });
  EXPECT_EQ(info.unparked, 1u);
  EXPECT_EQ(info.requeued, 3u);
  while (done != 1) yield_thread();
  EXPECT_EQ(parking_lot::unpark_all(&from), 1u);
  EXPECT_EQ(parking_lot::unpark_all(&to), 3u);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(requeued, 3);
}

std::atomic<int> blocked{0};

TEST(Hooks, SurroundRealSleep) {
  install_blocking_hooks({[] { ++blocked; }, [] { blocked += 100; }});
  sleep_until(Deadline::after_ms(1));
  EXPECT_EQ(blocked, 101);
  { BlockingRegion region; }
  EXPECT_EQ(blocked, 202);
  install_blocking_hooks({nullptr, nullptr});
}

// Tokens are passed through one queue; none may get lost or be doubled, whoever gives up when.
class ParkStress : public WithThreads {};

TEST_P(ParkStress, WakesAreNeitherLostNorInvented) {
  int key = 0;
  std::atomic<int> parked{0}, woken{0}, left{threads()};
  std::vector<ThreadToken> tokens(static_cast<size_t>(threads()));
  int rounds = test::share(20000, threads());
  std::atomic<int> enrolled{0};
  Thread waker;
  ASSERT_EQ(waker.start([&] {
    while (enrolled != threads()) yield_thread();
    Random random(99);
    int given = 0;
    while (left > 0) {
      if (random(4) == 0 && threads() > 0) interrupt(tokens[random(uint32_t(threads()))]);
      given += int(random(2) ? parking_lot::unpark_one(&key) : parking_lot::unpark_some(&key, random(4)));
      if (random(8) == 0) yield_thread();
    }
    EXPECT_EQ(given, woken);
  }),
            Thread::Started);
  run_threads(threads(), [&](int i) {
    tokens[size_t(i)] = ThreadToken::current();
    ++enrolled;
    Random random(i);
    for (int round = 0; round < rounds; ++round) {
      auto outcome = parking_lot::park(
          &key, yes, [&] { ++parked; },
          {.deadline = Deadline::after_ns(random(100000)), .interruptible = random(2) == 0, .spin = random(2) == 0});
      if (outcome.result == ParkResult::Unparked) ++woken;
    }
    --left;
  });
  waker.join();
  EXPECT_EQ(parked, threads() * rounds);
  EXPECT_EQ(parking_lot::unpark_all(&key), 0u);
}

INSTANTIATE_TEST_SUITE_P(Threads, ParkStress, PORTALIS_THREAD_COUNTS);

TEST(Many, TenThousandThreadsOnOneAddressAndOnTheirOwn) {
  constexpr int n = test::sanitized ? 1000 : 10000;
  int shared = 0;
  std::vector<char> own(n);
  std::atomic<int> queued{0}, done{0};
  std::vector<Thread> threads(n);
  for (int i = 0; i < n; ++i) {
    ASSERT_EQ(threads[size_t(i)].start(
                  [&, i] {
                    const void* key = i % 2 ? static_cast<const void*>(&shared) : &own[size_t(i)];
                    parking_lot::park(key, yes, [&] { ++queued; }, {});
                    ++done;
                  },
                  {.stack_size = test::sanitized ? 0u : 64u << 10}),
              Thread::Started);
  }
  while (queued != n) sleep_until(Deadline::after_ms(1));
  EXPECT_EQ(parking_lot::unpark_all(&shared), unsigned(n / 2));
  for (int i = 0; i < n; i += 2) EXPECT_EQ(parking_lot::unpark_one(&own[size_t(i)]), 1u);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, n);
}

}  // namespace
}  // namespace portalis
