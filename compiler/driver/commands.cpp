// run and build.
#include "compiler/driver/commands.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "compiler/driver/options.hpp"
#include "compiler/driver/phases.hpp"
#include "compiler/driver/wasi.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

const Usage run_usage = {
    "run",
    "usage: portalis run [options] PROGRAM.py [arguments...]\n\n"
    "Compiles a program (the result is cached) and runs it. What stands behind its name is the program's own.\n\n"
    "  --release      optimised (the default)\n"
    "  --debug        unoptimised, with symbols, and checked: a broken invariant between the program and the runtime ends\n"
    "                 it with a message; the generated C++ stays in the cache for debuggers\n"
    "  --target=wasi  as a WebAssembly module, in wasmtime, wasmedge, wasmer or Node\n"
    "  --dir=FOLDER   wasi: a folder the program may use besides the current one\n"
    "  --threads=fibers  threads are fibers of one system thread; PORTALIS_SCHEDULE=SEED repeats a schedule\n"
    "  --verify-types  check every inferred type: a value of another kind ends the program with a message and status 119\n"
    "  --target browser   run it in a headless Chromium\n"
    "  -v, --verbose  show the C++ compiler's command lines\n",
    Takes::program_and_arguments,
    {"--release", "--debug", "--target=", "--dir=", "--threads=", "--verify-types", "-v", "--verbose"}};

const Usage build_usage = {
    "build",
    "usage: portalis build [options] PROGRAM.py\n\n"
    "Compiles a program to an executable that needs neither Python nor Portalis.\n\n"
    "  -o FILE             the executable to write (default: the program's name without .py)\n"
    "  --release           optimised (the default)\n"
    "  --debug             unoptimised, with symbols, and checked: a broken invariant between the program and the runtime\n"
    "                      ends it with a message; the generated C++ stays in the cache for debuggers\n"
    "  --target=wasi       a WebAssembly module for WASI preview 1\n"
    "  --threads=fibers    threads are fibers of one system thread; PORTALIS_SCHEDULE=SEED repeats a schedule\n"
    "  --verify-types      check every inferred type while the program runs: a value of another kind ends it with a message\n"
    "                      and status 119 (slow; for tests of Portalis)\n"
    "  --pgo=collect       the program counts what runs in it; it writes that to FILE.pgo when it ends, which adds up over runs\n"
    "  --pgo=FOLDER        optimised by the counts in that folder\n"
    "  --print=PHASE       print tokens, ast, scopes, ir or cpp of the program instead of building\n"
    "  --stop-after=PHASE  run the phases up to this one and build nothing\n"
    "  --object            write one object file with main() instead, to be linked with libportalis_rt.a\n"
    "  --keep-cpp=FOLDER   copy the generated C++ files there\n"
    "  --depfile=FILE      write a make rule there: the executable and the Python files it depends on\n"
    "  -v, --verbose       show the C++ compiler's command lines\n\n"
    "  --target browser    write a folder for a web server instead: -o FOLDER (default: the program's name without .py)\n"
    "  --page none         without a page of its own: the module and its JavaScript API (docs/guides/browser.md)\n"
    "  --quick             without wasm-opt and compressed copies, for trying things out\n"
    "  --embed FILE[=PATH] put a file into the program's file system; may come more than once\n"
    "  --workers N         threads started in advance (default: the browser's processors, and two)\n",
    Takes::one_program,
    {"--target=", "--page=", "--quick", "--embed=", "--workers=", "-o", "--release", "--debug", "--threads=", "--verify-types", "--pgo=", "-v", "--verbose", "--object", "--print=", "--stop-after=", "--keep-cpp=", "--depfile="}};

bool build(Options& options, const char* command, Built& built, int& status) {
  Layout& layout = options.layout;
  std::string failure;
  if (!find_layout(layout, failure)) {
    status = complain(command, failure);
    return false;
  }
  Progress progress(Progress::mode_for_terminal(options.build.verbose));
  if (build_executable(options.build, layout, progress, built, failure)) return true;
  progress.clear();
  std::fputs(failure.c_str(), stderr);
  if (!failure.ends_with("\n")) std::fputs("\n", stderr);
  status = 1;
  return false;
}

