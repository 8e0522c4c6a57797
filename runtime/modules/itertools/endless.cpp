// count, cycle, repeat.
#include "runtime/object/own_init.hpp"
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {
namespace {

// count: slots current (Undefined while numbers[0] counts by 1 in small ints), step.
Value create_count(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("count", nullptr, "start=, step=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  for (Value v : given) {
    bool number = v.is_undefined() || is_int(v) || is_float(v) || type_of(v)->number.index || type_of(v)->number.to_int ||
                  type_of(v)->number.to_float || is_exactly(v, complex_type);
    if (!number) return raise(exc::TypeError, "a number is required");
  }
  Value start = given[0].is_undefined() ? small_int(0) : given[0], step = given[1].is_undefined() ? small_int(1) : given[1];
  if (is_int(start)) start = plain_int(start);
  if (is_int(step)) step = plain_int(step);
  bool fast = start.is_small_int() && step.same(small_int(1));
  Iterator* it = make(cls, count_type, fast ? Undefined : incref(start), incref(step));
  if (fast) it->set_number(0, start.small_int());
  return object_value(it);
}

Value step_count(Value self) {
  Iterator* it = self_of(self);
  if (it->slots[0].peek().is_undefined()) return make_int(claim_index(it->numbers[0]));
  for (;;) {
    Ref current = it->slots[0].get(), step = it->slots[1].get();
    Ref following = add(current, step);                  // user code may run: outside the lock
    if (following.is_error()) return Error;
    Value old;
    {
      ObjectLock lock(it);
      if (!it->slots[0].peek().same(current)) continue;  // another thread took this number
      old = it->slots[0].exchange(following.take());
    }
    release_overwritten(old);
    return current.take();
  }
}

Value repr_count(Value self) {
  Iterator* it = self_of(self);
  Ref current = it->slots[0].get(), step = it->slots[1].get();
  if (current.is_undefined()) current = Ref(make_int(it->number(0)));
  Text out;
  out.append("count(");
  if (!append_repr(out, current)) return Error;
  if (!step.get().same(small_int(1))) {
    out.append(", ");
    if (!append_repr(out, step)) return Error;
  }
  out.append(')');
  return out.to_str();
}

// cycle: slots iterator (Undefined once exhausted), saved list; numbers[0] next index into it.
Value create_cycle(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("cycle", kwnames, cls, cycle_type)) return Error;
  if (!check_positional("cycle", n, 1, 1)) return Error;
  Value iterator = iter(args[0]);
  if (iterator.is_error()) return Error;
  return object_value(make(cls, cycle_type, iterator, make_list_sized(0)));
}

// Undefined: it is over.
[[gnu::noinline]] Value step_first_round(Iterator* it, List* saved) {
  Ref iterator = it->slots[0].get();
  if (iterator.is_undefined()) return Undefined;
  Ref item = type_of(iterator)->next(iterator);
  if (item.is_error()) return Error;
  if (!item.is_undefined()) return list_append(saved, item) < 0 ? Error : item.take();
  it->slots[0].set(Undefined);
  return Undefined;
}

Value step_cycle(Value self) {
  Iterator* it = self_of(self);
  List* saved = it->slots[1].peek().as<List>();
  if (!it->slots[0].peek().is_undefined()) {
    Value item = step_first_round(it, saved);
    if (!item.is_undefined()) return item;
  }
  int64_t size = list_size(saved);
  if (size == 0) return Undefined;
  if (!threads_alive()) {                // seldom a division
    int64_t at = it->number(0);
    if (at >= size) at %= size;
    it->set_number(0, at + 1 == size ? 0 : at + 1);
    return incref(list_peek(saved, at));
  }
  return incref(list_peek(saved, claim_index(it->numbers[0]) % size));
}

// repeat: slots the object; numbers[0] how often it was given, numbers[1] the limit or -1.
Value create_repeat(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("repeat", nullptr, "object, times=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  int64_t times = -1;
  if (!given[1].is_undefined()) {
    if (!ssize_argument(given[1], times)) return Error;
    if (times < 0) times = 0;
  }
  Iterator* it = make(cls, repeat_type, incref(given[0]));
  it->set_number(1, times);
  return object_value(it);
}

Value step_repeat(Value self) {
  Iterator* it = self_of(self);
  int64_t limit = it->number(1);
  if (limit >= 0 && (it->number(0) >= limit || claim_index(it->numbers[0]) >= limit)) return Undefined;
  return it->slots[0].get();
}

int64_t repeats_left(Iterator* it) { return it->number(1) > it->number(0) ? it->number(1) - it->number(0) : 0; }

Value repr_repeat(Value self) {
  Iterator* it = self_of(self);
  Text out;
  out.append("repeat(");
  Ref object = it->slots[0].get();
  if (!append_repr(out, object)) return Error;
  if (it->number(1) >= 0) {
    out.append(", ");
    out.append_int(repeats_left(it));
  }
  out.append(')');
  return out.to_str();
}

Value length_hint_repeat(const Value* args, uint32_t) {
  Iterator* it = self_of(args[0]);
  if (it->number(1) < 0) return raise(exc::TypeError, "len() of unsized object");
  return small_int(repeats_left(it));
}

constexpr NativeDef repeat_methods[] = {PY_NOARGS("__length_hint__", length_hint_repeat), {}};

}  // namespace

constinit Type count_type{iterator_slots("itertools.count", create_count, step_count,
    "Return a count object whose .__next__() method returns consecutive values.", repr_count)};
constinit Type cycle_type{iterator_slots("itertools.cycle", create_cycle, step_cycle,
    "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.")};
constinit Type repeat_type{iterator_slots("itertools.repeat", create_repeat, step_repeat,
    "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.", repr_repeat, repeat_methods)};

}  // namespace py::itertools
