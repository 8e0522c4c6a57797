// A thread that runs a callable.
//
//     int sum = 0;
//     Thread thread;
//     if (thread.start([&] { sum = add_up(); }) != Thread::Started) return out_of_threads();
//     thread.join();
//
// A Thread object belongs to one thread at a time: start, join and detach are not to be called concurrently.
// join() blocks until the callable has returned; everything the thread wrote is then visible. Destroying a
// Thread that runs and was not detached joins it. The callable must not throw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

#include "portalis/parking_lot.hpp"

namespace portalis {

class Thread {
 public:
  enum StartResult : uint8_t {
    Started,
    NoResources,   // the system gave no thread or no memory; nothing was started
    BadStackSize,  // too small for the system, or not a size it can do
  };
  struct Options {
    const char* name = nullptr;  // copied
    size_t stack_size = 0;       // 0: the system's default
  };

  Thread() = default;
  Thread(Thread&& other) noexcept : handle_(other.handle_), joinable_(std::exchange(other.joinable_, false)) {}
  Thread& operator=(Thread&& other) noexcept {
    if (this != &other) {
      join();
      handle_ = other.handle_;
      joinable_ = std::exchange(other.joinable_, false);
    }
    return *this;
  }
  ~Thread() { join(); }

  template <class F>
  StartResult start(F callable, const Options& options) {
    F* boxed = new (std::nothrow) F(std::move(callable));
    if (!boxed) return NoResources;
    auto run = [](void* raw) {
      F* boxed = static_cast<F*>(raw);
      ThreadToken::current();  // known to the lot from the start: spinners must count it as running
      (*boxed)();
      delete boxed;
    };
    StartResult result = start_raw(run, boxed, options);
    if (result != Started) delete boxed;
    return result;
  }
  template <class F>
  StartResult start(F callable) {
    return start(std::move(callable), Options{});
  }
  // Without a copy or an allocation of its own: `argument` is the caller's. `entry` should begin with
  // ThreadToken::current(), so that the parking lot counts the thread as running.
  StartResult start_raw(void (*entry)(void*), void* argument, const Options& options);

  void join();    // no effect if not running
  void detach();  // the thread goes on by itself
  bool joinable() const { return joinable_; }

 private:
  uintptr_t handle_ = 0;
  bool joinable_ = false;
};

// Runs entry(argument) on a thread that nobody joins: one that has finished such work before and has a stack of the
// same size, if there is one (see runtime/sync/thread_cache.cpp), else a new one. What the system or C++ keeps for a
// thread (its system id, thread_local objects) may therefore be that of an earlier call; an interrupt() that was not
// noticed is forgotten in between. `entry` runs known to the lot.
Thread::StartResult run_detached(void (*entry)(void*), void* argument, size_t stack_size = 0);
// Called by such work as the last thing it does. From here on its thread can be given other work, which it begins once
// `entry` has returned, except while `is_used(object)` says true: so what names the thread stays unique for as long as
// somebody can ask. Then `tell(object)` is called, in which others learn that the work is over: who starts the next piece
// because of that finds this thread, still awake. `release(object)` is called once, when the thread gets other work or
// ends, perhaps before tell() has returned. It and is_used may run on any thread; is_used under a lock: it must do no more
// than look.
void finish_detached(void (*tell)(void*), bool (*is_used)(void*), void (*release)(void*), void* object);

// Processors this process may use.
unsigned cpu_count();
// Lets another runnable thread have the processor.
void yield_thread();

}  // namespace portalis
