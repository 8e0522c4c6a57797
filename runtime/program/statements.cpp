// Displays, f-strings, unpacking and range loops of emitted code.
#include "runtime/program/statements.hpp"

#include "runtime/object/set_table.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/dict_core.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/str_copy.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/format_spec.hpp"
#include "runtime/types/int_internal.hpp"
#include "runtime/types/str_methods.hpp"

namespace py {

Value inplace_add_slow(Value a, Value b) {
  if (is_exactly(a, str_type) && is_exactly(b, str_type)) return str_inplace_add(a, b.as<Str>());
  return inplace_slow(BinaryOp::add, a, b);
}

// ---- slices: these types only look at the key ----
// A bound of a slice that needs no code of the program to tell.
static bool plain_bound(Value bound, int64_t& out) {
  if (bound.is_small_int()) return out = bound.small_int(), true;
  return bound.is_none();
}

Value get_slice(Value container, Value start, Value stop, Value step) {
  int64_t low = 0, high = INT64_MAX;
  if (step.is_none() && plain_bound(start, low) && plain_bound(stop, high)) {
    if (is_exactly(container, str_type)) {
      Str* s = container.as<Str>();
      int64_t count = slice_adjust(s->length, low, high, 1);
      return str_slice(s, low, low + count);
    }
    if (is_exactly(container, list_type)) return list_slice(container.as<List>(), low, high, 1);
  }
  bool plain = is_exactly(container, list_type) || is_exactly(container, str_type) || is_exactly(container, tuple_type) || is_exactly(container, bytes_type);
  if (plain) {
    Slice slice{immortal_header(&slice_type), start, stop, step};
    return type_of(container)->get_item(container, object_value(&slice));
  }
  Ref slice = make_slice(start, stop, step);
  return get_item(container, slice);
}

Truth set_slice(Value container, Value start, Value stop, Value step, Value value) {
  if (is_exactly(container, list_type)) {
    Slice slice{immortal_header(&slice_type), start, stop, step};
    return list_type.set_item(container, object_value(&slice), value);
  }
  Ref slice = make_slice(start, stop, step);
  return set_item(container, slice, value);
}

Truth delete_slice(Value container, Value start, Value stop, Value step) {
  if (is_exactly(container, list_type)) {
    int64_t low = 0, high = INT64_MAX;
    if (step.is_none() && plain_bound(start, low) && plain_bound(stop, high)) return list_splice(container.as<List>(), low, high, nullptr, 0);
    Slice slice{immortal_header(&slice_type), start, stop, step};
    return list_type.set_item(container, object_value(&slice), Undefined);
  }
  Ref slice = make_slice(start, stop, step);
  return delete_item(container, slice);
}

Value set_from(const Value* items, uint32_t n) {
  Ref set = make_set();
  for (uint32_t i = 0; i < n; ++i) {
    int64_t hash = hash_key(items[i]);
    if (hash == -1 || set_add(set.as<Set>(), items[i], hash) < 0) return Error;
  }
  return set.take();
}

Value dict_from(const Value* keys_and_values, uint32_t pairs) {
  Ref dict = make_dict_sized(pairs);
  if (dict.is_error()) return Error;
  for (uint32_t i = dict_fill_new(dict.as<Dict>(), keys_and_values, pairs); i < pairs; ++i) {
    if (dict_set(dict.as<Dict>(), keys_and_values[2 * i], keys_and_values[2 * i + 1]) < 0) return Error;
  }
  return dict.take();
}

bool extend_list(Value list, Value iterable, bool starred_argument) {
  if (list_extend(list.as<List>(), iterable) >= 0) return true;
  if (starred_argument && error_matches(exc::TypeError) && !type_of(iterable)->iter && !type_of(iterable)->get_item) {
    clear_error();
    (void)raise(exc::TypeError, "Value after * must be an iterable, not %T", iterable);
  }
  return false;
}

bool update_set(Value set, Value iterable) { return set_update(as_set(set), iterable) == 0; }

bool update_dict(Value dict, Value mapping) {
  static Str* const n_keys = intern("keys");
  if (!as_dict(mapping)) {
    Ref keys = get_attribute_or_undefined(mapping, n_keys);
    if (keys.is_error()) return false;
    if (keys.is_undefined()) return (void)raise(exc::TypeError, "'%T' object is not a mapping", mapping), false;
  }
  return dict_update(dict.as<Dict>(), mapping) >= 0;
}

// What CPython's format_kwargs_error() calls the callee: "module.qualname()".
static Value callee_name(Value callee) {
  static Str *const n_qualname = intern("__qualname__"), *const n_module = intern("__module__");
  Ref qualname = get_attribute_or_undefined(callee, n_qualname);
  if (qualname.is_error()) clear_error();
  if (qualname.is_error() || !as_str(qualname)) return str(callee);
  Ref module = get_attribute_or_undefined(callee, n_module);
  if (module.is_error()) clear_error();
  Text text;
  if (!module.is_error() && as_str(module)) {
    Text name;
    append_utf8(name, as_str(module));
    if (name.view() != "builtins") {
      text.append(name.view());
      text.append('.');
    }
  }
  append_utf8(text, as_str(qualname));
  text.append("()");
  return text.to_str();
}

bool merge_keywords(Value dict, Value mapping, Value callee) {
  static Str* const n_keys = intern("keys");
  Ref copy;
  if (!as_dict(mapping)) {
    Ref keys = get_attribute_or_undefined(mapping, n_keys);
    if (keys.is_error()) return false;
    if (keys.is_undefined()) {
      Ref name = callee_name(callee);
      if (!name.is_error()) (void)raise(exc::TypeError, "%S argument after ** must be a mapping, not %T", name.get(), mapping);
      return false;
    }
    copy = Ref(make_dict());
    if (copy.is_error() || dict_update(copy.as<Dict>(), mapping) < 0) return false;
    mapping = copy;
  }
  const bool first = dict_size(dict.as<Dict>()) == 0;      // then no key can be there already
  int64_t position = 0;
  Value key, value;
  while (dict_next(as_dict(mapping), position, key, value)) {
    Ref held_key = Ref::borrow(key), held_value = Ref::borrow(value);
    Truth present = first ? 0 : dict_contains(dict.as<Dict>(), held_key);
    if (present < 0) return false;
    if (!as_str(held_key)) return (void)raise(exc::TypeError, "keywords must be strings"), false;
    if (present) {
      Ref name = callee_name(callee);
      if (!name.is_error()) (void)raise(exc::TypeError, "%S got multiple values for keyword argument '%S'", name.get(), held_key.get());
      return false;
    }
    if (dict_set(dict.as<Dict>(), held_key, held_value) < 0) return false;
  }
  return true;
}

Value format_value(Value v, Value spec, int conversion) {
  Ref converted;
  switch (conversion) {
    case 's': converted = Ref(str(v)); break;
    case 'r': converted = Ref(repr(v)); break;
    case 'a': converted = Ref(ascii(v)); break;
    default: converted = Ref::borrow(v);
  }
  if (converted.is_error()) return Error;
  if (spec.is_undefined()) {
    if (is_exactly(converted, str_type)) return converted.take();
    if (converted.get().is_small_int()) return int_repr(converted);
    static const Value empty = [] {
      Value s = make_str("");
      make_immortal(s.object());
      return s;
    }();
    spec = empty;
  } else if (is_exactly(spec, str_type)) {               // what their __format__ does
    if (converted.get().is_small_int()) return format_int(converted, spec.as<Str>());
    if (converted.get().is_inline_float()) return format_float(converted, spec.as<Str>());
    if (is_exactly(converted, str_type)) return format_str(converted.as<Str>(), spec.as<Str>());
  }
  return format(converted, spec);
}

Value join_strings(const Value* strings, uint32_t n) {
  int64_t length = 0;
  uint32_t all = str_ascii_bit, kinds = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const Str* s = as_str(strings[i]);
    if (__builtin_add_overflow(length, s->length, &length)) return raise_no_memory();
    all &= s->aux;
    kinds |= s->aux;
  }
  if (length > 1 && (kinds & 7) == 1) {  // all of one byte per character
    Str* s = allocate_str(length, 1, all);
    if (!s) return Error;
    uint8_t* at = s->data();
    for (uint32_t i = 0; i < n; ++i) at = put_narrow(at, narrow_limit(s), as_str(strings[i]));
    return object_value(s);
  }
  StrBuilder out;
  for (uint32_t i = 0; i < n; ++i) {
    out.append(as_str(strings[i]));
  }
  return out.finish();
}

