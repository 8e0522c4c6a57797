// What an except* statement raises in the end (Objects/exceptions.c, _PyExc_PrepReraiseStar).
//
// Exceptions that handlers raised anew go as they are; those they re-raised, and the part nobody took, keep the place
// in the nesting of groups that they had in the original.
#include "runtime/object/containers.hpp"
#include "runtime/object/exceptions.hpp"

namespace py {

static bool is_group(Value v) { return is_subtype(type_of(v), &exc::BaseExceptionGroup); }

// Re-raised parts share the original's metadata; new exceptions have their own.
static bool same_metadata(Value a, Value b) {
  auto *x = a.as<Exception>(), *y = b.as<Exception>();
  return x->traceback.peek().same(y->traceback.peek()) && x->cause.peek().same(y->cause.peek()) && x->context.peek().same(y->context.peek());
}

static Truth collect_leaves(Value exception, List* leaves) {
  if (!is_group(exception)) return list_append(leaves, exception);
  Ref members = exception.as<GroupObject>()->exceptions.get();
  Tuple* t = members.as<Tuple>();
  for (int64_t i = 0; i < t->length; ++i) {
    if (collect_leaves(t->items()[i], leaves) < 0) return -1;
  }
  return 0;
}

static bool holds(List* leaves, Value exception) {
  for (int64_t i = 0, n = list_size(leaves); i < n; ++i) {
    Ref leaf = list_get(leaves, i);
    if (leaf.get().same(exception)) return true;
  }
  return false;
}

// The part of `exception` made of the given leaves, in the same nesting; None when there is none of them.
static Value project(Value exception, List* leaves) {
  if (!is_group(exception)) return holds(leaves, exception) ? incref(exception) : None;
  Ref kept = make_list(nullptr, 0), members = exception.as<GroupObject>()->exceptions.get();
  Tuple* t = members.as<Tuple>();
  bool all = true;
  for (int64_t i = 0; i < t->length; ++i) {
    Ref part = project(t->items()[i], leaves);
    if (part.is_error()) return Error;
    all &= part.get().same(t->items()[i]);
    if (!part.get().is_none() && list_append(kept.as<List>(), part) < 0) return Error;
  }
  if (all) return incref(exception);
  return list_size(kept.as<List>()) ? derive_group(exception, kept.as<List>()) : None;
}

Value combine_star(Value original, List* raised) {
  int64_t n = list_size(raised);
  if (n == 0) return None;
  if (!is_group(original)) return list_get(raised, 0);   // a lone exception: at most one handler ran
  Ref fresh = make_list(nullptr, 0), leaves = make_list(nullptr, 0);
  for (int64_t i = 0; i < n; ++i) {
    Ref e = list_get(raised, i);
    if (e.get().is_none()) continue;
    if (same_metadata(e, original)) {
      if (collect_leaves(e, leaves.as<List>()) < 0) return Error;
    } else if (list_append(fresh.as<List>(), e) < 0) {
      return Error;
    }
  }
  Ref again = project(original, leaves.as<List>());
  if (again.is_error()) return Error;
  if (list_size(fresh.as<List>()) == 0) return again.take();
  if (!again.get().is_none() && list_append(fresh.as<List>(), again) < 0) return Error;
  Ref message = make_str("");
  return call(value_of(exc::BaseExceptionGroup), message, fresh);
}

}  // namespace py
