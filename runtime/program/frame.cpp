// The uncommon sides of entering a function.
#include "runtime/program/frame.hpp"

namespace py {

bool enter_frame_slow(Frame* frame) {
  ThreadState* thread = this_thread;
  if (too_deep(thread->depth) || reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < thread->stack_limit) return recursion_error("");
  if (!safepoint()) return false;
  if (thread->trace.is_none() && thread->profile.is_none()) return true;
  frame->traced = true;
  return trace_call(frame);
}

}  // namespace py
