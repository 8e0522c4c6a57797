// Waiting for futures and groups.
#include "portalis/executor/task_group.hpp"

namespace portalis {

namespace detail {

WaitResult wait_helping(Event& ready, Deadline deadline) {
  if (Pool* pool = Pool::current()) {
    while (!ready.is_set() && !deadline.has_passed() && pool->run_one()) {
    }
  }
  // Without work left, what is waited for is running on some other thread, and whatever that still
  // submits lands in its own deque.
  return ready.wait_until(deadline);
}

}  // namespace detail

void TaskGroup::State::add() {
  MutexLock lock(mutex);
  if (pending++ == 0) idle.reset();
}

void TaskGroup::State::note(Error error) {
  if (!error) return;
  MutexLock lock(mutex);
  if (!first) first = std::move(error);
  cancelled.store(true, std::memory_order_release);
}

void TaskGroup::State::finish() {
  MutexLock lock(mutex);
  if (--pending == 0) idle.set();
}

WaitResult TaskGroup::wait_until(Deadline deadline) { return detail::wait_helping(state_->idle, deadline); }

Error TaskGroup::wait() {
  wait_until(Deadline::never());
  MutexLock lock(state_->mutex);
  return state_->first;
}

}  // namespace portalis
