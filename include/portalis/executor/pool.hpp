// Pool: threads that take tasks from their own deques and steal from each other's. See executor.hpp.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "portalis/executor/future.hpp"

namespace portalis {

class Pool {
 public:
  // A unit of work. `run` is called once, on some thread of the pool, and disposes of the task.
  struct Task {
    void (*run)(Task*);
    Task* next = nullptr;
  };

  explicit Pool(unsigned threads = 0);  // 0: one for each processor
  // Runs everything that was submitted, then joins. Not from a task of this pool.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  unsigned size() const;  // threads it really got; at least 1 or the program aborts

  template <class F>
  auto submit(F callable) -> Future<std::invoke_result_t<F&>> {
    using R = std::invoke_result_t<F&>;
    struct Call : Task {
      explicit Call(F&& callable) : callable(std::move(callable)) {}
      F callable;
      Promise<R> promise;
    };
    auto* call = new Call(std::move(callable));
    call->run = [](Task* task) {
      std::unique_ptr<Call> call(static_cast<Call*>(task));
      if constexpr (std::is_void_v<R>) {
        call->callable();
        call->promise.set();
      } else {
        call->promise.set(call->callable());
      }
    };
    Future<R> future = call->promise.future();
    submit_task(call);
    return future;
  }
  void submit_task(Task* task);

  // Runs one waiting task on the calling thread. False if there is none.
  bool run_one();
  // The pool whose thread this is, or null.
  static Pool* current();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace portalis
