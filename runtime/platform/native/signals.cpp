// Ctrl-C and the ends of a process on POSIX systems.
#include <csignal>
#include <unistd.h>

#include "runtime/platform/system.hpp"

namespace portalis::platform {
namespace {

void (*interrupt_handler)();
void (*report_handler)();
thread_local volatile sig_atomic_t handling = 0;

}  // namespace

void run_in_signal_context(void (*handler)(int), int number) {
  sig_atomic_t before = handling;        // one signal may come inside the handler of another
  handling = 1;
  handler(number);
  handling = before;
}

namespace {

void handle(int signal) {
  run_in_signal_context([](int n) { (n == SIGINT ? interrupt_handler : report_handler)(); }, signal);
}

void install(int signal) {
  struct sigaction current = {};
  sigaction(signal, nullptr, &current);
  if (current.sa_handler == SIG_IGN) return;            // started with Ctrl-C ignored (nohup, a shell's background job)
  struct sigaction action = {};
  action.sa_handler = handle;
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, nullptr);                  // no SA_RESTART: blocking calls must return
}

}  // namespace

bool in_signal_handler() { return handling; }

void on_report_request(void (*handler)()) {
  report_handler = handler;
  install(SIGQUIT);
}

void on_interrupt_request(void (*handler)()) {
  interrupt_handler = handler;
  install(SIGINT);
  std::signal(SIGPIPE, SIG_IGN);                        // writing to a closed pipe is an OSError, as in CPython
}

void end_by_interrupt() {
  std::signal(SIGINT, SIG_DFL);
  kill(getpid(), SIGINT);
  _exit(130);
}

// There in programs of a build that counts what runs (PORTALIS_PROFILE) only.
extern "C" [[gnu::weak]] int __llvm_profile_write_file();

void end_process(int status) {
  if (__llvm_profile_write_file) __llvm_profile_write_file();
  _exit(status);
}

}  // namespace portalis::platform
