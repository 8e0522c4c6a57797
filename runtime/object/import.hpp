// The import system's inside: which modules the program is linked with and how far each has come.
#pragma once

#include "runtime/object/module.hpp"

namespace py {

bool is_loading(Module* module);         // its body has begun and not ended
bool module_is_linked(Str* dotted_name); // importing it can succeed
// Runs the first compiled module as __main__. None or Error.
Value run_main_module();

}  // namespace py
