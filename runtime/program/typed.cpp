// The parts of typed.hpp that are too long or too rare to be inline.
#include "runtime/program/resume.hpp"

#include <cmath>
#include <cstring>

#include "runtime/object/dict_table.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/list_storage.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/object/set_table.hpp"
#include "runtime/program/number.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/numbers.hpp"

namespace py::typed {

[[gnu::noinline]] bool may_go_on(Levels levels, Levels taken) {
  return levels >= taken && reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) >= this_thread->stack_limit && safepoint();
}

// Boxing may have failed for want of memory: the attempt is given up then, and nothing stored.
static Ref boxed(Value owned) { return Ref(unless_error(owned)); }
bool set_boxed_item(Value list, int64_t index, Value item_owned) {
  Ref item = boxed(item_owned);
  return !item.is_undefined() && set_item(list, index, item.get());
}
bool append_boxed(Value list, Value item_owned) {
  Ref item = boxed(item_owned);
  return !item.is_undefined() && append(list, item.get());
}
bool init_boxed_attribute(Value self, Str* name, Value value_owned, AttributeSite& site) {
  Ref value = boxed(value_owned);
  return !value.is_undefined() && init_attribute(self, name, value.get(), site);
}
Truth store_boxed_attribute(Value owner, Str* name, Value value_owned, AttributeSite& site) {
  Ref value(value_owned);
  return value.is_error() ? -1 : set_attribute(owner, name, value, site);
}
bool store_boxed_item(Value list, int64_t index, Value item_owned) {
  Ref item = boxed(item_owned);
  return !item.is_undefined() && store_item(list, index, item.get());
}
bool put_boxed_item(Value list, int64_t index, Value item_owned) {
  Ref item = boxed(item_owned);
  if (item.is_undefined()) return false;
  if (threads_alive()) return store_item(list, index, item.get());          // which retires what was there
  Slot* slot = slot_at(list, index);
  if (!slot) return false;
  Value old = slot->peek();
  if (old.is_object() && !is_exactly(old, float_type) && !is_exactly(old, int_type)) return false;
  slot->put(item.take());
  if (old.is_object() && owner_of(old.object()) != immortal_owner) retire_even_alone(old.object());
  return true;
}
bool store_boxed_item_or_raise(Value container, int64_t index, Value item_owned) {
  Ref item(item_owned);
  return !item.is_error() && store_item_or_raise(container, index, item.get());
}

bool floor_divide(double a, double b, double& out) {
  if (b == 0) return false;
  out = float_floor_divide(a, b);
  return true;
}

bool remainder(double a, double b, double& out) {
  if (b == 0) return false;
  out = float_modulo(a, b);
  return true;
}

bool power(double a, double b, double& out) { return numbers::power_of(a, b, out); }

static bool finite(double result, double& out) {
  out = result;
  return std::isfinite(result);
}
bool sine(double x, double& out) { return finite(std::sin(x), out); }
bool cosine(double x, double& out) { return finite(std::cos(x), out); }
bool tangent(double x, double& out) { return finite(std::tan(x), out); }
bool arc_tangent(double x, double& out) { return finite(std::atan(x), out); }
bool exponential(double x, double& out) { return finite(std::exp(x), out); }
bool logarithm(double x, double& out) { return x > 0 && finite(std::log(x), out); }

bool is_native(Value callee, NativeSite& site, const char* module, const char* name) {
  if (!is_exactly(callee, native_function_type)) return false;
  auto* f = callee.as<NativeFunction>();
  const NativeDef* known = site.load(std::memory_order_relaxed);
  if (f->def == known) return true;
  if (known || !f->module || std::strcmp(f->module, module) != 0 || std::strcmp(f->def->name, name) != 0) return false;
  site.store(f->def, std::memory_order_relaxed);
  return true;
}

Value repeated(Value list, int64_t n) {
  if (!is_exactly(list, list_type)) return Undefined;
  Ref count = make_int(n);
  return unless_error(py::multiply(list, count));
}

Value range_object(Value function, int64_t start, int64_t stop, int64_t step) {
  Ref from = make_int(start), to = make_int(stop), by = make_int(step);
  return unless_error(call(function, from, to, by));
}

Value list_of(Range range) {
  if (!range.supported() || range.length() > uint64_t{1} << 40) return Undefined;
  int64_t count = static_cast<int64_t>(range.length());
  Ref list = make_list_sized(count);
  if (list.is_error()) return unless_error(Error);
  Slot* slots = list_slots_locked(list.as<List>());      // of a list that nobody else knows yet
  for (int64_t n; range.next(n);) (slots++)->init(make_int(n));
  list.as<List>()->size.store(count, std::memory_order_release);
  return list.take();
}

