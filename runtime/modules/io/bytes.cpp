// BytesIO: a binary stream in memory.
#include <cstring>

#include "runtime/modules/io/io_internal.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

// All under the object lock.
struct BytesIO : Object {
  Text* text;                            // null: closed
  int64_t at;
  int64_t exports;                       // of getbuffer()
};

BytesIO* self_of(const Value* args) { return args[0].as<BytesIO>(); }

bool check_open(BytesIO* b) {
  if (!b->text) (void)raise_closed();
  return b->text != nullptr;
}
bool check_resizable(BytesIO* b) {
  if (b->exports > 0) (void)raise(exc::BufferError, "Existing exports of data: object cannot be re-sized");
  return b->exports == 0;
}
int64_t size_of(const BytesIO* b) { return static_cast<int64_t>(b->text->size); }

// Takes up to n bytes from the current position; n negative: all.
Value take(BytesIO* b, int64_t n) {
  int64_t left = size_of(b) - b->at;
  if (left < 0) left = 0;
  if (n >= 0 && n < left) left = n;
  Value v = make_bytes(b->text->data + (left > 0 ? b->at : 0), left);
  b->at += left;
  return v;
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  static_cast<BytesIO*>(o)->text = new Text;
  return object_value(o);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("BytesIO", nullptr, "initial_bytes=");
  Value initial;
  if (!bind_arguments(definition, args, n, kwnames, &initial)) return -1;
  BytesView view;
  if (!initial.is_undefined() && !initial.is_none() && !view.argument(initial)) return -1;
  BytesIO* b = self.as<BytesIO>();
  ObjectLock lock(b);
  if (!b->text) b->text = new Text;
  b->text->size = 0;
  b->at = 0;
  b->text->append({reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)});
  return 0;
}

void dealloc(Object* self) {
  delete static_cast<BytesIO*>(self)->text;
  free_object(self);
}

Value read(const Value* args, uint32_t n) {
  int64_t size = -1;
  if (n > 1 && !size_or_none(args[1], size)) return Error;
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  return check_open(b) ? take(b, size) : Error;
}

Value read_into(const Value* args, uint32_t) {
  Buffer buffer;
  if (!writable_argument(args[1], "readinto", buffer)) return Error;
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  if (!check_open(b)) return Error;
  int64_t left = size_of(b) - b->at, n = left < 0 ? 0 : left < buffer.size ? left : buffer.size;
  if (n > 0) std::memcpy(buffer.data, b->text->data + b->at, static_cast<size_t>(n));
  b->at += n;
  return small_int(n);
}

Value line(BytesIO* b, int64_t limit) {
  ObjectLock lock(b);
  if (!check_open(b)) return Error;
  int64_t left = size_of(b) - b->at;
  if (left <= 0) return make_bytes(nullptr, 0);
  const char* start = b->text->data + b->at;
  const void* newline = std::memchr(start, '\n', static_cast<size_t>(left));
  int64_t n = newline ? static_cast<const char*>(newline) - start + 1 : left;
  return take(b, limit >= 0 && limit < n ? limit : n);
}

Value readline(const Value* args, uint32_t n) {
  int64_t limit = -1;
  return n > 1 && !size_or_none(args[1], limit) ? Error : line(self_of(args), limit);
}

Value next_line(Value self) {
  Ref bytes = line(self.as<BytesIO>(), -1);
  return bytes.is_error() ? Error : bytes.as<Bytes>()->length == 0 ? Undefined : bytes.take();
}

Value write(const Value* args, uint32_t) {
  BytesView view;
  if (!view.argument(args[1])) return Error;
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  if (!check_open(b) || !check_resizable(b)) return Error;
  Text& text = *b->text;
  int64_t end = b->at + view.size;
  if (view.size > 0 && end > size_of(b)) {
    size_t extra = static_cast<size_t>(end - size_of(b));
    std::memset(text.make_room(extra), 0, extra);        // a gap after seeking past the end reads as zeros
    text.size += extra;
  }
  if (view.size > 0) std::memcpy(text.data + b->at, view.data, static_cast<size_t>(view.size));
  b->at = end;
  return small_int(view.size);
}

Value getvalue(const Value* args, uint32_t) {
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  return check_open(b) ? make_bytes(b->text->data, size_of(b)) : Error;
}

