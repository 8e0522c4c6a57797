// os: owners of files, special files, file systems, terminals.
#include <unistd.h>

#include <cerrno>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/file_calls.hpp"
#include "runtime/platform/system_calls.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;

// A user's or group's number; -1 leaves it as it is.
bool id_argument(Value v, const char* kind, unsigned& out) {
  if (!has_index(v)) return (void)raise(exc::TypeError, "%s should be integer, not %T", kind, v), false;
  Ref n = to_index(v);
  if (n.is_error()) return false;
  int64_t id;
  IntFit fit = int_to_int64(n, id);
  if (fit == IntFit::too_big) return (void)raise(exc::OverflowError, "%s is greater than maximum", kind), false;
  // CPython says "less" of all that fits a long but not a uid_t.
  if (fit == IntFit::too_small || id < -1 || id > UINT32_MAX) return (void)raise(exc::OverflowError, "%s is less than minimum", kind), false;
  out = static_cast<unsigned>(id);
  return true;
}

Value change_owner(const FileArgument& file, const Value* args, Value filename) {
  unsigned user, group;
  if (!id_argument(args[1], "uid", user) || !id_argument(args[2], "gid", group)) return Error;
  return none_if_ok(checked([&] { return platform::change_owner(file.target, user, group); }, filename));
}
// chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)
Value chown(const Value* args, uint32_t) {
  FileArgument file;
  file.clash = "both dir_fd and fd";
  return file.read(args[0], "chown: ", FileArgument::names_or_descriptors, args[4], args[3]) ? change_owner(file, args, args[0]) : Error;
}
Value lchown(const Value* args, uint32_t) {
  FileArgument file;
  return file.read(args[0], "lchown: ", FileArgument::names, False) ? change_owner(file, args, args[0]) : Error;
}
Value fchown(const Value* args, uint32_t) {
  FileArgument file;
  return int_argument(args[0], file.target.descriptor) ? change_owner(file, args, Undefined) : Error;
}

Value fchmod(const Value* args, uint32_t) {
  FileArgument file;
  int mode;
  if (!int_argument(args[0], file.target.descriptor) || !int_argument(args[1], mode)) return Error;
  return none_if_ok(checked([&] { return platform::change_mode(file.target, static_cast<unsigned>(mode)); }));
}

Value fchdir(const Value* args, uint32_t) {
  int fd;
  return descriptor_argument(args[0], fd) ? none_if_ok(checked([&] { return platform::change_directory(fd); })) : Error;
}

// ---- special files ----
// mkfifo(path, mode=0o666, *, dir_fd=None)
Value mkfifo(const Value* args, uint32_t) {
  FileArgument file;
  int mode = 0666;
  if (!file.read(args[0], "mkfifo: ", FileArgument::names, Undefined, args[2]) || (!args[1].is_undefined() && !int_argument(args[1], mode))) return Error;
  return none_if_ok(checked([&] { return platform::make_fifo(file.target, static_cast<unsigned>(mode)); }));
}

bool device_argument(Value v, uint64_t& out) {
  if (!is_int(v)) return (void)raise(exc::TypeError, "an integer is required"), false;
  int64_t n;
  IntFit fit = int_to_int64(v, n);
  if (fit == IntFit::too_big) return (void)raise(exc::OverflowError, "int too big to convert"), false;
  if (fit == IntFit::too_small || n < 0) return (void)raise(exc::OverflowError, "can't convert negative int to unsigned"), false;
  out = static_cast<uint64_t>(n);
  return true;
}

// mknod(path, mode=0o600, device=0, *, dir_fd=None)
Value mknod(const Value* args, uint32_t) {
  FileArgument file;
  int mode = 0600;
  uint64_t device = 0;
  if (!file.read(args[0], "mknod: ", FileArgument::names, Undefined, args[3]) || (!args[1].is_undefined() && !int_argument(args[1], mode)) ||
      (!args[2].is_undefined() && !device_argument(args[2], device)))
    return Error;
  return none_if_ok(checked([&] { return platform::make_node(file.target, static_cast<unsigned>(mode), device); }));
}

