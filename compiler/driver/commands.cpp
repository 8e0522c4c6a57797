// run, build, check.
#include "compiler/driver/commands.hpp"

#include <cstdio>
#include <filesystem>
#include <unistd.h>

#include "compiler/driver/build.hpp"
#include "compiler/driver/phases.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

struct Options {
  BuildOptions build;
  std::string output, print;
  std::vector<std::string> rest;               // the program's own arguments
};

int complain(const char* command, const std::string& text) {
  std::fprintf(stderr, "portalis %s: %s\n", command, text.c_str());
  return 2;
}

constexpr const char* run_help =
    "usage: portalis run [options] PROGRAM.py [arguments...]\n\n"
    "  --release      optimised (the default)\n"
    "  --debug        unoptimised, with symbols\n"
    "  -v             show the C++ compiler's command lines\n";
constexpr const char* build_help =
    "usage: portalis build [options] PROGRAM.py\n\n"
    "  -o FILE        the executable to write (default: the program's name without .py)\n"
    "  --release      optimised (the default)\n"
    "  --debug        unoptimised, with symbols\n"
    "  --print=PHASE  print tokens, ast, scopes, ir or cpp of the program instead of building\n"
    "  --stop-after=PHASE  run the phases up to this one and build nothing\n"
    "  --keep-cpp=DIR copy the generated C++ files there\n"
    "  -v             show the C++ compiler's command lines\n";
constexpr const char* check_help = "usage: portalis check PROGRAM.py...\n\nReports every error of the programs and all they import.\n";

// 0: go on; else the exit status + 1.
int parse(const char* command, const char* help, const std::vector<std::string>& arguments, Options& out, bool program_arguments) {
  size_t i = 0;
  for (; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    if (a == "--help" || a == "-h") {
      std::fputs(help, stdout);
      return 1;
    }
    if (a == "--release") out.build.profile = Profile::release;
    else if (a == "--debug") out.build.profile = Profile::debug;
    else if (a == "-v" || a == "--verbose") out.build.verbose = true;
    else if (a == "-o" && !program_arguments && i + 1 < arguments.size()) out.output = arguments[++i];
    else if (a.starts_with("--print=") && !program_arguments) out.print = a.substr(8);
    else if (a.starts_with("--stop-after=") && !program_arguments) out.print = "-" + a.substr(13);
    else if (a.starts_with("--keep-cpp=") && !program_arguments) out.build.keep_cpp_in = a.substr(11);
    else if (a.size() > 1 && a[0] == '-') return complain(command, "unknown option " + a + " (portalis " + command + " --help lists them)") + 1;
    else if (out.build.main_file.empty()) {
      out.build.main_file = a;
      if (program_arguments) break;
    } else return complain(command, "one program at a time, got also " + a) + 1;
  }
  if (out.build.main_file.empty()) return complain(command, "which program? (portalis " + std::string(command) + " --help)") + 1;
  if (program_arguments) out.rest.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
  return 0;
}

std::string build(const Options& options, const char* command, int& status) {
  Layout layout;
  std::string failure;
  if (!find_layout(layout, failure)) {
    status = complain(command, failure);
    return {};
  }
  Progress progress(Progress::mode_for_terminal(options.build.verbose));
  std::string executable = build_executable(options.build, layout, progress, failure);
  progress.clear();
  if (executable.empty()) {
    std::fputs(failure.c_str(), stderr);
    if (!failure.ends_with("\n")) std::fputs("\n", stderr);
    status = 1;
  }
  return executable;
}

}  // namespace

int command_run(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse("run", run_help, arguments, options, true)) return stop - 1;
  int status = 0;
  std::string executable = build(options, "run", status);
  if (executable.empty()) return status;
  std::vector<std::string> command = {options.build.main_file};   // sys.argv[0]
  command.insert(command.end(), options.rest.begin(), options.rest.end());
  return complain("run", replace_process(executable, command));
}

int command_build(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse("build", build_help, arguments, options, false)) return stop - 1;
  if (!options.print.empty()) return print_phase(options.build.main_file, options.print);
  int status = 0;
  std::string executable = build(options, "build", status);
  if (executable.empty()) return status;
  fs::path target = options.output.empty() ? fs::path(options.build.main_file).stem() : fs::path(options.output);
  std::error_code code;
  fs::path temporary = target.string() + ".portalis-" + std::to_string(getpid());
  fs::copy_file(executable, temporary, fs::copy_options::overwrite_existing, code);
  if (!code) fs::rename(temporary, target, code);
  if (!code) return 0;
  std::error_code ignored;
  fs::remove(temporary, ignored);
  return complain("build", "cannot write " + target.string() + ": " + code.message());
}

int command_check(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse("check", check_help, arguments, options, false)) return stop - 1;
  Layout layout;
  std::string failure;
  if (!find_layout(layout, failure)) return complain("check", failure);
  ModuleGraph graph;
  bool good = load_modules(options.build.main_file, layout, graph);
  std::fputs(render_diagnostics(graph).c_str(), stderr);
  return good ? 0 : 1;
}

int command_prepare(const std::vector<std::string>&) {
  Layout layout;
  Toolchain toolchain;
  std::string failure;
  if (!find_layout(layout, failure) || !find_toolchain(toolchain, failure)) return complain("prepare", failure);
  std::string problems[2];
  in_parallel(2, [&](size_t i) {
    Profile profile = i == 0 ? Profile::release : Profile::debug;
    std::error_code ignored;
    fs::create_directories(layout.library_directory + "/pch/" + profile_name(profile) + "/abi", ignored);
    ProcessResult result = run_captured(precompile_command(toolchain, layout, profile));
    if (result.status != 0) problems[i] = result.output;
  });
  for (const std::string& problem : problems) {
    if (!problem.empty()) return complain("prepare", problem);
  }
  return 0;
}

}  // namespace portalis::driver
