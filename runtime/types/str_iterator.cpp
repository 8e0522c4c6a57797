// The iterator over the characters of a str.
#include "runtime/object/heap.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/str_methods.hpp"

namespace py {
namespace {

struct StrIterator : Object {
  Value text;                            // exact str; owned
  std::atomic<int64_t> index;            // past the end: exhausted
};

StrIterator* self_of(const Value* args) { return args[0].as<StrIterator>(); }

Value iterator_next(Value self) {
  StrIterator* it = self.as<StrIterator>();
  Str* s = it->text.as<Str>();
  int64_t i = it->index.load(std::memory_order_relaxed);
  do {
    if (i >= s->length) return Undefined;
  } while (threads_alive() && !it->index.compare_exchange_weak(i, i + 1, std::memory_order_relaxed));
  if (!threads_alive()) it->index.store(i + 1, std::memory_order_relaxed);
  return str_char(s, i);
}

Value length_hint(const Value* args, uint32_t) {
  StrIterator* it = self_of(args);
  int64_t left = it->text.as<Str>()->length - it->index.load(std::memory_order_relaxed);
  return small_int(left > 0 ? left : 0);
}

Value set_state(const Value* args, uint32_t) {
  StrIterator* it = self_of(args);
  int64_t index;
  if (!iterator_position(args[1], 0, it->text.as<Str>()->length, index)) return Error;
  it->index.store(index, std::memory_order_relaxed);
  return None;
}

Value reduce(const Value* args, uint32_t) {
  StrIterator* it = self_of(args);
  int64_t index = it->index.load(std::memory_order_relaxed);
  return index < it->text.as<Str>()->length ? iterator_state("iter", it->text, index) : exhausted_iterator_state(object_value(empty_str()));
}

void dealloc(Object* self) {
  decref(static_cast<StrIterator*>(self)->text);
  free_object(self);
}

constexpr NativeDef methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce), PY_ONE("__setstate__", set_state), {}};

}  // namespace

constinit Type str_iterator_type{{.name = "str_iterator", .instance_size = sizeof(StrIterator), .dealloc = dealloc,
                                  .iter = [](Value self) { return incref(self); }, .next = iterator_next, .methods = methods}};
constinit Type str_ascii_iterator_type{{.name = "str_ascii_iterator", .instance_size = sizeof(StrIterator), .dealloc = dealloc,
                                        .iter = [](Value self) { return incref(self); }, .next = iterator_next, .methods = methods}};

Value str_iterator(Value self) {
  Str* s = as_str(self);
  StrIterator* it = allocate<StrIterator>(s->is_ascii() ? &str_ascii_iterator_type : &str_iterator_type);
  it->text = incref(object_value(s));
  it->index.store(0, std::memory_order_relaxed);
  return object_value(it);
}

}  // namespace py
