// __new__ of named tuples: a Python function whose code has the fields as parameters, as the text that CPython compiles for it, so
// that calls bind their arguments as those of any function.
#include <new>

#include "runtime/modules/collections/collections.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py::collections {

static constexpr SourceText generated_source = {"<string>", "", 0};

// lambda _cls, x, y: tuple.__new__(_cls, (x, y))
static Value make_instance(Function* self, const Value* args) {
  Type* cls = as_type(args[0]);
  if (!cls) return raise(exc::TypeError, "tuple.__new__(X): X is not a type object (%T)", args[0]);
  if (!is_subtype(cls, &tuple_type)) return raise(exc::TypeError, "tuple.__new__(%N): %N is not a subtype of tuple", cls, cls);
  Value tuple = make_tuple(args + 1, self->code->positional - 1);
  return tuple.is_error() || cls == &tuple_type ? tuple : make_wrapped(cls, tuple);
}

// _named_new(module, qualname, fields, defaults)
Value named_new(const Value* args, uint32_t) {
  Tuple* fields = as_tuple(args[2]);
  const auto parameters = static_cast<size_t>(fields->length + 1);
  auto* space = allocate_buffer(sizeof(Code));           // these live for ever, as all code does
  auto** names = static_cast<const char**>(allocate_buffer(parameters * sizeof(char*)));
  if (!space || !names) return Error;
  names[0] = "_cls";
  for (size_t i = 1; i < parameters; ++i) names[i] = permanent_text_of(as_str(fields->items()[i - 1]));
  auto* code = new (space) Code{};
  code->name = "__new__";
  code->qualname = permanent_text_of(as_str(args[1]));
  code->source = &generated_source;
  code->first_line = 1;
  code->positional = code->parameter_count = code->local_count = static_cast<uint16_t>(parameters);
  code->names = names;
  code->body = make_instance;
  auto* f = allocate<Function>(&function_type);
  f->code = code;
  f->module = incref(args[0]).object();
  new (&f->defaults) Slot(incref(args[3]));
  for (Slot* s : {&f->keyword_defaults, &f->closure, &f->name, &f->qualname, &f->doc, &f->module_name, &f->annotations, &f->dict}) new (s) Slot;
  f->keyword_defaults.init(None);
  return object_value(f);
}

}  // namespace py::collections
