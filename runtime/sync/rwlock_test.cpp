// RawRwLock and RwLock<T>: sharing, exclusion, order, giving up.
#include "portalis/rwlock.hpp"

#include <atomic>

#include "portalis/parking_lot.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

TEST(RwLock, ReadersShareWritersDoNot) {
  RwLock<int> value(1);
  {
    auto first = value.read();
    auto second = value.read();
    EXPECT_EQ(*first + *second, 2);
    EXPECT_FALSE(value.try_write());
    EXPECT_FALSE(value.write_until(Deadline::after_ms(1)));
    EXPECT_TRUE(value.try_read());
  }
  *value.write() = 5;
  auto writer = value.write();
  EXPECT_FALSE(value.try_read());
  EXPECT_FALSE(value.read_until(Deadline::after_ms(1)));
  writer.release();
  EXPECT_EQ(*value.read(), 5);
}

TEST(RwLock, AWriterThatGivesUpLetsReadersIn) {
  RawRwLock lock;
  lock.lock_shared();
  std::atomic<bool> writer_done{false}, reader_in{false};
  Thread writer, reader;
  ASSERT_EQ(writer.start([&] {
    EXPECT_EQ(lock.lock_until(Deadline::after_ms(30)), WaitResult::TimedOut);
    writer_done = true;
  }),
            Thread::Started);
  while (lock.try_lock_shared()) {  // until the writer waits
    lock.unlock_shared();
    yield_thread();
  }
  ASSERT_EQ(reader.start([&] {
    lock.lock_shared();
    reader_in = true;
    lock.unlock_shared();
  }),
            Thread::Started);
  writer.join();
  reader.join();  // although the first reader still holds the lock
  EXPECT_TRUE(reader_in);
  lock.unlock_shared();
  EXPECT_TRUE(lock.try_lock());
}

TEST(RwLock, Interruptible) {
  RawRwLock lock;
  lock.lock();
  interrupt(ThreadToken::current());
  EXPECT_EQ(lock.lock_until(Deadline::never(), true), WaitResult::Interrupted);
  interrupt(ThreadToken::current());
  EXPECT_EQ(lock.lock_shared_until(Deadline::never(), true), WaitResult::Interrupted);
  lock.unlock();
}

class RwLockStress : public WithThreads {};

TEST_P(RwLockStress, WritersAreAloneReadersSeeNoTornState) {
  RawRwLock lock;
  long first = 0, second = 0;
  std::atomic<long> writes{0};
  int rounds = test::share(60000, threads());
  run_threads(threads(), [&](int id) {
    Random random(id);
    for (int i = 0; i < rounds; ++i) {
      bool limited = random(3) == 0;
      Deadline limit = limited ? Deadline::after_ns(random(60000)) : Deadline::never();
      if (random(4) == 0) {
        if (lock.lock_until(limit) != WaitResult::Done) continue;
        ++first;
        if (random(32) == 0) yield_thread();
        ++second;
        ++writes;
        lock.unlock();
      } else {
        if (lock.lock_shared_until(limit) != WaitResult::Done) continue;
        if (first != second) ADD_FAILURE() << "torn";
        if (random(32) == 0) yield_thread();
        lock.unlock_shared();
      }
    }
  });
  EXPECT_EQ(first, writes);
  EXPECT_TRUE(lock.try_lock());
}

INSTANTIATE_TEST_SUITE_P(Threads, RwLockStress, PORTALIS_THREAD_COUNTS);

}  // namespace
}  // namespace portalis
