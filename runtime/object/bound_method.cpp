// Bound methods (the type `method`) and closure cells (Objects/classobject.c, Objects/cellobject.c).
#include <cstring>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py {

static BoundMethod* method(Value v) { return v.as<BoundMethod>(); }

Value make_bound_method(Value function, Value self) {
  auto* m = static_cast<BoundMethod*>(allocate_unfilled(&bound_method_type, sizeof(BoundMethod)));
  m->function = incref(function);
  m->self = incref(self);
  return object_value(m);
}

Value get_as_method(Value self, Value object, Type*) {
  return object.is_undefined() || object.is_none() ? incref(self) : make_bound_method(self, object);
}

static Value method_call(Value callee, const Value* args, uint32_t n, Tuple* kwnames) {
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  Value local[9];
  Value* all = total < 9 ? local : static_cast<Value*>(allocate_buffer((total + 1) * sizeof(Value)));
  if (!all) return Error;
  all[0] = method(callee)->self;
  if (total) std::memcpy(static_cast<void*>(all + 1), args, total * sizeof(Value));
  Value r = call(method(callee)->function, all, n + 1, kwnames);
  if (all != local) free_buffer(all);
  return r;
}

static Value method_create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("method", kwnames) || !check_positional("method", n, 2, 2)) return Error;
  if (!type_of(args[0])->call) return raise(exc::TypeError, "first argument must be callable");
  if (args[1].is_none()) return raise(exc::TypeError, "instance must not be None");
  return make_bound_method(args[0], args[1]);
}

// Its own attributes first, then those of the function.
static Value method_get_attribute(Value self, Str* name) {
  if (!type_lookup(&bound_method_type, name).is_undefined()) return generic_get_attribute_slot(self, name);
  return get_attribute(method(self)->function, name);
}
static Value method_repr(Value self) {
  Ref name = get_attribute_or_undefined(method(self)->function, dunder::qualname);
  if (name.is_error()) return Error;
  if (name.is_undefined()) name = get_attribute_or_undefined(method(self)->function, dunder::name);
  if (name.is_error()) return Error;
  if (name.is_undefined() || !as_str(name)) return format_text("<bound method ? of %R>", method(self)->self);
  return format_text("<bound method %S of %R>", name.get(), method(self)->self);
}
static Value method_compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_exactly(other, bound_method_type)) return NotImplemented;
  Truth same = method(self)->self.same(method(other)->self) ? equal(method(self)->function, method(other)->function) : 0;
  return same < 0 ? Error : boolean((same != 0) == (op == Compare::eq));
}
static int64_t method_hash(Value self) {
  int64_t h = hash(method(self)->function);
  if (h == -1) return -1;
  h ^= object_hash(method(self)->self);
  return h == -1 ? -2 : h;
}
static Value method_reduce(const Value* args, uint32_t) {
  Ref name = get_attribute(method(args[0])->function, dunder::name);
  if (name.is_error() || !as_str(name)) return Error;
  Ref pair = tuple_of(method(args[0])->self, name);
  return tuple_of(builtin(intern("getattr")), pair);
}
static const NativeDef method_methods[] = {PY_NOARGS("__reduce__", method_reduce), {}};
static const GetSetDef method_getsets[] = {
    {"__func__", [](Value self) { return incref(method(self)->function); }, nullptr},
    {"__self__", [](Value self) { return incref(method(self)->self); }, nullptr},
    {"__doc__", [](Value self) { return get_attribute(method(self)->function, dunder::doc); }, nullptr},
    {},
};
constinit Type bound_method_type{{.name = "method",
                                  .instance_size = sizeof(BoundMethod),
                                  .flags = type_has_weakrefs,
                                  .base = &object_type,
                                  .create = method_create,
                                  .dealloc = [](Object* o) {
                                    decref(static_cast<BoundMethod*>(o)->function);
                                    decref(static_cast<BoundMethod*>(o)->self);
                                    free_object(o);
                                  },
                                  .traverse = [](Object* o, Visitor& v) {
                                    v.visit(static_cast<BoundMethod*>(o)->function);
                                    v.visit(static_cast<BoundMethod*>(o)->self);
                                  },
                                  .repr = method_repr,
                                  .hash = method_hash,
                                  .call = method_call,
                                  .get_attribute = method_get_attribute,
                                  .compare = method_compare,
                                  .descriptor_get = [](Value self, Value, Type*) { return incref(self); },
                                  .methods = method_methods,
                                  .getsets = method_getsets}};

// ---- cells ----

static Value cell_get(Value self) {
  Value v = self.as<Cell>()->value.get();
  return v.is_undefined() ? raise(exc::ValueError, "Cell is empty") : v;
}
static Truth cell_set(Value self, Value value) {
  self.as<Cell>()->value.set(value.is_undefined() ? Undefined : incref(value));
  return 0;
}
static Value cell_repr(Value self) {
  Ref v = self.as<Cell>()->value.get();
  if (v.is_undefined()) return format_text("<cell at %p: empty>", reinterpret_cast<void*>(self.bits));
  return format_text("<cell at %p: %T object at %p>", reinterpret_cast<void*>(self.bits), v.get(), reinterpret_cast<void*>(v.get().bits));
}
static Value cell_create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("cell", kwnames) || !check_positional("cell", n, 0, 1)) return Error;
  auto* c = allocate<Cell>(&cell_type);
  c->value.init(n ? incref(args[0]) : Undefined);
  return object_value(c);
}
static const GetSetDef cell_getsets[] = {{"cell_contents", cell_get, cell_set}, {}};
constinit Type cell_type{{.name = "cell",
                          .instance_size = sizeof(Cell),
                          .base = &object_type,
                          .create = cell_create,
                          .dealloc = [](Object* o) {
                            static_cast<Cell*>(o)->value.drop();
                            free_object(o);
                          },
                          .traverse = [](Object* o, Visitor& v) { v.visit(static_cast<Cell*>(o)->value); },
                          .clear = [](Object* o) { static_cast<Cell*>(o)->value.set(Undefined); },
                          .repr = cell_repr,
                          .getsets = cell_getsets}};

}  // namespace py
