// heapq.merge(): an iterator over sorted inputs that takes one item of each at a time.
#include "runtime/builtins/arguments.hpp"
#include "runtime/modules/heapq/heapq_internal.hpp"
#include "runtime/object/heap.hpp"

namespace py {

namespace {

// Sources hold [iterator, current item, its key]; the best one is found by comparing all, earlier inputs first,
// which keeps the merge stable. A source without a current item is asked for one at the next step.
struct Source { Value iterator, item, key; };
struct Merge : Object {
  Value inputs;                          // owned Tuple of iterables; None once started
  Value key_function;                    // owned; None
  Source* sources;
  int64_t count;
  bool reverse;
};

Value pull(Merge* m, Source& s) {                        // None, Undefined at the end, Error
  Value item = next(s.iterator);
  if (item.is_error() || item.is_undefined()) return item;
  s.item = item;
  s.key = m->key_function.is_none() ? incref(item) : call(m->key_function, item);
  return s.key.is_error() ? (s.key = Undefined, Error) : None;
}

void drop(Merge* m, int64_t i) {
  Source& s = m->sources[i];
  Source gone = s;
  for (int64_t k = i; k + 1 < m->count; ++k) m->sources[k] = m->sources[k + 1];
  --m->count;
  decref(gone.iterator);
  decref(gone.item);
  decref(gone.key);
}

bool start(Merge* m) {
  Ref inputs = std::exchange(m->inputs, None);
  Tuple* t = inputs.as<Tuple>();
  m->sources = static_cast<Source*>(allocate_buffer(static_cast<size_t>(t->length + 1) * sizeof(Source)));
  if (!m->sources) return false;
  for (int64_t i = 0; i < t->length; ++i) {
    Value iterator = iter(t->items()[i]);
    if (iterator.is_error()) return false;
    m->sources[m->count++] = {iterator, Undefined, Undefined};
  }
  return true;
}

Value merge_next(Value self) {
  Merge* m = self.as<Merge>();
  if (!m->inputs.is_none() && !start(m)) return Error;
  for (int64_t i = 0; i < m->count;) {
    if (!m->sources[i].item.is_undefined()) {
      ++i;
      continue;
    }
    Value pulled = pull(m, m->sources[i]);
    if (pulled.is_error()) return Error;
    if (pulled.is_undefined()) drop(m, i);
    else ++i;
  }
  if (m->count == 0) return Undefined;
  int64_t best = 0;
  for (int64_t i = 1; i < m->count; ++i) {
    Ref better = m->reverse ? lt(m->sources[best].key, m->sources[i].key) : lt(m->sources[i].key, m->sources[best].key);
    Truth t = better.is_error() ? -1 : truth(better);
    if (t < 0) return Error;
    if (t) best = i;
  }
  Source& s = m->sources[best];
  decref(std::exchange(s.key, Undefined));
  return std::exchange(s.item, Undefined);
}

void merge_clear(Object* o) {
  Merge* m = static_cast<Merge*>(o);
  decref(std::exchange(m->inputs, None));
  decref(std::exchange(m->key_function, None));
  while (m->count > 0) drop(m, m->count - 1);
}
void merge_dealloc(Object* o) {
  merge_clear(o);
  if (static_cast<Merge*>(o)->sources) free_buffer(static_cast<Merge*>(o)->sources);
  free_object(o);
}
void merge_traverse(Object* o, Visitor& visitor) {
  Merge* m = static_cast<Merge*>(o);
  visitor.visit(m->inputs);
  visitor.visit(m->key_function);
  for (int64_t i = 0; i < m->count; ++i) {
    visitor.visit(m->sources[i].iterator);
    visitor.visit(m->sources[i].item);
    visitor.visit(m->sources[i].key);
  }
}

Value itself(Value self) { return incref(self); }

constinit Type merge_type{{
    .name = "heapq.merge",
    .instance_size = sizeof(Merge),
    .base = &object_type,
    .dealloc = merge_dealloc,
    .traverse = merge_traverse,
    .clear = merge_clear,
    .iter = itself,
    .next = merge_next,
}};

}  // namespace

Value heapq_merge(const Value* args, uint32_t n, Tuple* kwnames) {
  Value key = None, reverse = False;
  if (!take_keywords("merge", args + n, kwnames, {{"key", &key}, {"reverse", &reverse}})) return Error;
  Truth descending = truth(reverse);
  if (descending < 0) return Error;
  type_ready(merge_type);
  Ref inputs = make_tuple(args, n);
  Merge* m = allocate<Merge>(&merge_type);
  m->inputs = inputs.take();
  m->key_function = incref(key);
  m->sources = nullptr;
  m->count = 0;
  m->reverse = descending;
  return object_value(m);
}

}  // namespace py
