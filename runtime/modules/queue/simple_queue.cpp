// The type _queue.SimpleQueue.
#include "runtime/modules/queue/queue.hpp"

#include <cstring>

#include "runtime/types/container_support.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;
using portalis::WaitResult;

SimpleQueueBody::~SimpleQueueBody() {
  for (int64_t i = 0; i < size; ++i) decref(ring[(head + i) % capacity]);
  free_buffer(ring);
}

namespace {

// With the mutex held. false: MemoryError.
bool grow(SimpleQueueObject* q) {
  int64_t capacity = q->capacity ? q->capacity * 2 : 8;
  auto* ring = static_cast<Value*>(allocate_buffer(size_t(capacity) * sizeof(Value)));
  if (!ring) return false;
  int64_t first = std::min(q->size, q->capacity - q->head);
  if (q->size) {
    memcpy(ring, q->ring + q->head, size_t(first) * sizeof(Value));
    memcpy(ring + first, q->ring, size_t(q->size - first) * sizeof(Value));
  }
  free_buffer(q->ring);
  q->ring = ring;
  q->capacity = capacity;
  q->head = 0;
  return true;
}

Value pop_front(SimpleQueueObject* q) {
  Value item = q->ring[q->head];
  if (++q->head == q->capacity) q->head = 0;
  --q->size;
  return item;
}

}  // namespace

bool simple_queue_put(SimpleQueueObject* q, Value item) {
  MutexLock lock(q->mutex);
  if (q->size == q->capacity && !grow(q)) return false;
  int64_t at = q->head + q->size;
  q->ring[at < q->capacity ? at : at - q->capacity] = incref(item);
  ++q->size;
  q->not_empty.notify_one();
  return true;
}

Value simple_queue_get(SimpleQueueObject* q, Deadline deadline) {
  Value item = Undefined;
  // The mutex is not held while a signal handler runs, which may use this queue.
  Truth got = wait_interruptibly("an item of a queue", [&] {
    MutexLock lock(q->mutex);
    while (q->size == 0) {
      if (deadline == Deadline::at_ns(0)) return WaitResult::TimedOut;
      WaitResult waited = q->not_empty.wait_until(q->mutex, deadline, true);
      if (waited != WaitResult::Done && q->size == 0) return waited;
    }
    item = pop_front(q);
    return WaitResult::Done;
  });
  return got < 0 ? Error : item;
}

int64_t simple_queue_size(SimpleQueueObject* q) {
  MutexLock lock(q->mutex);
  return q->size;
}

bool parse_block(Value block, Value timeout, Deadline& out) {
  Truth blocking = block.is_undefined() ? 1 : truth(block);
  if (blocking < 0) return false;
  if (!blocking) {
    out = Deadline::at_ns(0);
    return true;
  }
  if (is_given(timeout)) {
    Ref is_negative = lt(timeout, small_int(0));
    Truth negative = is_negative.is_error() ? -1 : truth(is_negative);
    if (negative < 0) return false;
    if (negative) return raise_false(exc::ValueError, "'timeout' must be a non-negative number");
  }
  return deadline_from(timeout, out);
}

namespace {

SimpleQueueObject* self_of(const Value* args) { return args[0].as<SimpleQueueObject>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (cls->init == simple_queue_type.init) {
    if (n) return raise(exc::TypeError, "SimpleQueue() takes no positional arguments");
    if (!reject_keywords("SimpleQueue", kwnames)) return Error;
  }
  auto* q = make_instance<SimpleQueueObject>(cls);
  return q ? object_value(q) : Error;
}

Value put(const Value* args, uint32_t) { return simple_queue_put(self_of(args), args[1]) ? None : Error; }

Value get(SimpleQueueObject* q, Value block, Value timeout) {
  Deadline deadline = Deadline::never();
  // Not parse_block(): what is no number is refused by the conversion, not by a comparison.
  double seconds = 0;
  if (is_given(timeout) && !seconds_from(timeout, seconds)) return Error;
  Ref limit = is_given(timeout) ? make_float(seconds) : None;
  if (!parse_block(block, limit, deadline)) return Error;
  Value item = simple_queue_get(q, deadline);
  return item.is_undefined() ? raise_plain(queue_empty_type) : item;
}
Value get_method(const Value* args, uint32_t) { return get(self_of(args), args[1], args[2]); }
Value get_nowait(const Value* args, uint32_t) { return get(self_of(args), False, Undefined); }

Value empty(const Value* args, uint32_t) { return boolean(simple_queue_size(self_of(args)) == 0); }
Value qsize(const Value* args, uint32_t) { return make_int(simple_queue_size(self_of(args))); }

using Life = Lifecycle<SimpleQueueObject>;

// Called while no thread is inside a method.
void traverse(Object* o, Visitor& visitor) {
  auto* q = static_cast<SimpleQueueObject*>(o);
  for (int64_t i = 0; i < q->size; ++i) visitor.visit(q->ring[(q->head + i) % q->capacity]);
  Life::traverse(o, visitor);
}

void clear(Object* o) {
  auto* q = static_cast<SimpleQueueObject*>(o);
  for (;;) {
    Ref item = simple_queue_get(q, Deadline::at_ns(0));
    if (item.is_undefined() || item.is_error()) break;
  }
  Life::clear(o);
}

constexpr NativeDef methods[] = {PY_KEYWORDS("put", put, "item, block=, timeout="),
                                 PY_KEYWORDS("put_nowait", put, "item"),
                                 PY_KEYWORDS("get", get_method, "block=, timeout="),
                                 PY_NOARGS("get_nowait", get_nowait),
                                 PY_NOARGS("empty", empty),
                                 PY_NOARGS("qsize", qsize),
                                 PY_CLASS_GETITEM,
                                 {}};

}  // namespace

constinit Type simple_queue_type{{.name = "_queue.SimpleQueue",
                                  .instance_size = sizeof(SimpleQueueObject),
                                  .flags = type_is_base | type_has_weakrefs,
                                  .doc = "Simple, unbounded, reentrant FIFO queue.",
                                  .create = create,
                                  .dealloc = Life::dealloc,
                                  .traverse = traverse,
                                  .clear = clear,
                                  .methods = methods}};

Value make_simple_queue() {
  auto* q = make_instance<SimpleQueueObject>(&simple_queue_type);
  return q ? object_value(q) : Error;
}

}  // namespace py
