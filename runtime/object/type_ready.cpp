// Making built-in classes ready: bases, MRO, namespace from the static tables, inherited slots.
#include "runtime/object/class.hpp"
#include "runtime/object/heap.hpp"

namespace py {

static constexpr uint32_t inherited_flags = type_has_dict | ~uint32_t{0xff};   // kinds and the dict

static void add_doc(Type* t) {
  if (!dict_get_borrowed(dict_of(t), dunder::doc).is_undefined()) return;
  Ref doc = t->doc ? make_str(t->doc) : None;
  dict_set(dict_of(t), dunder::doc, doc);
}

static void add_if_absent(Type* t, const char* name, Value owned) {
  Ref value = owned;
  Str* key = intern(name);
  if (dict_get_borrowed(dict_of(t), key).is_undefined()) dict_set(dict_of(t), key, value);
}

static void add_tables(Type* t) {
  for (const NativeDef* d = t->methods; d && d->name; ++d) {
    if (d->kind == NativeDef::static_method) {
      Ref function = make_native_function(*d);
      add_if_absent(t, d->name, make_static_method(function));
    } else {
      add_if_absent(t, d->name, make_method_descriptor(t, *d));
    }
  }
  for (const MemberDef* d = t->members; d && d->name; ++d) {
    add_if_absent(t, d->name, make_member_descriptor(t, intern(d->name), d->offset, d->read_only));
  }
  for (const GetSetDef* d = t->getsets; d && d->name; ++d) add_if_absent(t, d->name, make_getset_descriptor(t, *d));
}

void inherit_slots(Type* t) {
  const bool own_equality = t->compare || t->hash;
  void** const own_hash = reinterpret_cast<void**>(&t->hash);
  Tuple* mro = mro_of(t);
  for (int64_t i = 1; i < mro->length; ++i) {
    Type* base = mro->items()[i].as<Type>();
    for (uint32_t d = 0; d < slot_def_count; ++d) {
      void*& slot = slot_at(t, slot_defs[d].offset);
      if (slot || (own_equality && &slot == own_hash)) continue;   // a new __eq__ invalidates the inherited __hash__
      slot = slot_at(base, slot_defs[d].offset);
    }
    if (!t->buffer) t->buffer = base->buffer;
    if (!t->dealloc) t->dealloc = base->dealloc;
    if (!t->traverse) t->traverse = base->traverse, t->clear = t->clear ? t->clear : base->clear;
    if (!t->create && base != &object_type) t->create = base->create;
  }
  if (!t->hash) t->hash = own_equality ? hash_not_implemented : object_hash;
  if (!t->compare) t->compare = object_type.compare;
}

void add_subclass(Type* base, Type* sub) {
  ClassLock guard;
  if (base->subclasses.peek().is_undefined()) base->subclasses.set(make_list(nullptr, 0));
  if (list_append(base->subclasses.peek().as<List>(), object_value(sub)) < 0) clear_error();
}

Value subclasses_of(Type* t) {
  Value list = t->subclasses.peek();
  return list.is_undefined() ? make_list(nullptr, 0) : to_list(list);
}

void type_ready(Type& type) {
  Type* t = &type;
  if (is_ready(t)) return;
  ClassLock guard;
  if (is_ready(t)) return;
  if (!dunder::abstractmethods) {
    ready_names();
    ready_slot_names();
  }
  if (!t->base && t != &object_type) t->base = &object_type;
  if (t->base) type_ready(*t->base);
  const bool adds_dict = (t->flags & type_has_dict) && !(t->base && (t->base->flags & type_has_dict));
  if (t->base) t->flags |= t->base->flags & inherited_flags;
  if (!t->instance_size) t->instance_size = t->base->instance_size;

  Value bases[2];
  int64_t base_count = 0;
  if (t->base) bases[base_count++] = object_value(t->base);
  if (t->second_base) bases[base_count++] = object_value(t->second_base);
  Ref base_tuple = make_tuple(bases, base_count);
  Ref dict = make_dict(), mro;
  make_immortal(dict.get().object());
  make_immortal(base_tuple.get().object());
  if (t->second_base) type_ready(*t->second_base);
  if (t->base) {
    mro = compute_mro(t, base_tuple.as<Tuple>());
  } else {
    mro = tuple_of(object_value(t));
  }
  make_immortal(mro.get().object());
  t->bases.set(base_tuple.take());
  t->dict.set(dict.take());
  add_slot_wrappers(t);
  if (t->create) dict_set(dict_of(t), dunder::new_, make_new_wrapper(t));
  add_tables(t);
  if (adds_dict) add_if_absent(t, "__dict__", make_getset_descriptor(t, instance_dict_getset));
  add_doc(t);
  if (t->compare && !t->hash) {
    t->hash = hash_not_implemented;
    dict_set(dict_of(t), dunder::hash, None);
  }
  // The MRO is what is_ready() looks at: last, so that a reader without the lock sees a finished class.
  Tuple* order = mro.as<Tuple>();
  {
    Slot& slot = t->mro;
    for (int64_t i = 1; i < order->length; ++i) type_ready(*order->items()[i].as<Type>());
    slot.set(mro.take());
  }
  if (t->base) inherit_slots(t);
  for (int64_t i = 0; i < base_count; ++i) add_subclass(bases[i].as<Type>(), t);
}

void types_ready(Type* const* until_null) {
  for (; *until_null; ++until_null) type_ready(**until_null);
}

bool ensure_ready(Type* type) {
  if (is_ready(type) || (type->flags & type_is_heap)) return false;   // classes of programs are made ready by type.__new__
  type_ready(*type);
  return true;
}

}  // namespace py
