// Where Portalis's own files are: headers and libraries for compiled programs, the stdlib written in Python.
#pragma once

#include <string>
#include <vector>

namespace portalis::driver {

struct Layout {
  std::string include_directory;               // holds abi/ and runtime/
  std::string stdlib_directory;
  std::string library_directory;               // holds libportalis_rt.a and pch/<profile>/abi/program.hpp.gch
  std::string documentation_directory;         // holds errors/
  std::string stamp;                           // changes whenever runtime or compiler were rebuilt
};

// Reads portalis.layout beside the executable (build tree) or in ../lib/portalis (installed). false: error text.
bool find_layout(Layout& out, std::string& error);

}  // namespace portalis::driver
