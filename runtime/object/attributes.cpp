// Attribute access on arbitrary values: the generic algorithm of object.__getattribute__ and __setattr__
// (Objects/object.c, _PyObject_GenericGetAttrWithDict) and the sites emitted code keeps.
#include "runtime/object/class.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/slot_functions.hpp"

namespace py {

Value raise_attribute_error(Value self, Str* name) {
  Value message = Undefined;
  if (Type* t = as_type(self)) {
    message = format_text("type object '%N' has no attribute '%U'", t, name);
  } else {
    message = format_text("'%T' object has no attribute '%U'", self, name);
  }
  Ref error = make_exception(exc::AttributeError, message);
  if (!error.is_error()) set_attribute_error_fields(error, object_value(name), self);
  return error.is_error() ? Error : raise_value(error);
}

// ---- the generic algorithm ----

// What the object itself holds under name; a borrowed value or Undefined.
static Value own_value(Value self, Type* t, Str* name) {
  return self.is_object() && has_attributes(t) ? own_attribute(self.object(), t, name) : Undefined;
}

static Value get_generic(Value self, Type* t, Str* name, Dict* dict) {
  Ref found = Ref::borrow(type_lookup(t, name));
  Value (*get)(Value, Value, Type*) = nullptr;
  if (!found.is_undefined()) {
    Type* ft = type_of(found);
    get = ft->descriptor_get;
    if (get && ft->descriptor_set) return get(found, self, t);
  }
  Value own = dict ? dict_get_borrowed(dict, name) : own_value(self, t, name);
  if (!own.is_undefined()) return incref(own);
  if (get) return get(found, self, t);
  return found.take();
}

Value generic_get_attribute_quiet(Value self, Str* name) { return get_generic(self, type_of(self), name, nullptr); }

Value generic_get_attribute_slot(Value self, Str* name) {
  Value v = get_generic(self, type_of(self), name, nullptr);
  return v.is_undefined() ? raise_attribute_error(self, name) : v;
}

Value generic_get_attribute(Value self, Str* name, Dict* dict) {
  Value v = get_generic(self, type_of(self), name, dict);
  return v.is_undefined() ? raise_attribute_error(self, name) : v;
}

static Truth raise_not_settable(Value self, Type* t, Str* name, bool on_class) {
  if (on_class) (void)raise(exc::AttributeError, "'%N' object attribute '%U' is read-only", t, name);
  else (void)raise_attribute_error(self, name);
  return -1;
}

static Truth set_generic(Value self, Str* name, Value value, Dict* dict) {
  Type* t = type_of(self);
  Ref found = Ref::borrow(type_lookup(t, name));
  if (!found.is_undefined()) {
    if (Truth (*set)(Value, Value, Value) = type_of(found)->descriptor_set) return set(found, self, value);
  }
  if (dict) {
    if (!value.is_undefined()) return dict_set(dict, name, value), 0;
    if (dict_delete(dict, name)) return 0;
    return raise_not_settable(self, t, name, false);
  }
  if (!self.is_object() || !has_attributes(t)) return raise_not_settable(self, t, name, !found.is_undefined());
  if (!value.is_undefined()) return set_own_attribute(self.object(), t, name, value), 0;
  if (delete_own_attribute(self.object(), t, name)) return 0;
  return raise_not_settable(self, t, name, false);
}

Truth generic_set_attribute_slot(Value self, Str* name, Value value) { return set_generic(self, name, value, nullptr); }
Truth generic_set_attribute(Value self, Str* name, Value value, Dict* dict) { return set_generic(self, name, value, dict); }

// ---- entry points ----

static Type* ready_type_of(Value v) {
  Type* t = type_of(v);
  if (!t->get_attribute) [[unlikely]] ensure_ready(t);
  return t;
}

Value get_attribute(Value v, Str* name) { return ready_type_of(v)->get_attribute(v, name); }
Truth set_attribute(Value v, Str* name, Value value) { return ready_type_of(v)->set_attribute(v, name, value); }
Truth delete_attribute(Value v, Str* name) { return ready_type_of(v)->set_attribute(v, name, Undefined); }

Value get_attribute_or_undefined(Value v, Str* name) {
  Type* t = ready_type_of(v);
  if (t->get_attribute == generic_get_attribute_slot) {
    Value r = generic_get_attribute_quiet(v, name);
    if (!r.is_error() || !error_matches(exc::AttributeError)) return r;
    clear_error();
    return Undefined;
  }
  Value r = t->get_attribute(v, name);
  if (!r.is_error() || !error_matches(exc::AttributeError)) return r;
  clear_error();
  return Undefined;
}

// ---- sites ----
// cache: version of the class << 32 | kind << 24 | slot index or byte offset. A site only remembers classes with the
// generic algorithm. What each kind says about a class of that version:
enum SiteKind : uint64_t {
  site_inline = 1,       // no data descriptor; instances may hold the name in this inline slot
  site_member = 2,       // a __slots__ descriptor: the value is at this byte offset
  site_class_only = 3,   // the class has it, no data descriptor, and instances have no inline slot of that name
};
static constexpr uint64_t pack(uint32_t version, SiteKind kind, uint64_t where) {
  return uint64_t{version} << 32 | uint64_t{kind} << 24 | where;
}

static void remember(AttributeSite& site, Type* t, Str* name, bool setting) {
  if (setting ? t->set_attribute != generic_set_attribute_slot
              : t->get_attribute != generic_get_attribute_slot && t->get_attribute != slots::get_attribute) return;
  uint32_t version = type_version(t);
  if (!version) return;
  Value found = type_lookup(t, name);
  if (!found.is_undefined()) {
    if (int64_t offset = member_offset(found, t); offset >= 0 && !(setting && member_is_read_only(found))) {
      // A hook must still see an unset slot as missing: the fast path only takes what is set.
      return site.cache.store(pack(version, site_member, static_cast<uint64_t>(offset)), std::memory_order_relaxed);
    }
    if (type_of(found)->descriptor_set) return;
  }
  if (t->get_attribute == slots::get_attribute && !setting) {
    if (slot_wrapper_function(type_lookup(t, dunder::getattribute)) != reinterpret_cast<void*>(&generic_get_attribute_slot)) return;
  }
  if (!has_attributes(t)) {
    if (!setting && !found.is_undefined()) site.cache.store(pack(version, site_class_only, 0), std::memory_order_relaxed);
    return;
  }
  int index = attribute_index(t, name);
  if (index >= 0) {
    site.cache.store(pack(version, site_inline, static_cast<uint64_t>(index)), std::memory_order_relaxed);
  } else if (!setting && !found.is_undefined()) {
    site.cache.store(pack(version, site_class_only, 0), std::memory_order_relaxed);
  }
}

Value get_attribute(Value v, Str* name, AttributeSite& site) {
  if (!v.is_object()) return get_attribute(v, name);
  Object* o = v.object();
  Type* t = type_of(v);
  uint64_t cache = site.cache.load(std::memory_order_relaxed);
  uint32_t version = t->version.load(std::memory_order_acquire);
  if (cache >> 32 == version && version) [[likely]] {
    uint32_t where = cache & 0xffffff;
    switch ((cache >> 24) & 0xff) {
      case site_inline: {
        Attributes* a = attributes_of(o, t);
        if (where >= a->capacity) break;
        Value own = a->slots[where].peek();
        if (own.is_undefined()) break;
        return incref(own);
      }
      case site_member: {
        Value own = reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + where)->peek();
        if (own.is_undefined()) break;
        return incref(own);
      }
    }
    return get_attribute(v, name);
  }
  Value r = get_attribute(v, name);
  if (is_ready(t)) remember(site, t, name, false);
  return r;
}

