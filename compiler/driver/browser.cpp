// The browser's toolchain as browser_runtime.sh answers it.
#include "compiler/driver/browser.hpp"

#include <filesystem>
#include <fstream>

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

struct Setting {
  std::string name, value;
};

std::string settings_file(const Cache& cache) { return cache.directory() + "/targets/browser/settings"; }

bool read_settings(const Cache& cache, std::vector<Setting>& out, std::string& failure) {
  std::ifstream in(settings_file(cache));
  for (std::string line; std::getline(in, line);) {
    size_t equals = line.find('=');
    if (equals != std::string::npos) out.push_back({line.substr(0, equals), line.substr(equals + 1)});
  }
  if (out.empty()) failure = "cannot read " + settings_file(cache);
  return !out.empty();
}

std::string stamp(const std::string& file) {
  std::error_code ignored;
  return std::to_string(fs::last_write_time(file, ignored).time_since_epoch().count()) + "." + std::to_string(fs::file_size(file, ignored));
}

// clang takes a precompiled header only as long as every header is the one it was made from.
bool precompile(const Cache& cache, const Layout& layout, Toolchain& toolchain, Progress& progress, std::string& failure) {
  toolchain.runtime_directory = cache.directory() + "/targets/browser";
  std::string header = toolchain.runtime_directory + "/" + profile_name(Profile::release) + ".pch", temporary = header + "." + process_id();
  std::error_code missing, ignored;
  auto made = fs::last_write_time(header, missing);
  if (!missing && made >= fs::last_write_time(settings_file(cache), ignored)) return true;
  progress.step("precompiling headers");
  ProcessResult result = run_captured(precompile_command(toolchain, layout, Profile::release, temporary));
  missing.clear();
  if (result.status == 0) fs::rename(temporary, header, missing);
  if (result.status == 0 && !missing) return true;
  fs::remove(temporary, ignored);
  failure = "precompiling the runtime's headers for browsers failed:\n" + result.output.substr(0, 2000);
  return false;
}

}  // namespace

bool ready_browser(const Cache& cache, Layout& layout, Toolchain& toolchain, Progress& progress, std::string& failure) {
  progress.clear();
  int status = run_attached({layout.include_directory + "/tools/scripts/browser_runtime.sh", layout.include_directory, cache.directory()});
  if (status != 0) {
    failure = "the toolchain for browsers is not ready; portalis doctor shows what there is";
    return false;
  }
  std::vector<Setting> settings;
  if (!read_settings(cache, settings, failure)) return false;
  toolchain = {};
  toolchain.target = Target::browser;
  for (const Setting& setting : settings) {
    if (setting.name == "compiler") toolchain.compiler = setting.value;
    else if (setting.name == "flag") toolchain.flags.push_back(setting.value);
    else if (setting.name == "link") toolchain.link.push_back(setting.value);
    else if (setting.name == "optimiser") toolchain.optimiser = setting.value;
    else if (setting.name == "library") layout.library_directory = setting.value;
  }
  std::error_code ignored;
  toolchain.identity = fs::canonical(toolchain.compiler, ignored).string() + "@" + stamp(toolchain.compiler);
  layout.headers_key = hash_headers(layout);
  layout.runtime_stamp = "browser " + stamp(layout.archive()) + stamp(settings_file(cache));
  return precompile(cache, layout, toolchain, progress, failure);
}

bool read_browser_runtime(const Cache& cache, BrowserRuntime& out, std::string& failure) {
  std::vector<Setting> settings;
  if (!read_settings(cache, settings, failure)) return false;
  for (const Setting& setting : settings) {
    if (setting.name == "packages") out.packages = setting.value;
    else if (setting.name == "glue") out.glue = setting.value;
  }
  return true;
}

bool optimise_module(const std::string& module, const Toolchain& toolchain, const Cache& cache, Progress& progress, std::string& out, std::string& failure) {
  std::string key = content_key(module + stamp(module) + stamp(toolchain.optimiser) + "-Os");
  out = cache.find(key, ".wasm");
  if (!out.empty()) return true;
  progress.step("optimising");
  Temporary smaller(cache.begin(key, ".wasm"));
  std::vector<std::string> command = {toolchain.optimiser, "-Os", "--strip-debug", "--strip-producers", "--strip-target-features",
                                      "--enable-threads", "--enable-bulk-memory", "--enable-mutable-globals", "--enable-sign-ext",
                                      "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-multivalue",
                                      module, "-o", smaller.path()};
  progress.command(command);
  ProcessResult result = run_captured(command);
  if (result.status != 0) {
    failure = cache.full_disk();
    if (failure.empty()) failure = "wasm-opt failed:\n" + result.output.substr(0, 2000);
    return false;
  }
  out = cache.commit(smaller.path(), key, ".wasm", failure);
  return !out.empty();
}

}  // namespace portalis::driver
