// FileIO: an unbuffered file of the operating system.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "runtime/modules/io/io_internal.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/modules/os/path_argument.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

constexpr int64_t largest_transfer = 0x7ffff000;         // what Linux moves in one call

FileIO* self_of(const Value* args) { return args[0].as<FileIO>(); }

const char* mode_of(const FileIO* f) {
  if (f->created) return f->readable ? "xb+" : "xb";
  if (f->appending) return f->readable ? "ab+" : "ab";
  return f->readable ? (f->writable ? "rb+" : "rb") : "wb";
}

bool check_open(FileIO* f) {
  if (f->fd < 0) (void)raise(exc::ValueError, "I/O operation on closed file");
  return f->fd >= 0;
}
bool check_readable(FileIO* f) {
  if (!check_open(f)) return false;
  if (!f->readable) (void)raise_unsupported("File not open for reading");
  return f->readable;
}
bool check_writable(FileIO* f) {
  if (!check_open(f)) return false;
  if (!f->writable) (void)raise_unsupported("File not open for writing");
  return f->writable;
}

// Repeats a system call that a signal interrupted, after the signal's handler ran. -1 with the error pending, -2: EAGAIN.
template <class Call>
int64_t retried(Call call) {
  for (;;) {
    int64_t n;
    int error;
    {
      BlockingRegion blocking;
      n = call();
      error = errno;
    }
    if (n >= 0) return n;
    if (error == EAGAIN || error == EWOULDBLOCK) return -2;
    if (error != EINTR) return (void)raise_os_error(error), -1;
    if (!safepoint_slow()) return -1;
  }
}

