// The types set and frozenset: construction, comparison, operators, repr. set_methods.cpp has the methods.
#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/own_init.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/set_type.hpp"

namespace py {

// Operations keep the kind of their left operand, but not its subclass.
Type& base_kind(Value v) {
  return is_exactly(v, set_type) || !is_subtype(type_of(v), &frozenset_type) ? set_type : frozenset_type;
}

namespace {

Value create_set(Type* cls, const Value*, uint32_t, Tuple*) {
  if (cls == &set_type) return make_set();
  Object* o = allocate_instance(cls);
  set_init_empty(static_cast<Set*>(o));
  return object_value(o);
}

Value make_set_of(const Value* args, uint32_t n) {
  if (!check_positional("set", n, 0, 1)) return Error;
  Ref set = make_set();
  return n && set_update(set.as<Set>(), args[0]) < 0 ? Error : set.take();
}

Truth init_set(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("set", kwnames)) return -1;
  if (!check_positional("set", n, 0, 1)) return -1;
  Set* s = self.as<Set>();
  if (set_size(s)) set_clear(s);
  return n ? set_update(s, args[0]) : 0;
}

Value create_frozenset(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("frozenset", kwnames, cls, frozenset_type)) return Error;
  if (!check_positional("frozenset", n, 0, 1)) return Error;
  Ref plain;
  if (n && is_exactly(args[0], frozenset_type)) {
    plain = Ref::borrow(args[0]);
  } else {
    plain = Ref(make_set_of_type(frozenset_type));
    if (n && set_update(plain.as<Set>(), args[0]) < 0) return Error;
  }
  return cls == &frozenset_type ? plain.take() : make_wrapped(cls, plain.take());
}

void dealloc(Object* self) {
  set_release_contents(static_cast<Set*>(self));
  free_collected(self);
}
void traverse(Object* self, Visitor& visitor) {
  Value key;
  int64_t h;
  for (int64_t position = 0; set_next(static_cast<Set*>(self), position, key, h);) visitor.visit(key);
}
void clear(Object* self) { set_release_contents(static_cast<Set*>(self)); }

Value repr_set(Value self) {
  Set* s = as_set(self);
  Type* type = type_of(self);
  Text out;
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again || set_size(s) == 0) {
    out.append(short_type_name(type));
    out.append(guard.again ? "(...)" : "()");
    return out.to_str();
  }
  bool bare = type == &set_type;
  if (!bare) {
    out.append(short_type_name(type));
    out.append('(');
  }
  out.append('{');
  Values keys;
  if (!set_snapshot(s, keys)) return Error;
  for (int64_t i = 0; i < keys.size(); ++i) {
    if (i) out.append(", ");
    if (!append_repr(out, keys[i])) return Error;
  }
  out.append(bare ? "}" : "})");
  return out.to_str();
}

Truth equal_sets(Set* a, Set* b) {
  if (a == b) return 1;
  if (set_size(a) != set_size(b)) return 0;
  int64_t x = a->cached_hash.load(std::memory_order_relaxed), y = b->cached_hash.load(std::memory_order_relaxed);
  if (x != -1 && y != -1 && x != y) return 0;
  return set_is_subset(a, b);
}

Value compare(Value self, Value other, Compare op) {
  Set *a = as_set(self), *b = as_set(other);
  if (!b) return NotImplemented;
  Truth holds = 0;
  switch (op) {
    case Compare::eq: case Compare::ne: holds = equal_sets(a, b); break;
    case Compare::le: holds = set_is_subset(a, b); break;
    case Compare::ge: holds = set_is_subset(b, a); break;
    case Compare::lt: holds = set_size(a) < set_size(b) ? set_is_subset(a, b) : 0; break;
    case Compare::gt: holds = set_size(b) < set_size(a) ? set_is_subset(b, a) : 0; break;
  }
  if (holds < 0) return Error;
  return boolean(op == Compare::ne ? !holds : holds);
}

int64_t hash_frozenset(Value self) { return frozenset_hash(as_set(self)); }
int64_t size(Value self) { return set_size(as_set(self)); }
Truth contains_key(Value self, Value key) { return set_contains_key(as_set(self), key); }

Value and_sets(Value a, Value b) { return as_set(a) && as_set(b) ? set_intersection(as_set(a), b, base_kind(a)) : NotImplemented; }
Value subtract_sets(Value a, Value b) { return as_set(a) && as_set(b) ? set_difference(as_set(a), b, base_kind(a)) : NotImplemented; }
Value xor_sets(Value a, Value b) {
  return as_set(a) && as_set(b) ? set_symmetric_difference(as_set(a), b, base_kind(a)) : NotImplemented;
}
Value or_sets(Value a, Value b) {
  if (!as_set(a) || !as_set(b)) return NotImplemented;
  return set_union(as_set(a), as_set(b), base_kind(a));
}

