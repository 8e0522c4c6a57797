// Modules to C++ text, and C++ text to object files, through the cache.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/module_graph.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

// One translation unit on its way to an object. `name`, `cpp` and `profile` go in.
struct Unit {
  std::string name, cpp;                       // of the module; the whole text
  size_t part = 1;                             // which of the module's units
  std::string file;                            // the text is that of a file which is there; empty: it is only here
  Profile profile = Profile::release;
  bool is_library = false;                     // of a module that comes with Portalis
  std::string key;                             // by set_keys()
  std::string object, error;                   // by compile(): one of the two
  std::string label() const { return part == 1 ? name : name + "." + std::to_string(part); }
};

// The C++ of all modules, which is final from here on but for the main() that goes below the first one. Own modules
// are to be compiled for `profile`; the library's always for release: they are not for debugging.
std::vector<Unit> emit_units(const ModuleGraph& graph, Profile profile);

// Gives every unit the key of its object: content of the C++ text, the flags, the compiler and the headers.
void set_keys(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout);

// Takes objects from the cache and compiles what is missing in parallel. false: at least one unit has an error.
bool compile(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress);

}  // namespace portalis::driver
