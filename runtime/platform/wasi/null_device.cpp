// /dev/null, which WASI programs would otherwise lack: devices are in no folder that is opened for them. The linker leads
// the runtime's calls of the C library here (--wrap); a descriptor that the C library cannot know stands for the device.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstring>

#include "runtime/platform/wasi/wasi.hpp"

namespace portalis::platform {

namespace {

constexpr int first_descriptor = 1 << 30;
int next_descriptor = first_descriptor;   // programs may compare them: each open() gets one of its own

bool is_null(const char* path) { return std::strcmp(path, "/dev/null") == 0; }

int describe(struct stat* out) {
  *out = {};
  out->st_mode = S_IFCHR;
  out->st_nlink = 1;
  return 0;
}

}  // namespace

bool is_null_device(int descriptor) { return descriptor >= first_descriptor; }

extern "C" {

int __real_open(const char*, int, ...);
int __real_openat(int, const char*, int, ...);
ssize_t __real_read(int, void*, size_t);
ssize_t __real_write(int, const void*, size_t);
int __real_close(int);
off_t __real_lseek(int, off_t, int);
int __real_fstat(int, struct stat*);
int __real_stat(const char*, struct stat*);
int __real_lstat(const char*, struct stat*);
int __real_fstatat(int, const char*, struct stat*, int);
int __real_ftruncate(int, off_t);

int __wrap_open(const char* path, int flags, ...) {
  if (is_null(path)) return next_descriptor++;
  std::va_list rest;
  va_start(rest, flags);
  int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;
  va_end(rest);
  return __real_open(path, flags, mode);
}
int __wrap_openat(int folder, const char* path, int flags, ...) {
  if (is_null(path)) return next_descriptor++;
  std::va_list rest;
  va_start(rest, flags);
  int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;
  va_end(rest);
  return __real_openat(folder, path, flags, mode);
}
ssize_t __wrap_read(int fd, void* out, size_t size) { return is_null_device(fd) ? 0 : __real_read(fd, out, size); }
ssize_t __wrap_write(int fd, const void* data, size_t size) { return is_null_device(fd) ? ssize_t(size) : __real_write(fd, data, size); }
int __wrap_close(int fd) { return is_null_device(fd) ? 0 : __real_close(fd); }
off_t __wrap_lseek(int fd, off_t offset, int from) { return is_null_device(fd) ? 0 : __real_lseek(fd, offset, from); }
int __wrap_fstat(int fd, struct stat* out) { return is_null_device(fd) ? describe(out) : __real_fstat(fd, out); }
int __wrap_stat(const char* path, struct stat* out) { return is_null(path) ? describe(out) : __real_stat(path, out); }
int __wrap_lstat(const char* path, struct stat* out) { return is_null(path) ? describe(out) : __real_lstat(path, out); }
int __wrap_fstatat(int folder, const char* path, struct stat* out, int flags) {
  return is_null(path) ? describe(out) : __real_fstatat(folder, path, out, flags);
}
int __wrap_ftruncate(int fd, off_t size) { return is_null_device(fd) ? 0 : __real_ftruncate(fd, size); }

}  // extern "C"

}  // namespace portalis::platform
