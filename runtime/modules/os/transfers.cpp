// os: moving bytes between files and memory at given places, and what the system may do ahead or in one go.
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/buffer.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/file_calls.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;

bool optional_int(Value v, int& out) { return v.is_undefined() || int_argument(v, out); }

Value pread(const Value* args, uint32_t) {
  int fd;
  int64_t n, offset;
  if (!int_argument(args[0], fd) || !size_argument(args[1], n) || !offset_argument(args[2], offset)) return Error;
  if (n < 0) return raise_os_error(EINVAL);
  Bytes* out = allocate_bytes(n);
  if (!out) return Error;
  Ref held(object_value(out));
  Ref got = checked([&] { return ::pread(fd, out->data(), static_cast<size_t>(n), offset); });
  if (got.is_error()) return Error;
  return got.get().small_int() == n ? held.take() : make_bytes(out->data(), got.get().small_int());
}

Value pwrite(const Value* args, uint32_t) {
  int fd;
  int64_t offset;
  BytesView view;
  if (!int_argument(args[0], fd) || !view.argument(args[1]) || !offset_argument(args[2], offset)) return Error;
  return checked([&] { return ::pwrite(fd, view.data, static_cast<size_t>(view.size), offset); });
}

// The buffers of readv() and its kin, held until the call is done.
struct Parts {
  std::unique_ptr<Buffer[]> buffers;
  std::vector<iovec> vectors;
  int count() const { return static_cast<int>(vectors.size()); }

  bool read(Value list, bool writable, const char* function) {
    static Str* const get_item = intern("__getitem__");
    if (as_dict(list) || type_lookup(type_of(list), get_item).is_undefined())
      return (void)raise(exc::TypeError, "%s() arg 2 must be a sequence", function), false;
    Values items;
    if (!collect(items, list)) return false;
    buffers = std::make_unique<Buffer[]>(static_cast<size_t>(items.size()));
    for (int64_t i = 0; i < items.size(); ++i) {
      Buffer& b = buffers[static_cast<size_t>(i)];
      if (!get_buffer(items[i], b, writable)) return false;
      vectors.push_back({b.data, static_cast<size_t>(b.size)});
    }
    return true;
  }
};

Value readv(const Value* args, uint32_t) {
  int fd;
  Parts parts;
  if (!int_argument(args[0], fd) || !parts.read(args[1], true, "readv")) return Error;
  return checked([&] { return platform::wait_readable(fd), ::readv(fd, parts.vectors.data(), parts.count()); });
}
Value writev(const Value* args, uint32_t) {
  int fd;
  Parts parts;
  if (!int_argument(args[0], fd) || !parts.read(args[1], false, "writev")) return Error;
  return checked([&] { return ::writev(fd, parts.vectors.data(), parts.count()); });
}
template <auto transfer, bool into_memory>
Value vector_at(const Value* args, uint32_t n) {
  int fd, flags = 0;
  int64_t offset;
  Parts parts;
  if (!int_argument(args[0], fd) || !offset_argument(args[2], offset) || (n > 3 && !int_argument(args[3], flags))) return Error;
  if (!parts.read(args[1], into_memory, into_memory ? "preadv2" : "pwritev")) return Error;
  return checked([&] { return transfer(fd, parts.vectors.data(), parts.count(), offset, flags); });
}

Value lockf(const Value* args, uint32_t) {
  int fd, command;
  int64_t length;
  if (!int_argument(args[0], fd) || !int_argument(args[1], command) || !offset_argument(args[2], length)) return Error;
  return none_if_ok(checked([&] { return platform::lock_section(fd, command, length); }));
}

Value sendfile(const Value* args, uint32_t) {
  int out, in;
  int64_t offset = 0, count;
  bool at_offset = !args[2].is_none();
  if (!int_argument(args[0], out) || !int_argument(args[1], in) || (at_offset && !offset_argument(args[2], offset)) || !size_argument(args[3], count))
    return Error;
  return checked([&] { return platform::send_file(out, in, at_offset ? &offset : nullptr, static_cast<size_t>(count)); });
}