// ---- unpacking ----
static bool too_few(uint32_t wanted, bool at_least, uint32_t got) {
  (void)raise(exc::ValueError, "not enough values to unpack (expected %s%u, got %u)", at_least ? "at least " : "", static_cast<uint64_t>(wanted), static_cast<uint64_t>(got));
  return false;
}

static Value iterate(Value iterable) {
  Value iterator = iter(iterable);
  if (iterator.is_error() && error_matches(exc::TypeError) && !type_of(iterable)->iter && !type_of(iterable)->get_item) {
    clear_error();
    return raise(exc::TypeError, "cannot unpack non-iterable %T object", iterable);
  }
  return iterator;
}

template <class Holder> bool unpack_slow(Value iterable, uint32_t n, Holder* out) {
  // Threads must see all items of one moment.
  if (is_exactly(iterable, list_type) && !threads_alive() && list_size(iterable.as<List>()) == n) {
    const Slot* items = iterable.as<List>()->items.load(std::memory_order_relaxed);
    for (uint32_t i = 0; i < n; ++i) out[i] = Holder::borrow(items[i].peek());
    return true;
  }
  // Named tuples, as long as they are gone through as tuples are.
  if (Tuple* tuple = as_tuple(iterable); tuple && tuple->length == n && type_of(iterable)->iter == tuple_type.iter) {
    for (uint32_t i = 0; i < n; ++i) out[i] = Holder::borrow(tuple->items()[i]);
    return true;
  }
  Ref iterator = iterate(iterable);
  if (iterator.is_error()) return false;
  for (uint32_t i = 0; i < n; ++i) {
    out[i] = Holder(next(iterator));
    if (out[i].is_error()) return false;
    if (out[i].is_undefined()) return too_few(n, false, i);
  }
  Ref extra = next(iterator);
  if (extra.is_error()) return false;
  if (extra.is_undefined()) return true;
  (void)raise(exc::ValueError, "too many values to unpack (expected %u)", static_cast<uint64_t>(n));
  return false;
}
template bool unpack_slow(Value iterable, uint32_t n, Ref* out);
template bool unpack_slow(Value iterable, uint32_t n, Loan* out);

