// threading.Thread and the registry of live threads. Definition: Lib/threading.py of CPython 3.11.
//
// A Thread object outlives its thread, and the thread may end after nobody has the object any more; what both need
// until their very end is in a ThreadLife, counted apart from Python's references.
//
// The system's thread is used again for later ones, but not while the program could notice: while the Thread object can
// be asked for its native_id, or after get_native_id() told it.
//
// start() does not wait until the new thread runs (CPython does): the thread is in the registry and has its ident
// before start() returns, and only native_id waits for the thread to have looked it up.
#pragma once

#include <atomic>

#include "portalis/event.hpp"
#include "runtime/modules/threading/threading.hpp"

namespace py {

struct ThreadLife {
  std::atomic<int> references{1};
  portalis::Event running;               // native_id is set
  portalis::Event done;                  // the thread has left Python for good
  uint64_t ident = 0;
  uint64_t native_id = 0;
  std::atomic<bool> native_id_told{false};   // to the program, which may compare it with others' for ever

  void retain() { references.fetch_add(1, std::memory_order_relaxed); }
  void release() {
    if (references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }
};

struct ThreadBody {
  Slot target, args, kwargs, name;
  Slot standard_error;                   // sys.stderr when the thread was made
  Slot daemon;                           // as it was given, which need not be a bool
  std::atomic<ThreadLife*> life{nullptr};   // set by start(), for good
  std::atomic<bool> started{false};
  bool initialized = false;
  bool daemonic = false;
  bool registered = false;                         // guarded by the registry's lock, as the next two
  struct ThreadObject* next_alive = nullptr;
  struct ThreadObject* previous_alive = nullptr;

  ~ThreadBody() {
    if (ThreadLife* l = life.load(std::memory_order_relaxed)) l->release();
  }
};
struct ThreadObject : Object, ThreadBody {
  using Body = ThreadBody;
  uint64_t ident() const {
    ThreadLife* l = life.load(std::memory_order_acquire);
    return l ? l->ident : 0;
  }
  bool is_alive() const {
    ThreadLife* l = life.load(std::memory_order_acquire);
    return l && !l->done.is_set();
  }
};

inline ThreadObject* as_thread(Value v) {
  return v.is_object() && is_subtype(type_of(v), &thread_type) ? v.as<ThreadObject>() : nullptr;
}

// ---- the registry (thread_registry.cpp) ----
void register_thread(ThreadObject* thread);              // takes a reference
void unregister_thread(ThreadObject* thread);            // and gives it back; no effect if it is not there
Value live_threads();                                    // a new list
int64_t live_thread_count();
// The Thread of the calling thread, borrowed; one is made for threads that were not started by a Thread.
ThreadObject* current_thread();
ThreadObject* main_thread();                             // borrowed
void ready_main_thread();                                // when module threading is first needed
void thread_shutdown();                                  // at the end of the program: waits for non-daemon threads
void at_thread_shutdown(void (*function)());             // called by thread_shutdown, last registered first

// ---- starting (thread_start.cpp) ----
bool start_thread_object(ThreadObject* thread);          // false: RuntimeError
Truth join_thread_object(ThreadObject* thread, portalis::Deadline deadline);   // 1 ended, 0 not yet, -1 exception

// ---- the class (thread.cpp) ----
Truth init_thread(ThreadObject* thread, Value target, Value name, Value args, Value kwargs, Value daemon);
Value run_thread_target(ThreadObject* thread);           // what Thread.run does
Value next_thread_name(Value target);

}  // namespace py
