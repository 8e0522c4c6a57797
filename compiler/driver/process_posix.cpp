// Processes on POSIX systems.
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <sys/resource.h>
#include <unistd.h>

#include "compiler/driver/process.hpp"

extern char** environ;

namespace portalis::driver {
namespace {

std::vector<char*> argument_pointers(const std::vector<std::string>& command) {
  std::vector<char*> out;
  for (const std::string& part : command) out.push_back(const_cast<char*>(part.c_str()));
  out.push_back(nullptr);
  return out;
}

// The children that are running, for the signal handler; 0: a free place.
std::array<std::atomic<pid_t>, 64> children;
std::atomic<int> interrupting_signal{0};

// The first signal lets compilers remove their temporary files, a second one is for those that will not end.
void end_children(int signal) {
  int with = interrupting_signal.exchange(signal) ? SIGKILL : SIGTERM;
  for (const std::atomic<pid_t>& child : children) {
    if (pid_t pid = child) kill(-pid, with);
  }
}

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};
struct sigaction handlers_before[std::size(ending_signals)];

// A child's place in the table for as long as it runs.
class Registered {
 public:
  explicit Registered(pid_t pid) {
    for (std::atomic<pid_t>& place : children) {
      pid_t free_place = 0;
      if (!place.compare_exchange_strong(free_place, pid)) continue;
      place_ = &place;
      break;
    }
    if (interrupting_signal) kill(-pid, SIGTERM);    // the signal came before the child was in the table
  }
  ~Registered() {
    if (place_) *place_ = 0;
  }

 private:
  std::atomic<pid_t>* place_ = nullptr;
};

}  // namespace

Interruption::Interruption() {
  interrupting_signal = 0;
  struct sigaction ours = {};
  ours.sa_handler = end_children;
  sigfillset(&ours.sa_mask);
  for (size_t i = 0; i < std::size(ending_signals); ++i) {
    sigaction(ending_signals[i], nullptr, &handlers_before[i]);
    if (handlers_before[i].sa_handler == SIG_DFL) sigaction(ending_signals[i], &ours, nullptr);
  }
}

Interruption::~Interruption() {
  for (size_t i = 0; i < std::size(ending_signals); ++i) sigaction(ending_signals[i], &handlers_before[i], nullptr);
}

bool Interruption::came() { return interrupting_signal != 0; }

void Interruption::pass_on() {
  int signal = interrupting_signal;
  if (!signal) return;
  std::signal(signal, SIG_DFL);
  raise(signal);
}

ProcessResult run_captured(const std::vector<std::string>& command) {
  ProcessResult result;
  if (interrupting_signal) return {128 + interrupting_signal, {}};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {127, std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  pid_t child = 0;
  std::vector<char*> arguments = argument_pointers(command);
  int failed = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (failed) {
    close(ends[0]);
    return {127, command[0] + ": " + std::strerror(failed)};
  }
  {
    Registered registered(child);
    char buffer[1 << 14];
    for (;;) {
      ssize_t n = read(ends[0], buffer, sizeof buffer);
      if (n > 0) result.output.append(buffer, static_cast<size_t>(n));
      else if (n == 0 || errno != EINTR) break;
    }
    close(ends[0]);
    siginfo_t ended;                                 // its id stays taken until it has left the table
    while (waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
    }
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}

int run_attached(const std::vector<std::string>& command) {
  pid_t child = 0;
  std::vector<char*> arguments = argument_pointers(command);
  if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) return 127;
  // Ctrl-C is the child's to answer; this process ends with it.
  struct sigaction ignore = {}, before;
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &before);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  sigaction(SIGINT, &before, nullptr);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void run_on_large_stacks(size_t count, const std::function<void()>& body) {
  constexpr size_t stack_size = size_t{256} << 20;      // address space; only what is used costs memory
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  auto entry = [](void* argument) -> void* {
    (*static_cast<const std::function<void()>*>(argument))();
    return nullptr;
  };
  std::vector<pthread_t> threads;
  for (size_t i = 0; i < count; ++i) {
    pthread_t thread;
    if (pthread_create(&thread, &attributes, entry, const_cast<std::function<void()>*>(&body)) != 0) break;
    threads.push_back(thread);
  }
  pthread_attr_destroy(&attributes);
  if (threads.empty() && count > 0) body();
  for (pthread_t thread : threads) pthread_join(thread, nullptr);
}

void in_parallel(size_t n, const std::function<void(size_t)>& job) {
  std::atomic<size_t> next{0};
  run_on_large_stacks(std::min<size_t>(n, std::max(1u, std::thread::hardware_concurrency())), [&] {
    for (size_t i; (i = next.fetch_add(1)) < n;) job(i);
  });
}

std::string replace_process(const std::string& executable, const std::vector<std::string>& arguments) {
  std::vector<char*> pointers = argument_pointers(arguments);
  execv(executable.c_str(), pointers.data());
  return executable + ": " + std::strerror(errno);
}

std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string rest = path ? path : "/usr/bin:/bin";
  for (size_t at = 0; at <= rest.size();) {
    size_t end = rest.find(':', at);
    if (end == std::string::npos) end = rest.size();
    std::string candidate = rest.substr(at, end - at) + "/" + name;
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
    at = end + 1;
  }
  return {};
}

std::string own_executable() {
  char buffer[4096];
  ssize_t n = readlink("/proc/self/exe", buffer, sizeof buffer);
  return n > 0 ? std::string(buffer, static_cast<size_t>(n)) : std::string();
}

bool is_administrator() { return geteuid() == 0; }

size_t raise_stack_limit(size_t bytes) {
  rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0) return 8 << 20;
  rlim_t wanted = limit.rlim_max == RLIM_INFINITY || limit.rlim_max > bytes ? bytes : limit.rlim_max;
  if (limit.rlim_cur < wanted) {
    limit.rlim_cur = wanted;
    setrlimit(RLIMIT_STACK, &limit);
    getrlimit(RLIMIT_STACK, &limit);
  }
  return limit.rlim_cur < bytes ? size_t(limit.rlim_cur) : bytes;
}

std::string process_id() { return std::to_string(getpid()); }

}  // namespace portalis::driver