Value seek(const Value* args, uint32_t n) {
  int64_t position, whence = 0;
  if (!size_argument(args[1], position) || (n > 2 && !size_argument(args[2], whence))) return Error;
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  if (!check_open(b)) return Error;
  if (whence == 0 && position < 0) return raise(exc::ValueError, "negative seek value %l", position);
  if (whence < 0 || whence > 2) return raise(exc::ValueError, "invalid whence (%l, should be 0, 1 or 2)", whence);
  if (whence == 1) position += b->at;
  if (whence == 2) position += size_of(b);
  b->at = position < 0 ? 0 : position;
  return make_int(b->at);
}

Value tell(const Value* args, uint32_t) { return check_open(self_of(args)) ? make_int(self_of(args)->at) : Error; }

Value truncate(const Value* args, uint32_t n) {
  BytesIO* b = self_of(args);
  int64_t size = b->at;
  if (n > 1 && !args[1].is_none() && !size_argument(args[1], size)) return Error;
  if (size < 0) return raise(exc::ValueError, "negative size value %l", size);
  ObjectLock lock(b);
  if (!check_open(b) || !check_resizable(b)) return Error;
  if (size < size_of(b)) b->text->size = static_cast<size_t>(size);
  return make_int(size);
}

Value close(const Value* args, uint32_t) {
  BytesIO* b = self_of(args);
  ObjectLock lock(b);
  if (!check_resizable(b)) return Error;
  delete std::exchange(b->text, nullptr);
  return None;
}

void release_export(Object* owner) {
  auto* b = static_cast<BytesIO*>(owner);
  ObjectLock lock(b);
  --b->exports;
}

Truth buffer(Value self, Buffer& out) {
  static uint8_t nothing;
  BytesIO* b = self.as<BytesIO>();
  ObjectLock lock(b);
  if (!check_open(b)) return -1;
  ++b->exports;
  out.data = b->text->data ? reinterpret_cast<uint8_t*>(b->text->data) : &nothing;
  out.size = size_of(b);
  out.read_only = false;
  out.owner = incref(self);
  out.release = release_export;
  return 0;
}

// The memory of a BytesIO as an object of its own, as CPython has it: BytesIO itself is not bytes-like.
struct BytesIOBuffer : Object { Value source; };

Value getbuffer(const Value* args, uint32_t);

constinit Type bytes_io_buffer_type{{
    .name = "_io._BytesIOBuffer", .instance_size = sizeof(BytesIOBuffer), .base = &object_type,
    .dealloc = [](Object* o) { decref(static_cast<BytesIOBuffer*>(o)->source); free_object(o); },
    .buffer = [](Value self, Buffer& out) { return buffer(self.as<BytesIOBuffer>()->source, out); }}};

Value getbuffer(const Value* args, uint32_t) {
  if (!check_open(self_of(args))) return Error;
  type_ready(bytes_io_buffer_type);
  BytesIOBuffer* o = allocate<BytesIOBuffer>(&bytes_io_buffer_type);
  o->source = incref(args[0]);
  Ref held(object_value(o));
  return call(value_of(memoryview_type), held);
}

Value yes(const Value* args, uint32_t) { return check_open(self_of(args)) ? True : Error; }
Value no(const Value* args, uint32_t) { return check_open(self_of(args)) ? False : Error; }
Value flush(const Value* args, uint32_t) { return check_open(self_of(args)) ? None : Error; }

constexpr NativeDef methods[] = {
    PY_RANGE("read", read, 0, 1), PY_RANGE("read1", read, 0, 1), PY_ONE("readinto", read_into), PY_ONE("readinto1", read_into),
    PY_RANGE("readline", readline, 0, 1), PY_ONE("write", write), PY_NOARGS("getvalue", getvalue), PY_NOARGS("getbuffer", getbuffer),
    PY_RANGE("seek", seek, 1, 2), PY_NOARGS("tell", tell), PY_RANGE("truncate", truncate, 0, 1), PY_NOARGS("close", close),
    PY_NOARGS("readable", yes), PY_NOARGS("writable", yes), PY_NOARGS("seekable", yes), PY_NOARGS("isatty", no),
    PY_NOARGS("flush", flush), {},
};

constexpr GetSetDef getsets[] = {{"closed", [](Value self) { return boolean(!self.as<BytesIO>()->text); }, nullptr}, {}};

}  // namespace

constinit Type bytes_io_type{{
    .name = "_io.BytesIO", .instance_size = sizeof(BytesIO), .flags = type_is_base, .base = &buffered_io_base_type,
    .doc = "Buffered I/O implementation using an in-memory bytes buffer.", .create = create, .init = init, .dealloc = dealloc,
    .iter = [](Value self) { return incref(self); }, .next = next_line, .methods = methods, .getsets = getsets}};

}  // namespace py::io
