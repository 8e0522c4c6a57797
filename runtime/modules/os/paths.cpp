// os.path: the rules of POSIX paths (CPython's Lib/posixpath.py).
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py::os {

bool Path::read(Value v) {
  Ref name = os_fspath(v);
  if (name.is_error()) return false;
  if (Bytes* b = as_bytes(name)) {
    is_bytes = true;
    text.assign(reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length));
    return true;
  }
  Text utf8;
  append_utf8(utf8, as_str(name));
  text.assign(utf8.view());
  return true;
}

Value Path::make(std::string_view s) const { return is_bytes ? make_bytes(s.data(), static_cast<int64_t>(s.size())) : make_str(s); }

namespace {

// Where the last component starts, and the head without trailing slashes (unless it is all slashes).
void split_path(std::string_view p, std::string_view& head, std::string_view& tail) {
  size_t slash = p.rfind('/'), start = slash == p.npos ? 0 : slash + 1;
  head = p.substr(0, start), tail = p.substr(start);
  size_t last = head.find_last_not_of('/');
  if (last != head.npos) head = head.substr(0, last + 1);
}

std::string normalize(std::string_view p) {
  if (p.empty()) return ".";
  size_t slashes = p[0] != '/' ? 0 : p.size() > 1 && p[1] == '/' && (p.size() == 2 || p[2] != '/') ? 2 : 1;
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= p.size();) {
    size_t end = p.find('/', at);
    if (end == p.npos) end = p.size();
    std::string_view part = p.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != ".." || (slashes == 0 && parts.empty()) || (!parts.empty() && parts.back() == "..")) parts.push_back(part);
    else if (!parts.empty()) parts.pop_back();
  }
  std::string out(slashes, '/');
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += '/';
    out += parts[i];
  }
  return out.empty() ? "." : out;
}

std::string current_directory() {
  char buffer[4096];
  return ::getcwd(buffer, sizeof buffer) ? buffer : "";
}

std::string absolute(const std::string& p) {
  return normalize(!p.empty() && p[0] == '/' ? p : current_directory() + "/" + p);
}

void append_joined(std::string& out, std::string_view part) {
  if (!part.empty() && part[0] == '/') out = part;
  else if (out.empty() || out.back() == '/') out += part;
  else (out += '/') += part;
}

// Symbolic links resolved as far as the path exists. False: a loop.
bool resolve(const std::string& p, std::string& out, int depth, bool strict, int& error) {
  out = p.empty() || p[0] != '/' ? current_directory() : "/";
  for (size_t at = 0; at <= p.size();) {
    size_t end = p.find('/', at);
    if (end == std::string::npos) end = p.size();
    std::string part = p.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      size_t slash = out.rfind('/');
      out.erase(slash == 0 ? 1 : slash);
      continue;
    }
    std::string candidate = out;
    append_joined(candidate, part);
    struct stat info;
    if (::lstat(candidate.c_str(), &info) < 0) {
      if (strict) return error = errno, false;
      out = candidate;
      continue;
    }
    if (!S_ISLNK(info.st_mode)) {
      out = candidate;
      continue;
    }
    char target[4096];
    ssize_t n = ::readlink(candidate.c_str(), target, sizeof target - 1);
    if (n < 0 || depth > 40) {
      if (strict) return error = n < 0 ? errno : ELOOP, false;
      out = candidate;
      continue;
    }
    std::string link(target, static_cast<size_t>(n));
    if (link[0] != '/') link = out + "/" + link;
    if (!resolve(link, out, depth + 1, strict, error)) return false;
  }
  return true;
}

using Transform = std::string (*)(const std::string& p);
template <Transform transform>
Value transformed(const Value* args, uint32_t) {
  Path path;
  return path.read(args[0]) ? path.make(transform(path.text)) : Error;
}

std::string basename_of(const std::string& p) {
  std::string_view head, tail;
  split_path(p, head, tail);
  return std::string(tail);
}
std::string dirname_of(const std::string& p) {
  std::string_view head, tail;
  split_path(p, head, tail);
  return std::string(head);
}
std::string unchanged_path(const std::string& p) { return p; }
std::string normalized(const std::string& p) { return normalize(p); }

