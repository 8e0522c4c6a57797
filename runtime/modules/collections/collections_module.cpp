// The module _collections: what stdlib/collections builds on.
#include "runtime/modules/collections/collections.hpp"
#include "runtime/modules/collections/deque.hpp"
#include "runtime/object/collecting.hpp"
#include "runtime/object/dict_core.hpp"

namespace py::collections {

// Adds one to mapping[key] in one step; false when the value is no small int, or comparing keys needs user code.
static bool count_at_once(Dict* d, Value key, int64_t hash) {
  if (!is_plain_key(key)) return false;
  ObjectLock lock(d);
  DictTable* t = d->table.load(std::memory_order_relaxed);
  int64_t entry = dict_find(t, key, hash);
  if (entry == DictFind::ask) return false;
  if (entry < 0) return dict_insert_locked(d, key, hash, small_int(1));
  Value count = t->entries()[entry].value.peek();
  if (!count.is_small_int() || count.small_int() == Value::small_max) return false;
  t->entries()[entry].value.put(small_int(count.small_int() + 1));
  return true;
}

// _count_elements(mapping, iterable): mapping[x] = mapping.get(x, 0) + 1 for all x.
Value count_elements(const Value* args, uint32_t) {
  static Str *const get_name = intern("get"), *const set_name = intern("__setitem__");
  Value mapping = args[0];
  Ref iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  bool plain = as_dict(mapping) && type_lookup(type_of(mapping), get_name).same(type_lookup(&dict_type, get_name)) &&
               type_lookup(type_of(mapping), set_name).same(type_lookup(&dict_type, set_name));
  Ref get = plain ? Undefined : get_attribute(mapping, get_name);
  if (get.is_error()) return Error;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return None;
    if (item.is_error()) return Error;
    if (plain) {
      int64_t h = hash_key(item);
      if (h == -1) return Error;
      if (count_at_once(mapping.as<Dict>(), item, h)) continue;
      if (error_pending()) return Error;
    }
    Ref old = plain ? dict_get(mapping.as<Dict>(), item) : call(get, item, small_int(0));
    if (old.is_error()) return Error;
    Ref fresh = add(old.is_undefined() ? small_int(0) : old.get(), small_int(1));
    if (fresh.is_error() || set_item(mapping, item, fresh) < 0) return Error;
  }
}

namespace {

// The field descriptors of namedtuple classes.
struct TupleGetter : Object {
  int64_t index;
  Slot doc;
};

Value create_getter(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("_tuplegetter", kwnames) || !check_positional("_tuplegetter", n, 2, 2)) return Error;
  int64_t index;
  if (!ssize_argument(args[0], index)) return Error;
  auto* getter = allocate<TupleGetter>(&tuple_getter_type);
  getter->index = index;
  getter->doc.init(incref(args[1]));
  return object_value(getter);
}

void dealloc(Object* self) {
  decref(static_cast<TupleGetter*>(self)->doc.peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<TupleGetter*>(self)->doc); }

Value descriptor_get(Value self, Value object, Type*) {
  if (object.is_undefined() || object.is_none()) return incref(self);
  int64_t index = self.as<TupleGetter>()->index;
  Tuple* t = as_tuple(object);
  if (!t) return raise(exc::TypeError, "descriptor for index '%l' for tuple subclasses doesn't apply to '%T' object", index, object);
  if (index < 0 || index >= t->length) return raise(exc::IndexError, "tuple index out of range");
  return incref(t->items()[index]);
}

Truth descriptor_set(Value, Value, Value value) {
  (void)raise(exc::AttributeError, value.is_undefined() ? "can't delete attribute" : "can't set attribute");
  return -1;
}

Value repr_getter(Value self) {
  Text out;
  out.append("_tuplegetter(");
  out.append_int(self.as<TupleGetter>()->index);
  out.append(", ");
  Ref doc = self.as<TupleGetter>()->doc.get();
  if (!append_repr(out, doc)) return Error;
  out.append(')');
  return out.to_str();
}

Value get_doc(Value self) { return self.as<TupleGetter>()->doc.get(); }
Truth set_doc(Value self, Value value) {
  self.as<TupleGetter>()->doc.set(value.is_undefined() ? None : incref(value));
  return 0;
}
constexpr GetSetDef getsets[] = {{"__doc__", get_doc, set_doc}, {}};

constexpr NativeDef functions[] = {PY_RANGE("_count_elements", count_elements, 2, 2), PY_RANGE("_named_new", named_new, 4, 4), {}};

}  // namespace

constinit Type tuple_getter_type{{.name = "_collections._tuplegetter", .instance_size = sizeof(TupleGetter), .create = create_getter,
                                  .dealloc = dealloc, .traverse = traverse, .repr = repr_getter, .descriptor_get = descriptor_get,
                                  .descriptor_set = descriptor_set, .getsets = getsets}};

static bool fill(Module* module) {
  ready_ordered_dict_views();
  register_collector(&deque_type, [](Values& out, Value deque) { return deque_snapshot(deque_of(deque), out); });
  for (Type* type : {&deque_type, &deque_iterator_type, &deque_reverse_iterator_type, &default_dict_type, &ordered_dict_type, &tuple_getter_type}) {
    type_ready(*type);
    module_add_type(module, *type);
  }
  module_add_functions(module, functions);
  return true;
}

}  // namespace py::collections

namespace py::native {
extern const ModuleDef module__ucollections;
const ModuleDef module__ucollections = {"_collections", collections::fill, false};
}  // namespace py::native
