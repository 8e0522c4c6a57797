// Running other programs (the C++ compiler, the linker, the built program). The only place of the compiler that
// talks to the operating system about processes.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace portalis::driver {

struct ProcessResult {
  int status = 0;            // exit status; 128 + signal when killed; 127 when it could not be started
  std::string output;        // stdout and stderr together
};
// Runs and waits; thread-safe. Interrupting the caller (Ctrl-C) reaches the child too.
ProcessResult run_captured(const std::vector<std::string>& command);
// Runs body on `count` threads at once and waits for them. Each has a stack large enough for the deepest program the
// parser lets through (its phases recurse over the tree).
void run_on_large_stacks(size_t count, const std::function<void()>& body);
// Replaces this process. Returns only on failure, with an error text.
std::string replace_process(const std::string& executable, const std::vector<std::string>& arguments);
// The program's path by PATH, or empty.
std::string find_program(const std::string& name);
// A path of the file this process was started from.
std::string own_executable();

}  // namespace portalis::driver
