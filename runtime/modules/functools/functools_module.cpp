// The module _functools: reduce, cmp_to_key, and the types of partial.cpp and lru_cache.cpp.
#include "runtime/modules/functools/functools.hpp"

#include "runtime/object/class.hpp"
#include "runtime/object/functions.hpp"

namespace py::functools {
namespace {

Value reduce(const Value* args, uint32_t n) {
  Ref iterator = iter(args[1]);
  if (iterator.is_error()) {
    if (!error_matches(exc::TypeError)) return Error;
    clear_error();
    return raise(exc::TypeError, "reduce() arg 2 must support iteration");
  }
  Ref result = n > 2 ? incref(args[2]) : next(iterator);
  if (result.is_error()) return Error;
  if (result.is_undefined()) return raise(exc::TypeError, "reduce() of empty iterable with no initial value");
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return result.take();
    if (item.is_error()) return Error;
    result = Ref(call(args[0], result, item));
    if (result.is_error()) return Error;
  }
}

// ---- for cached_property: attributes of an instance without asking for its __dict__, which would make one ----

// Where the instance's __dict__ is the usual one, and its attributes are found in it.
Value has_usual_dict(const Value* args, uint32_t) {
  if (!args[0].is_object()) return False;
  Type* t = type_of(args[0]);
  if (!has_attributes(t) || !reads_with(t, generic_get_attribute_slot)) return False;
  Value found = type_lookup(t, dunder::dict);
  return boolean(is_exactly(found, getset_descriptor_type) && found.as<GetSetDescriptor>()->def->get == instance_dict_getset.get);
}
Value own_value(const Value* args, uint32_t) {
  Value own = own_attribute(args[0].object(), type_of(args[0]), intern(as_str(args[1])));
  return incref(own.is_undefined() ? args[2] : own);
}
Value set_own_value(const Value* args, uint32_t) {
  set_own_attribute(args[0].object(), type_of(args[0]), intern(as_str(args[1])), args[2]);
  return None;
}

// ---- cmp_to_key ----

// What cmp_to_key returns, and what calling that returns: the second kind holds an object to be compared.
struct Key : Object {
  Value compare, object;                 // owned; object Undefined in the first kind
};

Value make_key(Value compare, Value object) {
  auto* key = allocate<Key>(&key_type);
  key->compare = incref(compare);
  key->object = incref(object);
  return object_value(key);
}

Value cmp_to_key(const Value* args, uint32_t) { return make_key(args[0], Undefined); }

Value call_key(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("K", nullptr, "obj");
  Value object;
  return bind_arguments(def, args, n, kwnames, &object) ? make_key(self.as<Key>()->compare, object) : Error;
}

Value compare_keys(Value self, Value other, Compare op) {
  if (!is_exactly(other, key_type)) return raise(exc::TypeError, "other argument must be K instance");
  Key *a = self.as<Key>(), *b = other.as<Key>();
  if (a->object.is_undefined() || b->object.is_undefined()) return raise(exc::AttributeError, "object");
  Ref order = call(a->compare, a->object, b->object);
  return order.is_error() ? Error : compare_slow(order, small_int(0), op);
}

void dealloc(Object* self) {
  decref(static_cast<Key*>(self)->compare);
  decref(static_cast<Key*>(self)->object);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Key*>(self)->compare);
  visitor.visit(static_cast<Key*>(self)->object);
}

Value get_object(Value self) {
  Value object = self.as<Key>()->object;
  return object.is_undefined() ? raise(exc::AttributeError, "obj") : incref(object);
}
constexpr GetSetDef key_getsets[] = {{"obj", get_object, nullptr}, {}};

constexpr NativeDef functions[] = {PY_RANGE("reduce", reduce, 2, 3), PY_KEYWORDS("cmp_to_key", cmp_to_key, "mycmp"),
                                   PY_ONE("has_usual_dict", has_usual_dict), PY_RANGE("own_value", own_value, 3, 3),
                                   PY_RANGE("set_own_value", set_own_value, 3, 3), {}};

bool fill(Module* module) {
  for (Type* type : {&partial_type, &lru_cache_type, &key_type}) type_ready(*type);
  module_set(module, "partial", incref(value_of(partial_type)));
  module_set(module, "_lru_cache_wrapper", incref(value_of(lru_cache_type)));
  module_add_functions(module, functions);
  return true;
}

}  // namespace

constinit Type key_type{{.name = "functools.KeyWrapper", .instance_size = sizeof(Key), .dealloc = dealloc, .traverse = traverse,
                         .hash = hash_not_implemented, .call = call_key, .compare = compare_keys, .getsets = key_getsets}};

}  // namespace py::functools

namespace py::native {
extern const ModuleDef module__ufunctools;
const ModuleDef module__ufunctools = {"_functools", functools::fill, false};
}  // namespace py::native
