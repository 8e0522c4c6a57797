// The types of modules queue and _queue. Definitions: Lib/queue.py and Modules/_queuemodule.c of CPython 3.11.
#pragma once

#include "portalis/condvar.hpp"
#include "runtime/modules/threading/support.hpp"

namespace py {

// ---- SimpleQueue: unbounded, native throughout; put() never runs Python code and may be called from finalizers ----
struct SimpleQueueBody {
  portalis::RawMutex mutex;
  portalis::Condvar not_empty;
  Value* ring = nullptr;                 // owned values at head .. head + size - 1, modulo capacity; guarded by mutex
  int64_t head = 0, size = 0, capacity = 0;

  ~SimpleQueueBody();
};
struct SimpleQueueObject : Object, SimpleQueueBody {
  using Body = SimpleQueueBody;
};

extern Type simple_queue_type, queue_type, lifo_queue_type, priority_queue_type, queue_empty_type, queue_full_type;

Value make_simple_queue();
bool simple_queue_put(SimpleQueueObject* queue, Value item);         // borrowed; false: MemoryError
// The oldest item, owned; Undefined when the deadline has passed, Error.
Value simple_queue_get(SimpleQueueObject* queue, portalis::Deadline deadline);
int64_t simple_queue_size(SimpleQueueObject* queue);

extern Slot heap_push, heap_pop;         // heapq's functions, for PriorityQueue; set when module queue is imported

// (block=True, timeout=None) of the get and put methods. false: exception pending.
bool parse_block(Value block, Value timeout, portalis::Deadline& out);

}  // namespace py
