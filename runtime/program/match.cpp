// Pattern matching (PEP 634; Python/ceval.c of CPython: match_keys, match_class).
#include "runtime/object/containers.hpp"
#include "runtime/program/statements.hpp"

namespace py {

bool match_is_sequence(Value subject) { return has_flag(subject, kind_list | kind_tuple | kind_sequence); }
bool match_is_mapping(Value subject) { return has_flag(subject, kind_dict | kind_mapping); }

Truth length_equals(Value subject, int64_t n) {
  int64_t size = length(subject);
  return size < 0 ? -1 : size == n;
}
Truth length_at_least(Value subject, int64_t n) {
  int64_t size = length(subject);
  return size < 0 ? -1 : size >= n;
}

Value match_keys(Value subject, Value keys) {
  static Str* const n_get = intern("get");
  Tuple* wanted = as_tuple(keys);
  Ref seen = make_set();
  Ref get = get_attribute(subject, n_get);
  if (seen.is_error() || get.is_error()) return Error;
  // A value no mapping can hold tells "absent" apart from any default.
  Ref absent = call(value_of(object_type));
  if (absent.is_error()) return Error;
  Ref values = make_list_sized(wanted->length);
  for (int64_t i = 0; i < wanted->length; ++i) {
    Value key = wanted->items()[i];
    Truth again = set_contains(seen, key);
    if (again < 0) return Error;
    if (again) return raise(exc::ValueError, "mapping pattern checks duplicate key (%R)", key);
    if (set_add(seen, key) < 0) return Error;
    Ref value = call(get, key, absent);
    if (value.is_error()) return Error;
    if (value.get().same(absent)) return Undefined;
    if (list_append(values.as<List>(), value) < 0) return Error;
  }
  return to_tuple(values);
}

Value match_rest(Value subject, Value keys) {
  Ref rest = make_dict();
  if (rest.is_error() || dict_update(rest.as<Dict>(), subject) < 0) return Error;
  Tuple* taken = as_tuple(keys);
  for (int64_t i = 0; i < taken->length; ++i) {
    if (dict_delete(rest.as<Dict>(), taken->items()[i]) < 0) return Error;
  }
  return rest.take();
}

namespace {

// What the sub-patterns of a class pattern are about: attributes found so far, and by which names.
class FoundAttributes {
 public:
  bool reserve(uint32_t most) { return values_.reserve(most) && names_.reserve(most); }
  bool add(Value owned) { return values_.push(owned); }
  // 0: the subject has no such attribute.
  Truth add_attribute(Value subject, Type* cls, Value name) {
    for (int64_t i = 0; i < names_.size(); ++i) {
      Truth again = equal(names_[i], name);
      if (again < 0) return -1;
      if (again) return (void)raise(exc::TypeError, "%N() got multiple sub-patterns for attribute %R", cls, name), -1;
    }
    if (!names_.push(incref(name))) return -1;
    Value value = get_attribute_or_undefined(subject, as_str(name));
    if (value.is_error()) return -1;
    return value.is_undefined() ? 0 : values_.push(value) ? 1 : -1;
  }
  Value to_tuple() {
    Value tuple = make_tuple_owned(values_.data(), values_.size());
    values_.forget();
    return tuple;
  }

 private:
  Values values_, names_;
};

}  // namespace

Value match_class(Value subject, Value cls_value, uint32_t positional, Value keyword_names) {
  static Str* const n_match_args = intern("__match_args__");
  Type* cls = as_type(cls_value);
  if (!cls) return raise(exc::TypeError, "called match pattern must be a type");
  Truth instance = is_instance(subject, cls_value);
  if (instance <= 0) return instance < 0 ? Error : Undefined;
  Tuple* keywords = keyword_names.is_undefined() ? nullptr : as_tuple(keyword_names);
  const int64_t keyword_count = keywords ? keywords->length : 0;
  if (positional + keyword_count == 0) return make_tuple(nullptr, 0);
  FoundAttributes found;
  if (!found.reserve(positional + static_cast<uint32_t>(keyword_count))) return Error;
  if (positional > 0) {
    Ref names = get_attribute_or_undefined(cls_value, n_match_args);
    if (names.is_error()) return Error;
    // These built-in classes match themselves: int(x), str(x), ...
    constexpr uint32_t match_self = kind_int | kind_float | kind_str | kind_bytes | kind_bytearray | kind_list | kind_tuple | kind_dict | kind_set;
    bool self = names.is_undefined() && ((cls->flags & match_self) || cls == &bool_type);
    int64_t allowed = self ? 1 : 0;
    if (!names.is_undefined()) {
      if (!as_tuple(names)) return raise(exc::TypeError, "%N.__match_args__ must be a tuple (got %T)", cls, names.get());
      allowed = as_tuple(names)->length;
    }
    if (positional > allowed) {
      return raise(exc::TypeError, "%N() accepts %l positional sub-pattern%s (%u given)", cls, allowed, allowed == 1 ? "" : "s", static_cast<uint64_t>(positional));
    }
    if (self) {
      if (!found.add(incref(subject))) return Error;
    } else {
      for (uint32_t i = 0; i < positional; ++i) {
        Value name = as_tuple(names)->items()[i];
        if (!as_str(name)) return raise(exc::TypeError, "__match_args__ elements must be strings (got %T)", name);
        Truth has = found.add_attribute(subject, cls, name);
        if (has <= 0) return has < 0 ? Error : Undefined;
      }
    }
  }
  for (int64_t i = 0; i < keyword_count; ++i) {
    Truth has = found.add_attribute(subject, cls, keywords->items()[i]);
    if (has <= 0) return has < 0 ? Error : Undefined;
  }
  return found.to_tuple();
}

}  // namespace py
