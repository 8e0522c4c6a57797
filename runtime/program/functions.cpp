// Function objects as `def` and `lambda` make them.
#include <new>

#include "runtime/object/heap.hpp"
#include "runtime/program/statements.hpp"

namespace py {

static Value given(Value v) { return v.is_undefined() ? Undefined : incref(v); }

Value new_function(const Code& code, Object* module, Value defaults, Value keyword_defaults, Value annotations,
                   const Value* cells, uint32_t cell_count) {
  Ref closure = cell_count ? make_tuple(cells, cell_count) : Undefined;
  if (closure.is_error()) return Error;
  auto* f = static_cast<Function*>(allocate_unfilled(&function_type, sizeof(Function)));
  f->code = &code;
  f->module = module;
  incref(module);
  new (&f->defaults) Slot(given(defaults));
  new (&f->keyword_defaults) Slot(given(keyword_defaults));
  new (&f->closure) Slot(closure.take());
  new (&f->annotations) Slot(given(annotations));
  for (Slot* s : {&f->name, &f->qualname, &f->doc, &f->module_name, &f->dict}) new (s) Slot;   // from the code until set
  return object_value(f);
}

}  // namespace py
