// collections.defaultdict. A missing key gets one value even when several threads ask at once.
#include "runtime/modules/collections/collections.hpp"
#include "runtime/object/dict_core.hpp"

namespace py::collections {
namespace {

struct DefaultDict : Dict {
  Slot factory;                          // None: no default
};
DefaultDict* self_of(Value v) { return v.as<DefaultDict>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* d = static_cast<DefaultDict*>(cls == &default_dict_type ? allocate_object(cls, sizeof(DefaultDict)) : allocate_instance(cls));
  dict_init_empty(d);
  d->factory.init(None);
  return object_value(d);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n && !args[0].is_none()) {
    static Str* const call_name = intern("__call__");
    if (!type_of(args[0])->call && type_lookup(type_of(args[0]), call_name).is_undefined()) {
      (void)raise(exc::TypeError, "first argument must be callable or None");
      return -1;
    }
  }
  self_of(self)->factory.set(n ? incref(args[0]) : None);
  return dict_type.init(self, n ? args + 1 : args, n ? n - 1 : 0, kwnames);
}

void dealloc(Object* self) {
  decref(static_cast<DefaultDict*>(self)->factory.peek());
  dict_type.dealloc(self);
}
void traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<DefaultDict*>(self)->factory);
  dict_type.traverse(self, visitor);
}
void clear(Object* self) {
  decref(static_cast<DefaultDict*>(self)->factory.exchange(None));
  dict_type.clear(self);
}

Value missing(Value self, Value key) {
  Ref factory = self_of(self)->factory.get();
  if (factory.get().is_none()) {
    // A tuple is wrapped, lest it become the exception's arguments.
    return raise_key_error(key);
  }
  Ref value = call(factory);
  if (value.is_error()) return Error;
  if (type_of(self)->set_item == default_dict_type.set_item) return dict_set_default(self_of(self), key, value);
  return set_item(self, key, value) < 0 ? Error : value.take();
}

Value get(Value self, Value key) {
  if (type_of(self) != &default_dict_type) return dict_get_item(self_of(self), key);
  Value found = dict_get(self_of(self), key);
  return found.is_undefined() ? missing(self, key) : found;
}

Value repr_default_dict(Value self) {
  Ref inner = dict_type.repr(self), factory = self_of(self)->factory.get();
  if (inner.is_error()) return Error;
  Text out;
  out.append(short_type_name(type_of(self)));
  out.append('(');
  ReprGuard guard(factory);
  if (!guard.ok) return Error;
  if (guard.again) out.append("...");
  else if (!append_repr(out, factory)) return Error;
  out.append(", ");
  append_utf8(out, as_str(inner));
  out.append(')');
  return out.to_str();
}

Value missing_method(const Value* args, uint32_t) { return missing(args[0], args[1]); }

Value copy(const Value* args, uint32_t) {
  Ref factory = self_of(args[0])->factory.get();
  return call(value_of(*type_of(args[0])), factory, args[0]);
}

Value merge(Value left, Value right) {
  bool ours = is_subtype(type_of(left), &default_dict_type);
  Value self = ours ? left : right;
  if (!as_dict(left) || !as_dict(right)) return NotImplemented;
  Ref factory = self_of(self)->factory.get();
  Ref result = call(value_of(*type_of(self)), factory, left);
  if (result.is_error() || dict_update(result.as<Dict>(), right) < 0) return Error;
  return result.take();
}

Value reduce(const Value* args, uint32_t) {
  static Str* const items_name = intern("items");
  Ref factory = self_of(args[0])->factory.get();
  Ref arguments = factory.get().is_none() ? make_tuple(nullptr, 0) : tuple_of(factory);
  Ref items = call_method(args[0], items_name);
  if (items.is_error()) return Error;
  Ref iterator = iter(items);
  if (iterator.is_error()) return Error;
  Value parts[] = {value_of(*type_of(args[0])), arguments, None, None, iterator};
  return make_tuple(parts, 5);
}

Value get_factory(Value self) { return self_of(self)->factory.get(); }
Truth set_factory(Value self, Value value) {
  self_of(self)->factory.set(value.is_undefined() ? None : incref(value));
  return 0;
}

constexpr NativeDef methods[] = {PY_ONE("__missing__", missing_method), PY_NOARGS("copy", copy), PY_NOARGS("__copy__", copy),
                                 PY_NOARGS("__reduce__", reduce), PY_CLASS_GETITEM, {}};
constexpr GetSetDef getsets[] = {{"default_factory", get_factory, set_factory}, {}};

}  // namespace

constinit Type default_dict_type{{.name = "collections.defaultdict", .instance_size = sizeof(DefaultDict), .flags = type_is_base | kind_dict,
                                  .base = &dict_type,
                                  .doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
                                  .create = create, .init = init, .dealloc = dealloc, .traverse = traverse, .clear = clear,
                                  .repr = repr_default_dict, .get_item = get, .number = {.bit_or = merge}, .methods = methods, .getsets = getsets}};

}  // namespace py::collections
