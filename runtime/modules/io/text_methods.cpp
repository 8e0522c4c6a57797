// The methods and the type of TextIOWrapper.
#include "runtime/modules/io/text.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

TextIO* self_of(const Value* args) { return args[0].as<TextIO>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) { return allocate_text(cls); }

// A str or None; Undefined counts as None. False: TypeError.
bool optional_str(const char* function, Value v, const char* name) {
  if (v.is_undefined() || v.is_none() || as_str(v)) return true;
  (void)raise(exc::TypeError, "%s() argument '%s' must be str or None, not %A", function, name, v);
  return false;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("TextIOWrapper", nullptr, "buffer, encoding=, errors=, newline=, line_buffering=, write_through=");
  Value given[6];
  if (!bind_arguments(definition, args, n, kwnames, given)) return -1;
  if (!optional_str("TextIOWrapper", given[1], "encoding") || !optional_str("TextIOWrapper", given[2], "errors")) return -1;
  Truth line_buffering = given[4].is_undefined() ? 0 : truth(given[4]), write_through = given[5].is_undefined() ? 0 : truth(given[5]);
  if (line_buffering < 0 || write_through < 0) return -1;
  return init_text(self.as<TextIO>(), given[0], given[1], given[2], given[3], line_buffering, write_through) ? 0 : -1;
}

void dealloc(Object* self) {
  TextIO* t = static_cast<TextIO*>(self);
  unlink_stream(t);
  for (Slot* slot : {&t->buffer, &t->encoding_name, &t->errors_name, &t->mode, &t->decoded}) decref(slot->peek());
  delete t->pending;
  delete t->chunk;
  free_object(self);
}

// Guarded, open and readable, with nothing waiting to be written.
struct Reading {
  explicit Reading(const Value* args) : guard(self_of(args)->mutex, args[0]) {
    TextIO* t = self_of(args);
    ok = guard.ok && check_open(t);
    if (ok && !t->can_read) (void)raise_unsupported("not readable"), ok = false;
    if (ok && t->pending->size > 0) ok = flush_locked(t);
  }
  StreamGuard guard;
  bool ok;
};

Value read(const Value* args, uint32_t n) {
  int64_t size = -1;
  if (n > 1 && !size_or_none(args[1], size)) return Error;
  Reading reading(args);
  return reading.ok ? read_locked(self_of(args), size) : Error;
}

Value readline(const Value* args, uint32_t n) {
  int64_t limit = -1;
  if (n > 1 && !size_argument(args[1], limit)) return Error;
  Reading reading(args);
  return reading.ok ? readline_locked(self_of(args), limit) : Error;
}

Value next_line(Value self) {
  // A subclass may have its own readline.
  if (!is_exactly(self, text_io_wrapper_type)) {
    Ref line = call_stream(self, "readline");
    if (line.is_error()) return Error;
    int64_t n = length(line);
    return n < 0 ? Error : n == 0 ? Undefined : line.take();
  }
  Reading reading(&self);
  if (!reading.ok) return Error;
  TextIO* t = self.as<TextIO>();
  t->telling = false;
  Ref line = readline_locked(t, -1);
  if (line.is_error()) return Error;
  if (line.as<Str>()->length > 0) return line.take();
  t->telling = true;
  return Undefined;
}

Value write(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  Str* s = as_str(args[1]);
  if (!s) return raise(exc::TypeError, "write() argument must be str, not %A", args[1]);
  StreamGuard guard(t->mutex, args[0]);
  if (!guard.ok || !check_open(t)) return Error;
  if (!t->can_write) return raise_unsupported("not writable");
  return write_locked(t, s) ? small_int(s->length) : Error;
}

Value flush(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  StreamGuard guard(t->mutex, args[0]);
  return guard.ok && check_open(t) && flush_locked(t) ? None : Error;
}

Value close(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  Value buffer = t->buffer.peek();
  if (buffer.is_undefined()) return None;
  Truth closed = stream_closed(buffer);
  if (closed != 0) return closed > 0 ? None : Error;
  Ref flushed = call_stream(args[0], "flush");
  Value failure = flushed.is_error() ? fetch_error() : Undefined;
  Ref done = call_stream(buffer, "close");
  if (failure.is_undefined()) return done.is_error() ? Error : None;
  if (done.is_error()) clear_error();
  restore_error(failure);
  return Error;
}

Value tell(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  StreamGuard guard(t->mutex, args[0]);
  if (!guard.ok || !check_open(t)) return Error;
  int64_t at = tell_locked(t);
  return at < 0 ? Error : make_int(at);
}

Value seek(const Value* args, uint32_t n) {
  TextIO* t = self_of(args);
  int64_t whence = 0;
  if (n > 2 && !size_argument(args[2], whence)) return Error;
  StreamGuard guard(t->mutex, args[0]);
  if (!guard.ok || !check_open(t)) return Error;
  int64_t at = seek_locked(t, args[1], whence);
  return at < 0 ? Error : make_int(at);
}

Value truncate(const Value* args, uint32_t n) {
  TextIO* t = self_of(args);
  Ref flushed = flush(args, 1);
  if (flushed.is_error()) return Error;
  return n == 1 ? call_stream(t->buffer.peek(), "truncate") : call_stream(t->buffer.peek(), "truncate", args[1]);
}

Value detach(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  if (t->buffer.peek().is_undefined()) return raise(exc::ValueError, "underlying buffer has been detached");
  Ref flushed = call_stream(args[0], "flush");
  if (flushed.is_error()) return Error;
  Value buffer = t->buffer.get();
  t->buffer.set(Undefined);
  return buffer;
}

