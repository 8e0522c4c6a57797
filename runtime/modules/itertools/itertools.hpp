// What the files of itertools share: one layout for all its iterators, and their types.
//
// An iterator's references live in Slots and its numbers in atomics, so that threads may share one without harm;
// as under CPython, what each of them gets is then not specified beyond that.
#pragma once

#include "runtime/object/module.hpp"
#include "runtime/types/container_support.hpp"

namespace py::itertools {

struct Iterator : Object {
  Slot slots[4];
  std::atomic<int64_t> numbers[3];
  int64_t number(int i) const { return numbers[i].load(std::memory_order_relaxed); }
  void set_number(int i, int64_t n) { numbers[i].store(n, std::memory_order_relaxed); }
};

Iterator* make(Type* cls, Type& exact, Value a_owned = Undefined, Value b_owned = Undefined, Value c_owned = Undefined);
void dealloc(Object* self);
void traverse(Object* self, Visitor& visitor);
void clear(Object* self);
inline Iterator* self_of(Value v) { return v.as<Iterator>(); }
// next() of an iterator held in a slot; Undefined when the slot is empty.
Value step_slot(const Slot& iterator);
// The same for a slot that keeps what it got when the object, which the caller holds, was made (until the collector clears it).
inline Value step_fixed(const Slot& slot) {
  Value iterator = slot.peek();
  return iterator.is_undefined() ? Undefined : type_of(iterator)->next(iterator);
}

// The tuple that was given last, to be filled anew because nobody has it any more; null: one has to be made. Kept from the
// first result on, as CPython does: loops that take their tuples apart need no second one.
inline Tuple* tuple_given_back(const Slot& last) {
  Value v = last.peek();
  return !v.is_undefined() && !threads_alive() && is_unique(v.object()) ? v.as<Tuple>() : nullptr;
}
inline void keep_first(Slot& last, Value tuple) {
  if (last.peek().is_undefined() && !threads_alive()) last.set(incref(tuple));
}

constexpr TypeSlots iterator_slots(const char* name, Value (*create)(Type*, const Value*, uint32_t, Tuple*), UnarySlot next,
                                   const char* doc, UnarySlot repr = nullptr, const NativeDef* methods = nullptr) {
  return {.name = name, .instance_size = sizeof(Iterator), .flags = type_is_base, .doc = doc, .create = create, .dealloc = dealloc,
          .traverse = traverse, .clear = clear, .repr = repr, .iter = iterator_self, .next = next, .methods = methods};
}

extern Type count_type, cycle_type, repeat_type, accumulate_type, chain_type, compress_type, dropwhile_type, filterfalse_type,
    groupby_type, grouper_type, islice_type, pairwise_type, starmap_type, takewhile_type, tee_type, zip_longest_type, product_type,
    permutations_type, combinations_type, combinations_with_replacement_type;
Value tee(const Value* args, uint32_t n);

}  // namespace py::itertools
