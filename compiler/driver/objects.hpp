// C++ text to object files, through the cache.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

// One module on its way to an object. `name`, `cpp` and `profile` go in.
struct Unit {
  std::string name, cpp;
  std::string file;                            // the text is that of a file which is there; empty: it is only here
  Profile profile = Profile::release;
  std::string key;                             // by set_keys()
  std::string object, error;                   // by compile(): one of the two
};

// Gives every unit the key of its object: content of the C++ text, the flags, the compiler and the headers.
void set_keys(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout);

// Takes objects from the cache and compiles what is missing in parallel. false: at least one unit has an error.
bool compile(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress);

}  // namespace portalis::driver
