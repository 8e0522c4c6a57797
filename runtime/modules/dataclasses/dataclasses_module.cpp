// _dataclasses: the functions that stdlib/dataclasses.py puts into classes.
#include <new>

#include "runtime/modules/dataclasses/generated.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py::dataclasses {

static constexpr SourceText generated_source = {"<string>", "", 0};

GeneratedCode* make_code(const char* name, const char* qualname, uint32_t count, const char* const* names, uint32_t parameters) {
  uint32_t statements = count + 2;       // those of the fields, and one more for each function that has more
  auto* space = allocate_buffer(sizeof(GeneratedCode) + count * sizeof(Field));
  auto* positions = static_cast<Position*>(allocate_buffer(statements * sizeof(Position)));
  if (!space || !positions) return nullptr;
  for (uint32_t i = 0; i < statements; ++i) positions[i] = {i + 3, i + 3, 0xffff, 0xffff, 0, 0};
  static const char* const free_names[] = {"kept"};
  auto* code = new (space) GeneratedCode{};
  code->name = name;
  code->qualname = qualname;
  code->source = &generated_source;
  code->first_line = 2;
  code->positional = code->parameter_count = code->local_count = static_cast<uint16_t>(parameters);
  code->free_names = free_names;
  code->names = names;
  code->positions = positions;
  code->count = count;
  for (uint32_t i = 0; i < count; ++i) new (&code->fields[i]) Field{};
  return code;
}

Value make_function(const GeneratedCode* code, Object* module, Value defaults, Value keyword_defaults, Value kept) {
  Ref closure;
  if (!kept.is_undefined()) {
    auto* cell = allocate<Cell>(&cell_type);
    new (&cell->value) Slot(incref(kept));
    Ref cell_value = object_value(cell);
    closure = Ref(tuple_of(cell_value));
    if (closure.is_error()) return Error;
  }
  auto* f = allocate<Function>(&function_type);
  f->code = code;
  f->module = incref(object_value(module)).object();
  new (&f->defaults) Slot(incref(defaults));
  new (&f->keyword_defaults) Slot(incref(keyword_defaults));
  new (&f->closure) Slot(closure.take());
  for (Slot* s : {&f->name, &f->qualname, &f->doc, &f->module_name, &f->annotations, &f->dict}) new (s) Slot;
  return object_value(f);
}

static const NativeDef functions[] = {
    PY_RANGE("initializer", initializer, 10, 10),
    PY_RANGE("method", method, 4, 4),
    {},
};

static bool fill(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace py::dataclasses

namespace py::native {
extern const ModuleDef module__udataclasses;
const ModuleDef module__udataclasses = {"_dataclasses", py::dataclasses::fill, false};
}  // namespace py::native
