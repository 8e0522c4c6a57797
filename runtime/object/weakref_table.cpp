// Open addressing with linear probing and backward shift, one table for each shard.
#include "runtime/object/weakref_table.hpp"

#include <cstdio>
#include <cstdlib>

namespace py {

namespace {
constexpr size_t shard_count = 64;
constinit WeakShard shards[shard_count];
}  // namespace

WeakShard& weak_shard(const Object* target) { return shards[(reinterpret_cast<uintptr_t>(target) >> 5) % shard_count]; }

size_t WeakShard::find(const Object* target) const {
  if (!entries_) return 0;
  size_t i = hash(target) & mask_;
  while (entries_[i].target && entries_[i].target != target) i = (i + 1) & mask_;
  return i;
}

void WeakShard::grow() {
  Entry* old = entries_;
  size_t old_size = old ? mask_ + 1 : 0, size = old ? old_size * 2 : 8;
  entries_ = static_cast<Entry*>(std::calloc(size, sizeof(Entry)));
  if (!entries_) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  mask_ = size - 1;
  for (size_t i = 0; i < old_size; ++i) {
    if (old[i].target) entries_[find(old[i].target)] = old[i];
  }
  std::free(old);
}

void WeakShard::insert(Object* target, WeakRef* ref) {
  if (!entries_ || (used_ + 1) * 4 > (mask_ + 1) * 3) grow();
  Entry& entry = entries_[find(target)];
  if (!entry.target) {
    ++used_;
    entry = {target, nullptr};
  }
  ref->previous = nullptr;
  ref->next = entry.first;
  if (entry.first) entry.first->previous = ref;
  entry.first = ref;
}

void WeakShard::erase(size_t i) {
  --used_;
  for (size_t k = (i + 1) & mask_; entries_[k].target; k = (k + 1) & mask_) {
    size_t home = hash(entries_[k].target) & mask_;
    if (((k - home) & mask_) >= ((k - i) & mask_)) {
      entries_[i] = entries_[k];
      i = k;
    }
  }
  entries_[i] = {nullptr, nullptr};
}

void WeakShard::remove(WeakRef* ref) {
  if (ref->next) ref->next->previous = ref->previous;
  if (ref->previous) {
    ref->previous->next = ref->next;
    return;
  }
  size_t i = find(ref->target.load(std::memory_order_relaxed));
  entries_[i].first = ref->next;
  if (!ref->next) erase(i);
}

WeakRef* WeakShard::remove_all(Object* target) {
  if (!entries_) return nullptr;
  size_t i = find(target);
  if (!entries_[i].target) return nullptr;
  WeakRef* first = entries_[i].first;
  erase(i);
  return first;
}

}  // namespace py
