// The abstract classes of io: what every stream has, in terms of read, write, seek and so on of its class.
#include <cstring>

#include "runtime/modules/io/io_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {

StreamGuard::StreamGuard(StreamMutex& mutex, Value stream) : ok(true), mutex_(mutex) {
  if (!mutex.mutex.try_lock()) {
    if (mutex.owner.load(std::memory_order_relaxed) == this_thread) {
      ok = false;
      (void)raise(exc::RuntimeError, "reentrant call inside %R", stream);
      return;
    }
    BlockingRegion blocking;
    mutex.mutex.lock();
  }
  mutex.owner.store(this_thread, std::memory_order_relaxed);
}

StreamGuard::~StreamGuard() {
  if (!ok) return;
  mutex_.owner.store(nullptr, std::memory_order_relaxed);
  mutex_.mutex.unlock();
}

Value raise_closed() { return raise(exc::ValueError, "I/O operation on closed file."); }

constinit Type unsupported_operation_type{{.name = "io.UnsupportedOperation", .flags = type_is_base | type_has_dict | kind_exception,
                                             .base = &exc::OSError, .second_base = &exc::ValueError}};

Value raise_unsupported(const char* what) {
  Ref message = make_str(what);
  Ref error = call(value_of(unsupported_operation_type), message);
  return error.is_error() ? Error : raise_value(error);
}

Value call_stream(Value stream, const char* method) { return call_method(stream, intern(method)); }
Value call_stream(Value stream, const char* method, Value argument) { return call_method(stream, intern(method), argument); }

Truth stream_truth(Value stream, const char* method) {
  Ref result = call_stream(stream, method);
  return result.is_error() ? -1 : truth(result);
}

Truth stream_closed(Value stream) {
  static Str* const closed = intern("closed");
  Ref result = get_attribute(stream, closed);
  return result.is_error() ? -1 : truth(result);
}

bool writable_argument(Value v, const char* function, Buffer& out) {
  if (is_bytes_like(v)) {
    if (!get_buffer(v, out)) return false;
    if (!out.read_only) return true;
  }
  return (void)raise(exc::TypeError, "%s() argument must be read-write bytes-like object, not %T", function, v), false;
}

bool size_or_none(Value v, int64_t& out) {
  out = -1;
  if (v.is_undefined() || v.is_none()) return true;
  if (!is_int(v) && !type_of(v)->number.index) {
    (void)raise(exc::TypeError, "argument should be integer or None, not '%T'", v);
    return false;
  }
  return size_argument(v, out);
}

