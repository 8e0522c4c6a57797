// Slot functions of classes that define dunders in Python (Objects/typeobject.c, slot_*).
#include "runtime/object/slot_functions.hpp"

#include <cstring>

#include "runtime/object/heap.hpp"

namespace py::slots {

bool is_overloaded(Value left, Value right, Str* name) {
  Value r = type_lookup(type_of(right), name);
  if (r.is_undefined()) return false;
  Value l = type_lookup(type_of(left), name);
  return l.is_undefined() || !l.same(r);
}

Value power(Value a, Value b, Value modulus) {
  if (modulus.is_none() || modulus.is_undefined()) {
    // binary<>'s rule over the ternary slot
    Type *lt = type_of(a), *rt = type_of(b);
    bool try_right = lt != rt && rt->number.power == power;
    if (lt->number.power == power) {
      if (try_right && is_subtype(rt, lt) && is_overloaded(a, b, dunder::rpow)) {
        Value r = call_maybe(b, dunder::rpow, a);
        if (!r.is_not_implemented()) return r;
        try_right = false;
      }
      Value r = call_maybe(a, dunder::pow, b);
      if (!r.is_not_implemented() || lt == rt) return r;
    }
    return try_right ? call_maybe(b, dunder::rpow, a) : NotImplemented;
  }
  if (type_of(a)->number.power != power) return NotImplemented;
  Value rest[] = {b, modulus};
  Value r = call_special(a, dunder::pow, rest, 2);
  return r.is_undefined() ? NotImplemented : r;
}

Value inplace_power(Value a, Value b, Value) { return call_maybe(a, dunder::ipow, b); }

Value compare(Value self, Value other, Compare op) {
  static constexpr Str** by_op[] = {&dunder::lt, &dunder::le, &dunder::eq, &dunder::ne, &dunder::gt, &dunder::ge};
  return call_maybe(self, *by_op[static_cast<int>(op)], other);
}

int64_t hash(Value self) {
  Value method = type_lookup(type_of(self), dunder::hash);
  if (method.is_undefined() || method.is_none()) return hash_not_implemented(self);
  Ref r = call_special(self, dunder::hash);
  if (r.is_error()) return -1;
  if (!is_int(r)) {
    (void)raise(exc::TypeError, "__hash__ method should return an integer");
    return -1;
  }
  int64_t h;
  if (int_to_int64(r, h) != IntFit::fits) h = py::hash(plain_int(r));
  return h == -1 ? -2 : h;
}

Value call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  Value local[9];
  Value* all = total < 9 ? local : static_cast<Value*>(allocate_buffer((total + 1) * sizeof(Value)));
  if (!all) return Error;
  all[0] = self;
  if (total) std::memcpy(static_cast<void*>(all + 1), args, total * sizeof(Value));
  Type* t = type_of(self);
  Ref method = Ref::borrow(type_lookup(t, dunder::call));
  Value r;
  if (method.is_undefined()) {
    r = raise(exc::TypeError, "'%N' object is not callable", t);
  } else if (is_plain_method(method)) {
    r = py::call(method, all, n + 1, kwnames);
  } else {
    Type* mt = type_of(method);
    Ref bound = mt->descriptor_get ? mt->descriptor_get(method, self, t) : incref(method.get());
    r = bound.is_error() ? Error : py::call(bound, args, n, kwnames);
  }
  if (all != local) free_buffer(all);
  return r;
}

Value get_attribute(Value self, Str* name) {
  Type* t = type_of(self);
  Value hook = type_lookup(t, dunder::getattr);
  Value plain = type_lookup(t, dunder::getattribute);
  bool generic = slot_wrapper_function(plain) == reinterpret_cast<void*>(&generic_get_attribute_slot);
  Value argument = object_value(name);
  if (hook.is_undefined()) {
    if (generic) return generic_get_attribute_slot(self, name);
    return call_special(self, dunder::getattribute, &argument, 1);
  }
  Value r;
  if (generic) {
    r = generic_get_attribute_quiet(self, name);
    if (r.is_undefined()) return call_special(self, dunder::getattr, &argument, 1);
  } else {
    r = call_special(self, dunder::getattribute, &argument, 1);
  }
  if (!r.is_error() || !error_matches(exc::AttributeError)) return r;
  clear_error();
  return call_special(self, dunder::getattr, &argument, 1);
}

Truth set_attribute(Value self, Str* name, Value value) {
  Value rest[] = {object_value(name), value};
  bool remove = value.is_undefined();
  Ref r = call_special(self, remove ? dunder::delattr : dunder::setattr, rest, remove ? 1 : 2);
  return r.is_error() ? -1 : 0;
}

Value iter(Value self) {
  Value method = type_lookup(type_of(self), dunder::iter);
  if (method.is_none()) return raise(exc::TypeError, "'%T' object is not iterable", self);
  Value r = call_special(self, dunder::iter);
  return r.is_undefined() ? raise(exc::TypeError, "'%T' object is not iterable", self) : r;
}

