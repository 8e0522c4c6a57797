// types.GenericAlias (PEP 585): list[int] and its like. Acts as its origin, remembers its arguments.
#include "runtime/types/generic_alias.hpp"

#include "runtime/object/class.hpp"
#include "runtime/object/module.hpp"
#include "runtime/types/container_support.hpp"

namespace py {
namespace {

struct GenericAlias : Object { Value origin, arguments; bool starred; };   // owned; arguments: tuple; starred: *tuple[int]

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

Value make(Type* cls, Value origin, Value given, bool starred) {
  auto* alias = static_cast<GenericAlias*>(allocate_instance(cls));
  if (!alias) return Error;
  alias->origin = incref(origin);
  alias->arguments = is_exactly(given, tuple_type) ? incref(given) : tuple_of(given);
  alias->starred = starred;
  return object_value(alias);
}

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("GenericAlias", kwnames) || !check_positional("GenericAlias", n, 2, 2)) return Error;
  return make(cls, args[0], args[1], false);
}

// Classes show as module.qualname without builtins, `...` as itself, anything else by its repr.
bool append_part(Text& out, Value part) {
  static Str *const qualname = intern("__qualname__"), *const module_name = intern("__module__");
  if (part.same(Ellipsis)) return out.append("..."), true;
  if (!as_type(part)) return append_repr(out, part);
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
  if (self_of(self)->starred) out.append('*');
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
  if (!is_subtype(type_of(other), &generic_alias_type) || (op != Compare::eq && op != Compare::ne)) return NotImplemented;
  Truth same = self_of(self)->starred == self_of(other)->starred;
  if (same) same = equal(self_of(self)->origin, self_of(other)->origin);
  if (same > 0) same = equal(self_of(self)->arguments, self_of(other)->arguments);
  return same < 0 ? Error : boolean(same == (op == Compare::eq));
}

// What is made remembers how it was called, if it can.
Value call_alias(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static Str* const orig_class = intern("__orig_class__");
  Ref made = call(self_of(self)->origin, args, n, kwnames);
  if (made.is_error() || set_attribute(made, orig_class, self) >= 0) return made.take();
  if (!error_matches(exc::AttributeError) && !error_matches(exc::TypeError)) return Error;
  clear_error();
  return made.take();
}

Value origin(Value self) { return incref(self_of(self)->origin); }
Value arguments(Value self) { return incref(self_of(self)->arguments); }
Value parameters(Value self) { return type_parameters(self_of(self)->arguments); }
Value unpacked(Value self) { return boolean(self_of(self)->starred); }
Value unpacked_tuple(Value self) {
  bool is_tuple = self_of(self)->starred && self_of(self)->origin.same(value_of(tuple_type));
  return is_tuple ? incref(self_of(self)->arguments) : None;
}

Value get_item_alias(Value self, Value item) {
  Ref replaced = substitute_parameters(self, self_of(self)->arguments, item);
  return replaced.is_error() ? Error : make(&generic_alias_type, self_of(self)->origin, replaced, self_of(self)->starred);
}

// For *tuple[int, str]: one item, the alias with the star.
Value iter_alias(Value self) {
  Ref starred = make(&generic_alias_type, self_of(self)->origin, self_of(self)->arguments, true);
  if (starred.is_error()) return Error;
  Ref once = tuple_of(starred);
  return iter(once);
}

Value reduce(const Value* args, uint32_t) {
  GenericAlias* alias = self_of(args[0]);
  Ref parts = tuple_of(alias->origin, alias->arguments);
  if (!alias->starred) return tuple_of(value_of(generic_alias_type), parts);
  static Str* const next_name = intern("next");
  Ref plain = make(&generic_alias_type, alias->origin, alias->arguments, false), iterator = iter(plain), argument = tuple_of(iterator);
  return tuple_of(builtin(next_name), argument);
}

Value mro_entries(const Value* args, uint32_t) { return tuple_of(self_of(args[0])->origin); }
Value instance_check(const Value*, uint32_t) { return raise(exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic"); }
Value subclass_check(const Value*, uint32_t) { return raise(exc::TypeError, "issubclass() argument 2 cannot be a parameterized generic"); }

constexpr std::string_view own_attributes[] = {
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
};
// All other attributes are the origin's.
Value get_alias_attribute(Value self, Str* name) {
  Text text;
  append_utf8(text, name);
  std::string_view n = text.view();
  for (std::string_view mine : own_attributes) {
    if (n == mine) return object_type.get_attribute(self, name);
  }
  return get_attribute(self_of(self)->origin, name);
}

constexpr NativeDef methods[] = {PY_ONE("__mro_entries__", mro_entries), PY_ONE("__instancecheck__", instance_check),
                                 PY_ONE("__subclasscheck__", subclass_check), PY_NOARGS("__reduce__", reduce), {}};
constexpr GetSetDef getsets[] = {{"__origin__", origin, nullptr}, {"__args__", arguments, nullptr}, {"__parameters__", parameters, nullptr},
                                 {"__unpacked__", unpacked, nullptr}, {"__typing_unpacked_tuple_args__", unpacked_tuple, nullptr}, {}};

}  // namespace

constinit Type generic_alias_type{{.name = "types.GenericAlias", .instance_size = sizeof(GenericAlias), .flags = type_is_base | type_has_weakrefs, .create = create, .dealloc = dealloc,
                                   .traverse = traverse, .repr = repr_alias, .hash = hash_alias, .call = call_alias,
                                   .get_attribute = get_alias_attribute, .compare = compare, .iter = iter_alias, .get_item = get_item_alias,
                                   .number = {.bit_or = make_union},
                                   .methods = methods, .getsets = getsets}};

Value make_generic_alias(Value origin, Value given) { return make(&generic_alias_type, origin, given, false); }

}  // namespace py
