// Subscription, length and iteration of arbitrary values (Objects/abstract.c, Objects/iterobject.c).
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"

namespace py {

Value get_item(Value container, Value key) {
  Type* t = type_of(container);
  if (t->get_item) [[likely]] return t->get_item(container, key);
  if (as_type(container)) {
    if (container.same(object_value(&type_type))) return make_generic_alias(container, key);
    Ref method = get_attribute_or_undefined(container, dunder::class_getitem);
    if (method.is_error()) return Error;
    if (!method.is_undefined() && !method.get().is_none()) return call(method, key);
    return raise(exc::TypeError, "type '%N' is not subscriptable", container.as<Type>());
  }
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
  (void)raise(exc::TypeError, "'%T' object doesn't support item deletion", container);
  return -1;
}

int64_t length(Value v) {
  Type* t = type_of(v);
  if (t->length) [[likely]] return t->length(v);
  (void)raise(exc::TypeError, "object of type '%T' has no len()", v);
  return -1;
}

// ---- iteration ----

// The old protocol: __getitem__ with 0, 1, 2, ... until IndexError or StopIteration.
struct SequenceIterator : Object {
  Slot sequence;                         // Undefined once exhausted
  std::atomic<int64_t> index;
};
static Value sequence_next(Value self) {
  auto* it = self.as<SequenceIterator>();
  Ref sequence = it->sequence.get();
  if (sequence.is_undefined()) return Undefined;
  Value item = get_item(sequence, small_int(it->index.fetch_add(1, std::memory_order_relaxed)));
  if (!item.is_error()) return item;
  if (!error_matches(exc::IndexError) && !error_matches(exc::StopIteration)) return Error;
  clear_error();
  it->sequence.set(Undefined);
  return Undefined;
}
static Value sequence_length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<SequenceIterator>();
  Ref sequence = it->sequence.get();
  if (sequence.is_undefined()) return small_int(0);
  if (!type_of(sequence)->length) return NotImplemented;
  int64_t n = length(sequence), rest = n - it->index.load(std::memory_order_relaxed);
  return n < 0 ? Error : small_int(rest < 0 ? 0 : rest);
}
static const NativeDef sequence_iterator_methods[] = {PY_NOARGS("__length_hint__", sequence_length_hint), {}};
static constinit Type sequence_iterator_type{{.name = "iterator",
                                              .instance_size = sizeof(SequenceIterator),
                                              .base = &object_type,
                                              .dealloc = [](Object* o) {
                                                static_cast<SequenceIterator*>(o)->sequence.set(Undefined);
                                                free_object(o);
                                              },
                                              .traverse = [](Object* o, Visitor& v) { v.visit(static_cast<SequenceIterator*>(o)->sequence); },
                                              .iter = [](Value self) { return incref(self); },
                                              .next = sequence_next,
                                              .methods = sequence_iterator_methods}};

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
  if (t->get_item && !as_dict(v)) {
    auto* it = allocate<SequenceIterator>(&sequence_iterator_type);
    it->sequence.init(incref(v));
    it->index.store(0, std::memory_order_relaxed);
    return object_value(it);
  }
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
