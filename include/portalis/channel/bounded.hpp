// BoundedChannel: at most `capacity` values under way. See channel.hpp.
//
// A ring of slots after Dmitry Vyukov's bounded MPMC queue. Each slot has a sequence number: `position` when
// it is free for the send at that position, `position + 1` when it holds that send's value. Senders and
// receivers claim positions by compare-and-swap and then own the slot until they store its next number.
//
// Invariants:
// 1. tail_ counts claimed sends times two; its lowest bit is set by close(), after which no send can claim.
// 2. A value is visible to receivers from the seq_cst store of its sequence number, and a slot free to senders
//    from theirs; WaitPoint relies on these stores.
// 3. A send may be published before an earlier one has been (its thread lost the processor in between), and its
//    wake-up then finds nothing to receive. Hence whoever takes a value and sees that another one is ready
//    wakes another waiter; likewise with sends and free slots. A ready value with a sleeping receiver always
//    has a thread that is about to look at both.
// 4. The ring has a power of two of slots, at least two; where that is more than the capacity, senders also
//    compare with head_, which only grows, so that the capacity is exact.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "portalis/channel/status.hpp"
#include "portalis/channel/wait_point.hpp"

namespace portalis {

template <class T>
class BoundedChannel : public ChannelOperations<BoundedChannel<T>, T> {
 public:
  // capacity at least 1.
  explicit BoundedChannel(size_t capacity) : capacity_(capacity), mask_(ring_size(capacity) - 1), slots_(new Slot[mask_ + 1]) {
    for (size_t i = 0; i <= mask_; ++i) slots_[i].sequence.store(i, std::memory_order_relaxed);
  }
  ~BoundedChannel() {
    std::optional<T> rest;
    while (try_receive(rest) == ChannelStatus::Ok) rest.reset();
  }
  BoundedChannel(const BoundedChannel&) = delete;
  BoundedChannel& operator=(const BoundedChannel&) = delete;

  ChannelStatus try_send(T&& value) {
    uint64_t tail = tail_.load(std::memory_order_relaxed);
    for (;;) {
      if (tail & closed_bit) return ChannelStatus::Closed;
      uint64_t position = tail >> 1;
      Slot& slot = slots_[position & mask_];
      int64_t ahead = int64_t(slot.sequence.load(std::memory_order_acquire) - position);
      if (ahead == 0 && capacity_ <= mask_ && position - head_.load(std::memory_order_seq_cst) >= capacity_) ahead = -1;
      if (ahead == 0) {
        if (tail_.compare_exchange_weak(tail, tail + 2, std::memory_order_relaxed)) {
          new (slot.storage) T(std::move(value));
          slot.sequence.store(position + 1, std::memory_order_seq_cst);
          not_empty_.notify_one();
          if (not_full_.has_waiters() && can_send()) not_full_.notify_one();
          return ChannelStatus::Ok;
        }
      } else {
        uint64_t now = tail_.load(std::memory_order_relaxed);
        if (ahead < 0 && now == tail) return ChannelStatus::WouldBlock;
        tail = now;
      }
    }
  }

  ChannelStatus try_receive(std::optional<T>& out) {
    uint64_t position = head_.load(std::memory_order_relaxed);
    for (;;) {
      Slot& slot = slots_[position & mask_];
      int64_t ahead = int64_t(slot.sequence.load(std::memory_order_acquire) - (position + 1));
      if (ahead == 0) {
        if (head_.compare_exchange_weak(position, position + 1, std::memory_order_seq_cst, std::memory_order_relaxed)) {
          T* value = std::launder(reinterpret_cast<T*>(slot.storage));
          out.emplace(std::move(*value));
          value->~T();
          slot.sequence.store(position + mask_ + 1, std::memory_order_seq_cst);
          not_full_.notify_one();
          if (not_empty_.has_waiters() && can_receive()) not_empty_.notify_one();
          return ChannelStatus::Ok;
        }
      } else {
        uint64_t tail = tail_.load(std::memory_order_seq_cst);
        uint64_t now = head_.load(std::memory_order_relaxed);
        if (ahead < 0 && now == position) {
          if (tail != (position << 1 | closed_bit)) return ChannelStatus::WouldBlock;
          not_empty_.notify_all();
          return ChannelStatus::Closed;
        }
        position = now;
      }
    }
  }

