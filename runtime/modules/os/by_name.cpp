// os: what is done to a file by its name, perhaps below an open directory (dir_fd), or to an open one.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/platform/system_calls.hpp"
#include "runtime/types/codec.hpp"

namespace py::os {

namespace platform = portalis::platform;

namespace {

using Kinds = FileArgument::Kinds;

int link_flag(const platform::Target& file) { return file.follow ? 0 : AT_SYMLINK_NOFOLLOW; }

Value stat_of(const FileArgument& file, Value filename) {
  const platform::Target& t = file.target;
  struct stat info;
  Ref done = checked([&] { return t.path ? ::fstatat(t.folder, t.path, &info, link_flag(t)) : ::fstat(t.descriptor, &info); }, filename);
  return done.is_error() ? Error : make_stat_result(info);
}
Value stat(const Value* args, uint32_t) {
  FileArgument file;
  return file.read(args[0], "stat: ", Kinds::names_or_descriptors, args[2], args[1]) ? stat_of(file, args[0]) : Error;
}
Value lstat(const Value* args, uint32_t) {
  FileArgument file;
  return file.read(args[0], "lstat: ", Kinds::names, False, args[1]) ? stat_of(file, args[0]) : Error;
}
Value fstat(const Value* args, uint32_t) {
  FileArgument file;
  return int_argument(args[0], file.target.descriptor) ? stat_of(file, Undefined) : Error;
}

constexpr char name_of_unlink[] = "unlink: ", name_of_remove[] = "remove: ", name_of_rmdir[] = "rmdir: ";
template <const char* function, int flags>
Value remove_name(const Value* args, uint32_t) {
  FileArgument file;
  if (!file.read(args[0], function, Kinds::names, Undefined, args[1])) return Error;
  return none_if_ok(checked([&] { return ::unlinkat(file.target.folder, file.target.path, flags); }, args[0]));
}

// rename and replace: (src, dst, *, src_dir_fd, dst_dir_fd)
constexpr char name_of_rename[] = "rename: ", name_of_replace[] = "replace: ";
template <const char* function>
Value rename(const Value* args, uint32_t) {
  FileArgument from, to;
  if (!from.read(args[0], function, Kinds::names, Undefined, args[2], "src") || !to.read(args[1], function, Kinds::names, Undefined, args[3], "dst"))
    return Error;
  return none_if_ok(checked([&] { return ::renameat(from.target.folder, from.target.path, to.target.folder, to.target.path); }, args[0], args[1]));
}

// link(src, dst, *, src_dir_fd, dst_dir_fd, follow_symlinks): following is what it does only where it is told something.
Value link(const Value* args, uint32_t) {
  FileArgument from, to;
  if (!from.read(args[0], "link: ", Kinds::names, args[4], args[2], "src") || !to.read(args[1], "link: ", Kinds::names, Undefined, args[3], "dst"))
    return Error;
  const platform::Target &a = from.target, &b = to.target;
  bool plain = a.folder == AT_FDCWD && b.folder == AT_FDCWD && a.follow;
  return none_if_ok(checked([&] {
    return plain ? ::link(a.path, b.path) : ::linkat(a.folder, a.path, b.folder, b.path, a.follow ? AT_SYMLINK_FOLLOW : 0);
  }, args[0], args[1]));
}

// symlink(src, dst, target_is_directory, *, dir_fd)
Value symlink(const Value* args, uint32_t) {
  FileArgument from, to;
  if (!from.read(args[0], "symlink: ", Kinds::names, Undefined, Undefined, "src") ||
      !to.read(args[1], "symlink: ", Kinds::names, Undefined, args[3], "dst"))
    return Error;
  return none_if_ok(checked([&] { return ::symlinkat(from.target.path, to.target.folder, to.target.path); }, args[0], args[1]));
}

Value readlink(const Value* args, uint32_t) {
  FileArgument file;
  Path kind;
  if (!file.read(args[0], "readlink: ", Kinds::names, Undefined, args[1]) || !kind.read(args[0])) return Error;
  char target[4096];
  Ref n = checked([&] { return ::readlinkat(file.target.folder, file.target.path, target, sizeof target); }, args[0]);
  if (n.is_error()) return Error;
  std::string_view text(target, static_cast<size_t>(n.get().small_int()));
  return kind.is_bytes ? make_bytes(text.data(), static_cast<int64_t>(text.size())) : decode_file_name(text);
}

Value open(const Value* args, uint32_t) {
  FileArgument file;
  int flags, mode = 0777;
  if (!file.read(args[0], "open: ", Kinds::names, Undefined, args[3]) || !int_argument(args[1], flags) ||
      (!args[2].is_undefined() && !int_argument(args[2], mode)))
    return Error;
  return checked([&] { return ::openat(file.target.folder, file.target.path, flags | O_CLOEXEC, mode); }, args[0]);
}

Value mkdir(const Value* args, uint32_t) {
  FileArgument file;
  int mode = 0777;
  if (!file.read(args[0], "mkdir: ", Kinds::names, Undefined, args[2]) || (!args[1].is_undefined() && !int_argument(args[1], mode))) return Error;
  return none_if_ok(checked([&] { return ::mkdirat(file.target.folder, file.target.path, static_cast<mode_t>(mode)); }, args[0]));
}

// access(path, mode, *, dir_fd, effective_ids, follow_symlinks)
Value access(const Value* args, uint32_t) {
  FileArgument file;
  int mode;
  Truth effective = args[3].is_undefined() ? 0 : truth(args[3]);
  if (effective < 0 || !file.read(args[0], "access: ", Kinds::names, args[4], args[2]) || !int_argument(args[1], mode)) return Error;
  BlockingRegion blocking;
  return boolean(::faccessat(file.target.folder, file.target.path, mode, link_flag(file.target) | (effective ? AT_EACCESS : 0)) == 0);
}

// chmod(path, mode, *, dir_fd, follow_symlinks), of which an open file has no use for the last two
Value chmod(const Value* args, uint32_t) {
  FileArgument file;
  int mode;
  bool by_name = !is_int(args[0]);
  if (!file.read(args[0], "chmod: ", Kinds::names_or_descriptors, by_name ? args[3] : Undefined, by_name ? args[2] : Undefined)) return Error;
  if (!int_argument(args[1], mode)) return Error;
  bool links_have_none = false;
  Ref done = none_if_ok(checked([&] {
    int result = platform::change_mode(file.target, static_cast<unsigned>(mode));
    links_have_none = result < 0 && errno == EOPNOTSUPP && !file.target.follow;
    return result;
  }, args[0]));
  if (!done.is_error() || !links_have_none) return done.take();
  clear_error();
  if (file.target.folder != AT_FDCWD) return raise(exc::ValueError, "chmod: cannot use dir_fd and follow_symlinks together");
  return raise(exc::NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
}

Value truncate(const Value* args, uint32_t) {
  FileArgument file;
  int64_t size;
  if (!file.read(args[0], "truncate: ", Kinds::names_or_descriptors) || !offset_argument(args[1], size)) return Error;
  const platform::Target& t = file.target;
  return none_if_ok(checked([&] { return t.path ? ::truncate(t.path, size) : ::ftruncate(t.descriptor, size); }, t.path ? args[0] : Undefined));
}

bool timespec_of(Value v, timespec& out) {
  double seconds;
  if (!to_double(v, seconds)) return false;
  double whole = __builtin_floor(seconds);
  out.tv_sec = static_cast<time_t>(whole);
  out.tv_nsec = static_cast<long>((seconds - whole) * 1e9);
  return true;
}

// utime(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True), whose errors name no file
Value utime(const Value* args, uint32_t) {
  FileArgument file;
  if (!file.read(args[0], "utime: ", Kinds::names_or_descriptors, args[4], args[3])) return Error;
  timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  bool has_times = !args[1].is_undefined() && !args[1].is_none(), has_ns = !args[2].is_undefined();
  if (has_times && has_ns) return raise(exc::ValueError, "utime: you may specify either 'times' or 'ns' but not both");
  Tuple* pair = has_times ? as_tuple(args[1]) : has_ns ? as_tuple(args[2]) : nullptr;
  if ((has_times || has_ns) && (!pair || pair->length != 2))
    return raise(exc::TypeError, has_ns ? "utime: 'ns' must be a tuple of two ints" : "utime: 'times' must be either a tuple of two ints or None");
  for (int i = 0; pair && i < 2; ++i) {
    int64_t ns;
    if (has_ns) {
      if (!to_index_int64(pair->items()[i], ns)) return Error;
      times[i] = {ns / 1000000000, static_cast<long>(ns % 1000000000)};
      if (times[i].tv_nsec < 0) --times[i].tv_sec, times[i].tv_nsec += 1000000000;
    } else if (!timespec_of(pair->items()[i], times[i])) {
      return Error;
    }
  }
  const platform::Target& t = file.target;
  return none_if_ok(checked([&] { return t.path ? ::utimensat(t.folder, t.path, times, link_flag(t)) : ::futimens(t.descriptor, times); }));
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("stat", stat, "path, *, dir_fd=, follow_symlinks="), PY_KEYWORDS("lstat", lstat, "path, *, dir_fd="),
    PY_KEYWORDS("fstat", fstat, "fd"), PY_KEYWORDS("remove", (remove_name<name_of_remove, 0>), "path, *, dir_fd="),
    PY_KEYWORDS("unlink", (remove_name<name_of_unlink, 0>), "path, *, dir_fd="),
    PY_KEYWORDS("rmdir", (remove_name<name_of_rmdir, AT_REMOVEDIR>), "path, *, dir_fd="),
    PY_KEYWORDS("rename", rename<name_of_rename>, "src, dst, *, src_dir_fd=, dst_dir_fd="),
    PY_KEYWORDS("replace", rename<name_of_replace>, "src, dst, *, src_dir_fd=, dst_dir_fd="),
    PY_KEYWORDS("link", link, "src, dst, *, src_dir_fd=, dst_dir_fd=, follow_symlinks="),
    PY_KEYWORDS("symlink", symlink, "src, dst, target_is_directory=, *, dir_fd="), PY_KEYWORDS("readlink", readlink, "path, *, dir_fd="),
    PY_KEYWORDS("open", open, "path, flags, mode=, *, dir_fd="), PY_KEYWORDS("mkdir", mkdir, "path, mode=, *, dir_fd="),
    PY_KEYWORDS("access", access, "path, mode, *, dir_fd=, effective_ids=, follow_symlinks="),
    PY_KEYWORDS("chmod", chmod, "path, mode, *, dir_fd=, follow_symlinks="), PY_KEYWORDS("truncate", truncate, "path, length"),
    PY_RANGE("ftruncate", truncate, 2, 2), PY_KEYWORDS("utime", utime, "path, times=, *, ns=, dir_fd=, follow_symlinks="), {},
};

}  // namespace

bool add_by_name(Module* os) {
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
