// The hash table behind weak references: from an object to the first of its WeakRefs, in shards with a lock each.
#pragma once

#include "runtime/object/weakref.hpp"
#include "runtime/sync/bucket_lock.hpp"

namespace py {

class WeakShard {
 public:
  portalis::BucketLock lock;             // guards the rest, and the links of all WeakRefs in it

  WeakRef* first(const Object* target) const {
    size_t i = find(target);
    return entries_ && entries_[i].target ? entries_[i].first : nullptr;
  }
  void insert(Object* target, WeakRef* ref);   // as the first
  void remove(WeakRef* ref);                   // ref->target is still set
  WeakRef* remove_all(Object* target);         // returns the first; the links stay

 private:
  struct Entry {
    Object* target;                      // null: free
    WeakRef* first;
  };
  static size_t hash(const Object* target) { return (reinterpret_cast<uintptr_t>(target) >> 4) * 0x9e3779b97f4a7c15u >> 32; }
  size_t find(const Object* target) const;     // its entry, or the free one where it would go
  void erase(size_t i);
  void grow();

  Entry* entries_ = nullptr;
  size_t mask_ = 0, used_ = 0;
};

WeakShard& weak_shard(const Object* target);

}  // namespace py
