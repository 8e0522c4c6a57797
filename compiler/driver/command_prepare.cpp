// portalis prepare: what is compiled once, when Portalis is built, so that programs need not wait for it: the headers
// they include and, with --stdlib, the modules of the standard library that are written in Python.
#include <filesystem>
#include <set>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/headers.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

// Leaves in the objects folder exactly the objects of today's library.
std::string precompile_library(Toolchain& toolchain, const Layout& layout) {
  ModuleGraph graph;
  if (!load_library(library_modules(layout), layout, graph)) return render_diagnostics(graph);
  std::vector<Unit> units = emit_units(graph, Profile::release);
  set_keys(units, toolchain, layout);
  Cache objects;
  std::string failure;
  if (!objects.open(layout.objects_directory(), failure)) return failure;
  Progress progress(Progress::mode_for_terminal(false));
  use_headers(toolchain, layout, Profile::release, objects, progress);
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
  failure = library ? precompile_library(toolchain, layout) : prepare_headers(toolchain, layout);
  return failure.empty() ? 0 : complain("prepare", failure);
}

}  // namespace portalis::driver
