// The methods and types of the buffered streams.
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "runtime/modules/io/buffered.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

Buffered* self_of(const Value* args) { return args[0].as<Buffered>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) { return allocate_buffered(cls); }

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("BufferedReader", nullptr, "raw, buffer_size=");
  Value given[2];
  int64_t size = default_buffer_size;
  if (!bind_arguments(definition, args, n, kwnames, given)) return -1;
  if (!given[1].is_undefined() && !size_argument(given[1], size)) return -1;
  return init_buffered(self.as<Buffered>(), given[0], size) ? 0 : -1;
}

void dealloc(Object* self) {
  Buffered* b = static_cast<Buffered*>(self);
  unlink_stream(b);
  std::free(b->memory);
  decref(b->raw.peek());
  free_object(self);
}

// Reads until n bytes (negative: the end) are collected. False: error.
bool read_fully(Buffered* b, Text& out, int64_t n, bool& would_block) {
  would_block = false;
  while (n < 0 || static_cast<int64_t>(out.size) < n) {
    int64_t missing = n < 0 ? INT64_MAX : n - static_cast<int64_t>(out.size), got;
    if (b->at == b->end && (n < 0 || missing >= b->size)) {      // large: past the buffer
      int64_t room = n < 0 ? default_buffer_size * 4 + static_cast<int64_t>(out.size) / 4 : missing;
      char* to = out.make_room(static_cast<size_t>(room));
      got = raw_read(b, reinterpret_cast<uint8_t*>(to), room);
      if (got > 0) out.size += static_cast<size_t>(got);
    } else if ((got = fill(b)) > 0) {
      if (got > missing) got = missing;
      out.append({reinterpret_cast<char*>(b->memory + b->at), static_cast<size_t>(got)});
      b->at += got;
    }
    if (got == -1) return false;
    if (got == -2) return would_block = true;
    if (got == 0) return true;
  }
  return true;
}

Value bytes_from(const Text& text) { return make_bytes(text.data, static_cast<int64_t>(text.size)); }

Value read(const Value* args, uint32_t n) {
  Buffered* b = self_of(args);
  int64_t size = -1;
  if (n > 1 && !size_or_none(args[1], size)) return Error;
  if (size < -1) return raise(exc::ValueError, "read length must be non-negative or -1");
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !check_usable(b, "read of closed file") || !begin_reading(b)) return Error;
  Text out;
  bool would_block;
  if (!read_fully(b, out, size, would_block)) return Error;
  return would_block && out.size == 0 ? None : bytes_from(out);
}

Value read1(const Value* args, uint32_t n) {
  int64_t size = -1;
  if (n > 1 && !size_argument(args[1], size)) return Error;
  Buffered* b = self_of(args);
  if (size < 0) size = b->size;
  Text out;
  return buffered_read_some(b, out, size) < 0 ? Error : bytes_from(out);
}

Value peek(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !check_usable(b, "peek of closed file") || !begin_reading(b)) return Error;
  int64_t ready = fill(b);
  return ready == -1 ? Error : make_bytes(b->memory + b->at, ready > 0 ? ready : 0);
}

Value read_into(const Value* args, bool once) {
  Buffer buffer;
  Buffered* b = self_of(args);
  if (!check_usable(b, "readinto of closed file") || !writable_argument(args[1], once ? "readinto1" : "readinto", buffer)) return Error;
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !begin_reading(b)) return Error;
  int64_t done = 0;
  while (done < buffer.size) {
    int64_t got = fill(b);
    if (got == -1) return Error;
    if (got == -2 && done == 0) return None;
    if (got <= 0) break;
    if (got > buffer.size - done) got = buffer.size - done;
    std::memcpy(buffer.data + done, b->memory + b->at, static_cast<size_t>(got));
    b->at += got;
    done += got;
    if (once) break;
  }
  return small_int(done);
}

