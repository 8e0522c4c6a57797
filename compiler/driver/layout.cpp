// Finding Portalis's own files.
#include "compiler/driver/layout.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/process.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return in ? std::move(text).str() : std::string();
}

bool read_layout(const fs::path& file, Layout& out) {
  std::ifstream in(file);
  if (!in) return false;
  for (std::string line; std::getline(in, line);) {
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
  return true;
}

}  // namespace

std::string hash_headers(const Layout& layout) {
  std::vector<fs::path> files;
  for (const char* folder : {"abi", "runtime"}) {
    std::error_code code;
    fs::recursive_directory_iterator it(fs::path(layout.include_directory) / folder, code), end;
    for (; !code && it != end; it.increment(code)) {
      if (it->path().stem().string().ends_with("_test")) continue;       // not installed
      if (it->path().extension() == ".hpp" || it->path().extension() == ".def") files.push_back(it->path());
    }
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) {
    all += file.lexically_relative(layout.include_directory).string() + '\n' + read_file(file);
  }
  return content_key(all);
}

bool find_layout(Layout& out, std::string& error) {
  fs::path executable = own_executable();
  fs::path here = executable.parent_path();
  if (!read_layout(here / "portalis.layout", out) && !read_layout(here.parent_path() / "lib/portalis/portalis.layout", out)) {
    error = "portalis.layout is missing beside " + executable.string() + "; the installation is incomplete";
    return false;
  }
  out.headers_key = read_file(out.headers_key_file());
  if (out.headers_key.empty()) out.headers_key = hash_headers(out);
  std::error_code ignored;
  for (const std::string& archive : {out.archive(), out.fibers_archive()}) {
    auto time = fs::last_write_time(archive, ignored).time_since_epoch().count();
    out.runtime_stamp += std::to_string(time) + "." + std::to_string(fs::file_size(archive, ignored)) + ";";
  }
  return true;
}

bool write_file(const std::string& path, std::string_view text, std::string& error) {
  std::string temporary = path + "." + process_id();
  std::error_code code;
  {
    errno = EIO;                               // for a stream that fails without the system saying why
    std::ofstream out(temporary, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) code = std::error_code(errno, std::generic_category());
  }
  if (!code) fs::rename(temporary, path, code);
  if (!code) return true;
  std::error_code ignored;
  fs::remove(temporary, ignored);
  error = "cannot write " + path + ": " + code.message();
  return false;
}

}  // namespace portalis::driver
