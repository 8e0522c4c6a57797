// The live threads, and the end of the program.
#include "runtime/modules/threading/thread.hpp"

#include "portalis/mutex.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/signals.hpp"
#include "runtime/platform/platform.hpp"

namespace py {

using portalis::MutexLock;

namespace {

portalis::RawMutex lock;
ThreadObject* first = nullptr;           // guarded by lock; oldest first
ThreadObject* last = nullptr;
std::atomic<int64_t> count{0};            // written under the lock, read without

std::atomic<ThreadObject*> the_main_thread{nullptr};

constexpr int max_exit_functions = 8;
void (*exit_functions[max_exit_functions])();   // guarded by lock
int exit_function_count = 0;

// A Thread for a thread that is already running.
ThreadObject* adopt(Type* type, Value name, bool daemonic, ThreadState* state, uint64_t native_id) {
  auto* thread = make_instance<ThreadObject>(type);
  auto* life = new ThreadLife;
  life->ident = state->ident;
  life->native_id = native_id;
  life->running.set();
  thread->name.init(name);
  thread->args.init(make_tuple(nullptr, 0));
  thread->kwargs.init(make_dict());
  thread->target.init(None);
  thread->daemonic = daemonic;
  thread->daemon.init(boolean(daemonic));
  thread->initialized = true;
  thread->started.store(true, std::memory_order_relaxed);
  thread->life.store(life, std::memory_order_release);
  register_thread(thread);
  state->current_thread = object_value(thread);
  return thread;
}

// The oldest non-daemon thread other than the calling one, retained; null: none.
ThreadLife* thread_to_wait_for() {
  uint64_t self = this_thread->ident;
  MutexLock held(lock);
  for (ThreadObject* t = first; t; t = t->next_alive) {
    ThreadLife* life = t->life.load(std::memory_order_acquire);
    if (t->daemonic || !life || life->ident == self || is_exactly(object_value(t), dummy_thread_type)) continue;
    life->retain();
    return life;
  }
  return nullptr;
}

}  // namespace

void register_thread(ThreadObject* thread) {
  incref(thread);
  MutexLock held(lock);
  thread->previous_alive = last;
  thread->next_alive = nullptr;
  (last ? last->next_alive : first) = thread;
  last = thread;
  thread->registered = true;
  ++count;
}

void unregister_thread(ThreadObject* thread) {
  {
    MutexLock held(lock);
    if (!thread->registered) return;
    thread->registered = false;
    (thread->previous_alive ? thread->previous_alive->next_alive : first) = thread->next_alive;
    (thread->next_alive ? thread->next_alive->previous_alive : last) = thread->previous_alive;
    thread->next_alive = thread->previous_alive = nullptr;
    --count;
  }
  decref(thread);
}

Value live_threads() {
  Values threads;
  {
    // Room first, since nothing may be allocated under the lock; more threads may come in between.
    for (;;) {
      int64_t room = live_thread_count() + 16;
      if (!threads.reserve(room)) return Error;
      MutexLock held(lock);
      if (count > room) continue;
      int64_t n = 0;
      for (ThreadObject* t = first; t; t = t->next_alive) threads.data()[n++] = incref(object_value(t));
      threads.assume(n);
      break;
    }
  }
  Value list = make_list_owned(threads.data(), threads.size());
  threads.forget();
  return list;
}

int64_t live_thread_count() { return count.load(std::memory_order_relaxed); }

// As in CPython 3.11, a dummy stays until a later foreign thread with the same ident gets one.
static void drop_dummy(uint64_t ident) {
  ThreadObject* found;
  {
    MutexLock held(lock);
    for (found = first; found; found = found->next_alive) {
      if (found->ident() == ident && is_exactly(object_value(found), dummy_thread_type)) break;
    }
    if (found) incref(found);
  }
  if (!found) return;
  unregister_thread(found);
  decref(found);
}

ThreadObject* current_thread() {
  Value known = this_thread->current_thread;
  if (known.is_object()) [[likely]] return known.as<ThreadObject>();
  drop_dummy(this_thread->ident);
  static std::atomic<int64_t> dummies{0};
  Value name = make_text("Dummy-%lld", static_cast<long long>(++dummies));
  return adopt(&dummy_thread_type, name, true, this_thread, portalis::platform::current_native_id());
}

ThreadObject* main_thread() { return the_main_thread.load(std::memory_order_acquire); }

void ready_main_thread() {
  if (main_thread()) return;
  // Whichever thread imports the module first. The main thread cannot have asked for its Thread before.
  ThreadState* state = main_thread_state() ? main_thread_state() : this_thread;
  uint64_t native_id = main_thread_state() ? main_thread_native_id() : portalis::platform::current_native_id();
  the_main_thread.store(adopt(&main_thread_type, make_text("MainThread"), false, state, native_id), std::memory_order_release);
}

void at_thread_shutdown(void (*function)()) {
  MutexLock held(lock);
  if (exit_function_count < max_exit_functions) exit_functions[exit_function_count++] = function;
}

void thread_shutdown() {
  ThreadObject* self = current_thread();
  if (ThreadLife* life = self->life.load(std::memory_order_acquire)) life->done.set();
  int n;
  {
    MutexLock held(lock);
    n = exit_function_count;
  }
  while (n-- > 0) exit_functions[n]();
  while (ThreadLife* life = thread_to_wait_for()) {
    Truth ended = wait_interruptibly("the non-daemon threads to end", [&] { return life->done.wait_until(portalis::Deadline::never(), true); });
    life->release();
    if (ended < 0) {
      write_unraisable(None);
      return;
    }
  }
}

}  // namespace py
