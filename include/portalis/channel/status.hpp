// What a channel operation came to, and the base that gives all kinds of channel the same set of operations.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "portalis/deadline.hpp"

namespace portalis {

enum class ChannelStatus : uint8_t { Ok, Closed, WouldBlock, TimedOut, Interrupted };

// Completes a channel that has try_send(T&&), try_receive(std::optional<T>&), send_until and receive_until.
template <class Self, class T>
class ChannelOperations {
 public:
  ChannelStatus send(T&& value) { return self().send_until(std::move(value), Deadline::never()); }
  ChannelStatus send(const T& value) { return send(T(value)); }
  ChannelStatus receive(std::optional<T>& out) { return self().receive_until(out, Deadline::never()); }
  // The next value, waiting for it; nothing once the channel is closed and drained.
  std::optional<T> next() {
    std::optional<T> out;
    receive(out);
    return out;
  }

 private:
  Self& self() { return static_cast<Self&>(*this); }
};

}  // namespace portalis
