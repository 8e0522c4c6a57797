// Ten thousand threads alive at once, all going through each of the locks.
#include <atomic>
#include <vector>

#include "portalis/barrier.hpp"
#include "portalis/condvar.hpp"
#include "portalis/event.hpp"
#include "portalis/mutex.hpp"
#include "portalis/once.hpp"
#include "portalis/rwlock.hpp"
#include "portalis/semaphore.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

constexpr int n = test::sanitized ? 1000 : 10000;

TEST(Many, TenThousandThreadsThroughEveryLock) {
  Event start;
  Barrier all_here{n};
  Mutex<int> counted{0};
  RwLock<int> shared{0};
  Semaphore permits{2};
  Condvar changed;
  Mutex<int> turn{0};
  Once once;
  int made = 0;
  std::atomic<int> leaders{0}, readers{0}, inside{0};
  test::run_threads(n, [&](int id) {
    if (id == n - 1) start.set();
    start.wait();
    leaders += all_here.wait() == Barrier::Leader;
    ++*counted.lock();
    if (id % 16) readers += *shared.read() >= 0;
    else ++*shared.write();
    permits.acquire();
    if (++inside > 2) ADD_FAILURE();
    --inside;
    permits.release();
    once.call([&] { made = 1; });
    if (made != 1) ADD_FAILURE();
    // Everybody waits until the last has come: one condition with all threads asleep on it.
    auto guard = turn.lock();
    if (++*guard == n) changed.notify_all();
    while (*guard < n) changed.wait(guard);
  });
  EXPECT_EQ(leaders, 1);
  EXPECT_EQ(*counted.lock(), n);
  EXPECT_EQ(*shared.read(), (n + 15) / 16);
  EXPECT_EQ(readers, n - (n + 15) / 16);
  EXPECT_EQ(permits.available(), 2u);
}

TEST(Many, TenThousandThreadsOneAfterAnother) {
  int sum = 0;
  for (int i = 0; i < n; ++i) {
    Thread thread;
    ASSERT_EQ(thread.start([&] { ++sum; }), Thread::Started);
    thread.join();
  }
  EXPECT_EQ(sum, n);
}

}  // namespace
}  // namespace portalis