// Device numbers in Linux's encoding, which is what programs see on every target.
Value major_of(const Value* args, uint32_t) {
  uint64_t d;
  return device_argument(args[0], d) ? make_int(static_cast<unsigned>((d >> 8 & 0xfff) | (d >> 32 & 0xfffff000))) : Error;
}
Value minor_of(const Value* args, uint32_t) {
  uint64_t d;
  return device_argument(args[0], d) ? make_int(static_cast<unsigned>((d & 0xff) | (d >> 12 & 0xffffff00))) : Error;
}
Value makedev(const Value* args, uint32_t) {
  int high, low;
  if (!int_argument(args[0], high) || !int_argument(args[1], low)) return Error;
  uint64_t a = static_cast<unsigned>(high), b = static_cast<unsigned>(low);
  return make_int(static_cast<int64_t>((a & 0xfff) << 8 | (a & 0xfffff000) << 32 | (b & 0xff) | (b & 0xffffff00) << 12));
}

// ---- file systems ----
Type* file_system_type() {
  static const char* const fields[] = {"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail",
                                       "f_flag", "f_namemax", "f_fsid", nullptr};
  static Type* const type = make_struct_sequence_type("os.statvfs_result", "statvfs_result: Result from statvfs or fstatvfs.", fields, 10);
  return type;
}

Value describe(const FileArgument& file, Value filename) {
  platform::FileSystem s;
  Ref done = checked([&] { return platform::describe_file_system(file.target, s); }, filename);
  if (done.is_error()) return Error;
  Value values[] = {make_int_unsigned(s.block_size), make_int_unsigned(s.fragment_size), make_int_unsigned(s.blocks),
                    make_int_unsigned(s.free_blocks), make_int_unsigned(s.available_blocks), make_int_unsigned(s.files),
                    make_int_unsigned(s.free_files), make_int_unsigned(s.available_files), make_int_unsigned(s.flags),
                    make_int_unsigned(s.name_limit), make_int_unsigned(s.id)};
  return make_struct_sequence(file_system_type(), values);
}
Value statvfs(const Value* args, uint32_t) {
  FileArgument file;
  return file.read(args[0], "statvfs: ", FileArgument::names_or_descriptors) ? describe(file, args[0]) : Error;
}
Value fstatvfs(const Value* args, uint32_t) {
  FileArgument file;
  return int_argument(args[0], file.target.descriptor) ? describe(file, Undefined) : Error;
}

// ---- terminals ----
Value device_encoding(const Value* args, uint32_t) {
  int fd;
  if (!int_argument(args[0], fd)) return Error;
  return ::isatty(fd) ? make_str("UTF-8") : None;
}
Value ttyname(const Value* args, uint32_t) {
  int fd;
  char name[4096];
  if (!int_argument(args[0], fd)) return Error;
  Ref done = checked([&] { return platform::terminal_name(fd, name, sizeof name); });
  return done.is_error() ? Error : decode_file_name(name);
}
Value ctermid(const Value*, uint32_t) {
  const char* name = platform::controlling_terminal();
  return name ? decode_file_name(name) : raise_os_error(ENOSYS);
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("chown", chown, "path, uid, gid, *, dir_fd=, follow_symlinks="), PY_KEYWORDS("lchown", lchown, "path, uid, gid"),
    PY_KEYWORDS("fchown", fchown, "fd, uid, gid"), PY_KEYWORDS("fchmod", fchmod, "fd, mode"), PY_KEYWORDS("fchdir", fchdir, "fd"),
    PY_KEYWORDS("mkfifo", mkfifo, "path, mode=, *, dir_fd="), PY_KEYWORDS("mknod", mknod, "path, mode=, device=, *, dir_fd="),
    PY_ONE("major", major_of), PY_ONE("minor", minor_of), PY_RANGE("makedev", makedev, 2, 2), PY_KEYWORDS("statvfs", statvfs, "path"),
    PY_KEYWORDS("fstatvfs", fstatvfs, "fd"), PY_KEYWORDS("device_encoding", device_encoding, "fd"), PY_ONE("ttyname", ttyname),
    PY_NOARGS("ctermid", ctermid), {},
};

}  // namespace

bool add_ownership(Module* os) {
  module_add_functions(os, functions);
  module_add_type(os, *file_system_type());
  return true;
}

}  // namespace py::os
