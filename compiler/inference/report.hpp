// `portalis report`: a page that shows how static a program is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::inference {

struct ReportedModule {
  const ir::Module* module;              // inferred
  std::string file;                      // as it is to be called
  std::string_view source;
};

// One HTML page that needs nothing else: every line coloured by how much of it is typed, with the types beside it and in
// plain words what stayed dynamic. The first module is the program.
std::string report(const std::vector<ReportedModule>& modules);

}  // namespace portalis::inference
