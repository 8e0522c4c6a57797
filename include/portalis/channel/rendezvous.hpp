// RendezvousChannel: holds nothing; a send returns when a receiver has taken the value. See channel.hpp.
//
// One offer stands at a time, as a pointer to the sender's own value. A receiver that is waiting looks once
// more, with the lock held, before it leaves for any reason, so an offer made while one waits is taken: that
// is what lets try_send promise a result without waiting for more than that moment.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "portalis/channel/status.hpp"
#include "portalis/condvar.hpp"
#include "portalis/mutex.hpp"

namespace portalis {

template <class T>
class RendezvousChannel : public ChannelOperations<RendezvousChannel<T>, T> {
 public:
  RendezvousChannel() = default;

  ChannelStatus try_send(T&& value) {
    MutexLock lock(mutex_);
    if (closed_) return ChannelStatus::Closed;
    if (busy_ || receivers_ == 0) return ChannelStatus::WouldBlock;
    return offer(value, Deadline::never(), false);
  }

  ChannelStatus send_until(T&& value, Deadline deadline, bool interruptible = false) {
    MutexLock lock(mutex_);
    while (busy_ && !closed_) {
      WaitResult waited = may_offer_.wait_until(mutex_, deadline, interruptible);
      if (waited != WaitResult::Done && busy_) return given_up(waited);
    }
    if (closed_) return ChannelStatus::Closed;
    return offer(value, deadline, interruptible);
  }

  ChannelStatus try_receive(std::optional<T>& out) {
    MutexLock lock(mutex_);
    if (take(out)) return ChannelStatus::Ok;
    return closed_ ? ChannelStatus::Closed : ChannelStatus::WouldBlock;
  }

  ChannelStatus receive_until(std::optional<T>& out, Deadline deadline, bool interruptible = false) {
    MutexLock lock(mutex_);
    for (;;) {
      if (take(out)) return ChannelStatus::Ok;
      if (closed_) return ChannelStatus::Closed;
      ++receivers_;
      WaitResult waited = may_take_.wait_until(mutex_, deadline, interruptible);
      --receivers_;
      if (waited != WaitResult::Done) return take(out) ? ChannelStatus::Ok : given_up(waited);
    }
  }

  void close() {
    MutexLock lock(mutex_);
    closed_ = true;
    may_offer_.notify_all();
    may_take_.notify_all();
    was_taken_.notify_all();
  }

 private:
  static ChannelStatus given_up(WaitResult waited) {
    return waited == WaitResult::TimedOut ? ChannelStatus::TimedOut : ChannelStatus::Interrupted;
  }

  bool take(std::optional<T>& out) REQUIRES(mutex_) {
    if (!offered_) return false;
    out.emplace(std::move(*offered_));
    offered_ = nullptr;
    was_taken_.notify_one();
    return true;
  }

  ChannelStatus offer(T& value, Deadline deadline, bool interruptible) REQUIRES(mutex_) {
    busy_ = true;
    offered_ = &value;
    may_take_.notify_one();
    ChannelStatus status = ChannelStatus::Ok;
    while (offered_) {
      WaitResult waited = was_taken_.wait_until(mutex_, deadline, interruptible);
      if (!offered_) break;
      if (closed_) {
        status = ChannelStatus::Closed;
      } else if (waited != WaitResult::Done) {
        status = given_up(waited);
      } else {
        continue;
      }
      offered_ = nullptr;
      break;
    }
    busy_ = false;
    may_offer_.notify_one();
    return status;
  }

  RawMutex mutex_;
  Condvar may_offer_, may_take_, was_taken_;
  bool busy_ GUARDED_BY(mutex_) = false;        // a sender is between making its offer and leaving
  bool closed_ GUARDED_BY(mutex_) = false;
  T* offered_ GUARDED_BY(mutex_) = nullptr;
  size_t receivers_ GUARDED_BY(mutex_) = 0;  // in may_take_
};

}  // namespace portalis
