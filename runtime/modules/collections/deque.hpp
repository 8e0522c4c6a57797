// collections.deque: a ring buffer. All access to the ring happens under the object's lock (free while one thread is
// alive), so every operation is atomic, and values taken out need no grace period. User code runs outside the lock.
#pragma once

#include "runtime/modules/collections/collections.hpp"

namespace py::collections {

struct Deque : Object {
  std::atomic<int64_t> size;
  int64_t head;                          // ring position of the first item
  int64_t capacity;                      // a power of two, or 0
  Value* ring;
  int64_t max_length;                    // -1: unbounded
  std::atomic<uint64_t> version;         // changes with every item added or removed

  Value& at(int64_t i) { return ring[(head + i) & (capacity - 1)]; }   // locked; capacity > 0
};

extern const NativeDef deque_methods[];
inline Deque* deque_of(Value v) { return v.as<Deque>(); }
inline int64_t deque_size(Deque* d) { return d->size.load(std::memory_order_acquire); }

Deque* make_deque(Type* cls, int64_t max_length);
Truth deque_append(Deque* d, Value item);                // drops from the other end when full; -1 no memory
Truth deque_append_left(Deque* d, Value item);
Value deque_pop(Deque* d);                               // IndexError when empty
Value deque_pop_left(Deque* d);
Value deque_get(Deque* d, int64_t i);                    // owned; negative: from the end; Undefined out of range
bool deque_set(Deque* d, int64_t i, Value value);        // likewise; Undefined deletes; false out of range
void deque_clear(Deque* d);
Truth deque_extend(Deque* d, Value iterable, bool left);
bool deque_snapshot(Deque* d, Values& out);
// Replaces the contents by owned values, cut to max_length from the left. false: no memory.
bool deque_assign(Deque* d, Values& items);
// Inserts before index i (negative: from the end): 1, 0 when full, -1 no memory.
Truth deque_insert(Deque* d, int64_t i, Value item);
void deque_rotate(Deque* d, int64_t steps);
// What is raised when comparing changed the deque: that depends on the method.
struct DequeMutated {
  Type& type = exc::RuntimeError;
  const char* message = "deque mutated during iteration";
};
// Index of item in [start, stop), -1 absent, -2 error.
int64_t deque_find(Deque* d, Value item, int64_t start, int64_t stop, const DequeMutated& mutated = {});
// Removes the first item equal to `item` in one step: 1, 0 absent, -2 only user code can tell.
Truth deque_remove_plain(Deque* d, Value item);
// Removes d[i] if the deque has not changed since version: 1 removed, 0 not, -1 error.
Truth deque_remove_at(Deque* d, int64_t i, uint64_t version);
Value deque_iterate(Value self, bool backwards);

}  // namespace py::collections
