// Iterators over anything with __getitem__, forwards and backwards (reversed), and over calls up to a sentinel.
#include "runtime/object/own_init.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/list_type.hpp"

namespace py {
namespace {

struct SequenceIterator : Object {
  Slot sequence;                         // Undefined once exhausted
  std::atomic<int64_t> index;
};

Value make(Type& type, Value sequence, int64_t index) {
  auto* it = allocate<SequenceIterator>(&type);
  it->sequence.init(incref(sequence));
  it->index.store(index, std::memory_order_relaxed);
  return object_value(it);
}

// The item at i; Undefined at the end, which IndexError and StopIteration mark.
Value item_or_end(SequenceIterator* it, Value sequence, int64_t i) {
  Value item = get_item_of_instance(sequence, small_int(i));
  if (!item.is_error()) return item;
  if (!error_matches(exc::IndexError) && !error_matches(exc::StopIteration)) return Error;
  clear_error();
  it->sequence.set(Undefined);
  return Undefined;
}

Value step(Value self) {
  auto* it = self.as<SequenceIterator>();
  Ref sequence = it->sequence.get();
  return sequence.is_undefined() ? Undefined : item_or_end(it, sequence, claim_index(it->index));
}

Value step_back(Value self) {
  auto* it = self.as<SequenceIterator>();
  Ref sequence = it->sequence.get();
  if (sequence.is_undefined()) return Undefined;
  int64_t i = it->index.fetch_sub(1, std::memory_order_relaxed);
  if (i >= 0) return item_or_end(it, sequence, i);
  it->sequence.set(Undefined);
  return Undefined;
}

void dealloc(Object* self) {
  decref(static_cast<SequenceIterator*>(self)->sequence.peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<SequenceIterator*>(self)->sequence); }
void clear(Object* self) { decref(static_cast<SequenceIterator*>(self)->sequence.exchange(Undefined)); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<SequenceIterator>();
  Ref sequence = it->sequence.get();
  if (sequence.is_undefined()) return small_int(0);
  if (!type_of(sequence)->length) return NotImplemented;
  int64_t n = length(sequence);
  if (n < 0) return Error;
  int64_t at = it->index.load(std::memory_order_relaxed);
  int64_t left = type_of(args[0]) == &reversed_type ? (at < n ? at + 1 : 0) : n - at;
  return small_int(left > 0 ? left : 0);
}

Value reduce(const Value* args, uint32_t) {
  auto* it = args[0].as<SequenceIterator>();
  const bool back = is_subtype(type_of(args[0]), &reversed_type);
  Ref sequence = it->sequence.get();
  if (!sequence.is_undefined()) return iterator_state(back ? "reversed" : "iter", sequence, it->index.load(std::memory_order_relaxed));
  Ref nothing = make_tuple(nullptr, 0), arguments = tuple_of(nothing);
  return iterator_state(back ? "reversed" : "iter", arguments);
}

Value set_state(const Value* args, uint32_t) {
  auto* it = args[0].as<SequenceIterator>();
  const bool back = is_subtype(type_of(args[0]), &reversed_type);
  Ref sequence = it->sequence.get();
  int64_t highest = INT64_MAX, index;
  if (back && !sequence.is_undefined() && (highest = length(sequence) - 1) < -1) return Error;
  if (!iterator_position(args[1], back ? -1 : 0, highest, index)) return Error;
  if (!sequence.is_undefined()) it->index.store(index, std::memory_order_relaxed);
  return None;
}

constexpr NativeDef methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce), PY_ONE("__setstate__", set_state), {}};

