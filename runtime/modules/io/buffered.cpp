// BufferedReader, BufferedWriter, BufferedRandom: the buffer itself. Their methods are in io_buffered_methods.cpp.
//
// One block of memory serves reading or writing, never both at once: before the direction changes, what was written
// is passed on, or the raw position is moved back over what was read ahead. All functions here want the guard held.
#include "runtime/modules/io/buffered.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

FileIO* exact_file(Value raw) { return is_exactly(raw, file_io_type) ? raw.as<FileIO>() : nullptr; }

// A bytearray of n bytes, to be filled by readinto.
Value blank_bytearray(int64_t n) {
  Ref array = make_bytearray(nullptr, 0);
  if (array.is_error()) return Error;
  ObjectLock lock(array.as<ByteArray>());
  return bytearray_resize_locked(array.as<ByteArray>(), n) ? array.take() : Error;
}

// Bytes moved; -1 error, -2 would block.
int64_t raw_write(Buffered* b, const uint8_t* data, int64_t n) {
  Value raw = b->raw.peek();
  if (FileIO* file = exact_file(raw)) {
    if (file->fd < 0) return (void)raise(exc::ValueError, "I/O operation on closed file"), -1;
    return file_write(file, data, n);
  }
  Ref bytes = make_bytes(data, n);
  if (bytes.is_error()) return -1;
  Ref result = call_stream(raw, "write", bytes);
  if (result.is_error()) return -1;
  if (result.get().is_none()) return -2;
  int64_t written;
  if (!to_index_int64(result, written)) return -1;
  if (written < 0 || written > n)
    return (void)raise(exc::OSError, "raw write() returned invalid length %l (should have been between 0 and %l)", written, n), -1;
  return written;
}

}  // namespace

int64_t raw_read(Buffered* b, uint8_t* out, int64_t n) {
  Value raw = b->raw.peek();
  if (FileIO* file = exact_file(raw)) {
    if (file->fd < 0) return (void)raise(exc::ValueError, "I/O operation on closed file"), -1;
    return file_read(file, out, n);
  }
  Ref array = blank_bytearray(n);
  if (array.is_error()) return -1;
  Ref result = call_stream(raw, "readinto", array);
  if (result.is_error()) return -1;
  if (result.get().is_none()) return -2;
  int64_t got;
  if (!is_int(result)) return (void)raise(exc::OSError, "raw readinto() failed"), -1;
  if (!to_index_int64(result, got)) return -1;
  if (got < 0 || got > n)
    return (void)raise(exc::OSError, "raw readinto() returned invalid length %l (should have been between 0 and %l)", got, n), -1;
  ByteArray* bytes = array.as<ByteArray>();
  if (int64_t there = std::min(got, bytes->length); there > 0) std::memcpy(out, bytes->data, static_cast<size_t>(there));
  return got;
}

int64_t raw_seek(Buffered* b, int64_t offset, int whence) {
  Value raw = b->raw.peek();
  if (FileIO* file = exact_file(raw)) {
    if (file->fd < 0) return (void)raise(exc::ValueError, "I/O operation on closed file"), -1;
    return file_seek(file, offset, whence);
  }
  static Str* const seek = intern("seek");
  Ref offset_value = make_int(offset);
  Value args[] = {raw, offset_value, small_int(whence)};
  Ref result = call_method(seek, args, 3);
  int64_t at;
  if (result.is_error() || !to_index_int64(result, at)) return -1;
  if (at < 0) return (void)raise(exc::OSError, "Raw stream returned invalid position %l", at), -1;
  return at;
}

bool flush_pending(Buffered* b) {
  int64_t done = 0;
  while (done < b->pending) {
    int64_t n = raw_write(b, b->memory + done, b->pending - done);
    if (n < 0) {
      b->pending -= done;
      std::memmove(b->memory, b->memory + done, static_cast<size_t>(b->pending));
      if (n == -2) (void)raise_os_error(EAGAIN);
      return false;
    }
    done += n;
  }
  b->pending = 0;
  return true;
}

bool begin_reading(Buffered* b) { return b->pending == 0 || flush_pending(b); }

bool begin_writing(Buffered* b) {
  if (b->at < b->end && raw_seek(b, b->at - b->end, SEEK_CUR) < 0) return false;
  b->at = b->end = 0;
  return true;
}

