// The type dict: construction, items, operators, repr. dict_methods.cpp has the methods, dict_views.cpp the views.
#include "runtime/types/dict_type.hpp"

#include "runtime/object/dict_core.hpp"
#include "runtime/object/heap_blocks.hpp"

namespace py {

Truth dict_update_arguments(const char* name, Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!check_positional(name, n, 0, 1)) return -1;
  Dict* d = self.as<Dict>();
  if (n && dict_update(d, args[0]) < 0) return -1;
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    if (dict_set(d, kwnames->items()[i], args[n + i]) < 0) return -1;
  }
  return 0;
}

namespace {

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  if (cls == &dict_type) return make_dict();
  Object* o = allocate_instance(cls);
  dict_init_empty(static_cast<Dict*>(o));
  return object_value(o);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  return dict_update_arguments("dict", self, args, n, kwnames);
}

void dealloc(Object* self) {
  dict_release_contents(static_cast<Dict*>(self));
  free_collected(self);
}

void traverse(Object* self, Visitor& visitor) {
  Value key, value;
  for (int64_t position = 0; dict_next(static_cast<Dict*>(self), position, key, value);) {
    visitor.visit(key);
    visitor.visit(value);
  }
}
void clear(Object* self) { dict_release_contents(static_cast<Dict*>(self)); }

Value repr_dict(Value self) {
  Dict* d = self.as<Dict>();
  if (dict_size(d) == 0) return make_str("{}");
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("{...}");
  Text out;
  out.append('{');
  Value key, value;
  bool first = true;
  for (int64_t position = 0; dict_next(d, position, key, value);) {
    Ref held_key = Ref::borrow(key), held = Ref::borrow(value);
    if (!first) out.append(", ");
    first = false;
    if (!append_repr(out, held_key)) return Error;
    out.append(": ");
    if (!append_repr(out, held)) return Error;
  }
  out.append('}');
  return out.to_str();
}

Value compare(Value self, Value other, Compare op) {
  Dict* b = as_dict(other);
  if (!b || (op != Compare::eq && op != Compare::ne)) return NotImplemented;
  RecursionGuard guard(" in comparison");
  if (!guard.ok) return Error;
  Truth same = dict_equal(self.as<Dict>(), b);
  return same < 0 ? Error : boolean(same == (op == Compare::eq));
}

Value merge(Value left, Value right) {
  Dict *a = as_dict(left), *b = as_dict(right);
  if (!a || !b) return NotImplemented;
  Ref result = dict_copy(a);
  if (result.is_error() || dict_update(result.as<Dict>(), right) < 0) return Error;
  return result.take();
}

Value merge_into(Value left, Value right) {
  return dict_update(left.as<Dict>(), right) < 0 ? Error : incref(left);
}

int64_t size(Value self) { return dict_size(self.as<Dict>()); }
Value get(Value self, Value key) { return dict_get_item(self.as<Dict>(), key); }

Truth set(Value self, Value key, Value value) {
  if (!value.is_undefined()) return dict_set(self.as<Dict>(), key, value);
  Truth found = dict_delete(self.as<Dict>(), key);
  if (found == 0) (void)raise_key_error(key);
  return found > 0 ? 0 : -1;
}

Truth contains_key(Value self, Value key) { return dict_contains(self.as<Dict>(), key); }

}  // namespace

constinit Type dict_type{{.name = "dict", .instance_size = sizeof(Dict), .flags = type_is_base | kind_dict,
                          .doc = "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
                          .create = create, .init = init, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_dict,
                          .hash = hash_not_implemented, .compare = compare, .iter = dict_iterate_keys, .length = size, .get_item = get,
                          .set_item = set, .contains = contains_key, .number = {.bit_or = merge, .inplace_or = merge_into},
                          .methods = dict_methods}};

}  // namespace py
