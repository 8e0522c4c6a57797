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
// Runs and waits; thread-safe. The child and what it starts are a process group of their own.
ProcessResult run_captured(const std::vector<std::string>& command);

// The same with this process's own input and output, in its own process group: for what talks to the user. The status.
int run_attached(const std::vector<std::string>& command);

// While one lives, a signal that would end this process (Ctrl-C, SIGTERM, SIGHUP) ends the children of run_captured()
// instead, so that the caller gets to clean up; no further children are started. One at a time, on any thread.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  static bool came();
  // Lets the signal that came end this process after all; returns if none did.
  static void pass_on();
};

// Runs body on `count` threads at once and waits for them. Each has a stack large enough for the deepest program the
// parser lets through (its phases recurse over the tree).
void run_on_large_stacks(size_t count, const std::function<void()>& body);
// Runs job(0..n-1) on as many such threads as there are cores.
void in_parallel(size_t n, const std::function<void(size_t)>& job);
// Replaces this process. Returns only on failure, with an error text.
std::string replace_process(const std::string& executable, const std::vector<std::string>& arguments);
// The program's path by PATH, or empty.
std::string find_program(const std::string& name);
// A path of the file this process was started from.
std::string own_executable();
bool is_administrator();
// Raises the limit for the stack of programs that replace this process to `bytes`, or as far as is allowed; the limit.
size_t raise_stack_limit(size_t bytes);
// Tells this process from others alive, in names of temporary files.
std::string process_id();

}  // namespace portalis::driver
