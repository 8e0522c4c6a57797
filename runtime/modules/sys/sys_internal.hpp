// What the files of the sys module share.
#pragma once

#include "runtime/object/exceptions.hpp"
#include "runtime/object/module.hpp"

namespace py::sys {

extern const NativeDef general_functions[], frame_functions[], hook_functions[];
bool add_information(Module* module);    // version, float_info, flags and the like
bool add_hooks(Module* module);
bool add_audit(Module* module);

}  // namespace py::sys
