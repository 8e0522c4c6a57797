// _string: the syntax of format strings, for string.Formatter, and whether string.Template has regular expressions at hand.
#include "runtime/object/containers.hpp"
#include "runtime/object/import.hpp"
#include "runtime/types/format_markup.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::native {
namespace {

Value piece(Str* s, Range r) { return str_slice(s, r.start, r.end); }

// [(literal_text, field_name, format_spec, conversion), ...]; the last three None where no field follows.
Value formatter_parser(const Value* args, uint32_t) {
  Str* s = as_str(args[0]);
  if (!s) return raise(exc::TypeError, "expected str, got %T", args[0]);
  Ref list = make_list(nullptr, 0);
  FormatMarkup markup(s);
  for (;;) {
    Truth more = markup.next();
    if (more < 0) return Error;
    if (more == 0) return py::iter(list);
    Ref literal = piece(s, markup.literal), name = None, spec = None, conversion = None;
    if (markup.has_field) {
      name = piece(s, markup.name);
      spec = piece(s, markup.spec);
      if (markup.conversion) conversion = make_str_code_point(markup.conversion);
    }
    Value items[] = {literal, name, spec, conversion};
    Ref entry = make_tuple(items, 4);
    if (entry.is_error() || list_append(list.as<List>(), entry) < 0) return Error;
  }
}

// (first, [(is_attribute, key), ...])
Value formatter_field_name_split(const Value* args, uint32_t) {
  Str* s = as_str(args[0]);
  if (!s) return raise(exc::TypeError, "expected str, got %T", args[0]);
  FieldName name(s, {0, s->length});
  if (!name.ok()) return Error;
  Ref first = name.first_index >= 0 ? small_int(name.first_index) : piece(s, name.first), rest = make_list(nullptr, 0);
  for (;;) {
    Range part;
    bool is_attribute;
    int64_t index;
    Truth more = name.next(part, is_attribute, index);
    if (more < 0) return Error;
    if (more == 0) break;
    Ref key = index >= 0 ? small_int(index) : piece(s, part), entry = tuple_of(boolean(is_attribute), key);
    if (list_append(rest.as<List>(), entry) < 0) return Error;
  }
  Ref iterator = py::iter(rest);
  return tuple_of(first, iterator);
}

// linked_module(name): the module, imported, or None if the program was linked without it.
Value linked_module(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "linked_module", "");
  if (!name) return Error;
  return module_is_linked(intern(name)) ? import_module(name) : None;
}

constexpr NativeDef functions[] = {PY_ONE("formatter_parser", formatter_parser), PY_ONE("formatter_field_name_split", formatter_field_name_split),
                                   PY_ONE("linked_module", linked_module), {}};

bool fill_string(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

extern const ModuleDef module__ustring;
const ModuleDef module__ustring = {"_string", fill_string, false};

}  // namespace py::native
