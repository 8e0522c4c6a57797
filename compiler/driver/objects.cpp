// Compiling what the cache lacks.
#include "compiler/driver/objects.hpp"

#include <atomic>
#include <filesystem>
#include <set>

#include "compiler/emission/emission.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

// A C++ compiler error is our bug, never the user's: keep the file and say so.
std::string compiler_bug(const Unit& unit, const Cache& cache, const std::string& output) {
  std::string folder = cache.directory() + "/rejected", kept = folder + "/" + unit.label() + ".cpp", problem;
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  if (!write_file(kept, unit.cpp, problem)) kept = "(none: " + problem + ")";
  return "internal error: the C++ compiler rejected what Portalis generated; this is a bug in Portalis.\n"
         "The generated file was kept: " + kept + "\nPlease report it with the program. The compiler said:\n" + output.substr(0, 4000);
}

// Not the text's fault: the compiler was killed, or is not able to work.
std::string stopped(const Cache& cache, const ProcessResult& result) {
  if (std::string full = cache.full_disk(); !full.empty()) return full;
  for (const char* sign : {"No space left", "Killed signal", "out of memory", "Cannot allocate memory", "cannot execute"}) {
    if (result.output.find(sign) != std::string::npos || result.status >= 127) {
      return "the C++ compiler could not do its work (status " + std::to_string(result.status) + "): " + result.output.substr(0, 1000);
    }
  }
  return {};
}

void compile_one(Unit& unit, const Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress) {
  Temporary source(cache.begin(unit.key, ".cpp")), object(cache.begin(unit.key, ".o"));
  std::string text = source.path();
  if (unit.profile == Profile::debug) {              // stays, for debuggers to show
    text = cache.directory() + "/" + Cache::entry_name(unit.key, ".cpp");
  }
  if (!unit.file.empty()) text = unit.file;
  else if (!write_file(text, unit.cpp, unit.error)) return;
  std::vector<std::string> command = compile_command(toolchain, layout, unit.profile, text, object.path());
  progress.command(command);
  ProcessResult result = run_captured(command);
  if (result.status == 0) {
    unit.object = cache.commit(object.path(), unit.key, ".o", unit.error);
  } else if (unit.error = stopped(cache, result); unit.error.empty()) {
    unit.error = compiler_bug(unit, cache, result.output);
  }
}

// "2 modules", or "2 modules in 5 parts".
std::string counted(const std::vector<Unit*>& units) {
  std::set<std::string> modules;
  for (const Unit* unit : units) modules.insert(unit->name);
  std::string out = std::to_string(modules.size()) + (modules.size() == 1 ? " module" : " modules");
  return modules.size() == units.size() ? out : out + " in " + std::to_string(units.size()) + " parts";
}

}  // namespace

std::vector<Unit> emit_units(const ModuleGraph& graph, Profile profile) {
  std::vector<emission::ModuleText> texts(graph.modules.size());
  in_parallel(texts.size(), [&](size_t i) { texts[i] = emission::emit_module(*graph.modules[i].ir, graph.modules[i].source->text()); });
  std::vector<Unit> units;
  for (size_t i = 0; i < texts.size(); ++i) {
    const LoadedModule& m = graph.modules[i];
    for (size_t n = 0; n < texts[i].bodies.size(); ++n) {
      units.push_back({.name = m.name, .cpp = texts[i].unit(n), .part = n + 1, .profile = m.is_library && !graph.verify_types ? Profile::release : profile, .is_library = m.is_library});
    }
  }
  return units;
}

void set_keys(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout) {
  std::string inputs[std::size(all_profiles)];
  for (Profile profile : all_profiles) inputs[static_cast<size_t>(profile)] = object_inputs(toolchain, layout, profile);
  for (Unit& unit : units) unit.key = content_key(inputs[static_cast<size_t>(unit.profile)] + "\n" + unit.cpp);
}

bool compile(std::vector<Unit>& units, const Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress) {
  std::vector<Unit*> missing;
  for (Unit& unit : units) {
    unit.object = cache.find(unit.key, ".o");
    if (unit.object.empty()) missing.push_back(&unit);
  }
  if (missing.empty()) return true;
  progress.step("compiling " + counted(missing));
  std::atomic<size_t> done{0};
  std::atomic<bool> good{true};
  in_parallel(missing.size(), [&](size_t i) {
    compile_one(*missing[i], toolchain, layout, cache, progress);
    if (!missing[i]->error.empty()) good = false;
    progress.step("compiled " + missing[i]->label() + " (" + std::to_string(++done) + " of " + std::to_string(missing.size()) + ")");
  });
  return good;
}

}  // namespace portalis::driver
