// Emission: IR to C++ text that a person can read.
//
// A module becomes one translation unit that includes abi/program.hpp, a long one several; the main module's first one
// also lists the program's modules and holds main(). Pure functions of their inputs; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

// The C++ text of one module. Each translation unit is the head and one of the bodies, of which the first runs the module;
// there are several where compiling one after the other would take long.
struct ModuleText {
  std::string head;
  std::vector<std::string> bodies;
  std::string unit(size_t n) const { return head + bodies[n]; }
  std::string whole() const;       // for reading: the head once
};
// `source` is the Python text (for line comments and embedded tracebacks).
ModuleText emit_module(const ir::Module& module, std::string_view source);

// What main() needs to know of the program.
struct ProgramModule {
  std::string name;                // dotted; the first one is run as __main__
};
struct Program {
  std::vector<ProgramModule> compiled;
  std::vector<std::string> native; // dotted names of modules written in C++ (abi/modules.def)
};
// Goes below the first body of the main module.
std::string emit_main(const Program& program);

// The C++ name under which a compiled or native module is registered.
std::string module_symbol(std::string_view dotted_name);

}  // namespace portalis::emission
