// Threads that outlive their work: run_detached() hands them the next piece.
//
// The problem: making a thread, waking it on another processor and freeing its stack costs 10 to 40 us, much more than
// most short-lived threads have to do. The choice: a thread whose work is done parks here. It polls first, as all who
// park do, so that a program that starts thread after thread finds the last one still awake and pays no system call. For
// that it is in the list already when it tells that its work is over (finish_detached): else who was waiting for the work
// would find the thread before the last one, which by then sleeps, and two threads would take turns, both always asleep.
//
// Invariants:
// 1. A CachedThread lives on its thread's stack. It is in the list exactly while it has no work, or work that is telling
//    its end; who takes it out (under the lock) is the only one to set `entry`, so it stays alive until `entry` has been
//    set and unpark_one has returned or the thread has seen `entry`; the late unpark then finds nobody at that address, or
//    wakes for nothing a thread that looks again.
// 2. A thread that gives up waiting ends only if it takes itself out of the list; otherwise work is on its way.
// 3. A claim is ended by who takes the thread out of the list, or by itself after it has left.
// 4. At most `longest` threads wait here, each for `keep_ns`.
#include "portalis/thread.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/sync/bucket_lock.hpp"
#include "runtime/sync/thread_record.hpp"

namespace portalis {

namespace {

constexpr unsigned longest = 16;
constexpr int64_t keep_ns = 2000000000;

struct CachedThread {
  std::atomic<void (*)(void*)> entry;
  void* argument;
  size_t stack_size;
  CachedThread* next = nullptr;          // guarded by the list's lock
  // finish_detached()
  bool enlisted = false;                 // has been in the list since; used by the thread itself only
  bool (*is_used)(void*) = nullptr;
  void (*release)(void*) = nullptr;
  void* claim = nullptr;

  bool is_free(size_t wanted_stack) const { return stack_size == wanted_stack && !(release && is_used(claim)); }
  void end_claim() {
    if (auto end = std::exchange(release, nullptr)) end(claim);
  }
};

CachedThread* current() { return static_cast<CachedThread*>(platform::thread_slot(platform::Slot::ThreadCache)); }

struct FirstWork {
  void (*entry)(void*);
  void* argument;
  size_t stack_size;
};

BucketLock list_lock;
CachedThread* waiting = nullptr;         // last come, first taken; guarded by list_lock
unsigned waiting_count = 0;              // guarded by list_lock

bool enlist(CachedThread& self) {
  if (platform::threads_are_fibers()) return false;   // new ones cost nothing, and idle ones would hide a deadlock
  list_lock.lock();
  bool room = waiting_count < longest;
  if (room) {
    self.entry.store(nullptr, std::memory_order_relaxed);
    self.next = waiting;
    waiting = &self;
    ++waiting_count;
  }
  list_lock.unlock();
  return room;
}

// False: somebody has taken it, and will give it work.
bool leave(CachedThread& self) {
  list_lock.lock();
  CachedThread** link = &waiting;
  while (*link && *link != &self) link = &(*link)->next;
  bool found = *link != nullptr;
  if (found) {
    *link = self.next;
    --waiting_count;
  }
  list_lock.unlock();
  return found;
}

CachedThread* take(size_t stack_size) {
  list_lock.lock();
  CachedThread** link = &waiting;
  while (*link && !(*link)->is_free(stack_size)) link = &(*link)->next;
  CachedThread* found = *link;
  if (found) {
    *link = found->next;
    --waiting_count;
  }
  list_lock.unlock();
  return found;
}

// True when there is work to do, false when the thread should end.
bool wait_for_work(CachedThread& self) {
  if (!std::exchange(self.enlisted, false) && !enlist(self)) return false;
  Deadline deadline = Deadline::after_ns(keep_ns);
  while (!self.entry.load(std::memory_order_acquire)) {
    ParkOutcome outcome = parking_lot::park(
        &self, [&] { return !self.entry.load(std::memory_order_acquire); }, [] {}, {.deadline = deadline});
    if (outcome.result != ParkResult::TimedOut) continue;
    if (leave(self)) return false;
    deadline = Deadline::never();
  }
  return true;
}

void serve(void* raw) {
  FirstWork first = *static_cast<FirstWork*>(raw);
  delete static_cast<FirstWork*>(raw);
  CachedThread self{{first.entry}, first.argument, first.stack_size};
  platform::set_thread_slot(platform::Slot::ThreadCache, &self);
  ThreadToken::current();
  do {
    self.entry.load(std::memory_order_relaxed)(self.argument);
    take_interrupt();
  } while (wait_for_work(self));
  platform::set_thread_slot(platform::Slot::ThreadCache, nullptr);
  self.end_claim();
}

}  // namespace

void finish_detached(void (*tell)(void*), bool (*is_used)(void*), void (*release)(void*), void* object) {
  CachedThread& self = *current();
  self.is_used = is_used;
  self.release = release;
  self.claim = object;
  self.enlisted = enlist(self);
  tell(object);
}

Thread::StartResult run_detached(void (*entry)(void*), void* argument, size_t stack_size) {
  if (CachedThread* thread = take(stack_size)) {
    thread->end_claim();
    thread->argument = argument;
    thread->entry.store(entry, std::memory_order_release);
    parking_lot::unpark_one(thread);
    return Thread::Started;
  }
  auto* first = new (std::nothrow) FirstWork{entry, argument, stack_size};
  if (!first) return Thread::NoResources;
  Thread thread;
  Thread::StartResult result = thread.start_raw(serve, first, {.stack_size = stack_size});
  if (result == Thread::Started) thread.detach();
  else delete first;
  return result;
}

}  // namespace portalis