bool parse_mode(const char* mode, FileIO* f, int& flags) {
  int kinds = 0;
  bool plus = false;
  f->created = f->readable = f->writable = f->appending = false;
  flags = O_CLOEXEC;
  for (const char* p = mode; *p; ++p) {
    switch (*p) {
      case 'x': ++kinds, f->created = f->writable = true, flags |= O_EXCL | O_CREAT; break;
      case 'r': ++kinds, f->readable = true; break;
      case 'w': ++kinds, f->writable = true, flags |= O_CREAT | O_TRUNC; break;
      case 'a': ++kinds, f->writable = f->appending = true, flags |= O_APPEND | O_CREAT; break;
      case 'b': break;
      case '+':
        if (plus) kinds = 2;
        plus = f->readable = f->writable = true;
        break;
      default: (void)raise(exc::ValueError, "invalid mode: %s", mode); return false;
    }
  }
  if (kinds != 1) {
    (void)raise(exc::ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    return false;
  }
  flags |= f->readable && f->writable ? O_RDWR : f->readable ? O_RDONLY : O_WRONLY;
  return true;
}

bool open_path(FileIO* f, Value file, Value opener, int flags) {
  if (!opener.is_none()) {
    Ref result = call(opener, file, small_int(flags));
    if (result.is_error()) return false;
    int64_t fd;
    if (!is_int(result)) return (void)raise(exc::TypeError, "expected integer from opener"), false;
    if (!to_index_int64(result, fd)) return false;
    if (fd < 0) return (void)raise(exc::ValueError, "opener returned %l", fd), false;
    f->fd = static_cast<int>(fd);
    return true;
  }
  Text path;
  if (!os_path_argument(file, path)) return false;
  for (;;) {
    int error;
    {
      BlockingRegion blocking;
      f->fd = ::open(path.data, flags, 0666);
      error = errno;
    }
    if (f->fd >= 0) return true;
    if (error != EINTR) return (void)raise_os_error(error, file), false;
    if (!safepoint_slow()) return false;
  }
}

bool init_file(FileIO* f, Value file, const char* mode, bool close_fd, Value opener) {
  int flags;
  if (!parse_mode(mode, f, flags)) return false;
  f->seekable = -1;
  f->close_fd = close_fd;
  if (is_int(file) && !file.is_bool()) {
    int64_t fd;
    if (!to_index_int64(file, fd)) return false;
    if (fd < 0) return (void)raise(exc::ValueError, "negative file descriptor"), false;
    struct stat info;
    if (fstat(static_cast<int>(fd), &info) < 0) return (void)raise_os_error(errno), false;
    f->fd = static_cast<int>(fd);
  } else {
    if (!close_fd) return (void)raise(exc::ValueError, "Cannot use closefd=False with file name"), false;
    if (!open_path(f, file, opener, flags)) return false;
  }
  f->name.set(incref(file));
  struct stat info;
  if (fstat(f->fd, &info) == 0 && S_ISDIR(info.st_mode)) {
    if (f->close_fd && !is_int(file)) ::close(f->fd);
    f->fd = -1;
    return (void)raise_os_error(EISDIR, file), false;
  }
  if (f->appending) (void)::lseek(f->fd, 0, SEEK_END);
  return true;
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  FileIO* f = static_cast<FileIO*>(o);
  f->fd = -1;
  f->name.init(Undefined);
  return object_value(o);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("FileIO", nullptr, "file, mode=, closefd=, opener=");
  Value given[4];
  if (!bind_arguments(definition, args, n, kwnames, given)) return -1;
  Text mode;
  if (!given[1].is_undefined()) {
    Str* s = str_argument(given[1], "FileIO", "'mode'");
    if (!s) return -1;
    append_utf8(mode, s);
  } else {
    mode.append("r");
  }
  mode.append('\0');
  Truth close_fd = given[2].is_undefined() ? 1 : truth(given[2]);
  if (close_fd < 0) return -1;
  return init_file(self.as<FileIO>(), given[0], mode.data, close_fd, given[3].is_undefined() ? None : given[3]) ? 0 : -1;
}

void dealloc(Object* self) {
  decref(static_cast<FileIO*>(self)->name.peek());
  free_object(self);
}

Value read(const Value* args, uint32_t n) {
  FileIO* f = self_of(args);
  int64_t size = -1;
  if (!check_readable(f) || (n > 1 && !size_or_none(args[1], size))) return Error;
  if (size < 0) return file_read_all(f);
  Bytes* out = allocate_bytes(size);
  if (!out) return Error;
  int64_t got = file_read(f, out->data(), size);
  Ref held(object_value(out));
  if (got < 0) return got == -2 ? None : Error;
  return got == size ? held.take() : make_bytes(out->data(), got);
}

Value read_all(const Value* args, uint32_t) { return check_readable(self_of(args)) ? file_read_all(self_of(args)) : Error; }

Value read_into(const Value* args, uint32_t) {
  Buffer buffer;
  if (!check_readable(self_of(args)) || !writable_argument(args[1], "readinto", buffer)) return Error;
  int64_t got = file_read(self_of(args), buffer.data, buffer.size);
  return got == -2 ? None : got < 0 ? Error : small_int(got);
}

Value write(const Value* args, uint32_t) {
  if (!check_writable(self_of(args))) return Error;
  BytesView view;
  if (!view.argument(args[1])) return Error;
  int64_t written = file_write(self_of(args), view.data, view.size);
  return written == -2 ? None : written < 0 ? Error : small_int(written);
}

Value seek(const Value* args, uint32_t n) {
  int64_t offset, whence = 0;
  if (!check_open(self_of(args)) || !size_argument(args[1], offset) || (n > 2 && !size_argument(args[2], whence))) return Error;
  int64_t at = file_seek(self_of(args), offset, static_cast<int>(whence));
  return at < 0 ? Error : small_int(at);
}

Value tell(const Value* args, uint32_t) {
  if (!check_open(self_of(args))) return Error;
  int64_t at = file_seek(self_of(args), 0, SEEK_CUR);
  return at < 0 ? Error : small_int(at);
}

Value truncate(const Value* args, uint32_t n) {
  FileIO* f = self_of(args);
  if (!check_writable(f)) return Error;
  int64_t size;
  if (n == 1 || args[1].is_none()) {
    if ((size = file_seek(f, 0, SEEK_CUR)) < 0) return Error;
  } else if (!size_argument(args[1], size)) {
    return Error;
  }
  return retried([&] { return ::ftruncate(f->fd, size); }) < 0 ? Error : make_int(size);
}

Value close(const Value* args, uint32_t) {
  FileIO* f = self_of(args);
  int fd = std::exchange(f->fd, -1);
  if (fd < 0 || !f->close_fd) return None;
  int result, error;
  {
    BlockingRegion blocking;
    result = ::close(fd);
    error = errno;
  }
  return result < 0 && error != EINTR ? raise_os_error(error) : None;
}

Value fileno(const Value* args, uint32_t) { return check_open(self_of(args)) ? small_int(self_of(args)->fd) : Error; }
Value isatty(const Value* args, uint32_t) { return check_open(self_of(args)) ? boolean(::isatty(self_of(args)->fd)) : Error; }
Value readable(const Value* args, uint32_t) { return check_open(self_of(args)) ? boolean(self_of(args)->readable) : Error; }
Value writable(const Value* args, uint32_t) { return check_open(self_of(args)) ? boolean(self_of(args)->writable) : Error; }
Value seekable(const Value* args, uint32_t) {
  FileIO* f = self_of(args);
  if (!check_open(f)) return Error;
  if (f->seekable < 0) f->seekable = ::lseek(f->fd, 0, SEEK_CUR) >= 0;
  return boolean(f->seekable);
}

Value file_repr(Value self) {
  FileIO* f = self.as<FileIO>();
  Text out;
  if (f->fd < 0) return make_str("<_io.FileIO [closed]>");
  Ref name = repr(f->name.peek().is_undefined() ? small_int(f->fd) : f->name.peek());
  if (name.is_error()) return Error;
  out.append("<_io.FileIO name=");
  append_utf8(out, as_str(name));
  out.append(" mode='");
  out.append(mode_of(f));
  out.append(f->close_fd ? "' closefd=True>" : "' closefd=False>");
  return out.to_str();
}

constexpr NativeDef methods[] = {
    PY_RANGE("read", read, 0, 1), PY_NOARGS("readall", read_all), PY_ONE("readinto", read_into), PY_ONE("write", write),
    PY_RANGE("seek", seek, 1, 2), PY_NOARGS("tell", tell), PY_RANGE("truncate", truncate, 0, 1), PY_NOARGS("close", close),
    PY_NOARGS("fileno", fileno), PY_NOARGS("isatty", isatty), PY_NOARGS("readable", readable), PY_NOARGS("writable", writable),
    PY_NOARGS("seekable", seekable), {},
};

constexpr GetSetDef getsets[] = {
    {"closed", [](Value self) { return boolean(self.as<FileIO>()->fd < 0); }, nullptr},
    {"closefd", [](Value self) { return boolean(self.as<FileIO>()->close_fd); }, nullptr},
    {"mode", [](Value self) { return make_str(mode_of(self.as<FileIO>())); }, nullptr},
    {"name", [](Value self) -> Value {
       Value name = self.as<FileIO>()->name.get();
       return name.is_undefined() ? raise(exc::AttributeError, "'_io.FileIO' object has no attribute 'name'") : name;
     },
     [](Value self, Value value) -> Truth { return self.as<FileIO>()->name.set(incref(value)), 0; }},
    {},
};

}  // namespace

