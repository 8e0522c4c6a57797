// The portalis command: options in, driver calls out.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/options.hpp"

namespace {

struct Command {
  const char* name;
  int (*run)(const std::vector<std::string>& arguments);
  const char* summary;
};

constexpr Command commands[] = {
    {"run", portalis::driver::command_run, "compile a program (cached) and run it"},
    {"build", portalis::driver::command_build, "compile a program to an executable, or print a phase of it"},
    {"check", portalis::driver::command_check, "report every error of a program without compiling it"},
    {"report", portalis::driver::command_report, "write a page that shows how static a program is, line by line"},
    {"serve", portalis::driver::command_serve, "serve a folder built for browsers on this machine, with the right headers"},
    {"doctor", portalis::driver::command_doctor, "show which toolchains are there, and what brings the missing ones"},
    {"explain", portalis::driver::command_explain, "print the page of an error code"},
    {"clean-cache", portalis::driver::command_clean_cache, "remove cached objects and executables"},
    {"completion", portalis::driver::command_completion, "print shell completion for bash or zsh"},
    {"prepare", portalis::driver::command_prepare, "compile what all programs share (part of building Portalis)"},
};

std::string usage() {
  std::string out = "usage: portalis COMMAND [options] ...\n\ncommands:\n";
  for (const Command& c : commands) {
    std::string name = c.name;
    name.resize(13, ' ');
    out += "  " + name + c.summary + "\n";
  }
  return out + "\nportalis COMMAND --help tells a command's options; portalis --version, which version this is.\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs(usage().c_str(), stderr);
    return 2;
  }
  std::string name = argv[1];
  if (name == "--help" || name == "-h" || name == "help") return portalis::driver::print_result("help", usage());
  if (name == "--version") return portalis::driver::print_result("--version", "portalis " PORTALIS_VERSION "\n");
  for (const Command& c : commands) {
    if (name == c.name) return c.run(std::vector<std::string>(argv + 2, argv + argc));
  }
  std::fprintf(stderr, "portalis: there is no command '%s'\n\n", name.c_str());
  std::fputs(usage().c_str(), stderr);
  return 2;
}
