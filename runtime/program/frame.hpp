// Activations of compiled functions and of `except` blocks, as RAII objects of emitted code.
//
// Only the thread that runs a frame touches it; readers from elsewhere (the report on SIGQUIT) run while
// that thread is stopped at a safepoint.
#pragma once

#include "runtime/object/tracing.hpp"
#include "runtime/program/checks.hpp"

namespace py {

// Called at the entry of a function when something out of the ordinary is due: too deep (RecursionError),
// a safepoint request, sys.settrace or sys.setprofile. false: an exception is pending.
bool enter_frame_slow(Frame* frame);
// The other events, in programs that may set a trace function (compiler/lowering). false: the trace function raised.
inline bool trace_line(Frame& frame) { return !frame.traced || trace_new_line(&frame, false); }
inline bool trace_round(Frame& frame) { return !frame.traced || trace_new_line(&frame, true); }   // the line of a loop, once more
inline void trace_result(Frame& frame, Value value) { if (frame.traced) trace_value(&frame, value); }
void convert_stop_iteration();           // PEP 479: a pending StopIteration that would leave a generator is an error of its own

class ActiveFrame : public Frame {
 public:
  ActiveFrame(const Code& running, Function* callee, Object* owning_module) {
    ThreadState* thread = this_thread;
    back = thread->frame;
    code = &running;
    position = 0, traced = false;
    function = callee;
    module = owning_module;
    thread->frame = this;
    ++thread->depth;
  }
  // Right after the constructor. False: an exception is pending, and nothing of the body runs.
  bool enter() {
    ThreadState* thread = this_thread;
    char here;                           // `this` tells nothing about the stack: in a generator it lies in the heap
    bool deep = too_deep(thread->depth) || reinterpret_cast<uintptr_t>(&here) < thread->stack_limit;
    bool special = deep || safepoint_request.load(std::memory_order_relaxed) != 0;
    return !special || enter_frame_slow(this);
  }
  ~ActiveFrame() {
    if (traced) [[unlikely]] trace_return(this);
    ThreadState* thread = this_thread;
    check(thread->frame == this && thread->depth > 0, "frames end in the reverse order of their beginning");
    thread->frame = back;
    --thread->depth;
  }
  ActiveFrame(const ActiveFrame&) = delete;
  ActiveFrame& operator=(const ActiveFrame&) = delete;

  void at(uint32_t n) { position = n; }
  // The pending exception passes through this frame: adds its traceback entry. Returns Error.
  Value fail() {
    check(error_pending(), "a function fails with an exception pending");
    return add_traceback(this);
  }
  void failed() { (void)fail(); }
  // The same for a generator expression that runs in place.
  void failed_in_generator() {
    failed();
    convert_stop_iteration();
  }
};

// While one lives, its exception is what sys.exc_info() and a bare raise see. Undefined: changes nothing.
class HandlingScope : public Handling {
 public:
  explicit HandlingScope(Value borrowed) {
    ThreadState* thread = this_thread;
    outer = thread->handling;
    exception = borrowed;
    thread->handling = this;
  }
  ~HandlingScope() {
    check(this_thread->handling == this, "except blocks end in the reverse order of their beginning");
    this_thread->handling = outer;
  }
  HandlingScope(const HandlingScope&) = delete;
  HandlingScope& operator=(const HandlingScope&) = delete;
};

// The state of a `finally` block between its body and the exit that was under way.
struct Completion {
  int exit = 0;                          // 0 fell through, 1 error, 2 return, 3 and more: numbered by the emitter
  Ref value;                             // the exception (1) or the returned value (2)
  void caught() {
    exit = 1;
    value = fetch_error();
  }
  Value error() const { return exit == 1 ? value.get() : Undefined; }
  void rethrow() { restore_error(value.take()); }
};

}  // namespace py
