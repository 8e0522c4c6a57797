// portalis prepare: what is compiled once, when Portalis is built, so that programs need not wait for it: the headers
// they include and, with --stdlib, the modules of the standard library that are written in Python.
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

// Does nothing while compiler, flags and headers are those of last time.
std::string precompile_headers(const Toolchain& toolchain, Layout& layout) {
  std::array<std::string, 2> problems;
  std::error_code ignored;
  layout.headers_key = hash_headers(layout);
  in_parallel(2, [&](size_t i) {
    Profile profile = i == 0 ? Profile::release : Profile::debug;
    std::string folder = layout.library_directory + "/pch/" + profile_name(profile) + "/abi";
    std::string made_from = folder + "/made_from", inputs = object_inputs(toolchain, layout, profile), before;
    if (std::ifstream in(made_from); in) before.assign(std::istreambuf_iterator<char>(in), {});
    std::error_code ignored;
    if (before == inputs && fs::exists(folder + "/program.hpp.gch", ignored)) return;
    fs::remove(made_from, ignored);
    fs::create_directories(folder, ignored);
    ProcessResult result = run_captured(precompile_command(toolchain, layout, profile, native_precompiled_header(layout, profile)));
    if (result.status != 0) problems[i] = result.output;
    else write_file(made_from, inputs, problems[i]);
  });
  if (problems[0].empty() && problems[1].empty()) write_file(layout.headers_key_file(), layout.headers_key, problems[0]);
  return problems[0] + problems[1];
}

// Leaves in the objects folder exactly the objects of today's library.
std::string precompile_library(const Toolchain& toolchain, const Layout& layout) {
  ModuleGraph graph;
  if (!load_library(library_modules(layout), layout, graph)) return render_diagnostics(graph);
  std::vector<Unit> units = emit_units(graph, Profile::release);
  set_keys(units, toolchain, layout);
  Cache objects;
  std::string failure;
  if (!objects.open(layout.objects_directory(), failure)) return failure;
  Progress progress(Progress::mode_for_terminal(false));
  bool good = false;
  {
    Interruption interruption;
    good = compile(units, toolchain, layout, objects, progress);
  }
  if (!good) Interruption::pass_on();
  std::set<std::string> wanted;
  for (const Unit& unit : units) {
    if (!unit.error.empty()) return unit.error;
    wanted.insert(unit.object);
  }
  std::error_code code;
  for (fs::recursive_directory_iterator it(objects.directory(), code), end; !code && it != end; it.increment(code)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored) && !wanted.contains(it->path())) fs::remove(it->path(), ignored);
  }
  return {};
}

}  // namespace

int command_prepare(const std::vector<std::string>& arguments) {
  bool library = arguments == std::vector<std::string>{"--stdlib"};
  if (!arguments.empty() && !library) {
    return show_usage("prepare", "usage: portalis prepare [--stdlib]\n\nPrecompiles the headers that programs include; with --stdlib, the standard library.\n", arguments);
  }
  Layout layout;
  Toolchain toolchain;
  std::string failure;
  if (!find_layout(layout, failure) || !find_toolchain(Target::native, toolchain, failure)) return complain("prepare", failure);
  failure = library ? precompile_library(toolchain, layout) : precompile_headers(toolchain, layout);
  return failure.empty() ? 0 : complain("prepare", failure);
}

}  // namespace portalis::driver