Value split(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  std::string_view head, tail;
  split_path(path.text, head, tail);
  Ref a = path.make(head), b = path.make(tail);
  return tuple_of(a, b);
}

Value splitext(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  const std::string& p = path.text;
  size_t slash = p.rfind('/'), start = slash == p.npos ? 0 : slash + 1, dot = p.rfind('.'), first = p.find_first_not_of('.', start);
  bool has = dot != p.npos && dot >= start && first != p.npos && first < dot;
  std::string_view all = p;
  Ref root = path.make(has ? all.substr(0, dot) : all), extension = path.make(has ? all.substr(dot) : "");
  return tuple_of(root, extension);
}

Value splitdrive(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  Ref drive = path.make(""), rest = path.make(path.text);
  return tuple_of(drive, rest);
}

Value join(const Value* args, uint32_t n) {
  Path first;
  if (!first.read(args[0])) return Error;
  std::string out = first.text;
  for (uint32_t i = 1; i < n; ++i) {
    Path part;
    if (!part.read(args[i])) {
      if (!error_matches(exc::TypeError)) return Error;
      clear_error();
      return raise(exc::TypeError, "join() argument must be str, bytes, or os.PathLike object, not '%T'", args[i]);
    }
    if (part.is_bytes != first.is_bytes) return raise(exc::TypeError, "Can't mix strings and bytes in path components");
    append_joined(out, part.text);
  }
  return first.make(out);
}

Value isabs(const Value* args, uint32_t) {
  Path path;
  return path.read(args[0]) ? boolean(!path.text.empty() && path.text[0] == '/') : Error;
}

Value realpath(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  Truth strict = args[1].is_undefined() ? 0 : truth(args[1]);
  if (strict < 0) return Error;
  std::string out;
  int error = 0;
  return resolve(path.text, out, 0, strict, error) ? path.make(out) : raise_os_error(error, args[0]);
}

Value relpath(const Value* args, uint32_t) {
  Path path, start;
  if (!path.read(args[0])) return Error;
  if (path.text.empty()) return raise(exc::ValueError, "no path specified");
  if (!args[1].is_undefined() && !args[1].is_none()) {
    if (!start.read(args[1])) return Error;
    if (start.is_bytes != path.is_bytes) return raise(exc::TypeError, "Can't mix strings and bytes in path components");
  } else {
    start.text = ".";
  }
  auto parts = [](const std::string& p) {
    std::vector<std::string> list;
    for (size_t at = 0; at < p.size();) {
      size_t end = p.find('/', at);
      if (end == p.npos) end = p.size();
      if (end > at) list.push_back(p.substr(at, end - at));
      at = end + 1;
    }
    return list;
  };
  auto from = parts(absolute(start.text)), to = parts(absolute(path.text));
  size_t shared = 0;
  while (shared < from.size() && shared < to.size() && from[shared] == to[shared]) ++shared;
  std::string out;
  for (size_t i = shared; i < from.size(); ++i) append_joined(out, "..");
  for (size_t i = shared; i < to.size(); ++i) append_joined(out, to[i]);
  return path.make(out.empty() ? "." : out);
}

Value expanduser(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  const std::string& p = path.text;
  if (p.empty() || p[0] != '~') return path.make(p);
  size_t end = p.find('/');
  if (end == p.npos) end = p.size();
  std::string home;
  if (end == 1) {
    const char* found = std::getenv("HOME");
    if (!found) found = portalis::platform::home_directory(nullptr);
    if (!found) return path.make(p);
    home = found;
  } else {
    const char* found = portalis::platform::home_directory(p.substr(1, end - 1).c_str());
    if (!found) return path.make(p);
    home = found;
  }
  while (!home.empty() && home.back() == '/') home.pop_back();
  std::string out = home + p.substr(end);
  return path.make(out.empty() ? "/" : out);
}

Value expandvars(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  const std::string& p = path.text;
  auto is_name = [](char c) { return c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); };
  std::string out;
  for (size_t i = 0; i < p.size();) {
    size_t start = i + 1, end = start, next;
    if (p[i] == '$' && start < p.size() && p[start] == '{') {
      end = p.find('}', ++start);
      next = end == p.npos ? i : end + 1;
    } else {
      while (p[i] == '$' && end < p.size() && is_name(p[end])) ++end;
      next = end;
    }
    bool named = p[i] == '$' && end != p.npos && end > start;
    const char* value = named ? std::getenv(p.substr(start, end - start).c_str()) : nullptr;
    if (value) {
      out += value;
      i = next;
    } else {
      out += p[i++];
    }
  }
  return path.make(out);
}