bool unpack_star(Value iterable, uint32_t before, uint32_t after, Ref* out) {
  Ref iterator = iterate(iterable);
  if (iterator.is_error()) return false;
  for (uint32_t i = 0; i < before; ++i) {
    out[i] = Ref(next(iterator));
    if (out[i].is_error()) return false;
    if (out[i].is_undefined()) return too_few(before + after, true, i);
  }
  Values rest;
  if (!collect(rest, iterator)) return false;
  if (rest.size() < after) return too_few(before + after, true, before + static_cast<uint32_t>(rest.size()));
  int64_t middle = rest.size() - after;
  for (uint32_t i = 0; i < after; ++i) out[before + 1 + i] = Ref::borrow(rest[middle + i]);
  out[before] = Ref(make_list(rest.data(), middle));
  return !out[before].is_error();
}

// ---- loops over range() ----
void RangeLoop::start(Value start, Value stop, Value step) {
  remaining_ = 0;
  fast_ = failed_ = false;
  if (start.is_small_int() && stop.is_small_int() && step.is_small_int() && step.small_int() != 0) [[likely]] {
    fast_ = true;
    current_ = start.small_int();
    step_ = step.small_int();
    int64_t last = stop.small_int();
    if (step_ == 1) remaining_ = current_ < last ? static_cast<uint64_t>(last - current_) : 0;   // no division
    else if (step_ > 0 && current_ < last) remaining_ = (static_cast<uint64_t>(last - current_) - 1) / static_cast<uint64_t>(step_) + 1;
    if (step_ < 0 && current_ > last) remaining_ = (static_cast<uint64_t>(current_ - last) - 1) / static_cast<uint64_t>(-step_) + 1;
    return;
  }
  Ref range = call(value_of(range_type), start, stop, step);
  if (!range.is_error()) iterator_ = Ref(iter(range));
  failed_ = range.is_error() || iterator_.is_error();
}

void RangeLoop::resume(int64_t next, int64_t step, uint64_t remaining) {
  constexpr uint64_t endless = uint64_t{1} << 62;                  // nobody lives to see the end of more
  Ref from = make_int(next), by = make_int(step), count = make_int(static_cast<int64_t>(remaining < endless ? remaining : endless));
  Ref distance = multiply(by, count), to = add(from, distance);   // an int of any size
  start(from, to, by);
}

bool RangeLoop::next_slow(Ref& element) {
  element = Ref(py::next(iterator_));   // the elements of a range cannot fail
  return !element.is_undefined();
}

}  // namespace py
