// From a Python file to an executable: every phase in order.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/module_graph.hpp"
#include "compiler/driver/objects.hpp"

namespace portalis::driver {

struct BuildOptions {
  std::string main_file;
  Profile profile = Profile::release;
  Target target = Target::native;
  Threads threads = Threads::system;
  bool verbose = false;
  bool object = false;                         // one object file with main(), to be linked elsewhere, not an executable
  bool verify_types = false;                   // check what inference expects of values, in the running program
  std::string pgo;                             // collect, or the folder of counts to compile by; empty: neither
  std::string counts_folder;                   // collect: where the program shall write them
  std::string keep_cpp_in;                     // folder to copy the C++ to; empty: none
};

struct Built {
  std::string file;                            // the executable, or the object; in the cache
  std::vector<std::string> sources;            // the files it was made from, those of Portalis left out
  bool starts_threads = false;                 // some module of the program can
};

// false after `failure` was filled in (text for stderr, already rendered). An interrupting signal ends this process,
// once what was begun has been cleaned up.
bool build_executable(const BuildOptions& options, const Layout& layout, Progress& progress, Built& out, std::string& failure);

}  // namespace portalis::driver
