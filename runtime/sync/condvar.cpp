// Condvar: waiters are moved from its queue to the mutex's queue instead of being woken ("wait morphing").
#include "portalis/condvar.hpp"

#include "portalis/parking_lot.hpp"

namespace portalis {

WaitResult Condvar::wait_until(RawMutex& mutex, Deadline deadline, bool interruptible) {
  auto note_mutex = [&] {
    mutex_.store(&mutex, std::memory_order_relaxed);
    return true;
  };
  ParkOutcome outcome = parking_lot::park(
      this, note_mutex, [&] { mutex.unlock(); }, {.deadline = deadline, .interruptible = interruptible});
  // From the condvar's own queue the token is 0. From the mutex's queue it may say that the mutex is ours.
  bool owns_mutex = outcome.result == ParkResult::Unparked && outcome.token != 0;
  if (!owns_mutex) mutex.lock();

  if (outcome.result == ParkResult::Unparked) return WaitResult::Done;
  if (outcome.requeued) {
    // Notified, then interrupted or late in the mutex's queue: the notification counts, the interrupt stays.
    if (outcome.result == ParkResult::Interrupted) interrupt(ThreadToken::current());
    return WaitResult::Done;
  }
  return outcome.result == ParkResult::TimedOut ? WaitResult::TimedOut : WaitResult::Interrupted;
}

unsigned Condvar::notify_slow(unsigned limit) {
  for (;;) {
    RawMutex* mutex = mutex_.load(std::memory_order_relaxed);
    if (!mutex) return 0;
    bool stale = false;
    RequeueInfo info = parking_lot::unpark_requeue(
        this, mutex,
        [&]() -> RequeuePlan {
          if (mutex_.load(std::memory_order_relaxed) != mutex) {
            stale = true;
            return {0, 0};
          }
          if (mutex->note_parked_if_locked()) return {.unpark = 0, .requeue = limit};
          return {.unpark = 1, .requeue = limit - 1};
        },
        [&](RequeueInfo done) {
          if (stale) return;
          if (done.requeued) mutex->note_parked();
          if (!done.has_more) mutex_.store(nullptr, std::memory_order_relaxed);
        });
    if (!stale) return info.unparked + info.requeued;
  }
}

}  // namespace portalis