Value list_of(Value v) {
  return is_exactly(v, list_type) || is_exactly(v, tuple_type) ? unless_error(to_list(v)) : Undefined;
}

Value slice(Value v, Value start, Value stop, Value step) {
  bool known = is_exactly(v, list_type) || is_exactly(v, str_type) || is_exactly(v, tuple_type) || is_exactly(v, bytes_type);
  return known ? unless_error(get_slice(v, start, stop, step)) : Undefined;
}

bool set_slice(Value list, Value start, Value stop, Value step, Value value) {
  if (!is_exactly(list, list_type) || !is_exactly(value, list_type)) return false;
  if (py::set_slice(list, start, stop, step, value) == 0) return true;
  clear_error();
  return false;
}

Value pop(Value list, int64_t index) {
  return is_exactly(list, list_type) ? unless_error(list_pop(list.as<List>(), index)) : Undefined;
}

bool insert(Value list, int64_t index, Value item) {
  if (!is_exactly(list, list_type)) return false;
  if (list_insert(list.as<List>(), index, item) == 0) return true;
  clear_error();
  return false;
}

bool unpack_shared(List* l, Value* items, size_t n) {
  NoSafepoint pinned;                    // the caller holds values it has peeked
  ObjectLock lock(l);
  if (list_size(l) != static_cast<int64_t>(n)) return false;
  for (size_t i = 0; i < n; ++i) items[i] = list_slots_locked(l)[i].peek();
  return true;
}

bool contains(Value container, Value item, bool& out) {
  Value found;
  int there = 0;
  if (is_exactly(container, dict_type)) {
    there = dict_peek(container.as<Dict>(), item, found);
  } else if (is_exactly(container, set_type) || is_exactly(container, frozenset_type)) {
    there = set_peek(container.as<Set>(), item);
  } else if (is_exactly(container, list_type)) {
    List* l = container.as<List>();
    ListReading reading(l);
    for (int64_t i = 0; there == 0 && i < list_size(l); ++i) {
      Value candidate = list_peek(l, i);
      if (candidate.is_undefined()) break;
      there = keys_match(candidate, item);
    }
    if (there == 0 && reading.items_moved()) return false;       // it may only have been changing places
  } else if (is_exactly(container, tuple_type)) {
    const Tuple* t = container.as<Tuple>();
    for (int64_t i = 0; there == 0 && i < t->length; ++i) there = keys_match(t->items()[i], item);
  } else if (is_exactly(container, str_type) && is_exactly(item, str_type)) {
    const Str* text = container.as<Str>();
    there = str_find(text, item.as<Str>(), 0, text->length) >= 0;
  } else {
    return false;
  }
  out = there == 1;
  return there != 2;
}

Each::Other Each::look_at(Value source) {
  Other out;
  if (is_exactly(source, str_type) && source.as<Str>()->kind() == 1) {
    out = {Over::text, source.as<Str>()->data1(), source.as<Str>()->length, {}};
  } else if (is_exactly(source, bytes_type)) {
    out = {Over::bytes, source.as<Bytes>()->data(), source.as<Bytes>()->length, {}};
  } else if (is_exactly(source, range_type)) {
    auto* r = source.as<py::Range>();
    if (!r->start.is_small_int() || !r->stop.is_small_int() || !r->step.is_small_int()) return out;
    out.over = Over::range;
    out.range = Range(r->start.small_int(), r->stop.small_int(), r->step.small_int());
  }
  return out;
}

Range::Range(int64_t start, int64_t stop, int64_t step) : current_(start), step_(step), supported_(step != 0) {
  uint64_t from = static_cast<uint64_t>(start), to = static_cast<uint64_t>(stop), by = static_cast<uint64_t>(step);
  if (step > 0 && start < stop) remaining_ = (to - from - 1) / by + 1;
  if (step < 0 && start > stop) remaining_ = (from - to - 1) / (0 - by) + 1;
}

bool init_attribute_slow(Value self, Str* name, Value value_borrowed, AttributeSite& site) {
  return put_attribute(self.object(), type_of(self), value_borrowed, site) || set_attribute_quietly(self, name, value_borrowed, site);
}

bool calls_known_slow(const Function* known, Dict* globals, Str* name, GlobalSite& site, const Code& code) {
  return known && is_known(global(globals, name, site), known, code);
}

Value global_slow(Dict* globals, Str* name, GlobalSite& site) {
  Ref found = load_global(globals, name, site);
  if (!found.is_error()) return peek_global(globals, name, site);   // a builtin has no entry: Undefined
  clear_error();
  return Undefined;
}

}  // namespace py::typed
