// Processes, users and scheduling on Linux.
#include "runtime/platform/process_calls.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>

namespace portalis::platform {

// -1 is a priority too, so that only errno tells.
int get_priority(int which, unsigned who, int& out) {
  errno = 0;
  out = ::getpriority(static_cast<__priority_which_t>(which), who);
  return errno ? -1 : 0;
}
int set_priority(int which, unsigned who, int priority) { return ::setpriority(static_cast<__priority_which_t>(which), who, priority); }
int change_niceness(int by, int& out) {
  errno = 0;
  out = ::nice(by);
  return errno ? -1 : 0;
}
int session_of(int process) { return ::getsid(process); }
int group_of(int process) { return ::getpgid(process); }
int user_groups(unsigned* out, int room) { return ::getgroups(room, out); }
int login_name(char* out, size_t size) {
  errno = ::getlogin_r(out, size);
  return errno ? -1 : 0;
}
int user_ids(Ids& out) { return ::getresuid(&out.real, &out.effective, &out.saved); }
int group_ids(Ids& out) { return ::getresgid(&out.real, &out.effective, &out.saved); }

int scheduling_policy(int process) { return ::sched_getscheduler(process); }
int set_scheduling(int process, int policy, int priority) {
  sched_param parameter{priority};
  return ::sched_setscheduler(process, policy, &parameter);
}
int scheduling_priority(int process, int& out) {
  sched_param parameter{};
  int result = ::sched_getparam(process, &parameter);
  out = parameter.sched_priority;
  return result;
}
int set_scheduling_priority(int process, int priority) {
  sched_param parameter{priority};
  return ::sched_setparam(process, &parameter);
}
int highest_priority(int policy) { return ::sched_get_priority_max(policy); }
int lowest_priority(int policy) { return ::sched_get_priority_min(policy); }
int time_slice(int process, double& seconds) {
  timespec span;
  if (::sched_rr_get_interval(process, &span) < 0) return -1;
  seconds = double(span.tv_sec) + 1e-9 * double(span.tv_nsec);
  return 0;
}

int set_processors(int process, const int* numbers, size_t count) {
  int most = CPU_SETSIZE - 1;
  for (size_t i = 0; i < count; ++i) {
    if (numbers[i] > most) most = numbers[i];
  }
  cpu_set_t* set = CPU_ALLOC(size_t(most) + 1);
  if (!set) return errno = ENOMEM, -1;
  size_t size = CPU_ALLOC_SIZE(size_t(most) + 1);
  CPU_ZERO_S(size, set);
  for (size_t i = 0; i < count; ++i) CPU_SET_S(size_t(numbers[i]), size, set);
  int result = ::sched_setaffinity(process, size, set), error = errno;
  CPU_FREE(set);
  errno = error;
  return result;
}

int read_clock(int clock, int64_t& nanoseconds) {
  timespec t;
  if (::clock_gettime(clock, &t) < 0) return -1;
  nanoseconds = int64_t(t.tv_sec) * 1000000000 + t.tv_nsec;
  return 0;
}
int clock_resolution(int clock, int64_t& nanoseconds) {
  timespec t;
  if (::clock_getres(clock, &t) < 0) return -1;
  nanoseconds = int64_t(t.tv_sec) * 1000000000 + t.tv_nsec;
  return 0;
}

}  // namespace portalis::platform
