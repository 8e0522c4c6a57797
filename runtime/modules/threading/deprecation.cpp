// DeprecationWarnings of the old names in threading.
//
// Through module warnings where the program imports it. Otherwise what its default filters would do is done here, which
// spares every other program that module: shown once for each place, if the place is in __main__.
#include "portalis/mutex.hpp"
#include "runtime/modules/threading/threading.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

namespace {

struct Shown {
  const Code* code;
  uint32_t line;
  const char* message;
  Shown* next;
};
portalis::RawMutex lock;
Shown* shown = nullptr;                  // guarded by lock

bool first_time(const Code* code, uint32_t line, const char* message) {
  auto* entry = new Shown{code, line, message, nullptr};
  portalis::MutexLock held(lock);
  for (Shown* s = shown; s; s = s->next) {
    if (s->code != code || s->line != line || s->message != message) continue;
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

bool warn_deprecated(const char* message) {
  Ref warnings = dict_get(sys_modules(), PY_NAME(warnings));
  if (!warnings.is_undefined()) {
    Ref function = get_attribute(warnings, PY_NAME(warn));
    if (function.is_error()) return false;
    Ref text = make_str(message);
    Value args[] = {text, value_of(exc::DeprecationWarning)};
    Ref result = call(function, args, 2);
    return !result.is_error();
  }
  const Frame* frame = this_thread->frame;
  if (!frame || !frame->code || !in_main(frame)) return true;
  uint32_t line = frame->code->positions[frame->position].line;
  if (!first_time(frame->code, line, message)) return true;
  Text out;
  append_utf8(out, absolute_file(frame->code->source->file));
  out.append(':');
  out.append_int(line);
  out.append(": DeprecationWarning: ");
  out.append(message);
  out.append("\n  ");
  if (source_line(frame->code->source, frame->code->source->file, line, out)) out.append('\n');
  write_stderr(out.view());
  return true;
}

}  // namespace py
