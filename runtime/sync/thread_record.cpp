// Thread records, the blocking hooks, and the count of running threads.
#include "runtime/sync/thread_record.hpp"

#include <cstdlib>
#include <new>

#include "runtime/platform/platform.hpp"
#include "runtime/sync/bucket_lock.hpp"

namespace portalis {

std::atomic<int> running_threads{0};

namespace {

BucketLock free_lock;
ThreadRecord* free_records = nullptr;  // guarded by free_lock

void retire(void* raw) {
  auto* record = static_cast<ThreadRecord*>(raw);
  record->interrupt_pending.store(false, std::memory_order_relaxed);
  running_threads.fetch_sub(1, std::memory_order_relaxed);
  free_lock.lock();
  record->next_free = free_records;
  free_records = record;
  free_lock.unlock();
}

ThreadRecord& enroll() {
  platform::set_thread_slot_destructor(platform::Slot::ParkingLot, retire);
  free_lock.lock();
  ThreadRecord* record = free_records;
  if (record) free_records = record->next_free;
  free_lock.unlock();
  if (!record) {
    void* raw = aligned_alloc(alignof(ThreadRecord), sizeof(ThreadRecord));
    if (!raw) abort();  // 128 bytes: there is no way to go on waiting without them
    record = new (raw) ThreadRecord;
  }
  running_threads.fetch_add(1, std::memory_order_relaxed);
  platform::set_thread_slot(platform::Slot::ParkingLot, record);
  return *record;
}

std::atomic<void (*)()> about_to_block_hook{nullptr};
std::atomic<void (*)()> resumed_hook{nullptr};

}  // namespace

ThreadRecord& ThreadRecord::current() {
  void* value = platform::thread_slot(platform::Slot::ParkingLot);
  return value ? *static_cast<ThreadRecord*>(value) : enroll();
}

bool may_spin() {
  int cpus = int(platform::cpu_count());
  return cpus > 1 && running_threads.load(std::memory_order_relaxed) <= cpus;
}

ThreadToken ThreadToken::current() { return ThreadToken(&ThreadRecord::current()); }

bool take_interrupt() { return ThreadRecord::current().interrupt_pending.exchange(false, std::memory_order_seq_cst); }

void install_blocking_hooks(BlockingHooks hooks) {
  about_to_block_hook.store(hooks.about_to_block, std::memory_order_release);
  resumed_hook.store(hooks.resumed, std::memory_order_release);
}

void call_about_to_block() {
  running_threads.fetch_sub(1, std::memory_order_relaxed);
  if (auto hook = about_to_block_hook.load(std::memory_order_acquire)) hook();
}

void call_resumed() {
  running_threads.fetch_add(1, std::memory_order_relaxed);
  if (auto hook = resumed_hook.load(std::memory_order_acquire)) hook();
}

BlockingRegion::BlockingRegion() {
  ThreadRecord::current();
  call_about_to_block();
}

BlockingRegion::~BlockingRegion() { call_resumed(); }

}  // namespace portalis
