// Start-up of the object model, and the report of an exception nobody caught.
#pragma once

#include "runtime/object/error.hpp"

namespace py {

void ready_runtime();                    // names, hash key, built-in types; before any module. Once, on the main thread
// Writes out what streams of the io module still hold; set by it when there is such a stream. Called at the very end.
extern void (*flush_open_files)();
void print_exception(Value exception);   // CPython's whole traceback, to sys.stderr

}  // namespace py
