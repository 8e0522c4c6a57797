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
inline bool safepoint() {
  if (!safepoint_due()) [[likely]] return true;
  return safepoint_without_handlers();
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
[[gnu::always_inline]] inline bool unbox(Value v, double& out) {
  if (v.is_inline_float()) [[likely]] {
    out = v.inline_float();
    return true;
  }
  if (!is_exactly(v, float_type)) return false;
  out = v.as<Float>()->value;
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

// ---- ints: false when the result does not fit or an exception is due ----
inline bool add(int64_t a, int64_t b, int64_t& out) { return !__builtin_add_overflow(a, b, &out); }
inline bool subtract(int64_t a, int64_t b, int64_t& out) { return !__builtin_sub_overflow(a, b, &out); }
inline bool multiply(int64_t a, int64_t b, int64_t& out) { return !__builtin_mul_overflow(a, b, &out); }
inline bool negative(int64_t a, int64_t& out) { return !__builtin_sub_overflow(int64_t{0}, a, &out); }
// Both round down as a shift and a mask do, which is what is left of them where the divisor is such a constant.
inline bool is_power_of_two(int64_t n) { return n > 0 && (n & (n - 1)) == 0; }
[[gnu::always_inline]] inline bool floor_divide(int64_t a, int64_t b, int64_t& out) {
  if (__builtin_constant_p(b) && is_power_of_two(b)) return out = a >> __builtin_ctzll(static_cast<uint64_t>(b)), true;
  if (b == 0 || b == -1) [[unlikely]] return b != 0 && negative(a, out);
  out = a / b - ((a % b != 0) & ((a ^ b) < 0));
  return true;
}
[[gnu::always_inline]] inline bool remainder(int64_t a, int64_t b, int64_t& out) {
  if (__builtin_constant_p(b) && is_power_of_two(b)) return out = a & (b - 1), true;
  if (b == 0 || b == -1) [[unlikely]] {
    out = 0;
    return b != 0;
  }
  out = a % b;
  if (out != 0 && (out ^ b) < 0) out += b;
  return true;
}
inline bool left_shift(int64_t a, int64_t b, int64_t& out) {
  if (static_cast<uint64_t>(b) > 62) return false;
  out = static_cast<int64_t>(static_cast<uint64_t>(a) << b);
  return (out >> b) == a;
}
inline bool right_shift(int64_t a, int64_t b, int64_t& out) {
  if (b < 0) return false;
  out = a >> (b > 63 ? 63 : b);
  return true;
}
inline bool power(int64_t base, int64_t exponent, int64_t& out) {
  if (exponent < 0) return false;
  out = 1;
  for (;;) {
    if ((exponent & 1) && __builtin_mul_overflow(out, base, &out)) return false;
    exponent >>= 1;
    if (exponent == 0) return true;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
}
// The quotient of two ints is correctly rounded when both are doubles without loss.
inline constexpr int64_t exact_in_double = int64_t{1} << 53;
inline bool is_exact(int64_t n) { return n <= exact_in_double && n >= -exact_in_double; }
inline bool true_divide(int64_t a, int64_t b, double& out) {
  if (b == 0 || !is_exact(a) || !is_exact(b)) [[unlikely]] return false;
  out = static_cast<double>(a) / static_cast<double>(b);
  return true;
}
// An int beside a float in a comparison, which Python makes exactly.
inline bool comparable(int64_t n, double& out) {
  out = static_cast<double>(n);
  return is_exact(n);
}

// ---- floats ----
inline bool true_divide(double a, double b, double& out) {
  if (b == 0) [[unlikely]] return false;
  out = a / b;
  return true;
}
bool floor_divide(double a, double b, double& out);
bool remainder(double a, double b, double& out);
bool power(double a, double b, double& out);
// int(x)
inline bool truncate(double d, int64_t& out) {
  if (!(__builtin_fabs(d) < 9e18)) return false;
  out = static_cast<int64_t>(d);
  return true;
}
// Functions of module math; false where the argument or the result is not a finite number.
inline bool square_root(double x, double& out) {
  if (!(x >= 0)) return false;
  out = __builtin_sqrt(x);
  return true;
}
inline bool magnitude(double x, double& out) {
  out = __builtin_fabs(x);
  return true;
}
bool sine(double x, double& out);
bool cosine(double x, double& out);
bool tangent(double x, double& out);
bool arc_tangent(double x, double& out);
bool exponential(double x, double& out);
bool logarithm(double x, double& out);

// ---- truth of what is not unboxed ----
inline bool truth(Value v, bool& out) {
  if (v.is_bool() || v.is_none() || v.is_small_int()) {
    out = v.is_true() || (v.is_small_int() && v.bits != 1);
    return true;
  }
  if (v.is_inline_float()) return out = v.inline_float() != 0, true;
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
  if (is_exactly(container, tuple_type)) {
    if (container.as<Tuple>()->length != static_cast<int64_t>(n)) return false;
    for (size_t i = 0; i < n; ++i) items[i] = container.as<Tuple>()->items()[i];
    return true;
  }
  if (!is_exactly(container, list_type)) return false;
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
  if (!is_exactly(container, list_type) || threads_alive()) return {};
  List* l = container.as<List>();
  return {l->items.load(std::memory_order_relaxed), static_cast<uint64_t>(list_size(l))};
}
[[gnu::always_inline]] inline Value item(Items items, Value container, int64_t index) {
  return static_cast<uint64_t>(index) < items.size ? items.slots[index].peek() : item(container, index);
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

// range() with any step.
class Range {
 public:
  Range() : current_(0), step_(1), supported_(false) {}
  Range(int64_t start, int64_t stop, int64_t step);
  bool supported() const { return supported_; }
  uint64_t length() const { return remaining_; }
  int64_t current() const { return current_; }
  int64_t step() const { return step_; }
  bool next(int64_t& out) {
    if (remaining_ == 0) return false;
    --remaining_;
    out = current_;
    current_ = static_cast<int64_t>(static_cast<uint64_t>(current_) + static_cast<uint64_t>(step_));
    return true;
  }
  // As if the last next() had not been.
  void step_back() {
    ++remaining_;
    current_ = static_cast<int64_t>(static_cast<uint64_t>(current_) - static_cast<uint64_t>(step_));
  }

 private:
  int64_t current_, step_;
  uint64_t remaining_ = 0;
  bool supported_;
};

// `for x in` an exact list, tuple, range or bytes, or a str of characters below 256, which are immortal.
class Each {
 public:
  Each() = default;
  explicit Each(Value source) : source_(Ref::borrow(source)) {
    if (is_exactly(source, list_type)) {
      over_ = Over::list;
    } else if (is_exactly(source, tuple_type)) {
      over_ = Over::tuple;
    } else {
      // By value, so that nobody has the address of what a loop keeps in registers.
      Other other = look_at(source);
      over_ = other.over, text_ = other.text, text_length_ = other.length, range_ = other.range;
    }
  }
  bool supported() const { return over_ != Over::nothing; }
  // Over what can be gone on with by position only; false for a range.
  bool start(Value source) {
    *this = Each(source);
    return supported() && over_ != Over::range;
  }
  void step_back() { --index_; }
  int64_t index() const { return index_; }
  Ref& source() { return source_; }
  // Borrowed; Undefined at the end.
  Value next() {
    int64_t at = index_;
    if (over_ == Over::list) [[likely]] {
      List* l = source_.as<List>();
      if (at >= list_size(l)) return Undefined;
      index_ = at + 1;
      return l->items.load(std::memory_order_acquire)[at].peek();
    }
    if (over_ == Over::range) {
      int64_t n;
      return range_.next(n) ? py::small_int(n) : Undefined;
    }
    if (over_ == Over::tuple) return at < source_.as<Tuple>()->length ? source_.as<Tuple>()->items()[index_++] : Undefined;
    if (at >= text_length_) return Undefined;
    ++index_;
    return over_ == Over::bytes ? py::small_int(text_[at]) : latin1_char(text_[at]);
  }

 private:
  enum class Over : uint8_t { nothing, list, tuple, range, text, bytes };
  struct Other {
    Over over = Over::nothing;
    const uint8_t* text = nullptr;       // of a str or bytes
    int64_t length = 0;
    Range range;
  };
  static Other look_at(Value source);
  Ref source_;
  Over over_ = Over::nothing;
  const uint8_t* text_ = nullptr;
  int64_t text_length_ = 0;
  int64_t index_ = 0;
  Range range_;
};

// range(start, stop, step) as an object; `function` is the builtin. Undefined when it would raise.
Value range_object(Value function, int64_t start, int64_t stop, int64_t step);

// New lists and what lists made here can do; Undefined or false when that fails or would raise.
Value list_of(Range range);
Value list_of(Value list_or_tuple);
Value slice(Value v, Value start, Value stop, Value step);     // of an exact list, tuple, str or bytes
bool set_slice(Value list, Value start, Value stop, Value step, Value value);
Value pop(Value list, int64_t index);
bool insert(Value list, int64_t index, Value item_borrowed);

// ---- names and attributes ----
// What lies in a cell, borrowed until the next safepoint or change; Undefined when it is unbound.
inline Value content(Value cell) { return cell.as<Cell>()->value.peek(); }
// The global's value, borrowed until the next safepoint; Undefined when this place has not found it yet.
inline Value peek_global(Dict* globals, Str* name, GlobalSite& site) {
  DictTable* table = globals->table.load(std::memory_order_acquire);
  uint32_t entry = site.entry.load(std::memory_order_relaxed);
  if (entry < table->used.load(std::memory_order_acquire)) [[likely]] {
    DictEntry& e = table->entries()[entry];
    if (e.key.peek().same(object_value(name))) [[likely]] return e.value.peek();
  }
  return Undefined;
}
// As peek_global, but looks the name up when needed.
Value global_slow(Dict* globals, Str* name, GlobalSite& site);
inline Value global(Dict* globals, Str* name, GlobalSite& site) {
  Value v = peek_global(globals, name, site);
  return v.is_undefined() ? global_slow(globals, name, site) : v;
}
// The callee is the function the module defined, with the code it was compiled from.
inline bool is_known(Value callee, const Function* known, const Code& code) {
  return known && callee.same(object_value(known)) && known->code == &code;
}
// The global name stands for the function the module defined by it, with the code it was compiled from.
bool calls_known_slow(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code);
inline bool still_calls(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code) {
  return is_settled(known) || calls_known_slow(known, globals, name, site, code);
}
// A known function has the defaults it was made with.
inline bool has_defaults(const Function* known, Value defaults) { return known->defaults.peek().same(defaults); }
// The callee is the function `name` of the native module `module`; what it is defined by is remembered.
using NativeSite = std::atomic<const NativeDef*>;
bool is_native(Value callee, NativeSite& site, const char* module, const char* name);
// A name of a module, borrowed until the next safepoint; Undefined when it is no module or has no such name.
inline Value member(Value module, Str* name, GlobalSite& site) {
  return is_exactly(module, module_type) ? global(module_globals(module.object()), name, site) : Undefined;
}
// An attribute that lies in the object, borrowed until the next safepoint or change; Undefined otherwise.
inline Value attribute(Value v, Str* name, AttributeSite& site) {
  if (v.is_object()) [[likely]] {
    Object* o = v.object();
    const Type* t = type_of(v);
    uint64_t where = sites::about(site.known[0].load(std::memory_order_relaxed), t);
    if (sites::is_inline(where)) [[likely]] {
      Attributes* a = attributes_of(o, t);
      if (where < a->capacity) [[likely]] {
        Value own = a->slots[where].peek();
        if (!own.is_undefined()) [[likely]] return own;
      }
    } else if (sites::is_member(where)) {
      return sites::member_slot(o, where).peek();
    }
  }
  return peek_attribute_slow(v, name, site);
}
// self.name(...) with n arguments, self included, calls that function with that code.
inline bool is_known_method(MethodSite& site, Str* name, Value self, uint32_t n, const Function* known, const Code& code) {
  if (!self.is_object() || !known) return false;
  const MethodTarget* m = site.known[0].load(std::memory_order_acquire);
  if (!fits_target(m, self.object(), type_of(self))) {
    m = method_target_slow(site, name, self, n);
    if (!m) return false;
  }
  return m->function == known && known->code == &code;
}

// a + b (or a += b, with the slot that must be empty then) calls a's method, which is that function: b has no right to be
// asked first, as an instance of a class derived from a's would have.
inline bool is_known_operator(MethodSite& site, Str* name, Value a, Value b, BinarySlot NumberSlots::*in_place, const Function* known, const Code& code) {
  if (!is_known_method(site, name, a, 2, known, code)) return false;
  const Type *left = type_of(a), *right = b.is_object() ? type_of(b) : nullptr;
  if (right && right != left && is_subtype(right, left)) return false;
  return !in_place || !(left->number.*in_place);
}

// ---- new instances ----
// Of a class whose instances are plain objects that `known`, with that code, initialises, and end quietly; the attempt
// alone knows of it. Owned; Undefined otherwise.
inline Value new_instance(Value cls, const Function* known, const Code& code) {
  if (!cls.is_object() || type_of(cls) != &type_type || !known) return Undefined;
  const InstanceRecipe* recipe = instance_recipe(cls.as<Type>());
  if (!recipe || recipe->init != known || recipe->code != &code || known->code != &code || recipe->has_finalizer) return Undefined;
  Object* made = allocate_instance(cls.as<Type>());
  return made ? object_value(made) : Undefined;
}
// An __init__ may return nothing but None.
inline bool initialised(Attempt<Value> init) {
  if (!init.done || init.value.is_none()) [[likely]] return init.done;
  decref(init.value);
  return false;
}
// No other thread or object knows of it, and nothing was stored in it.
inline bool is_new(Value v) {
  constexpr uint32_t attributes_alone = type_is_plain | type_has_dict;
  if (!v.is_object() || (type_of(v)->flags & attributes_alone) != attributes_alone || type_of(v)->instance_size != sizeof(Object)) return false;
  const Attributes* a = attributes_of(v.object(), type_of(v));
  return a->used == 0 && a->dict.peek().is_undefined() && is_unique(v.object());
}
// self.name = value for such an object.
inline bool init_attribute(Value self, Str* name, Value value_borrowed, AttributeSite& site) {
  return put_attribute(self.object(), type_of(self), value_borrowed, site) || set_attribute_quietly(self, name, value_borrowed, site);
}
bool init_boxed_attribute(Value self, Str* name, Value value_owned, AttributeSite& site);
template <Unboxed T>
inline bool init_attribute(Value self, Str* name, T number, AttributeSite& site) {
  Value item;
  return immediate(number, item) ? init_attribute(self, name, item, site) : init_boxed_attribute(self, name, box(number), site);
}

}  // namespace typed
}  // namespace py
