// Owner ids, the list of threads, activity, and stopping the world.
#include "runtime/object/registry.hpp"

#include "runtime/object/heap.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/sync/thread_record.hpp"

namespace py {

namespace platform = portalis::platform;

portalis::BucketLock registry_lock;
ThreadState* all_threads = nullptr;
uint32_t thread_count = 0;

namespace {

constinit OwnerRecord records[foreign_owner];

// A thread that stops the world holds 1 in `stopped`; others wait on that word. `progress` is changed and woken
// whenever a thread the stopper may be waiting for has left running.
std::atomic<uint32_t> stopped{0}, progress{0};
std::atomic<ThreadState*> stopper{nullptr};

}  // namespace

OwnerRecord& owner_record(uint16_t id) { return records[id]; }

void leave_running(ThreadState* thread) {
  if (thread->pinned || thread->blocking_depth++) return;
  if (has_retired(thread)) hand_over_retired(thread, false);
  thread->activity.store(activity_blocked, std::memory_order_seq_cst);
  if (stopped.load(std::memory_order_seq_cst)) {
    progress.fetch_add(1, std::memory_order_release);
    platform::wake_word(progress, 1);
  }
}

void enter_running(ThreadState* thread) {
  if (thread->pinned || --thread->blocking_depth) return;
  for (;;) {
    uint32_t activity = activity_blocked;
    while (!thread->activity.compare_exchange_weak(activity, activity_running, std::memory_order_seq_cst)) {
      activity = activity_blocked;       // borrowed: for a few dozen instructions
      platform::yield();
    }
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (!stopped.load(std::memory_order_seq_cst) || stopper.load(std::memory_order_relaxed) == thread) break;
    thread->activity.store(activity_blocked, std::memory_order_seq_cst);
    progress.fetch_add(1, std::memory_order_release);
    platform::wake_word(progress, 1);
    platform::wait_on_word(stopped, 1, INT64_MAX);
  }
  announce_epoch(thread);
  if (orphans_waiting()) {
    thread->reclaim_countdown = 0;
    request_safepoint(thread, safepoint_reclaim);
  }
}

WorldStop::WorldStop() {
  ThreadState* self = this_thread;
  for (;;) {
    ThreadState* none = nullptr;
    if (stopper.compare_exchange_strong(none, self, std::memory_order_acq_rel)) break;
    leave_running(self);                 // another thread stops the world: that comes first
    platform::yield();
    enter_running(self);
  }
  stopped.store(1, std::memory_order_seq_cst);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  for (;;) {
    uint32_t seen = progress.load(std::memory_order_acquire);
    bool all = true;
    {
      RegistryLock lock;
      for (ThreadState* thread = all_threads; thread; thread = thread->next) {
        if (thread == self || thread->activity.load(std::memory_order_seq_cst) != activity_running) continue;
        all = false;
        request_safepoint(thread, safepoint_stop);
      }
    }
    if (all) return;
    // A thread may also end instead of blocking, so do not rely on being woken alone.
    platform::wait_on_word(progress, seen, platform::now() + 1000000);
  }
}

WorldStop::~WorldStop() {
  stopped.store(0, std::memory_order_seq_cst);
  stopper.store(nullptr, std::memory_order_release);   // last: the next one sets `stopped`
  platform::wake_word(stopped, INT32_MAX);
}

}  // namespace py
