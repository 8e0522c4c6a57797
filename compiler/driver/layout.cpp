// Finding Portalis's own files.
#include "compiler/driver/layout.hpp"

#include <filesystem>
#include <fstream>

#include "compiler/driver/process.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

bool find_layout(Layout& out, std::string& error) {
  fs::path executable = own_executable();
  fs::path here = executable.parent_path();
  for (const fs::path& file : {here / "portalis.layout", here.parent_path() / "lib/portalis/portalis.layout"}) {
    std::ifstream in(file);
    if (!in) continue;
    std::string line;
    while (std::getline(in, line)) {
      size_t equals = line.find('=');
      if (equals == std::string::npos) continue;
      std::string key = line.substr(0, equals);
      fs::path value = line.substr(equals + 1);
      if (value.is_relative()) value = (file.parent_path() / value).lexically_normal();
      if (key == "include") out.include_directory = value;
      else if (key == "stdlib") out.stdlib_directory = value;
      else if (key == "library") out.library_directory = value;
      else if (key == "documentation") out.documentation_directory = value;
    }
    // The compiler and the runtime library are the inputs of everything that is cached.
    for (const fs::path& input : {executable, fs::path(out.library_directory) / "libportalis_rt.a"}) {
      std::error_code ignored;
      auto time = fs::last_write_time(input, ignored).time_since_epoch().count();
      auto size = fs::file_size(input, ignored);
      out.stamp += std::to_string(time) + "." + std::to_string(size) + ";";
    }
    return true;
  }
  error = "portalis.layout is missing beside " + executable.string() + "; the installation is incomplete";
  return false;
}

}  // namespace portalis::driver
