// collections.OrderedDict: a dict with an order one can change, which also takes part in comparing two of them.
#include "runtime/modules/collections/collections.hpp"
#include "runtime/object/dict_core.hpp"
#include "runtime/types/dict_type.hpp"

namespace py::collections {
namespace {

Dict* self_of(const Value* args) { return args[0].as<Dict>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* d = static_cast<Dict*>(cls == &ordered_dict_type ? allocate_object(cls, sizeof(Dict)) : allocate_instance(cls));
  dict_init_empty(d);
  return object_value(d);
}

// Pairs are taken apart as MutableMapping.update does it, whose messages are plainer than dict's.
Truth add_pairs(Value self, Value pairs) {
  Ref iterator = iter(pairs);
  if (iterator.is_error()) return -1;
  for (;;) {
    Ref pair = next(iterator);
    if (pair.is_undefined()) return 0;
    Values parts;
    if (pair.is_error() || !collect(parts, pair)) return -1;
    if (parts.size() < 2) {
      (void)raise(exc::ValueError, parts.size() ? "need more than 1 value to unpack" : "need more than 0 values to unpack");
      return -1;
    }
    if (parts.size() > 2) return (void)raise(exc::ValueError, "too many values to unpack (expected 2)"), -1;
    if (set_item(self, parts[0], parts[1]) < 0) return -1;
  }
}

// Subclasses may override __setitem__, which then sees every key.
Truth update_with(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n > 1) return (void)raise(exc::TypeError, "expected at most 1 arguments, got %d", static_cast<int>(n)), -1;
  static Str* const keys_name = intern("keys");
  if (n && !as_dict(args[0])) {
    Ref keys = get_attribute_or_undefined(args[0], keys_name);
    if (keys.is_error()) return -1;
    if (keys.is_undefined()) {
      if (add_pairs(self, args[0]) < 0) return -1;
      args += n;
      n = 0;
    }
  }
  if (type_of(self)->set_item == dict_type.set_item) return dict_update_arguments("update", self, args, n, kwnames);
  Ref plain = make_dict();
  if (dict_update_arguments("update", plain, args, n, kwnames) < 0) return -1;
  Values items;
  if (!dict_snapshot(plain.as<Dict>(), DictPart::items, items)) return -1;
  for (int64_t i = 0; i < items.size(); i += 2) {
    if (set_item(self, items[i], items[i + 1]) < 0) return -1;
  }
  return 0;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) { return update_with(self, args, n, kwnames); }

Value update(const Value* args, uint32_t n, Tuple* kwnames) { return update_with(args[0], args + 1, n - 1, kwnames) < 0 ? Error : None; }

Value repr_ordered(Value self) {
  Text out;
  out.append(short_type_name(type_of(self)));
  if (length(self) == 0) return out.append("()"), out.to_str();
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("...");
  static Str* const items_name = intern("items");
  Ref items = call_method(self, items_name);
  if (items.is_error()) return Error;
  Ref list = to_list(items);
  if (list.is_error()) return Error;
  out.append('(');
  if (!append_repr(out, list)) return Error;
  out.append(')');
  return out.to_str();
}

Value compare(Value self, Value other, Compare op) {
  Value by_content = dict_type.compare(self, other, op);
  bool same = by_content.same(boolean(op == Compare::eq));
  if (!by_content.is_bool() || !same || !is_subtype(type_of(other), &ordered_dict_type)) return by_content;
  Values a, b;
  if (!dict_snapshot(self.as<Dict>(), DictPart::keys, a) || !dict_snapshot(other.as<Dict>(), DictPart::keys, b)) return Error;
  Truth ordered = a.size() == b.size();
  for (int64_t i = 0; i < a.size() && ordered > 0; ++i) ordered = equal(a[i], b[i]);
  return ordered < 0 ? Error : boolean(ordered == (op == Compare::eq));
}

Value move_to_end(const Value* args, uint32_t) {
  Truth last = args[2].is_undefined() ? 1 : truth(args[2]);
  if (last < 0) return Error;
  Truth found = dict_move_to_end(self_of(args), args[1], last);
  if (found < 0) return Error;
  return found ? None : raise_key_error(args[1]);
}

Value pop_item(const Value* args, uint32_t) {
  Truth last = args[1].is_undefined() ? 1 : truth(args[1]);
  if (last < 0) return Error;
  Value pair[2];
  if (!dict_pop_item(self_of(args), last, pair[0], pair[1])) return raise(exc::KeyError, "dictionary is empty");
  return make_tuple_owned(pair, 2);
}

Value pop(const Value* args, uint32_t) {
  Value found = dict_pop(self_of(args), args[1]);
  if (!found.is_undefined()) return found;
  return args[2].is_undefined() ? raise_key_error(args[1]) : incref(args[2]);
}

Value set_default(const Value* args, uint32_t) {
  Value fallback = args[2].is_undefined() ? None : args[2];
  if (type_of(args[0])->set_item == dict_type.set_item) return dict_set_default(self_of(args), args[1], fallback);
  Value found = dict_get(self_of(args), args[1]);
  if (!found.is_undefined()) return found;
  return set_item(args[0], args[1], fallback) < 0 ? Error : incref(fallback);
}

Value copy(const Value* args, uint32_t) { return call(value_of(*type_of(args[0])), args[0]); }

Value from_keys(const Value* args, uint32_t) {
  Ref result = call(args[0]), iterator = iter(args[1]);
  if (result.is_error() || iterator.is_error()) return Error;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return result.take();
    if (key.is_error() || set_item(result, key, args[2].is_undefined() ? None : args[2]) < 0) return Error;
  }
}

