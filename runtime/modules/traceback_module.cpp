// _traceback: what stdlib/traceback.py asks the runtime: places of frames with their source lines and carets, and
// suggestions.
#include "runtime/object/module.hpp"
#include "runtime/object/traceback.hpp"

namespace py::traceback_module {
namespace {

Value column(uint16_t c) { return c == 0xffff ? None : small_int(c); }

// frame -> (file, line, name, source line or None, end line, column, end column, caret line)
Value frame_entry(const Value* args, uint32_t) {
  if (!is_exactly(args[0], frame_type)) return raise(exc::TypeError, "frame_entry() argument must be a frame, not %T", args[0]);
  auto* f = args[0].as<FrameObject>();
  uint32_t line = frame_line(f->code, f->position);
  Position p = f->code->positions ? f->code->positions[f->position] : Position{};
  bool exact = p.line != 0;
  Text source, carets;
  bool found = source_line(f->code->source, f->code->source->file, line, source);
  if (found && exact) append_carets(carets, p, source.view());
  Ref file = Ref::borrow(object_value(absolute_file(f->code->source->file))), name = make_str(f->code->name), text = found ? source.to_str() : None, marks = carets.to_str();
  Value parts[] = {file, small_int(line), name, text, exact ? small_int(p.end_line) : None, exact ? column(p.column) : None,
                   exact ? column(p.end_column) : None, marks};
  return make_tuple(parts, 8);
}

// (file, line) -> the line of that file, or None
Value file_line(const Value* args, uint32_t) {
  Str* name = as_str(args[0]);
  int64_t line;
  if (!name || !is_int(args[1])) return None;
  if (!to_index_int64(args[1], line, true)) return Error;
  Text path, source;
  append_utf8(path, name);
  return line > 0 && source_line(nullptr, path.view(), static_cast<uint32_t>(line), source) ? source.to_str() : None;
}

const NativeDef functions[] = {
    PY_ONE("frame_entry", frame_entry),
    PY_RANGE("file_line", file_line, 2, 2),
    {},
};

bool fill(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace
}  // namespace py::traceback_module

namespace py::native {
extern const ModuleDef module__utraceback;
const ModuleDef module__utraceback = {"_traceback", traceback_module::fill, false};
}  // namespace py::native
