// Condvar: notification counts, time limits, interrupts, a bounded buffer under load.
#include "portalis/condvar.hpp"

#include <atomic>
#include <deque>

#include "portalis/parking_lot.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

TEST(Condvar, TimesOutWithTheMutexHeld) {
  RawMutex mutex;
  Condvar condvar;
  mutex.lock();
  EXPECT_EQ(condvar.wait_until(mutex, Deadline::after_ms(2)), WaitResult::TimedOut);
  EXPECT_TRUE(mutex.is_locked());
  EXPECT_EQ(condvar.notify_one(), 0u);
  interrupt(ThreadToken::current());
  EXPECT_EQ(condvar.wait_until(mutex, Deadline::never(), true), WaitResult::Interrupted);
  EXPECT_TRUE(mutex.is_locked());
  mutex.unlock();
}

TEST(Condvar, NotifyWithAndWithoutTheMutex) {
  for (bool holding : {true, false}) {
    Mutex<int> waiting(0);
    Condvar condvar;
    std::atomic<int> passed{0};
    int allowed = 0;  // guarded by waiting
    Thread threads[6];
    for (auto& thread : threads) {
      ASSERT_EQ(thread.start([&] {
        auto guard = waiting.lock();
        ++*guard;
        condvar.wait(guard);
        while (!allowed) condvar.wait(guard);
        --allowed;
        ++passed;
      }),
                Thread::Started);
    }
    while (*waiting.lock() != 6) yield_thread();
    auto notify = [&](int n) {
      auto guard = waiting.lock();
      allowed += n;
      if (!holding) guard.release();
      EXPECT_EQ(condvar.notify(unsigned(n)), unsigned(n));
    };
    notify(1);
    while (passed != 1) yield_thread();
    notify(2);
    while (passed != 3) yield_thread();
    {
      auto guard = waiting.lock();
      allowed += 3;
    }
    EXPECT_EQ(condvar.notify_all(), 3u);
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(passed, 6);
  }
}

class CondvarStress : public WithThreads {};

TEST_P(CondvarStress, BoundedBuffer) {
  RawMutex mutex;
  Condvar not_empty, not_full;
  std::deque<int> buffer;
  std::atomic<long> sent{0}, received{0};
  std::atomic<int> senders_left{threads()};
  int rounds = test::share(30000, threads());
  run_threads(threads() * 2, [&](int id) {
    Random random(id);
    if (id % 2 == 0) {
      for (int i = 0; i < rounds; ++i) {
        mutex.lock();
        while (buffer.size() >= 4) not_full.wait_until(mutex, Deadline::after_ns(random(200000)));
        buffer.push_back(i);
        sent += i;
        mutex.unlock();
        not_empty.notify_one();
      }
      mutex.lock();
      if (--senders_left == 0) not_empty.notify_all();
      mutex.unlock();
      return;
    }
    for (;;) {
      mutex.lock();
      while (buffer.empty() && senders_left > 0) not_empty.wait(mutex);
      if (buffer.empty()) break;
      received += buffer.front();
      buffer.pop_front();
      not_full.notify_one();  // with the mutex held: requeues
      mutex.unlock();
    }
    mutex.unlock();
  });
  EXPECT_EQ(sent, received);
}

INSTANTIATE_TEST_SUITE_P(Threads, CondvarStress, PORTALIS_THREAD_COUNTS);

}  // namespace
}  // namespace portalis
