// sys: audit hooks (PEP 578), flags of dlopen(), and the names of CPython's standard library.
//
// Hooks hear the events a program itself announces with sys.audit(), and sys.addaudithook's own; the runtime announces
// none of those that CPython's does when it opens files, imports or compiles.
#include "runtime/modules/sys/sys_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/set_table.hpp"

namespace py::sys {
namespace {

constinit Slot audit_hooks;              // List, in the order they were added; there as soon as a hook is

// False: a hook raised.
bool announce(Value event, Value arguments) {
  Ref hooks = audit_hooks.get();
  if (hooks.is_undefined()) return true;
  for (int64_t i = 0; i < list_size(hooks.as<List>()); ++i) {
    Ref hook = list_get(hooks.as<List>(), i);
    Ref done = call(hook, event, arguments);
    if (done.is_error()) return false;
  }
  return true;
}

Value audit(const Value* args, uint32_t n) {
  if (n == 0) return raise(exc::TypeError, "audit() missing 1 required positional argument: 'event'");
  if (audit_hooks.peek().is_undefined()) return None;
  if (!as_str(args[0])) return raise(exc::TypeError, "expected str for argument 'event', not %T", args[0]);
  Ref arguments = make_tuple(args + 1, n - 1);
  return announce(args[0], arguments) ? None : Error;
}

// A hook may refuse those that come after it, by an Exception, which is not shown.
Value add_audit_hook(const Value* args, uint32_t) {
  Ref event = make_str("sys.addaudithook"), nothing = make_tuple(nullptr, 0);
  if (!announce(event, nothing)) {
    if (!error_matches(exc::Exception)) return Error;
    clear_error();
    return None;
  }
  if (audit_hooks.peek().is_undefined()) audit_hooks.set(make_list(nullptr, 0));
  Ref hooks = audit_hooks.get();
  return list_append(hooks.as<List>(), args[0]) < 0 ? Error : None;
}

Value get_dlopen_flags(const Value*, uint32_t) { return small_int(2); }   // RTLD_NOW; nothing is loaded while a program runs

constexpr const char* library[] = {
    "__future__", "_abc", "_aix_support", "_ast", "_asyncio", "_bisect", "_blake2", "_bootsubprocess", "_bz2", "_codecs",
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw", "_collections", "_collections_abc",
    "_compat_pickle", "_compression", "_contextvars", "_crypt", "_csv", "_ctypes", "_curses", "_curses_panel", "_datetime",
    "_dbm", "_decimal", "_elementtree", "_frozen_importlib", "_frozen_importlib_external", "_functools", "_gdbm", "_hashlib",
    "_heapq", "_imp", "_io", "_json", "_locale", "_lsprof", "_lzma", "_markupbase", "_md5", "_msi", "_multibytecodec",
    "_multiprocessing", "_opcode", "_operator", "_osx_support", "_overlapped", "_pickle", "_posixshmem", "_posixsubprocess",
    "_py_abc", "_pydecimal", "_pyio", "_queue", "_random", "_scproxy", "_sha1", "_sha256", "_sha3", "_sha512", "_signal",
    "_sitebuiltins", "_socket", "_sqlite3", "_sre", "_ssl", "_stat", "_statistics", "_string", "_strptime", "_struct",
    "_symtable", "_thread", "_threading_local", "_tkinter", "_tokenize", "_tracemalloc", "_typing", "_uuid", "_warnings",
    "_weakref", "_weakrefset", "_winapi", "_zoneinfo", "abc", "aifc", "antigravity", "argparse", "array", "ast", "asynchat",
    "asyncio", "asyncore", "atexit", "audioop", "base64", "bdb", "binascii", "bisect", "builtins", "bz2", "cProfile", "calendar",
    "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop", "collections", "colorsys", "compileall", "concurrent",
    "configparser", "contextlib", "contextvars", "copy", "copyreg", "crypt", "csv", "ctypes", "curses", "dataclasses", "datetime",
    "dbm", "decimal", "difflib", "dis", "distutils", "doctest", "email", "encodings", "ensurepip", "enum", "errno",
    "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "functools", "gc", "genericpath", "getopt",
    "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http", "idlelib", "imaplib",
    "imghdr", "imp", "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword", "lib2to3", "linecache", "locale",
    "logging", "lzma", "mailbox", "mailcap", "marshal", "math", "mimetypes", "mmap", "modulefinder", "msilib", "msvcrt",
    "multiprocessing", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path", "numbers", "opcode", "operator", "optparse", "os",
    "ossaudiodev", "pathlib", "pdb", "pickle", "pickletools", "pipes", "pkgutil", "platform", "plistlib", "poplib", "posix",
    "posixpath", "pprint", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "queue",
    "quopri", "random", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy", "sched", "secrets", "select",
    "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtpd", "smtplib", "sndhdr", "socket", "socketserver", "spwd",
    "sqlite3", "sre_compile", "sre_constants", "sre_parse", "ssl", "stat", "statistics", "string", "stringprep", "struct",
    "subprocess", "sunau", "symtable", "sys", "sysconfig", "syslog", "tabnanny", "tarfile", "telnetlib", "tempfile", "termios",
    "textwrap", "this", "threading", "time", "timeit", "tkinter", "token", "tokenize", "tomllib", "trace", "traceback",
    "tracemalloc", "tty", "turtle", "turtledemo", "types", "typing", "unicodedata", "unittest", "urllib", "uu", "uuid", "venv",
    "warnings", "wave", "weakref", "webbrowser", "winreg", "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "zipapp", "zipfile",
    "zipimport", "zlib", "zoneinfo",
};

constexpr NativeDef functions[] = {
    PY_RANGE("audit", audit, 0, 255), PY_KEYWORDS("addaudithook", add_audit_hook, "hook"), PY_NOARGS("getdlopenflags", get_dlopen_flags), {},
};

}  // namespace

bool add_audit(Module* module) {
  module_add_functions(module, functions);
  Ref names = make_set_of_type(frozenset_type);
  for (const char* name : library) {
    if (set_add(names, object_value(intern(name))) < 0) return false;
  }
  module_set(module, "stdlib_module_names", names.take());
  return true;
}

}  // namespace py::sys
