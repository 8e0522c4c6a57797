// What a WebAssembly program need not bring along: functions of the runtime that nothing in the program can name.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "compiler/driver/module_graph.hpp"

namespace portalis::driver {

// The names by which a program can get at attributes.
struct SpokenNames {
  bool all = false;                            // it can make names up
  std::set<std::string, std::less<>> names;    // else: everything its text holds that could be one
};
SpokenNames spoken_names(const ModuleGraph& graph);

// The runtime's archive with the functions of its method tables taken out that neither `spoken` nor the runtime itself
// names. Text that is no archive of WebAssembly objects comes back as it is.
std::string leave_out_methods(std::string_view archive, const SpokenNames& spoken);

}  // namespace portalis::driver
