// Ctrl-C and the ends of a process on POSIX systems.
#include <csignal>
#include <unistd.h>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {
namespace {

void (*interrupt_handler)();

void interrupted(int) { interrupt_handler(); }

}  // namespace

void on_interrupt_request(void (*handler)()) {
  interrupt_handler = handler;
  struct sigaction current = {};
  sigaction(SIGINT, nullptr, &current);
  if (current.sa_handler == SIG_IGN) return;            // started with Ctrl-C ignored (nohup, a shell's background job)
  struct sigaction action = {};
  action.sa_handler = interrupted;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);                  // no SA_RESTART: blocking calls must return
  std::signal(SIGPIPE, SIG_IGN);                        // writing to a closed pipe is an OSError, as in CPython
}

void end_by_interrupt() {
  std::signal(SIGINT, SIG_DFL);
  kill(getpid(), SIGINT);
  _exit(130);
}

void end_process(int status) { _exit(status); }

}  // namespace portalis::platform
