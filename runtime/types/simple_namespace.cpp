// types.SimpleNamespace (Objects/namespaceobject.c).
#include "runtime/types/simple_namespace.hpp"

#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {
namespace {

Dict* dict_of_namespace(Value v) { return instance_dict(v.object(), type_of(v)); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  return o ? object_value(o) : Error;
}
Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n) {
    (void)raise(exc::TypeError, "no positional arguments expected");
    return -1;
  }
  Dict* d = dict_of_namespace(self);
  if (!d) return -1;
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    if (dict_set(d, kwnames->items()[i], args[i]) < 0) return -1;
  }
  return 0;
}
Value repr_namespace(Value self) {
  Text out;
  out.append(type_of(self) == &simple_namespace_type ? "namespace" : type_of(self)->name);
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) {
    out.append("(...)");
    return out.to_str();
  }
  Values items;
  if (!dict_snapshot(dict_of_namespace(self), DictPart::items, items)) return Error;
  out.append('(');
  bool first = true;
  for (int64_t i = 0; i < items.size(); i += 2) {
    Str* name = as_str(items[i]);
    if (!name || !name->length) continue;
    if (!first) out.append(", ");
    first = false;
    append_utf8(out, name);
    out.append('=');
    Ref text = repr(items[i + 1]);
    if (text.is_error()) return Error;
    append_utf8(out, as_str(text));
  }
  out.append(')');
  return out.to_str();
}
Value compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_subtype(type_of(self), &simple_namespace_type) ||
      !is_subtype(type_of(other), &simple_namespace_type)) {
    return NotImplemented;
  }
  Truth same = dict_equal(dict_of_namespace(self), dict_of_namespace(other));
  return same < 0 ? Error : boolean((same != 0) == (op == Compare::eq));
}
Value reduce(const Value* args, uint32_t) {
  Ref none = make_tuple(nullptr, 0);
  return tuple_of(object_value(type_of(args[0])), none, object_value(dict_of_namespace(args[0])));
}
const NativeDef methods[] = {PY_NOARGS("__reduce__", reduce), {}};
const GetSetDef getsets[] = {instance_dict_getset, {}};

}  // namespace

constinit Type simple_namespace_type{{.name = "types.SimpleNamespace",
                                      .instance_size = sizeof(Object),
                                      .flags = type_is_base | type_has_dict,
                                      .base = &object_type,
                                      .create = create,
                                      .init = init,
                                      .dealloc = instance_dealloc,
                                      .traverse = instance_traverse,
                                      .clear = instance_clear,
                                      .repr = repr_namespace,
                                      .compare = compare,
                                      .methods = methods,
                                      .getsets = getsets}};

}  // namespace py
