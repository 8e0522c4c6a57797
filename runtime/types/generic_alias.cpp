// types.GenericAlias (PEP 585): list[int] and its like. Acts as its origin, remembers its arguments.
#include "runtime/types/generic_alias.hpp"

#include "runtime/object/class.hpp"
#include "runtime/types/container_support.hpp"

namespace py {
namespace {

struct GenericAlias : Object { Value origin, arguments; };   // owned; arguments: tuple

GenericAlias* self_of(Value v) { return v.as<GenericAlias>(); }

void dealloc(Object* self) {
  decref(static_cast<GenericAlias*>(self)->origin);
  decref(static_cast<GenericAlias*>(self)->arguments);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<GenericAlias*>(self)->origin);
  visitor.visit(static_cast<GenericAlias*>(self)->arguments);
}

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("GenericAlias", kwnames) || !check_positional("GenericAlias", n, 2, 2)) return Error;
  return make_generic_alias(args[0], args[1]);
}

// Classes show as module.qualname without builtins, `...` as itself, anything else by its repr.
bool append_part(Text& out, Value part) {
  static Str *const qualname = intern("__qualname__"), *const module_name = intern("__module__");
  if (part.same(Ellipsis)) return out.append("..."), true;
  if (is_exactly(part, generic_alias_type) || !as_type(part)) return append_repr(out, part);
  Ref name = get_attribute_or_undefined(part, qualname), module = get_attribute_or_undefined(part, module_name);
  if (name.is_error() || module.is_error()) return false;
  Str *n = as_str(name), *m = as_str(module);
  if (!n || !m) return append_repr(out, part);
  Text prefix;
  append_utf8(prefix, m);
  if (prefix.view() != "builtins") {
    out.append(prefix.view());
    out.append('.');
  }
  append_utf8(out, n);
  return true;
}

Value repr_alias(Value self) {
  Text out;
  if (!append_part(out, self_of(self)->origin)) return Error;
  out.append('[');
  Tuple* arguments = self_of(self)->arguments.as<Tuple>();
  for (int64_t i = 0; i < arguments->length; ++i) {
    if (i) out.append(", ");
    if (!append_part(out, arguments->items()[i])) return Error;
  }
  out.append(arguments->length ? "]" : "()]");
  return out.to_str();
}

int64_t hash_alias(Value self) {
  int64_t a = hash(self_of(self)->origin), b = a == -1 ? -1 : hash(self_of(self)->arguments);
  return b == -1 ? -1 : (a ^ b) == -1 ? -2 : a ^ b;
}

Value compare(Value self, Value other, Compare op) {
  if (!is_exactly(other, generic_alias_type) || (op != Compare::eq && op != Compare::ne)) return NotImplemented;
  Truth same = equal(self_of(self)->origin, self_of(other)->origin);
  if (same > 0) same = equal(self_of(self)->arguments, self_of(other)->arguments);
  return same < 0 ? Error : boolean(same == (op == Compare::eq));
}

Value call_alias(Value self, const Value* args, uint32_t n, Tuple* kwnames) { return call(self_of(self)->origin, args, n, kwnames); }

Value origin(Value self) { return incref(self_of(self)->origin); }
Value arguments(Value self) { return incref(self_of(self)->arguments); }
Value parameters(Value) { return make_tuple(nullptr, 0); }

// Type variables are not substituted: there is no place left to fill.
Value get_item_alias(Value self, Value) { return raise(exc::TypeError, "%R is not a generic class", self); }

Value mro_entries(const Value* args, uint32_t) { return tuple_of(self_of(args[0])->origin); }
Value instance_check(const Value*, uint32_t) { return raise(exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic"); }
Value subclass_check(const Value*, uint32_t) { return raise(exc::TypeError, "issubclass() argument 2 cannot be a parameterized generic"); }

// Attributes other than its own are the origin's, special names excepted.
Value get_alias_attribute(Value self, Str* name) {
  Text text;
  append_utf8(text, name);
  std::string_view n = text.view();
  bool dunder = n.starts_with("__") && n.ends_with("__");
  if (!dunder) return get_attribute(self_of(self)->origin, name);
  return object_type.get_attribute(self, name);
}

constexpr NativeDef methods[] = {PY_ONE("__mro_entries__", mro_entries), PY_ONE("__instancecheck__", instance_check),
                                 PY_ONE("__subclasscheck__", subclass_check), {}};
constexpr GetSetDef getsets[] = {{"__origin__", origin, nullptr}, {"__args__", arguments, nullptr}, {"__parameters__", parameters, nullptr}, {}};

}  // namespace

constinit Type generic_alias_type{{.name = "types.GenericAlias", .instance_size = sizeof(GenericAlias), .flags = type_has_weakrefs, .create = create, .dealloc = dealloc,
                                   .traverse = traverse, .repr = repr_alias, .hash = hash_alias, .call = call_alias,
                                   .get_attribute = get_alias_attribute, .compare = compare, .get_item = get_item_alias,
                                   .number = {.bit_or = make_union},
                                   .methods = methods, .getsets = getsets}};

Value make_generic_alias(Value origin, Value given) {
  auto* alias = allocate<GenericAlias>(&generic_alias_type);
  alias->origin = incref(origin);
  alias->arguments = is_exactly(given, tuple_type) ? incref(given) : tuple_of(given);
  return object_value(alias);
}

}  // namespace py
