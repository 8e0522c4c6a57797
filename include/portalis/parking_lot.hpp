// The one place where threads sleep: queues of waiting threads, keyed by address.
//
// A primitive keeps a few bits of its own state and parks threads on its own address when the state says
// "wait"; the queues live here, not in the primitive. That is what makes a lock one byte.
//
//     // Wait until `ready` becomes true (the setter calls unpark_all(&ready)).
//     parking_lot::park(&ready, [&] { return !ready.load(); }, [] {}, {});
//
// - park: if `validate` (run with the address's queue locked) returns true, the calling thread joins the end
//   of the queue; `before_sleep` then runs with no lock held; then the thread sleeps. Neither callback may
//   park or unpark. May be called from any thread.
// - unpark_*: take threads out of the queue, oldest first, and wake them. Their callbacks run with the queue
//   locked, so that a primitive can change its state in one step with the queue; the same rule holds.
// - What a waker returns as token the woken thread gets: locks use it to hand themselves over.
// - interrupt: wakes one thread out of an interruptible park. Callable from a signal handler.
#pragma once

#include <cstddef>
#include <cstdint>

#include "portalis/deadline.hpp"
#include "portalis/function_ref.hpp"

namespace portalis {

enum class ParkResult : uint8_t {
  Unparked,     // some waker chose this thread; `token` is what it passed
  TimedOut,     // the deadline passed first
  Interrupted,  // interrupt() was called, now or since the last interruptible park
  Invalid,      // validate returned false: the thread never queued
};

struct ParkOptions {
  Deadline deadline = Deadline::never();
  bool interruptible = false;
  bool spin = true;  // poll briefly before really sleeping
  uint8_t tag = 0;   // for unpark_filter: what this thread waits for
  // Run with the queue locked when this thread leaves it by itself (time limit, interrupt).
  const FunctionRef<void()>* on_give_up = nullptr;
};

struct ParkOutcome {
  ParkResult result;
  bool requeued = false;  // was moved to another queue by unpark_requeue, so it did get a notification
  uintptr_t token = 0;
};

// What a waker's callback is told.
struct UnparkInfo {
  unsigned unparked;  // how many threads are being woken
  bool has_more;      // others stay queued at this address
  bool be_fair;       // some time has passed since a lock was last handed over here: do it now
};

enum class FilterVerdict : uint8_t { Unpark, Skip, Stop };

// Names a thread for interrupt(). Stays usable after the thread ended (then interrupts nobody, or at worst
// a later thread, to which it looks like a spurious interruption).
class ThreadToken {
 public:
  ThreadToken() = default;
  static ThreadToken current();
  explicit operator bool() const { return record_ != nullptr; }
  friend bool operator==(ThreadToken, ThreadToken) = default;

 private:
  explicit ThreadToken(struct ThreadRecord* record) : record_(record) {}
  friend void interrupt(ThreadToken);
  struct ThreadRecord* record_ = nullptr;
};

// Makes the thread's current interruptible park, or its next one, return Interrupted. Several calls before
// the thread notices count as one. Async-signal-safe; never blocks.
void interrupt(ThreadToken thread);

// Takes note of a pending interrupt of the calling thread: true if there was one, which is then used up.
bool take_interrupt();

// Called by the lot around every real sleep (not around spinning), on the thread that sleeps.
// `about_to_block` runs while the thread is already queued: it must not park, unpark or take a lock of this
// library. `resumed` runs when the wait is over; it may use the lot.
struct BlockingHooks {
  void (*about_to_block)();
  void (*resumed)();
};
// Install once, before the second thread starts.
void install_blocking_hooks(BlockingHooks hooks);

// Announces a blocking call outside the lot (a read from a pipe, a system call) for its lifetime.
class BlockingRegion {
 public:
  BlockingRegion();
  ~BlockingRegion();
  BlockingRegion(const BlockingRegion&) = delete;
  BlockingRegion& operator=(const BlockingRegion&) = delete;
};

// Sleeps until the deadline. Done never; TimedOut is the normal end.
WaitResult sleep_until(Deadline deadline, bool interruptible = false);

struct RequeueInfo {
  unsigned unparked;  // woken from `from`
  unsigned requeued;  // moved to `to`
  bool has_more;      // others stay queued at `from`
};
struct RequeuePlan {
  unsigned unpark;   // wake this many
  unsigned requeue;  // and move this many of the rest to the other queue
};
namespace parking_lot {

ParkOutcome park(const void* address, FunctionRef<bool()> validate, FunctionRef<void()> before_sleep,
                 const ParkOptions& options);

// Wakes the oldest waiter, if any. The callback runs in either case, exactly once; its result is the token.
unsigned unpark_one(const void* address, FunctionRef<uintptr_t(UnparkInfo)> callback);
unsigned unpark_one(const void* address);

// Wakes up to `limit` waiters; all get `token`.
unsigned unpark_some(const void* address, unsigned limit, uintptr_t token = 0);
unsigned unpark_all(const void* address, uintptr_t token = 0);

// Asks `filter` about each waiter (by its tag), oldest first, and wakes the chosen ones. The callback runs
// exactly once, after the choice.
unsigned unpark_filter(const void* address, FunctionRef<FilterVerdict(uint8_t tag)> filter,
                       FunctionRef<uintptr_t(UnparkInfo)> callback);

// Moves waiters from one queue to another without waking them. `plan` and `callback` run with both queues
// locked; `plan` is only asked if someone waits at `from`. Returns what was done.
RequeueInfo unpark_requeue(const void* from, const void* to, FunctionRef<RequeuePlan()> plan,
                           FunctionRef<void(RequeueInfo)> callback);

}  // namespace parking_lot
}  // namespace portalis
