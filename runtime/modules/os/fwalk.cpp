// os.fwalk(): a walk that enters each directory by its name in the open one above, so that no renaming leads it astray.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"

namespace py::os {
namespace {

// A directory that is being walked: (path, dirs, files, descriptor) and how many of its dirs are done.
struct Level {
  Ref result;
  int descriptor;
  int64_t at = 0;
};
struct Walk {
  std::vector<Level> levels;             // innermost last
  Ref top, on_error;
  int folder;                            // dir_fd
  int done_with = -1;                    // bottom up: a descriptor that was handed out last
  bool top_down, follow_links, is_started = false, is_new = false;   // is_new: the last level has not been handed out
  std::atomic<bool> runs = false;

  Walk(Value from, Value handler) : top(Ref::borrow(from)), on_error(Ref::borrow(handler)) {}
  ~Walk() { close_all(); }
  void close_last() { ::close(levels.back().descriptor), levels.pop_back(); }
  void close_all() {
    while (!levels.empty()) close_last();
    if (done_with >= 0) ::close(done_with);
    done_with = -1, is_started = true;
  }
};
struct WalkObject : Object {
  Walk walk;
};

// A descriptor of the directory, -1 if it is none to be entered, -2 error. What is opened must be what the name stood for before,
// or a link was put in its place.
int open_directory(Walk* w, Value name, int folder, bool must_be_directory) {
  SystemPath path;
  if (!path.read(name)) return -2;
  struct stat before, now;
  if (!w->follow_links) {
    Ref seen = checked([&] { return ::fstatat(folder, path.c(), &before, AT_SYMLINK_NOFOLLOW); }, name);
    if (seen.is_error()) return -2;
  }
  Ref opened = checked([&] { return ::openat(folder, path.c(), O_RDONLY | O_CLOEXEC); }, name);
  if (opened.is_error()) return -2;
  int descriptor = static_cast<int>(opened.get().small_int());
  if (w->follow_links) return descriptor;
  bool is_same = ::fstat(descriptor, &now) == 0 && now.st_ino == before.st_ino && now.st_dev == before.st_dev;
  if (is_same && (!must_be_directory || S_ISDIR(now.st_mode))) return descriptor;
  ::close(descriptor);
  return -1;
}

// Takes the descriptor. False: error pending.
bool enter(Walk* w, Value path, int descriptor) {
  Ref dirs, files;
  if (!list_by_kind(small_int(descriptor), as_bytes(path) != nullptr, dirs, files)) return ::close(descriptor), false;
  const Value items[] = {path, dirs, files, small_int(descriptor)};
  w->levels.push_back({Ref(make_tuple(items, 4)), descriptor});
  w->is_new = true;
  return true;
}

// Into the next of a level's directories; one that cannot be opened is reported and passed over.
bool enter_next(Walk* w, Value parent, Value name, int folder) {
  int descriptor = open_directory(w, name, folder, false);
  if (descriptor == -1) return true;
  if (descriptor == -2) {
    if (!error_matches(exc::OSError)) return false;
    Ref error = fetch_error();
    if (w->on_error.get().is_none()) return true;
    Ref told = call(w->on_error, error);
    return !told.is_error();
  }
  Path above, below;
  Ref path;
  if (above.read(parent) && below.read(name)) {
    std::string full = above.text;
    if (!full.empty() && full.back() != '/') full += '/';
    path = above.make(full + below.text);
  } else {
    path = Error;
  }
  if (path.is_error()) return ::close(descriptor), false;
  return enter(w, path, descriptor);
}

Value step(Walk* w) {
  if (w->done_with >= 0) ::close(w->done_with);
  w->done_with = -1;
  if (!w->is_started) {
    w->is_started = true;
    int descriptor = open_directory(w, w->top, w->folder, true);
    if (descriptor == -2 || (descriptor >= 0 && !enter(w, w->top, descriptor))) return Error;
  }
  while (!w->levels.empty()) {
    Level& level = w->levels.back();
    const bool is_new = std::exchange(w->is_new, false);
    if (is_new && w->top_down) return incref(level.result);
    const Value* parts = level.result.as<Tuple>()->items();
    Ref name = list_get(parts[1].as<List>(), level.at++), path = Ref::borrow(parts[0]);
    if (!name.is_undefined()) {
      if (!enter_next(w, path, name, level.descriptor)) return Error;
      continue;
    }
    if (w->top_down) {
      w->close_last();
      continue;
    }
    w->done_with = level.descriptor;
    Ref result = level.result.take();
    w->levels.pop_back();
    return result.take();
  }
  return Undefined;
}

Value walk_next(Value self) {
  Walk* w = &self.as<WalkObject>()->walk;
  if (w->runs.exchange(true)) return raise(exc::ValueError, "generator already executing");
  Value result = step(w);
  if (result.is_error()) w->close_all();
  w->runs.store(false);
  return result;
}

Value walk_close(const Value* args, uint32_t) {
  Walk* w = &args[0].as<WalkObject>()->walk;
  if (w->runs.exchange(true)) return raise(exc::ValueError, "generator already executing");
  w->close_all();
  w->runs.store(false);
  return None;
}

constexpr NativeDef walk_methods[] = {PY_NOARGS("close", walk_close), {}};
constinit Type walk_type{{
    .name = "generator", .instance_size = sizeof(WalkObject), .base = &object_type,
    .dealloc = [](Object* o) { static_cast<WalkObject*>(o)->walk.~Walk(), free_object(o); },
    .iter = [](Value self) { return incref(self); }, .next = walk_next, .methods = walk_methods}};

// fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None)
Value fwalk(const Value* args, uint32_t) {
  Truth top_down = args[1].is_undefined() ? 1 : truth(args[1]), follow = args[3].is_undefined() ? 0 : truth(args[3]);
  Ref top = args[0].is_undefined() ? make_str(".") : os_fspath(args[0]);
  FileArgument place;
  if (top_down < 0 || follow < 0 || top.is_error() || !place.read(top, "open: ", FileArgument::names, Undefined, args[4])) return Error;
  type_ready(walk_type);
  WalkObject* o = allocate<WalkObject>(&walk_type);
  Walk* w = new (&o->walk) Walk(top, args[2].is_undefined() ? None : args[2]);
  w->folder = place.target.folder, w->top_down = top_down, w->follow_links = follow;
  return object_value(o);
}

constexpr NativeDef functions[] = {PY_KEYWORDS("fwalk", fwalk, "top=, topdown=, onerror=, *, follow_symlinks=, dir_fd="), {}};

}  // namespace

bool add_fwalk(Module* os) {
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
