// What typed regions with stages are made of besides typed.hpp (compiler/emission/stages.hpp, typed_region.hpp).
//
// Such a region does change what others can see: it stores items, attributes and globals. So it cannot be begun again;
// where it gives up, it says at which stage, gives back its variables and how far its loops have come, and the general
// form goes on from there. Two rules make that right. Within one stage nothing gives up after something was changed; and
// what changes something but may raise does so as in the general version, with the frame standing where it should.
#pragma once

#include "runtime/program/loops.hpp"
#include "runtime/program/typed_loops.hpp"
#include "runtime/program/typed_objects.hpp"

namespace py {
namespace typed {

// What a region returns instead of a stage. 0: it has not begun.
inline constexpr int completed = -1;
inline constexpr int raised = -2;        // an exception is pending

// A loop over range() with a step of 1 or -1: what comes next, and where it ends.
struct Count {
  int64_t next = 0, stop = 0;
};

// list[index] = item for an exact list; false, with nothing changed, for anything else. Atomic for other threads.
[[gnu::always_inline]] inline bool store_item(Value list, int64_t index, Value item_borrowed) {
  if (!threads_alive()) [[likely]] return set_item(list, index, item_borrowed);
  if (!is_exactly(list, list_type)) return false;
  NoSafepoint pinned;                    // the list may be one that was only peeked
  return list_set(list.as<List>(), index, item_borrowed) > 0;
}
bool store_boxed_item(Value list, int64_t index, Value item_owned);
template <Unboxed T>
[[gnu::always_inline]] inline bool store_item(Value list, int64_t index, T number) {
  if (!threads_alive()) [[likely]] {
    Slot* slot = slot_at(list, index);
    if (slot && put_immediate(*slot, number)) [[likely]] return true;
  }
  return store_boxed_item(list, index, box(number));
}
// list[index] = a number or bool, where what it takes the place of is None or a number too; false, with nothing changed, otherwise. Runs no
// finalizer, and what was read from the list before lives until the next safepoint.
bool put_boxed_item(Value list, int64_t index, Value item_owned);
template <class T>
[[gnu::always_inline]] inline bool put_item(Value list, int64_t index, T plain) {
  if (!threads_alive()) [[likely]] {
    Slot* slot = slot_at(list, index);
    if (slot && put_immediate(*slot, plain)) [[likely]] return true;
  }
  return put_boxed_item(list, index, box(plain));
}
template <class T>
PORTALIS_RARE bool put_item_rarely(Value list, int64_t index, T plain) {
  return put_boxed_item(list, index, box(plain));
}
template <class T>
[[gnu::always_inline]] inline bool put_item(Items items, Value list, int64_t index, T plain) {
  if (static_cast<uint64_t>(index) < items.size && put_immediate(items.slots[index], plain)) [[likely]] return true;
  return put_item_rarely(list, index, plain);
}
// container[index] = item, whatever the container is; false: an exception is pending. Not the first change of its stage.
inline bool store_item_or_raise(Value container, int64_t index, Value item_borrowed) {
  if (store_item(container, index, item_borrowed)) [[likely]] return true;
  Ref key = make_int(index);
  return py::set_item(container, key, item_borrowed) == 0;
}

bool store_boxed_item_or_raise(Value container, int64_t index, Value item_owned);
template <Unboxed T>
[[gnu::always_inline]] inline bool store_item_or_raise(Value container, int64_t index, T number) {
  if (!threads_alive()) [[likely]] {
    Slot* slot = slot_at(container, index);
    if (slot && put_immediate(*slot, number)) [[likely]] return true;
  }
  return store_boxed_item_or_raise(container, index, box(number));
}

// owner.name = a number; <0: an exception is pending.
Truth store_boxed_attribute(Value owner, Str* name, Value value_owned, AttributeSite& site);
template <Unboxed T>
[[gnu::always_inline]] inline Truth store_attribute(Value owner, Str* name, T number, AttributeSite& site) {
  if (owner.is_object() && !threads_alive()) [[likely]] {
    Object* o = owner.object();
    const Type* t = type_of(owner);
    uint64_t where = sites::about(site.known[0].load(std::memory_order_relaxed), t);
    if (sites::is_inline(where)) [[likely]] {
      Attributes* a = attributes_of(o, t);
      // A place that nothing was stored in yet counts as used only by the general way.
      if (where < a->used && !a->slots[where].peek().is_undefined() && put_immediate(a->slots[where], number)) [[likely]] return 0;
    }
  }
  return store_boxed_attribute(owner, name, box(number), site);
}

}  // namespace typed

// ---- how far the loops of a region have come, for those of its general form ----
inline void resume(EachLoop& loop, typed::Each& left) { loop.resume(std::move(left.source()), left.index()); }
inline void resume(EnumerateLoop& loop, typed::Each& left, int64_t index) { loop.resume(std::move(left.source()), left.index(), index); }
template <uint32_t n>
void resume(ZipLoop<n>& loop, typed::Each (&left)[n]) {
  for (uint32_t i = 0; i < n; ++i) loop.resume(i, std::move(left[i].source()), left[i].index());
}
inline void resume(RangeLoop& loop, const typed::Count& left, int64_t step) {
  bool more = step > 0 ? left.next < left.stop : left.next > left.stop;
  uint64_t next = static_cast<uint64_t>(left.next), stop = static_cast<uint64_t>(left.stop);
  loop.resume(left.next, step, !more ? 0 : step > 0 ? stop - next : next - stop);
}
inline void resume(RangeLoop& loop, const typed::Range& left) { loop.resume(left.current(), left.step(), left.length()); }

}  // namespace py
