// The lock under a Condition: native or anything with acquire and release.
#pragma once

#include "runtime/modules/threading/condition.hpp"

namespace py {

struct SavedLock {
  Ref lock;
  int64_t count = 0;                     // of a native RLock
  Ref state;                             // what another lock's _release_save gave
};
Truth condition_owned(ConditionObject* condition);       // -1 exception
bool condition_release_save(ConditionObject* condition, SavedLock& saved);
bool condition_acquire_restore(SavedLock& saved);

}  // namespace py
