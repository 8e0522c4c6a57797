// TaskGroup: tasks that are waited for together; the first error cancels the rest. See executor.hpp.
#pragma once

#include <atomic>
#include <string>
#include <type_traits>
#include <utility>

#include "portalis/executor/pool.hpp"
#include "portalis/mutex.hpp"

namespace portalis {

// Why a task failed; code 0 says that it did not.
struct Error {
  int code = 0;
  std::string message;
  explicit operator bool() const { return code != 0; }
};

class TaskGroup {
 public:
  explicit TaskGroup(Pool& pool) : pool_(pool), state_(new State) {}
  ~TaskGroup() { wait(); }
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;

  // The callable returns nothing or an Error. After a cancellation it is not run at all.
  template <class F>
  void spawn(F callable) {
    struct Call : Pool::Task {
      Call(F&& callable, detail::Shared<State> state) : callable(std::move(callable)), state(std::move(state)) {}
      F callable;
      detail::Shared<State> state;
    };
    state_->add();
    auto* call = new Call(std::move(callable), state_);
    call->run = [](Pool::Task* task) {
      auto* call = static_cast<Call*>(task);
      if (!call->state->cancelled.load(std::memory_order_acquire)) {
        if constexpr (std::is_void_v<std::invoke_result_t<F&>>) {
          call->callable();
        } else {
          call->state->note(call->callable());
        }
      }
      detail::Shared<State> state = std::move(call->state);
      delete call;  // what the callable owns is gone before the group counts as done
      state->finish();
    };
    pool_.submit_task(call);
  }

  // Tasks not yet started will not be; running ones may ask is_cancelled() and return early.
  void cancel() { state_->cancelled.store(true, std::memory_order_release); }
  bool is_cancelled() const { return state_->cancelled.load(std::memory_order_acquire); }

  // Until every task has ended. The first error, if any.
  Error wait();
  // TimedOut leaves the tasks running.
  WaitResult wait_until(Deadline deadline);

 private:
  // Shared with the tasks: the last one may still be on its way out when the group is destroyed.
  struct State {
    std::atomic<int> references{1};
    std::atomic<bool> cancelled{false};
    RawMutex mutex;
    int pending GUARDED_BY(mutex) = 0;
    Error first GUARDED_BY(mutex);
    Event idle;  // set while pending is 0

    State() { idle.set(); }
    void add();
    void note(Error error);
    void finish();
  };

  Pool& pool_;
  detail::Shared<State> state_;
};

}  // namespace portalis