int64_t file_read(FileIO* f, uint8_t* out, int64_t n) {
  if (n > largest_transfer) n = largest_transfer;
  return retried([&] {
    portalis::platform::wait_readable(f->fd);
    return ::read(f->fd, out, static_cast<size_t>(n));
  });
}

int64_t file_write(FileIO* f, const uint8_t* data, int64_t n) {
  if (n > largest_transfer) n = largest_transfer;
  return retried([&] { return ::write(f->fd, data, static_cast<size_t>(n)); });
}

int64_t file_seek(FileIO* f, int64_t offset, int whence) {
  int64_t at = ::lseek(f->fd, offset, whence);
  if (at < 0) (void)raise_os_error(errno);
  return at;
}

Value file_read_all(FileIO* f) {
  struct stat info;
  int64_t here = ::lseek(f->fd, 0, SEEK_CUR), guess = default_buffer_size;
  if (here >= 0 && fstat(f->fd, &info) == 0 && info.st_size > here) guess = info.st_size - here + 1;
  Text out;
  for (;; guess = default_buffer_size + static_cast<int64_t>(out.size) / 4) {
    char* room = out.make_room(static_cast<size_t>(guess));
    int64_t got = file_read(f, reinterpret_cast<uint8_t*>(room), guess);
    if (got == -1) return Error;
    if (got == -2 && out.size == 0) return None;
    if (got <= 0) return make_bytes(out.data, static_cast<int64_t>(out.size));
    out.size += static_cast<size_t>(got);
  }
}

Value make_file(Type* cls, Value file, const char* mode, bool close_fd, Value opener) {
  Ref f = create(cls, nullptr, 0, nullptr);
  return !f.is_error() && init_file(f.as<FileIO>(), file, mode, close_fd, opener) ? f.take() : Error;
}

constinit Type file_io_type{{
    .name = "_io.FileIO", .instance_size = sizeof(FileIO), .flags = type_is_base, .base = &raw_io_base_type,
    .doc = "Open a file.", .create = create, .init = init, .dealloc = dealloc, .repr = file_repr, .methods = methods, .getsets = getsets}};

}  // namespace py::io
