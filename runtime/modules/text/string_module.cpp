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

bool is_name_part(uint32_t c, bool first) {
  return c == '_' || (c < 128 && ((c | 32) >= 'a' && (c | 32) <= 'z')) || (!first && c >= '0' && c <= '9');
}

// substitute(template, mapping): string.Template's text with mapping[name] in place of $name and ${name}, $ for $$. An int where
// something else follows a $: the place after that.
Value substitute(const Value* args, uint32_t) {
  Str* s = as_str(args[0]);
  if (!s) return raise(exc::TypeError, "expected str, got %T", args[0]);
  StrBuilder out;
  const int64_t end = s->length;
  for (int64_t at = 0;;) {
    int64_t dollar = str_find_char(s, '$', at, end);
    out.append(s, at, dollar < 0 ? end : dollar);
    if (dollar < 0) return out.finish();
    int64_t start = dollar + 1;
    if (start < end && s->at(start) == '$') {
      out.append('$');
      at = start + 1;
      continue;
    }
    const bool braced = start < end && s->at(start) == '{';
    start += braced;
    at = start;
    while (at < end && is_name_part(s->at(at), at == start)) ++at;
    if (at == start || (braced && (at == end || s->at(at) != '}'))) return small_int(dollar + 1);
    Ref name = str_slice(s, start, at), value = get_item(args[1], name);
    if (value.is_error()) return Error;
    Ref text = str(value);
    if (text.is_error()) return Error;
    out.append(as_str(text));
    at += braced;
  }
}

// linked_module(name): the module, imported, or None if the program was linked without it.
Value linked_module(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "linked_module", "");
  if (!name) return Error;
  return module_is_linked(intern(name)) ? import_module(name) : None;
}

constexpr NativeDef functions[] = {PY_ONE("formatter_parser", formatter_parser), PY_ONE("formatter_field_name_split", formatter_field_name_split),
                                   PY_ONE("linked_module", linked_module), PY_RANGE("substitute", substitute, 2, 2), {}};

bool fill_string(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

extern const ModuleDef module__ustring;
const ModuleDef module__ustring = {"_string", fill_string, false};

}  // namespace py::native
