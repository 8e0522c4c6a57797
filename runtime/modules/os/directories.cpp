// os: directories: listing and walking.
extern "C" {                             // wasi-libc's header does not say so itself
#include <dirent.h>
}
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::os {
namespace {

struct RawEntry {
  std::string name;
  unsigned char kind;
  uint64_t inode;
};

// A directory of its own for an open one: closing and reading it does nothing to the descriptor.
DIR* open_again(int descriptor) {
  int fd = ::openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* directory = fd < 0 ? nullptr : ::fdopendir(fd);
  if (fd >= 0 && !directory) ::close(fd);
  return directory;
}

// All entries but "." and "..". 0, or errno.
int read_directory(const portalis::platform::Target& file, std::vector<RawEntry>& out) {
  BlockingRegion blocking;
  DIR* directory = file.path ? ::opendir(file.path) : open_again(file.descriptor);
  if (!directory) return errno;
  errno = 0;
  while (dirent* entry = ::readdir(directory)) {
    std::string name = entry->d_name;
    if (name != "." && name != "..") out.push_back({std::move(name), entry->d_type, entry->d_ino});
    errno = 0;
  }
  int error = errno;
  ::closedir(directory);
  return error;
}

// The directory argument of listdir and scandir (default "."), its text and entries. False: error pending.
struct Listing {
  Path path;
  int folder = AT_FDCWD;                 // what the paths of the entries are relative to
  std::vector<RawEntry> entries;
  bool read(Value v, const char* function) {
    FileArgument file;
    if (!file.read(v, function, FileArgument::or_none)) return false;
    bool by_default = v.is_undefined() || v.is_none();
    if (by_default) path.text = ".";
    else if (file.target.path && !path.read(v)) return false;
    if (!file.target.path) folder = file.target.descriptor;
    int error = read_directory(file.target, entries);
    if (error) (void)raise_os_error(error, by_default ? Ref(make_str(".")).get() : file.target.path || error != EBADF ? v : Undefined);
    return error == 0;
  }
  Value name(const RawEntry& e) const {
    return path.is_bytes ? make_bytes(e.name.data(), static_cast<int64_t>(e.name.size())) : decode_file_name(e.name);
  }
  Value joined(const RawEntry& e) const {
    std::string full = path.text;
    if (!full.empty() && full.back() != '/') full += '/';
    return path.make(full + e.name);
  }
};

Value listdir(const Value* args, uint32_t) {
  Listing listing;
  if (!listing.read(args[0], "listdir: ")) return Error;
  Ref list = make_list_sized(static_cast<int64_t>(listing.entries.size()));
  for (const RawEntry& e : listing.entries) {
    Ref name = listing.name(e);
    if (name.is_error() || list_append(list.as<List>(), name) < 0) return Error;
  }
  return list.take();
}

// ---- DirEntry and scandir ----
struct DirEntry : Object {
  Value name, path;                      // owned, immutable
  unsigned char kind;
  uint64_t inode;
  int folder;                            // AT_FDCWD, or the descriptor that was listed
};
extern Type dir_entry_type;

Value make_entry(const Listing& listing, const RawEntry& raw) {
  Ref name = listing.name(raw), path = listing.joined(raw);
  if (name.is_error() || path.is_error()) return Error;
  DirEntry* e = allocate<DirEntry>(&dir_entry_type);
  e->name = name.take(), e->path = path.take();
  e->kind = raw.kind, e->inode = raw.inode, e->folder = listing.folder;
  return object_value(e);
}

// 1, 0, -1 error. Kind as in S_IFMT.
Truth entry_is(DirEntry* e, unsigned kind, bool follow) {
  bool is_link = e->kind == DT_LNK;
  if (e->kind != DT_UNKNOWN && !(is_link && follow)) return static_cast<unsigned>(DTTOIF(e->kind)) == kind;
  struct stat info;
  bool argument_error = false;
  if (stat_path(e->path, follow, info, argument_error, e->folder)) return (info.st_mode & S_IFMT) == kind;
  if (argument_error) return -1;
  return errno == ENOENT ? 0 : ((void)raise_os_error(errno, e->path), -1);
}

Truth follow_argument(Value v) { return v.is_undefined() ? 1 : truth(v); }
DirEntry* entry_of(const Value* args) { return args[0].as<DirEntry>(); }

template <unsigned kind>
Value entry_has_kind(const Value* args, uint32_t) {
  Truth follow = follow_argument(args[1]), result = follow < 0 ? -1 : entry_is(entry_of(args), kind, follow);
  return result < 0 ? Error : boolean(result);
}
Value entry_is_symlink(const Value* args, uint32_t) {
  Truth result = entry_is(entry_of(args), S_IFLNK, false);
  return result < 0 ? Error : boolean(result);
}
Value entry_stat(const Value* args, uint32_t) {
  struct stat info;
  bool argument_error = false;
  Truth follow = follow_argument(args[1]);
  if (follow < 0) return Error;
  if (stat_path(entry_of(args)->path, follow, info, argument_error, entry_of(args)->folder)) return make_stat_result(info);
  return argument_error ? Error : raise_os_error(errno, entry_of(args)->path);
}
Value entry_inode(const Value* args, uint32_t) { return make_int_unsigned(entry_of(args)->inode); }
Value entry_path(const Value* args, uint32_t) { return incref(entry_of(args)->path); }

Value entry_repr(Value self) {
  Ref name = repr(self.as<DirEntry>()->name);
  if (name.is_error()) return Error;
  Text out;
  out.append("<DirEntry ");
  append_utf8(out, as_str(name));
  out.append(">");
  return out.to_str();
}

constexpr NativeDef entry_methods[] = {
    PY_KEYWORDS("is_dir", entry_has_kind<S_IFDIR>, "*, follow_symlinks="), PY_KEYWORDS("is_file", entry_has_kind<S_IFREG>, "*, follow_symlinks="),
    PY_NOARGS("is_symlink", entry_is_symlink), PY_KEYWORDS("stat", entry_stat, "*, follow_symlinks="), PY_NOARGS("inode", entry_inode),
    PY_NOARGS("__fspath__", entry_path), {},
};
constexpr GetSetDef entry_getsets[] = {
    {"name", [](Value self) { return incref(self.as<DirEntry>()->name); }, nullptr},
    {"path", [](Value self) { return incref(self.as<DirEntry>()->path); }, nullptr}, {},
};
constinit Type dir_entry_type{{
    .name = "posix.DirEntry", .instance_size = sizeof(DirEntry), .base = &object_type,
    .dealloc = [](Object* o) { decref(static_cast<DirEntry*>(o)->name), decref(static_cast<DirEntry*>(o)->path), free_object(o); },
    .repr = entry_repr, .methods = entry_methods, .getsets = entry_getsets}};

struct ScandirIterator : Object {
  Slot entries;                          // List, or Undefined once closed
  std::atomic<int64_t> at;
};
Value scandir_next(Value self) {
  ScandirIterator* it = self.as<ScandirIterator>();
  Ref list = it->entries.get();
  return list.is_undefined() ? Undefined : list_get(list.as<List>(), it->at.fetch_add(1, std::memory_order_relaxed));
}
Value scandir_close(const Value* args, uint32_t) { return args[0].as<ScandirIterator>()->entries.set(Undefined), None; }
Value scandir_enter(const Value* args, uint32_t) { return incref(args[0]); }
constexpr NativeDef scandir_methods[] = {PY_NOARGS("close", scandir_close), PY_NOARGS("__enter__", scandir_enter), PY_RANGE("__exit__", scandir_close, 0, 255), {}};
constinit Type scandir_iterator_type{{
    .name = "posix.ScandirIterator", .instance_size = sizeof(ScandirIterator), .base = &object_type,
    .dealloc = [](Object* o) { decref(static_cast<ScandirIterator*>(o)->entries.peek()), free_object(o); },
    .iter = [](Value self) { return incref(self); }, .next = scandir_next, .methods = scandir_methods}};

Value scandir(const Value* args, uint32_t) {
  Listing listing;
  if (!listing.read(args[0], "scandir: ")) return Error;
  Ref list = make_list_sized(static_cast<int64_t>(listing.entries.size()));
  for (const RawEntry& e : listing.entries) {
    Ref entry = make_entry(listing, e);
    if (entry.is_error() || list_append(list.as<List>(), entry) < 0) return Error;
  }
  ScandirIterator* it = allocate<ScandirIterator>(&scandir_iterator_type);
  new (&it->entries) Slot(list.take());
  it->at.store(0, std::memory_order_relaxed);
  return object_value(it);
}

}  // namespace

bool list_by_kind(Value directory, bool names_as_bytes, Ref& dirs, Ref& others) {
  Listing listing;
  if (!listing.read(directory, "scandir: ")) return false;
  listing.path.is_bytes |= names_as_bytes;
  dirs = make_list(nullptr, 0), others = make_list(nullptr, 0);
  for (const RawEntry& raw : listing.entries) {
    Ref entry = make_entry(listing, raw);
    if (entry.is_error()) return false;
    Truth is_directory = entry_is(entry.as<DirEntry>(), S_IFDIR, true);
    if (is_directory < 0) clear_error();
    List* list = is_directory > 0 ? dirs.as<List>() : others.as<List>();
    if (list_append(list, entry.as<DirEntry>()->name) < 0) return false;
  }
  return true;
}

namespace {

// ---- walk ----
// `stack` holds what is still to do, last first: a path to list, or (bottom up) a result to hand out.
struct Walk : Object {
  Slot stack;                            // List
  Slot last;                             // top down: the tuple handed out last, whose dirs may have been edited
  Slot on_error;
  bool top_down, follow_links;
};

bool push_directories(Walk* w, Value top, Value dirs) {
  Values names;
  if (!collect(names, dirs)) return false;
  Path base;
  if (!base.read(top)) return false;
  for (int64_t i = names.size(); i-- > 0;) {
    Path name;
    if (!name.read(names[i])) return false;
    std::string full = base.text;
    if (!full.empty() && full.back() != '/') full += '/';
    Ref path = base.make(full + name.text);
    if (path.is_error()) return false;
    if (!w->follow_links) {
      struct stat info;
      bool argument_error = false;
      if (stat_path(path, false, info, argument_error) && S_ISLNK(info.st_mode)) continue;
      if (argument_error) return false;
    }
    if (list_append(w->stack.peek().as<List>(), path) < 0) return false;
  }
  return true;
}

Value walk_next(Value self) {
  Walk* w = self.as<Walk>();
  Ref last = w->last.get();
  if (!last.is_undefined()) {
    w->last.set(Undefined);
    Tuple* t = last.as<Tuple>();
    if (!push_directories(w, t->items()[0], t->items()[1])) return Error;
  }
  List* stack = w->stack.peek().as<List>();
  while (list_size(stack) > 0) {
    Ref task = list_pop(stack, -1);
    if (task.is_error()) return Error;
    if (as_tuple(task)) return task.take();
    Ref dirs, files;
    if (!list_by_kind(task, false, dirs, files)) {
      if (!error_matches(exc::OSError)) return Error;
      Ref error = fetch_error();
      Value handler = w->on_error.peek();
      if (handler.is_none()) continue;
      Ref done = call(handler, error);
      if (done.is_error()) return Error;
      continue;
    }
    Ref result = tuple_of(task, dirs, files);
    if (w->top_down) {
      w->last.set(incref(result));
      return result.take();
    }
    if (list_append(stack, result) < 0 || !push_directories(w, task, dirs)) return Error;
  }
  return Undefined;
}

constinit Type walk_type{{
    .name = "generator", .instance_size = sizeof(Walk), .base = &object_type,
    .dealloc = [](Object* o) {
      Walk* w = static_cast<Walk*>(o);
      decref(w->stack.peek()), decref(w->last.peek()), decref(w->on_error.peek());
      free_object(o);
    },
    .iter = [](Value self) { return incref(self); }, .next = walk_next}};

Value walk(const Value* args, uint32_t) {
  Truth top_down = args[1].is_undefined() ? 1 : truth(args[1]), follow = args[3].is_undefined() ? 0 : truth(args[3]);
  Ref top = os_fspath(args[0]);
  if (top_down < 0 || follow < 0 || top.is_error()) return Error;
  Walk* w = allocate<Walk>(&walk_type);
  Value first = top;
  new (&w->stack) Slot(make_list(&first, 1));
  new (&w->last) Slot();
  new (&w->on_error) Slot(incref(args[2].is_undefined() ? None : args[2]));
  w->top_down = top_down, w->follow_links = follow;
  return object_value(w);
}

// ---- the current directory ----
Value getcwd(const Value*, uint32_t) {
  char buffer[4096];
  return ::getcwd(buffer, sizeof buffer) ? decode_file_name(buffer) : raise_os_error(errno);
}
Value getcwdb(const Value*, uint32_t) {
  char buffer[4096];
  return ::getcwd(buffer, sizeof buffer) ? make_bytes(buffer, static_cast<int64_t>(std::string_view(buffer).size())) : raise_os_error(errno);
}
Value chdir(const Value* args, uint32_t) {
  FileArgument file;
  if (!file.read(args[0], "chdir: ", FileArgument::names_or_descriptors)) return Error;
  const portalis::platform::Target& t = file.target;
  return none_if_ok(checked([&] { return t.path ? ::chdir(t.path) : portalis::platform::change_directory(t.descriptor); }, args[0]));
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("listdir", listdir, "path="), PY_KEYWORDS("scandir", scandir, "path="),
    PY_KEYWORDS("walk", walk, "top, topdown=, onerror=, followlinks="), PY_NOARGS("getcwd", getcwd),
    PY_NOARGS("getcwdb", getcwdb), PY_KEYWORDS("chdir", chdir, "path"), {},
};

}  // namespace

bool add_directories(Module* os) {
  for (Type* type : {&dir_entry_type, &scandir_iterator_type, &walk_type}) type_ready(*type);
  module_add_functions(os, functions);
  module_add_type(os, dir_entry_type);
  return true;
}

}  // namespace py::os
