// BufferedRWPair: a stream read from and a stream written to, with a buffer each, as one object.
#include "runtime/modules/io/io_internal.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

struct Pair : Object {
  Slot reader, writer;                   // BufferedReader and BufferedWriter; Undefined before __init__
};

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  static_cast<Pair*>(o)->reader.init(Undefined);
  static_cast<Pair*>(o)->writer.init(Undefined);
  return object_value(o);
}

void dealloc(Object* self) {
  decref(static_cast<Pair*>(self)->reader.peek());
  decref(static_cast<Pair*>(self)->writer.peek());
  free_object(self);
}

bool check(Value stream, const char* method, const char* message) {
  Truth able = stream_truth(stream, method);
  if (able == 0) (void)raise_unsupported(message);
  return able > 0;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  int64_t size = default_buffer_size;
  if (!reject_keywords("BufferedRWPair", kwnames) || !check_positional("BufferedRWPair", n, 2, 3)) return -1;
  if (n > 2 && !size_argument(args[2], size)) return -1;
  if (!check(args[0], "readable", "File or stream is not readable.") || !check(args[1], "writable", "File or stream is not writable.")) return -1;
  Ref reader = make_buffered(&buffered_reader_type, args[0], size);
  if (reader.is_error()) return -1;
  Ref writer = make_buffered(&buffered_writer_type, args[1], size);
  if (writer.is_error()) return -1;
  self.as<Pair>()->reader.set(reader.take());
  self.as<Pair>()->writer.set(writer.take());
  return 0;
}

Value uninitialized() { return raise(exc::ValueError, "I/O operation on uninitialized object"); }

// The arguments are the other stream's to judge, as its messages show.
template <Slot Pair::* side, const char* name>
Value forward(const Value* args, uint32_t n) {
  Ref stream = (args[0].as<Pair>()->*side).get();
  if (stream.is_undefined()) return uninitialized();
  if (n <= 1) return call_stream(stream, name);
  if (n == 2) return call_stream(stream, name, args[1]);
  Values given;
  if (!given.push(incref(stream))) return Error;
  for (uint32_t i = 1; i < n; ++i) {
    if (!given.push(incref(args[i]))) return Error;
  }
  return call_method(intern(name), given.data(), n);
}
constexpr char read_name[] = "read", read1_name[] = "read1", peek_name[] = "peek", readinto_name[] = "readinto", readinto1_name[] = "readinto1",
               readable_name[] = "readable", write_name[] = "write", flush_name[] = "flush", writable_name[] = "writable",
               close_name[] = "close", isatty_name[] = "isatty";

// Both are closed; the error of the first is the context of the second's.
Value close(const Value* args, uint32_t) {
  Ref written = forward<&Pair::writer, close_name>(args, 0);
  Ref first = written.is_error() ? fetch_error() : Undefined;
  Ref read = forward<&Pair::reader, close_name>(args, 0);
  if (first.is_undefined()) return read.take();
  if (read.is_error()) {
    Ref second = fetch_error();
    if (second.get().as<Exception>()->context.peek().is_undefined()) second.get().as<Exception>()->context.set(first.take());
    restore_error(second.take());
  } else {
    restore_error(first.take());
  }
  return Error;
}

Value isatty(const Value* args, uint32_t) {
  Ref written = forward<&Pair::writer, isatty_name>(args, 0);
  if (written.is_error() || !written.get().is_bool() || written.get().is_true()) return written.take();
  return forward<&Pair::reader, isatty_name>(args, 0);
}

Value closed(Value self) {
  static Str* const name = intern("closed");
  Ref writer = self.as<Pair>()->writer.get();
  if (writer.is_undefined()) return raise(exc::RuntimeError, "the BufferedRWPair object is being garbage-collected");
  return get_attribute(writer, name);
}

constexpr NativeDef methods[] = {
    PY_RANGE("read", (forward<&Pair::reader, read_name>), 0, 255), PY_RANGE("read1", (forward<&Pair::reader, read1_name>), 0, 255),
    PY_RANGE("peek", (forward<&Pair::reader, peek_name>), 0, 255), PY_RANGE("readinto", (forward<&Pair::reader, readinto_name>), 0, 255),
    PY_RANGE("readinto1", (forward<&Pair::reader, readinto1_name>), 0, 255), PY_NOARGS("readable", (forward<&Pair::reader, readable_name>)),
    PY_RANGE("write", (forward<&Pair::writer, write_name>), 0, 255), PY_NOARGS("flush", (forward<&Pair::writer, flush_name>)),
    PY_NOARGS("writable", (forward<&Pair::writer, writable_name>)), PY_NOARGS("close", close), PY_NOARGS("isatty", isatty), {},
};
constexpr GetSetDef getsets[] = {{"closed", closed, nullptr}, {}};

}  // namespace

constinit Type buffered_rw_pair_type{{
    .name = "_io.BufferedRWPair", .instance_size = sizeof(Pair), .flags = type_is_base, .base = &buffered_io_base_type,
    .doc = "A buffered reader and writer object together.", .create = create, .init = init, .dealloc = dealloc,
    .methods = methods, .getsets = getsets}};

}  // namespace py::io
