// threading.Condition. Definition: Lib/threading.py of CPython 3.11.
//
// Any object with acquire and release may be the lock. For the two native ones nothing is looked up, and the waiting
// is that of portalis::Condvar on the lock's own mutex: a notification moves waiters to the lock's queue, from where
// they wake one by one as the lock gets free. With other locks a mutex of the condition's own takes that part.
#pragma once

#include <atomic>

#include "portalis/condvar.hpp"
#include "runtime/modules/threading/lock.hpp"

namespace py {

struct ConditionBody {
  Slot base_lock;
  portalis::Condvar condvar;
  portalis::RawMutex inner;              // only with locks that are not native: held from queueing to releasing them
  std::atomic<int64_t> waiting{0};
  std::atomic<uint64_t> notifications{0};   // changed with the lock held
};
struct ConditionObject : Object, ConditionBody {
  using Body = ConditionBody;
};

extern Type condition_type;

// lock: borrowed; Undefined or None: a new RLock.
Value make_condition(Value lock = Undefined);
// 1 notified, 0 deadline passed, -1 exception. The lock must be held, and is held again on return.
Truth condition_wait(ConditionObject* condition, portalis::Deadline deadline);
// Is the lock held by this thread, as far as that can be told? -1 exception.
Truth condition_owned(ConditionObject* condition);
// Wakes up to n waiters; the lock must be held.
void condition_notify(ConditionObject* condition, int64_t n);
// A Condition of exactly the class threading.Condition: its methods need not be looked up.
inline ConditionObject* as_exact_condition(Value v) {
  return is_exactly(v, condition_type) ? v.as<ConditionObject>() : nullptr;
}

}  // namespace py
