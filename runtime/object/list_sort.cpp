// list.sort: chooses a comparison by the kinds of the keys, and keeps the list valid whatever user code does.
//
// Numbers, str, bytes and tuples of them compare without user code: the sort happens on a private copy under the list's
// lock, and other threads see the old order or the new one. Otherwise the list is empty while user code runs, as in
// CPython; whoever changes it meanwhile makes sort() raise, and gets its items replaced.
#include <bit>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/merge_sort.hpp"
#include "runtime/object/plain_order.hpp"
#include "runtime/object/rank_sort.hpp"
#include "runtime/object/str.hpp"

namespace py {

enum class KeyKind : uint8_t { small_ints, floats, strings, tuples, general };

static KeyKind kind_of(Value v) {
  if (v.is_small_int()) return KeyKind::small_ints;
  if (v.is_inline_float()) return KeyKind::floats;
  if (is_exactly(v, str_type)) return KeyKind::strings;
  if (is_exactly(v, tuple_type)) return KeyKind::tuples;
  return KeyKind::general;
}

static KeyKind common_kind(const Value* keys, int64_t n) {
  KeyKind kind = kind_of(keys[0]);
  for (int64_t i = 1; i < n && kind != KeyKind::general; ++i) {
    if (kind_of(keys[i]) != kind) kind = KeyKind::general;
  }
  return kind;
}

// The way of everything that may run user code.
static int less_general(Value a, Value b) {
  Value result = lt(a, b);
  if (result.is_bool()) [[likely]] return result.is_true();
  if (result.is_error()) return -1;
  Ref held = result;
  return truth(held);
}

// Inline floats are ordered by their decoded value; NaN is never inline.
static int less_float(Value a, Value b) { return a.inline_float() < b.inline_float(); }
static int less_int(Value a, Value b) { return static_cast<int64_t>(a.bits) < static_cast<int64_t>(b.bits); }
static int less_str(Value a, Value b) { return str_order(a.as<Str>(), b.as<Str>()) < 0; }

static int less_tuple(Value a, Value b) {
  int less = plain_less_slow(a, b);
  return less == not_plain ? less_general(a, b) : less;
}
static int less_plain(Value a, Value b) {
  int less = plain_less(a, b);
  return less == not_plain ? -1 : less;
}

static void reverse(Value* a, int64_t n) {
  for (int64_t i = 0, j = n - 1; i < j; ++i, --j) std::swap(a[i], a[j]);
}

// Where size counts, one copy of the algorithm with an indirect call per comparison instead of six with inlined ones (25 kB).
#ifdef __OPTIMIZE_SIZE__
#define PORTALIS_LESS(function) static_cast<int (*)(Value, Value)>(function)
static Truth sort_by_rank(Value*, Value*, int64_t, KeyKind) { return 0; }
#else
#define PORTALIS_LESS(function) [](Value a, Value b) { return function(a, b); }

// A number that orders keys of one kind as they are, as far as it goes: for texts these are the first eight characters.
static uint64_t rank_of(KeyKind kind, Value key) {
  constexpr uint64_t sign = uint64_t{1} << 63;
  if (kind == KeyKind::small_ints) return key.bits ^ sign;
  if (kind == KeyKind::floats) {
    uint64_t bits = std::bit_cast<uint64_t>(key.inline_float() + 0.0);   // -0.0 is 0.0
    return bits & sign ? ~bits : bits | sign;
  }
  const Str* s = key.as<Str>();
  return __builtin_bswap64(s->length < 8 ? load_few(s->data1(), static_cast<size_t>(s->length)) : load_word(s->data1()));
}

// Tuples go by their first items, as long as these differ: what follows may be compared by user code.
static Value leading(Value key, KeyKind kind) { return kind == KeyKind::tuples ? key.as<Tuple>()->items()[0] : key; }
static KeyKind leading_kind(const Value* keys, int64_t n, KeyKind kind) {
  if (kind != KeyKind::tuples) return kind;
  for (int64_t i = 0; i < n; ++i) {
    if (keys[i].as<Tuple>()->length == 0) return KeyKind::general;
    KeyKind found = kind_of(keys[i].as<Tuple>()->items()[0]);
    if (found > KeyKind::strings || (i && found != kind)) return KeyKind::general;
    kind = found;
  }
  return kind;
}

// The indexes of the keys in the order of their ranks; null: ranks do not tell it, or comparing is quicker. `ranked` has room
// for 2 n.
static Ranked* ranked_order(const Value* keys, int64_t n, KeyKind kind, KeyKind leads, Ranked* ranked) {
  uint64_t varying = 0;
  int64_t turns = 0;                     // between ascending and descending: few and long runs are better merged
  bool descending = false;
  for (int64_t i = 0; i < n; ++i) {
    Value lead = leading(keys[i], kind);
    if (leads == KeyKind::strings && lead.as<Str>()->kind() != 1) return nullptr;
    ranked[i] = {rank_of(leads, lead), i};
    varying |= ranked[i].rank ^ ranked[0].rank;
    bool less = i && ranked[i].rank < ranked[i - 1].rank;
    turns += less != descending;
    descending = less;
  }
  RankDigits digits(varying, n);
  if (turns <= n / 16 || !digits.pay(n)) return nullptr;
  Ranked* sorted = rank_sort(ranked, ranked + n, n, digits);
  for (int64_t i = 1; i < n && kind == KeyKind::tuples; ++i) {
    if (sorted[i].rank == sorted[i - 1].rank) return nullptr;
  }
  return sorted;
}

// 1: sorted; 0: nothing was changed.
static Truth sort_by_rank(Value* keys, Value* values, int64_t n, KeyKind kind) {
  constexpr int64_t fewest = 24;
  KeyKind leads = n < fewest ? KeyKind::general : leading_kind(keys, n, kind);
  if (leads == KeyKind::general) return 0;
  auto* room = static_cast<Ranked*>(allocate_buffer(2 * static_cast<size_t>(n) * sizeof(Ranked)));
  if (!room) return -1;
  Truth result = 0;
  const Ranked* sorted = ranked_order(keys, n, kind, leads, room);
  if (sorted) {
    auto* old = reinterpret_cast<Value*>(sorted == room ? room + n : room);
    auto put = [&](Value* items) {
      std::memcpy(static_cast<void*>(old), items, static_cast<size_t>(n) * sizeof(Value));
      for (int64_t i = 0; i < n; ++i) items[i] = old[sorted[i].at];
    };
    result = 1;
    put(keys);
    if (values) put(values);
    for (int64_t i = 0; i < n && kind == KeyKind::strings; ++i) {   // texts that begin alike
      int64_t first = i;
      while (i + 1 < n && sorted[i].rank == sorted[i + 1].rank) ++i;
      if (i > first && !merge_sort(keys + first, values ? values + first : nullptr, i + 1 - first, PORTALIS_LESS(less_str))) result = -1;
    }
  }
  free_buffer(room);
  return result;
}
#endif

// Sorts keys (and values with them); a reversed sort keeps the order of equal items, so it turns before and after.
static bool sort_array(Value* keys, Value* values, int64_t n, KeyKind kind, bool reversed) {
  auto turn = [&] {
    reverse(keys, n);
    if (values) reverse(values, n);
  };
  if (reversed) turn();
  Truth ranked = kind == KeyKind::general ? 0 : sort_by_rank(keys, values, n, kind);
  bool ok = ranked > 0;
  if (ranked == 0) {
    switch (kind) {
      case KeyKind::small_ints: ok = merge_sort(keys, values, n, PORTALIS_LESS(less_int)); break;
      case KeyKind::floats: ok = merge_sort(keys, values, n, PORTALIS_LESS(less_float)); break;
      case KeyKind::strings: ok = merge_sort(keys, values, n, PORTALIS_LESS(less_str)); break;
      case KeyKind::tuples: ok = merge_sort(keys, values, n, PORTALIS_LESS(less_tuple)); break;
      default: ok = merge_sort(keys, values, n, PORTALIS_LESS(less_general));
    }
  }
  if (reversed) turn();
  return ok;
}

// As sort_array() for what is known to be general; false also when only user code can tell the order.
static bool sort_plain(Value* items, int64_t n, bool reversed) {
  if (reversed) reverse(items, n);
  bool ok = merge_sort(items, static_cast<Value*>(nullptr), n, PORTALIS_LESS(less_plain));
  if (reversed) reverse(items, n);
  return ok;
}

// Sorts in one step for other threads; false when the keys need user code (or memory ran out, with an error pending).
static bool sort_at_once(List* l, bool reversed) {
  ObjectLock lock(l);
  int64_t n = list_size(l), capacity;
  if (n < 2) return true;
  auto* current = reinterpret_cast<Value*>(list_slots_locked(l));
  KeyKind kind = common_kind(current, n);
  bool general = kind == KeyKind::general || kind == KeyKind::tuples;   // user code may be needed
  if (!threads_alive()) return !general && sort_array(current, nullptr, n, kind, reversed);
  Slot* sorted = list_allocate_replacement(l, n, n, capacity);
  if (!sorted) return false;
  auto* values = reinterpret_cast<Value*>(sorted);
  std::memcpy(static_cast<void*>(sorted), current, static_cast<size_t>(n) * sizeof(Value));
  if (general ? !sort_plain(values, n, reversed) : !sort_array(values, nullptr, n, kind, reversed)) return free_buffer(sorted), false;
  ListMove move(l);
  Slot* old = list_slots_locked(l);
  l->items.store(sorted, std::memory_order_release);
  l->capacity = capacity;
  list_discard_slots(l, old);
  return true;
}

// key(item), where how the function is called is found out once.
class KeyFunction {
 public:
  explicit KeyFunction(Value function) : function_(function) {
    if (is_exactly(function, function_type)) {
      const Code* code = function.as<Function>()->code;
      if (takes_exactly(code, 1)) code_ = code;
    } else if (is_exactly(function, native_function_type) && function.as<NativeFunction>()->self.is_undefined()) {
      native_ = takes_as_they_are(*function.as<NativeFunction>()->def, 1);
    }
  }
  Value operator()(Value item) const {
    if (native_) return native_(&item, 1);
    if (code_ && function_.as<Function>()->code == code_) return code_->body(function_.as<Function>(), &item);
    return call(function_, item);
  }

