// Processes on POSIX systems.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>
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

}  // namespace

ProcessResult run_captured(const std::vector<std::string>& command) {
  ProcessResult result;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {127, std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  pid_t child = 0;
  std::vector<char*> arguments = argument_pointers(command);
  int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failed) {
    close(ends[0]);
    return {127, command[0] + ": " + std::strerror(failed)};
  }
  char buffer[1 << 14];
  for (;;) {
    ssize_t n = read(ends[0], buffer, sizeof buffer);
    if (n > 0) result.output.append(buffer, static_cast<size_t>(n));
    else if (n == 0 || errno != EINTR) break;
  }
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return result;
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

}  // namespace portalis::driver
