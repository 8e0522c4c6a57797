// The registered threads, their owner ids, and who is running: what counting, reclamation and the collector
// need to know of each other's threads.
//
// Owner ids are permanent records in a table; a thread borrows one for its life. The next thread that gets the
// id inherits what its predecessor left: the heap, and the local counts of objects that still carry the id (the
// registry's lock orders the two). So ids can be reused at once, and nothing has to be done for the objects of
// an ended thread, unless someone else drops the last reference to one first.
//
// Activity: a thread is running, or blocked (in a BlockingRegion, asleep in the lot, stopped at a safepoint).
// A blocked thread touches no Python object, so that others may do its bookkeeping: they set it to borrowed for
// a moment, during which it cannot resume.
#pragma once

#include "runtime/object/thread_state.hpp"
#include "runtime/sync/bucket_lock.hpp"

namespace py {

enum Activity : uint32_t { activity_running, activity_blocked, activity_borrowed };

struct OwnerRecord {
  portalis::BucketLock lock;             // guards all but `heap`
  ThreadState* thread = nullptr;         // null: no thread has this id now
  Heap* heap = nullptr;                  // of the thread, or of the last that had the id
  Object** queue = nullptr;              // objects other threads released; each entry owns one reference
  uint32_t queued = 0, capacity = 0;
};
OwnerRecord& owner_record(uint16_t id);

// Guards the list of threads. Short sections only; no Python code, no allocation of objects, no lot.
extern portalis::BucketLock registry_lock;
extern ThreadState* all_threads;         // guarded by registry_lock
extern uint32_t thread_count;            // guarded by registry_lock

class RegistryLock {
 public:
  RegistryLock() { registry_lock.lock(); }
  ~RegistryLock() { registry_lock.unlock(); }
  RegistryLock(const RegistryLock&) = delete;
  RegistryLock& operator=(const RegistryLock&) = delete;
};

// The two ends of a blocked stretch of the calling thread. leave_running() never waits; enter_running() waits
// while the world is stopped by another thread.
void leave_running(ThreadState* thread);
void enter_running(ThreadState* thread);

// While one lives, its thread is the only one that runs Python code; every other registered thread is at a
// safepoint or blocked. At a safepoint of the calling thread only (another's WorldStop may come first).
class WorldStop {
 public:
  WorldStop();
  ~WorldStop();
  WorldStop(const WorldStop&) = delete;
  WorldStop& operator=(const WorldStop&) = delete;
};

// refcount.cpp: takes over what other threads released of the calling thread's objects. May run Python code.
void merge_queued(ThreadState* thread);
// refcount.cpp: as above for an id whose thread has just ended its Python life; true if the queue was empty.
bool retire_owner(OwnerRecord& record);

}  // namespace py
