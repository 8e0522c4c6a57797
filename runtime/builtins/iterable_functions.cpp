// Functions over iterables: all, any, iter, max, min, next, sorted, sum.
#include "runtime/builtins/arguments.hpp"
#include "runtime/builtins/builtins_internal.hpp"

namespace py {

namespace {

Value all_function(const Value* args, uint32_t) {
  Items items(args[0], true);
  Ref item;
  while (items.next(item)) {
    Truth t = truth(item);
    if (t <= 0) return t < 0 ? Error : False;
  }
  return items.failed ? Error : True;
}

Value any_function(const Value* args, uint32_t) {
  Items items(args[0], true);
  Ref item;
  while (items.next(item)) {
    Truth t = truth(item);
    if (t != 0) return t < 0 ? Error : True;
  }
  return items.failed ? Error : False;
}

Value extreme(const char* name, bool greatest, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "%s expected at least 1 argument, got 0", name);
  Value key = None, fallback = Undefined;
  if (!take_keywords(name, args + n, kwnames, {{"key", &key}, {"default", &fallback}})) return Error;
  if (n > 1 && !fallback.is_undefined())
    return raise(exc::TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
  Ref best, best_key, item;
  auto consider = [&]() -> bool {                        // takes item
    Ref item_key = key.is_none() ? Ref::borrow(item) : Ref(call(key, item));
    if (item_key.is_error()) return false;
    if (!best.is_undefined()) {
      Ref better = greatest ? gt(item_key, best_key) : lt(item_key, best_key);
      Truth t = better.is_error() ? -1 : truth(better);
      if (t <= 0) return t == 0;
    }
    best = std::move(item);
    best_key = std::move(item_key);
    return true;
  };
  if (n > 1) {
    for (uint32_t i = 0; i < n; ++i) {
      item = Ref::borrow(args[i]);
      if (!consider()) return Error;
    }
    return best.take();
  }
  Items items(args[0]);
  while (items.next(item)) {
    if (!consider()) return Error;
    if (!key.is_none() || !best.get().is_small_int()) continue;
    int64_t found = best.get().small_int();
    items.take_while([&](Value v) {
      if (!v.is_small_int()) return false;
      if (greatest ? v.small_int() > found : v.small_int() < found) found = v.small_int();
      return true;
    });
    best = Ref(small_int(found));
    best_key = Ref(small_int(found));
  }
  if (items.failed) return Error;
  if (!best.is_undefined()) return best.take();
  if (!fallback.is_undefined()) return incref(fallback);
  return raise(exc::ValueError, "%s() arg is an empty sequence", name);
}
Value max_function(const Value* args, uint32_t n, Tuple* kwnames) { return extreme("max", true, args, n, kwnames); }
Value min_function(const Value* args, uint32_t n, Tuple* kwnames) { return extreme("min", false, args, n, kwnames); }

Value iter_function(const Value* args, uint32_t n) {
  if (n == 1) return iter(args[0]);
  if (!type_of(args[0])->call) return raise(exc::TypeError, "iter(v, w): v must be callable");
  return make_callable_iterator(args[0], args[1]);
}

Value next_function(const Value* args, uint32_t n) {
  UnarySlot step = type_of(args[0])->next;
  if (!step) return raise(exc::TypeError, "'%T' object is not an iterator", args[0]);
  Value item = step(args[0]);
  if (item.is_undefined()) return n == 2 ? incref(args[1]) : raise_stop_iteration(Undefined);
  if (item.is_error() && n == 2 && error_matches(exc::StopIteration)) {
    clear_error();
    return incref(args[1]);
  }
  return item;
}

Value sorted_function(const Value* args, uint32_t n, Tuple* kwnames) {
  if (!check_positional("sorted", n, 1, 1)) return Error;
  Value key = None, reverse = False;
  if (!take_keywords("sort", args + n, kwnames, {{"key", &key}, {"reverse", &reverse}})) return Error;
  Ref list = to_list(args[0]);
  if (list.is_error()) return Error;
  int descending;
  if (!int_argument(reverse, descending) || list_sort(list.as<List>(), key, descending != 0) < 0) return Error;
  return list.take();
}

Value sum_function(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "sum() takes at least 1 positional argument (0 given)");
  uint32_t given = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  if (given > 2) return raise(exc::TypeError, "sum() takes at most 2 arguments (%d given)", static_cast<int>(given));
  Value start = n == 2 ? args[1] : small_int(0);
  if (!take_keywords("sum", args + n, kwnames, {{"start", &start}})) return Error;
  if (as_str(start)) return raise(exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (as_bytes(start)) return raise(exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (has_flag(start, kind_bytearray)) return raise(exc::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  Ref total = Ref::borrow(start), item;
  Items items(args[0]);
  while (items.next(item)) {
    // Runs of floats or of ints are added up without making each partial sum a value.
    Value number = item;
    if (total.get().is_inline_float() && number.is_inline_float()) {
      double sum = total.get().inline_float() + number.inline_float();
      items.take_while([&](Value v) { return v.is_inline_float() && (sum += v.inline_float(), true); });
      total = Ref(make_float(sum));
    } else if (total.get().is_small_int() && number.is_small_int()) {
      int64_t sum = total.get().small_int() + number.small_int();
      items.take_while([&](Value v) {
        int64_t next;
        return v.is_small_int() && !__builtin_add_overflow(sum, v.small_int(), &next) && (sum = next, true);
      });
      total = Ref(make_int(sum));
    } else {
      total = Ref(add(total, item));
      if (total.is_error()) return Error;
    }
  }
  return items.failed ? Error : total.take();
}

}  // namespace

const NativeDef iterable_builtins[] = {
    PY_ONE("all", all_function),
    PY_ONE("any", any_function),
    PY_RANGE("iter", iter_function, 1, 2),
    PY_RAW("max", max_function),
    PY_RAW("min", min_function),
    PY_RANGE("next", next_function, 1, 2),
    PY_RAW("sorted", sorted_function),
    PY_RAW("sum", sum_function),
    {},
};

}  // namespace py
