// portalis check: every error of many files at once.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

const Usage check_usage = {
    "check",
    "usage: portalis check FILE_OR_FOLDER...\n\n"
    "Reports every error of the programs and of all they import, without compiling them. Of a folder all *.py files\n"
    "in it and below are checked.\n",
    Takes::files,
    {}};

// All Python files below a folder, sorted; hidden folders and __pycache__ are left out.
std::vector<std::string> python_files(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code code;
  fs::recursive_directory_iterator it(folder, code), end;
  for (; !code && it != end; it.increment(code)) {
    std::string name = it->path().filename();
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      if (name[0] == '.' || name == "__pycache__") it.disable_recursion_pending();
    } else if (it->path().extension() == ".py") {
      out.push_back(it->path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Where imports of this file start: the first folder upwards that is no package.
std::string import_root(const fs::path& file) {
  fs::path folder = file.parent_path();
  std::error_code code;
  while (folder.has_filename() && fs::is_regular_file(folder / "__init__.py", code)) folder = folder.parent_path();
  return folder;
}

}  // namespace

int command_check(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse_options(check_usage, arguments, options)) return stop - 1;
  Layout layout;
  std::string failure;
  if (!find_layout(layout, failure)) return complain("check", failure);
  std::map<std::string, std::vector<std::string>> by_root;   // files that can import each other are loaded together
  for (const std::string& argument : options.files) {
    std::error_code ignored;
    if (!fs::is_directory(argument, ignored)) {
      by_root[import_root(argument)].push_back(argument);
      continue;
    }
    std::vector<std::string> found = python_files(argument);
    if (found.empty()) return complain("check", "no Python files in the folder " + argument);
    for (std::string& file : found) by_root[import_root(file)].push_back(std::move(file));
  }
  bool good = true;
  std::string text;
  for (const auto& [root, files] : by_root) {
    ModuleGraph graph;
    good = load_files(root, files, layout, graph) && good;
    text += (text.empty() ? "" : "\n") + render_diagnostics(graph);
  }
  std::fputs(text.c_str(), stderr);
  return good ? 0 : 1;
}

}  // namespace portalis::driver
