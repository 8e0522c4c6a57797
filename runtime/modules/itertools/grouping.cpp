// groupby and tee.
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {
namespace {

// ---- groupby ----
struct Groupby : Object {
  Slot iterator, key_function, target_key, current_key, current_value;
  std::atomic<int64_t> group;            // number of the one group iterator that may go on
};
// A group iterator: slots the Groupby, its key; numbers[0] its group.
constexpr int group_number = 0;

Value create_groupby(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("groupby", nullptr, "iterable, key=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  Value iterator = iter(given[0]);
  if (iterator.is_error()) return Error;
  auto* g = static_cast<Groupby*>(cls == &groupby_type ? allocate_object(cls, sizeof(Groupby)) : allocate_instance(cls));
  for (Slot* s : {&g->target_key, &g->current_key, &g->current_value}) s->init(Undefined);
  g->iterator.init(iterator);
  g->key_function.init(given[1].is_undefined() ? None : incref(given[1]));
  g->group.store(0, std::memory_order_relaxed);
  return object_value(g);
}

// Fetches the next item and its key: 1, 0 at the end, -1 error.
Truth fetch(Groupby* g) {
  Ref value = step_slot(g->iterator);
  if (value.is_error()) return -1;
  if (value.is_undefined()) return 0;
  Ref function = g->key_function.get();
  Ref key = function.get().is_none() ? Ref::borrow(value) : Ref(call(function, value));
  if (key.is_error()) return -1;
  g->current_value.set(value.take());
  g->current_key.set(key.take());
  return 1;
}

Value step_groupby(Value self) {
  auto* g = self.as<Groupby>();
  int64_t number = g->group.fetch_add(1, std::memory_order_relaxed) + 1;
  for (;;) {
    Ref current = g->current_key.get(), target = g->target_key.get();
    if (!current.is_undefined()) {
      if (target.is_undefined()) break;
      Truth same = equal(target, current);
      if (same < 0) return Error;
      if (!same) break;
    }
    Truth more = fetch(g);
    if (more <= 0) return more < 0 ? Error : Undefined;
  }
  Ref key = g->current_key.get();
  g->target_key.set(incref(key.get()));
  Iterator* grouper = make(&grouper_type, grouper_type, incref(self), incref(key.get()));
  grouper->set_number(group_number, number);
  Ref group = object_value(grouper);
  return tuple_of(key, group);
}

Value step_grouper(Value self) {
  Iterator* it = self_of(self);
  Ref parent = it->slots[0].get(), key = it->slots[1].get();
  auto* g = parent.as<Groupby>();
  if (g->group.load(std::memory_order_relaxed) != it->number(group_number)) return Undefined;
  if (g->current_value.peek().is_undefined()) {
    Truth more = fetch(g);
    if (more <= 0) return more < 0 ? Error : Undefined;
  }
  Ref current = g->current_key.get();
  Truth same = current.is_undefined() ? 0 : equal(key, current);
  if (same <= 0) return same < 0 ? Error : Undefined;
  Ref value = g->current_value.get();
  g->current_value.set(Undefined);
  g->current_key.set(Undefined);
  return value.take();
}

template <class Do>
void each_slot(Groupby* g, Do act) {
  for (Slot* s : {&g->iterator, &g->key_function, &g->target_key, &g->current_key, &g->current_value}) act(*s);
}
void dealloc_groupby(Object* self) {
  each_slot(static_cast<Groupby*>(self), [](Slot& s) { decref(s.peek()); });
  free_object(self);
}
void traverse_groupby(Object* self, Visitor& visitor) {
  each_slot(static_cast<Groupby*>(self), [&](Slot& s) { visitor.visit(s); });
}
void clear_groupby(Object* self) {
  each_slot(static_cast<Groupby*>(self), [](Slot& s) { decref(s.exchange(Undefined)); });
}

// ---- tee ----
// The branches of a tee walk one linked list of blocks of items. Where there is none yet, who gets there first asks the source.
// Blocks that no branch needs any more go away by themselves.
constexpr int64_t block_items = 57;      // as CPython's
struct TeeBlock : Object {
  Slot source;                           // the iterator shared by all
  Slot next;                             // Undefined until needed
  Slot items[block_items];               // Undefined until fetched
};

template <class Do>
void each_slot(TeeBlock* b, Do act) {
  act(b->source), act(b->next);
  for (Slot& s : b->items) act(s);
}
void dealloc_block(Object* self) {
  // A loop, not a recursion: an abandoned branch may leave a long list behind.
  Value block = object_value(self);
  for (;;) {
    auto* b = block.as<TeeBlock>();
    Value following = b->next.exchange(Undefined);
    each_slot(b, [](Slot& s) { decref(s.peek()); });
    free_object(b);
    if (following.is_undefined()) return;
    if (!is_unique(following.object())) return decref(following);
    block = following;
  }
}
void traverse_block(Object* self, Visitor& visitor) {
  each_slot(static_cast<TeeBlock*>(self), [&](Slot& s) { visitor.visit(s); });
}
void clear_block(Object* self) {
  each_slot(static_cast<TeeBlock*>(self), [](Slot& s) { decref(s.exchange(Undefined)); });
}

constinit Type tee_block_type{{.name = "itertools._tee_dataobject", .instance_size = sizeof(TeeBlock), .dealloc = dealloc_block,
                               .traverse = traverse_block, .clear = clear_block}};

Value make_block(Value source_owned) {
  auto* b = allocate<TeeBlock>(&tee_block_type);
  each_slot(b, [](Slot& s) { s.init(Undefined); });
  b->source.init(source_owned);
  return object_value(b);
}

// The block after b, owned.
Value following_block(TeeBlock* b) {
  ObjectLock lock(b);
  if (b->next.peek().is_undefined()) b->next.set(make_block(b->source.get()));
  return b->next.get();
}

// The item of that number in b, fetched if need be; owned.
Value tee_item(TeeBlock* b, int64_t i) {
  Value known = b->items[i].get();
  if (!known.is_undefined()) return known;
  Ref item = step_fixed(b->source);
  if (item.is_undefined() || item.is_error()) return item.take();
  ObjectLock lock(b);
  if (b->items[i].peek().is_undefined()) b->items[i].set(incref(item.get()));
  return item.take();
}

// A branch: slots its block; numbers[0] the item in it.
Value step_tee(Value self);
[[gnu::noinline]] Value step_tee_any(Iterator* it) {
  int64_t i;
  Ref block;
  {
    ObjectLock lock(it);                 // both belong together
    block = it->slots[0].get();
    i = it->number(0);
  }
  if (i == block_items) {
    Ref following = following_block(block.as<TeeBlock>());
    Value old = Undefined;
    {
      ObjectLock lock(it);
      if (it->slots[0].peek().same(block)) {
        old = it->slots[0].exchange(incref(following.get()));
        it->set_number(0, 0);
      }
    }
    release_overwritten(old);
    return step_tee(object_value(it));
  }
  Value item = tee_item(block.as<TeeBlock>(), i);
  if (item.is_undefined() || item.is_error()) return item;
  ObjectLock lock(it);
  if (it->slots[0].peek().same(block) && it->number(0) == i) it->set_number(0, i + 1);
  return item;
}

Value step_tee(Value self) {
  Iterator* it = self_of(self);
  int64_t i = it->number(0);
  if (threads_alive() || i >= block_items) [[unlikely]] return step_tee_any(it);
  Value block = it->slots[0].peek();
  Value item = block.as<TeeBlock>()->items[i].get();
  if (item.is_undefined()) {
    Ref held = Ref::borrow(block);
    item = tee_item(block.as<TeeBlock>(), i);
    if (item.is_undefined() || item.is_error()) return item;
    if (!it->slots[0].peek().same(block) || it->number(0) != i) return item;   // the source went on with this branch
  }
  it->set_number(0, i + 1);
  return item;
}

Value copied_branch(Value branch) {
  Iterator* it = self_of(branch);
  Iterator* copy = make(&tee_type, tee_type);
  ObjectLock lock(it);
  copy->slots[0].init(it->slots[0].get());
  copy->set_number(0, it->number(0));
  return object_value(copy);
}
Value copy_tee(const Value* args, uint32_t) { return copied_branch(args[0]); }

Value tee_over(Value iterable) {
  if (is_exactly(iterable, tee_type)) return copied_branch(iterable);
  Value source = iter(iterable);
  if (source.is_error()) return Error;
  if (is_exactly(source, tee_type)) return source;
  return object_value(make(&tee_type, tee_type, make_block(source)));
}

Value create_tee(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("_tee", kwnames) || !check_positional("_tee", n, 1, 1)) return Error;
  return tee_over(args[0]);
}

constexpr NativeDef tee_methods[] = {PY_NOARGS("__copy__", copy_tee), {}};

}  // namespace

constinit Type groupby_type{{.name = "itertools.groupby", .instance_size = sizeof(Groupby), .flags = type_is_base,
                             .doc = "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
                             .create = create_groupby, .dealloc = dealloc_groupby, .traverse = traverse_groupby, .clear = clear_groupby,
                             .iter = iterator_self, .next = step_groupby}};
constinit Type grouper_type{iterator_slots("itertools._grouper", nullptr, step_grouper, nullptr)};
constinit Type tee_type{iterator_slots("itertools._tee", create_tee, step_tee, "Iterator wrapped to make it copyable.", nullptr, tee_methods)};

Value tee(const Value* args, uint32_t n) {
  int64_t branches = 2;
  if (n > 1 && !ssize_argument(args[1], branches)) return Error;
  if (branches < 0) return raise(exc::ValueError, "n must be >= 0");
  type_ready(tee_block_type);
  Tuple* tuple = allocate_tuple(branches);
  if (!tuple) return Error;
  Ref result = object_value(tuple);
  if (branches == 0) return result.take();
  Value first = tee_over(args[0]);
  if (first.is_error()) return Error;
  tuple->items()[0] = first;
  for (int64_t i = 1; i < branches; ++i) tuple->items()[i] = copied_branch(first);
  return result.take();
}

}  // namespace py::itertools
