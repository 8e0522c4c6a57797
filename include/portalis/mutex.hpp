// Mutual exclusion: RawMutex, a lock of one byte, and Mutex<T>, a lock that owns what it guards.
//
//     Mutex<std::vector<int>> numbers;
//     numbers.lock()->push_back(1);                 // locked for this statement
//     {
//       auto guard = numbers.lock();                // locked for this block
//       guard->clear();
//     }
//     if (auto guard = numbers.try_lock()) guard->push_back(2);
//
// Any thread may lock. unlock() may be called from another thread than the one that locked (Python's Lock
// allows it). Not recursive: locking twice in one thread deadlocks. lock() blocks without limit, lock_until()
// up to its deadline, try_lock() never. A waiter polls briefly, then sleeps in the parking lot. The lock is
// first come first served only about once a millisecond; in between whoever is running may overtake, since
// that is what makes contended locks quick, and the regular hand-over what keeps everybody from starving.
// Destroying a locked mutex, or one with waiters, is a bug.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "portalis/annotations.hpp"
#include "portalis/deadline.hpp"

namespace portalis {

class CAPABILITY("mutex") RawMutex {
 public:
  constexpr RawMutex() = default;
  RawMutex(const RawMutex&) = delete;
  RawMutex& operator=(const RawMutex&) = delete;

  void lock() ACQUIRE() {
    if (!try_lock_fast()) lock_slow(Deadline::never(), false);
  }
  bool try_lock() TRY_ACQUIRE(true) {
    uint8_t state = state_.load(std::memory_order_relaxed);
    while (!(state & locked_bit)) {
      if (state_.compare_exchange_weak(state, state | locked_bit, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }
  // Interrupted (see interrupt() in parking_lot.hpp) is only returned if asked for.
  WaitResult lock_until(Deadline deadline, bool interruptible = false) TRY_ACQUIRE(int(WaitResult::Done)) {
    return try_lock_fast() ? WaitResult::Done : lock_slow(deadline, interruptible);
  }
  void unlock() RELEASE() {
    uint8_t expected = locked_bit;
    if (!state_.compare_exchange_strong(expected, 0, std::memory_order_release, std::memory_order_relaxed)) unlock_slow();
  }
  // False, and nothing done, if it is not locked. Safe against another thread that unlocks at the same time.
  bool unlock_if_locked() {
    uint8_t expected = locked_bit;
    if (state_.compare_exchange_strong(expected, 0, std::memory_order_release, std::memory_order_relaxed)) return true;
    return (expected & locked_bit) && unlock_slow();
  }

  // A moment's truth: it may have changed when the caller looks at the answer.
  bool is_locked() const { return state_.load(std::memory_order_relaxed) & locked_bit; }

 private:
  friend class Condvar;

  static constexpr uint8_t locked_bit = 1;
  static constexpr uint8_t parked_bit = 2;  // someone may be in the lot's queue for this address

  bool try_lock_fast() {
    uint8_t expected = 0;
    return state_.compare_exchange_strong(expected, locked_bit, std::memory_order_acquire, std::memory_order_relaxed);
  }
  WaitResult lock_slow(Deadline deadline, bool interruptible);
  bool unlock_slow();
  // For Condvar, called with this address's queue locked: if the lock is held, note that waiters are coming.
  bool note_parked_if_locked();
  void note_parked() { state_.fetch_or(parked_bit, std::memory_order_relaxed); }

  std::atomic<uint8_t> state_{0};
};

// Holds a RawMutex for a scope.
class SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(RawMutex& mutex) ACQUIRE(mutex) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() RELEASE() { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  RawMutex& mutex_;
};

// Access to what a lock guards, for as long as this lives; false if the lock was not obtained. Movable, so
// that it can be returned; use it on the thread that locked.
template <class T, class Lock>
class Guard {
 public:
  Guard() = default;
  Guard(T& value, Lock& lock) : value_(&value), lock_(&lock) {}
  Guard(Guard&& other) noexcept : value_(std::exchange(other.value_, nullptr)), lock_(other.lock_) {}
  Guard& operator=(Guard&& other) noexcept {
    if (this != &other) {
      release();
      value_ = std::exchange(other.value_, nullptr);
      lock_ = other.lock_;
    }
    return *this;
  }
  ~Guard() { release(); }

  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() const { return *value_; }
  T* operator->() const { return value_; }
  Lock& lock() const { return *lock_; }  // for Condvar::wait

  void release() {
    if (std::exchange(value_, nullptr)) lock_->unlock();
  }

 private:
  T* value_ = nullptr;
  Lock* lock_ = nullptr;
};

template <class T>
class Mutex {
 public:
  using MutexGuard = Guard<T, RawMutex>;

  Mutex() = default;
  explicit Mutex(T value) : value_(std::move(value)) {}

  MutexGuard lock() NO_THREAD_SAFETY_ANALYSIS {
    mutex_.lock();
    return MutexGuard(value_, mutex_);
  }
  MutexGuard try_lock() NO_THREAD_SAFETY_ANALYSIS { return mutex_.try_lock() ? MutexGuard(value_, mutex_) : MutexGuard(); }
  MutexGuard lock_until(Deadline deadline) NO_THREAD_SAFETY_ANALYSIS {
    return mutex_.lock_until(deadline) == WaitResult::Done ? MutexGuard(value_, mutex_) : MutexGuard();
  }

 private:
  RawMutex mutex_;
  T value_{};
};

}  // namespace portalis
