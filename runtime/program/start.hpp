// The life of a program: start-up, the main module, uncaught exceptions, exit. Called by emitted main().
#pragma once

#include <initializer_list>

#include "runtime/object/module.hpp"

namespace py {

// Runs the first compiled module as __main__ and returns the process's exit status (CPython's rules: SystemExit,
// uncaught exceptions through sys.excepthook, non-daemon threads joined, atexit handlers, streams flushed).
int run_program(int argc, char** argv, const CompiledModule* const* compiled, const ModuleDef* const* native);

// ---- constants of emitted code: immortal ----
Value constant_int(const char* digits);
Value constant_float(double d);
Value constant_complex(double real, double imaginary);
Value constant_str(std::string_view utf8);
Value constant_bytes(std::string_view bytes);
Value constant_tuple(std::initializer_list<Value> items);
Value constant_frozenset(std::initializer_list<Value> items);

}  // namespace py
