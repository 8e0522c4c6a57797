// The less common sources of for loops.
#include "runtime/program/loops.hpp"

#include "runtime/object/dict_table.hpp"
#include "runtime/object/set_table.hpp"
#include "runtime/object/str.hpp"

namespace py {

void EachLoop::start_slow() {
  kind_ = Kind::iterator;
  if (source_.is_error()) return;
  if (is_exactly(source_, tuple_type)) {
    kind_ = Kind::tuple;
  } else if (is_exactly(source_, dict_type)) {
    kind_ = Kind::dict;
    expected_ = left_ = dict_size(source_.as<Dict>());
  } else if (is_exactly(source_, dict_keys_type) || is_exactly(source_, dict_values_type)) {
    auto* view = source_.as<DictView>();
    kind_ = view->part() == DictPart::keys ? Kind::dict : Kind::dict_values;
    source_ = Ref::borrow(view->dict);
    expected_ = left_ = dict_size(source_.as<Dict>());
  } else if (is_exactly(source_, set_type) || is_exactly(source_, frozenset_type)) {
    kind_ = Kind::set;
    expected_ = set_size(source_.as<Set>());
  } else if (is_exactly(source_, str_type)) {
    kind_ = Kind::text;
  } else if (is_exactly(source_, bytes_type)) {
    kind_ = Kind::bytes;
  } else {
    source_ = Ref(iter(source_));
  }
}

template <Keep keep> [[gnu::noinline]] Value EachLoop::next_with() {
  switch (kind_) {
    case Kind::list: return list_step<keep>(source_.as<List>(), index_);
    case Kind::tuple: {
      Tuple* t = source_.as<Tuple>();
      return index_ < t->length ? keep(t->items()[index_++]) : Undefined;
    }
    case Kind::dict: case Kind::dict_values: return next_key_or_value<keep>();
    case Kind::set: {
      Set* s = source_.as<Set>();
      if (expected_ != set_size(s)) return raise(exc::RuntimeError, "Set changed size during iteration");
      Value key;
      int64_t hash;
      return set_next(s, index_, key, hash) ? keep(key) : Undefined;
    }
    case Kind::text: {
      const Str* s = source_.as<Str>();
      return index_ < s->length ? str_char(s, index_++) : Undefined;
    }
    case Kind::bytes: {
      const Bytes* b = source_.as<Bytes>();
      return index_ < b->length ? small_int(b->data()[index_++]) : Undefined;
    }
    case Kind::iterator: break;
  }
  return py::next(source_);
}

// What py::next() does, without the call in between.
static Value stopped() {
  if (!error_matches(exc::StopIteration)) return Error;
  clear_error();
  return Undefined;
}
[[gnu::noinline]] static Value step_iterator(Value iterator) {
  UnarySlot step = type_of(iterator)->next;
  if (!step) [[unlikely]] return py::next(iterator);
  Value item = step(iterator);
  return item.is_error() ? stopped() : item;
}

// Most often the next entry is there and alive; Undefined: the general way has to tell.
template <Keep keep, DictPart part>
[[gnu::always_inline]] static inline Value step_dict(Dict* d, int64_t& index, int64_t& left, int64_t expected) {
  DictTable* t = d->table.load(std::memory_order_acquire);
  const int64_t at = index;
  if (expected != dict_size(d) || left <= 0 || at >= t->used.load(std::memory_order_acquire)) [[unlikely]] return Undefined;
  const DictEntry& entry = t->entries()[at];
  Value key = part == DictPart::keys ? entry.key.peek() : None, value = entry.value.peek();
  if (value.is_undefined() || key.is_undefined()) [[unlikely]] return Undefined;
  index = at + 1;
  --left;
  return keep(part == DictPart::keys ? key : value);
}

Value EachLoop::next_slow() {
  if (kind_ == Kind::dict_values) {
    Value value = step_dict<counted, DictPart::values>(source_.as<Dict>(), index_, left_, expected_);
    return value.is_undefined() ? next_key_or_value<counted>() : value;
  }
  if (kind_ == Kind::dict) {
    Value key = step_dict<counted, DictPart::keys>(source_.as<Dict>(), index_, left_, expected_);
    return key.is_undefined() ? next_key_or_value<counted>() : key;
  }
  return kind_ == Kind::iterator ? step_iterator(source_) : next_with<counted>();
}
Value EachLoop::lend_next_slow() {
  if (kind_ == Kind::dict_values) {
    Value value = step_dict<lend, DictPart::values>(source_.as<Dict>(), index_, left_, expected_);
    return value.is_undefined() ? next_key_or_value<lend>() : value;
  }
  if (kind_ == Kind::dict) {
    Value key = step_dict<lend, DictPart::keys>(source_.as<Dict>(), index_, left_, expected_);
    return key.is_undefined() ? next_key_or_value<lend>() : key;
  }
  return kind_ == Kind::iterator ? step_iterator(source_) : next_with<lend>();
}

// There is no next entry, or one too many.
[[gnu::noinline]] static bool fails_at_end(bool resized, bool changed) {
  if (resized) (void)raise(exc::RuntimeError, "dictionary changed size during iteration");
  else if (changed) (void)raise(exc::RuntimeError, "dictionary keys changed during iteration");
  return resized || changed;
}

// As the step of a dict's iterators (types/dict_iterators.cpp). Borrowed until the next safepoint.
[[gnu::always_inline]] inline bool EachLoop::peek_entry(Value& key, Value& value, bool& failed) {
  Dict* d = source_.as<Dict>();
  const bool resized = expected_ != dict_size(d);
  bool changed = false;
  if (!resized) [[likely]] {
    const bool found = dict_table_next(d->table.load(std::memory_order_acquire), index_, key, value);
    if (found && left_-- > 0) [[likely]] return true;
    changed = found;
  }
  failed = fails_at_end(resized || (!changed && left_ > 0 && expected_ != dict_size(d)), changed);
  return false;
}

template <Keep keep> [[gnu::noinline]] Value EachLoop::next_key_or_value() {
  Value key, value;
  bool failed = false;
  if (!peek_entry(key, value, failed)) [[unlikely]] return failed ? Error : Undefined;
  return keep(kind_ == Kind::dict ? key : value);
}

bool EachLoop::next_item(Ref* pair, bool& failed) {
  Value key, value;
  if (!peek_entry(key, value, failed)) return false;
  pair[0] = Ref::borrow(key);
  pair[1] = Ref::borrow(value);
  return true;
}

ItemsLoop::ItemsLoop(MethodSite& site, Str* items, Value object) {
  is_dict_ = is_exactly(object, dict_type);
  if (is_dict_) {
    each_.start(incref(object));
    return;
  }
  Value view = call_method(site, items, &object, 1);
  each_.start(view);
}

}  // namespace py
