// What the files of the os module share.
#pragma once

#include <cerrno>
#include <string>

#include "runtime/modules/os/path_argument.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"

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
bool int_argument(Value v, int& out);                    // "Python int too large to convert to C int"

Value make_stat_result(const struct stat& info);
// stat() of a path or descriptor; follow: symbolic links. False: errno is set.
bool stat_path(Value path, bool follow, struct stat& info, bool& argument_error);

// Filling the module: one function per file.
void add_path_functions(Module* module);                 // os.path
bool add_files(Module* os);
bool add_directories(Module* os);
bool add_environment(Module* os);
bool add_processes(Module* os);

}  // namespace py::os
