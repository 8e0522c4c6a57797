// DeprecationWarnings that the runtime itself gives.
//
// Through module warnings where the program imports it. Otherwise what its default filters would do is done here, which
// spares every other program that module: shown once for each place, if the place is in __main__.
#include <string>

#include "portalis/mutex.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/deprecation.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

namespace {

struct Shown {
  const SourceText* source;
  uint32_t line;
  std::string message;
  Shown* next;
};
portalis::RawMutex lock;
Shown* shown = nullptr;                  // guarded by lock

bool first_time(const SourceText* source, uint32_t line, std::string_view message) {
  auto* entry = new Shown{source, line, std::string(message), nullptr};
  portalis::MutexLock held(lock);
  for (Shown* s = shown; s; s = s->next) {
    if (s->source != source || s->line != line || s->message != message) continue;
    delete entry;
    return false;
  }
  entry->next = shown;
  shown = entry;
  return true;
}

bool in_main(const Frame* frame) {
  Ref name = frame->module ? dict_get(module_globals(frame->module), dunder::name) : Undefined;
  Str* text = name.is_undefined() ? nullptr : as_str(name);
  return text && text->is_ascii() && text->ascii() == "__main__";
}

}  // namespace

bool warn_deprecated(std::string_view message) {
  static Str *const warnings_name = intern("warnings"), *const warn_name = intern("warn");
  Ref warnings = dict_get(sys_modules(), warnings_name);
  if (!warnings.is_undefined()) {
    Ref function = get_attribute(warnings, warn_name);
    if (function.is_error()) return false;
    Ref text = make_str(message);
    Value args[] = {text, value_of(exc::DeprecationWarning)};
    Ref result = call(function, args, 2);
    return !result.is_error();
  }
  const Frame* frame = this_thread->frame;
  if (!frame || !frame->code || !in_main(frame)) return true;
  uint32_t line = frame->code->positions[frame->position].line;
  if (!first_time(frame->code->source, line, message)) return true;
  Text out;
  append_utf8(out, absolute_file(frame->code->source->file));
  out.append(':');
  out.append_int(line);
  out.append(": DeprecationWarning: ");
  out.append(message);
  out.append("\n  ");
  Text code;
  if (source_line(frame->code->source, frame->code->source->file, line, code)) {
    std::string_view text = code.view();
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\f')) text.remove_prefix(1);
    out.append(text);
    out.append('\n');
  }
  write_stderr(out.view());
  return true;
}

bool warn_strict_subclass(std::string_view method, const char* kind, Value result) {
  Text text;
  text.append(method);
  text.append(" returned non-");
  text.append(kind);
  text.append(" (type ");
  text.append(type_of(result)->name);
  text.append(").  The ability to return an instance of a strict subclass of ");
  text.append(kind);
  text.append(" is deprecated, and may be removed in a future version of Python.");
  return warn_deprecated(text.view());
}

}  // namespace py
