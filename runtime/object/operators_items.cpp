// Subscription, length and iteration of arbitrary values (Objects/abstract.c, Objects/iterobject.c).
#include "runtime/object/class.hpp"
#include "runtime/object/container_inline.hpp"
#include "runtime/object/str.hpp"

namespace py {

// A class without a metaclass that can do it: list[int].
static Value get_item_of_class(Value cls, Value key) {
  if (cls.same(object_value(&type_type))) return make_generic_alias(cls, key);
  Ref method = get_attribute_or_undefined(cls, dunder::class_getitem);
  if (method.is_error()) return Error;
  if (!method.is_undefined() && !method.get().is_none()) return call(method, key);
  return raise(exc::TypeError, "type '%N' is not subscriptable", cls.as<Type>());
}
Value get_item(Value container, Value key) {
  Type* t = type_of(container);
  if (t->get_item) [[likely]] return t->get_item(container, key);
  return as_type(container) ? get_item_of_class(container, key) : get_item_of_instance(container, key);
}
Value get_item_of_instance(Value container, Value key) {
  Type* t = type_of(container);
  if (t->get_item) [[likely]] return t->get_item(container, key);
  return raise(exc::TypeError, "'%T' object is not subscriptable", container);
}
Truth set_item(Value container, Value key, Value value) {
  Type* t = type_of(container);
  if (t->set_item) [[likely]] return t->set_item(container, key, value);
  (void)raise(exc::TypeError, "'%T' object does not support item assignment", container);
  return -1;
}
Truth delete_item(Value container, Value key) {
  Type* t = type_of(container);
  if (t->set_item) [[likely]] return t->set_item(container, key, Undefined);
  // By an index it is asked of sequences in words of their own.
  const bool sequence = t->flags & type_is_heap || t->length || t->contains, index = is_int(key) || type_of(key)->number.index;
  (void)raise(exc::TypeError, sequence && index ? "'%T' object doesn't support item deletion" : "'%T' object does not support item deletion", container);
  return -1;
}

template <Keep keep> Value get_item_other(Value container, Value index) {
  const Type* type = type_of(container);
  if (index.is_small_int()) {
    int64_t i = index.small_int();
    if (type == &str_type) {
      const Str* s = container.as<Str>();
      if (i < 0) i += s->length;
      if (static_cast<uint64_t>(i) < static_cast<uint64_t>(s->length)) [[likely]] return str_char(s, i);
    } else if (type == &tuple_type) {
      Tuple* t = container.as<Tuple>();
      if (i < 0) i += t->length;
      if (static_cast<uint64_t>(i) < static_cast<uint64_t>(t->length)) [[likely]] return keep(t->items()[i]);
    } else if (type == &list_type && i < 0) {
      i += list_size(container.as<List>());
      Value item = i < 0 ? Undefined : list_peek(container.as<List>(), i);
      if (!item.is_undefined()) return keep(item);
    }
  }
  if (type == &dict_type) {
    Value found = keep == lend ? dict_lend(container.as<Dict>(), index) : dict_get(container.as<Dict>(), index);
    if (!found.is_undefined()) return found;
  }
  return get_item(container, index);
}
template Value get_item_other<counted>(Value container, Value index);
template Value get_item_other<lend>(Value container, Value index);
Truth set_item_other(Value container, Value index, Value value) {
  if (is_exactly(container, dict_type)) return dict_set(container.as<Dict>(), index, value);
  return set_item(container, index, value);
}

int64_t length(Value v) {
  Type* t = type_of(v);
  if (t->length) [[likely]] return t->length(v);
  (void)raise(exc::TypeError, "object of type '%T' has no len()", v);
  return -1;
}

// ---- iteration ----

Value iter(Value v) {
  Type* t = type_of(v);
  if (t->iter) [[likely]] {
    Value it = t->iter(v);
    if (it.is_error()) return Error;
    if (!type_of(it)->next) [[unlikely]] {
      Ref wrong = it;
      return raise(exc::TypeError, "iter() returned non-iterator of type '%T'", it);
    }
    return it;
  }
  if (t->get_item && !as_dict(v)) return make_sequence_iterator(v);   // the old protocol
  return raise(exc::TypeError, "'%T' object is not iterable", v);
}

Value next(Value iterator) {
  Type* t = type_of(iterator);
  if (!t->next) [[unlikely]] return raise(exc::TypeError, "'%T' object is not an iterator", iterator);
  Value v = t->next(iterator);
  if (v.is_error() && error_matches(exc::StopIteration)) {
    clear_error();
    return Undefined;
  }
  return v;
}

}  // namespace py
