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

template <Keep keep> Value EachLoop::next_with() {
  if (kind_ == Kind::iterator) {         // as py::next(), which is what the rest is left to
    UnarySlot step = type_of(source_)->next;
    Value item = step ? step(source_) : py::next(source_);
    if (!item.is_error() || !error_matches(exc::StopIteration)) [[likely]] return item;
    clear_error();
    return Undefined;
  }
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
  return Undefined;
}

Value EachLoop::next_slow() { return next_with<counted>(); }
Value EachLoop::lend_next_slow() { return next_with<lend>(); }

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
