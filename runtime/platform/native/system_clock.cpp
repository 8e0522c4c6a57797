// The system's clocks and randomness on POSIX systems, whatever threads are there.
#include <sys/random.h>
#include <time.h>

#include <cerrno>

#include "runtime/platform/system.hpp"

namespace portalis::platform {

namespace {

int64_t read_clock(clockid_t id) {
  timespec ts;
  clock_gettime(id, &ts);
  return int64_t(ts.tv_sec) * 1000000000 + ts.tv_nsec;
}

}  // namespace

int64_t system_now() { return read_clock(CLOCK_MONOTONIC); }

int64_t system_wall_clock() { return read_clock(CLOCK_REALTIME); }

int64_t process_time() { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }

int64_t thread_time() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

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
