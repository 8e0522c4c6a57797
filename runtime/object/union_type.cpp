// types.UnionType: int | str (PEP 604, Objects/unionobject.c).
#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

struct UnionType : Object { Slot args; };   // Tuple of members, without duplicates

static Tuple* args_of(Value v) { return v.as<UnionType>()->args.peek().as<Tuple>(); }
static bool unionable(Value v) {
  return v.is_none() || as_type(v) || is_exactly(v, union_type) || is_subtype(type_of(v), &generic_alias_type);
}

// Appends v, or the members of a union, unless already there. false: error.
static bool add_member(Values& members, Value v) {
  if (is_exactly(v, union_type)) {
    Tuple* t = args_of(v);
    for (int64_t i = 0; i < t->length; ++i) {
      if (!add_member(members, t->items()[i])) return false;
    }
    return true;
  }
  if (v.is_none()) v = object_value(&none_type);
  for (int64_t i = 0; i < members.size(); ++i) {
    Truth same = equal(members[i], v);
    if (same < 0) return false;
    if (same) return true;
  }
  return members.push(incref(v));
}

Value make_union(Value left, Value right) {
  if (!unionable(left) || !unionable(right)) return NotImplemented;
  Values members;
  if (!add_member(members, left) || !add_member(members, right)) return Error;
  if (members.size() == 1) return incref(members[0]);
  Value args = make_tuple(members.data(), members.size());
  if (args.is_error()) return Error;
  auto* u = allocate<UnionType>(&union_type);
  new (&u->args) Slot(args);
  return object_value(u);
}

static Value union_repr(Value self) {
  Tuple* t = args_of(self);
  Text out;
  for (int64_t i = 0; i < t->length; ++i) {
    if (i) out.append(" | ");
    Value v = t->items()[i];
    Ref text;
    if (v.same(object_value(&none_type))) {
      text = make_str("None");
    } else if (as_type(v)) {
      Ref module = get_attribute(v, dunder::module), name = get_attribute(v, dunder::qualname);
      if (module.is_error() || name.is_error()) return Error;
      Str* m = as_str(module);
      text = !m || (m->is_ascii() && m->ascii() == "builtins") ? name.take() : format_text("%U.%S", m, name.get());
    } else {
      text = repr(v);
    }
    if (text.is_error()) return Error;
    append_utf8(out, as_str(text));
  }
  return out.to_str();
}
static Value union_compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_exactly(other, union_type)) return NotImplemented;
  Tuple *a = args_of(self), *b = args_of(other);
  bool same = a->length == b->length;
  for (int64_t i = 0; i < a->length && same; ++i) {
    bool found = false;
    for (int64_t k = 0; k < b->length && !found; ++k) {
      Truth r = equal(a->items()[i], b->items()[k]);
      if (r < 0) return Error;
      found = r;
    }
    same = found;
  }
  return boolean(same == (op == Compare::eq));
}
static int64_t union_hash(Value self) {
  Tuple* t = args_of(self);
  int64_t h = 0x345678;
  for (int64_t i = 0; i < t->length; ++i) {   // independent of the order
    int64_t part = hash(t->items()[i]);
    if (part == -1) return -1;
    h ^= part * 1000003;
  }
  return h == -1 ? -2 : h;
}
// What comes first decides: list[int] is refused only when no class before it matched.
static Value check_members(Tuple* members, Value checked, Truth (*check)(Value, Value), const char* function) {
  for (int64_t i = 0; i < members->length; ++i) {
    Value member = members->items()[i];
    if (is_subtype(type_of(member), &generic_alias_type)) return raise(exc::TypeError, "%s() argument 2 cannot be a parameterized generic", function);
    if (Truth r = check(checked, member)) return r < 0 ? Error : True;
  }
  return False;
}
static Value union_instancecheck(const Value* args, uint32_t) {
  return check_members(args_of(args[0]), args[1], is_instance, "isinstance");
}
static Value union_subclasscheck(const Value* args, uint32_t) {
  if (!as_type(args[1])) return raise(exc::TypeError, "issubclass() arg 1 must be a class");
  return check_members(args_of(args[0]), args[1], is_subclass, "issubclass");
}
// (list[T] | None)[int]: the replaced members joined again.
static Value union_get_item(Value self, Value item) {
  Ref args = self.as<UnionType>()->args.get(), replaced = substitute_parameters(self, args, item);
  if (replaced.is_error()) return Error;
  Tuple* members = replaced.as<Tuple>();
  Ref joined = Ref::borrow(members->items()[0]);
  for (int64_t i = 1; i < members->length && !joined.is_error(); ++i) joined = Ref(bit_or(joined, members->items()[i]));
  return joined.take();
}
static const NativeDef methods[] = {
    PY_ONE("__instancecheck__", union_instancecheck),
    PY_ONE("__subclasscheck__", union_subclasscheck),
    {},
};
static const GetSetDef getsets[] = {
    {"__args__", [](Value self) { return self.as<UnionType>()->args.get(); }, nullptr},
    {"__parameters__", [](Value self) { Ref args = self.as<UnionType>()->args.get(); return type_parameters(args); }, nullptr},
    {},
};
constinit Type union_type{{.name = "types.UnionType",
                           .instance_size = sizeof(UnionType),
                           .base = &object_type,
                           .dealloc = [](Object* o) {
                             static_cast<UnionType*>(o)->args.set(Undefined);
                             free_object(o);
                           },
                           .traverse = [](Object* o, Visitor& v) { v.visit(static_cast<UnionType*>(o)->args); },
                           .repr = union_repr,
                           .hash = union_hash,
                           .compare = union_compare,
                           .get_item = union_get_item,
                           .number = {.bit_or = make_union},
                           .methods = methods,
                           .getsets = getsets}};

}  // namespace py
