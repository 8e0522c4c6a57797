// Keyword arguments and iteration for the built-in functions.
#include "runtime/builtins/arguments.hpp"

#include "runtime/object/str.hpp"

namespace py {

bool take_keywords(const char* function, const Value* values, Tuple* kwnames, std::initializer_list<Keyword> known) {
  if (!kwnames) return true;
  for (int64_t i = 0; i < kwnames->length; ++i) {
    Str* name = as_str(kwnames->items()[i]);
    bool found = false;
    for (const Keyword& k : known) {
      if (!str_equal_ascii(name, k.name)) continue;
      *k.value = values[i];
      found = true;
      break;
    }
    if (!found) {
      (void)raise(exc::TypeError, "'%U' is an invalid keyword argument for %s()", name, function);
      return false;
    }
  }
  return true;
}

Items::Items(Value iterable, bool may_stop) {
  if (threads_alive() && is_copied_atomically(iterable) && !is_exactly(iterable, tuple_type) &&
      !(may_stop && is_exactly(iterable, list_type))) {
    kind_ = Kind::copy;
    failed = !collect(copy_, iterable);
    return;
  }
  kind_ = is_exactly(iterable, list_type) ? Kind::list : is_exactly(iterable, tuple_type) ? Kind::tuple : Kind::iterator;
  source_ = kind_ == Kind::iterator ? Ref(iter(iterable)) : Ref::borrow(iterable);
  failed = source_.is_error();
}

bool Items::next(Ref& item) {
  Value v;
  if (failed) return false;
  if (kind_ == Kind::list) {
    List* list = source_.as<List>();
    v = threads_alive() ? list_get(list, index_++) : incref(list_peek(list, index_++));
  } else if (kind_ == Kind::tuple) {
    Tuple* t = source_.as<Tuple>();
    v = index_ < t->length ? incref(t->items()[index_++]) : Undefined;
  } else if (kind_ == Kind::copy) {
    v = index_ < copy_.size() ? incref(copy_[index_++]) : Undefined;
  } else {
    v = py::next(source_);
  }
  failed = v.is_error();
  item = Ref(v);
  return !failed && !v.is_undefined();
}

}  // namespace py
