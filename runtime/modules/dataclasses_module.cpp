// _dataclasses: functions whose parameters are known only at run time, for stdlib/dataclasses.py. CPython's dataclasses
// compiles text for them; here the call is bound as for any function, and the bound arguments go on to a handler.
#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"

namespace py {
namespace {

const char* kept_text(Value text) {
  Text utf8;
  append_utf8(utf8, as_str(text));
  return permanent_text(utf8.view());
}

Value forward(Function* self, const Value* args) {
  Value cell = as_tuple(self->closure.peek())->items()[0];
  Ref handler = cell.as<Cell>()->value.get();
  return call(handler, args, self->code->parameter_count);
}

// function_with(module_function, qualname, names, positional, defaults, keyword_defaults, handler): a function with the
// parameters `names`, the first `positional` of them not keyword-only, that calls handler with all of them by position.
// It counts as written in the module of module_function. The code of a function lives for ever, as compiled code does.
Value function_with(const Value* args, uint32_t) {
  Value maker = args[0], qualname = args[1], defaults = args[4], keyword_defaults = args[5], handler = args[6];
  Tuple* names = as_tuple(args[2]);
  int64_t positional;
  if (!to_index_int64(args[3], positional)) return Error;
  auto** kept = static_cast<const char**>(allocate_buffer(size_t(names->length + 1) * sizeof(char*)));
  auto* space = allocate_buffer(sizeof(Code));
  auto** free_names = static_cast<const char**>(allocate_buffer(sizeof(char*)));
  if (!kept || !space || !free_names) return raise(exc::MemoryError, "out of memory");
  for (int64_t i = 0; i < names->length; ++i) kept[i] = kept_text(names->items()[i]);
  free_names[0] = "handler";
  const char* full = kept_text(qualname);
  const char* dot = std::string_view(full).rfind('.') == std::string_view::npos ? full : full + std::string_view(full).rfind('.') + 1;
  const Code* origin = maker.as<Function>()->code;
  auto* code = new (space) Code{};
  code->name = dot;
  code->qualname = full;
  code->source = origin->source;
  code->first_line = origin->first_line;
  code->positional = uint16_t(positional);
  code->keyword_only = uint16_t(names->length - positional);
  code->parameter_count = code->local_count = uint16_t(names->length);
  code->free_count = 1;
  code->free_names = free_names;
  code->names = kept;
  code->body = forward;
  auto* cell = allocate<Cell>(&cell_type);
  cell->value.init(incref(handler));
  Ref owned_cell = object_value(cell);
  Value cell_value = owned_cell;
  Ref closure = make_tuple(&cell_value, 1);
  if (closure.is_error()) return Error;
  auto* f = allocate<Function>(&function_type);
  f->code = code;
  f->module = maker.as<Function>()->module;
  incref(f->module);
  new (&f->defaults) Slot(incref(defaults));
  new (&f->keyword_defaults) Slot(incref(keyword_defaults));
  new (&f->closure) Slot(closure.take());
  for (Slot* s : {&f->name, &f->qualname, &f->doc, &f->module_name, &f->annotations, &f->dict}) new (s) Slot;
  return object_value(f);
}

const NativeDef functions[] = {
    PY_RANGE("function_with", function_with, 7, 7),
    {},
};

bool fill_dataclasses(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module__udataclasses;
const ModuleDef module__udataclasses = {"_dataclasses", fill_dataclasses, false};
}  // namespace native
}  // namespace py
