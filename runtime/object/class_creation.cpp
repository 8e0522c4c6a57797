// type.__new__: making a class from a name, bases and a namespace (Objects/typeobject.c, type_new).
#include <algorithm>
#include <cstring>
#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

Type* derive_metaclass(Type* meta, Tuple* bases) {
  Type* winner = meta;
  for (int64_t i = 0; i < bases->length; ++i) {
    Type* t = type_of(bases->items()[i]);
    if (is_subtype(winner, t)) continue;
    if (is_subtype(t, winner)) {
      winner = t;
      continue;
    }
    (void)raise(exc::TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                          "metaclasses of all its bases");
    return nullptr;
  }
  return winner;
}

// Functions of a class are never counted: threads that call methods would fight over the count.
static void make_member_immortal(Value v) {
  if (!v.is_object() || owner_of(v.object()) != this_owner) return;
  if (is_exactly(v, function_type)) make_immortal(v.object());
  Value inner = wrapped_callable(v);
  if (!inner.is_undefined()) {
    make_immortal(v.object());
    make_member_immortal(inner);
  }
}

static Truth take_qualname(Type* t, Dict* dict, Str* name) {
  Ref qualname = dict_get(dict, dunder::qualname);
  if (qualname.is_undefined()) {
    t->qualname.set(incref(object_value(name)));
    return 0;
  }
  if (!as_str(qualname)) {
    (void)raise(exc::TypeError, "type __qualname__ must be a str, not %T", qualname.get());
    return -1;
  }
  t->qualname.set(qualname.take());
  dict_delete(dict, dunder::qualname);
  return 0;
}

// __module__ is that of the code that makes the class.
static void set_module(Dict* dict) {
  if (!dict_get_borrowed(dict, dunder::module).is_undefined()) return;
  Ref name = current_module_name();
  if (!name.is_undefined()) dict_set(dict, dunder::module, name);
}

static void wrap_implicit(Dict* dict, Str* name, Value (*wrap)(Value)) {
  Value found = dict_get_borrowed(dict, name);
  if (!is_exactly(found.is_undefined() ? None : found, function_type)) return;
  Ref wrapped = wrap(found);
  dict_set(dict, name, wrapped);
}

static Truth take_class_cell(Type* t, Dict* dict) {
  Ref cell = dict_get(dict, dunder::classcell);
  if (cell.is_undefined()) return 0;
  if (!is_exactly(cell, cell_type)) {
    (void)raise(exc::TypeError, "type.__new__(): __classcell__ must be a nonlocal cell, not <class '%T'>", cell.get());
    return -1;
  }
  cell.as<Cell>()->value.set(object_value(t));
  dict_delete(dict, dunder::classcell);
  return 0;
}

static Truth call_set_names(Type* t, Dict* dict) {
  Values members;
  if (!dict_snapshot(dict, DictPart::items, members)) return -1;
  for (int64_t i = 0; i < members.size(); i += 2) {
    Value key = members[i], value = members[i + 1];
    Value rest[] = {object_value(t), key};
    if (type_lookup(type_of(value), dunder::set_name).is_undefined()) continue;
    Ref r = call_special(value, dunder::set_name, rest, 2);
    if (!r.is_error()) continue;
    Ref cause = fetch_error();
    Ref error = make_exception(exc::RuntimeError, format_text("Error calling __set_name__ on '%T' instance %R in '%N'", value, key, t));
    if (!error.is_error()) error.as<Exception>()->context.set(incref(cause.get()));
    (void)raise_statement(error, cause);
    return -1;
  }
  return 0;
}

static Truth call_init_subclass(Type* t, const Value* kwvalues, Tuple* kwnames) {
  Tuple* mro = mro_of(t);
  for (int64_t i = 1; i < mro->length; ++i) {
    Ref found = Ref::borrow(dict_get_borrowed(dict_of(mro->items()[i].as<Type>()), dunder::init_subclass));
    if (found.is_undefined()) continue;
    Type* ft = type_of(found);
    Ref bound = ft->descriptor_get ? ft->descriptor_get(found, Undefined, t) : incref(found.get());
    // Bound like super(t, t).__init_subclass__: class methods to t, whatever class they were found on.
    if (bound.is_error()) return -1;
    Ref r = call(bound, kwvalues, 0, kwnames);
    return r.is_error() ? -1 : 0;
  }
  return 0;
}

// What `match` takes for a sequence or a mapping: marked by collections.abc (__abc_tpflags__, as in Modules/_abc.c), inherited.
static constexpr uint32_t collection_kinds = kind_sequence | kind_mapping;
static void take_collection_kind(Type* t, Dict* dict) {
  static Str* const n_flags = intern("__abc_tpflags__");
  Ref flags = dict_get(dict, n_flags);
  if (flags.is_undefined() || !flags.get().is_small_int()) return;
  t->flags &= ~collection_kinds;
  if (flags.get().small_int() & 1 << 5) t->flags |= kind_sequence;
  if (flags.get().small_int() & 1 << 6) t->flags |= kind_mapping;
  dict_delete(dict, n_flags);
}
static void inherit_collection_kind(Type* t, Tuple* mro) {
  for (int64_t i = 1; i < mro->length && !(t->flags & collection_kinds); ++i) {
    t->flags |= mro->items()[i].as<Type>()->flags & collection_kinds;
  }
}

