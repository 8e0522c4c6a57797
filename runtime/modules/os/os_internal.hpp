// What the files of the os module share.
#pragma once

#include <fcntl.h>

#include <cerrno>
#include <string>

#include "runtime/modules/os/path_argument.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/platform/file_calls.hpp"

namespace py::os {

// A path argument, and results of the same kind: str for str and PathLike giving str, bytes for bytes.
struct Path {
  std::string text;                      // str: UTF-8 with surrogates as in WTF-8 (make_str); bytes: as they are
  bool is_bytes = false;
  bool read(Value v);                    // false: TypeError pending
  Value make(std::string_view s) const;
};
// The bytes the operating system gets for a path argument, NUL-terminated. False: error pending.
struct SystemPath {
  Text text;
  bool read(Value v) { return os_path_argument(v, text); }
  const char* c() const { return text.data; }
};

// The path argument of functions that also take a descriptor, or a dir_fd, or follow_symlinks.
struct FileArgument {
  enum Kinds : uint8_t { names, names_or_descriptors, or_none };   // or_none: None is the current directory
  SystemPath name;
  const char* clash = "dir_fd without matching path";      // what cannot be specified with a descriptor, in the words of the function
  portalis::platform::Target target{nullptr, -1, -1, true};
  // `function` is for the messages, with its point: "chown: path should be string, ...". False: error pending.
  bool read(Value v, const char* function, Kinds kinds, Value follow = Undefined, Value folder = Undefined, const char* what = "path");
  bool read_follow(const char* function, Value follow);  // follow_symlinks= alone, where it comes after other arguments
};

// Result of a system call: None, or OSError with the file names. The call runs in a BlockingRegion.
template <class Call>
Value checked(Call call, Value filename = Undefined, Value filename2 = Undefined) {
  for (;;) {
    int64_t result;
    int error;
    {
      BlockingRegion blocking;
      result = call();
      error = errno;
    }
    if (result >= 0) return make_int(result);
    if (error != EINTR) return raise_os_error(error, filename, filename2);
    if (!safepoint_slow()) return Error;
  }
}
inline Value none_if_ok(Value v) {
  if (v.is_error()) return Error;
  decref(v);
  return None;
}
bool offset_argument(Value v, int64_t& out);             // "Python int too large to convert to C long"
bool descriptor_argument(Value v, int& out);             // an int, or what has fileno()

Type* stat_result_type();
Value make_stat_result(const struct stat& info);
// stat() of a path (below the open directory `folder`) or descriptor; follow: symbolic links. False: errno is set.
bool stat_path(Value path, bool follow, struct stat& info, bool& argument_error, int folder = AT_FDCWD);

// The names in a directory (a path or descriptor): directories, and all others; bytes for a path that is bytes or on demand. False: error
// pending.
bool list_by_kind(Value directory, bool names_as_bytes, Ref& dirs, Ref& others);

// Filling the module: one function per file.
void add_path_functions(Module* module);                 // os.path
bool add_files(Module* os);
bool add_by_name(Module* os);
bool add_fwalk(Module* os);
bool add_directories(Module* os);
bool add_environment(Module* os);
bool add_processes(Module* os);
bool add_transfers(Module* os);
bool add_ownership(Module* os);
bool add_attributes(Module* os);
bool add_limits(Module* os);
bool add_scheduling(Module* os);
bool add_making(Module* os);
void add_constants(Module* os);

}  // namespace py::os
