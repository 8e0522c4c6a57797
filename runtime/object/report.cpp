// Reports of exceptions nobody caught: sys.excepthook's default, and sys.unraisablehook (Python/errors.c).
#include <unistd.h>

#include "runtime/object/module.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

// sys.name, owned; Undefined when sys is not imported or has no such attribute.
static Value sys_attribute(Str* name) {
  static Str* const sys_name = intern("sys");
  Ref sys = dict_get(sys_modules(), sys_name);
  if (sys.is_error() || sys.is_undefined()) return Undefined;
  Value v = get_attribute_or_undefined(sys, name);
  if (!v.is_error()) return v;
  clear_error();
  return Undefined;
}

int64_t traceback_limit() {
  static Str* const name = intern("tracebacklimit");
  Ref limit = sys_attribute(name);
  if (limit.is_undefined() || !is_int(limit)) return INT64_MAX;
  int64_t n;
  (void)int_to_int64(limit, n);
  return n > 0 ? -n : 0;
}

void write_descriptor_2(std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(2, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<size_t>(n));
  }
}

void write_stderr(std::string_view text) {
  Ref stream = sys_attribute(names::stderr_);
  if (!stream.is_undefined() && stream.get().is_none()) return;
  if (!stream.is_undefined()) {
    Ref whole = make_str(text);
    Ref written = call_method(stream, names::write, whole);
    if (!written.is_error()) {
      Ref flushed = call_method(stream, names::flush);
      if (flushed.is_error()) clear_error();
      return;
    }
    clear_error();
  }
  write_descriptor_2(text);
}

void print_exception(Value exception) {
  Text text;
  print_exception(text, exception, TracebackOptions{});
  write_stderr(text.view());
}

void print_unraisable(Value exception, Value where, Value message) {
  Text text;
  if (!message.is_undefined() && !message.is_none()) {
    Ref m = str(message);
    if (m.is_error()) clear_error();
    else append_utf8(text, as_str(m));
  } else {
    text.append("Exception ignored in");
  }
  if (!where.is_undefined() && !where.is_none()) {
    text.append(": ");
    Ref r = repr(where);
    if (r.is_error()) clear_error(), text.append("<object repr() failed>");
    else append_utf8(text, as_str(r));
  } else {
    text.append(":");
  }
  text.append('\n');
  Ref traceback = exception.as<Exception>()->traceback.get();
  int64_t limit = traceback_limit();
  if (!traceback.is_undefined() && limit) {
    text.append("Traceback (most recent call last):\n");
    print_traceback(text, traceback, limit);
  }
  print_exception_only(text, exception, false);
  write_stderr(text.view());
}

Value (*make_unraisable_arguments)(Value exception, Value where, Value message) = nullptr;   // set by the sys module

void write_unraisable(Value where) { write_unraisable_with(where, Undefined); }

void write_unraisable_with(Value where, Value message) {
  Ref exception = fetch_error();
  if (exception.is_undefined()) return;
  Ref hook = sys_attribute(names::unraisablehook);
  if (hook.is_undefined() || hook.get().is_none() || !make_unraisable_arguments) return print_unraisable(exception, where, message);
  Ref arguments = make_unraisable_arguments(exception, where, message);
  Ref r = arguments.is_error() ? Error : call(hook, arguments);
  if (!r.is_error()) return;
  clear_error();
  print_unraisable(exception, where, message);
}

}  // namespace py
