// Clocks and processors for threads of the system.
#include <sched.h>
#include <unistd.h>

#include "runtime/platform/system.hpp"

namespace portalis::platform {

int64_t now() { return system_now(); }

int64_t wall_clock() { return system_wall_clock(); }

unsigned cpu_count() {
  // The affinity mask, not the machine: containers and taskset give less than what is built in.
  static const unsigned count = [] {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) {
      int n = CPU_COUNT(&set);
      if (n > 0) return unsigned(n);
    }
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? unsigned(online) : 1u;
  }();
  return count;
}

void yield() { sched_yield(); }

void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield" ::: "memory");
#else
  asm volatile("" ::: "memory");
#endif
}

}  // namespace portalis::platform
