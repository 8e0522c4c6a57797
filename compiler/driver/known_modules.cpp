// Tables of module names.
#include "compiler/driver/known_modules.hpp"

#include <algorithm>

namespace portalis::driver {
namespace {

struct NativeModule {
  std::string_view name, needs;
};
constexpr NativeModule native_modules[] = {
#define PORTALIS_NATIVE_MODULE(name, needs) {name, needs},
#define PORTALIS_SPOKEN_MODULE(words, name)
#include "abi/modules.def"
#undef PORTALIS_NATIVE_MODULE
#undef PORTALIS_SPOKEN_MODULE
};

struct SpokenModule {
  std::string_view words, name;
};
constexpr SpokenModule all_spoken_modules[] = {
#define PORTALIS_NATIVE_MODULE(name, needs)
#define PORTALIS_SPOKEN_MODULE(words, name) {words, name},
#include "abi/modules.def"
#undef PORTALIS_NATIVE_MODULE
#undef PORTALIS_SPOKEN_MODULE
};

// sys.stdlib_module_names of CPython 3.11, public ones, sorted.
constexpr std::string_view stdlib_names[] = {
    "__future__", "_thread", "abc", "aifc", "antigravity", "argparse", "array", "ast", "asynchat", "asyncio",
    "asyncore", "atexit", "audioop", "base64", "bdb", "binascii", "bisect", "builtins", "bz2", "cProfile",
    "calendar", "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop", "collections", "colorsys",
    "compileall", "concurrent", "configparser", "contextlib", "contextvars", "copy", "copyreg", "crypt", "csv",
    "ctypes", "curses", "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis", "distutils", "doctest",
    "email", "encodings", "ensurepip", "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch",
    "fractions", "ftplib", "functools", "gc", "genericpath", "getopt", "getpass", "gettext", "glob", "graphlib",
    "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http", "idlelib", "imaplib", "imghdr", "imp", "importlib",
    "inspect", "io", "ipaddress", "itertools", "json", "keyword", "lib2to3", "linecache", "locale", "logging",
    "lzma", "mailbox", "mailcap", "marshal", "math", "mimetypes", "mmap", "modulefinder", "msilib", "msvcrt",
    "multiprocessing", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path", "numbers", "opcode", "operator",
    "optparse", "os", "ossaudiodev", "pathlib", "pdb", "pickle", "pickletools", "pipes", "pkgutil", "platform",
    "plistlib", "poplib", "posix", "posixpath", "pprint", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr",
    "pydoc", "pydoc_data", "pyexpat", "queue", "quopri", "random", "re", "readline", "reprlib", "resource",
    "rlcompleter", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal",
    "site", "smtpd", "smtplib", "sndhdr", "socket", "socketserver", "spwd", "sqlite3", "sre_compile",
    "sre_constants", "sre_parse", "ssl", "stat", "statistics", "string", "stringprep", "struct", "subprocess",
    "sunau", "symtable", "sys", "sysconfig", "syslog", "tabnanny", "tarfile", "telnetlib", "tempfile", "termios",
    "textwrap", "this", "threading", "time", "timeit", "tkinter", "token", "tokenize", "tomllib", "trace",
    "traceback", "tracemalloc", "tty", "turtle", "turtledemo", "types", "typing", "unicodedata", "unittest",
    "urllib", "uu", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "winreg", "winsound", "wsgiref",
    "xdrlib", "xml", "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo",
};

const NativeModule* find_native(std::string_view name) {
  for (const NativeModule& m : native_modules) {
    if (m.name == name) return &m;
  }
  return nullptr;
}

// Calls f with every part of a text between blanks.
template <class F>
void for_each_part(std::string_view text, F f) {
  while (!text.empty()) {
    size_t end = std::min(text.find(' '), text.size());
    if (end > 0) f(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80); }

bool has_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    size_t end = at + word.size();
    if ((at == 0 || !is_word_character(text[at - 1])) && (end == text.size() || !is_word_character(text[end]))) return true;
  }
  return false;
}

}  // namespace

bool is_native_module(std::string_view dotted_name) { return find_native(dotted_name) != nullptr; }

std::vector<std::string> native_needs(std::string_view dotted_name) {
  std::vector<std::string> out;
  const NativeModule* m = find_native(dotted_name);
  if (m) for_each_part(m->needs, [&](std::string_view other) { out.emplace_back(other); });
  return out;
}

std::vector<std::string> spoken_modules(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  std::vector<std::string> out;
  for (const SpokenModule& m : all_spoken_modules) {
    bool all = true;
    for_each_part(m.words, [&](std::string_view word) { all = all && has_word(small, word); });
    if (all) out.emplace_back(m.name);
  }
  return out;
}

bool is_stdlib_module(std::string_view dotted_name) {
  return std::binary_search(std::begin(stdlib_names), std::end(stdlib_names), dotted_name.substr(0, dotted_name.find('.')));
}

}  // namespace portalis::driver
