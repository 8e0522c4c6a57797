// The work-stealing pool.
//
// A task submitted by a pool thread goes to that thread's deque, any other to the shared inbox. A thread looks
// into its deque, the inbox, then the other deques from a random start; finding nothing it polls briefly and
// sleeps at idle_. Publication of a task (the seq_cst store in the deque, or of inbox_size) comes before
// idle_.notify_one, and a sleeper checks all sources after it has announced itself: WaitPoint's condition.
#include "portalis/executor/pool.hpp"

#include <cstdlib>
#include <vector>

#include "portalis/channel/wait_point.hpp"
#include "portalis/mutex.hpp"
#include "portalis/thread.hpp"
#include "runtime/executor/work_deque.hpp"
#include "runtime/platform/platform.hpp"

namespace portalis {

struct Pool::Impl {
  struct Worker {
    Pool* pool = nullptr;
    WorkDeque deque;
    uint32_t random = 0;
    Thread thread;
  };

  std::vector<std::unique_ptr<Worker>> workers;  // constant once the first thread runs
  RawMutex inbox_lock;
  Task* inbox_first GUARDED_BY(inbox_lock) = nullptr;
  Task* inbox_last GUARDED_BY(inbox_lock) = nullptr;
  std::atomic<size_t> inbox_size{0};  // written with inbox_lock held
  std::atomic<bool> stopping{false};
  WaitPoint idle;

  static Worker* current() { return static_cast<Worker*>(platform::thread_slot(platform::Slot::Executor)); }

  void put(Task* task) {
    MutexLock lock(inbox_lock);
    task->next = nullptr;
    (inbox_last ? inbox_last->next : inbox_first) = task;
    inbox_last = task;
    inbox_size.store(inbox_size.load(std::memory_order_relaxed) + 1, std::memory_order_seq_cst);
  }
  Task* take() {
    if (inbox_size.load(std::memory_order_acquire) == 0) return nullptr;
    MutexLock lock(inbox_lock);
    Task* task = inbox_first;
    if (!task) return nullptr;
    inbox_first = task->next;
    if (!inbox_first) inbox_last = nullptr;
    inbox_size.store(inbox_size.load(std::memory_order_relaxed) - 1, std::memory_order_seq_cst);
    return task;
  }
  bool has_work() const {
    if (inbox_size.load(std::memory_order_seq_cst)) return true;
    for (auto& worker : workers) {
      if (!worker->deque.is_empty()) return true;
    }
    return false;
  }
  Task* find(Worker* self) {
    if (self) {
      if (Task* task = self->deque.pop()) return task;
    }
    if (Task* task = take()) return task;
    size_t n = workers.size();
    size_t start = self ? (self->random = self->random * 1664525u + 1013904223u) >> 16 : 0;
    for (size_t i = 0; i < n; ++i) {
      Worker& victim = *workers[(start + i) % n];
      if (&victim == self) continue;
      if (Task* task = victim.deque.steal()) return task;
    }
    return nullptr;
  }
  void work(Worker& self) {
    platform::set_thread_slot(platform::Slot::Executor, &self);
    auto worth_looking = [this] { return has_work() || stopping.load(std::memory_order_seq_cst); };
    for (;;) {
      if (Task* task = find(&self)) {
        task->run(task);
      } else if (stopping.load(std::memory_order_acquire)) {
        // Whoever still runs a task also runs what that task submits, so leaving now loses nothing.
        break;
      } else if (!poll_briefly(worth_looking)) {
        idle.wait(worth_looking, Deadline::never(), false);
      }
    }
    platform::set_thread_slot(platform::Slot::Executor, nullptr);
  }
};

Pool::Pool(unsigned threads) : impl_(new Impl) {
  if (threads == 0) threads = platform::cpu_count();
  Impl& impl = *impl_;
  for (unsigned i = 0; i < threads; ++i) {
    impl.workers.push_back(std::make_unique<Impl::Worker>());
    impl.workers[i]->pool = this;
    impl.workers[i]->random = i * 2654435761u;
  }
  unsigned started = 0;
  for (auto& worker : impl.workers) {
    Impl::Worker* self = worker.get();
    started += self->thread.start([&impl, self] { impl.work(*self); }, {.name = "pool"}) == Thread::Started;
  }
  if (!started) abort();  // nothing submitted would ever run
}

Pool::~Pool() {
  impl_->stopping.store(true, std::memory_order_seq_cst);
  impl_->idle.notify_all();
  for (auto& worker : impl_->workers) worker->thread.join();
}

unsigned Pool::size() const {
  unsigned running = 0;
  for (auto& worker : impl_->workers) running += worker->thread.joinable();
  return running;
}

void Pool::submit_task(Task* task) {
  Impl::Worker* self = Impl::current();
  if (self && self->pool == this) {
    self->deque.push(task);
  } else {
    impl_->put(task);
  }
  impl_->idle.notify_one();
}

bool Pool::run_one() {
  Impl::Worker* self = Impl::current();
  Task* task = impl_->find(self && self->pool == this ? self : nullptr);
  if (!task) return false;
  task->run(task);
  return true;
}

Pool* Pool::current() {
  Impl::Worker* self = Impl::current();
  return self ? self->pool : nullptr;
}

}  // namespace portalis
