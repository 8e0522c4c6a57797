// Many readers or one writer: RawRwLock (four bytes) and RwLock<T>, which owns what it guards.
//
//     RwLock<Table> table;
//     int n = table.read()->size();        // shared with other readers
//     table.write()->insert(key, value);   // alone
//
// First come first served: a reader that arrives while a writer waits queues behind it, so neither side
// starves. It follows that a thread that holds a read lock must not take another one: a writer may have come
// between. Waiting, deadlines and interrupts are as for RawMutex. A lock may be released by another thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "portalis/deadline.hpp"
#include "portalis/mutex.hpp"

namespace portalis {

class RawRwLock {
 public:
  constexpr RawRwLock() = default;
  RawRwLock(const RawRwLock&) = delete;
  RawRwLock& operator=(const RawRwLock&) = delete;

  void lock() { lock_until(Deadline::never()); }
  bool try_lock() {
    uint32_t expected = 0;
    return state_.compare_exchange_strong(expected, writer_bit, std::memory_order_acquire, std::memory_order_relaxed);
  }
  WaitResult lock_until(Deadline deadline, bool interruptible = false) {
    return try_lock() ? WaitResult::Done : lock_slow(deadline, interruptible);
  }
  void unlock() {
    uint32_t expected = writer_bit;
    if (!state_.compare_exchange_strong(expected, 0, std::memory_order_release, std::memory_order_relaxed)) hand_over();
  }

  void lock_shared() { lock_shared_until(Deadline::never()); }
  bool try_lock_shared() {
    uint32_t state = state_.load(std::memory_order_relaxed);
    while (!(state & (writer_bit | parked_bit))) {
      if (state_.compare_exchange_weak(state, state + one_reader, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }
  WaitResult lock_shared_until(Deadline deadline, bool interruptible = false) {
    return try_lock_shared() ? WaitResult::Done : lock_shared_slow(deadline, interruptible);
  }
  void unlock_shared();

 private:
  static constexpr uint32_t writer_bit = 1;
  static constexpr uint32_t parked_bit = 2;
  static constexpr uint32_t one_reader = 4;

  WaitResult lock_slow(Deadline deadline, bool interruptible);
  WaitResult lock_shared_slow(Deadline deadline, bool interruptible);
  void hand_over();
  void admit_readers();

  std::atomic<uint32_t> state_{0};
};

template <class T>
class RwLock {
 public:
  // The read half of the lock, in the form Guard wants.
  struct Shared {
    RawRwLock raw;
    void unlock() { raw.unlock_shared(); }
  };
  using ReadGuard = Guard<const T, Shared>;
  using WriteGuard = Guard<T, RawRwLock>;

  RwLock() = default;
  explicit RwLock(T value) : value_(std::move(value)) {}

  ReadGuard read() {
    lock_.raw.lock_shared();
    return ReadGuard(value_, lock_);
  }
  ReadGuard try_read() { return lock_.raw.try_lock_shared() ? ReadGuard(value_, lock_) : ReadGuard(); }
  ReadGuard read_until(Deadline deadline) {
    return lock_.raw.lock_shared_until(deadline) == WaitResult::Done ? ReadGuard(value_, lock_) : ReadGuard();
  }
  WriteGuard write() {
    lock_.raw.lock();
    return WriteGuard(value_, lock_.raw);
  }
  WriteGuard try_write() { return lock_.raw.try_lock() ? WriteGuard(value_, lock_.raw) : WriteGuard(); }
  WriteGuard write_until(Deadline deadline) {
    return lock_.raw.lock_until(deadline) == WaitResult::Done ? WriteGuard(value_, lock_.raw) : WriteGuard();
  }

 private:
  Shared lock_;
  T value_{};
};

}  // namespace portalis