Value merge(Value left, Value right) {
  if (!as_dict(left) || !as_dict(right)) return NotImplemented;
  Value self = is_subtype(type_of(left), &ordered_dict_type) ? left : right;
  Ref result = call(value_of(*type_of(self)), left);
  if (result.is_error() || dict_update(result.as<Dict>(), right) < 0) return Error;
  return result.take();
}
Value merge_into(Value left, Value right) { return update_with(left, &right, 1, nullptr) < 0 ? Error : incref(left); }

Value make_view(Type& type, Value dict, DictPart part) {
  auto* view = allocate<DictView>(&type);
  view->aux = static_cast<uint32_t>(part);
  view->dict = incref(dict);
  return object_value(view);
}
constinit Type keys_type{{.name = "odict_keys", .instance_size = sizeof(DictView), .base = &dict_keys_type}};
constinit Type values_type{{.name = "odict_values", .instance_size = sizeof(DictView), .base = &dict_values_type}};
constinit Type items_type{{.name = "odict_items", .instance_size = sizeof(DictView), .base = &dict_items_type}};
Value keys(const Value* args, uint32_t) { return make_view(keys_type, args[0], DictPart::keys); }
Value values(const Value* args, uint32_t) { return make_view(values_type, args[0], DictPart::values); }
Value items(const Value* args, uint32_t) { return make_view(items_type, args[0], DictPart::items); }

Value reduce(const Value* args, uint32_t) {
  static Str *const items_name = intern("items"), *const dict_name = intern("__dict__");
  Ref view = call_method(args[0], items_name), state = get_attribute_or_undefined(args[0], dict_name);
  if (view.is_error() || state.is_error()) return Error;
  Ref iterator = iter(view), nothing = make_tuple(nullptr, 0);
  if (iterator.is_error()) return Error;
  bool has_state = !state.is_undefined() && truth(state) > 0;
  Value parts[] = {value_of(*type_of(args[0])), nothing, has_state ? state.get() : None, None, iterator};
  return make_tuple(parts, 5);
}

constexpr NativeDef methods[] = {
    PY_KEYWORDS("move_to_end", move_to_end, "key, last="), PY_KEYWORDS("popitem", pop_item, "last="),
    PY_KEYWORDS("pop", pop, "key, default="), PY_KEYWORDS("setdefault", set_default, "key, default="), PY_RAW("update", update),
    PY_NOARGS("copy", copy), PY_NOARGS("__reduce__", reduce), PY_NOARGS("keys", keys), PY_NOARGS("values", values), PY_NOARGS("items", items),
    {"fromkeys", from_keys, Arity::keywords, 0, 0, "iterable, value=", NativeDef::class_method, nullptr, nullptr}, {}};

}  // namespace

constinit Type ordered_dict_type{{.name = "collections.OrderedDict", .instance_size = sizeof(Dict), .flags = type_is_base | type_has_weakrefs | kind_dict,
                                  .base = &dict_type, .doc = "Dictionary that remembers insertion order", .create = create, .init = init,
                                  .repr = repr_ordered, .hash = hash_not_implemented, .compare = compare,
                                  .number = {.bit_or = merge, .inplace_or = merge_into}, .methods = methods}};

void ready_ordered_dict_views() {
  for (Type* type : {&keys_type, &values_type, &items_type}) type_ready(*type);
}

}  // namespace py::collections
