// Condvar: wait, with a mutex released meanwhile, until another thread says that something has changed.
//
//     RawMutex mutex;  Condvar changed;  bool ready = false;
//     // waiter                                     // notifier
//     MutexLock lock(mutex);                        { MutexLock lock(mutex); ready = true; }
//     while (!ready) changed.wait(mutex);           changed.notify_all();
//
// All threads waiting at one time must use the same mutex. Waits are woken oldest first, and only by a
// notification, the deadline or an interrupt, but another thread may have changed the condition by the time
// the mutex is held again: always wait in a loop. notify may be called with or without the mutex; with it,
// the woken threads are moved to the mutex's queue and do not run only to find it locked.
#pragma once

#include <atomic>

#include "portalis/deadline.hpp"
#include "portalis/mutex.hpp"

namespace portalis {

class Condvar {
 public:
  constexpr Condvar() = default;
  Condvar(const Condvar&) = delete;
  Condvar& operator=(const Condvar&) = delete;

  // The caller holds the mutex, and holds it again on return, however the wait ended.
  void wait(RawMutex& mutex) { wait_until(mutex, Deadline::never()); }
  WaitResult wait_until(RawMutex& mutex, Deadline deadline, bool interruptible = false);

  template <class T>
  void wait(Guard<T, RawMutex>& guard) {
    wait(guard.lock());
  }
  template <class T>
  WaitResult wait_until(Guard<T, RawMutex>& guard, Deadline deadline) {
    return wait_until(guard.lock(), deadline);
  }

  // Return how many threads were notified.
  unsigned notify_one() { return notify(1); }
  unsigned notify_all() { return notify(UINT32_MAX); }
  unsigned notify(unsigned limit) {
    // Callers that changed the condition under the mutex are ordered after the waiter's store by it.
    return mutex_.load(std::memory_order_relaxed) ? notify_slow(limit) : 0;
  }

 private:
  unsigned notify_slow(unsigned limit);

  // The mutex of the threads waiting now. Set under this address's bucket lock by each waiter; cleared there
  // when a notification leaves no waiter. Possibly stale if all have given up, so it is only followed when
  // there is a waiter.
  std::atomic<RawMutex*> mutex_{nullptr};
};

}  // namespace portalis