// Items of a list of paths, all of one kind. False: error pending.
bool read_paths(Value list, std::vector<Path>& out, const char* function) {
  Values items;
  if (!collect(items, list)) return false;
  for (int64_t i = 0; i < items.size(); ++i) {
    out.emplace_back();
    if (!out.back().read(items[i])) return false;
    if (out.back().is_bytes != out[0].is_bytes) return (void)raise(exc::TypeError, "Can't mix strings and bytes in path components"), false;
  }
  return true;
}

Value commonpath(const Value* args, uint32_t) {
  std::vector<Path> paths;
  if (!read_paths(args[0], paths, "commonpath")) return Error;
  if (paths.empty()) return raise(exc::ValueError, "commonpath() arg is an empty sequence");
  std::vector<std::vector<std::string>> all;
  bool absolute_paths = !paths[0].text.empty() && paths[0].text[0] == '/';
  for (const Path& p : paths) {
    if ((!p.text.empty() && p.text[0] == '/') != absolute_paths) return raise(exc::ValueError, "Can't mix absolute and relative paths");
    auto& parts = all.emplace_back();
    for (size_t at = 0; at < p.text.size();) {
      size_t end = p.text.find('/', at);
      if (end == std::string::npos) end = p.text.size();
      std::string part = p.text.substr(at, end - at);
      if (!part.empty() && part != ".") parts.push_back(part);
      at = end + 1;
    }
  }
  size_t shared = all[0].size();
  for (auto& parts : all) {
    size_t n = 0;
    while (n < shared && n < parts.size() && parts[n] == all[0][n]) ++n;
    shared = n;
  }
  std::string out = absolute_paths ? "/" : "";
  for (size_t i = 0; i < shared; ++i) append_joined(out, all[0][i]);
  return paths[0].make(out);
}

Value commonprefix(const Value* args, uint32_t) {
  std::vector<Path> paths;
  if (!read_paths(args[0], paths, "commonprefix")) return Error;
  if (paths.empty()) return incref(object_value(empty_str()));
  std::string_view prefix = paths[0].text;
  for (const Path& p : paths) {
    size_t n = 0;
    while (n < prefix.size() && n < p.text.size() && prefix[n] == p.text[n]) ++n;
    while (n > 0 && n < prefix.size() && !paths[0].is_bytes && (prefix[n] & 0xc0) == 0x80) --n;   // not inside a character
    prefix = prefix.substr(0, n);
  }
  return paths[0].make(prefix);
}

// stat() for the tests: 1 found, 0 not there or not a possible name, -1 error.
Truth look(Value v, bool follow, struct stat& info) {
  bool argument_error = false;
  if (stat_path(v, follow, info, argument_error)) return 1;
  if (!argument_error) return 0;
  if (!error_matches(exc::ValueError)) return -1;
  clear_error();
  return 0;
}

template <bool follow, unsigned kind>
Value has_kind(const Value* args, uint32_t) {
  struct stat info;
  Truth found = look(args[0], follow, info);
  return found < 0 ? Error : boolean(found && (kind == 0 || (info.st_mode & S_IFMT) == kind));
}

template <class Get>
Value stat_value(Value path, Get get) {
  struct stat info;
  bool argument_error = false;
  if (stat_path(path, true, info, argument_error)) return get(info);
  return argument_error ? Error : raise_os_error(errno, path);
}
Value seconds(const timespec& t) { return make_float(static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec)); }
Value getsize(const Value* args, uint32_t) { return stat_value(args[0], [](const struct stat& s) { return make_int(s.st_size); }); }
Value getmtime(const Value* args, uint32_t) { return stat_value(args[0], [](const struct stat& s) { return seconds(s.st_mtim); }); }
Value getatime(const Value* args, uint32_t) { return stat_value(args[0], [](const struct stat& s) { return seconds(s.st_atim); }); }
Value getctime(const Value* args, uint32_t) { return stat_value(args[0], [](const struct stat& s) { return seconds(s.st_ctim); }); }