Truth set_attribute(Value v, Str* name, Value value, AttributeSite& site) {
  if (!v.is_object()) return set_attribute(v, name, value);
  Object* o = v.object();
  Type* t = type_of(v);
  uint64_t cache = site.cache.load(std::memory_order_relaxed);
  uint32_t version = t->version.load(std::memory_order_acquire);
  if (cache >> 32 == version && version) [[likely]] {
    uint32_t where = cache & 0xffffff;
    switch ((cache >> 24) & 0xff) {
      case site_inline: {
        Attributes* a = attributes_of(o, t);
        if (where >= a->capacity) break;
        if (a->slots[where].peek().is_undefined()) {
          if (!try_init_inline(o, a, where, value)) break;
          return 0;
        }
        if (threads_alive()) break;      // set_own_attribute knows about concurrent moves into a dict
        release_overwritten(a->slots[where].exchange(incref(value)));
        return 0;
      }
      case site_member:
        reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + where)->set(incref(value));
        return 0;
    }
    return set_attribute(v, name, value);
  }
  Truth r = set_attribute(v, name, value);
  if (is_ready(t)) remember(site, t, name, true);
  return r;
}

// ---- calling methods ----

// The class's plain method `name` if calling it with self is what self.name(...) does; borrowed or Undefined.
static Value plain_method(Value self, Type* t, Str* name, bool own_possible) {
  if (t->get_attribute != generic_get_attribute_slot) {
    if (t->get_attribute != slots::get_attribute) return Undefined;
    if (slot_wrapper_function(type_lookup(t, dunder::getattribute)) != reinterpret_cast<void*>(&generic_get_attribute_slot)) return Undefined;
  }
  Value found = type_lookup(t, name);
  if (found.is_undefined() || !is_plain_method(found)) return Undefined;
  if (own_possible && !own_value(self, t, name).is_undefined()) return Undefined;
  return found;
}

static Value call_attribute(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref callee = get_attribute(args[0], name);
  return callee.is_error() ? Error : call(callee, args + 1, n - 1, kwnames);
}

Value call_method(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Type* t = ready_type_of(args[0]);
  Ref method = Ref::borrow(plain_method(args[0], t, name, true));
  if (method.is_undefined()) return call_attribute(name, args, n, kwnames);
  return call(method, args, n, kwnames);
}

Value call_method(AttributeSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Value self = args[0];
  Type* t = ready_type_of(self);
  uint64_t cache = site.cache.load(std::memory_order_relaxed);
  uint32_t version = t->version.load(std::memory_order_acquire);
  if (cache >> 32 == version && version && ((cache >> 24) & 0xff) == site_class_only) [[likely]] {
    Value found = type_lookup(t, name);
    if (is_plain_method(found.is_undefined() ? None : found) &&
        (!has_attributes(t) || attributes_of(self.object(), t)->dict.peek().is_undefined())) {
      Ref method = Ref::borrow(found);
      return call(method, args, n, kwnames);
    }
  } else if (is_ready(t)) {
    remember(site, t, name, false);
  }
  return call_method(name, args, n, kwnames);
}

Value call_special(Value self, Str* name, const Value* rest, uint32_t n) {
  Type* t = type_of(self);
  Ref found = Ref::borrow(type_lookup(t, name));
  if (found.is_undefined()) return Undefined;
  if (is_plain_method(found)) {
    Value all[8];
    if (n < 8) [[likely]] {
      all[0] = self;
      for (uint32_t i = 0; i < n; ++i) all[i + 1] = rest[i];
      return call(found, all, n + 1, nullptr);
    }
  }
  Type* ft = type_of(found);
  Ref bound = ft->descriptor_get ? ft->descriptor_get(found, self, t) : incref(found.get());
  return bound.is_error() ? Error : call(bound, rest, n, nullptr);
}

}  // namespace py