namespace {

Str* closed_marker() {
  static Str* const name = intern("__IOBase_closed");
  return name;
}

bool check_open(Value self) {
  Truth closed = stream_closed(self);
  if (closed > 0) (void)raise_closed();
  return closed == 0;
}

Value unsupported(const char* what) { return raise_unsupported(what); }

Value close(const Value* args, uint32_t) {
  Ref marker = get_attribute_or_undefined(args[0], closed_marker());
  if (marker.is_error()) return Error;
  if (!marker.is_undefined()) return None;
  Ref flushed = call_stream(args[0], "flush");
  Value pending = flushed.is_error() ? fetch_error() : Undefined;
  set_attribute(args[0], closed_marker(), True);
  if (pending.is_undefined()) return None;
  restore_error(pending);
  return Error;
}

Value flush(const Value* args, uint32_t) { return check_open(args[0]) ? None : Error; }
Value no(const Value* args, uint32_t) { return check_open(args[0]) ? False : Error; }
Value enter(const Value* args, uint32_t) { return check_open(args[0]) ? incref(args[0]) : Error; }
Value exit(const Value* args, uint32_t) {
  Ref done = call_stream(args[0], "close");
  return done.is_error() ? Error : None;
}
Value tell(const Value* args, uint32_t) {
  static Str* const seek = intern("seek");
  Value call_args[] = {args[0], small_int(0), small_int(1)};
  return call_method(seek, call_args, 3);
}

Value iter(Value self) { return check_open(self) ? incref(self) : Error; }

Value next(Value self) {
  Ref line = call_stream(self, "readline");
  if (line.is_error()) return Error;
  int64_t n = length(line);
  return n < 0 ? Error : n == 0 ? Undefined : line.take();
}

Value readline(const Value* args, uint32_t n) {
  int64_t limit = -1;
  if (n > 1 && !size_or_none(args[1], limit)) return Error;
  static Str *const peek = intern("peek"), *const read = intern("read");
  Ref peek_method = get_attribute_or_undefined(args[0], peek);
  if (peek_method.is_error()) return Error;
  Text out;
  while (limit < 0 || static_cast<int64_t>(out.size) < limit) {
    int64_t wanted = 1;
    if (!peek_method.is_undefined()) {
      Ref ahead = call(peek_method, small_int(1));
      if (ahead.is_error()) return Error;
      BytesView view;
      if (!view.argument(ahead)) return Error;
      const void* newline = view.size > 0 ? std::memchr(view.data, '\n', static_cast<size_t>(view.size)) : nullptr;
      if (view.size > 0) wanted = newline ? static_cast<const uint8_t*>(newline) - view.data + 1 : view.size;
      if (limit >= 0 && wanted > limit - static_cast<int64_t>(out.size)) wanted = limit - static_cast<int64_t>(out.size);
    }
    Ref part = call_method(args[0], read, small_int(wanted));
    if (part.is_error()) return Error;
    Bytes* bytes = as_bytes(part);
    if (!bytes) return raise(exc::OSError, "read() should have returned a bytes object, not '%T'", part.get());
    if (bytes->length == 0) break;
    out.append({reinterpret_cast<const char*>(bytes->data()), static_cast<size_t>(bytes->length)});
    if (bytes->data()[bytes->length - 1] == '\n') break;
  }
  return make_bytes(out.data, static_cast<int64_t>(out.size));
}

Value readlines(const Value* args, uint32_t n) {
  int64_t hint = -1, total = 0;
  if (n > 1 && !size_or_none(args[1], hint)) return Error;
  if (hint <= 0) return to_list(args[0]);
  Ref lines = make_list(nullptr, 0), it = py::iter(args[0]);
  if (it.is_error()) return Error;
  for (;;) {
    Ref line = py::next(it);
    if (line.is_error()) return Error;
    if (line.is_undefined()) return lines.take();
    if (list_append(lines.as<List>(), line) < 0) return Error;
    int64_t size = length(line);
    if (size < 0) return Error;
    total += size;
    if (total > hint) return lines.take();
  }
}

Value writelines(const Value* args, uint32_t) {
  static Str* const write = intern("write");
  if (!check_open(args[0])) return Error;
  Ref it = py::iter(args[1]);
  if (it.is_error()) return Error;
  for (;;) {
    Ref line = py::next(it);
    if (line.is_error()) return Error;
    if (line.is_undefined()) return None;
    Ref done = call_method(args[0], write, line);
    if (done.is_error()) return Error;
  }
}

template <bool (*check)(Value)>
Value check_method(const Value* args, uint32_t) { return check(args[0]) ? None : Error; }
template <int which>
bool check_ability(Value self) {
  static constexpr const char* names[] = {"readable", "writable", "seekable"};
  static constexpr const char* messages[] = {"File or stream is not readable.", "File or stream is not writable.", "File or stream is not seekable."};
  Truth t = stream_truth(self, names[which]);
  if (t == 0) (void)raise_unsupported(messages[which]);
  return t > 0;
}

#define PY_REFUSE(name) {#name, [](const Value*, uint32_t) { return unsupported(#name); }, Arity::range, 0, 255, nullptr, NativeDef::method, nullptr, nullptr}

void finalize(Object* self) {
  Value v = object_value(self), pending = fetch_error();
  Truth closed = stream_closed(v);
  if (closed == 0) {
    Ref done = call_stream(v, "close");
    if (done.is_error()) clear_error();
  } else if (closed < 0) {
    clear_error();
  }
  if (!pending.is_undefined()) restore_error(pending);
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  return o ? object_value(o) : Error;
}

constexpr GetSetDef base_getsets[] = {
    {"closed", [](Value self) -> Value {
       Ref marker = get_attribute_or_undefined(self, closed_marker());
       return marker.is_error() ? Error : boolean(!marker.is_undefined());
     }, nullptr},
    {},
};

constexpr NativeDef base_methods[] = {
    PY_REFUSE(seek), PY_REFUSE(truncate), PY_REFUSE(fileno),
    PY_NOARGS("tell", tell), PY_NOARGS("flush", flush), PY_NOARGS("close", close), PY_NOARGS("seekable", no),
    PY_NOARGS("readable", no), PY_NOARGS("writable", no), PY_NOARGS("isatty", no), PY_NOARGS("__enter__", enter),
    PY_RANGE("__exit__", exit, 0, 255), PY_RANGE("readline", readline, 0, 1), PY_RANGE("readlines", readlines, 0, 1),
    PY_ONE("writelines", writelines), PY_NOARGS("_checkClosed", check_method<check_open>),
    PY_NOARGS("_checkReadable", check_method<check_ability<0>>), PY_NOARGS("_checkWritable", check_method<check_ability<1>>),
    PY_NOARGS("_checkSeekable", check_method<check_ability<2>>),
    {},
};

Value raw_read(const Value* args, uint32_t n) {
  int64_t size = -1;
  if (n > 1 && !size_or_none(args[1], size)) return Error;
  if (size < 0) return call_stream(args[0], "readall");
  Ref array = make_bytearray(nullptr, 0);
  if (array.is_error()) return Error;
  {
    ObjectLock lock(array.as<ByteArray>());
    if (!bytearray_resize_locked(array.as<ByteArray>(), size)) return Error;
  }
  Ref got = call_stream(args[0], "readinto", array);
  if (got.is_error() || got.get().is_none()) return got.take();
  int64_t count;
  if (!to_index_int64(got, count)) return Error;
  return make_bytes(array.as<ByteArray>()->data, count);
}

Value raw_read_all(const Value* args, uint32_t) {
  Text out;
  for (;;) {
    Ref part = call_stream(args[0], "read", small_int(default_buffer_size));
    if (part.is_error()) return Error;
    if (part.get().is_none() && out.size == 0) return None;
    Bytes* bytes = as_bytes(part);
    if (part.get().is_none() || (bytes && bytes->length == 0)) return make_bytes(out.data, static_cast<int64_t>(out.size));
    if (!bytes) return raise(exc::TypeError, "read() should return bytes");
    out.append({reinterpret_cast<const char*>(bytes->data()), static_cast<size_t>(bytes->length)});
  }
}

Value not_implemented(const Value*, uint32_t) { return raise(exc::NotImplementedError, ""); }

constexpr NativeDef raw_methods[] = {
    PY_RANGE("read", raw_read, 0, 1), PY_NOARGS("readall", raw_read_all), PY_ONE("readinto", not_implemented), PY_ONE("write", not_implemented), {},
};

// readinto and readinto1 in terms of read and read1.
Value read_into(const Value* args, const char* method) {
  Buffer buffer;
  if (!writable_argument(args[1], method[4] ? "readinto1" : "readinto", buffer)) return Error;
  Ref part = call_stream(args[0], method, small_int(buffer.size));
  if (part.is_error()) return Error;
  Bytes* bytes = as_bytes(part);
  if (!bytes) return raise(exc::TypeError, "read() should return bytes");
  if (bytes->length > buffer.size)
    return raise(exc::ValueError, "read() returned too much data: %l bytes requested, %l returned", buffer.size, bytes->length);
  if (bytes->length > 0) std::memcpy(buffer.data, bytes->data(), static_cast<size_t>(bytes->length));
  return small_int(bytes->length);
}

constexpr NativeDef buffered_methods[] = {
    PY_REFUSE(detach), PY_REFUSE(read), PY_REFUSE(read1), PY_REFUSE(write),
    PY_ONE("readinto", [](const Value* args, uint32_t) { return read_into(args, "read"); }),
    PY_ONE("readinto1", [](const Value* args, uint32_t) { return read_into(args, "read1"); }),
    {},
};

constexpr NativeDef text_methods[] = {PY_REFUSE(detach), PY_REFUSE(read), PY_REFUSE(readline), PY_REFUSE(write), {}};
constexpr GetSetDef text_getsets[] = {
    {"encoding", [](Value) { return None; }, nullptr}, {"newlines", [](Value) { return None; }, nullptr},
    {"errors", [](Value) { return None; }, nullptr}, {},
};

}  // namespace

constinit Type io_base_type{{
    .name = "_io._IOBase", .instance_size = sizeof(Object), .flags = type_is_base | type_has_weakrefs, .base = &object_type,
    .doc = "The abstract base class for all I/O classes.", .create = create, .dealloc = [](Object* o) { free_object(o); },
    .finalize = finalize, .iter = iter, .next = next, .methods = base_methods, .getsets = base_getsets}};
constinit Type raw_io_base_type{{
    .name = "_io._RawIOBase", .instance_size = sizeof(Object), .flags = type_is_base, .base = &io_base_type,
    .doc = "Base class for raw binary I/O.", .methods = raw_methods}};
constinit Type buffered_io_base_type{{
    .name = "_io._BufferedIOBase", .instance_size = sizeof(Object), .flags = type_is_base, .base = &io_base_type,
    .doc = "Base class for buffered IO objects.", .methods = buffered_methods}};
constinit Type text_io_base_type{{
    .name = "_io._TextIOBase", .instance_size = sizeof(Object), .flags = type_is_base, .base = &io_base_type,
    .doc = "Base class for text I/O.", .methods = text_methods, .getsets = text_getsets}};

}  // namespace py::io
