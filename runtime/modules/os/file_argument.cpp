// os: the arguments that name a file: by path, by descriptor, below an open directory.
#include <fcntl.h>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/types/container_support.hpp"

namespace py::os {

namespace {

bool has_fspath(Value v) {
  static Str* const name = intern("__fspath__");
  return as_str(v) || as_bytes(v) || !type_lookup(type_of(v), name).is_undefined();
}

bool open_file(Value v, int& out) {
  Ref n = to_index(v);
  if (n.is_error()) return false;
  int64_t fd;
  IntFit fit = int_to_int64(n, fd);
  if (fit == IntFit::too_big || fd > INT32_MAX) return (void)raise(exc::OverflowError, "fd is greater than maximum"), false;
  if (fit == IntFit::too_small || fd < INT32_MIN) return (void)raise(exc::OverflowError, "fd is less than minimum"), false;
  out = static_cast<int>(fd);
  return true;
}

}  // namespace

bool offset_argument(Value v, int64_t& out) {
  Ref n = to_index(v);
  if (n.is_error()) return false;
  if (int_to_int64(n, out) == IntFit::fits) return true;
  return (void)raise(exc::OverflowError, "Python int too large to convert to C long"), false;
}

bool descriptor_argument(Value v, int& out) {
  static Str* const fileno = intern("fileno");
  Ref number;
  if (is_int(v)) {
    number = incref(v);
  } else {
    Ref method = get_attribute_or_undefined(v, fileno);
    if (method.is_error()) return false;
    if (method.is_undefined()) return (void)raise(exc::TypeError, "argument must be an int, or have a fileno() method."), false;
    number = call(method);
    if (number.is_error()) return false;
    if (!is_int(number)) return (void)raise(exc::TypeError, "fileno() returned a non-integer"), false;
  }
  if (!int_argument(number, out)) return false;
  if (out < 0) return (void)raise(exc::ValueError, "file descriptor cannot be a negative integer (%d)", out), false;
  return true;
}

bool FileArgument::read(Value v, const char* function, Kinds kinds, Value follow, Value folder, const char* what) {
  target = {nullptr, -1, AT_FDCWD, true};
  if (kinds == or_none && (v.is_undefined() || v.is_none())) {
    name.text.append({".", 2});
    target.path = name.c();
  } else if (kinds != names && has_index(v)) {
    if (!open_file(v, target.descriptor)) return false;
  } else {
    static const char* const accepted[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
                                           "string, bytes, os.PathLike, integer or None"};
    if (!has_fspath(v)) return (void)raise(exc::TypeError, "%s%s should be %s, not %T", function, what, accepted[kinds], v), false;
    if (!name.read(v)) return false;
    target.path = name.c();
  }
  if (!folder.is_undefined() && !folder.is_none()) {
    if (!has_index(folder)) return (void)raise(exc::TypeError, "argument should be integer or None, not %T", folder), false;
    if (!open_file(folder, target.folder)) return false;
    if (!target.path) return (void)raise(exc::ValueError, "%scan't specify %s", function, clash), false;
  }
  return read_follow(function, follow);
}

bool FileArgument::read_follow(const char* function, Value follow) {
  Truth on = follow.is_undefined() ? 1 : truth(follow);
  if (on < 0) return false;
  target.follow = on;
  if (target.descriptor > 0 && !on) return (void)raise(exc::ValueError, "%scannot use fd and follow_symlinks together", function), false;
  return true;
}

}  // namespace py::os
