// The sequence of a build. After each step is said what is final.
#include "compiler/driver/build.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "compiler/driver/browser.hpp"
#include "compiler/driver/counts.hpp"
#include "compiler/driver/headers.hpp"
#include "compiler/driver/left_out.hpp"
#include "compiler/driver/wasi.hpp"
#include "compiler/emission/emission.hpp"

namespace portalis::driver {

namespace {

bool keep_cpp(const std::string& folder, const std::vector<Unit>& units, std::string& failure) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  for (const Unit& unit : units) {
    if (!write_file(folder + "/" + unit.label() + ".cpp", unit.cpp, failure)) return false;
  }
  return true;
}

// The linker writes to a file of its own beside `temporary`, and leaves it there when it dies of a full disk.
void remove_what_was_begun(const std::string& temporary) {
  std::filesystem::path path = temporary;
  std::string prefix = path.filename().string() + ".tmp";
  std::error_code code;
  std::vector<std::filesystem::path> begun;
  for (std::filesystem::directory_iterator it(path.parent_path(), code), end; !code && it != end; it.increment(code)) {
    if (it->path().filename().string().starts_with(prefix)) begun.push_back(it->path());
  }
  for (const std::filesystem::path& file : begun) std::filesystem::remove(file, code);
}

// One command after the other; the last one makes `temporary`.
std::string link(const std::vector<std::vector<std::string>>& commands, const std::string& temporary, const std::string& key, const Cache& cache,
                 Progress& progress, std::string& failure) {
  for (const std::vector<std::string>& command : commands) {
    progress.command(command);
    ProcessResult result = run_captured(command);
    if (result.status == 0) continue;
    failure = cache.full_disk();
    remove_what_was_begun(temporary);
    if (failure.empty()) failure = "internal error: linking failed; this is a bug in Portalis. The linker said:\n" + result.output.substr(0, 4000);
    return {};
  }
  return cache.commit(temporary, key, "", failure);
}

// Asyncify makes a WebAssembly program almost twice as large: only those that import what can start threads have them.
bool may_start_threads(const ModuleGraph& graph) {
  for (const std::string& name : graph.native) {
    if (name == "_thread" || name == "threading" || name == "_queue" || name == "queue" || name.starts_with("concurrent")) return true;
  }
  return false;
}

// Goes into the keys of executables: to be raised when linking makes something else of the same objects.
constexpr const char* linking = "linking 11";

// A copy of the runtime's archive without what the program cannot reach; `program` is what else is linked.
bool trim_runtime(const std::string& archive, const std::vector<std::string>& program, const SpokenNames& spoken, const std::string& copy, std::string& failure) {
  auto read = [&](const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (bytes.empty()) failure = "cannot read " + file;
    return bytes;
  };
  std::string runtime = read(archive);
  std::vector<std::string> contents;
  for (const std::string& file : program) contents.push_back(read(file));
  return failure.empty() && write_file(copy, leave_out(runtime, contents, spoken), failure);
}

}  // namespace

bool build_executable(const BuildOptions& options, const Layout& given, Progress& progress, Built& out, std::string& failure) {
  if (!may_use_counts(options, failure)) return false;
  // 1. Front end: every module of the program is parsed, checked and lowered.
  progress.step("reading " + options.main_file);
  ModuleGraph graph;
  graph.verify_types = options.verify_types;
  if (options.target != Target::native) graph.left_out = {"signal", "_signal"};
  bool good = load_modules(options.main_file, given, graph);
  if (!good) {
    progress.clear();
    failure = render_diagnostics(graph);
    return false;
  }
  for (const LoadedModule& m : graph.modules) {
    if (!m.is_library) out.sources.push_back(m.path);
  }
  out.starts_threads = may_start_threads(graph);

  // 2. Emission: C++ text is final for every module.
  emission::Program program;
  for (const LoadedModule& m : graph.modules) program.compiled.push_back({m.name});
  program.native = graph.native;
  Profile profile = options.profile;
  std::vector<Unit> units = emit_units(graph, profile);
  units[0].cpp += "\n" + emission::emit_main(program);
  if (!options.keep_cpp_in.empty() && !keep_cpp(options.keep_cpp_in, units, failure)) return false;

  // 3. Keys: what each object and the executable depend on.
  Toolchain toolchain;
  Cache cache;
  Layout layout = given;
  if (options.target == Target::wasi && !install_wasi_packages(progress, failure)) return false;
  if (!cache.open(failure)) return false;
  if (options.target == Target::browser) {
    if (!ready_browser(cache, layout, toolchain, progress, failure)) return false;
  } else if (!find_toolchain(options.target, toolchain, failure)) {
    return false;
  }
  if (options.target == Target::native) {
    cache.look_also_in(layout.objects_directory());
  } else if (options.target == Target::wasi) {
    Interruption interruption;
    good = prepare_wasi_runtime(toolchain, layout, cache, progress, failure);
  }
  if (!good) return Interruption::pass_on(), false;
  if (!use_counts(options, cache, toolchain, profile, failure)) return false;
  for (Unit& unit : units) {
    if (!unit.is_library) unit.profile = profile;
  }
  set_keys(units, toolchain, layout);
  std::string inputs = linking + layout.runtime_stamp + profile_name(profile) + (options.object ? "object" : "") +
                       (options.threads == Threads::fibers ? "fibers" : "") + toolchain.runtime_directory;
  for (const Unit& unit : units) inputs += unit.key;
  SpokenNames spoken;                          // all that is in the text is in the objects' keys
  if (options.target != Target::native) spoken = spoken_names(graph);
  std::string key = content_key(inputs);
  out.file = cache.find(key, "");
  if (!out.file.empty()) return true;

  // 4. Objects: compiled in parallel, those of unchanged modules come from the cache.
  {
    Interruption interruption;
    if (options.target == Target::native) use_headers(toolchain, layout, headers_profile(profile), cache, progress);
    good = compile(units, toolchain, layout, cache, progress);
    std::vector<std::string> objects;
    for (const Unit& unit : units) {
      objects.push_back(unit.object);
      if (failure.empty()) failure = unit.error;
    }

    // 5. The executable.
    if (good && !Interruption::came()) {
      progress.step("linking");
      Temporary linked(cache.begin(key, ""));
      std::string runtime = options.target == Target::wasi ? wasi_archive(toolchain) : layout.archive();
      Temporary trimmed(linked.path() + ".runtime.a");
      if (options.target != Target::native && !spoken.all) {
        std::vector<std::string> program = objects;
        if (options.target == Target::wasi) program.push_back(wasi_threads_archive(toolchain, out.starts_threads));
        good = trim_runtime(runtime, program, spoken, trimmed.path(), failure);
        runtime = trimmed.path();
      }
      std::vector<std::vector<std::string>> commands;
      if (!good) {
      } else if (options.target == Target::wasi) {
        commands = wasi_link_commands(toolchain, profile, out.starts_threads, objects, runtime, linked.path());
      } else if (options.object) {
        commands = {merge_command(toolchain, objects, linked.path())};
      } else {
        commands = {link_command(toolchain, layout, profile, options.threads, objects, runtime, linked.path())};
      }
      if (good) out.file = link(commands, linked.path(), key, cache, progress, failure);
      std::error_code ignored;
      std::filesystem::remove(wasi_intermediate_file(linked.path()), ignored);
    }
    progress.clear();
  }
  if (out.file.empty()) Interruption::pass_on();
  return !out.file.empty();
}

}  // namespace portalis::driver
