// The options of the commands that take programs, and what all commands say when they are used wrongly.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/browser.hpp"
#include "compiler/driver/build.hpp"

namespace portalis::driver {

struct Options {
  BuildOptions build;
  Layout layout;                               // once it was needed
  BrowserOptions browser;
  std::string output, depfile, print, stop_after;
  std::vector<std::string> folders;            // wasi: that the program may use besides the current one
  std::vector<std::string> files;              // what stands after the options
};

enum class Takes : uint8_t { program_and_arguments, one_program, files };

// What a command accepts. `options` are names, those that end in '=' with a value behind it, which for
// some may also be the next word; -o takes the next word.
struct Usage {
  const char* command;
  const char* help;
  Takes takes;
  std::vector<std::string_view> options;
};

// 0: go on; else the exit status + 1, after help or a complaint was printed.
int parse_options(const Usage& usage, const std::vector<std::string>& arguments, Options& out);

// "portalis COMMAND: text" on stderr; returns 2.
int complain(const char* command, const std::string& text);

// For commands without options: the help on stdout if that was asked for, else on stderr as a complaint.
int show_usage(const char* command, const char* help, const std::vector<std::string>& arguments);

// Everything that goes to stdout goes through here: 0, or 2 after a complaint when it could not be written.
int print_result(const char* command, std::string_view text);

}  // namespace portalis::driver
