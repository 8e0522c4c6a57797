// The optional calls on files on Linux.
#include "runtime/platform/file_calls.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace portalis::platform {

int change_owner(const Target& f, unsigned user, unsigned group) {
  return f.path ? ::fchownat(f.folder, f.path, user, group, f.follow ? 0 : AT_SYMLINK_NOFOLLOW) : ::fchown(f.descriptor, user, group);
}
int change_directory(int descriptor) { return ::fchdir(descriptor); }
int synchronize() { return ::sync(), 0; }
int make_fifo(const Target& f, unsigned mode) { return ::mkfifoat(f.folder, f.path, mode_t(mode)); }
int make_node(const Target& f, unsigned mode, uint64_t device) { return ::mknodat(f.folder, f.path, mode_t(mode), dev_t(device)); }

int describe_file_system(const Target& f, FileSystem& out) {
  struct statvfs s;
  if ((f.path ? ::statvfs(f.path, &s) : ::fstatvfs(f.descriptor, &s)) < 0) return -1;
  out = {s.f_bsize, s.f_frsize, s.f_blocks, s.f_bfree, s.f_bavail, s.f_files, s.f_ffree, s.f_favail, s.f_flag, s.f_namemax, s.f_fsid};
  return 0;
}

int64_t read_vector(int file, const iovec* parts, int n, int64_t offset, int flags) { return ::preadv2(file, parts, n, offset, flags); }
int64_t write_vector(int file, const iovec* parts, int n, int64_t offset, int flags) { return ::pwritev2(file, parts, n, offset, flags); }
int lock_section(int file, int command, int64_t length) { return ::lockf(file, command, length); }
int64_t send_file(int out, int in, int64_t* offset, size_t count) { return ::sendfile(out, in, offset, count); }
int64_t copy_range(int in, int64_t* in_offset, int out, int64_t* out_offset, size_t count) {
  return ::copy_file_range(in, in_offset, out, out_offset, count, 0);
}
// These two return the error instead of setting errno.
int advise(int file, int64_t offset, int64_t length, int advice) {
  errno = ::posix_fadvise(file, offset, length, advice);
  return errno ? -1 : 0;
}
int reserve(int file, int64_t offset, int64_t length) {
  errno = ::posix_fallocate(file, offset, length);
  return errno ? -1 : 0;
}

int64_t get_attribute(const Target& f, const char* name, void* value, size_t size) {
  if (!f.path) return ::fgetxattr(f.descriptor, name, value, size);
  return f.follow ? ::getxattr(f.path, name, value, size) : ::lgetxattr(f.path, name, value, size);
}
int set_attribute(const Target& f, const char* name, const void* value, size_t size, int flags) {
  if (!f.path) return ::fsetxattr(f.descriptor, name, value, size, flags);
  return f.follow ? ::setxattr(f.path, name, value, size, flags) : ::lsetxattr(f.path, name, value, size, flags);
}
int remove_attribute(const Target& f, const char* name) {
  if (!f.path) return ::fremovexattr(f.descriptor, name);
  return f.follow ? ::removexattr(f.path, name) : ::lremovexattr(f.path, name);
}
int64_t list_attributes(const Target& f, char* names, size_t size) {
  if (!f.path) return ::flistxattr(f.descriptor, names, size);
  return f.follow ? ::listxattr(f.path, names, size) : ::llistxattr(f.path, names, size);
}

int make_pipe(int ends[2], int flags) { return ::pipe2(ends, flags); }
int memory_file(const char* name, unsigned flags) { return ::memfd_create(name, flags); }
int close_range(int first, int last) { return ::close_range(unsigned(first), unsigned(last), 0); }
int terminal_name(int descriptor, char* out, size_t size) {
  errno = ::ttyname_r(descriptor, out, size);
  return errno ? -1 : 0;
}
const char* controlling_terminal() {
  static char name[L_ctermid];
  return ::ctermid(name);
}
int64_t get_random(void* out, size_t size, unsigned flags) { return ::getrandom(out, size, flags); }

int64_t file_limit(const Target& f, int name) { return f.path ? ::pathconf(f.path, name) : ::fpathconf(f.descriptor, name); }
int64_t system_limit(int name) { return ::sysconf(name); }
size_t configuration_text(int name, char* out, size_t size) { return ::confstr(name, out, size); }

}  // namespace portalis::platform
