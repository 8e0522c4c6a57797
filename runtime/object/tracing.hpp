// sys.settrace and sys.setprofile for compiled functions: the events 'call', 'line', 'exception' and 'return', and for
// profile functions 'c_call', 'c_return' and 'c_exception'.
#pragma once

#include "runtime/object/thread_state.hpp"

namespace py {

bool trace_call(Frame* frame);           // false: the trace function raised
void trace_return(Frame* frame);
// The frame stands at a line; if that is not the last one told, or comes once more, the frame's trace function hears of it. false: it raised.
bool trace_new_line(Frame* frame, bool once_more);
void trace_exception(Frame* frame);      // the pending one passes through the frame
void trace_value(Frame* frame, Value value);   // what it is about to return; else None
// What to call in place of the callee (owned): where that is a built-in function and the calling thread has a profile
// function, one that tells of the call.
Value profiled_callee(Value callee);

// For the calling thread; function: None ends it.
void set_trace_function(Value function);
void set_profile_function(Value function);

}  // namespace py
