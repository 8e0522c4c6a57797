// BaseExceptionGroup and ExceptionGroup: construction, split, subgroup, derive (PEP 654, Objects/exceptions.c).
#include <cstddef>

#include "runtime/object/containers.hpp"
#include "runtime/object/exceptions.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {

static GroupObject* group(Value v) { return v.as<GroupObject>(); }
static bool is_group(Value v) { return is_subtype(type_of(v), &exc::BaseExceptionGroup); }
static Tuple* members_of(Value v) { return group(v)->exceptions.peek().as<Tuple>(); }

Value group_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n != 2) return raise(exc::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", static_cast<int>(n));
  if (!as_str(args[0])) return raise(exc::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %A", args[0]);
  if (!type_of(args[1])->get_item || as_dict(args[1])) return raise(exc::TypeError, "second argument (exceptions) must be a sequence");
  Ref exceptions = to_tuple(args[1]);
  if (exceptions.is_error()) return Error;
  Tuple* t = exceptions.as<Tuple>();
  if (t->length == 0) return raise(exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool nested_base = false;
  for (int64_t i = 0; i < t->length; ++i) {
    if (!as_exception(t->items()[i])) return raise(exc::ValueError, "Item %l of second argument (exceptions) is not an exception", i);
    nested_base |= !is_subtype(type_of(t->items()[i]), &exc::Exception);
  }
  if (cls == &exc::BaseExceptionGroup && !nested_base) {
    ensure_ready(&exc::ExceptionGroup);
    cls = &exc::ExceptionGroup;          // all are Exceptions: so is the group
  } else if (nested_base && cls == &exc::ExceptionGroup) {
    return raise(exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (nested_base && is_subtype(cls, &exc::Exception)) {
    return raise(exc::TypeError, "Cannot nest BaseExceptions in '%N'", cls);
  }
  Ref e = exception_create(cls, args, n, kwnames);
  if (e.is_error()) return Error;
  group(e)->message.set(incref(args[0]));
  group(e)->exceptions.set(exceptions.take());
  return e.take();
}

Value group_str(Value self) {
  int64_t n = members_of(self)->length;
  Ref message = group(self)->message.get();
  return format_text("%S (%l sub-exception%s)", message.get(), n, n == 1 ? "" : "s");
}

const MemberDef group_members[] = {
    {"message", offsetof(GroupObject, message), true}, {"exceptions", offsetof(GroupObject, exceptions), true}, {}};

// ---- splitting ----

// A group like `original` with other members, carrying its traceback, cause, context and notes.
Value derive_group(Value original, List* members) {
  Value list = object_value(members);
  Ref fresh = call_method(original, names::derive, list);
  if (fresh.is_error()) return Error;
  if (!is_group(fresh)) return raise(exc::TypeError, "derive must return an instance of BaseExceptionGroup");
  auto *from = original.as<Exception>(), *to = fresh.as<Exception>();
  to->traceback.set(from->traceback.get());
  to->context.set(from->context.get());
  to->cause.set(from->cause.get());
  to->suppress_context.store(from->suppress_context.load(std::memory_order_relaxed), std::memory_order_relaxed);
  Ref notes = get_attribute_or_undefined(original, dunder::notes);
  if (notes.is_error()) return Error;
  if (as_list(notes.is_undefined() ? None : notes.get())) {
    Ref copy = to_list(notes);           // each group its own list (bpo-46431)
    if (copy.is_error() || set_attribute(fresh, dunder::notes, copy) < 0) return Error;
  }
  return fresh.take();
}

// Matches one exception (or group as a whole) against the condition. -1: error.
static Truth satisfies(Value exception, Value condition) {
  if (as_type(condition) || as_tuple(condition)) return exception_matches(exception, condition);
  Ref r = call(condition, exception);
  return r.is_error() ? -1 : truth(r);
}

static bool is_condition(Value v) {
  if (Type* t = as_type(v)) return is_subtype(t, &exc::BaseException);
  if (Tuple* t = as_tuple(v)) {
    for (int64_t i = 0; i < t->length; ++i) {
      Type* c = as_type(t->items()[i]);
      if (!c || !is_subtype(c, &exc::BaseException)) return false;
    }
    return true;
  }
  return is_exactly(v, function_type) || (v.is_object() && type_of(v)->call && !as_type(v));
}

bool split_group(Value exception, Value condition, Value& match, Value& rest) {
  match = rest = None;
  Truth whole = satisfies(exception, condition);
  if (whole < 0) return false;
  if (whole) {
    match = incref(exception);
    return true;
  }
  if (!is_group(exception)) {
    rest = incref(exception);
    return true;
  }
  RecursionGuard guard(" in exception group split");
  if (!guard.ok) return false;
  Ref matched = make_list(nullptr, 0), others = make_list(nullptr, 0), members = group(exception)->exceptions.get();
  Tuple* t = members.as<Tuple>();
  for (int64_t i = 0; i < t->length; ++i) {
    Value m, r;
    if (!split_group(t->items()[i], condition, m, r)) return false;
    Ref own_m = m, own_r = r;
    if (!m.is_none() && list_append(matched.as<List>(), m) < 0) return false;
    if (!r.is_none() && list_append(others.as<List>(), r) < 0) return false;
  }
  Ref match_group = None, rest_group = None;
  if (list_size(matched.as<List>())) match_group = derive_group(exception, matched.as<List>());
  if (match_group.is_error()) return false;
  if (list_size(others.as<List>())) rest_group = derive_group(exception, others.as<List>());
  if (rest_group.is_error()) return false;
  match = match_group.take();
  rest = rest_group.take();
  return true;
}

static Value method_split(const Value* args, uint32_t) {
  if (!is_condition(args[1])) return raise(exc::TypeError, "expected a function, exception type or tuple of exception types");
  Value match, rest;
  if (!split_group(args[0], args[1], match, rest)) return Error;
  Ref m = match, r = rest;
  return tuple_of(m, r);
}
static Value method_subgroup(const Value* args, uint32_t) {
  if (!is_condition(args[1])) return raise(exc::TypeError, "expected a function, exception type or tuple of exception types");
  Value match, rest;
  if (!split_group(args[0], args[1], match, rest)) return Error;
  decref(rest);
  return match;
}
static Value method_derive(const Value* args, uint32_t n) {
  if (n != 2) return raise(exc::TypeError, "function takes exactly 1 argument (%d given)", static_cast<int>(n - 1));
  Ref message = group(args[0])->message.get();
  return call(value_of(exc::BaseExceptionGroup), message, args[1]);
}
static Value method_class_getitem(const Value* args, uint32_t) { return make_generic_alias(args[0], args[1]); }
const NativeDef group_methods[] = {
    PY_RANGE("split", method_split, 1, 1),
    PY_RANGE("subgroup", method_subgroup, 1, 1),
    PY_RANGE("derive", method_derive, 0, 255),
    {"__class_getitem__", method_class_getitem, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},
    {},
};

}  // namespace py
