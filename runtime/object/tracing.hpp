// sys.settrace and sys.setprofile for compiled functions: the events 'call', 'line', 'exception' and 'return'.
#pragma once

#include "runtime/object/thread_state.hpp"

namespace py {

bool trace_call(Frame* frame);           // false: the trace function raised
void trace_return(Frame* frame);
// The frame stands at a line; if that is not the last one told, or comes once more, the frame's trace function hears of it. false: it raised.
bool trace_new_line(Frame* frame, bool once_more);
void trace_exception(Frame* frame);      // the pending one passes through the frame
void trace_value(Frame* frame, Value value);   // what it is about to return; else None

// For the calling thread; function: None ends it.
void set_trace_function(Value function);
void set_profile_function(Value function);

}  // namespace py