Value copy_file_range(const Value* args, uint32_t) {
  int in, out;
  int64_t count, offsets[2];
  int64_t* at[2] = {};
  if (!int_argument(args[0], in) || !int_argument(args[1], out) || !size_argument(args[2], count)) return Error;
  for (int i = 0; i < 2; ++i) {
    Value given = args[3 + i];
    if (given.is_undefined() || given.is_none()) continue;
    if (!offset_argument(given, offsets[i])) return Error;
    at[i] = &offsets[i];
  }
  if (count < 0) return raise(exc::ValueError, "negative value for 'count' not allowed");
  return checked([&] { return platform::copy_range(in, at[0], out, at[1], static_cast<size_t>(count)); });
}

Value posix_fadvise(const Value* args, uint32_t) {
  int fd, advice;
  int64_t offset, length;
  if (!int_argument(args[0], fd) || !offset_argument(args[1], offset) || !offset_argument(args[2], length) || !int_argument(args[3], advice)) return Error;
  return none_if_ok(checked([&] { return platform::advise(fd, offset, length, advice); }));
}
Value posix_fallocate(const Value* args, uint32_t) {
  int fd;
  int64_t offset, length;
  if (!int_argument(args[0], fd) || !offset_argument(args[1], offset) || !offset_argument(args[2], length)) return Error;
  return none_if_ok(checked([&] { return platform::reserve(fd, offset, length); }));
}

Value fdatasync(const Value* args, uint32_t) {
  int fd;
  return descriptor_argument(args[0], fd) ? none_if_ok(checked([&] { return ::fdatasync(fd); })) : Error;
}
Value sync(const Value*, uint32_t) { return none_if_ok(checked([] { return platform::synchronize(); })); }

Value closerange(const Value* args, uint32_t) {
  int low, high;
  if (!int_argument(args[0], low) || !int_argument(args[1], high)) return Error;
  if (low < 0) low = 0;
  if (low < high) {
    BlockingRegion blocking;
    platform::close_range(low, high - 1);
  }
  return None;
}

Value pipe2(const Value* args, uint32_t) {
  int flags, ends[2];
  if (!int_argument(args[0], flags)) return Error;
  if (platform::make_pipe(ends, flags) < 0) return raise_os_error(errno);
  return tuple_of(small_int(ends[0]), small_int(ends[1]));
}

Value memfd_create(const Value* args, uint32_t) {
  SystemPath name;
  int64_t flags = 1;                     // MFD_CLOEXEC
  if (!name.read(args[0]) || (!args[1].is_undefined() && !offset_argument(args[1], flags))) return Error;
  return checked([&] { return platform::memory_file(name.c(), static_cast<unsigned>(flags)); });
}

Value getrandom(const Value* args, uint32_t) {
  int64_t n;
  int flags = 0;
  if (!size_argument(args[0], n) || !optional_int(args[1], flags)) return Error;
  if (n < 0) return raise_os_error(EINVAL);
  Bytes* out = allocate_bytes(n);
  if (!out) return Error;
  Ref held(object_value(out));
  Ref got = checked([&] { return platform::get_random(out->data(), static_cast<size_t>(n), static_cast<unsigned>(flags)); });
  if (got.is_error()) return Error;
  return got.get().small_int() == n ? held.take() : make_bytes(out->data(), got.get().small_int());
}

constexpr NativeDef functions[] = {
    PY_RANGE("pread", pread, 3, 3), PY_RANGE("pwrite", pwrite, 3, 3), PY_RANGE("readv", readv, 2, 2), PY_RANGE("writev", writev, 2, 2),
    PY_RANGE("preadv", (vector_at<platform::read_vector, true>), 3, 4), PY_RANGE("pwritev", (vector_at<platform::write_vector, false>), 3, 4),
    PY_RANGE("lockf", lockf, 3, 3), PY_KEYWORDS("sendfile", sendfile, "out_fd, in_fd, offset, count"),
    PY_KEYWORDS("copy_file_range", copy_file_range, "src, dst, count, offset_src=, offset_dst="),
    PY_RANGE("posix_fadvise", posix_fadvise, 4, 4), PY_RANGE("posix_fallocate", posix_fallocate, 3, 3),
    PY_KEYWORDS("fdatasync", fdatasync, "fd"), PY_NOARGS("sync", sync),
    PY_RANGE("closerange", closerange, 2, 2), PY_ONE("pipe2", pipe2), PY_KEYWORDS("memfd_create", memfd_create, "name, flags="),
    PY_KEYWORDS("getrandom", getrandom, "size, flags="), {},
};

}  // namespace

bool add_transfers(Module* os) {
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
