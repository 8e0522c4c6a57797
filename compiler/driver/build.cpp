// The sequence of a build. After each step is said what is final.
#include "compiler/driver/build.hpp"

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "compiler/emission/emission.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

void in_parallel(size_t n, const std::function<void(size_t)>& job) {
  std::atomic<size_t> next{0};
  run_on_large_stacks(std::min<size_t>(n, std::max(1u, std::thread::hardware_concurrency())), [&] {
    for (size_t i; (i = next.fetch_add(1)) < n;) job(i);
  });
}

namespace {

bool write_file(const std::string& path, std::string_view text, std::string& error) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (out) return true;
  std::error_code ignored;
  fs::remove(path, ignored);
  error = "cannot write " + path + " (is the disk full?)";
  return false;
}

// A C++ compiler error is our bug, never the user's: keep the file and say so.
std::string compiler_bug(const std::string& cpp, const ProcessResult& result) {
  return "internal error: the C++ compiler rejected what Portalis generated; this is a bug in Portalis.\n"
         "The generated file was kept: " + cpp + "\nPlease report it with the program. The compiler said:\n" + result.output.substr(0, 4000);
}

struct Unit {
  std::string cpp, key, object, error;
};

void compile_unit(Unit& unit, const Toolchain& toolchain, const Layout& layout, Profile profile, const Cache& cache, Progress& progress) {
  std::string source = cache.begin(unit.key, ".cpp"), object = cache.begin(unit.key, ".o");
  if (!write_file(source, unit.cpp, unit.error)) return;
  std::vector<std::string> command = compile_command(toolchain, layout, profile, source, object);
  progress.command(command);
  ProcessResult result = run_captured(command);
  std::error_code ignored;
  if (result.status != 0) {
    fs::remove(object, ignored);
    bool stopped = result.status >= 128 || result.output.find("No space left") != std::string::npos;
    unit.error = stopped ? "the C++ compiler was stopped (status " + std::to_string(result.status) + "): " + result.output.substr(0, 1000)
                         : compiler_bug(source, result);
    if (stopped) fs::remove(source, ignored);
    return;
  }
  fs::remove(source, ignored);
  unit.object = cache.commit(object, unit.key, ".o", unit.error);
}

}  // namespace

std::string build_executable(const BuildOptions& options, const Layout& layout, Progress& progress, std::string& failure) {
  // 1. Front end: every module of the program is parsed, checked and lowered.
  progress.step("reading " + options.main_file);
  ModuleGraph graph;
  if (!load_modules(options.main_file, layout, graph)) {
    progress.clear();
    failure = render_diagnostics(graph);
    return {};
  }

  // 2. Emission: C++ text is final for every module.
  emission::Program program;
  for (const LoadedModule& m : graph.modules) program.compiled.push_back({m.name});
  program.native = graph.native;
  std::vector<Unit> units(graph.modules.size());
  in_parallel(units.size(), [&](size_t i) {
    units[i].cpp = emission::emit_module(*graph.modules[i].ir, graph.modules[i].source->text());
    if (i == 0) units[i].cpp += "\n" + emission::emit_main(program);
  });

  // 3. Cache keys: content of the C++ text, the flags, the compiler and the runtime.
  Toolchain toolchain;
  Cache cache;
  if (!find_toolchain(toolchain, failure) || !cache.open(failure)) return {};
  std::string base = toolchain.identity + layout.stamp + profile_name(options.profile), all = base;
  for (Unit& unit : units) {
    unit.key = content_key(base + unit.cpp);
    all += unit.key;
  }
  std::string executable_key = content_key(all);
  if (!options.keep_cpp_in.empty()) {
    for (size_t i = 0; i < units.size(); ++i) {
      if (!write_file(options.keep_cpp_in + "/" + graph.modules[i].name + ".cpp", units[i].cpp, failure)) return {};
    }
  }
  if (std::string found = cache.find(executable_key, ""); !found.empty()) return found;

  // 4. Objects: compiled in parallel, those of unchanged modules come from the cache.
  std::vector<size_t> missing;
  for (size_t i = 0; i < units.size(); ++i) {
    units[i].object = cache.find(units[i].key, ".o");
    if (units[i].object.empty()) missing.push_back(i);
  }
  std::atomic<size_t> done{0};
  if (!missing.empty()) progress.step("compiling " + std::to_string(missing.size()) + (missing.size() == 1 ? " module" : " modules"));
  in_parallel(missing.size(), [&](size_t i) {
    compile_unit(units[missing[i]], toolchain, layout, options.profile, cache, progress);
    progress.step("compiled " + graph.modules[missing[i]].name + " (" + std::to_string(++done) + " of " + std::to_string(missing.size()) + ")");
  });
  std::vector<std::string> objects;
  for (const Unit& unit : units) {
    if (!unit.error.empty()) {
      progress.clear();
      failure = unit.error;
      return {};
    }
    objects.push_back(unit.object);
  }

  // 5. The executable.
  progress.step("linking");
  std::string temporary = cache.begin(executable_key, "");
  std::vector<std::string> command = link_command(toolchain, layout, options.profile, objects, temporary);
  progress.command(command);
  ProcessResult result = run_captured(command);
  progress.clear();
  if (result.status != 0) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    failure = "internal error: linking failed; this is a bug in Portalis or a full disk. The linker said:\n" + result.output.substr(0, 4000);
    return {};
  }
  return cache.commit(temporary, executable_key, "", failure);
}

}  // namespace portalis::driver
