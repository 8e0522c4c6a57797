// One loop for the options of all commands.
#include "compiler/driver/options.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

namespace portalis::driver {

int complain(const char* command, const std::string& text) {
  std::fprintf(stderr, "portalis %s: %s\n", command, text.c_str());
  return 2;
}

int print_result(const char* command, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return 0;
  return complain(command, std::string("cannot write the output: ") + std::strerror(errno));
}

int show_usage(const char* command, const char* help, const std::vector<std::string>& arguments) {
  if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) return print_result(command, help);
  std::fputs(help, stderr);
  return 2;
}

namespace {

// The option's name and its value behind '=', if it has one.
struct Option {
  std::string name, value;
};

Option split(const std::string& argument) {
  size_t equals = argument.find('=');
  if (!argument.starts_with("--") || equals == std::string::npos) return {argument, {}};
  return {argument.substr(0, equals + 1), argument.substr(equals + 1)};
}

// Returns what is wrong with the value; empty: nothing.
std::string set(const Option& option, Options& out) {
  if (option.name == "--release") out.build.profile = Profile::release;
  else if (option.name == "--debug") out.build.profile = Profile::debug;
  else if (option.name == "-v" || option.name == "--verbose") out.build.verbose = true;
  else if (option.name == "--dir=") out.folders.push_back(option.value);
  else if (option.name == "--threads=") {
    if (option.value != "system" && option.value != "fibers") return "--threads= is one of system, fibers";
    out.build.threads = option.value == "fibers" ? Threads::fibers : Threads::system;
  } else if (option.name == "--verify-types") out.build.verify_types = true;
  else if (option.name == "--pgo=") out.build.pgo = option.value;
  else if (option.name == "--object") out.build.object = true;
  else if (option.name == "--print=") out.print = option.value;
  else if (option.name == "--stop-after=") out.stop_after = option.value;
  else if (option.name == "--keep-cpp=") out.build.keep_cpp_in = option.value;
  else if (option.name == "--depfile=") out.depfile = option.value;
  else if (option.name == "--quick") out.browser.quick = true;
  else if (option.name == "--embed=") out.browser.embedded.push_back(option.value);
  else if (option.name == "--target=") {
    if (option.value == "native") out.build.target = Target::native;
    else if (option.value == "wasi") out.build.target = Target::wasi;
    else if (option.value == "browser") out.build.target = Target::browser;
    else return "--target= is one of native, wasi, browser";
  } else if (option.name == "--page=") {
    if (option.value != "terminal" && option.value != "none") return "there is no page " + option.value + " (terminal and none are there)";
    out.browser.page = option.value == "terminal";
  } else if (option.name == "--workers=") {
    auto [end, error] = std::from_chars(option.value.data(), option.value.data() + option.value.size(), out.browser.workers);
    if (error != std::errc() || *end || out.browser.workers < 0 || out.browser.workers > 256) return "--workers is a number from 0 to 256";
  }
  return {};
}

bool takes_next_word(const std::string& name) { return name == "--target" || name == "--page" || name == "--embed" || name == "--workers"; }

}  // namespace

int parse_options(const Usage& usage, const std::vector<std::string>& arguments, Options& out) {
  const char* command = usage.command;
  std::string see = " (portalis " + std::string(command) + " --help lists them)";
  auto knows = [&](const std::string& name) { return std::find(usage.options.begin(), usage.options.end(), name) != usage.options.end(); };
  bool only_files = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    if (only_files || a.size() < 2 || a[0] != '-') {
      out.files.push_back(a);
      if (usage.takes != Takes::program_and_arguments) continue;
      out.files.insert(out.files.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (a == "--help" || a == "-h") return print_result(command, usage.help) + 1;
    if (a == "--") {
      only_files = true;
      continue;
    }
    Option option = split(a);
    if (takes_next_word(a) && knows(a + "=") && i + 1 < arguments.size()) option = {a + "=", arguments[++i]};
    if (!knows(option.name)) {
      if (knows(a + "=")) return complain(command, a + " needs a value: " + a + "=...") + 1;
      return complain(command, "unknown option " + a + see) + 1;
    }
    if (option.name == "-o") {
      if (i + 1 == arguments.size()) return complain(command, "-o needs a file name") + 1;
      out.output = arguments[++i];
    } else if (option.name.ends_with("=") && option.value.empty()) {
      return complain(command, a + " needs a value") + 1;
    } else if (std::string problem = set(option, out); !problem.empty()) {
      return complain(command, problem) + 1;
    }
  }
  if (out.files.empty()) return complain(command, "which program? (portalis " + std::string(command) + " --help)") + 1;
  if (usage.takes == Takes::one_program && out.files.size() > 1) return complain(command, "one program at a time, got also " + out.files[1]) + 1;
  out.build.main_file = out.files[0];
  return 0;
}

}  // namespace portalis::driver
