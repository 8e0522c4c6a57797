// Dunders of built-in classes: calling a slot as a method, and the types wrapper_descriptor and method-wrapper
// (Objects/typeobject.c wrap_*, Objects/descrobject.c).
#include "runtime/object/slot_wrappers.hpp"

#include <cstring>

#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

namespace wrappers {

#define WRAPPER(name) Value name(void* slot, const SlotDef& def, Value self, const Value* args, uint32_t n, Tuple* kwnames)
template <class F>
static F as_slot(void* slot) { return reinterpret_cast<F>(slot); }

static bool expect(uint32_t n, uint32_t wanted) {
  if (n == wanted) return true;
  (void)raise(exc::TypeError, "expected %d argument%s, got %d", static_cast<int>(wanted), wanted == 1 ? "" : "s", static_cast<int>(n));
  return false;
}
static Value none_or_error(Truth status) { return status < 0 ? Error : None; }
static Str* attribute_name(Value v) {
  if (Str* s = as_str(v)) return intern(s);
  (void)raise(exc::TypeError, "attribute name must be string, not '%T'", v);
  return nullptr;
}

WRAPPER(none) { return raise(exc::SystemError, "%s has no wrapper", def.name); }
WRAPPER(finalize) { return raise(exc::SystemError, "%s has no wrapper", def.name); }
WRAPPER(get_attribute) {
  if (!expect(n, 1)) return Error;
  Str* name = attribute_name(args[0]);
  return name ? as_slot<Value (*)(Value, Str*)>(slot)(self, name) : Error;
}
// object.__setattr__(SomeType, ...) would go around the class's own checks (CPython's hackcheck).
static bool check_setattr(Value self, void* slot, const char* what) {
  Type* t = type_of(self);
  while (t && (t->flags & type_is_heap)) t = t->base;
  if (!t || !t->set_attribute || reinterpret_cast<void*>(t->set_attribute) == slot) return true;
  (void)raise(exc::TypeError, "can't apply this %s to %s object", what, type_of(self)->name);
  return false;
}
WRAPPER(set_attribute) {
  if (!expect(n, 2)) return Error;
  Str* name = attribute_name(args[0]);
  if (!name || !check_setattr(self, slot, "__setattr__")) return Error;
  return none_or_error(as_slot<Truth (*)(Value, Str*, Value)>(slot)(self, name, args[1]));
}
WRAPPER(delete_attribute) {
  if (!expect(n, 1)) return Error;
  Str* name = attribute_name(args[0]);
  if (!name || !check_setattr(self, slot, "__delattr__")) return Error;
  return none_or_error(as_slot<Truth (*)(Value, Str*, Value)>(slot)(self, name, Undefined));
}
WRAPPER(unary) { return expect(n, 0) ? as_slot<UnarySlot>(slot)(self) : Error; }
WRAPPER(hash) {
  if (!expect(n, 0)) return Error;
  int64_t h = as_slot<int64_t (*)(Value)>(slot)(self);
  return h == -1 && error_pending() ? Error : make_int(h);
}
WRAPPER(call) { return as_slot<Value (*)(Value, const Value*, uint32_t, Tuple*)>(slot)(self, args, n, kwnames); }
WRAPPER(compare) {
  return expect(n, 1) ? as_slot<Value (*)(Value, Value, Compare)>(slot)(self, args[0], static_cast<Compare>(def.extra)) : Error;
}
WRAPPER(next) {
  if (!expect(n, 0)) return Error;
  Value r = as_slot<UnarySlot>(slot)(self);
  return r.is_undefined() ? raise_stop_iteration(None) : r;
}
WRAPPER(descriptor_get) {
  if (n < 1 || n > 2) {
    check_positional("__get__", n, 1, 2);
    return Error;
  }
  Value object = args[0].is_none() ? Undefined : args[0];
  Value owner = n > 1 ? args[1] : None;
  if (object.is_undefined() && owner.is_none()) return raise(exc::TypeError, "__get__(None, None) is invalid");
  return as_slot<Value (*)(Value, Value, Type*)>(slot)(self, object, as_type(owner));
}
WRAPPER(descriptor_set) {
  return expect(n, 2) ? none_or_error(as_slot<Truth (*)(Value, Value, Value)>(slot)(self, args[0], args[1])) : Error;
}
WRAPPER(descriptor_delete) {
  return expect(n, 1) ? none_or_error(as_slot<Truth (*)(Value, Value, Value)>(slot)(self, args[0], Undefined)) : Error;
}
WRAPPER(init) { return none_or_error(as_slot<Truth (*)(Value, const Value*, uint32_t, Tuple*)>(slot)(self, args, n, kwnames)); }
WRAPPER(binary) { return expect(n, 1) ? as_slot<BinarySlot>(slot)(self, args[0]) : Error; }
WRAPPER(reflected) { return expect(n, 1) ? as_slot<BinarySlot>(slot)(args[0], self) : Error; }
WRAPPER(power) {
  if (!check_positional("__pow__", n, 1, 2)) return Error;
  return as_slot<TernarySlot>(slot)(self, args[0], n > 1 ? args[1] : None);
}
WRAPPER(reflected_power) {
  if (!check_positional("__rpow__", n, 1, 2)) return Error;
  return as_slot<TernarySlot>(slot)(args[0], self, n > 1 ? args[1] : None);
}
WRAPPER(truth) {
  if (!expect(n, 0)) return Error;
  Truth t = as_slot<Truth (*)(Value)>(slot)(self);
  return t < 0 ? Error : boolean(t);
}
WRAPPER(length) {
  if (!expect(n, 0)) return Error;
  int64_t length = as_slot<LengthSlot>(slot)(self);
  return length < 0 ? Error : make_int(length);
}
WRAPPER(set_item) {
  return expect(n, 2) ? none_or_error(as_slot<Truth (*)(Value, Value, Value)>(slot)(self, args[0], args[1])) : Error;
}
WRAPPER(delete_item) {
  return expect(n, 1) ? none_or_error(as_slot<Truth (*)(Value, Value, Value)>(slot)(self, args[0], Undefined)) : Error;
}
WRAPPER(contains) {
  if (!expect(n, 1)) return Error;
  Truth t = as_slot<Truth (*)(Value, Value)>(slot)(self, args[0]);
  return t < 0 ? Error : boolean(t);
}
#undef WRAPPER

}  // namespace wrappers

