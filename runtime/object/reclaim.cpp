// Batches of retired references and buffers, and the grace periods they wait for. The essay is in reclaim.hpp.
#include "runtime/object/reclaim.hpp"

#include <cstdio>
#include <cstdlib>

#include "runtime/object/heap.hpp"
#include "runtime/object/registry.hpp"

namespace py {
namespace {

constexpr uint32_t batch_items = 254;
constexpr uint32_t safepoints_between_polls = 64;
constexpr uintptr_t buffer_tag = 1;      // an item is an Object*, or a buffer with this bit
constexpr auto relaxed = std::memory_order_relaxed;

struct Batch {
  Batch* next;
  uint64_t goal;                         // sealed with this epoch; 0: open
  uint32_t count;
  uintptr_t items[batch_items];
};

std::atomic<uint64_t> epoch{1};
Batch* orphans = nullptr;                // sealed batches of blocked and ended threads; guarded by registry_lock
std::atomic<bool> any_orphans{false};

void release(Batch* batch) {
  for (uint32_t i = 0; i < batch->count; ++i) {
    uintptr_t item = batch->items[i];
    if (item & buffer_tag) free_buffer(reinterpret_cast<void*>(item & ~buffer_tag));
    else decref(reinterpret_cast<Object*>(item));
  }
}

}  // namespace

struct ReclaimState {
  Batch* open = nullptr;
  Batch *oldest = nullptr, *newest = nullptr;   // sealed, goals ascending (adopted ones may break the order)
  Batch* spare = nullptr;
};

namespace {

ReclaimState* state_of(ThreadState* thread) {
  if (!thread->reclaim) thread->reclaim = new ReclaimState;
  return thread->reclaim;
}

Batch* open_batch(ReclaimState* state) {
  Batch* batch = std::exchange(state->spare, nullptr);
  if (!batch) batch = static_cast<Batch*>(std::malloc(sizeof(Batch)));
  if (!batch) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  batch->next = nullptr;
  batch->goal = 0;
  batch->count = 0;
  return state->open = batch;
}

void append_sealed(ReclaimState* state, Batch* batch) {
  batch->next = nullptr;
  if (state->newest) state->newest->next = batch;
  else state->oldest = batch;
  state->newest = batch;
}

// Stamps the open batch. The next poll asks the others to take note of the stamp.
void seal(ReclaimState* state) {
  Batch* batch = std::exchange(state->open, nullptr);
  batch->goal = epoch.fetch_add(1, std::memory_order_seq_cst) + 1;
  append_sealed(state, batch);
}

// The epoch all running threads but this one have seen; those behind are asked to catch up. Registry locked.
uint64_t seen_by_all(ThreadState* thread) {
  const uint64_t now = epoch.load(std::memory_order_seq_cst);
  uint64_t least = now;
  std::atomic_thread_fence(std::memory_order_seq_cst);
  for (ThreadState* other = all_threads; other; other = other->next) {
    if (other == thread || other->activity.load(std::memory_order_seq_cst) != activity_running) continue;
    uint64_t seen = other->seen_epoch.load(std::memory_order_acquire);
    if (seen < now) request_safepoint(other, safepoint_announce);
    if (seen < least) least = seen;
  }
  return least;
}

void add(uintptr_t item) {
  ThreadState* thread = this_thread;
  ReclaimState* state = state_of(thread);
  Batch* batch = state->open;
  if (!batch) {
    batch = open_batch(state);
    if (!state->oldest) thread->reclaim_countdown = safepoints_between_polls;
    request_safepoint(thread, safepoint_reclaim);
  }
  batch->items[batch->count++] = item;
  if (batch->count == batch_items) {
    seal(state);
    thread->reclaim_countdown = 0;
    request_safepoint(thread, safepoint_reclaim);
  }
}

void release_sealed(ReclaimState* state, uint64_t seen) {
  // Taken off first: releasing may run Python code that retires more and polls again.
  Batch *ready = nullptr, **ready_end = &ready;
  Batch** link = &state->oldest;
  state->newest = nullptr;
  while (Batch* batch = *link) {
    if (batch->goal <= seen) {
      *link = batch->next;
      batch->next = nullptr;
      *ready_end = batch;
      ready_end = &batch->next;
    } else {
      state->newest = batch;
      link = &batch->next;
    }
  }
  while (ready) {
    Batch* batch = std::exchange(ready, ready->next);
    release(batch);
    if (state->spare) std::free(batch);
    else state->spare = batch;
  }
}

void adopt_orphans(ReclaimState* state) {
  while (orphans) append_sealed(state, std::exchange(orphans, orphans->next));
  any_orphans.store(false, relaxed);
}

}  // namespace

void retire(Value owned) {
  if (!owned.is_object()) return;
  if (owner_of(owned.object()) == immortal_owner) return;
  if (!threads_alive()) return decref(owned.object());
  add(reinterpret_cast<uintptr_t>(owned.object()));
}

void retire_even_alone(Object* o) { add(reinterpret_cast<uintptr_t>(o)); }

void retire_buffer(void* p) {
  if (!p) return;
  if (!threads_alive()) return free_buffer(p);
  add(reinterpret_cast<uintptr_t>(p) | buffer_tag);
}

void announce_epoch(ThreadState* thread) {
  thread->seen_epoch.store(epoch.load(std::memory_order_acquire), std::memory_order_release);
}

bool has_retired(ThreadState* thread) {
  ReclaimState* state = thread->reclaim;
  return state && (state->open || state->oldest);
}

void poll_reclaim(ThreadState* thread) {
  ReclaimState* state = state_of(thread);
  uint64_t seen;
  {
    RegistryLock lock;
    adopt_orphans(state);
    if (state->open) seal(state);
    if (!state->oldest) return;
    seen = seen_by_all(thread);
    thread->reclaim_countdown = thread_count > safepoints_between_polls ? thread_count : safepoints_between_polls;
  }
  release_sealed(state, seen);
  if (has_retired(thread)) request_safepoint(thread, safepoint_reclaim);
}

void hand_over_retired(ThreadState* thread, bool ending) {
  ReclaimState* state = thread->reclaim;
  if (!has_retired(thread)) return;
  RegistryLock lock;
  ThreadState* heir = all_threads;
  // If none is found among a few, the next that resumes sees any_orphans.
  for (int tries = 0; heir && (heir == thread || heir->activity.load(relaxed) != activity_running); heir = heir->next) {
    if (++tries == 128) heir = nullptr;
    if (!heir) break;
  }
  if (!ending && all_threads == thread && !thread->next) return;   // alone: released by its own next poll
  if (state->open) seal(state);
  state->newest->next = orphans;
  orphans = std::exchange(state->oldest, nullptr);
  state->newest = nullptr;
  any_orphans.store(true, relaxed);
  if (heir) request_safepoint(heir, safepoint_reclaim);
}

bool orphans_waiting() { return any_orphans.load(relaxed); }

void reclaim_now() {
  ThreadState* thread = this_thread;
  if (!has_retired(thread) && !orphans_waiting()) return;
  ReclaimState* state = state_of(thread);
  uint64_t seen;
  {
    WorldStop stop;                      // every other thread is at a safepoint: a grace period
    RegistryLock lock;
    adopt_orphans(state);
    if (state->open) seal(state);
    seen = epoch.load(relaxed);
  }
  release_sealed(state, seen);
}

void free_reclaim_state(ThreadState* thread) {
  ReclaimState* state = std::exchange(thread->reclaim, nullptr);
  if (!state) return;
  std::free(state->spare);
  delete state;
}

}  // namespace py
