// What a WebAssembly program need not bring along: what of the runtime nothing in the program can reach.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/module_graph.hpp"

namespace portalis::driver {

// The names by which a program can get at attributes.
struct SpokenNames {
  bool all = false;                            // it can make names up
  std::set<std::string, std::less<>> names;    // else: everything its text holds that could be one
};
SpokenNames spoken_names(const ModuleGraph& graph);

// The runtime's archive without what `program`, the contents of the objects and archives linked with it, cannot reach.
// Text that is no archive of WebAssembly objects comes back as it is.
std::string leave_out(std::string_view archive, const std::vector<std::string>& program, const SpokenNames& spoken);

}  // namespace portalis::driver
