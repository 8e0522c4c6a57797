// Sleeping while no fiber can run, on POSIX systems.
#include <poll.h>
#include <signal.h>

#include <cstdlib>

#include "runtime/platform/fibers/context.hpp"

namespace portalis::platform {

void idle(int64_t deadline, const int* descriptors, bool* readable, size_t count, const volatile int& wake_up) {
  timespec limit{}, *timeout = nullptr;
  if (deadline != INT64_MAX) {
    int64_t left = deadline > 0 ? deadline - system_now() : 0;
    if (left < 0) left = 0;
    limit = {time_t(left / 1000000000), long(left % 1000000000)};
    timeout = &limit;
  }
  pollfd* polled = nullptr;
  if (count) {
    polled = static_cast<pollfd*>(malloc(count * sizeof(pollfd)));
    if (!polled) abort();
    for (size_t i = 0; i < count; ++i) polled[i] = {descriptors[i], POLLIN, 0};
  }
  // A signal that comes between the look at wake_up and the sleep must still end the sleep.
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  if (!wake_up && ppoll(polled, count, timeout, &before) > 0) {
    for (size_t i = 0; i < count; ++i) readable[i] = polled[i].revents != 0;
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  free(polled);
}

}  // namespace portalis::platform
