// The uncommon sides of entering a function.
#include "runtime/program/frame.hpp"

#include "runtime/object/tracing.hpp"

namespace py {

bool enter_frame_slow(Frame* frame) {
  ThreadState* thread = this_thread;
  if (too_deep(thread->depth) || reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < thread->stack_limit) return recursion_error("");
  if (!safepoint()) return false;
  if (thread->trace.is_none() && thread->profile.is_none()) return true;
  frame->traced = true;
  return trace_call(frame);
}

void leave_traced_frame(Frame* frame) { trace_return(frame); }
bool trace_line_slow(Frame* frame, bool next_round) { return trace_new_line(frame, next_round); }
void trace_result_slow(Frame* frame, Value value) { trace_value(frame, value); }

}  // namespace py
