// sys.settrace and sys.setprofile for compiled functions: the events 'call' and 'return'.
#pragma once

#include "runtime/object/thread_state.hpp"

namespace py {

bool trace_call(Frame* frame);           // false: the trace function raised
void trace_return(Frame* frame);

// For the calling thread; function: None ends it.
void set_trace_function(Value function);
void set_profile_function(Value function);

}  // namespace py
