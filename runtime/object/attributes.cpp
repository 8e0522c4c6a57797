// Attribute access on arbitrary values: the generic algorithm of object.__getattribute__ and __setattr__
// (Objects/object.c, _PyObject_GenericGetAttrWithDict), and calling methods.
#include "runtime/object/class.hpp"
#include "runtime/object/exceptions.hpp"
#include "runtime/object/functions.hpp"
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

// One that was raised by a __getattr__ or a property knows neither name nor object, which tracebacks make suggestions of.
[[gnu::cold, gnu::noinline]] static Value complete_attribute_error(Value v, Str* name) {
  if (!error_matches(exc::AttributeError)) return Error;
  Ref error = Ref::borrow(this_thread->pending), known_name = slot_or_none(error.as<AttributeErrorObject>()->name),
      known_object = slot_or_none(error.as<AttributeErrorObject>()->object);
  if (known_name.get().is_none() && known_object.get().is_none()) set_attribute_error_fields(error, object_value(name), v);
  return Error;
}

Value get_attribute(Value v, Str* name) {
  Value r = ready_type_of(v)->get_attribute(v, name);
  return r.is_error() ? complete_attribute_error(v, name) : r;
}
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

Value class_method(Value self, Str* name) { return incref(plain_method(self, ready_type_of(self), name, true)); }

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

Value call_method_in_code(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref method = Ref::borrow(plain_method(args[0], ready_type_of(args[0]), name, true));
  if (!method.is_undefined()) return call(method, args, n, kwnames);
  Ref callee = get_attribute(args[0], name);
  if (!callee.is_error()) return call(callee, args + 1, n - 1, kwnames);
  ++this_thread->frame->position;        // from the call to the lookup, see Builder::positions_of_call()
  return Error;
}

static constexpr uint32_t most_special = 8;              // arguments of dunders that are called without further ado, self included

[[gnu::noinline]] static Value call_special_found(Value self, Type* t, Value borrowed, const Value* rest, uint32_t n) {
  Ref found = Ref::borrow(borrowed);
  if (is_plain_method(found) && n < most_special) {
    Value all[most_special] = {self};
    for (uint32_t i = 0; i < n; ++i) all[i + 1] = rest[i];
    if (is_exactly(found, function_type)) return call_function(found.as<Function>(), all, n + 1, nullptr);
    if (is_exactly(found, method_descriptor_type)) {
      auto* method = found.as<MethodDescriptor>();
      NativeFn plain = is_subtype(t, method->owner) ? takes_as_they_are(*method->def, n) : nullptr;
      if (plain) return plain(all, n + 1);
    }
    return call(found, all, n + 1, nullptr);
  }
  Type* ft = type_of(found);
  Ref bound = ft->descriptor_get ? ft->descriptor_get(found, self, t) : incref(found.get());
  return bound.is_error() ? Error : call(bound, rest, n, nullptr);
}

Value call_special(Value self, Str* name, const Value* rest, uint32_t n) {
  Type* t = type_of(self);
  Value found = type_lookup(t, name);
  if (found.is_undefined()) return Undefined;
  // Most often a function of a class at the top of a module, which nobody need hold.
  if (is_exactly(found, function_type) && owner_of(found.object()) == immortal_owner && n < most_special) [[likely]] {
    auto* f = found.as<Function>();
    if (takes_exactly(f->code, n + 1)) [[likely]] {
      Value all[most_special];
      all[0] = self;
      for (uint32_t i = 0; i < n; ++i) all[i + 1] = rest[i];
      return f->code->body(f, all);
    }
  }
  return call_special_found(self, t, found, rest, n);
}

}  // namespace py
