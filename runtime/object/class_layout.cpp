// Instance layouts: choosing the base to extend, __slots__, and assignment to __class__.
#include <algorithm>
#include <new>

#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

namespace py {

static constexpr uint32_t payload_kinds = kind_int | kind_float | kind_str | kind_bytes | kind_tuple | kind_complex;

// Does t's layout differ from its base's by more than the dict?
static bool adds_layout(const Type* t) {
  if (!t->base) return true;
  if (t->flags & type_is_heap) return t->instance_size > own_slots_start(t);
  return t->instance_size != t->base->instance_size || ((t->flags ^ t->base->flags) & ~uint32_t{0xff});
}
static Type* solid_base(Type* t) {
  while (!adds_layout(t)) t = t->base;
  return t;
}

bool extends_layout(Type* t, Type* base) {
  ensure_ready(base);
  return is_subtype(solid_base(t), solid_base(base));
}

Type* best_base(Tuple* bases) {
  Type *winner = nullptr, *base = nullptr;
  for (int64_t i = 0; i < bases->length; ++i) {
    Type* candidate_base = bases->items()[i].as<Type>();
    ensure_ready(candidate_base);
    if (!(candidate_base->flags & type_is_base)) {
      (void)raise(exc::TypeError, "type '%N' is not an acceptable base type", candidate_base);
      return nullptr;
    }
    Type* candidate = solid_base(candidate_base);
    if (!winner || (candidate != winner && is_subtype(candidate, winner) && !is_subtype(winner, candidate))) {
      winner = candidate;
      base = candidate_base;
    } else if (!is_subtype(winner, candidate)) {
      (void)raise(exc::TypeError, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return base;
}

// _Class__name for names that begin with two underscores and do not end with two.
static Value mangle(Str* class_name, Str* name) {
  Text cls, text;
  append_utf8(cls, class_name);
  append_utf8(text, name);
  std::string_view v = text.view(), c = cls.view();
  while (!c.empty() && c.front() == '_') c.remove_prefix(1);
  if (v.substr(0, 2) != "__" || (v.size() > 3 && v.substr(v.size() - 2) == "__") || c.empty()) return object_value(intern(name));
  Text mangled;
  mangled.append('_');
  mangled.append(c);
  mangled.append(v);
  return object_value(intern(mangled.view()));
}

static bool is_identifier(Str* s) {
  Ref r = call_method(object_value(s), intern("isidentifier"));
  return r.get().is_true();
}

// The names in __slots__ as a sorted tuple of mangled strings, without __dict__ and __weakref__.
static bool read_slot_names(ClassLayout& layout, Value slots, Str* class_name, Type* base, Dict* dict) {
  Ref given = as_str(slots) ? tuple_of(slots) : to_tuple(slots);
  if (given.is_error()) return false;
  Tuple* names = given.as<Tuple>();
  if (names->length && (base->flags & (kind_int | kind_bytes | kind_tuple))) {
    (void)raise(exc::TypeError, "nonempty __slots__ not supported for subtype of '%N'", base);
    return false;
  }
  Values kept;
  for (int64_t i = 0; i < names->length; ++i) {
    Str* name = as_str(names->items()[i]);
    if (!name) {
      (void)raise(exc::TypeError, "__slots__ items must be strings, not '%T'", names->items()[i]);
      return false;
    }
    if (!is_identifier(name)) {
      (void)raise(exc::TypeError, "__slots__ must be identifiers");
      return false;
    }
    if (str_equal_ascii(name, "__dict__")) {
      if (layout.adds_dict || has_attributes(base)) {
        (void)raise(exc::TypeError, "__dict__ slot disallowed: we already got one");
        return false;
      }
      layout.adds_dict = true;
    } else if (str_equal_ascii(name, "__weakref__")) {
      if (layout.adds_weakref || (base->flags & (type_has_weakrefs | kind_int | kind_bytes | kind_tuple))) {
        (void)raise(exc::TypeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
        return false;
      }
      layout.adds_weakref = true;
    } else {
      Ref mangled = mangle(class_name, name);
      Str* m = mangled.as<Str>();
      if (m != dunder::qualname && m != dunder::classcell && !dict_get_borrowed(dict, m).is_undefined()) {
        (void)raise(exc::ValueError, "%R in __slots__ conflicts with class variable", object_value(name));
        return false;
      }
      if (!kept.push(mangled.take())) return false;
    }
  }
  std::sort(kept.data(), kept.data() + kept.size(), [](Value a, Value b) { return str_order(a.as<Str>(), b.as<Str>()) < 0; });
  layout.slot_names = make_tuple(kept.data(), kept.size());
  return !layout.slot_names.is_error();
}

bool plan_layout(ClassLayout& layout, Str* class_name, Type* base, Tuple* bases, Dict* dict) {
  bool dict_above = has_attributes(base);
  for (int64_t i = 0; i < bases->length; ++i) dict_above |= has_attributes(bases->items()[i].as<Type>());
  bool payload = (base->flags & payload_kinds) || is_subtype(base, &frozenset_type);
  if (payload) layout.flags |= type_has_payload;
  layout.first_slot = layout.instance_size =
      payload && !(base->flags & type_is_heap) ? static_cast<uint32_t>(sizeof(Wrapped)) : base->instance_size;
  Ref slots = dict_get(dict, dunder::slots);
  // Classes and modules keep their attributes in their namespace.
  bool has_namespace = (base->flags & kind_type) || is_subtype(base, &module_type);
  if (slots.is_undefined()) {
    layout.adds_dict = !has_attributes(base) && !has_namespace;
    layout.adds_weakref = !(base->flags & (type_has_weakrefs | kind_int | kind_tuple | kind_bytes)) && !has_namespace;
  } else if (!read_slot_names(layout, slots, class_name, base, dict)) {
    return false;
  } else {
    layout.instance_size += static_cast<uint32_t>(layout.slot_names.as<Tuple>()->length * sizeof(Slot));
  }
  if ((layout.adds_dict || dict_above) && !has_namespace) layout.flags |= type_has_dict;
  // Not where CPython's instances are of variable size.
  bool weakrefs = layout.adds_weakref || (slots.is_undefined() && !has_namespace);
  if (weakrefs && !(base->flags & (kind_int | kind_tuple | kind_bytes))) layout.flags |= type_has_weakrefs;
  return true;
}

// As CPython's subtype_dict and subtype_setdict: what has a __dict__ of another kind, for example a class whose metaclass has a base
// with attributes, is served by that.
static Value get_dict(Value self) {
  if (Type* t = as_type(self)) return make_mapping_proxy(object_value(dict_of(t)));
  if (is_subtype(type_of(self), &module_type)) return self.as<Module>()->dict_slot.get();   // whose class has a base with attributes
  Dict* d = instance_dict(self.object(), type_of(self));
  return d ? incref(object_value(d)) : Error;
}
static Truth set_dict(Value self, Value value) {
  Type* t = type_of(self);
  if (as_type(self)) return (void)raise(exc::AttributeError, "attribute '__dict__' of 'type' objects is not writable"), -1;
  if (is_subtype(t, &module_type)) return (void)raise(exc::AttributeError, "readonly attribute"), -1;
  if (value.is_undefined() && ((t->flags & kind_exception) || t == &function_type)) {
    return (void)raise(exc::TypeError, "cannot delete __dict__"), -1;
  }
  Ref empty;
  if (value.is_undefined()) empty = Ref(make_dict()), value = empty;   // the next to look finds a new one
  if (!as_dict(value)) {
    (void)raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    return -1;
  }
  if (!instance_dict(self.object(), type_of(self))) return -1;
  attributes_of(self.object(), type_of(self))->dict.set(incref(value));
  return 0;
}
const GetSetDef instance_dict_getset = {"__dict__", get_dict, set_dict};
static const GetSetDef instance_weakref_getset = {"__weakref__", [](Value) { return None; }, nullptr};

void add_layout_descriptors(ClassLayout& layout, Type* t, Dict* dict) {
  if (!layout.slot_names.is_undefined()) {
    Tuple* names = layout.slot_names.as<Tuple>();
    for (int64_t i = 0; i < names->length; ++i) {
      Str* name = names->items()[i].as<Str>();
      Ref member = make_member_descriptor(t, name, layout.first_slot + static_cast<uint32_t>(i * sizeof(Slot)), false);
      dict_set(dict, name, member);
    }
    t->slots_names = layout.slot_names.take();
    make_immortal(t->slots_names.object());
  }
  if (layout.adds_dict && dict_get_borrowed(dict, dunder::dict).is_undefined()) {
    Ref getset = make_getset_descriptor(t, instance_dict_getset);
    dict_set(dict, dunder::dict, getset);
  }
  if (layout.adds_weakref && dict_get_borrowed(dict, dunder::weakref).is_undefined()) {
    Ref getset = make_getset_descriptor(t, instance_weakref_getset);
    dict_set(dict, dunder::weakref, getset);
  }
}

void init_own_slots(Object* o, Type* t) {
  for (Type* c = t; c && (c->flags & type_is_heap); c = c->base) {
    for (uint32_t at = own_slots_start(c); at < c->instance_size; at += sizeof(Slot)) {
      new (reinterpret_cast<char*>(o) + at) Slot;
    }
  }
}

bool same_layout(Type* from, Type* to) {
  if (from->instance_size != to->instance_size || has_attributes(from) != has_attributes(to)) return false;
  Type *a = solid_base(from), *b = solid_base(to);
  if (a == b) return true;
  // Different classes with the same __slots__ over the same base are interchangeable.
  if (!(a->flags & b->flags & type_is_heap) || a->base != b->base || a->slots_names.is_undefined() || b->slots_names.is_undefined()) return false;
  Tuple *x = a->slots_names.as<Tuple>(), *y = b->slots_names.as<Tuple>();
  return x->length == y->length && std::equal(x->items(), x->items() + x->length, y->items(), [](Value l, Value r) { return l.same(r); });
}

}  // namespace py
