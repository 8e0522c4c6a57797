// The views dict_keys, dict_values and dict_items. dict_view_operators.cpp has & | ^ -.
#include "runtime/object/set_table.hpp"
#include "runtime/types/dict_type.hpp"

namespace py {
namespace {

DictView* view_of(Value v) { return v.as<DictView>(); }
Dict* dict_of(Value v) { return view_of(v)->dict.as<Dict>(); }

void dealloc(Object* self) {
  decref(static_cast<DictView*>(self)->dict);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<DictView*>(self)->dict); }

Value iterate(Value self) { return make_dict_iterator(dict_of(self), view_of(self)->part(), false); }
Value reversed(const Value* args, uint32_t) { return make_dict_iterator(dict_of(args[0]), view_of(args[0])->part(), true); }
int64_t size(Value self) { return dict_size(dict_of(self)); }

Value repr_view(Value self) {
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("...");
  Ref list = to_list(self);
  if (list.is_error()) return Error;
  Text out;
  out.append(short_type_name(type_of(self)));
  out.append('(');
  if (!append_repr(out, list)) return Error;
  out.append(')');
  return out.to_str();
}

Truth contains_key(Value self, Value key) { return dict_contains(dict_of(self), key); }

Truth contains_item(Value self, Value item) {
  Tuple* pair = as_tuple(item);
  if (!pair || pair->length != 2) return 0;
  Ref found = dict_get(dict_of(self), pair->items()[0]);
  if (found.is_error()) return -1;
  return found.is_undefined() ? 0 : equal(found, pair->items()[1]);
}

bool is_set_view(Value v) { return is_subtype(type_of(v), &dict_keys_type) || is_subtype(type_of(v), &dict_items_type); }

Truth all_contained(Value items, Value container) {
  Ref iterator = iter(items);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return 1;
    Truth in = item.is_error() ? -1 : contains(container, item);
    if (in <= 0) return in;
  }
}

Value compare(Value self, Value other, Compare op) {
  if (!as_set(other) && !is_set_view(other)) return NotImplemented;
  int64_t a = length(self), b = length(other);
  if (a < 0 || b < 0) return Error;
  Truth holds = 0;
  switch (op) {
    case Compare::eq: case Compare::ne: holds = a == b ? all_contained(self, other) : 0; break;
    case Compare::lt: holds = a < b ? all_contained(self, other) : 0; break;
    case Compare::le: holds = a <= b ? all_contained(self, other) : 0; break;
    case Compare::gt: holds = a > b ? all_contained(other, self) : 0; break;
    case Compare::ge: holds = a >= b ? all_contained(other, self) : 0; break;
  }
  if (holds < 0) return Error;
  return boolean(op == Compare::ne ? !holds : holds);
}

Value is_disjoint(const Value* args, uint32_t) {
  Value self = args[0], other = args[1];
  if (self.same(other)) return boolean(dict_size(dict_of(self)) == 0);
  if (as_set(other) || is_set_view(other)) {
    if (length(other) > length(self)) std::swap(self, other);
  }
  Ref iterator = iter(other);
  if (iterator.is_error()) return Error;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_undefined()) return True;
    Truth in = item.is_error() ? -1 : contains(self, item);
    if (in < 0) return Error;
    if (in) return False;
  }
}

Value mapping(Value self) { return make_mapping_proxy(view_of(self)->dict); }

constexpr NativeDef set_methods[] = {PY_ONE("isdisjoint", is_disjoint), PY_NOARGS("__reversed__", reversed), {}};
constexpr NativeDef value_methods[] = {PY_NOARGS("__reversed__", reversed), {}};
constexpr GetSetDef getsets[] = {{"mapping", mapping, nullptr}, {}};
constexpr NumberSlots set_operators = {.subtract = dict_view_subtract, .bit_and = dict_view_and, .bit_or = dict_view_or, .bit_xor = dict_view_xor};

}  // namespace

constinit Type dict_keys_type{{.name = "dict_keys", .instance_size = sizeof(DictView), .dealloc = dealloc, .traverse = traverse, .repr = repr_view,
                               .hash = hash_not_implemented, .compare = compare, .iter = iterate, .length = size, .contains = contains_key,
                               .number = set_operators, .methods = set_methods, .getsets = getsets}};
constinit Type dict_items_type{{.name = "dict_items", .instance_size = sizeof(DictView), .dealloc = dealloc, .traverse = traverse, .repr = repr_view,
                                .hash = hash_not_implemented, .compare = compare, .iter = iterate, .length = size, .contains = contains_item,
                                .number = set_operators, .methods = set_methods, .getsets = getsets}};
constinit Type dict_values_type{{.name = "dict_values", .instance_size = sizeof(DictView), .dealloc = dealloc, .traverse = traverse, .repr = repr_view,
                                 .iter = iterate, .length = size, .methods = value_methods, .getsets = getsets}};

Value make_dict_view(Dict* d, DictPart part) {
  Type* types[] = {&dict_keys_type, &dict_values_type, &dict_items_type};
  auto* view = allocate<DictView>(types[static_cast<int>(part)]);
  view->aux = static_cast<uint32_t>(part);
  view->dict = incref(object_value(d));
  return object_value(view);
}

}  // namespace py
