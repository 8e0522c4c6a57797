// What the typed versions of functions are made of: functions on unboxed ints, floats and bools (compiler/emission/typed*).
//
// A typed version is an attempt. It changes nothing that anybody else can see, so at any point where a value is not what
// was expected, an int outgrows 64 bits, an exception is due or something out of the ordinary is wanted of the thread, it
// gives up (`return not_done;`), and the general version runs from the beginning as if nothing had been. It therefore
// needs no frame, no positions and no exceptions; whatever is called here leaves no exception pending and runs no Python
// code. Values are held as in emitted code everywhere: parameters borrowed, results owned.
//
// Regions with stages (compiler/emission/stages.hpp) do change things; resume.hpp has what they need besides.
#pragma once

#include "runtime/object/container_inline.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/sites.hpp"
#include "runtime/object/str.hpp"
#include "runtime/program/number.hpp"
#include "runtime/program/statements.hpp"
#include "runtime/program/typed_arithmetic.hpp"

namespace py {

template <class T>
struct [[nodiscard]] Attempt {
  T value;                               // owned, if it is a Value
  bool done;
};
struct NotDone {
  template <class T>
  operator Attempt<T>() const { return {T{}, false}; }
};
inline constexpr NotDone not_done;

// How the attempts of one function went. After too many failures there are no more: the expectation was wrong.
class Attempts {
 public:
  bool worthwhile() const { return failures_.load(std::memory_order_relaxed) < patience; }
  void failed() { failures_.store(failures_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed); }

 private:
  static constexpr uint32_t patience = 64;
  std::atomic<uint32_t> failures_{0};
};

// What inline code calls in rare cases. Where the compiler knows such a convention, the caller's registers survive the call: sums in loops
// would lie in memory because of it otherwise. Each unit has its own, as other compilers may have made the runtime.
#if defined(__clang__) && (defined(__x86_64__) || defined(__aarch64__))
#define PORTALIS_RARE [[gnu::cold, gnu::noinline, clang::preserve_all]] static
#define PORTALIS_SELDOM [[gnu::noinline, clang::preserve_most]] static       // not those for floats, which takes less
#else
#define PORTALIS_RARE [[gnu::cold, gnu::noinline]] static
#define PORTALIS_SELDOM [[gnu::noinline]] static
#endif

namespace typed {

// ---- entering ----
// Signals, asynchronous exceptions, reports and tracing are for general versions, which have frames.
inline constexpr uint32_t refused_requests = safepoint_handled | safepoint_traced;

inline bool may_run() {
  ThreadState* thread = this_thread;
  return thread->depth < recursion_limit.load(std::memory_order_relaxed) &&
         (safepoint_request.load(std::memory_order_relaxed) & refused_requests) == 0;
}

// How many calls deep attempts may still go before RecursionError is due. The first attempt asks the thread; the others are
// handed what is left, in a register, so that a call writes nothing. At every eighth level, and there only, an attempt looks at
// the stack, which has room for more than eight of them below its limit, and at what is wanted of the thread: between two
// such looks lie no more calls than a tree of that depth has, and whatever loops looks for itself.
using Levels = uint32_t;
inline constexpr Levels levels_between_looks = 8;
inline Levels levels_left() {
  ThreadState* thread = this_thread;
  uint32_t limit = recursion_limit.load(std::memory_order_relaxed);
  bool refused = thread->depth >= limit || (safepoint_request.load(std::memory_order_relaxed) & refused_requests) != 0;
  return refused ? 0 : limit - thread->depth;
}
bool may_go_on(Levels levels, Levels taken);
// May a version begin that stands for so many calls, fewer than eight, of those that are left?
inline bool may_enter(Levels levels, Levels taken = 1) {
  if (levels % levels_between_looks >= taken) [[likely]] return true;
  return may_go_on(levels, taken);
}

// At loop back-edges; false: to be handled by the general version.
inline bool safepoint_due() { return safepoint_request.load(std::memory_order_relaxed) != 0; }
PORTALIS_RARE bool pass_safepoint() { return safepoint_without_handlers(); }
inline bool safepoint() {
  if (!safepoint_due()) [[likely]] return true;
  return pass_safepoint();
}

// For variables that hold what they found in containers without counting: a safepoint would end that. What they hold when one is
// due is kept from then on, until the attempt ends or the next is due.
template <size_t n>
class Kept {
 public:
  void keep(const Value (&values)[n]) {
    for (size_t i = 0; i < n; ++i) loans_[i] = Loan::borrow(values[i]);
  }

