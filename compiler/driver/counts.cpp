#include "compiler/driver/counts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

// clang's library that writes the counts.
bool counts_can_be_written(const Toolchain& toolchain) {
  ProcessResult result = run_captured({toolchain.compiler, "-print-resource-dir"});
  std::string folder = result.output.substr(0, result.output.find('\n')) + "/lib/linux";
  std::error_code code;
  for (const auto& file : fs::directory_iterator(folder, code)) {
    if (file.path().filename().string().starts_with("libclang_rt.profile")) return true;
  }
  return false;
}

// The counts of all runs in one file, in the cache; empty: error text.
std::string merged(const std::string& folder, const Cache& cache, std::string& error) {
  std::vector<std::string> files;
  std::error_code code;
  for (const auto& file : fs::directory_iterator(folder, code)) {
    if (file.path().extension() == ".profraw") files.push_back(file.path().string());
  }
  if (files.empty()) {
    error = "no counts in " + folder + ": build the program with --pgo=collect and run it; it writes them to a folder beside it";
    return "";
  }
  std::sort(files.begin(), files.end());
  std::string content = "counts";
  for (const std::string& name : files) {
    std::ifstream in(name, std::ios::binary);
    content.append(std::istreambuf_iterator<char>(in), {});
  }
  std::string key = content_key(content), found = cache.find(key, ".profdata");
  if (!found.empty()) return found;
  std::string tool = find_program("llvm-profdata-19");
  if (tool.empty()) return error = "--pgo= needs llvm-profdata; install it with: apt-get install llvm-19", "";
  Temporary made(cache.begin(key, ".profdata"));
  std::vector<std::string> command = {tool, "merge", "-o", made.path()};
  command.insert(command.end(), files.begin(), files.end());
  ProcessResult result = run_captured(command);
  if (result.status != 0) return error = "the counts in " + folder + " cannot be read:\n" + result.output, "";
  return cache.commit(made.path(), key, ".profdata", error);
}

}  // namespace

bool may_use_counts(const BuildOptions& options, std::string& error) {
  if (options.pgo.empty()) return true;
  if (options.target != Target::native || options.profile != Profile::release) return error = "--pgo= is for the native target, optimised", false;
  if (options.pgo == "collect" && options.object) return error = "--pgo=collect is for executables: what writes the counts is linked into them", false;
  return true;
}

bool use_counts(const BuildOptions& options, const Cache& cache, Toolchain& toolchain, Profile& profile, std::string& error) {
  if (options.pgo.empty()) return true;
  if (!toolchain.is_clang) return error = "--pgo= needs clang; install it with: apt-get install clang-19", false;
  bool collect = options.pgo == "collect";
  profile = collect ? Profile::counting : Profile::guided;
  toolchain.counts = collect ? options.counts_folder : merged(options.pgo, cache, error);
  if (!collect) return !toolchain.counts.empty();
  if (counts_can_be_written(toolchain)) return true;
  error = "--pgo=collect needs what writes the counts; install it with: apt-get install libclang-rt-19-dev";
  return false;
}

}  // namespace portalis::driver
