// What a system call comes to on a target that lacks it.
#pragma once

#include <cerrno>

namespace portalis::platform {

inline int missing() {
  errno = ENOSYS;
  return -1;
}

}  // namespace portalis::platform
