// staticmethod and classmethod (Objects/funcobject.c).
#include <new>

#include "runtime/object/class_layout.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"

namespace py {

static CallableWrapper* wrapper(Value v) { return v.as<CallableWrapper>(); }

static Value make_wrapper(Type& type, Value callable) {
  Object* o = allocate_instance(&type);
  if (!o) return Error;
  new (&static_cast<CallableWrapper*>(o)->callable) Slot(incref(callable));
  return object_value(o);
}
Value make_static_method(Value callable) { return make_wrapper(staticmethod_type, callable); }
Value make_class_method(Value callable) { return make_wrapper(classmethod_type, callable); }

Value wrapped_callable(Value v) {
  if (is_exactly(v, staticmethod_type) || is_exactly(v, classmethod_type)) return wrapper(v)->callable.peek();
  if (is_exactly(v, property_type)) return v.as<Property>()->getter.peek();
  return Undefined;
}

static Value wrapper_create(Type* cls, const Value*, uint32_t, Tuple*) { return make_wrapper(*cls, None); }
static Truth wrapper_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  const char* name = is_subtype(type_of(self), &staticmethod_type) ? "staticmethod" : "classmethod";
  if (!reject_keywords(name, kwnames) || !check_positional(name, n, 1, 1)) return -1;
  wrapper(self)->callable.set(incref(args[0]));
  for (Str* attribute : {dunder::module, dunder::name, dunder::qualname, dunder::doc, dunder::annotations}) {
    Ref v = get_attribute_or_undefined(args[0], attribute);
    if (v.is_error()) return -1;
    if (!v.is_undefined() && set_attribute(self, attribute, v) < 0) return -1;
  }
  return 0;
}

static Value get_function(Value self) { return wrapper(self)->callable.get(); }
static Value get_abstract(Value self) {
  Ref v = get_attribute_or_undefined(wrapper(self)->callable.peek(), dunder::isabstractmethod);
  if (v.is_error()) return Error;
  Truth t = v.is_undefined() ? 0 : truth(v);
  return t < 0 ? Error : boolean(t);
}
static const GetSetDef wrapper_getsets[] = {
    {"__func__", get_function, nullptr},
    {"__wrapped__", get_function, nullptr},
    {"__isabstractmethod__", get_abstract, nullptr},
    instance_dict_getset,
    {},
};
static Value wrapper_repr(Value self) {
  Ref callable = get_function(self);
  return format_text("<%T(%R)>", self, callable.get());
}
static void wrapper_dealloc(Object* o) {
  if (has_attributes(o->type)) release_attributes(o, o->type);
  static_cast<CallableWrapper*>(o)->callable.set(Undefined);
  free_object(o);
}
static void wrapper_traverse(Object* o, Visitor& v) {
  v.visit(static_cast<CallableWrapper*>(o)->callable);
  if (!(o->type->flags & type_is_heap)) v.visit(attributes_of(o, o->type)->dict);
}

static Value static_get(Value self, Value, Type*) { return get_function(self); }
static Value static_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref callable = get_function(self);
  return call(callable, args, n, kwnames);
}
static Value class_get(Value self, Value object, Type* owner) {
  Type* cls = owner ? owner : type_of(object);
  Ref callable = get_function(self);
  Type* ct = type_of(callable);
  if (ct != &function_type && ct->descriptor_get) return ct->descriptor_get(callable, object_value(cls), cls);   // chained descriptors (3.9 to 3.12)
  return make_bound_method(callable, object_value(cls));
}

constinit Type staticmethod_type{{.name = "staticmethod",
                                  .instance_size = sizeof(CallableWrapper),
                                  .flags = type_is_base | type_has_dict,
                                  .base = &object_type,
                                  .create = wrapper_create,
                                  .init = wrapper_init,
                                  .dealloc = wrapper_dealloc,
                                  .traverse = wrapper_traverse,
                                  .repr = wrapper_repr,
                                  .call = static_call,
                                  .descriptor_get = static_get,
                                  .getsets = wrapper_getsets}};
constinit Type classmethod_type{{.name = "classmethod",
                                 .instance_size = sizeof(CallableWrapper),
                                 .flags = type_is_base | type_has_dict,
                                 .base = &object_type,
                                 .create = wrapper_create,
                                 .init = wrapper_init,
                                 .dealloc = wrapper_dealloc,
                                 .traverse = wrapper_traverse,
                                 .repr = wrapper_repr,
                                 .descriptor_get = class_get,
                                 .getsets = wrapper_getsets}};

}  // namespace py
