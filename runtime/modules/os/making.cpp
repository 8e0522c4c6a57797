// os: making and removing the directories on the way to a file.
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"

namespace py::os {
namespace {

Value make_all(const Path& path, std::string_view text, int mode, bool exist_ok) {
  while (text.size() > 1 && text.back() == '/') text.remove_suffix(1);
  size_t slash = text.rfind('/');
  std::string_view head = slash == text.npos ? "" : text.substr(0, slash == 0 ? 1 : slash);
  struct stat info;
  if (!head.empty() && ::stat(std::string(head).c_str(), &info) < 0) {
    Ref made = make_all(path, head, 0777, true);
    if (made.is_error()) return Error;
  }
  if (slash != text.npos && text.substr(slash + 1) == ".") return None;
  Ref name = path.make(text);
  std::string c(text);
  Ref made = checked([&] { return ::mkdir(c.c_str(), static_cast<mode_t>(mode)); }, name);
  if (!made.is_error()) return None;
  if (!error_matches(exc::OSError) || !exist_ok || ::stat(c.c_str(), &info) < 0 || !S_ISDIR(info.st_mode)) return Error;
  clear_error();
  return None;
}

Value makedirs(const Value* args, uint32_t) {
  Path path;
  int mode = 0777;
  Truth exist_ok = args[2].is_undefined() ? 0 : truth(args[2]);
  if (exist_ok < 0 || !path.read(args[0]) || (!args[1].is_undefined() && !int_argument(args[1], mode))) return Error;
  return make_all(path, path.text, mode, exist_ok);
}

// The directories a path is in, from the innermost, until one is not empty (or cannot be removed).
void remove_empty_above(std::string text) {
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  for (size_t slash; (slash = text.rfind('/')) != text.npos && slash > 0;) {
    text.erase(slash);
    if (::rmdir(text.c_str()) < 0) break;
  }
}

Value removedirs(const Value* args, uint32_t) {
  SystemPath path;
  if (!path.read(args[0])) return Error;
  Ref removed = checked([&] { return ::rmdir(path.c()); }, args[0]);
  if (removed.is_error()) return Error;
  remove_empty_above(std::string(path.text.view()));
  return None;
}

// The new name's directories are made first and the old one's removed where the move left them empty.
Value renames(const Value* args, uint32_t) {
  Path to_path;
  SystemPath from, to;
  if (!to_path.read(args[1]) || !from.read(args[0]) || !to.read(args[1])) return Error;
  const std::string& text = to_path.text;
  size_t slash = text.rfind('/');
  std::string head;
  if (slash != text.npos) head.assign(text, 0, slash == 0 ? 1 : slash);
  struct stat info;
  if (!head.empty() && slash + 1 < text.size() && ::stat(head.c_str(), &info) < 0) {
    Ref made = make_all(to_path, head, 0777, false);
    if (made.is_error()) return Error;
  }
  Ref moved = checked([&] { return std::rename(from.c(), to.c()); }, args[0], args[1]);
  if (moved.is_error()) return Error;
  std::string_view old = from.text.view();
  if (!old.empty() && old.back() != '/') remove_empty_above(std::string(old));
  return None;
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("makedirs", makedirs, "name, mode=, exist_ok="),
    PY_KEYWORDS("removedirs", removedirs, "name"), PY_KEYWORDS("renames", renames, "old, new"), {},
};

}  // namespace

bool add_making(Module* os) {
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