// The next line, at most limit bytes (negative: any length); empty at the end. False: error.
bool line_locked(Buffered* b, Text& out, int64_t limit) {
  while (limit < 0 || static_cast<int64_t>(out.size) < limit) {
    int64_t ready = fill(b);
    if (ready == -1) return false;
    if (ready <= 0) break;
    if (limit >= 0 && ready > limit - static_cast<int64_t>(out.size)) ready = limit - static_cast<int64_t>(out.size);
    const uint8_t* start = b->memory + b->at;
    const void* newline = std::memchr(start, '\n', static_cast<size_t>(ready));
    int64_t taken = newline ? static_cast<const uint8_t*>(newline) - start + 1 : ready;
    out.append({reinterpret_cast<const char*>(start), static_cast<size_t>(taken)});
    b->at += taken;
    if (newline) break;
  }
  return true;
}

Value line(Value self, int64_t limit) {
  Buffered* b = self.as<Buffered>();
  StreamGuard guard(b->mutex, self);
  if (!guard.ok || !check_usable(b, "readline of closed file") || !begin_reading(b)) return Error;
  Text out;
  return line_locked(b, out, limit) ? bytes_from(out) : Error;
}

Value readline(const Value* args, uint32_t n) {
  int64_t limit = -1;
  return n > 1 && !size_or_none(args[1], limit) ? Error : line(args[0], limit);
}

Value next_line(Value self) {
  Ref bytes = line(self, -1);
  return bytes.is_error() ? Error : bytes.as<Bytes>()->length == 0 ? Undefined : bytes.take();
}

Value write(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  BytesView view;
  if (!view.argument(args[1])) return Error;
  return buffered_write(b, view.data, view.size) ? small_int(view.size) : Error;
}

Value flush(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  if (!buffered_flush(b)) return Error;
  if (is_exactly(b->raw.peek(), file_io_type)) return None;
  Ref done = call_stream(b->raw.peek(), "flush");
  return done.is_error() ? Error : None;
}

Value tell(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !check_usable(b, "I/O operation on closed file")) return Error;
  int64_t at = raw_seek(b, 0, SEEK_CUR);
  return at < 0 ? Error : make_int(at - (b->end - b->at) + b->pending);
}

Value seek(const Value* args, uint32_t n) {
  Buffered* b = self_of(args);
  int64_t offset, whence = 0;
  if (n > 2 && !size_argument(args[2], whence)) return Error;
  if (whence < 0 || whence > 4) return raise(exc::ValueError, "whence value %l unsupported", whence);
  if (!check_usable(b, "seek of closed file") || !size_argument(args[1], offset)) return Error;
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !flush_pending(b)) return Error;
  if (whence == SEEK_CUR) offset -= b->end - b->at;
  int64_t at = raw_seek(b, offset, static_cast<int>(whence));
  if (at < 0) return Error;
  b->at = b->end = 0;
  return make_int(at);
}

Value truncate(const Value* args, uint32_t n) {
  Buffered* b = self_of(args);
  if (!b->can_write) return raise_unsupported("truncate");
  StreamGuard guard(b->mutex, args[0]);
  if (!guard.ok || !check_usable(b, "truncate of closed file") || !flush_pending(b) || !begin_writing(b)) return Error;
  return n == 1 || args[1].is_none() ? call_stream(b->raw.peek(), "truncate") : call_stream(b->raw.peek(), "truncate", args[1]);
}

Value close(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  if (b->raw.peek().is_undefined()) return None;
  Truth closed = stream_closed(b->raw.peek());
  if (closed != 0) return closed > 0 ? None : Error;
  Ref flushed = call_stream(args[0], "flush");
  Value failure = flushed.is_error() ? fetch_error() : Undefined;
  Ref done = call_stream(b->raw.peek(), "close");
  b->at = b->end = b->pending = 0;
  if (failure.is_undefined()) return done.is_error() ? Error : None;
  if (done.is_error()) clear_error();
  restore_error(failure);
  return Error;
}

Value detach(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  Ref flushed = call_stream(args[0], "flush");
  if (flushed.is_error()) return Error;
  if (!begin_writing(b)) clear_error();
  Value raw = b->raw.get();
  b->raw.set(Undefined);
  return raw;
}

template <const char* name>
Value forward(const Value* args, uint32_t) {
  Buffered* b = self_of(args);
  if (b->raw.peek().is_undefined()) return raise(exc::ValueError, "raw stream has been detached");
  return call_stream(b->raw.peek(), name);
}
constexpr char readable_name[] = "readable", writable_name[] = "writable", seekable_name[] = "seekable", fileno_name[] = "fileno", isatty_name[] = "isatty";

