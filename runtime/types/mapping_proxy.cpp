// mappingproxy: a read-only view of any mapping, as type.__dict__ gives it.
#include "runtime/types/container_support.hpp"

namespace py {
namespace {

struct MappingProxy : Object { Value mapping; };         // owned

Value inner(Value v) { return v.as<MappingProxy>()->mapping; }
Value unwrapped(Value v) { return is_exactly(v, mapping_proxy_type) ? inner(v) : v; }

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("mappingproxy", nullptr, "mapping");
  Value mapping;
  if (!bind_arguments(def, args, n, kwnames, &mapping)) return Error;
  if (!type_of(mapping)->get_item || as_list(mapping) || as_tuple(mapping)) {
    return raise(exc::TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
  }
  return make_mapping_proxy(mapping);
}

void dealloc(Object* self) {
  decref(static_cast<MappingProxy*>(self)->mapping);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<MappingProxy*>(self)->mapping); }

Value repr_proxy(Value self) {
  Text out;
  out.append("mappingproxy(");
  if (!append_repr(out, inner(self))) return Error;
  out.append(')');
  return out.to_str();
}
Value str_proxy(Value self) { return str(inner(self)); }
int64_t hash_proxy(Value self) { return hash(inner(self)); }
Value compare(Value self, Value other, Compare op) { return compare_slow(inner(self), unwrapped(other), op); }
Value iterate(Value self) { return iter(inner(self)); }
int64_t size(Value self) { return length(inner(self)); }
Value get(Value self, Value key) { return get_item_of_instance(inner(self), key); }
Truth contains_key(Value self, Value key) { return contains(inner(self), key); }
Value merge(Value left, Value right) { return binary_slow(BinaryOp::bit_or, unwrapped(left), unwrapped(right)); }
Value merge_inplace(Value self, Value) { return raise(exc::TypeError, "'|=' is not supported by %T; use '|' instead", self); }

Value forward(const char* name, const Value* args, uint32_t n) {
  Values given;
  if (!given.push(incref(inner(args[0])))) return Error;
  for (uint32_t i = 1; i < n; ++i) {
    if (!given.push(incref(args[i]))) return Error;
  }
  return call_method(intern(name), given.data(), n);
}
Value get_method(const Value* args, uint32_t n) {
  Value given[] = {args[0], args[1], n > 2 ? args[2] : None};
  return forward("get", given, 3);
}
Value keys(const Value* args, uint32_t n) { return forward("keys", args, n); }
Value values(const Value* args, uint32_t n) { return forward("values", args, n); }
Value items(const Value* args, uint32_t n) { return forward("items", args, n); }
Value copy(const Value* args, uint32_t n) { return forward("copy", args, n); }
Value reversed(const Value* args, uint32_t n) { return forward("__reversed__", args, n); }

constexpr NativeDef methods[] = {PY_RANGE("get", get_method, 1, 2), PY_NOARGS("keys", keys), PY_NOARGS("values", values), PY_NOARGS("items", items),
                                 PY_NOARGS("copy", copy), PY_NOARGS("__reversed__", reversed), PY_CLASS_GETITEM, {}};

}  // namespace

constinit Type mapping_proxy_type{{.name = "mappingproxy", .instance_size = sizeof(MappingProxy), .flags = kind_mapping, .doc = "Read-only proxy of a mapping.",
                                   .create = create, .dealloc = dealloc, .traverse = traverse, .repr = repr_proxy, .str = str_proxy,
                                   .hash = hash_proxy, .compare = compare, .iter = iterate, .length = size, .get_item = get,
                                   .contains = contains_key, .number = {.bit_or = merge, .inplace_or = merge_inplace}, .methods = methods}};

Value make_mapping_proxy(Value mapping) {
  auto* proxy = allocate<MappingProxy>(&mapping_proxy_type);
  proxy->mapping = incref(mapping);
  return object_value(proxy);
}

}  // namespace py
