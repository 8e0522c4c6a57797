// Sleeping and waking on Linux: the futex system call with absolute monotonic deadlines.
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

bool wait_on_word(const std::atomic<uint32_t>& word, uint32_t expected, int64_t deadline) {
  static_assert(sizeof word == sizeof expected);
  timespec ts;
  timespec* limit = nullptr;
  if (deadline != INT64_MAX) {
    if (deadline < 0) deadline = 0;
    ts.tv_sec = deadline / 1000000000;
    ts.tv_nsec = deadline % 1000000000;
    limit = &ts;
  }
  // FUTEX_WAIT_BITSET, because plain FUTEX_WAIT takes a relative time.
  int saved = errno;
  long rc = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, expected, limit, nullptr, FUTEX_BITSET_MATCH_ANY);
  bool timed_out = rc != 0 && errno == ETIMEDOUT;
  errno = saved;
  return !timed_out;
}

void wake_word(const std::atomic<uint32_t>& word, uint32_t how_many) {
  int saved = errno;  // signal handlers call this
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, how_many, nullptr, nullptr, 0);
  errno = saved;
}

}  // namespace portalis::platform
