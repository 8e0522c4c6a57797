// What the primitives cost: uncontended, contended, handed from thread to thread.
#include <benchmark/benchmark.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "portalis/condvar.hpp"
#include "portalis/event.hpp"
#include "portalis/mutex.hpp"
#include "portalis/parking_lot.hpp"
#include "portalis/rwlock.hpp"
#include "portalis/semaphore.hpp"
#include "portalis/thread.hpp"

namespace portalis {
namespace {

template <class Lock>
void uncontended(benchmark::State& state) {
  Lock mutex;
  for (auto _ : state) {
    mutex.lock();
    benchmark::DoNotOptimize(&mutex);
    mutex.unlock();
  }
}
BENCHMARK(uncontended<RawMutex>);
BENCHMARK(uncontended<RawRwLock>);
BENCHMARK(uncontended<std::mutex>);

template <class Lock>
void contended(benchmark::State& state) {
  static Lock mutex;
  static long counter = 0;
  ThreadToken::current();
  for (auto _ : state) {
    mutex.lock();
    benchmark::DoNotOptimize(++counter);
    mutex.unlock();
  }
}
BENCHMARK(contended<RawMutex>)->Threads(2)->Threads(8)->UseRealTime();
BENCHMARK(contended<std::mutex>)->Threads(2)->Threads(8)->UseRealTime();

void read_shared(benchmark::State& state) {
  static RawRwLock lock;
  for (auto _ : state) {
    lock.lock_shared();
    lock.unlock_shared();
  }
}
BENCHMARK(read_shared)->Threads(1)->Threads(2)->UseRealTime();

void semaphore(benchmark::State& state) {
  Semaphore semaphore(1);
  for (auto _ : state) {
    semaphore.acquire();
    semaphore.release();
  }
}
BENCHMARK(semaphore);

// One hand-over to another thread and back.
void ping_pong(benchmark::State& state) {
  Semaphore ping(0), pong(0);
  std::atomic<bool> stop{false};
  Thread thread;
  thread.start([&] {
    for (;;) {
      ping.acquire();
      if (stop) return;
      pong.release();
    }
  });
  for (auto _ : state) {
    ping.release();
    pong.acquire();
  }
  stop = true;
  ping.release();
}
BENCHMARK(ping_pong)->UseRealTime();

void spawn_join(benchmark::State& state) {
  for (auto _ : state) {
    Thread thread;
    thread.start([] {});
    thread.join();
  }
}
BENCHMARK(spawn_join)->UseRealTime();

void spawn_join_std(benchmark::State& state) {
  for (auto _ : state) std::thread([] {}).join();
}
BENCHMARK(spawn_join_std)->UseRealTime();

}  // namespace
}  // namespace portalis
