// What the parking lot knows of one thread: its place in a queue and the word it sleeps on.
//
// Ownership: records are made on a thread's first use of the lot, returned to a free list when the thread
// ends and never freed, so that a stale pointer (a ThreadToken, a late wake) always points to a record.
#pragma once

#include <atomic>
#include <cstdint>

#include "portalis/parking_lot.hpp"

namespace portalis {

struct alignas(64) ThreadRecord {
  // States of `word`. Only the owner leaves Signaled; see the essay in parking_lot.cpp.
  static constexpr uint32_t queued = 0;    // in a queue, polling
  static constexpr uint32_t sleeping = 1;  // in a queue, or just taken out of it; asleep or about to be
  static constexpr uint32_t poked = 2;     // was sleeping; interrupt() wants it to look around
  static constexpr uint32_t signaled = 3;  // taken out of the queue by a waker; token is set

  std::atomic<uint32_t> word{signaled};
  std::atomic<bool> interrupt_pending{false};
  uint8_t tag = 0;
  bool requeued = false;                       // guarded by the bucket of `address`
  std::atomic<const void*> address{nullptr};  // the queue it is in; written with that bucket locked
  ThreadRecord* next = nullptr;               // guarded by the bucket of `address`
  ThreadRecord* previous = nullptr;           // likewise
  uintptr_t token = 0;                        // written by the waker before `signaled`
  std::atomic<unsigned> wakers{0};            // threads that are in the middle of waking this one

  // Owner only: how long this thread polls before it sleeps, learnt from how its last waits went (the essay in
  // parking_lot.cpp).
  int64_t spin_budget = 4000;
  uint8_t spin_pause = 0;     // short waits to let pass before a longest poll
  uint8_t spin_patience = 1;  // how many it will be after the next failure

  ThreadRecord* next_free = nullptr;  // guarded by the free list's lock

  static ThreadRecord& current();
};

// How many threads with a record are not asleep. More of them than processors: polling only takes time away
// from the thread that is waited for.
extern std::atomic<int> running_threads;
bool may_spin();

void call_about_to_block();
void call_resumed();

}  // namespace portalis
