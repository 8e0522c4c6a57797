// Emission: IR to C++ text that a person can read.
//
// A module becomes one translation unit that includes abi/program.hpp; the main module's also lists the
// program's modules and holds main(). Pure functions of their inputs; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

// The C++ text of one module. `source` is the Python text (for line comments and embedded tracebacks).
std::string emit_module(const ir::Module& module, std::string_view source);

// What main() needs to know of the program.
struct ProgramModule {
  std::string name;                // dotted; the first one is run as __main__
};
struct Program {
  std::vector<ProgramModule> compiled;
  std::vector<std::string> native; // dotted names of modules written in C++ (abi/modules.def)
};
// Goes below the text of the main module, in the same translation unit.
std::string emit_main(const Program& program);

// The C++ name under which a compiled or native module is registered.
std::string module_symbol(std::string_view dotted_name);

}  // namespace portalis::emission