bool slot_wrapper_name_matches(const SlotDef& a, const SlotDef& b) { return std::strcmp(a.name, b.name) == 0; }
void* slot_wrapper_function(Value v) { return is_exactly(v, wrapper_descriptor_type) ? v.as<SlotWrapperObject>()->slot : nullptr; }

Value make_slot_wrapper(Type* owner, const SlotDef& def, void* slot) {
  auto* w = allocate<SlotWrapperObject>(&wrapper_descriptor_type);
  w->owner = owner;
  w->def = &def;
  w->slot = slot;
  make_immortal(w);
  return object_value(w);
}

static Value invoke(SlotWrapperObject* w, Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (kwnames && kwnames->length && w->def->wrapper != wrappers::call && w->def->wrapper != wrappers::init) {
    return raise(exc::TypeError, "wrapper %s() takes no keyword arguments", w->def->name);
  }
  return w->def->wrapper(w->slot, *w->def, self, args, n, kwnames);
}

static Value wrapper_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* w = self.as<SlotWrapperObject>();
  if (n < 1) return raise(exc::TypeError, "descriptor '%s' of '%N' object needs an argument", w->def->name, w->owner);
  if (!is_subtype(type_of(args[0]), w->owner)) {
    return raise(exc::TypeError, "descriptor '%s' requires a '%N' object but received a '%T'", w->def->name, w->owner, args[0]);
  }
  return invoke(w, args[0], args + 1, n - 1, kwnames);
}

static Value wrapper_get(Value self, Value object, Type*) {
  if (object.is_undefined()) return incref(self);
  auto* w = self.as<SlotWrapperObject>();
  if (!is_subtype(type_of(object), w->owner)) {
    return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", w->def->name, w->owner, object);
  }
  auto* bound = allocate<MethodWrapper>(&method_wrapper_type);
  bound->self = incref(object);
  bound->descriptor = incref(self);
  return object_value(bound);
}

