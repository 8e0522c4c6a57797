// os: extended attributes of files.
#include <cerrno>
#include <cstring>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/file_calls.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/codec.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;

constexpr size_t most_bytes = 65536;     // of a value, and of all names of one file: XATTR_SIZE_MAX, XATTR_LIST_MAX

// path, attribute and follow_symlinks.
struct AttributeArgument {
  FileArgument file, name;
  bool read(const Value* args, const char* function, Value follow) {
    return file.read(args[0], function, FileArgument::names_or_descriptors) &&
           name.read(args[1], function, FileArgument::names, Undefined, Undefined, "attribute") &&
           file.read_follow(function, follow);
  }
};

Value getxattr(const Value* args, uint32_t) {
  AttributeArgument a;
  if (!a.read(args, "getxattr: ", args[2])) return Error;
  std::vector<char> value(most_bytes);
  Ref n = checked([&] { return platform::get_attribute(a.file.target, a.name.target.path, value.data(), value.size()); }, args[0]);
  return n.is_error() ? Error : make_bytes(value.data(), n.get().small_int());
}

// setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)
Value setxattr(const Value* args, uint32_t) {
  AttributeArgument a;
  BytesView value;
  int flags = 0;
  if (!a.read(args, "setxattr: ", Undefined) || !value.argument(args[2]) || (!args[3].is_undefined() && !int_argument(args[3], flags)) ||
      !a.file.read_follow("setxattr: ", args[4]))
    return Error;
  auto set = [&] { return platform::set_attribute(a.file.target, a.name.target.path, value.data, static_cast<size_t>(value.size), flags); };
  return none_if_ok(checked(set, args[0]));
}

Value removexattr(const Value* args, uint32_t) {
  AttributeArgument a;
  if (!a.read(args, "removexattr: ", args[2])) return Error;
  return none_if_ok(checked([&] { return platform::remove_attribute(a.file.target, a.name.target.path); }, args[0]));
}

// listxattr(path=None, *, follow_symlinks=True)
Value listxattr(const Value* args, uint32_t) {
  FileArgument file;
  if (!file.read(args[0], "listxattr: ", FileArgument::or_none, args[1])) return Error;
  std::vector<char> names(most_bytes);
  Ref n = checked([&] { return platform::list_attributes(file.target, names.data(), names.size()); }, args[0]);
  if (n.is_error()) return Error;
  Ref list = make_list(nullptr, 0);
  const char* end = names.data() + n.get().small_int();
  for (const char* at = names.data(); at < end; at += std::strlen(at) + 1) {
    Ref name = decode_file_name(at);
    if (name.is_error() || list_append(list.as<List>(), name) < 0) return Error;
  }
  return list.take();
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("getxattr", getxattr, "path, attribute, *, follow_symlinks="),
    PY_KEYWORDS("setxattr", setxattr, "path, attribute, value, flags=, *, follow_symlinks="),
    PY_KEYWORDS("removexattr", removexattr, "path, attribute, *, follow_symlinks="),
    PY_KEYWORDS("listxattr", listxattr, "path=, *, follow_symlinks="), {},
};

}  // namespace

bool add_attributes(Module* os) {
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
