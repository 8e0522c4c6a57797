// From a Python file to an executable: every phase in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/module_graph.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

struct BuildOptions {
  std::string main_file;
  Profile profile = Profile::release;
  bool verbose = false;
  std::string keep_cpp_in;                     // folder to copy the C++ to; empty: none
};

// The path of the finished executable in the cache; empty after `failure` was filled in (text for stderr, already rendered).
std::string build_executable(const BuildOptions& options, const Layout& layout, Progress& progress, std::string& failure);

// Runs job(0..n-1) on as many threads as there are cores.
void in_parallel(size_t n, const std::function<void(size_t)>& job);

}  // namespace portalis::driver
