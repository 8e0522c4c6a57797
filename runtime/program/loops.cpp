// The less common sources of for loops.
#include "runtime/program/loops.hpp"

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
    case Kind::dict: {
      Ref key, value;
      bool failed = false;
      if (!next_entry(key, value, failed)) return failed ? Error : Undefined;
      return key.take();
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
[[gnu::always_inline]] static inline Value step_iterator(Value iterator) {
  UnarySlot step = type_of(iterator)->next;
  if (!step) [[unlikely]] return py::next(iterator);
  Value item = step(iterator);
  return item.is_error() ? stopped() : item;
}

Value EachLoop::next_slow() { return kind_ == Kind::iterator ? step_iterator(source_) : next_with<counted>(); }
Value EachLoop::lend_next_slow() { return kind_ == Kind::iterator ? step_iterator(source_) : next_with<lend>(); }

// As the step of a dict's iterators (types/dict_iterators.cpp).
bool EachLoop::next_entry(Ref& key, Ref& value, bool& failed) {
  Dict* d = source_.as<Dict>();
  bool resized = expected_ != dict_size(d);
  Value k, v;
  if (!resized) {
    if (dict_next(d, index_, k, v)) {
      if (left_-- > 0) [[likely]] {
        key = Ref::borrow(k);
        value = Ref::borrow(v);
        return true;
      }
      (void)raise(exc::RuntimeError, "dictionary keys changed during iteration");
      failed = true;
      return false;
    }
    resized = left_ > 0 && expected_ != dict_size(d);
  }
  if (resized) (void)raise(exc::RuntimeError, "dictionary changed size during iteration");
  failed = resized;
  return false;
}

bool EachLoop::next_item(Ref* pair, bool& failed) { return next_entry(pair[0], pair[1], failed); }

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
