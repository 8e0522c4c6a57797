// Future<T>: a result that some thread will supply; Promise<T>: the supplying end. See executor.hpp.
//
// Both are handles to one shared state and can be moved; a Future also copied, and used by many threads. Every
// Promise must be set once before it is destroyed: a waiter would wait for ever. set happens before every
// return of get or wait.
#pragma once

#include <atomic>
#include <optional>
#include <type_traits>
#include <utility>

#include "portalis/deadline.hpp"
#include "portalis/event.hpp"

namespace portalis {

namespace detail {

struct Nothing {};
template <class T>
using Stored = std::conditional_t<std::is_void_v<T>, Nothing, T>;

struct FutureBase {
  Event ready;
  std::atomic<int> references{1};
};

template <class T>
struct FutureState : FutureBase {
  std::optional<Stored<T>> value;  // written before ready is set
};

// Counts the owners of a shared state.
template <class State>
class Shared {
 public:
  explicit Shared(State* state) : state_(state) {}
  Shared(const Shared& other) : state_(other.state_) {
    if (state_) state_->references.fetch_add(1, std::memory_order_relaxed);
  }
  Shared(Shared&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(state_, other.state_);
    return *this;
  }
  ~Shared() {
    if (state_ && state_->references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete state_;
  }
  State* operator->() const { return state_; }
  State& operator*() const { return *state_; }

 private:
  State* state_;
};

// Waits, running other tasks if the caller is a pool's thread.
WaitResult wait_helping(Event& ready, Deadline deadline);

}  // namespace detail

template <class T>
class Future {
 public:
  bool is_ready() const { return state_->ready.is_set(); }
  void wait() const { detail::wait_helping(state_->ready, Deadline::never()); }
  // A task that this thread runs meanwhile may make it late.
  WaitResult wait_until(Deadline deadline) const { return detail::wait_helping(state_->ready, deadline); }
  // The result, which stays in the future; for several readers, or several times.
  const detail::Stored<T>& get() const {
    wait();
    return *state_->value;
  }
  // The result, moved out; at most once.
  detail::Stored<T> take() {
    wait();
    return std::move(*state_->value);
  }

 private:
  template <class U>
  friend class Promise;
  explicit Future(detail::Shared<detail::FutureState<T>> state) : state_(std::move(state)) {}
  detail::Shared<detail::FutureState<T>> state_;
};

template <class T>
class Promise {
 public:
  Promise() : state_(new detail::FutureState<T>) {}
  Promise(Promise&&) noexcept = default;
  Promise& operator=(Promise&&) noexcept = default;

  Future<T> future() const { return Future<T>(state_); }
  void set(detail::Stored<T> value) {
    state_->value.emplace(std::move(value));
    state_->ready.set();
  }
  void set()
    requires std::is_void_v<T>
  {
    set({});
  }

 private:
  detail::Shared<detail::FutureState<T>> state_;
};

}  // namespace portalis
