// What the back ends for one system share below platform.hpp; not for use above this folder.
#pragma once

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

// True while a signal handler runs (it then may only set flags).
bool in_signal_handler();

// The clocks behind now() and wall_clock(), which may run on virtual time.
int64_t system_now();
int64_t system_wall_clock();

}  // namespace portalis::platform