 private:
  Loan loans_[n];
};
template <size_t n, class... V>
[[gnu::always_inline]] inline bool safepoint(Kept<n>& kept, V... values) {
  if (!safepoint_due()) [[likely]] return true;
  kept.keep({values...});
  return safepoint_without_handlers();
}

// ---- between values and what they stand for ----
// Undefined instead of an error.
inline Value unless_error(Value owned) {
  if (!owned.is_error()) [[likely]] return owned;
  clear_error();
  return Undefined;
}
inline bool unbox(Value v, int64_t& out) {
  out = v.small_int();
  return v.is_small_int();
}
PORTALIS_RARE bool unbox_object(Value v, double* out) {
  if (!is_exactly(v, float_type)) return false;
  *out = v.as<Float>()->value;
  return true;
}
[[gnu::always_inline]] inline bool unbox(Value v, double& out) {
  if (v.take_inline_float(out)) [[likely]] return true;
  double number;
  if (!unbox_object(v, &number)) return false;
  out = number;
  return true;
}
inline bool unbox(Value v, bool& out) {
  out = v.is_true();
  return v.is_bool();
}
inline bool unbox(Value v, Value& out) {
  out = v;
  return true;
}
inline bool unbox(const Number& n, double& out) {
  out = n.real();
  return n.is_real();
}
// An int or a bool as an operand of arithmetic.
inline bool to_integer(Value v, int64_t& out) {
  if (unbox(v, out)) [[likely]] return true;
  out = v.is_true();
  return v.is_bool();
}
// A number of either kind as an operand next to a float.
inline bool to_real(Value v, double& out) {
  int64_t n;
  if (unbox(v, out)) return true;
  if (!unbox(v, n) || n > int64_t{1} << 53 || n < -(int64_t{1} << 53)) return false;
  out = static_cast<double>(n);
  return true;
}
// Owned.
inline Value box(int64_t n) { return fits_small_int(n) ? small_int(n) : make_int(n); }
[[gnu::always_inline]] inline Value box(double d) { return make_float(d); }
inline Value box(bool b) { return boolean(b); }
inline Value box(Value owned) { return owned; }

// What a function returns as a tuple, as long as nobody needs the tuple itself. Values are owned.
struct Nothing {};
template <class A, class B, class C = Nothing, class D = Nothing>
struct Several {
  A first;
  B second;
  [[no_unique_address]] C third;
  [[no_unique_address]] D fourth;
};
// The tuple. Owned; Error when there is no memory.
template <class... T>
Value tuple_of(T... items) {
  Value values[] = {box(items)...};
  for (const Value& v : values) {
    if (!v.is_error()) [[likely]] continue;
    for (Value made : values) decref(made.is_error() ? Undefined : made);
    return Error;
  }
  return make_tuple_owned(values, sizeof...(T));
}
template <class A, class B, class C, class D>
Value box(const Several<A, B, C, D>& s) {
  if constexpr (std::is_same_v<C, Nothing>) return tuple_of(s.first, s.second);
  else if constexpr (std::is_same_v<D, Nothing>) return tuple_of(s.first, s.second, s.third);
  else return tuple_of(s.first, s.second, s.third, s.fourth);
}

// An unboxed number as an immediate value; false: it takes an object.
inline bool immediate(int64_t n, Value& out) {
  out = small_int(n);
  return fits_small_int(n);
}
inline bool immediate(double d, Value& out) { return encode_inline_float(d, out); }
inline bool immediate(bool b, Value& out) { return out = boolean(b), true; }
template <class T>
concept Unboxed = std::is_same_v<T, int64_t> || std::is_same_v<T, double>;
// A number into a slot that one thread alone can see, if neither it nor what it takes the place of is an object.
template <class T>
[[gnu::always_inline]] inline bool put_immediate(Slot& slot, T number) {
  Value item;
  if (slot.peek().is_object() || !immediate(number, item)) [[unlikely]] return false;
  slot.put(item);
  return true;
}

// ---- truth of what is not unboxed ----
inline bool truth(Value v, bool& out) {
  if (v.is_bool() || v.is_none() || v.is_small_int()) {
    out = v.is_true() || (v.is_small_int() && v.bits != 1);
    return true;
  }
  if (double d; v.take_inline_float(d)) return out = d != 0, true;
  if (!v.is_object()) return false;
  const Type* type = type_of(v);
  if (type == &list_type) out = list_size(v.as<List>()) != 0;
  else if (type == &tuple_type) out = v.as<Tuple>()->length != 0;
  else if (type == &dict_type) out = dict_size(v.as<Dict>()) != 0;
  else if (type == &str_type) out = v.as<Str>()->length != 0;
  else if (!type->truth && !type->length) out = true;        // most instances
  else return false;
  return true;
}

// ---- containers ----
// Of an exact list or tuple, borrowed until the next safepoint or change; Undefined otherwise.
[[gnu::always_inline]] inline Value item(Value container, int64_t index) {
  if (is_exactly(container, list_type)) [[likely]] {
    List* l = container.as<List>();
    int64_t size = list_size(l);
    if (index < 0) index += size;
    if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(size)) return Undefined;
    return l->items.load(std::memory_order_acquire)[index].peek();
  }
  if (!is_exactly(container, tuple_type)) return Undefined;
  Tuple* t = container.as<Tuple>();
  if (index < 0) index += t->length;
  return static_cast<uint64_t>(index) < static_cast<uint64_t>(t->length) ? t->items()[index] : Undefined;
}
inline bool length(Value v, int64_t& out) {
  if (!v.is_object()) return false;
  const Type* type = type_of(v);
  if (type == &list_type) out = list_size(v.as<List>());
  else if (type == &tuple_type) out = v.as<Tuple>()->length;
  else if (type == &str_type) out = v.as<Str>()->length;
  else if (type == &dict_type) out = dict_size(v.as<Dict>());
  else return false;
  return true;
}
bool unpack_shared(List* l, Value* items, size_t n);     // all of one moment
// The n items of an exact list or tuple of that length, borrowed as by item().
template <size_t n>
inline bool unpack(Value container, Value (&items)[n]) {
  if (!container.is_object()) return false;
  const Type* type = type_of(container);
  if (type == &tuple_type) {
    if (container.as<Tuple>()->length != static_cast<int64_t>(n)) return false;
    for (size_t i = 0; i < n; ++i) items[i] = container.as<Tuple>()->items()[i];
    return true;
  }
  if (type != &list_type) return false;
  if (threads_alive()) [[unlikely]] {
    Value copies[n];                     // the caller's can stay in registers
    if (!unpack_shared(container.as<List>(), copies, n)) return false;
    for (size_t i = 0; i < n; ++i) items[i] = copies[i];
    return true;
  }
  if (list_size(container.as<List>()) != static_cast<int64_t>(n)) return false;
  const Slot* slots = container.as<List>()->items.load(std::memory_order_relaxed);
  for (size_t i = 0; i < n; ++i) items[i] = slots[i].peek();
  return true;
}
// Where the items of an exact list lie that nobody changes the length of meanwhile; of anything else, or while other threads are alive,
// none are known, and the container is asked.
struct Items {
  Slot* slots = nullptr;
  uint64_t size = 0;
};
inline Items items_of(Value container) {
  if (is_exactly(container, list_type) && !threads_alive()) [[likely]] {
    List* l = container.as<List>();
    return {l->items.load(std::memory_order_relaxed), static_cast<uint64_t>(list_size(l))};
  }
  return {};
}
PORTALIS_RARE Value item_asked_for(Value container, int64_t index) { return item(container, index); }
[[gnu::always_inline]] inline Value item(Items items, Value container, int64_t index) {
  if (static_cast<uint64_t>(index) < items.size) [[likely]] return items.slots[index].peek();
  return item_asked_for(container, index);
}
bool contains(Value container, Value item, bool& out);   // in an exact dict, set, list or tuple
// The slot of list[index] in an exact list; null: there is none.
[[gnu::always_inline]] inline Slot* slot_at(Value list, int64_t index) {
  if (!is_exactly(list, list_type)) return nullptr;
  List* l = list.as<List>();
  int64_t size = l->size.load(std::memory_order_relaxed);
  if (index < 0) index += size;
  if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(size)) return nullptr;
  return &l->items.load(std::memory_order_relaxed)[index];
}
// Into a list that only this attempt knows of, so that no other thread can be reading it.
[[gnu::always_inline]] inline bool set_item(Value list, int64_t index, Value item_borrowed) {
  Slot* slot = slot_at(list, index);
  if (!slot) return false;
  Value old = slot->peek();
  slot->put(incref(item_borrowed));
  decref(old);
  return true;
}
bool set_boxed_item(Value list, int64_t index, Value item_owned);
template <Unboxed T>
[[gnu::always_inline]] inline bool set_item(Value list, int64_t index, T number) {
  Slot* slot = slot_at(list, index);
  return (slot && put_immediate(*slot, number)) || set_boxed_item(list, index, box(number));
}
inline bool append(Value list, Value item_borrowed) {
  return is_exactly(list, list_type) && list_append_inline(list.as<List>(), item_borrowed) == 0;
}
bool append_boxed(Value list, Value item_owned);
template <Unboxed T>
inline bool append(Value list, T number) {
  Value item;
  return immediate(number, item) ? append(list, item) : append_boxed(list, box(number));
}
// [...] * n; Undefined when that fails.
Value repeated(Value list, int64_t n);

// New lists and what lists made here can do; Undefined or false when that fails or would raise.
Value list_of(Value list_or_tuple);
Value slice(Value v, Value start, Value stop, Value step);     // of an exact list, tuple, str or bytes
bool set_slice(Value list, Value start, Value stop, Value step, Value value);
Value pop(Value list, int64_t index);
bool insert(Value list, int64_t index, Value item_borrowed);

}  // namespace typed
}  // namespace py
