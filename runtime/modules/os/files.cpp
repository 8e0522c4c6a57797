// os: what is done with descriptors, results of stat(), the spelling of names.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/platform/system_calls.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/struct_sequence.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::os {

namespace platform = portalis::platform;

bool stat_path(Value path, bool follow, struct stat& info, bool& argument_error, int folder) {
  int result, fd = -1;
  SystemPath name;
  argument_error = is_int(path) ? !int_argument(path, fd) : !name.read(path);
  if (argument_error) return false;
  int error;
  {
    BlockingRegion blocking;
    result = is_int(path) ? ::fstat(fd, &info) : ::fstatat(folder, name.c(), &info, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    error = errno;
  }
  errno = error;
  return result == 0;
}

Type* stat_result_type() {
  static const char* const fields[] = {"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
                                       "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks",
                                       "st_rdev", nullptr};
  static Type* const type = make_struct_sequence_type("os.stat_result", "stat_result: Result from stat, fstat, or lstat.", fields, 10);
  return type;
}

Value make_stat_result(const struct stat& s) {
  auto seconds = [](const timespec& t) { return make_float(static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec)); };
  auto nanoseconds = [](const timespec& t) { return make_int(t.tv_sec * 1000000000 + t.tv_nsec); };
  Value values[] = {make_int(s.st_mode), make_int_unsigned(s.st_ino), make_int_unsigned(s.st_dev), make_int_unsigned(s.st_nlink), make_int(s.st_uid),
                    make_int(s.st_gid), make_int(s.st_size), make_int(s.st_atim.tv_sec), make_int(s.st_mtim.tv_sec), make_int(s.st_ctim.tv_sec),
                    seconds(s.st_atim), seconds(s.st_mtim), seconds(s.st_ctim), nanoseconds(s.st_atim), nanoseconds(s.st_mtim),
                    nanoseconds(s.st_ctim), make_int(s.st_blksize), make_int(s.st_blocks), make_int_unsigned(s.st_rdev)};
  return make_struct_sequence(stat_result_type(), values);
}

