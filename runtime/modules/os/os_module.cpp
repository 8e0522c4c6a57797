// The modules os and os.path.
#include <algorithm>
#include <cstdlib>

#include "runtime/modules/io/io.hpp"
#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"

namespace py::os {
namespace {

// The class of PathLike: instances of it accept every class with __fspath__, as CPython's ABC does.
bool has_fspath(Type* t) {
  static Str* const name = intern("__fspath__");
  return !type_lookup(t, name).is_undefined();
}
Value instance_check(const Value* args, uint32_t) { return boolean(has_fspath(type_of(args[1]))); }
Value subclass_check(const Value* args, uint32_t) {
  Type* t = as_type(args[1]);
  return t ? boolean(has_fspath(t)) : raise(exc::TypeError, "issubclass() arg 1 must be a class");
}
constexpr NativeDef path_like_meta_methods[] = {PY_ONE("__instancecheck__", instance_check), PY_ONE("__subclasscheck__", subclass_check), {}};
constinit Type path_like_meta{{
    .name = "abc.ABCMeta", .instance_size = sizeof(Type), .flags = type_is_base, .base = &type_type, .methods = path_like_meta_methods}};

Value fspath_missing(const Value*, uint32_t) { return raise(exc::NotImplementedError, ""); }

bool add_path_like(Module* os) {
  static constexpr NativeDef fspath = PY_RANGE("__fspath__", fspath_missing, 0, 255);
  type_ready(path_like_meta);
  Ref name = make_str("PathLike"), bases = make_tuple(nullptr, 0), names = make_dict(), method = make_native_function(fspath);
  dict_set(names.as<Dict>(), intern("__module__"), object_value(intern("os")));
  dict_set(names.as<Dict>(), intern("__fspath__"), method);
  Value made = call(value_of(path_like_meta), name, bases, names);
  if (made.is_error()) return false;
  module_set(os, "PathLike", made);
  return true;
}

Value fdopen(const Value* args, uint32_t) {
  if (!is_int(args[0])) return raise(exc::TypeError, "invalid fd type (%T, expected integer)", args[0]);
  return io::open(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7]);
}

Value get_exec_path(const Value*, uint32_t) {
  const char* path = std::getenv("PATH");
  static Str* const split = intern("split");
  Ref text = make_str(path ? path : "/bin:/usr/bin"), colon = make_str(":");
  return call_method(text, split, colon);
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("fdopen", fdopen, "fd, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener="),
    PY_NOARGS("get_exec_path", get_exec_path), {},
};

// os.supports_...: sets of functions. Their names stand in one text each: a literal of its own would be how a WebAssembly
// program speaks of a function, and would link it.
struct Support {
  const char *name, *functions;
};
constexpr Support supports[] = {
    {"supports_dir_fd", "access chmod chown link mkdir mkfifo mknod open readlink rename rmdir stat symlink unlink utime"},
    {"supports_effective_ids", "access"},
    {"supports_fd", "chdir chmod chown listdir pathconf scandir stat statvfs truncate utime"},
    {"supports_follow_symlinks", "access chown link stat utime"},
};
bool add_supports(Module* os) {
  Dict* names = module_globals(os);
  for (const Support& s : supports) {
    Ref set = make_set();
    std::string_view rest = s.functions;
    while (!rest.empty()) {
      std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      Ref function = dict_get(names, intern(name));
      if (!function.is_undefined() && set_add(set, function) < 0) return false;   // a target may lack one
    }
    module_set(os, s.name, set.take());
  }
  return true;
}

bool fill_path(Module* module) {
  add_path_functions(module);
  module_set(module, "__name__", make_str("posixpath"));
  return true;
}

bool fill_os(Module* os) {
  Ref path = import_module(intern("os.path"));
  if (path.is_error()) return false;
  module_set(os, "path", path.take());
  module_set(os, "__name__", make_str("posix"));         // whose functions they are, and are called in messages
  for (auto add : {add_files, add_by_name, add_fwalk, add_transfers, add_ownership, add_attributes, add_limits, add_directories, add_making, add_environment,
                   add_processes, add_scheduling, add_path_like}) {
    if (!add(os)) return false;
  }
  if (!add_supports(os)) return false;
  add_constants(os);
  module_add_functions(os, functions);
  module_set(os, "__name__", make_str("os"));
  module_set(os, "error", value_of(exc::OSError));
  auto add = [&](const char* name, const char* value) { module_set(os, name, value ? make_str(value) : None); };
  add("name", "posix"), add("linesep", "\n"), add("sep", "/"), add("altsep", nullptr), add("extsep", "."), add("pathsep", ":");
  add("curdir", "."), add("pardir", ".."), add("devnull", "/dev/null"), add("defpath", "/bin:/usr/bin");
  return true;
}

}  // namespace
}  // namespace py::os

namespace py::native {
extern const ModuleDef module_os, module_os_dot_path;
const ModuleDef module_os = {"os", os::fill_os, true};
const ModuleDef module_os_dot_path = {"os.path", os::fill_path, false};
}  // namespace py::native
