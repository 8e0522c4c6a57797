// The bisect module (Modules/_bisectmodule.c): binary search in any sequence, with key=.
#include "runtime/builtins/arguments.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/plain_order.hpp"
#include "runtime/types/numbers.hpp"

namespace py {

namespace {

Value item_at(Value a, int64_t i) {
  if (is_exactly(a, list_type)) {
    Value item = list_get(a.as<List>(), i);
    return item.is_undefined() ? raise(exc::IndexError, "list index out of range") : item;
  }
  Ref index = make_int(i);
  return get_item(a, index);
}

// args: a, x, lo, hi, key. The place for x (already a key) or -1.
int64_t search(const Value* args, Value x, bool right) {
  Value a = args[0], key = args[4].is_undefined() ? None : args[4];
  int64_t low = 0, high = -1;
  if (!args[2].is_undefined() && !to_index_int64(args[2], low)) return -1;
  if (!args[3].is_undefined() && !args[3].is_none() && !to_index_int64(args[3], high)) return -1;
  if (low < 0) return (void)raise(exc::ValueError, "lo must be non-negative"), -1;
  if (high == -1 && (high = length(a)) < 0) return -1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Ref item = item_at(a, middle);
    if (item.is_error()) return -1;
    if (!key.is_none() && (item = Ref(call(key, item))).is_error()) return -1;
    Ref less = right ? lt(x, item) : lt(item, x);
    Truth t = less.is_error() ? -1 : truth(less);
    if (t < 0) return -1;
    if (right ? t : !t) high = middle;
    else low = middle + 1;
  }
  return low;
}

template <bool right>
Value bisect(const Value* args, uint32_t) {
  int64_t at = search(args, args[1], right);
  return at < 0 ? Error : make_int(at);
}

// insort into a list whose items compare without user code is one step for other threads: 1 done, 0 only user code can
// tell, -1 no memory.
template <bool right>
Truth insort_plain(List* list, Value item) {
  ObjectLock lock(list);
  int64_t size = list_size(list), low = 0, high = size;
  if (!list_reserve_locked(list, size + 1)) return -1;
  Slot* slots = list_slots_locked(list);
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    int less = right ? plain_less(item, slots[middle].peek()) : plain_less(slots[middle].peek(), item);
    if (less == not_plain) return 0;
    if (right ? less : !less) high = middle;
    else low = middle + 1;
  }
  ListMove move(list);
  for (int64_t i = size; i > low; --i) slots[i].put(slots[i - 1].peek());
  slots[low].put(incref(item));
  list->size.store(size + 1, std::memory_order_release);
  return 1;
}

template <bool right>
Value insort(const Value* args, uint32_t) {
  bool whole = args[2].is_undefined() && args[3].is_undefined() && (args[4].is_undefined() || args[4].is_none());
  if (threads_alive() && whole && is_exactly(args[0], list_type)) {
    Truth done = insort_plain<right>(args[0].as<List>(), args[1]);
    if (done) return done > 0 ? None : Error;
  }
  Ref x = Ref::borrow(args[1]);
  if (!args[4].is_undefined() && !args[4].is_none()) x = Ref(call(args[4], args[1]));
  if (x.is_error()) return Error;
  int64_t at = search(args, x, right);
  if (at < 0) return Error;
  if (is_exactly(args[0], list_type)) return list_insert(args[0].as<List>(), at, args[1]) < 0 ? Error : None;
  static Str* const insert = intern("insert");
  Ref index = make_int(at);
  Value arguments[] = {args[0], index, args[1]};
  Ref done = call_method(insert, arguments, 3);
  return done.is_error() ? Error : None;
}

const NativeDef functions[] = {
    PY_KEYWORDS("bisect_left", bisect<false>, "a, x, lo=, hi=, *, key="),
    PY_KEYWORDS("bisect_right", bisect<true>, "a, x, lo=, hi=, *, key="),
    PY_KEYWORDS("insort_left", insort<false>, "a, x, lo=, hi=, *, key="),
    PY_KEYWORDS("insort_right", insort<true>, "a, x, lo=, hi=, *, key="),
    {},
};

bool fill_bisect(Module* module) {
  module_add_functions(module, functions);
  module_set(module, "bisect", dict_get(module->globals, intern("bisect_right")));
  module_set(module, "insort", dict_get(module->globals, intern("insort_right")));
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_bisect;
const ModuleDef module_bisect = {"bisect", fill_bisect, false};
}  // namespace native

}  // namespace py
