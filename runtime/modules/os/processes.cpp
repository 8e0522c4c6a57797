// os: processes, users, the machine.
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/platform/system_calls.hpp"
#include "runtime/types/struct_sequence.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;
using platform::Id;

template <Id which>
Value number(const Value*, uint32_t) { return make_int(platform::id_of(which)); }

Value set_session(const Value*, uint32_t) { return checked([] { return platform::new_session(); }); }

Value exit_now(const Value* args, uint32_t) {
  int status;
  if (!int_argument(args[0], status)) return Error;
  ::_exit(status);
}

[[noreturn]] Value abort_now(const Value*, uint32_t) { std::abort(); }

Value kill(const Value* args, uint32_t) {
  int pid, signal;
  if (!int_argument(args[0], pid) || !int_argument(args[1], signal)) return Error;
  Ref done = checked([&] { return platform::send_signal(pid, signal); });
  // A signal to this very process is handled before kill returns.
  return done.is_error() || !safepoint() ? Error : None;
}

Value umask(const Value* args, uint32_t) {
  int mask;
  return int_argument(args[0], mask) ? small_int(platform::exchange_file_mask(static_cast<unsigned>(mask))) : Error;
}

Value cpu_count(const Value*, uint32_t) {
  int n = platform::processor_count();
  return n > 0 ? small_int(n) : None;
}

Value affinity(const Value* args, uint32_t) {
  int pid;
  if (!int_argument(args[0], pid)) return Error;
  Ref result = make_set();
  auto add = [](void* set, int number) { (void)set_add(*static_cast<Ref*>(set), small_int(number)); };
  return platform::each_processor(pid, add, &result) < 0 ? raise_os_error(errno) : result.take();
}

Value urandom(const Value* args, uint32_t) {
  int64_t n;
  if (!size_argument(args[0], n)) return Error;
  if (n < 0) return raise(exc::ValueError, "negative argument not allowed");
  Bytes* out = allocate_bytes(n);
  if (!out) return Error;
  platform::random_bytes(out->data(), static_cast<size_t>(n));
  return object_value(out);
}

Value strerror(const Value* args, uint32_t) {
  int code;
  return int_argument(args[0], code) ? make_str(std::strerror(platform::system_error(code))) : Error;
}

Type* times_type() {
  static const char* const fields[] = {"user", "system", "children_user", "children_system", "elapsed", nullptr};
  static Type* const type = make_struct_sequence_type("posix.times_result", "times_result: Result from os.times().", fields, 5);
  return type;
}

Value times(const Value*, uint32_t) {
  platform::ProcessTimes t;
  if (platform::process_times(t) < 0) return raise_os_error(errno);
  Value values[] = {make_float(t.user), make_float(t.system), make_float(t.children_user), make_float(t.children_system),
                    make_float(t.elapsed)};
  return make_struct_sequence(times_type(), values);
}

Type* uname_type() {
  static const char* const fields[] = {"sysname", "nodename", "release", "version", "machine", nullptr};
  static Type* const type = make_struct_sequence_type("posix.uname_result", "uname_result: Result from os.uname().", fields, 5);
  return type;
}

Value uname(const Value*, uint32_t) {
  platform::SystemDescription name;
  if (platform::describe_system(name) < 0) return raise_os_error(errno);
  Value values[] = {make_str(name.system), make_str(name.node), make_str(name.release), make_str(name.version), make_str(name.machine)};
  return make_struct_sequence(uname_type(), values);
}

Value getloadavg(const Value*, uint32_t) {
  double load[3];
  if (platform::load_averages(load) < 0) return raise(exc::OSError, "Load averages are unobtainable");
  Ref a = make_float(load[0]), b = make_float(load[1]), c = make_float(load[2]);
  return tuple_of(a, b, c);
}

Value system(const Value* args, uint32_t) {
  SystemPath command;
  return command.read(args[0]) ? checked([&] { return platform::run_shell(command.c()); }) : Error;
}

Value waitpid(const Value* args, uint32_t) {
  int pid, options, status = 0;
  if (!int_argument(args[0], pid) || !int_argument(args[1], options)) return Error;
  Ref result = checked([&] { return platform::wait_for_process(pid, &status, options); });
  return result.is_error() ? Error : tuple_of(result, small_int(status));
}

// A status of waitpid(), in Linux's encoding.
int exit_status(int s) { return s >> 8 & 0xff; }
int term_signal(int s) { return s & 0x7f; }
bool was_exited(int s) { return term_signal(s) == 0; }
bool was_stopped(int s) { return (s & 0xff) == 0x7f; }
bool was_signaled(int s) { return !was_exited(s) && !was_stopped(s); }

Value status_to_exit_code(const Value* args, uint32_t) {
  int status;
  if (!int_argument(args[0], status)) return Error;
  if (was_exited(status)) return small_int(exit_status(status));
  if (was_signaled(status)) return small_int(-term_signal(status));
  return raise(exc::ValueError, was_stopped(status) ? "process stopped by delivery of signal %d" : "invalid wait status: %d",
               was_stopped(status) ? exit_status(status) : status);
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
Value yield_processor(const Value*, uint32_t) {
  BlockingRegion blocking;
  platform::yield();
  return None;
}

constexpr NativeDef functions[] = {
    PY_NOARGS("getpid", number<Id::process>), PY_NOARGS("getppid", number<Id::parent>), PY_NOARGS("getuid", number<Id::user>),
    PY_NOARGS("geteuid", number<Id::effective_user>), PY_NOARGS("getgid", number<Id::user_group>), PY_NOARGS("getegid", number<Id::effective_group>),
    PY_NOARGS("getpgrp", number<Id::group>), PY_NOARGS("setsid", set_session), PY_KEYWORDS("_exit", exit_now, "status"),
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
  module_add_type(os, *times_type());
  module_add_type(os, *uname_type());
  return true;
}

}  // namespace py::os