Value raw_attribute(Value self, const char* name) {
  Value raw = self.as<Buffered>()->raw.peek();
  if (raw.is_undefined()) return raise(exc::ValueError, "raw stream has been detached");
  return get_attribute(raw, intern(name));
}

Value buffered_repr(Value self) {
  Text out;
  out.append("<");
  out.append(type_of(self)->flags & type_is_heap ? "" : type_of(self)->name);
  if (out.size == 1) {
    static Str* const qualname = intern("__qualname__");
    Ref name = get_attribute(value_of(*type_of(self)), qualname);
    if (name.is_error() || !as_str(name)) return Error;
    append_utf8(out, as_str(name));
  }
  Ref name = raw_attribute(self, "name");
  if (name.is_error()) {
    clear_error();
  } else {
    Ref text = repr(name);
    if (text.is_error()) return Error;
    out.append(" name=");
    append_utf8(out, as_str(text));
  }
  out.append(">");
  return out.to_str();
}

constexpr GetSetDef getsets[] = {
    {"raw", [](Value self) -> Value {
       Value raw = self.as<Buffered>()->raw.get();
       return raw.is_undefined() ? raise(exc::ValueError, "raw stream has been detached") : raw;
     }, nullptr},
    {"closed", [](Value self) { return raw_attribute(self, "closed"); }, nullptr},
    {"name", [](Value self) { return raw_attribute(self, "name"); }, nullptr},
    {"mode", [](Value self) { return raw_attribute(self, "mode"); }, nullptr},
    {},
};

#define PY_COMMON                                                                                                       \
  PY_NOARGS("readable", forward<readable_name>), PY_NOARGS("writable", forward<writable_name>),                         \
      PY_NOARGS("seekable", forward<seekable_name>), PY_NOARGS("fileno", forward<fileno_name>),                         \
      PY_NOARGS("isatty", forward<isatty_name>), PY_NOARGS("flush", flush), PY_NOARGS("tell", tell),                    \
      PY_RANGE("seek", seek, 1, 2), PY_RANGE("truncate", truncate, 0, 1), PY_NOARGS("close", close), PY_NOARGS("detach", detach)
#define PY_READING                                                                                                      \
  PY_RANGE("read", read, 0, 1), PY_RANGE("read1", read1, 0, 1), PY_RANGE("peek", peek, 0, 1), PY_RANGE("readline", readline, 0, 1), \
      PY_ONE("readinto", [](const Value* args, uint32_t) { return read_into(args, false); }),                           \
      PY_ONE("readinto1", [](const Value* args, uint32_t) { return read_into(args, true); })

constexpr NativeDef reader_methods[] = {PY_COMMON, PY_READING, {}};
constexpr NativeDef writer_methods[] = {PY_COMMON, PY_ONE("write", write), {}};
constexpr NativeDef random_methods[] = {PY_COMMON, PY_READING, PY_ONE("write", write), {}};

}  // namespace

constinit Type buffered_reader_type{{
    .name = "_io.BufferedReader", .instance_size = sizeof(Buffered), .flags = type_is_base, .base = &buffered_io_base_type,
    .doc = "Create a new buffered reader using the given readable raw IO object.", .create = create, .init = init,
    .dealloc = dealloc, .repr = buffered_repr, .next = next_line, .methods = reader_methods, .getsets = getsets}};
constinit Type buffered_writer_type{{
    .name = "_io.BufferedWriter", .instance_size = sizeof(Buffered), .flags = type_is_base, .base = &buffered_io_base_type,
    .doc = "A buffer for a writeable sequential RawIO object.", .create = create, .init = init, .dealloc = dealloc,
    .repr = buffered_repr, .methods = writer_methods, .getsets = getsets}};
constinit Type buffered_random_type{{
    .name = "_io.BufferedRandom", .instance_size = sizeof(Buffered), .flags = type_is_base, .base = &buffered_io_base_type,
    .doc = "A buffered interface to random access streams.", .create = create, .init = init, .dealloc = dealloc,
    .repr = buffered_repr, .next = next_line, .methods = random_methods, .getsets = getsets}};

}  // namespace py::io
