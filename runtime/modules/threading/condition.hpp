// threading.Condition. Definition: Lib/threading.py of CPython 3.11.
//
// Any object with acquire and release may be the lock; for the two native ones nothing is looked up. Each waiting
// thread stands in the condition's list with a flag of its own, so that notify(n) wakes exactly the n oldest.
#pragma once

#include <atomic>

#include "runtime/modules/threading/lock.hpp"

namespace py {

struct ConditionBody {
  struct Waiter {
    std::atomic<bool> notified{false};
    Waiter* next = nullptr;
    Waiter* previous = nullptr;
  };

  Slot base_lock;
  portalis::RawMutex list_lock;
  Waiter* first GUARDED_BY(list_lock) = nullptr;
  Waiter* last GUARDED_BY(list_lock) = nullptr;
  std::atomic<int64_t> waiting{0};       // length of the list; written with list_lock held
};
struct ConditionObject : Object, ConditionBody {
  using Body = ConditionBody;
};

extern Type condition_type;

// lock: borrowed; Undefined or None: a new RLock.
Value make_condition(Value lock = Undefined);
// 1 notified, 0 deadline passed, -1 exception. The lock must be held, and is held again on return.
// spin: poll before sleeping. Condition.wait does not: programs written for CPython take for granted that who
// notifies goes on running for a while before those who were notified do.
Truth condition_wait(ConditionObject* condition, portalis::Deadline deadline, bool spin);
// Wakes up to n waiters; the lock must be held.
void condition_notify(ConditionObject* condition, int64_t n);
// A Condition of exactly the class threading.Condition: its methods need not be looked up.
inline ConditionObject* as_exact_condition(Value v) {
  return is_exactly(v, condition_type) ? v.as<ConditionObject>() : nullptr;
}

}  // namespace py
