// What the files of module _signal share.
#pragma once

#include "runtime/modules/threading/support.hpp"

namespace py::signals {

bool signal_number(Value v, int& out);   // false: ValueError "signal number out of range"
// -1: the call failed, OSError raised. Handlers that became due have run; false: one of them raised.
bool checked(int result);

extern const NativeDef mask_functions[];     // masks.cpp
extern const NativeDef timer_functions[];    // timers.cpp
void add_timer_constants(Module* module);

}  // namespace py::signals
