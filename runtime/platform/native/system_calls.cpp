// The optional system calls on Linux.
#include "runtime/platform/system_calls.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>

#include "runtime/platform/file_calls.hpp"

namespace portalis::platform {

const char* system_name() { return "linux"; }
int portable_error(int error) { return error; }
int system_error(int portable) { return portable; }

int make_pipe(int ends[2]) { return ::pipe2(ends, O_CLOEXEC); }
int duplicate(int descriptor) { return ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0); }
int duplicate_to(int from, int to, bool inheritable) { return inheritable ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC); }
int change_mode(const Target& f, unsigned mode) {
  return f.path ? ::fchmodat(f.folder, f.path, mode_t(mode), f.follow ? 0 : AT_SYMLINK_NOFOLLOW) : ::fchmod(f.descriptor, mode_t(mode));
}
int exchange_file_mask(unsigned mask) { return int(::umask(mode_t(mask))); }
int send_signal(int process, int signal) { return ::kill(process, signal); }
int run_shell(const char* command) { return ::system(command); }
int wait_for_process(int process, int* status, int options) { return ::waitpid(process, status, options); }
int new_session() { return ::setsid(); }

int terminal_size(int descriptor, int& columns, int& lines) {
  winsize size;
  if (::ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -1;
  columns = size.ws_col;
  lines = size.ws_row;
  return 0;
}

int64_t id_of(Id which) {
  switch (which) {
    case Id::process: return ::getpid();
    case Id::parent: return ::getppid();
    case Id::group: return ::getpgrp();
    case Id::user: return ::getuid();
    case Id::effective_user: return ::geteuid();
    case Id::user_group: return ::getgid();
    case Id::effective_group: return ::getegid();
  }
  return 0;
}

const char* home_directory(const char* user) {
  passwd* entry = user ? ::getpwnam(user) : ::getpwuid(::getuid());
  return entry ? entry->pw_dir : nullptr;
}

void read_time_zone() { ::tzset(); }
const char* time_zone_name(bool daylight) { return ::tzname[daylight]; }

int process_times(ProcessTimes& out) {
  tms used;
  double ticks = double(::sysconf(_SC_CLK_TCK));
  clock_t elapsed = ::times(&used);
  out = {double(used.tms_utime) / ticks, double(used.tms_stime) / ticks, double(used.tms_cutime) / ticks,
         double(used.tms_cstime) / ticks, double(elapsed) / ticks};
  return 0;
}

int describe_system(SystemDescription& out) {
  utsname name;
  if (::uname(&name) < 0) return -1;
  auto copy = [](char (&to)[65], const char* from) { std::strncpy(to, from, 64)[64] = 0; };
  copy(out.system, name.sysname);
  copy(out.node, name.nodename);
  copy(out.release, name.release);
  copy(out.version, name.version);
  copy(out.machine, name.machine);
  return 0;
}

int load_averages(double out[3]) { return ::getloadavg(out, 3) == 3 ? 0 : -1; }

int each_processor(int process, void (*use)(void*, int), void* context) {
  cpu_set_t set;
  if (::sched_getaffinity(process, sizeof set, &set) < 0) return -1;
  for (int i = 0; i < CPU_SETSIZE; ++i) {
    if (CPU_ISSET(i, &set)) use(context, i);
  }
  return 0;
}

int processor_count() {
  long n = ::sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? int(n) : 0;
}

}  // namespace portalis::platform
