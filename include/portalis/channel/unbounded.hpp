// UnboundedChannel: sends never block and never fail for lack of room. See channel.hpp.
//
// Michael and Scott's two-lock queue with blocks of slots instead of one node for each value: senders share
// one lock, receivers another, and the two sides only meet in sent_ and received_. Rejected: lock-free block
// lists (crossbeam's), whose reclamation is far more intricate for about the same speed at two threads.
//
// Invariants: sent_ and received_ only grow, written under the tail's and the head's lock. A receiver touches
// slot n only after it saw sent_ > n; a sender leaves slot n alone after it stored sent_ = n + 1. Once
// closed_ is set (under the tail's lock) sent_ does not change any more.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <utility>

#include "portalis/channel/status.hpp"
#include "portalis/channel/wait_point.hpp"
#include "portalis/mutex.hpp"

namespace portalis {

template <class T>
class UnboundedChannel : public ChannelOperations<UnboundedChannel<T>, T> {
 public:
  UnboundedChannel() : tail_(new Block), head_(tail_) {}
  ~UnboundedChannel() {
    std::optional<T> rest;
    while (try_receive(rest) == ChannelStatus::Ok) rest.reset();
    delete head_;
    delete spare_.load(std::memory_order_relaxed);
  }
  UnboundedChannel(const UnboundedChannel&) = delete;
  UnboundedChannel& operator=(const UnboundedChannel&) = delete;

  ChannelStatus try_send(T&& value) {
    {
      MutexLock lock(tail_lock_);
      if (closed_.load(std::memory_order_relaxed)) return ChannelStatus::Closed;
      uint64_t n = sent_.load(std::memory_order_relaxed);
      size_t at = n % block_size;
      if (at == 0 && n > 0) {
        Block* block = spare_.exchange(nullptr, std::memory_order_acquire);
        if (!block) block = new Block;
        tail_->next = block;  // published by sent_ below
        tail_ = block;
      }
      new (tail_->storage[at]) T(std::move(value));
      sent_.store(n + 1, std::memory_order_seq_cst);
    }
    not_empty_.notify_one();
    return ChannelStatus::Ok;
  }

  ChannelStatus try_receive(std::optional<T>& out) {
    MutexLock lock(head_lock_);
    bool closed = closed_.load(std::memory_order_acquire);  // before sent_: then sent_ is final
    uint64_t n = received_.load(std::memory_order_relaxed);
    if (n == sent_.load(std::memory_order_acquire)) return closed ? ChannelStatus::Closed : ChannelStatus::WouldBlock;
    size_t at = n % block_size;
    if (at == 0 && n > 0) {
      Block* old = std::exchange(head_, head_->next);
      old->next = nullptr;
      delete spare_.exchange(old, std::memory_order_acq_rel);
    }
    T* value = std::launder(reinterpret_cast<T*>(head_->storage[at]));
    out.emplace(std::move(*value));
    value->~T();
    received_.store(n + 1, std::memory_order_release);
    return ChannelStatus::Ok;
  }

  ChannelStatus send_until(T&& value, Deadline, bool = false) { return try_send(std::move(value)); }

  ChannelStatus receive_until(std::optional<T>& out, Deadline deadline, bool interruptible = false) {
    for (;;) {
      ChannelStatus status = try_receive(out);
      if (status != ChannelStatus::WouldBlock) return status;
      // A no was true when sent_ was read: received_, read before it, can only have grown.
      auto may_receive = [&] {
        if (closed_.load(std::memory_order_seq_cst)) return true;
        uint64_t received = received_.load(std::memory_order_seq_cst);
        return sent_.load(std::memory_order_seq_cst) > received;
      };
      if (poll_briefly(may_receive)) continue;
      WaitResult waited = not_empty_.wait(may_receive, deadline, interruptible);
      if (waited == WaitResult::Interrupted) return ChannelStatus::Interrupted;
      if (waited == WaitResult::TimedOut) {
        status = try_receive(out);
        return status == ChannelStatus::WouldBlock ? ChannelStatus::TimedOut : status;
      }
    }
  }

  void close() {
    {
      MutexLock lock(tail_lock_);
      closed_.store(true, std::memory_order_seq_cst);
    }
    not_empty_.notify_all();
  }

  bool is_closed() const { return closed_.load(std::memory_order_acquire); }
  size_t size() const {
    uint64_t received = received_.load(std::memory_order_acquire);
    return size_t(sent_.load(std::memory_order_acquire) - received);
  }

 private:
  static constexpr size_t block_size = 64;

  struct Block {
    alignas(T) unsigned char storage[block_size][sizeof(T)];
    Block* next = nullptr;
  };

  alignas(64) RawMutex tail_lock_;
  Block* tail_ GUARDED_BY(tail_lock_);
  std::atomic<uint64_t> sent_{0};
  std::atomic<bool> closed_{false};
  alignas(64) RawMutex head_lock_;
  Block* head_ GUARDED_BY(head_lock_);
  std::atomic<uint64_t> received_{0};
  alignas(64) std::atomic<Block*> spare_{nullptr};  // one emptied block, to spare the allocator
  WaitPoint not_empty_;
};

}  // namespace portalis
