// _thread.lock and _thread.RLock. Definition: Modules/_threadmodule.c of CPython 3.11.
//
// Both may be used from any thread. A lock has no owner: whoever likes releases it. An RLock belongs to the thread
// that acquired it, by its ident.
#pragma once

#include <atomic>

#include "portalis/mutex.hpp"
#include "runtime/modules/threading/support.hpp"

namespace py {

struct LockBody {
  portalis::RawMutex mutex;
};
struct LockObject : Object, LockBody {
  using Body = LockBody;
};

struct RLockBody {
  portalis::RawMutex mutex;
  std::atomic<uint64_t> holder{0};       // ident of the holder; only the holder's own comparison is reliable
  int64_t count = 0;                     // holder only
};
struct RLockObject : Object, RLockBody {
  using Body = RLockBody;
};

extern Type lock_type, rlock_type;

void register_lock_contexts();           // tells the with statement about both
Value make_lock();
Value make_rlock();
inline LockObject* as_exact_lock(Value v) { return is_exactly(v, lock_type) ? v.as<LockObject>() : nullptr; }
inline RLockObject* as_exact_rlock(Value v) { return is_exactly(v, rlock_type) ? v.as<RLockObject>() : nullptr; }

// 1 acquired, 0 deadline passed, -1 exception (a signal handler's).
Truth acquire(LockObject* lock, portalis::Deadline deadline);
Truth acquire(RLockObject* lock, portalis::Deadline deadline);
Truth release(LockObject* lock);         // 0, or -1 RuntimeError
Truth release(RLockObject* lock);
inline bool is_owned(const RLockObject* lock) { return lock->holder.load(std::memory_order_relaxed) == this_thread->ident; }

}  // namespace py