namespace {

// A system call on one descriptor.
template <auto call>
Value on_descriptor(const Value* args, uint32_t) {
  int fd;
  return int_argument(args[0], fd) ? none_if_ok(checked([&] { return call(fd); })) : Error;
}

Value read(const Value* args, uint32_t) {
  int fd;
  int64_t n;
  if (!int_argument(args[0], fd) || !size_argument(args[1], n)) return Error;
  if (n < 0) return raise_os_error(EINVAL);
  Bytes* out = allocate_bytes(n);
  if (!out) return Error;
  Ref held(object_value(out));
  Ref got = checked([&] { return platform::wait_readable(fd), ::read(fd, out->data(), static_cast<size_t>(n)); });
  if (got.is_error()) return Error;
  return got.get().small_int() == n ? held.take() : make_bytes(out->data(), got.get().small_int());
}

Value write(const Value* args, uint32_t) {
  int fd;
  BytesView view;
  if (!int_argument(args[0], fd) || !view.argument(args[1])) return Error;
  return checked([&] { return ::write(fd, view.data, static_cast<size_t>(view.size)); });
}

Value pipe(const Value*, uint32_t) {
  int ends[2];
  if (platform::make_pipe(ends) < 0) return raise_os_error(errno);
  return tuple_of(small_int(ends[0]), small_int(ends[1]));
}

Value dup(const Value* args, uint32_t) {
  int fd;
  return int_argument(args[0], fd) ? checked([&] { return platform::duplicate(fd); }) : Error;
}

Value dup2(const Value* args, uint32_t) {
  int from, to;
  Truth inheritable = args[2].is_undefined() ? 1 : truth(args[2]);
  if (inheritable < 0 || !int_argument(args[0], from) || !int_argument(args[1], to)) return Error;
  return checked([&] { return platform::duplicate_to(from, to, inheritable); });
}

Value lseek(const Value* args, uint32_t) {
  int fd, whence;
  int64_t offset;
  if (!int_argument(args[0], fd) || !size_argument(args[1], offset) || !int_argument(args[2], whence)) return Error;
  return checked([&] { return ::lseek(fd, offset, whence); });
}

Value isatty(const Value* args, uint32_t) {
  int fd;
  return int_argument(args[0], fd) ? boolean(::isatty(fd)) : Error;
}

Value set_inheritable(const Value* args, uint32_t) {
  int fd;
  Truth on = truth(args[1]);
  if (on < 0 || !int_argument(args[0], fd)) return Error;
  return none_if_ok(checked([&] {
    int flags = ::fcntl(fd, F_GETFD);
    return flags < 0 ? -1 : ::fcntl(fd, F_SETFD, on ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC);
  }));
}
// Does the descriptor lack the flag among those that fcntl(fd, command) gives?
Value lacks_flag(Value descriptor, int command, int flag) {
  int fd;
  if (!int_argument(descriptor, fd)) return Error;
  Ref flags = checked([&] { return ::fcntl(fd, command); });
  return flags.is_error() ? Error : boolean(!(flags.get().small_int() & flag));
}
Value get_inheritable(const Value* args, uint32_t) { return lacks_flag(args[0], F_GETFD, FD_CLOEXEC); }
Value get_blocking(const Value* args, uint32_t) { return lacks_flag(args[0], F_GETFL, O_NONBLOCK); }

Value set_blocking(const Value* args, uint32_t) {
  int fd;
  Truth on = truth(args[1]);
  if (on < 0 || !int_argument(args[0], fd)) return Error;
  return none_if_ok(checked([&] {
    int flags = ::fcntl(fd, F_GETFL);
    return flags < 0 ? -1 : ::fcntl(fd, F_SETFL, on ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
  }));
}

Type* terminal_size_type() {
  static const char* const fields[] = {"columns", "lines", nullptr};
  static Type* const type = make_struct_sequence_type("os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", fields, 2);
  return type;
}

Value get_terminal_size(const Value* args, uint32_t n) {
  int fd = 1;
  if (n > 0 && !int_argument(args[0], fd)) return Error;
  int columns, lines;
  if (platform::terminal_size(fd, columns, lines) < 0) return raise_os_error(errno);
  Value values[] = {small_int(columns), small_int(lines)};
  return make_struct_sequence(terminal_size_type(), values);
}

Value fsencode(const Value* args, uint32_t) {
  Text name;
  Ref path = os_fspath(args[0]);
  if (path.is_error()) return Error;
  if (as_bytes(path)) return path.take();
  if (!os_path_argument(path, name)) return Error;
  return make_bytes(name.data, static_cast<int64_t>(name.size));
}

Value fsdecode(const Value* args, uint32_t) {
  Ref path = os_fspath(args[0]);
  if (path.is_error() || as_str(path)) return path.take();
  Bytes* b = as_bytes(path);
  return decode_file_name({reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length)});
}

Value fspath(const Value* args, uint32_t) { return os_fspath(args[0]); }

constexpr NativeDef functions[] = {
    PY_RANGE("read", read, 2, 2), PY_RANGE("write", write, 2, 2),
    PY_KEYWORDS("close", on_descriptor<::close>, "fd"), PY_KEYWORDS("fsync", on_descriptor<::fsync>, "fd"), PY_NOARGS("pipe", pipe),
    PY_ONE("dup", dup), PY_KEYWORDS("dup2", dup2, "fd, fd2, inheritable="), PY_RANGE("lseek", lseek, 3, 3), PY_ONE("isatty", isatty),
    PY_RANGE("set_inheritable", set_inheritable, 2, 2), PY_ONE("get_inheritable", get_inheritable),
    PY_RANGE("set_blocking", set_blocking, 2, 2), PY_ONE("get_blocking", get_blocking), PY_RANGE("get_terminal_size", get_terminal_size, 0, 1),
    PY_KEYWORDS("fsencode", fsencode, "filename"), PY_KEYWORDS("fsdecode", fsdecode, "filename"), PY_KEYWORDS("fspath", fspath, "path"), {},
};

struct Constant { const char* name; int64_t value; };
constexpr Constant constants[] = {
    {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR}, {"O_CREAT", O_CREAT}, {"O_EXCL", O_EXCL}, {"O_TRUNC", O_TRUNC},
    {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK}, {"O_CLOEXEC", O_CLOEXEC}, {"O_DIRECTORY", O_DIRECTORY}, {"O_NOFOLLOW", O_NOFOLLOW},
    {"O_SYNC", O_SYNC}, {"F_OK", F_OK}, {"R_OK", R_OK}, {"W_OK", W_OK}, {"X_OK", X_OK}, {"SEEK_SET", SEEK_SET}, {"SEEK_CUR", SEEK_CUR},
    {"SEEK_END", SEEK_END},
};

}  // namespace

bool add_files(Module* os) {
  module_add_functions(os, functions);
  for (const Constant& c : constants) module_set(os, c.name, small_int(c.value));
  module_add_type(os, *terminal_size_type());
  module_add_type(os, *stat_result_type());
  return true;
}

}  // namespace py::os
