// The class statement: __mro_entries__, the metaclass, __prepare__ (Python/bltinmodule.c, builtin___build_class__).
#include "runtime/object/class_statement.hpp"

#include "runtime/object/containers.hpp"

namespace py {

// Replaces bases that are no types by what their __mro_entries__ gives. Undefined: nothing changed.
static Value resolve_bases(Tuple* bases) {
  bool any = false;
  for (int64_t i = 0; i < bases->length; ++i) any |= !as_type(bases->items()[i]);
  if (!any) return Undefined;
  Values resolved;
  bool changed = false;
  for (int64_t i = 0; i < bases->length; ++i) {
    Value base = bases->items()[i];
    Ref entries_method = as_type(base) ? Undefined : get_attribute_or_undefined(base, dunder::mro_entries);
    if (entries_method.is_error()) return Error;
    if (entries_method.is_undefined()) {
      if (!resolved.push(incref(base))) return Error;
      continue;
    }
    Ref entries = call(entries_method, object_value(bases));
    if (entries.is_error()) return Error;
    Tuple* t = as_tuple(entries);
    if (!t) return raise(exc::TypeError, "__mro_entries__ must return a tuple");
    for (int64_t k = 0; k < t->length; ++k) {
      if (!resolved.push(incref(t->items()[k]))) return Error;
    }
    changed = true;
  }
  return changed ? make_tuple(resolved.data(), resolved.size()) : Undefined;
}

bool begin_class(ClassStatement& c, Value name, Value bases, Value keywords) {
  c.name = Ref::borrow(name);
  Ref resolved = resolve_bases(bases.as<Tuple>());
  if (resolved.is_error()) return false;
  bool replaced = !resolved.is_undefined();
  c.bases = replaced ? Ref(resolved.take()) : Ref::borrow(bases);
  Ref meta;
  if (!keywords.is_undefined() && dict_size(keywords.as<Dict>())) {
    c.keywords = dict_copy(keywords.as<Dict>());
    if (c.keywords.is_error()) return false;
    meta = dict_get(c.keywords.as<Dict>(), names::metaclass);
    if (!meta.is_undefined()) dict_delete(c.keywords.as<Dict>(), names::metaclass);
  }
  Tuple* b = c.bases.as<Tuple>();
  if (meta.is_undefined()) meta = Ref::borrow(object_value(b->length ? type_of(b->items()[0]) : &type_type));
  if (Type* m = as_type(meta)) {
    Type* winner = derive_metaclass(m, b);
    if (!winner) return false;
    meta = Ref::borrow(object_value(winner));
  }
  Ref prepare = get_attribute_or_undefined(meta, dunder::prepare);
  if (prepare.is_error()) return false;
  if (prepare.is_undefined()) {
    c.name_space = make_dict();
  } else {
    Ref args = tuple_of(c.name, c.bases);
    c.name_space = call_unpacked(prepare, args, c.keywords);
  }
  if (c.name_space.is_error()) return false;
  if (!as_dict(c.name_space) && !type_of(c.name_space)->get_item) {
    if (Type* m = as_type(meta)) (void)raise(exc::TypeError, "%N.__prepare__() must return a mapping, not %T", m, c.name_space.get());
    else (void)raise(exc::TypeError, "<metaclass>.__prepare__() must return a mapping, not %T", c.name_space.get());
    return false;
  }
  if (replaced && set_item(c.name_space, object_value(dunder::orig_bases), bases) < 0) return false;
  c.metaclass = meta.take();
  return true;
}

Value finish_class(ClassStatement& c, Value cell) {
  Ref cls;
  if (c.metaclass.get().same(value_of(type_type)) && c.keywords.is_undefined()) {
    const Value args[] = {c.name, c.bases, c.name_space};
    cls = type_create(&type_type, args, 3, nullptr);
  } else {
    Ref args = tuple_of(c.name, c.bases, c.name_space);
    cls = call_unpacked(c.metaclass, args, c.keywords);
  }
  if (cls.is_error()) return Error;
  if (as_type(cls) && is_exactly(cell.is_undefined() ? None : cell, cell_type)) {
    Ref content = cell.as<Cell>()->value.get();
    if (content.is_undefined()) {
      return raise(exc::RuntimeError, "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", c.name.get(), cls.get());
    }
    if (!content.get().same(cls)) {
      return raise(exc::TypeError, "__class__ set to %R defining %R as %R", content.get(), c.name.get(), cls.get());
    }
  }
  return cls.take();
}

}  // namespace py