Value samefile(const Value* args, uint32_t) {
  return stat_value(args[0], [&](const struct stat& a) {
    return stat_value(args[1], [&](const struct stat& b) { return boolean(a.st_ino == b.st_ino && a.st_dev == b.st_dev); });
  });
}

Value sameopenfile(const Value* args, uint32_t) {
  struct stat info[2];
  for (int i = 0; i < 2; ++i) {
    int fd;
    if (!int_argument(args[i], fd)) return Error;
    Ref done = checked([&] { return ::fstat(fd, &info[i]); });
    if (done.is_error()) return Error;
  }
  return boolean(info[0].st_ino == info[1].st_ino && info[0].st_dev == info[1].st_dev);
}

Value samestat(const Value* args, uint32_t) {
  static Str* const names[] = {intern("st_ino"), intern("st_dev")};
  for (Str* name : names) {
    Ref a = get_attribute(args[0], name), b = a.is_error() ? Error : get_attribute(args[1], name);
    if (b.is_error()) return Error;
    Truth same = equal(a, b);
    if (same <= 0) return same < 0 ? Error : False;
  }
  return True;
}

Value ismount(const Value* args, uint32_t) {
  Path path;
  if (!path.read(args[0])) return Error;
  struct stat here, above;
  if (::lstat(path.text.c_str(), &here) < 0 || S_ISLNK(here.st_mode)) return False;
  if (::lstat((path.text + "/..").c_str(), &above) < 0) return False;
  return boolean(here.st_dev != above.st_dev || here.st_ino == above.st_ino);
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("abspath", transformed<absolute>, "path"), PY_KEYWORDS("basename", transformed<basename_of>, "p"),
    PY_KEYWORDS("dirname", transformed<dirname_of>, "p"), PY_KEYWORDS("normpath", transformed<normalized>, "path"),
    PY_KEYWORDS("normcase", transformed<unchanged_path>, "s"), PY_KEYWORDS("split", split, "p"), PY_KEYWORDS("splitext", splitext, "p"),
    PY_KEYWORDS("splitdrive", splitdrive, "p"), PY_RANGE("join", join, 1, 255), PY_KEYWORDS("isabs", isabs, "s"),
    PY_KEYWORDS("realpath", realpath, "filename, *, strict="), PY_KEYWORDS("relpath", relpath, "path, start="),
    PY_KEYWORDS("expanduser", expanduser, "path"), PY_KEYWORDS("expandvars", expandvars, "path"),
    PY_KEYWORDS("commonpath", commonpath, "paths"), PY_KEYWORDS("commonprefix", commonprefix, "m"),
    PY_KEYWORDS("exists", (has_kind<true, 0>), "path"), PY_KEYWORDS("lexists", (has_kind<false, 0>), "path"),
    PY_KEYWORDS("isfile", (has_kind<true, S_IFREG>), "path"), PY_KEYWORDS("isdir", (has_kind<true, S_IFDIR>), "s"),
    PY_KEYWORDS("islink", (has_kind<false, S_IFLNK>), "path"), PY_KEYWORDS("ismount", ismount, "path"),
    PY_KEYWORDS("getsize", getsize, "filename"), PY_KEYWORDS("getmtime", getmtime, "filename"),
    PY_KEYWORDS("getatime", getatime, "filename"), PY_KEYWORDS("getctime", getctime, "filename"),
    PY_KEYWORDS("samefile", samefile, "f1, f2"),
    PY_KEYWORDS("sameopenfile", sameopenfile, "fp1, fp2"), PY_KEYWORDS("samestat", samestat, "s1, s2"), {},
};

}  // namespace

void add_path_functions(Module* module) {
  module_add_functions(module, functions);
  auto add = [&](const char* name, const char* value) { module_set(module, name, value ? make_str(value) : None); };
  add("sep", "/"), add("altsep", nullptr), add("extsep", "."), add("pathsep", ":"), add("curdir", "."), add("pardir", ".."), add("devnull", "/dev/null");
  add("defpath", "/bin:/usr/bin");
  module_set(module, "supports_unicode_filenames", False);
}

}  // namespace py::os