Value create_reversed(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("reversed", kwnames, cls, reversed_type) || !check_positional("reversed", n, 1, 1)) return Error;
  if (is_exactly(args[0], list_type)) return list_reverse_iterator(args[0]);
  static Str* const reversed_name = intern("__reversed__");
  Value method = type_lookup(type_of(args[0]), reversed_name);
  if (method.is_none()) return raise(exc::TypeError, "'%T' object is not reversible", args[0]);
  if (!method.is_undefined()) return call_special(args[0], reversed_name);
  // A sequence has __getitem__ and is no mapping by kind; what has no length is told so by length() below.
  if (!type_of(args[0])->get_item || has_flag(args[0], kind_dict)) {
    return raise(exc::TypeError, "'%T' object is not reversible", args[0]);
  }
  int64_t size = length(args[0]);
  if (size < 0) return Error;
  if (cls == &reversed_type) return make(reversed_type, args[0], size - 1);
  auto* it = static_cast<SequenceIterator*>(allocate_instance(cls));
  it->sequence.init(incref(args[0]));
  it->index.store(size - 1, std::memory_order_relaxed);
  return object_value(it);
}

struct CallableIterator : Object {
  Slot callable, sentinel;               // Undefined once exhausted
};

Value step_call(Value self) {
  auto* it = self.as<CallableIterator>();
  Ref callable = it->callable.get(), sentinel = it->sentinel.get();
  if (callable.is_undefined()) return Undefined;
  Ref result = call(callable);
  bool done = result.is_error() && error_matches(exc::StopIteration);
  if (done) clear_error();
  else if (result.is_error()) return Error;
  if (!done) {
    Truth same = equal(sentinel, result);
    if (same < 0) return Error;
    if (!same) return result.take();
  }
  it->callable.set(Undefined);
  it->sentinel.set(Undefined);
  return Undefined;
}

Value reduce_callable(const Value* args, uint32_t) {
  auto* it = args[0].as<CallableIterator>();
  Ref callable = it->callable.get(), sentinel = it->sentinel.get();
  if (callable.is_undefined() || sentinel.is_undefined()) {
    Ref nothing = make_tuple(nullptr, 0);
    return exhausted_iterator_state(nothing);
  }
  Ref arguments = tuple_of(callable, sentinel);
  return iterator_state("iter", arguments);
}
constexpr NativeDef callable_methods[] = {PY_NOARGS("__reduce__", reduce_callable), {}};

void dealloc_callable(Object* self) {
  auto* it = static_cast<CallableIterator*>(self);
  decref(it->callable.peek());
  decref(it->sentinel.peek());
  free_object(self);
}
void traverse_callable(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<CallableIterator*>(self)->callable);
  visitor.visit(static_cast<CallableIterator*>(self)->sentinel);
}
void clear_callable(Object* self) {
  decref(static_cast<CallableIterator*>(self)->callable.exchange(Undefined));
  decref(static_cast<CallableIterator*>(self)->sentinel.exchange(Undefined));
}

}  // namespace

constinit Type sequence_iterator_type{{.name = "iterator", .instance_size = sizeof(SequenceIterator), .dealloc = dealloc, .traverse = traverse,
                                       .clear = clear, .iter = iterator_self, .next = step, .methods = methods}};
constinit Type reversed_type{{.name = "reversed", .instance_size = sizeof(SequenceIterator), .flags = type_is_base,
                              .doc = "Return a reverse iterator over the values of the given sequence.", .create = create_reversed, .dealloc = dealloc,
                              .traverse = traverse, .clear = clear, .iter = iterator_self, .next = step_back, .methods = methods}};
constinit Type callable_iterator_type{{.name = "callable_iterator", .instance_size = sizeof(CallableIterator), .dealloc = dealloc_callable,
                                       .traverse = traverse_callable, .clear = clear_callable, .iter = iterator_self, .next = step_call,
                                       .methods = callable_methods}};

Value make_sequence_iterator(Value sequence) { return make(sequence_iterator_type, sequence, 0); }

Value make_callable_iterator(Value callable, Value sentinel) {
  auto* it = allocate<CallableIterator>(&callable_iterator_type);
  it->callable.init(incref(callable));
  it->sentinel.init(incref(sentinel));
  return object_value(it);
}

}  // namespace py
