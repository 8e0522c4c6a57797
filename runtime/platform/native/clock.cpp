// Clocks, processor count, pausing and randomness on Linux.
#include <sched.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

namespace {

int64_t read_clock(clockid_t id) {
  timespec ts;
  clock_gettime(id, &ts);
  return int64_t(ts.tv_sec) * 1000000000 + ts.tv_nsec;
}

}  // namespace

int64_t now() { return read_clock(CLOCK_MONOTONIC); }

int64_t wall_clock() { return read_clock(CLOCK_REALTIME); }

int64_t process_time() { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }

int64_t thread_time() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

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

bool random_bytes(void* out, size_t size) {
  char* at = static_cast<char*>(out);
  while (size > 0) {
    ssize_t got = getrandom(at, size, 0);
    if (got < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    at += got;
    size -= size_t(got);
  }
  return true;
}

}  // namespace portalis::platform
