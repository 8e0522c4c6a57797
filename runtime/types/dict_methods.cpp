// The methods of dict.
#include "runtime/types/dict_type.hpp"

#include "runtime/object/dict_core.hpp"
#include "runtime/object/set_table.hpp"

namespace py {
namespace {

Dict* self_of(const Value* args) { return args[0].as<Dict>(); }

Value get(const Value* args, uint32_t n) {
  Value found = dict_get(self_of(args), args[1]);
  if (!found.is_undefined()) return found;
  return n > 2 ? incref(args[2]) : None;
}

Value set_default(const Value* args, uint32_t n) {
  return dict_set_default(self_of(args), args[1], n > 2 ? args[2] : None);
}

Value pop(const Value* args, uint32_t n) {
  Value found = dict_pop(self_of(args), args[1]);
  if (!found.is_undefined()) return found;
  return n > 2 ? incref(args[2]) : raise_key_error(args[1]);
}

Value pop_item(const Value* args, uint32_t) {
  Value pair[2];
  if (!dict_pop_item(self_of(args), true, pair[0], pair[1])) return raise(exc::KeyError, "popitem(): dictionary is empty");
  return make_tuple_owned(pair, 2);
}

Value update(const Value* args, uint32_t n, Tuple* kwnames) {
  return dict_update_arguments("update", args[0], args + 1, n - 1, kwnames) < 0 ? Error : None;
}

Value clear(const Value* args, uint32_t) {
  dict_clear(self_of(args));
  return None;
}

Value copy(const Value* args, uint32_t) { return dict_copy(self_of(args)); }
Value keys(const Value* args, uint32_t) { return make_dict_view(self_of(args), DictPart::keys); }
Value values(const Value* args, uint32_t) { return make_dict_view(self_of(args), DictPart::values); }
Value items(const Value* args, uint32_t) { return make_dict_view(self_of(args), DictPart::items); }
Value reversed(const Value* args, uint32_t) { return make_dict_iterator(self_of(args), DictPart::keys, true); }

Value from_keys(const Value* args, uint32_t n) {
  Value value = n > 2 ? args[2] : None;
  Ref result = call(args[0]);
  if (result.is_error()) return Error;
  bool exact = is_exactly(result, dict_type);
  Dict* table = exact ? as_dict(args[1]) : nullptr;
  bool from_dict = table && type_of(args[1])->iter == dict_type.iter;
  if (from_dict) {                       // as it is at one moment, and with the hashes it keeps
    Ref keys = dict_copy(table);
    if (keys.is_error()) return Error;
    Value key, unused;
    int64_t hash;
    for (int64_t position = 0; dict_next(keys.as<Dict>(), position, key, unused, hash);) {
      if (dict_set(result.as<Dict>(), key, value, hash) < 0) return Error;
    }
    return result.take();
  }
  if (exact && (is_exactly(args[1], set_type) || is_exactly(args[1], frozenset_type))) {
    Values keys;                         // in the order of this very table, which a copy need not have
    if (!set_snapshot(args[1].as<Set>(), keys)) return Error;
    for (int64_t i = 0; i < keys.size(); ++i) {
      if (dict_set(result.as<Dict>(), keys[i], value) < 0) return Error;
    }
    return result.take();
  }
  Ref iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  for (;;) {
    Ref key = next(iterator);
    if (key.is_undefined()) return result.take();
    if (key.is_error()) return Error;
    Truth stored = exact ? dict_set(result.as<Dict>(), key, value) : set_item(result, key, value);
    if (stored < 0) return Error;
  }
}

Value contains(const Value* args, uint32_t) {
  Truth found = dict_contains(self_of(args), args[1]);
  return found < 0 ? Error : boolean(found);
}
Value get_item_method(const Value* args, uint32_t) { return dict_get_item(self_of(args), args[1]); }

}  // namespace

const NativeDef dict_methods[] = {
    PY_ONE("__contains__", contains), PY_ONE("__getitem__", get_item_method), PY_NOARGS("__reversed__", reversed),
    PY_RANGE("get", get, 1, 2), PY_RANGE("setdefault", set_default, 1, 2), PY_RANGE("pop", pop, 1, 2), PY_NOARGS("popitem", pop_item),
    PY_NOARGS("keys", keys), PY_NOARGS("items", items), PY_NOARGS("values", values), PY_RAW("update", update),
    {"fromkeys", from_keys, Arity::range, 1, 2, nullptr, NativeDef::class_method, nullptr, nullptr},
    PY_NOARGS("clear", clear), PY_NOARGS("copy", copy), PY_CLASS_GETITEM, {}};

}  // namespace py
