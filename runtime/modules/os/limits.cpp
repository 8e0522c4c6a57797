// os: limits of the system and of files, and what is called by the names of confstr().
#include <cerrno>
#include <string>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/file_calls.hpp"
#include "runtime/types/codec.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;

// A number, or a name of the table.
bool name_argument(Value v, const platform::Names& names, int& out) {
  if (is_int(v)) return int_argument(v, out);
  Str* text = as_str(v);
  if (!text) return (void)raise(exc::TypeError, "configuration names must be strings or integers"), false;
  for (const platform::Name& n : names) {
    if (str_equal_ascii(text, n.name)) return out = static_cast<int>(n.value), true;
  }
  return (void)raise(exc::ValueError, "unrecognized configuration name"), false;
}

// -1 is an answer where errno stays 0.
template <class Ask>
Value limit(Ask ask, Value filename = Undefined) {
  int64_t result;
  int error;
  {
    BlockingRegion blocking;
    errno = 0;
    result = ask();
    error = errno;
  }
  if (result != -1 || error == 0) return make_int(result);
  return raise_os_error(error, error == EINVAL ? Undefined : filename);   // a number that names no limit is not the file's fault
}

Value sysconf(const Value* args, uint32_t) {
  int name;
  return name_argument(args[0], platform::system_limit_names(), name) ? limit([&] { return platform::system_limit(name); }) : Error;
}

Value pathconf(const Value* args, uint32_t) {
  FileArgument file;
  int name;
  if (!file.read(args[0], "pathconf: ", FileArgument::names_or_descriptors) || !name_argument(args[1], platform::file_limit_names(), name)) return Error;
  return limit([&] { return platform::file_limit(file.target, name); }, args[0]);
}
Value fpathconf(const Value* args, uint32_t) {
  FileArgument file;
  int name;
  if (!descriptor_argument(args[0], file.target.descriptor) || !name_argument(args[1], platform::file_limit_names(), name)) return Error;
  return limit([&] { return platform::file_limit(file.target, name); });
}

Value confstr(const Value* args, uint32_t) {
  int name;
  if (!name_argument(args[0], platform::configuration_text_names(), name)) return Error;
  errno = 0;
  size_t size = platform::configuration_text(name, nullptr, 0);
  if (size == 0) return errno ? raise_os_error(errno) : None;
  std::string text(size, '\0');
  platform::configuration_text(name, text.data(), size);
  text.pop_back();
  return decode_file_name(text);
}

constexpr NativeDef functions[] = {
    PY_ONE("sysconf", sysconf), PY_KEYWORDS("pathconf", pathconf, "path, name"), PY_RANGE("fpathconf", fpathconf, 2, 2), PY_ONE("confstr", confstr), {},
};

void add_names(Module* os, const char* name, const platform::Names& names) {
  Ref dict = make_dict();
  for (const platform::Name& n : names) dict_set(dict.as<Dict>(), intern(n.name), small_int(n.value));
  module_set(os, name, dict.take());
}

}  // namespace

bool add_limits(Module* os) {
  module_add_functions(os, functions);
  add_names(os, "sysconf_names", platform::system_limit_names());
  add_names(os, "pathconf_names", platform::file_limit_names());
  add_names(os, "confstr_names", platform::configuration_text_names());
  return true;
}

}  // namespace py::os
