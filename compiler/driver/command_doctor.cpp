// portalis doctor: what this machine has of what Portalis can use, and the command that brings the rest.
#include <cstdio>
#include <filesystem>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/headers.hpp"
#include "compiler/driver/layout.hpp"
#include "compiler/driver/options.hpp"
#include "compiler/driver/toolchain.hpp"
#include "compiler/driver/wasi.hpp"

namespace portalis::driver {
namespace {

struct Tool {
  const char* name;
  const char* purpose;
  const char* remedy;
  bool needed;
};

constexpr Tool tools[] = {
    {"clang++-19", "compiles programs", "apt-get install clang-19", false},
    {"g++", "brings the C++ library; compiles programs and Portalis where clang is missing", "apt-get install g++", true},
    {"ld.lld", "links programs quickly", "apt-get install lld", false},
    {"ccache", "makes building Portalis itself quicker", "apt-get install ccache", false},
    {"cmake", "builds Portalis", "apt-get install cmake", false},
    {"ninja", "builds Portalis", "apt-get install ninja-build", false},
    {"node", "runs programs built for wasi (or wasmtime, wasmedge, wasmer)", "apt-get install nodejs", false},
    {"python3", "CPython, the oracle of the tests", "apt-get install python3", false},
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

int command_doctor(const std::vector<std::string>& arguments) {
  if (!arguments.empty()) {
    return show_usage("doctor", "usage: portalis doctor\n\nShows which tools are there, which are not, and the command that brings each.\n", arguments);
  }
  bool good = true;
  for (const Tool& tool : tools) {
    std::string path = find_program(tool.name);
    if (path.empty()) {
      std::printf("%-10s %-9s %s: %s\n", tool.name, tool.needed ? "MISSING" : "missing", tool.purpose, tool.remedy);
      continue;
    }
    std::printf("%-10s %-9s %s\n", tool.name, "found", first_line(run_captured({path, "--version"}).output).c_str());
  }
  std::string error;
  Toolchain toolchain;
  if (!find_toolchain(Target::native, toolchain, error)) good = false, std::printf("\n%s\n", error.c_str());
  Layout layout;
  if (!find_layout(layout, error)) {
    good = false;
    std::printf("\n%s\n", error.c_str());
  } else {
    for (const std::string& file : {layout.library_directory + "/libportalis_rt.a", layout.include_directory + "/abi/program.hpp"}) {
      std::error_code code;
      if (std::filesystem::exists(file, code)) continue;
      good = false;
      std::printf("\nincomplete installation: %s is missing\n", file.c_str());
    }
  }
  if (good) {
    const char* otherwise = toolchain.is_clang ? "precompiled when first needed, in the cache"
                                               : "not precompiled for this compiler: compiling takes longer (brought by: portalis prepare, as the owner of its folder)";
    std::printf("\nheaders  %s\n", headers_are_prepared(toolchain, layout, Profile::release) ? "precompiled" : otherwise);
  }
  Cache cache;
  if (cache.open(error)) std::printf("\ncache    %s\n", cache.directory().c_str());
  else good = false, std::printf("\n%s\n", error.c_str());
  std::puts(good ? "targets  native: ready" : "targets  native: not ready");
  std::string packages;
  for (const std::string& package : missing_wasi_packages()) packages += " " + package;
  if (packages.empty()) std::puts("targets  wasi: ready");
  else std::printf("targets  wasi: installed when first asked for, or by: apt-get install%s\n", packages.c_str());
  if (!layout.include_directory.empty() && !cache.directory().empty()) {
    ProcessResult browser = run_captured({layout.include_directory + "/tools/scripts/browser_toolchain.sh", "status", cache.directory()});
    std::printf("targets  browser: %s", browser.output.c_str());
  }
  return good ? 0 : 1;
}

}  // namespace portalis::driver
