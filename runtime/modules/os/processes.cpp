// os: processes, users, the machine.
#include <sched.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/types/struct_sequence.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::os {
namespace {

template <auto call>
Value number(const Value*, uint32_t) { return make_int(static_cast<int64_t>(call())); }

Value exit_now(const Value* args, uint32_t) {
  int status;
  if (!int_argument(args[0], status)) return Error;
  ::_exit(status);
}

[[noreturn]] Value abort_now(const Value*, uint32_t) { std::abort(); }

Value kill(const Value* args, uint32_t) {
  int pid, signal;
  if (!int_argument(args[0], pid) || !int_argument(args[1], signal)) return Error;
  Ref done = checked([&] { return ::kill(pid, signal); });
  // A signal to this very process is handled before kill returns.
  return done.is_error() || !safepoint() ? Error : None;
}

Value umask(const Value* args, uint32_t) {
  int mask;
  return int_argument(args[0], mask) ? small_int(::umask(static_cast<mode_t>(mask))) : Error;
}

Value cpu_count(const Value*, uint32_t) {
  long n = ::sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? small_int(n) : None;
}

Value affinity(const Value* args, uint32_t) {
  int pid;
  cpu_set_t set;
  if (!int_argument(args[0], pid)) return Error;
  if (::sched_getaffinity(pid, sizeof set, &set) < 0) return raise_os_error(errno);
  Ref result = make_set();
  for (int i = 0; i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(i, &set) && set_add(result, small_int(i)) < 0) return Error;
  return result.take();
}

Value urandom(const Value* args, uint32_t) {
  int64_t n;
  if (!size_argument(args[0], n)) return Error;
  if (n < 0) return raise(exc::ValueError, "negative argument not allowed");
  Bytes* out = allocate_bytes(n);
  if (!out) return Error;
  portalis::platform::random_bytes(out->data(), static_cast<size_t>(n));
  return object_value(out);
}

Value strerror(const Value* args, uint32_t) {
  int code;
  return int_argument(args[0], code) ? make_str(std::strerror(code)) : Error;
}

Value times(const Value*, uint32_t) {
  static const char* const fields[] = {"user", "system", "children_user", "children_system", "elapsed", nullptr};
  static Type* const type = make_struct_sequence_type("posix.times_result", "times_result: Result from os.times().", fields, 5);
  tms used;
  double ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  clock_t elapsed = ::times(&used);
  Value values[] = {make_float(static_cast<double>(used.tms_utime) / ticks), make_float(static_cast<double>(used.tms_stime) / ticks),
                    make_float(static_cast<double>(used.tms_cutime) / ticks), make_float(static_cast<double>(used.tms_cstime) / ticks),
                    make_float(static_cast<double>(elapsed) / ticks)};
  return make_struct_sequence(type, values);
}

Value uname(const Value*, uint32_t) {
  static const char* const fields[] = {"sysname", "nodename", "release", "version", "machine", nullptr};
  static Type* const type = make_struct_sequence_type("posix.uname_result", "uname_result: Result from os.uname().", fields, 5);
  utsname name;
  if (::uname(&name) < 0) return raise_os_error(errno);
  Value values[] = {make_str(name.sysname), make_str(name.nodename), make_str(name.release), make_str(name.version), make_str(name.machine)};
  return make_struct_sequence(type, values);
}

Value getloadavg(const Value*, uint32_t) {
  double load[3];
  if (::getloadavg(load, 3) != 3) return raise(exc::OSError, "Load averages are unobtainable");
  Ref a = make_float(load[0]), b = make_float(load[1]), c = make_float(load[2]);
  return tuple_of(a, b, c);
}

Value system(const Value* args, uint32_t) {
  SystemPath command;
  return command.read(args[0]) ? checked([&] { return ::system(command.c()); }) : Error;
}

Value waitpid(const Value* args, uint32_t) {
  int pid, options, status = 0;
  if (!int_argument(args[0], pid) || !int_argument(args[1], options)) return Error;
  Ref result = checked([&] { return ::waitpid(pid, &status, options); });
  return result.is_error() ? Error : tuple_of(result, small_int(status));
}

Value status_to_exit_code(const Value* args, uint32_t) {
  int status;
  if (!int_argument(args[0], status)) return Error;
  if (WIFEXITED(status)) return small_int(WEXITSTATUS(status));
  if (WIFSIGNALED(status)) return small_int(-WTERMSIG(status));
  return raise(exc::ValueError, WIFSTOPPED(status) ? "process stopped by delivery of signal %d" : "invalid wait status: %d",
               WIFSTOPPED(status) ? WSTOPSIG(status) : status);
}

template <int (*ask)(int)>
Value status_number(const Value* args, uint32_t) {
  int status;
  return int_argument(args[0], status) ? small_int(ask(status)) : Error;
}
template <bool (*ask)(int)>
Value status_test(const Value* args, uint32_t) {
  int status;
  return int_argument(args[0], status) ? boolean(ask(status)) : Error;
}
int exit_status(int s) { return WEXITSTATUS(s); }
int term_signal(int s) { return WTERMSIG(s); }
bool was_exited(int s) { return WIFEXITED(s); }
bool was_signaled(int s) { return WIFSIGNALED(s); }

Value yield_processor(const Value*, uint32_t) {
  BlockingRegion blocking;
  portalis::platform::yield();
  return None;
}

constexpr NativeDef functions[] = {
    PY_NOARGS("getpid", number<::getpid>), PY_NOARGS("getppid", number<::getppid>), PY_NOARGS("getuid", number<::getuid>),
    PY_NOARGS("geteuid", number<::geteuid>), PY_NOARGS("getgid", number<::getgid>), PY_NOARGS("getegid", number<::getegid>),
    PY_NOARGS("getpgrp", number<::getpgrp>), PY_NOARGS("setsid", number<::setsid>), PY_KEYWORDS("_exit", exit_now, "status"),
    PY_NOARGS("abort", abort_now), PY_RANGE("kill", kill, 2, 2), PY_ONE("umask", umask), PY_NOARGS("cpu_count", cpu_count),
    PY_ONE("sched_getaffinity", affinity), PY_ONE("urandom", urandom), PY_ONE("strerror", strerror), PY_NOARGS("times", times),
    PY_NOARGS("uname", uname), PY_NOARGS("getloadavg", getloadavg), PY_KEYWORDS("system", system, "command"),
    PY_RANGE("waitpid", waitpid, 2, 2), PY_KEYWORDS("waitstatus_to_exitcode", status_to_exit_code, "status"),
    PY_ONE("WEXITSTATUS", status_number<exit_status>), PY_ONE("WTERMSIG", status_number<term_signal>),
    PY_ONE("WIFEXITED", status_test<was_exited>), PY_ONE("WIFSIGNALED", status_test<was_signaled>),
    PY_NOARGS("sched_yield", yield_processor), {},
};

}  // namespace

bool add_processes(Module* os) {
  module_add_functions(os, functions);
  module_set(os, "WNOHANG", small_int(WNOHANG));
  module_set(os, "EX_OK", small_int(0));
  return true;
}

}  // namespace py::os