// Devices and pipes are written to, never replaced by a file.
std::string write_through(const fs::path& executable, const fs::path& target) {
  std::ifstream in(executable, std::ios::binary);
  std::string content(std::istreambuf_iterator<char>(in), {});
  errno = EIO;                                 // for a stream that fails without the system saying why
  std::ofstream out(target, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  return out ? std::string() : std::strerror(errno);
}

// The target appears complete or not at all. Returns what went wrong.
std::string install(const fs::path& executable, const fs::path& target) {
  std::error_code code;
  fs::file_status kind = fs::status(target, code);
  if (fs::exists(kind) && !fs::is_regular_file(kind)) return write_through(executable, target);
  Temporary temporary(target.string() + ".portalis-" + process_id());
  if (std::string problem = write_through(executable, temporary.path()); !problem.empty()) return problem;
  fs::permissions(temporary.path(), fs::status(executable).permissions(), code);
  if (!code) fs::rename(temporary.path(), target, code);
  return code ? code.message() : std::string();
}

// What is wrong with the target, as far as that can be said before building.
std::string refuse_target(const fs::path& target, const std::string& program) {
  std::error_code code;
  if (fs::is_directory(target, code)) return "it is a directory (-o names another file)";
  if (fs::equivalent(target, program, code)) return "it is the program itself (-o names another file)";
  return {};
}

std::string make_rule(const std::string& target, const std::vector<std::string>& sources) {
  auto escaped = [](const std::string& path) {
    std::string out;
    for (char c : path) out += c == ' ' || c == '#' ? std::string("\\") + c : c == '$' ? "$$" : std::string(1, c);
    return out;
  };
  std::string out = escaped(target) + ":";
  for (const std::string& source : sources) out += " \\\n  " + escaped(fs::absolute(source).lexically_normal());
  return out + "\n";
}

// From the linked module to the folder. `run`: for this machine and at once, not to be published.
bool browser_folder(const Options& options, const char* command, const Built& built, const std::string& folder, bool run, int& status) {
  Layout layout;
  Cache cache;
  std::string failure;
  BrowserProgram program = {run ? options.build.main_file : fs::path(options.build.main_file).filename().string(), built.file, {}, built.starts_threads};
  Progress progress(Progress::mode_for_terminal(options.build.verbose));
  bool finished = !run && !options.browser.quick;
  bool good = find_layout(layout, failure) && cache.open(failure);
  if (good && finished) {
    Options fibers = options;
    fibers.build.target = Target::wasi;
    Built module;
    if (!build(fibers, command, module, status)) return false;
    program.fibers = module.file;
    if (options.build.profile == Profile::release) {
      Layout place = layout;
      Toolchain toolchain;
      good = ready_browser(cache, place, toolchain, progress, failure) && optimise_module(built.file, toolchain, cache, progress, program.module, failure);
    }
  }
  good = good && write_browser_folder(folder, program, finished, options.browser, layout, cache, failure);
  progress.clear();
  if (!good) status = complain(command, failure);
  return good;
}

int run_in_browser(const Options& options, const Built& built) {
  Layout layout;
  std::string failure;
  BrowserRuntime runtime;
  Cache cache;
  if (!find_layout(layout, failure) || !cache.open(failure) || !read_browser_runtime(cache, runtime, failure)) return complain("run", failure);
  std::string folder = cache.directory() + "/targets/run-" + process_id();
  Options without_page = options;
  without_page.browser.page = false;
  int status = 0;
  if (browser_folder(without_page, "run", built, folder, true, status)) {
    std::vector<std::string> command = {"node", layout.include_directory + "/tools/scripts/run_in_browser.mjs", runtime.packages, own_executable(), folder};
    command.insert(command.end(), options.files.begin() + 1, options.files.end());
    status = run_attached(command);
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return status;
}

}  // namespace

int command_run(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse_options(run_usage, arguments, options)) return stop - 1;
  int status = 0;
  Built built;
  if (!build(options, "run", built, status)) return status;
  if (options.build.target == Target::wasi) {
    std::string failure;
    std::vector<std::string> command = wasi_run_command(options.layout, built.file, options.files, options.folders, failure);
    return complain("run", command.empty() ? failure : replace_process(command[0], command));
  }
  if (options.build.target == Target::browser) return run_in_browser(options, built);
  return complain("run", replace_process(built.file, options.files));   // the program's name is its sys.argv[0]
}

int command_build(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse_options(build_usage, arguments, options)) return stop - 1;
  if (!options.print.empty() || !options.stop_after.empty()) return print_phase(options.build.main_file, options.print, options.stop_after, options.build.verify_types);
  int status = 0;
  Built built;
  std::string target = options.output;
  if (target.empty()) {
    const char* suffix = options.build.target == Target::wasi ? ".wasm" : options.build.object ? ".o" : "";
    target = fs::path(options.build.main_file).stem().string() + suffix;
  }
  if (options.build.object && options.build.target != Target::native) return complain("build", "--object is for the native target");
  if (options.build.target == Target::browser) {
    std::error_code ignored;
    if (fs::exists(target, ignored) && !fs::is_directory(target, ignored)) return complain("build", "cannot write " + target + ": it is not a folder (-o names another)");
    if (!build(options, "build", built, status)) return status;
    return browser_folder(options, "build", built, target, false, status) ? 0 : status;
  }
  std::string problem = refuse_target(target, options.build.main_file);
  if (!problem.empty()) return complain("build", "cannot write " + target + ": " + problem);
  if (options.build.pgo == "collect") options.build.counts_folder = fs::absolute(target).lexically_normal().string() + ".pgo";
  if (!build(options, "build", built, status)) return status;
  problem = install(built.file, target);
  if (!problem.empty()) return complain("build", "cannot write " + target + ": " + problem);
  if (options.depfile.empty() || write_file(options.depfile, make_rule(target, built.sources), problem)) return 0;
  return complain("build", problem);
}

}  // namespace portalis::driver
