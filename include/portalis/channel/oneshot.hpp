// oneshot: one value from one thread to another.
//
//     auto [sender, receiver] = oneshot<int>();
//     thread.start([sender = std::move(sender)]() mutable { sender.send(compute()); });
//     if (auto value = receiver.receive()) use(*value);   // nothing if the sender was destroyed unused
//
// Each half belongs to one thread at a time and can be moved. send never blocks and happens before the
// receive that returns its value.
#pragma once

#include <atomic>
#include <optional>
#include <utility>

#include "portalis/channel/status.hpp"
#include "portalis/event.hpp"

namespace portalis {

namespace detail {
template <class T>
struct OneshotState {
  Event settled;           // there is a value, or there will be none
  std::optional<T> value;  // written before settled is set
  std::atomic<int> halves{2};

  void drop_half() {
    if (halves.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }
};
}  // namespace detail

template <class T>
class OneshotSender {
 public:
  explicit OneshotSender(detail::OneshotState<T>* state) : state_(state) {}
  OneshotSender(OneshotSender&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
  OneshotSender& operator=(OneshotSender&& other) noexcept {
    std::swap(state_, other.state_);
    return *this;
  }
  ~OneshotSender() { finish(); }

  // False if the receiver is gone (then nobody will see the value) or something was sent before.
  bool send(T value) {
    if (!state_) return false;
    bool wanted = state_->halves.load(std::memory_order_acquire) == 2;
    state_->value.emplace(std::move(value));
    finish();
    return wanted;
  }

 private:
  void finish() {
    auto* state = std::exchange(state_, nullptr);
    if (!state) return;
    state->settled.set();
    state->drop_half();
  }
  detail::OneshotState<T>* state_;
};

template <class T>
class OneshotReceiver {
 public:
  explicit OneshotReceiver(detail::OneshotState<T>* state) : state_(state) {}
  OneshotReceiver(OneshotReceiver&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
  OneshotReceiver& operator=(OneshotReceiver&& other) noexcept {
    std::swap(state_, other.state_);
    return *this;
  }
  ~OneshotReceiver() {
    if (state_) state_->drop_half();
  }

  // Ok at most once; Closed if the sender was destroyed unused or the value was received before.
  ChannelStatus try_receive(std::optional<T>& out) { return state_->settled.is_set() ? take(out) : ChannelStatus::WouldBlock; }
  ChannelStatus receive_until(std::optional<T>& out, Deadline deadline, bool interruptible = false) {
    switch (state_->settled.wait_until(deadline, interruptible)) {
      case WaitResult::TimedOut:
        return ChannelStatus::TimedOut;
      case WaitResult::Interrupted:
        return ChannelStatus::Interrupted;
      case WaitResult::Done:
        break;
    }
    return take(out);
  }
  std::optional<T> receive() {
    std::optional<T> out;
    receive_until(out, Deadline::never());
    return out;
  }

 private:
  ChannelStatus take(std::optional<T>& out) {
    if (!state_->value) return ChannelStatus::Closed;
    out.emplace(std::move(*state_->value));
    state_->value.reset();
    return ChannelStatus::Ok;
  }
  detail::OneshotState<T>* state_;
};

template <class T>
struct Oneshot {
  OneshotSender<T> sender;
  OneshotReceiver<T> receiver;
};

template <class T>
Oneshot<T> oneshot() {
  auto* state = new detail::OneshotState<T>;
  return {OneshotSender<T>(state), OneshotReceiver<T>(state)};
}

}  // namespace portalis
