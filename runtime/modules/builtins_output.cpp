// print and input.
#include "runtime/builtins/arguments.hpp"
#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/modules/io/io.hpp"
#include "runtime/object/str.hpp"

namespace py {

namespace {

// sys.NAME, owned; Undefined when sys has none.
Value sys_attribute(Str* name) {
  static Str* const sys = intern("sys");
  Ref module = dict_get(sys_modules(), sys);
  return module.is_undefined() ? Undefined : get_attribute_or_undefined(module, name);
}

bool write_text(Value file, Value text) {
  static Str* const write = intern("write");
  Ref done = call_method(file, write, text);
  return !done.is_error();
}

// "sep must be None or a string, not int"; None becomes the default. false: error.
bool text_option(const char* name, Value& v, Value fallback) {
  if (v.is_none()) v = fallback;
  else if (!as_str(v)) return (void)raise(exc::TypeError, "%s must be None or a string, not %T", name, v), false;
  return true;
}

Value print_function(const Value* args, uint32_t n, Tuple* kwnames) {
  Value separator = None, end = None, file = None, flush = False;
  if (!take_keywords("print", args + n, kwnames, {{"sep", &separator}, {"end", &end}, {"file", &file}, {"flush", &flush}}))
    return Error;
  Ref target = Ref::borrow(file);
  if (file.is_none()) {
    static Str* const name = intern("stdout");
    target = Ref(sys_attribute(name));
    if (target.is_error()) return Error;
    if (target.is_undefined()) return raise(exc::RuntimeError, "lost sys.stdout");
    if (target.get().is_none()) return None;
  }
  if (!text_option("sep", separator, latin1_char(' ')) || !text_option("end", end, latin1_char('\n'))) return Error;
  if (is_exactly(target, io::text_io_wrapper_type)) {
    // One write per call, so that lines of several threads do not mix; nobody can tell but by that.
    StrBuilder line;
    for (uint32_t i = 0; i < n; ++i) {
      if (i) line.append(as_str(separator));
      Ref text = str(args[i]);
      if (text.is_error()) {             // what comes before it has been printed
        Ref pending = fetch_error();
        Ref before = line.finish();
        if (before.is_error() || !write_text(target, before)) return Error;
        return restore_error(pending.take()), Error;
      }
      line.append(as_str(text));
    }
    line.append(as_str(end));
    Ref text = line.finish();
    if (text.is_error() || !write_text(target, text)) return Error;
  } else {
    for (uint32_t i = 0; i < n; ++i) {
      if (i && !write_text(target, separator)) return Error;
      Ref text = str(args[i]);
      if (text.is_error() || !write_text(target, text)) return Error;
    }
    if (!write_text(target, end)) return Error;
  }
  Truth wants_flush = truth(flush);
  if (wants_flush < 0) return Error;
  if (wants_flush) {
    static Str* const name = intern("flush");
    Ref done = call_method(target, name);
    if (done.is_error()) return Error;
  }
  return None;
}

Value input_function(const Value* args, uint32_t n) {
  static Str *const in = intern("stdin"), *const out = intern("stdout"), *const flush = intern("flush"),
             *const readline = intern("readline");
  Ref source = sys_attribute(in), target = sys_attribute(out);
  if (source.is_error() || target.is_error()) return Error;
  if (source.is_undefined() || source.get().is_none()) return raise(exc::RuntimeError, "input(): lost sys.stdin");
  if (target.is_undefined() || target.get().is_none()) return raise(exc::RuntimeError, "input(): lost sys.stdout");
  if (n) {
    Ref prompt = str(args[0]);
    if (prompt.is_error() || !write_text(target, prompt)) return Error;
  }
  Ref flushed = call_method(target, flush);
  if (flushed.is_error()) clear_error();
  Ref line = call_method(source, readline);
  if (line.is_error()) return Error;
  Str* text = as_str(line);
  if (!text) return raise(exc::TypeError, "object.readline() returned non-string");
  if (text->length == 0) return raise(exc::EOFError, "EOF when reading a line");
  if (text->at(text->length - 1) != '\n') return line.take();
  return str_slice(text, 0, text->length - 1);
}

}  // namespace

const NativeDef output_builtins[] = {
    PY_RAW("print", print_function),
    PY_RANGE("input", input_function, 0, 1),
    {},
};

}  // namespace py