  ChannelStatus send_until(T&& value, Deadline deadline, bool interruptible = false) {
    for (;;) {
      ChannelStatus status = try_send(std::move(value));
      if (status != ChannelStatus::WouldBlock) return status;
      auto may_send = [&] { return can_send(); };
      if (poll_briefly(may_send)) continue;
      WaitResult waited = not_full_.wait(may_send, deadline, interruptible);
      if (waited == WaitResult::TimedOut) return late(try_send(std::move(value)));
      if (waited == WaitResult::Interrupted) return ChannelStatus::Interrupted;
    }
  }

  ChannelStatus receive_until(std::optional<T>& out, Deadline deadline, bool interruptible = false) {
    for (;;) {
      ChannelStatus status = try_receive(out);
      if (status != ChannelStatus::WouldBlock) return status;
      auto may_receive = [&] { return can_receive(); };
      if (poll_briefly(may_receive)) continue;
      WaitResult waited = not_empty_.wait(may_receive, deadline, interruptible);
      if (waited == WaitResult::TimedOut) return late(try_receive(out));
      if (waited == WaitResult::Interrupted) return ChannelStatus::Interrupted;
    }
  }

  void close() {
    tail_.fetch_or(closed_bit, std::memory_order_seq_cst);
    not_empty_.notify_all();
    not_full_.notify_all();
  }

  bool is_closed() const { return tail_.load(std::memory_order_acquire) & closed_bit; }
  size_t capacity() const { return capacity_; }
  // How many values are under way; out of date as soon as it is known.
  size_t size() const {
    uint64_t head = head_.load(std::memory_order_acquire);
    uint64_t tail = tail_.load(std::memory_order_acquire) >> 1;
    return tail > head ? size_t(tail - head) : 0;
  }

 private:
  static constexpr uint64_t closed_bit = 1;

  struct Slot {
    std::atomic<uint64_t> sequence;
    alignas(T) unsigned char storage[sizeof(T)];
  };

  static size_t ring_size(size_t capacity) {
    size_t size = 2;
    while (size < capacity) size *= 2;
    return size;
  }
  static ChannelStatus late(ChannelStatus last_try) {
    return last_try == ChannelStatus::WouldBlock ? ChannelStatus::TimedOut : last_try;
  }
  // These two are what waiters trust before they sleep: a no must have been true at one moment, so they read
  // again if the position moved under them.
  bool can_send() const {
    for (;;) {
      uint64_t tail = tail_.load(std::memory_order_seq_cst);
      if (tail & closed_bit) return true;
      uint64_t position = tail >> 1;
      bool free = slots_[position & mask_].sequence.load(std::memory_order_seq_cst) == position &&
                  (capacity_ > mask_ || position - head_.load(std::memory_order_seq_cst) < capacity_);
      if (free) return true;
      if (tail_.load(std::memory_order_seq_cst) == tail) return false;
    }
  }
  bool can_receive() const {
    for (;;) {
      uint64_t position = head_.load(std::memory_order_seq_cst);
      if (slots_[position & mask_].sequence.load(std::memory_order_seq_cst) == position + 1) return true;
      if (tail_.load(std::memory_order_seq_cst) == (position << 1 | closed_bit)) return true;
      if (head_.load(std::memory_order_seq_cst) == position) return false;
    }
  }

  const size_t capacity_;
  const size_t mask_;
  const std::unique_ptr<Slot[]> slots_;
  alignas(64) std::atomic<uint64_t> tail_{0};
  alignas(64) std::atomic<uint64_t> head_{0};
  alignas(64) WaitPoint not_empty_;
  WaitPoint not_full_;
};

}  // namespace portalis