// The in-place operators of set take sets only; others are left to the reflected operator.
Value inplace_or(Value a, Value b) {
  if (!as_set(b)) return NotImplemented;
  return set_update(a.as<Set>(), b) < 0 ? Error : incref(a);
}
Value inplace_and(Value a, Value b) {
  if (!as_set(b)) return NotImplemented;
  Ref common = set_intersection(a.as<Set>(), b, set_type);
  if (common.is_error()) return Error;
  return set_swap(a.as<Set>(), common.as<Set>()) ? incref(a) : Error;
}
Value inplace_subtract(Value a, Value b) {
  if (!as_set(b)) return NotImplemented;
  return set_difference_update(a.as<Set>(), b) < 0 ? Error : incref(a);
}
Value inplace_xor(Value a, Value b) {
  if (!as_set(b)) return NotImplemented;
  return set_symmetric_difference_update(a.as<Set>(), b) < 0 ? Error : incref(a);
}

// ---- iterator ----

struct SetIterator : Object {
  Slot set;                              // the Set itself; Undefined once exhausted
  int64_t position, expected, left;
};

Value iterate(Value self) {
  Set* s = as_set(self);
  auto* it = allocate<SetIterator>(&set_iterator_type);
  it->set.init(incref(object_value(s)));
  it->position = 0;
  it->expected = it->left = set_size(s);
  return object_value(it);
}

Value step(Value self) {
  auto* it = self.as<SetIterator>();
  Value key;
  int64_t h;
  if (!threads_alive()) {                // nothing here runs user code: nobody lets go of the set meanwhile
    Value s = it->set.peek();
    int64_t position = it->position;
    if (!s.is_undefined() && it->expected == set_size(s.as<Set>()) && set_next(s.as<Set>(), position, key, h)) {
      it->position = position;
      --it->left;
      return incref(key);
    }
  }
  Ref set = it->set.get();
  if (set.is_undefined()) return Undefined;
  bool resized = false;
  {
    ObjectLock lock(it);
    if (it->expected != set_size(set.as<Set>())) {
      it->expected = -1;
      resized = true;
    } else if (set_next(set.as<Set>(), it->position, key, h)) {
      --it->left;
      return incref(key);
    }
  }
  if (resized) return raise(exc::RuntimeError, "Set changed size during iteration");
  it->set.set(Undefined);
  return Undefined;
}

void dealloc_iterator(Object* self) {
  decref(static_cast<SetIterator*>(self)->set.peek());
  free_object(self);
}
void traverse_iterator(Object* self, Visitor& visitor) { visitor.visit(static_cast<SetIterator*>(self)->set); }
void clear_iterator(Object* self) { decref(static_cast<SetIterator*>(self)->set.exchange(Undefined)); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<SetIterator>();
  Ref set = it->set.get();
  return small_int(!set.is_undefined() && it->expected == set_size(set.as<Set>()) ? it->left : 0);
}

Value reduce_iterator(const Value* args, uint32_t) {      // the rest in a list; the iterator itself stays where it is
  auto* it = args[0].as<SetIterator>();
  auto* copy = allocate<SetIterator>(&set_iterator_type);
  copy->set.init(it->set.get());
  {
    ObjectLock lock(it);
    copy->position = it->position, copy->expected = it->expected, copy->left = it->left;
  }
  Ref rest = object_value(copy);
  return remaining_iterator_state(rest);
}

constexpr NativeDef iterator_methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce_iterator), {}};

}  // namespace

constinit Type set_type{{.name = "set", .instance_size = sizeof(Set), .flags = type_is_base | type_has_weakrefs | kind_set,
                         .doc = "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.",
                         .create = create_set, .init = init_set, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_set,
                         .hash = hash_not_implemented, .compare = compare, .iter = iterate, .length = size, .contains = contains_key,
                         .number = {.subtract = subtract_sets, .bit_and = and_sets, .bit_or = or_sets, .bit_xor = xor_sets,
                                    .inplace_subtract = inplace_subtract, .inplace_and = inplace_and, .inplace_or = inplace_or,
                                    .inplace_xor = inplace_xor},
                         .methods = set_methods, .make = make_set_of}};

constinit Type frozenset_type{{.name = "frozenset", .instance_size = sizeof(Set), .flags = type_is_base | type_has_weakrefs | kind_set,
                               .doc = "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.",
                               .create = create_frozenset, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_set,
                               .hash = hash_frozenset, .compare = compare, .iter = iterate, .length = size, .contains = contains_key,
                               .number = {.subtract = subtract_sets, .bit_and = and_sets, .bit_or = or_sets, .bit_xor = xor_sets},
                               .methods = frozenset_methods}};

constinit Type set_iterator_type{{.name = "set_iterator", .instance_size = sizeof(SetIterator), .dealloc = dealloc_iterator,
                                  .traverse = traverse_iterator, .clear = clear_iterator, .iter = iterator_self, .next = step,
                                  .methods = iterator_methods}};

}  // namespace py