Value reconfigure(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  if (!optional_str("reconfigure", args[1], "encoding") || !optional_str("reconfigure", args[2], "errors")) return Error;
  StreamGuard guard(t->mutex, args[0]);
  if (!guard.ok || !check_open(t)) return Error;
  bool given = !args[1].is_undefined() || !args[2].is_undefined() || !args[3].is_undefined();
  if (given && !t->decoded.peek().is_undefined())
    return raise_unsupported("It is not possible to set the encoding or newline of stream after the first read");
  Truth line_buffering = args[4].is_undefined() || args[4].is_none() ? t->line_buffering : truth(args[4]);
  Truth write_through = args[5].is_undefined() || args[5].is_none() ? t->write_through : truth(args[5]);
  if (line_buffering < 0 || write_through < 0 || !flush_locked(t)) return Error;
  if (!args[3].is_undefined() && !newline_argument(args[3], t, false)) return Error;
  Ref strict = make_str("strict");
  bool new_encoding = !args[1].is_undefined() && !args[1].is_none(), new_errors = !args[2].is_undefined() && !args[2].is_none();
  if (!set_encoding(t, args[1], new_encoding && !new_errors ? strict.get() : args[2])) return Error;
  t->line_buffering = line_buffering;
  t->write_through = write_through;
  return None;
}

template <const char* name>
Value forward(const Value* args, uint32_t) {
  TextIO* t = self_of(args);
  if (t->buffer.peek().is_undefined()) return raise(exc::ValueError, "underlying buffer has been detached");
  return call_stream(t->buffer.peek(), name);
}
constexpr char readable_name[] = "readable", writable_name[] = "writable", seekable_name[] = "seekable", fileno_name[] = "fileno", isatty_name[] = "isatty";

Value buffer_attribute(Value self, const char* name) {
  Value buffer = self.as<TextIO>()->buffer.peek();
  if (buffer.is_undefined()) return raise(exc::ValueError, "underlying buffer has been detached");
  return get_attribute(buffer, intern(name));
}

Value text_repr(Value self) {
  TextIO* t = self.as<TextIO>();
  Text out;
  out.append("<_io.TextIOWrapper");
  Ref name = buffer_attribute(self, "name");
  if (name.is_error()) {
    clear_error();
  } else {
    Ref text = repr(name);
    if (text.is_error()) return Error;
    out.append(" name=");
    append_utf8(out, as_str(text));
  }
  if (!t->mode.peek().is_undefined()) {
    Ref mode = repr(t->mode.peek());
    if (mode.is_error()) return Error;
    out.append(" mode=");
    append_utf8(out, as_str(mode));
  }
  Ref encoding = repr(t->encoding_name.peek());
  if (encoding.is_error()) return Error;
  out.append(" encoding=");
  append_utf8(out, as_str(encoding));
  out.append(">");
  return out.to_str();
}

Value newlines(Value self) { return newlines_of(self.as<TextIO>()->newlines_seen); }

Value slot_or_none(const Slot& slot) {
  Value v = slot.get();
  return v.is_undefined() ? None : v;
}

constexpr GetSetDef getsets[] = {
    {"buffer", [](Value self) -> Value {
       Value buffer = self.as<TextIO>()->buffer.get();
       return buffer.is_undefined() ? raise(exc::ValueError, "underlying buffer has been detached") : buffer;
     }, nullptr},
    {"encoding", [](Value self) { return slot_or_none(self.as<TextIO>()->encoding_name); }, nullptr},
    {"errors", [](Value self) { return slot_or_none(self.as<TextIO>()->errors_name); }, nullptr},
    {"newlines", newlines, nullptr},
    {"line_buffering", [](Value self) { return boolean(self.as<TextIO>()->line_buffering); }, nullptr},
    {"write_through", [](Value self) { return boolean(self.as<TextIO>()->write_through); }, nullptr},
    {"closed", [](Value self) { return buffer_attribute(self, "closed"); }, nullptr},
    {"name", [](Value self) { return buffer_attribute(self, "name"); }, nullptr},
    {"mode", [](Value self) -> Value {
       Value mode = self.as<TextIO>()->mode.get();
       return mode.is_undefined() ? raise(exc::AttributeError, "'_io.TextIOWrapper' object has no attribute 'mode'") : mode;
     },
     [](Value self, Value value) -> Truth { return self.as<TextIO>()->mode.set(incref(value)), 0; }},
    {},
};

constexpr NativeDef methods[] = {
    PY_RANGE("read", read, 0, 1), PY_RANGE("readline", readline, 0, 1), PY_ONE("write", write), PY_NOARGS("flush", flush),
    PY_NOARGS("close", close), PY_NOARGS("tell", tell), PY_RANGE("seek", seek, 1, 2), PY_RANGE("truncate", truncate, 0, 1),
    PY_NOARGS("detach", detach), PY_KEYWORDS("reconfigure", reconfigure, "*, encoding=, errors=, newline=, line_buffering=, write_through="),
    PY_NOARGS("readable", forward<readable_name>), PY_NOARGS("writable", forward<writable_name>),
    PY_NOARGS("seekable", forward<seekable_name>), PY_NOARGS("fileno", forward<fileno_name>),
    PY_NOARGS("isatty", forward<isatty_name>), {},
};

}  // namespace

constinit Type text_io_wrapper_type{{
    .name = "_io.TextIOWrapper", .instance_size = sizeof(TextIO), .flags = type_is_base, .base = &text_io_base_type,
    .doc = "Character and line based layer over a BufferedIOBase object, buffer.", .create = create, .init = init,
    .dealloc = dealloc, .repr = text_repr, .next = next_line, .methods = methods, .getsets = getsets}};

}  // namespace py::io