Value next(Value self) {
  Value r = call_special(self, dunder::next);
  if (r.is_error() && error_matches(exc::StopIteration) && stop_iteration_is_plain(this_thread->pending)) {
    clear_error();
    return Undefined;
  }
  return r;
}

Value descriptor_get(Value self, Value object, Type* owner) {
  Value rest[] = {object.is_undefined() ? None : object, owner ? object_value(owner) : None};
  Value r = call_special(self, dunder::get, rest, 2);
  return r.is_undefined() ? incref(self) : r;
}

Truth descriptor_set(Value self, Value object, Value value) {
  Value rest[] = {object, value};
  bool remove = value.is_undefined();
  Ref r = call_special(self, remove ? dunder::delete_ : dunder::set, rest, remove ? 1 : 2);
  if (r.is_undefined()) (void)raise(exc::AttributeError, remove ? "__delete__" : "__set__");
  return r.is_error() || r.is_undefined() ? -1 : 0;
}

Truth truth(Value self) {
  if (type_lookup(type_of(self), dunder::bool_).is_undefined()) {
    int64_t n = type_lookup(type_of(self), dunder::len).is_undefined() ? 1 : slots::length(self);
    return n < 0 ? -1 : n > 0;
  }
  Ref r = call_special(self, dunder::bool_);
  if (r.is_error()) return -1;
  if (!r.get().is_bool()) {
    (void)raise(exc::TypeError, "__bool__ should return bool, returned %T", r.get());
    return -1;
  }
  return r.get().is_true();
}

int64_t length(Value self) {
  Ref r = call_special(self, dunder::len);
  if (r.is_error()) return -1;
  if (r.is_undefined()) {
    (void)raise(exc::TypeError, "object of type '%T' has no len()", self);
    return -1;
  }
  Ref index = to_index(r);
  if (index.is_error()) return -1;
  int64_t n;
  IntFit fit = int_to_int64(index, n);
  if (n < 0) {
    (void)raise(exc::ValueError, "__len__() should return >= 0");
    return -1;
  }
  if (fit != IntFit::fits) {
    (void)raise(exc::OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  return n;
}

Value get_item(Value self, Value key) {
  Value r = call_special(self, dunder::getitem, &key, 1);
  return r.is_undefined() ? raise(exc::AttributeError, "__getitem__") : r;
}

Truth set_item(Value self, Value key, Value value) {
  Value rest[] = {key, value};
  bool remove = value.is_undefined();
  Ref r = call_special(self, remove ? dunder::delitem : dunder::setitem, rest, remove ? 1 : 2);
  if (r.is_undefined()) {
    (void)raise(exc::TypeError, remove ? "'%T' object doesn't support item deletion" : "'%T' object does not support item assignment", self);
    return -1;
  }
  return r.is_error() ? -1 : 0;
}

Truth contains(Value self, Value item) {
  Value method = type_lookup(type_of(self), dunder::contains);
  if (method.is_none()) {
    (void)raise(exc::TypeError, "'%T' object is not a container", self);
    return -1;
  }
  Ref r = call_special(self, dunder::contains, &item, 1);
  if (r.is_error()) return -1;
  return py::truth(r);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  uint32_t total = n + (kwnames ? static_cast<uint32_t>(kwnames->length) : 0);
  Value local[9];
  Value* all = total < 9 ? local : static_cast<Value*>(allocate_buffer((total + 1) * sizeof(Value)));
  if (!all) return -1;
  all[0] = self;
  if (total) std::memcpy(static_cast<void*>(all + 1), args, total * sizeof(Value));
  Type* t = type_of(self);
  Ref method = Ref::borrow(type_lookup(t, dunder::init));
  Ref r;
  if (is_plain_method(method)) {
    r = py::call(method, all, n + 1, kwnames);
  } else {
    Type* mt = type_of(method);
    Ref bound = mt->descriptor_get ? mt->descriptor_get(method, self, t) : incref(method.get());
    r = bound.is_error() ? Error : py::call(bound, args, n, kwnames);
  }
  if (all != local) free_buffer(all);
  if (r.is_error()) return -1;
  if (!r.get().is_none()) {
    (void)raise(exc::TypeError, "__init__() should return None, not '%T'", r.get());
    return -1;
  }
  return 0;
}

void finalize(Object* self) {
  Value o = object_value(self);
  Value saved = fetch_error();
  Ref method = Ref::borrow(type_lookup(type_of(o), dunder::del));
  if (!method.is_undefined()) {
    Ref r = call_special(o, dunder::del);
    if (r.is_error()) write_unraisable(method);
  }
  if (!saved.is_undefined()) restore_error(saved);
}

}  // namespace py::slots
