// except*: splitting what was caught among the clauses, and raising what is left (PEP 654).
//
// The state is a list: the exception caught, what no clause has taken yet (or None), what clauses raised, and what the
// clause that runs has taken, which is what sys.exception() and a bare raise see there.
#include "runtime/object/exceptions.hpp"
#include "runtime/program/statements.hpp"

namespace py {
namespace {

enum : int64_t { original = 0, remaining = 1, raised = 2, current = 3 };

Truth is_group_class(Value kind) {
  Type* type = as_type(kind);
  return type && is_subtype(type, &exc::BaseExceptionGroup);
}

bool valid_kinds(Value kinds) {
  Tuple* several = as_tuple(kinds);
  int64_t n = several ? several->length : 1;
  for (int64_t i = 0; i < n; ++i) {
    Value kind = several ? several->items()[i] : kinds;
    Type* type = as_type(kind);
    if (!type || !is_subtype(type, &exc::BaseException)) {
      (void)raise(exc::TypeError, "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (is_group_class(kind)) {
      (void)raise(exc::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
      return false;
    }
  }
  return true;
}

void set_state(Value state, int64_t index, Value owned) {
  state.as<List>()->items.load(std::memory_order_relaxed)[index].set(owned);
}

// A lone exception is handed to the clause in a group of its own.
Value wrap(Value exception) {
  Ref members = tuple_of(exception), message = make_str("");
  return call(value_of(exc::BaseExceptionGroup), message, members);
}

}  // namespace

Value group_begin(Value exception) {
  Ref none_raised = make_list(nullptr, 0);
  Value parts[] = {exception, exception, none_raised, exception};
  return make_list(parts, 4);
}

// The innermost except block is the one of the whole statement.
static void handle(Value state, Value exception) {
  this_thread->handling->exception = exception;
  set_state(state, current, incref(exception));
}
static Value match(Value state, Value kinds);

Value group_match(Value state, Value kinds) {
  Value part = match(state, kinds);
  if (part.is_error()) return Error;
  Ref first = list_get(state.as<List>(), original);
  handle(state, part.is_undefined() ? first.get() : part);
  return part;
}

static Value match(Value state, Value kinds) {
  Ref rest = list_get(state.as<List>(), remaining);
  if (!valid_kinds(kinds)) return Error;
  if (rest.get().is_none()) return Undefined;
  Truth whole = exception_matches(rest, kinds);
  if (whole < 0) return Error;
  if (whole) {
    set_state(state, remaining, None);
    return is_subtype(type_of(rest), &exc::BaseExceptionGroup) ? rest.take() : wrap(rest);
  }
  if (!is_subtype(type_of(rest), &exc::BaseExceptionGroup)) return Undefined;
  Value match = None, others = None;
  if (!split_group(rest, kinds, match, others)) return Error;
  if (match.is_none()) {
    decref(others);
    return Undefined;
  }
  set_state(state, remaining, others);
  return match;
}

void group_raised(Value state, Value exception) {
  Ref list = list_get(state.as<List>(), raised);
  (void)list_append(list.as<List>(), exception);
}

bool group_end(Value state) {
  Ref first = list_get(state.as<List>(), original), rest = list_get(state.as<List>(), remaining), list = list_get(state.as<List>(), raised);
  if (!rest.get().is_none()) (void)list_append(list.as<List>(), rest);
  handle(state, first);
  Ref result = combine_star(first, list.as<List>());
  if (result.is_error()) return false;
  if (result.get().is_none()) return true;
  restore_error(result.take());
  return false;
}

}  // namespace py