 private:
  Value function_;
  const Code* code_ = nullptr;
  NativeFn native_ = nullptr;
};

Truth list_sort(List* l, Value key_function, bool reversed) {
  if (key_function.is_none() || key_function.is_undefined()) {
    if (sort_at_once(l, reversed)) return 0;
    if (error_pending()) return -1;
    key_function = Undefined;
  }
  ListContents taken;
  list_take_contents(l, taken);
  Values items, keys;
  bool ok = items.reserve(taken.size + 1);
  if (!ok) {
    list_put_contents(l, taken);
    return -1;
  }
  for (int64_t i = 0; i < taken.size; ++i) items.data()[i] = taken.items[i].peek();
  items.assume(taken.size);
  if (!key_function.is_undefined()) {
    ok = keys.reserve(taken.size + 1);
    const KeyFunction key_of(key_function);
    for (int64_t i = 0; ok && i < taken.size; ++i) {
      Value key = key_of(items[i]);
      ok = !key.is_error();
      if (ok) (void)keys.push(key);
    }
  }
  if (ok && taken.size > 1) {
    Value *by = key_function.is_undefined() ? items.data() : keys.data(), *along = key_function.is_undefined() ? nullptr : items.data();
    ok = sort_array(by, along, taken.size, common_kind(by, taken.size), reversed);
  }
  for (int64_t i = 0; i < taken.size; ++i) taken.items[i].put(items[i]);
  items.forget();
  bool modified = !list_put_contents(l, taken);
  if (ok && modified) {
    (void)raise(exc::ValueError, "list modified during sort");
    ok = false;
  }
  return ok ? 0 : -1;
}

}  // namespace py