static Value text_name(const char* name) { return object_value(intern(name)); }
static Value qualified(Type* owner, const char* name);

static Value wrapper_repr(Value self) {
  auto* w = self.as<SlotWrapperObject>();
  return format_text("<slot wrapper '%s' of '%N' objects>", w->def->name, w->owner);
}
static const GetSetDef wrapper_getsets[] = {
    {"__name__", [](Value self) { return text_name(self.as<SlotWrapperObject>()->def->name); }, nullptr},
    {"__qualname__", [](Value self) { return qualified(self.as<SlotWrapperObject>()->owner, self.as<SlotWrapperObject>()->def->name); }, nullptr},
    {"__objclass__", [](Value self) { return object_value(self.as<SlotWrapperObject>()->owner); }, nullptr},
    {"__doc__", [](Value) { return None; }, nullptr},
    {},
};
static Value qualified(Type* owner, const char* name) {
  Text text;
  text.append(short_name(owner));
  text.append('.');
  text.append(name);
  return text.to_str();
}

static Value method_wrapper_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* m = self.as<MethodWrapper>();
  return invoke(m->descriptor.as<SlotWrapperObject>(), m->self, args, n, kwnames);
}
static Value method_wrapper_repr(Value self) {
  auto* m = self.as<MethodWrapper>();
  return format_text("<method-wrapper '%s' of %T object at %p>", m->descriptor.as<SlotWrapperObject>()->def->name, m->self,
                      reinterpret_cast<void*>(m->self.bits));
}
static Value method_wrapper_compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_exactly(other, method_wrapper_type)) return NotImplemented;
  auto *a = self.as<MethodWrapper>(), *b = other.as<MethodWrapper>();
  return boolean((a->self.same(b->self) && a->descriptor.same(b->descriptor)) == (op == Compare::eq));
}
static int64_t method_wrapper_hash(Value self) {
  auto* m = self.as<MethodWrapper>();
  return static_cast<int64_t>((m->self.bits >> 4) ^ (m->descriptor.bits >> 3));
}
static const GetSetDef method_wrapper_getsets[] = {
    {"__name__", [](Value self) { return text_name(self.as<MethodWrapper>()->descriptor.as<SlotWrapperObject>()->def->name); }, nullptr},
    {"__qualname__", [](Value self) {
       auto* w = self.as<MethodWrapper>()->descriptor.as<SlotWrapperObject>();
       return qualified(w->owner, w->def->name);
     }, nullptr},
    {"__self__", [](Value self) { return incref(self.as<MethodWrapper>()->self); }, nullptr},
    {"__objclass__", [](Value self) { return object_value(self.as<MethodWrapper>()->descriptor.as<SlotWrapperObject>()->owner); }, nullptr},
    {"__doc__", [](Value) { return None; }, nullptr},
    {},
};

constinit Type wrapper_descriptor_type{{.name = "wrapper_descriptor",
                                        .instance_size = sizeof(SlotWrapperObject),
                                        .base = &object_type,
                                        .repr = wrapper_repr,
                                        .call = wrapper_call,
                                        .descriptor_get = wrapper_get,
                                        .getsets = wrapper_getsets}};
constinit Type method_wrapper_type{{.name = "method-wrapper",
                                    .instance_size = sizeof(MethodWrapper),
                                    .base = &object_type,
                                    .dealloc = [](Object* o) {
                                      decref(static_cast<MethodWrapper*>(o)->self);
                                      decref(static_cast<MethodWrapper*>(o)->descriptor);
                                      free_object(o);
                                    },
                                    .traverse = [](Object* o, Visitor& v) { v.visit(static_cast<MethodWrapper*>(o)->self); },
                                    .repr = method_wrapper_repr,
                                    .hash = method_wrapper_hash,
                                    .call = method_wrapper_call,
                                    .compare = method_wrapper_compare,
                                    .getsets = method_wrapper_getsets}};

}  // namespace py