int64_t fill(Buffered* b) {
  if (b->at < b->end) return b->end - b->at;
  b->at = b->end = 0;
  int64_t n = raw_read(b, b->memory, b->size);
  if (n > 0) b->end = n;
  return n;
}

bool is_buffered(Value v) {
  return is_exactly(v, buffered_reader_type) || is_exactly(v, buffered_writer_type) || is_exactly(v, buffered_random_type);
}

bool check_usable(Buffered* b, const char* closed_message) {
  Value raw = b->raw.peek();
  if (raw.is_undefined()) return (void)raise(exc::ValueError, "raw stream has been detached"), false;
  Truth closed = is_exactly(raw, file_io_type) ? raw.as<FileIO>()->fd < 0 : stream_closed(raw);
  if (closed > 0) (void)raise(exc::ValueError, closed_message);
  return closed == 0;
}

int64_t buffered_read_some(Buffered* b, Text& out, int64_t n) {
  StreamGuard guard(b->mutex, object_value(b));
  if (!guard.ok || !check_usable(b, "read of closed file") || !begin_reading(b)) return -1;
  int64_t ready = fill(b);
  if (ready == -2) return (void)raise_os_error(EAGAIN), -1;
  if (ready <= 0) return ready;
  if (n >= 0 && ready > n) ready = n;
  out.append({reinterpret_cast<char*>(b->memory + b->at), static_cast<size_t>(ready)});
  b->at += ready;
  return ready;
}

bool write_locked(Buffered* b, const uint8_t* data, int64_t n) {
  if (!begin_writing(b)) return false;
  if (n == 0) return true;               // an empty buffer may have no address
  if (n <= b->size - b->pending) {
    std::memcpy(b->memory + b->pending, data, static_cast<size_t>(n));
    b->pending += n;
    return true;
  }
  if (!flush_pending(b)) return false;
  while (n >= b->size) {
    int64_t written = raw_write(b, data, n);
    if (written == -2) (void)raise_os_error(EAGAIN);
    if (written < 0) return false;
    data += written, n -= written;
  }
  std::memcpy(b->memory, data, static_cast<size_t>(n));
  b->pending = n;
  return true;
}

bool buffered_write(Buffered* b, const uint8_t* data, int64_t n) {
  StreamGuard guard(b->mutex, object_value(b));
  return guard.ok && check_usable(b, "write to closed file") && write_locked(b, data, n);
}

bool buffered_flush(Buffered* b) {
  StreamGuard guard(b->mutex, object_value(b));
  return guard.ok && check_usable(b, b->can_write ? "flush of closed file" : "I/O operation on closed file.") && flush_pending(b);
}

Value allocate_buffered(Type* cls) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  Buffered* b = static_cast<Buffered*>(o);
  b->raw.init(Undefined);
  for (Type* t = cls; t; t = t->base) {
    b->can_read = b->can_read || t == &buffered_reader_type || t == &buffered_random_type;
    b->can_write = b->can_write || t == &buffered_writer_type || t == &buffered_random_type;
  }
  return object_value(b);
}

bool init_buffered(Buffered* b, Value raw, int64_t size) {
  if (size <= 0) return (void)raise(exc::ValueError, "buffer size must be strictly positive"), false;
  if (!is_exactly(raw, file_io_type)) {
    Truth readable = b->can_read ? stream_truth(raw, "readable") : 1, writable = b->can_write ? stream_truth(raw, "writable") : 1;
    if (readable < 0 || writable < 0) return false;
    if (!readable || !writable) return (void)raise_unsupported(readable ? "File or stream is not writable." : "File or stream is not readable."), false;
  } else {
    FileIO* file = raw.as<FileIO>();
    if (b->can_read && !file->readable) return (void)raise_unsupported("File or stream is not readable."), false;
    if (b->can_write && !file->writable) return (void)raise_unsupported("File or stream is not writable."), false;
  }
  std::free(b->memory);
  b->memory = static_cast<uint8_t*>(std::malloc(static_cast<size_t>(size)));
  if (!b->memory) return (void)raise_no_memory(), false;
  b->size = size;
  b->at = b->end = b->pending = 0;
  b->raw.set(incref(raw));
  if (b->can_write) link_stream(b);
  return true;
}

Value make_buffered(Type* cls, Value raw, int64_t buffer_size) {
  Ref b = allocate_buffered(cls);
  return !b.is_error() && init_buffered(b.as<Buffered>(), raw, buffer_size) ? b.take() : Error;
}

}  // namespace py::io