static Type* allocate_type(Type* meta) {
  Object* o = allocate_object(meta, std::max<size_t>(meta->instance_size, sizeof(Type)));
  if (!o) return nullptr;
  std::memset(static_cast<void*>(o + 1), 0, std::max<size_t>(meta->instance_size, sizeof(Type)) - sizeof(Object));
  new (&static_cast<Type*>(o)->version) ClassVersion;    // whose "none" is not zero
  make_immortal(o);                      // classes are immortal: their instances do not count them
  Type* t = static_cast<Type*>(o);
  for (Slot* s : {&t->dict, &t->bases, &t->mro, &t->subclasses, &t->qualname, &t->module_name}) new (s) Slot;
  t->slots_names = Undefined;
  init_own_slots(o, meta);
  return t;
}

static Value new_class(Type* meta, Str* name, Tuple* given_bases, Dict* namespace_, const Value* kwvalues, Tuple* kwnames) {
  Ref bases = given_bases->length ? incref(object_value(given_bases)) : tuple_of(object_value(&object_type));
  Type* base = best_base(bases.as<Tuple>());
  if (!base) return Error;
  Ref dict = dict_copy(namespace_);
  if (dict.is_error()) return Error;
  Dict* d = dict.as<Dict>();
  ClassLayout layout;
  if (!plan_layout(layout, name, base, bases.as<Tuple>(), d)) return Error;

  Type* t = allocate_type(meta);
  if (!t) return Error;
  t->name = permanent_text_of(name);
  if (!t->name) return Error;
  t->base = base;
  t->flags = type_is_heap | type_is_base | (base->flags & ~uint32_t{0xff}) | layout.flags;
  t->instance_size = layout.instance_size;
  bool plain_base = base == &object_type || (base->flags & type_is_plain);
  // Where two classes have __slots__, those of the derived one are dropped first: plain objects go from one end to the other.
  bool slots_of_one = base->instance_size == sizeof(Object) || t->instance_size == base->instance_size;
  if (plain_base && slots_of_one && !(t->flags & type_has_payload)) t->flags |= type_is_plain;
  t->attributes_capacity = 8;
  if (take_qualname(t, d, name) < 0) return Error;
  set_module(d);
  wrap_implicit(d, dunder::new_, make_static_method);
  wrap_implicit(d, dunder::init_subclass, make_class_method);
  wrap_implicit(d, dunder::class_getitem, make_class_method);
  add_layout_descriptors(layout, t, d);
  if (dict_get_borrowed(d, dunder::doc).is_undefined()) dict_set(d, dunder::doc, None);
  if (!dict_get_borrowed(d, dunder::eq).is_undefined() && dict_get_borrowed(d, dunder::hash).is_undefined()) {
    dict_set(d, dunder::hash, None);
  }
  if (take_class_cell(t, d) < 0) return Error;
  take_collection_kind(t, d);
  int64_t position = 0;
  Value key, member;
  while (dict_next(d, position, key, member)) make_member_immortal(member);

  t->dealloc = instance_dealloc;
  t->traverse = instance_traverse;
  t->clear = instance_clear;
  t->buffer = base->buffer;
  make_immortal(d);
  t->dict.set(dict.take());
  if (t->bases.peek().is_undefined()) {
    if (bases.get().object()->owner == this_owner) make_immortal(bases.get().object());
    t->bases.set(incref(bases.get()));
  }
  Ref mro = resolve_mro(t, bases.as<Tuple>());
  if (mro.is_error()) return Error;
  {
    ClassLock guard;
    if (mro.get().object()->owner == this_owner) make_immortal(mro.get().object());
    inherit_collection_kind(t, mro.as<Tuple>());
    t->mro.set(mro.take());
    update_slots(t);
    for (int64_t i = 0; i < bases.as<Tuple>()->length; ++i) add_subclass(bases.as<Tuple>()->items()[i].as<Type>(), t);
  }
  if (call_set_names(t, d) < 0) return Error;
  if (call_init_subclass(t, kwvalues, kwnames) < 0) return Error;
  return object_value(t);
}

Value type_create(Type* meta, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n != 3) return raise(exc::TypeError, "type.__new__() takes exactly 3 arguments (%d given)", static_cast<int>(n));
  Str* name = as_str(args[0]);
  if (!name) return raise(exc::TypeError, "type.__new__() argument 1 must be str, not %A", args[0]);
  if (str_find_char(name, 0, 0, name->length) >= 0) return raise(exc::ValueError, "type name must not contain null characters");
  Tuple* bases = as_tuple(args[1]);
  if (!bases) return raise(exc::TypeError, "type.__new__() argument 2 must be tuple, not %A", args[1]);
  Dict* namespace_ = as_dict(args[2]);
  if (!namespace_) return raise(exc::TypeError, "type.__new__() argument 3 must be dict, not %A", args[2]);
  for (int64_t i = 0; i < bases->length; ++i) {
    Value base = bases->items()[i];
    if (as_type(base)) continue;
    if (!type_lookup(type_of(base), dunder::mro_entries).is_undefined()) {
      return raise(exc::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  Type* winner = derive_metaclass(meta, bases);
  if (!winner) return Error;
  if (winner != meta && winner->create != type_create) return winner->create(winner, args, n, kwnames);
  for (int64_t i = 0; i < bases->length; ++i) {
    if (!as_type(bases->items()[i])) return raise(exc::TypeError, "bases must be types");
  }
  return new_class(winner, name, bases, namespace_, args + n, kwnames);
}

}  // namespace py
