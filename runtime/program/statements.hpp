// What single statements and expressions of emitted code need beyond the operators: functions, classes,
// imports, contexts, unpacking, loops over range(), f-strings, pattern matching, except*.
#pragma once

#include "runtime/object/container_inline.hpp"
#include "runtime/object/sites.hpp"
#include "runtime/program/frame.hpp"
#include "runtime/program/variables.hpp"

namespace py {

// ---- calls ----
template <class... A>
inline Value invoke(Value callee, const A&... a) {
  (check_argument(callee), ..., check_argument(a));
  if constexpr (sizeof...(A) == 0) {
    return check_result(call(callee, nullptr, 0));
  } else {
    Value values[] = {a...};
    return check_result(call(callee, values, sizeof...(A)));
  }
}
// The last keywords->length arguments are keyword values.
template <class... A>
inline Value invoke_with_keywords(Value callee, Value keywords, const A&... a) {
  (check_argument(callee), ..., check_argument(a));
  Tuple* names = keywords.as<Tuple>();
  Value values[] = {a...};
  return check_result(call(callee, values, static_cast<uint32_t>(sizeof...(A) - names->length), names));
}
template <class... A>
inline Value invoke_method(MethodSite& site, Str* name, const A&... a) {
  (check_argument(a), ...);
  Value values[] = {a...};
  return check_result(call_method(site, name, values, sizeof...(A)));
}
template <class... A>
inline Value invoke_method_with_keywords(MethodSite& site, Str* name, Value keywords, const A&... a) {
  (check_argument(a), ...);
  Tuple* names = keywords.as<Tuple>();
  Value values[] = {a...};
  return check_result(call_method_slow(site, name, values, static_cast<uint32_t>(sizeof...(A) - names->length), names));
}
// The same with what find_method() found before the arguments were evaluated.
template <class... A>
inline Value invoke_method(const FoundMethod& found, const A&... a) {
  (check_argument(a), ...);
  Value values[] = {a...};
  return check_result(found.call(values, sizeof...(A)));
}
template <class... A>
inline Value invoke_method_with_keywords(const FoundMethod& found, Value keywords, const A&... a) {
  (check_argument(a), ...);
  Tuple* names = keywords.as<Tuple>();
  Value values[] = {a...};
  return check_result(found.call_slow(values, static_cast<uint32_t>(sizeof...(A) - names->length), names));
}
// list.append(item), or whatever else the object's `append` is.
inline Value invoke_append(MethodSite& site, Str* name, Value list, Value item) {
  if (is_exactly(list, list_type)) [[likely]] return list_append_inline(list.as<List>(), item) < 0 ? Error : None;
  return invoke_method(site, name, list, item);
}
inline Value invoke_append(const FoundMethod& found, Value list, Value item) {
  if (is_exactly(list, list_type)) [[likely]] return list_append_inline(list.as<List>(), item) < 0 ? Error : None;
  return invoke_method(found, list, item);
}
// Calls `body` directly when the callee, from load_callee(), still is the function `expected` of the module, with the code
// it was compiled from (the usual case), else anything.
template <Value (*body)(Function*, const Value*), class... A>
inline Value invoke_known(Value callee, Function* expected, const A&... a) {
  (check_argument(a), ...);
  Value values[sizeof...(A) + 1] = {a...};
  if (callee.is_undefined() || (expected && callee.same(object_value(expected)))) [[likely]] {
    if (expected->code->body == body) [[likely]] return check_result(body(expected, values));
    callee = object_value(expected);
  }
  return check_result(call(callee, values, sizeof...(A)));
}
// The same where the last arguments are left out: what their parameters default to is passed as long as the function still has these
// defaults.
template <Value (*body)(Function*, const Value*), class... A>
inline Value invoke_known_with_defaults(Value callee, Function* expected, Value defaults, uint32_t given, const A&... a) {
  (check_argument(a), ...);
  Value values[sizeof...(A)] = {a...};
  if (callee.is_undefined() || (expected && callee.same(object_value(expected)))) [[likely]] {
    if (expected->code->body == body && expected->defaults.peek().same(defaults)) [[likely]] return check_result(body(expected, values));
    callee = object_value(expected);
  }
  return check_result(call(callee, values, given));
}
// The same where the arguments after `by_position` are for keywords, named `names`, and what is left out follows those: `order`
// says which of them each parameter takes. Undefined for `defaults`: nothing is left out.
template <Value (*body)(Function*, const Value*), unsigned... order, class... A>
inline Value invoke_known_with_keywords(Value callee, Function* expected, Value defaults, Value names, uint32_t by_position, const A&... a) {
  (check_argument(a), ...);
  Value values[] = {a...};
  if (callee.is_undefined() || (expected && callee.same(object_value(expected)))) [[likely]] {
    bool as_compiled = expected->code->body == body && (defaults.is_undefined() || expected->defaults.peek().same(defaults));
    if (as_compiled) [[likely]] {
      Value bound[] = {values[order]...};
      return check_result(body(expected, bound));
    }
    callee = object_value(expected);
  }
  return check_result(call(callee, values, by_position, names.as<Tuple>()));
}
// container[start:stop:step], without a slice object where the container is a built-in sequence.
Value get_slice(Value container, Value start, Value stop, Value step);
Truth set_slice(Value container, Value start, Value stop, Value step, Value value);
Truth delete_slice(Value container, Value start, Value stop, Value step);
Value super_zero_arguments(Value class_cell, Value first_argument);

// ---- operators with an effect on the left operand, and tests ----
// += on a variable or element that is overwritten with the result at once: a str only the caller refers to grows in place.
Value inplace_add_slow(Value a, Value b);
inline Value inplace_add(Value a, Value b) {
  if ((a.bits & b.bits & 1) || (a.is_inline_float() && b.is_inline_float())) return add(a, b);
  return inplace_add_slow(a, b);
}
// Errors name the operator as written, so pairs it is not defined for take the slow way.
#define PY_INPLACE(name, floats_too)                                                                             \
  inline Value inplace_##name(Value a, Value b) {                                                                \
    bool plain = (a.bits & b.bits & 1) || (floats_too && a.is_inline_float() && b.is_inline_float());            \
    return plain ? name(a, b) : inplace_other(BinaryOp::name, a, b);                                             \
  }
PY_INPLACE(subtract, true)
PY_INPLACE(multiply, true)
PY_INPLACE(true_divide, true)
PY_INPLACE(floor_divide, true)
PY_INPLACE(remainder, true)
PY_INPLACE(power, true)
PY_INPLACE(left_shift, false)
PY_INPLACE(right_shift, false)
PY_INPLACE(bit_and, false)
PY_INPLACE(bit_or, false)
PY_INPLACE(bit_xor, false)
#undef PY_INPLACE
inline Value inplace_matrix_multiply(Value a, Value b) { return inplace_slow(BinaryOp::matrix_multiply, a, b); }
// Truth of an owned value that may be Error.
inline Truth truth_of(Value owned) {
  if (owned.is_bool()) [[likely]] return owned.is_true();
  if (owned.is_error()) return -1;
  Ref v = owned;
  return truth(v);
}

// ---- functions and classes ----
// defaults: Tuple or Undefined; keyword_defaults, annotations: Dict or Undefined. Borrowed.
Value new_function(const Code& code, Object* module, Value defaults, Value keyword_defaults, Value annotations,
                   const Value* cells, uint32_t cell_count);
// A module-level function bound once: never freed, so that threads share it without counting.
void keep_forever(Function*& known, Value function);
// Likewise the class a statement at the top of a module makes.
void keep_class_forever(Value cls);
// The class's own methods store that many attributes into their instances: room for them and for those of its base.
void expect_attributes(Value cls, uint32_t stored);
// The class statement (PEP 3115, 487, 560): body is called with the namespace as its only argument.
Value build_class(Value body_function, Str* name, Value bases, Value keywords);

// ---- building ----
// A temporary used for the last time is moved into what is built; everything else is borrowed.
inline Value owned_item(Value v) {
  check_argument(v);
  return incref(v);
}
inline Value owned_item(Ref&& temporary) { return temporary.take(); }
inline Value owned_item(Loan&& temporary) { return temporary.take(); }
template <class... A>
inline Value tuple_from(A&&... a) {
  if constexpr (sizeof...(A) == 0) {
    return make_tuple(nullptr, 0);
  } else {
    Value values[] = {owned_item(std::forward<A>(a))...};
    return make_tuple_owned(values, sizeof...(A));
  }
}
template <class... A>
inline Value list_from(A&&... a) {
  if constexpr (sizeof...(A) == 0) {
    return make_list_sized(0);
  } else {
    Value values[] = {owned_item(std::forward<A>(a))...};
    return make_list_owned(values, sizeof...(A));
  }
}
Value set_from(const Value* items, uint32_t n);                      // TypeError: unhashable
Value dict_from(const Value* keys_and_values, uint32_t pairs);
bool extend_list(Value list, Value iterable, bool starred_argument);
bool update_set(Value set, Value iterable);
bool update_dict(Value dict, Value mapping);                         // {**mapping}
bool merge_keywords(Value dict, Value mapping, Value callee);        // f(**mapping)
// conversion: 0, 's', 'r', 'a'. spec: str or Undefined.
Value format_value(Value v, Value spec, int conversion);
Value join_strings(const Value* strings, uint32_t n);
template <class Holder> bool unpack_slow(Value iterable, uint32_t n, Holder* out);
template <class Holder> inline bool unpack(Value iterable, uint32_t n, Holder* out) {
  if (is_exactly(iterable, tuple_type) && iterable.as<Tuple>()->length == n) [[likely]] {
    for (uint32_t i = 0; i < n; ++i) out[i] = Holder::borrow(iterable.as<Tuple>()->items()[i]);
    return true;
  }
  return unpack_slow(iterable, n, out);
}
inline bool unpack(Value iterable, uint32_t n, std::nullptr_t) { return unpack<Ref>(iterable, n, nullptr); }   // () = iterable
bool unpack_star(Value iterable, uint32_t before, uint32_t after, Ref* out);

// ---- loops over range() ----
// Inline ints run in registers; anything else goes through a range object.
class RangeLoop {
 public:
  RangeLoop() = default;
  RangeLoop(Value from, Value to, Value by) { start(from, to, by); }
  void start(Value from, Value to, Value by);
  // Goes on with `remaining` more elements.
  void resume(int64_t next, int64_t step, uint64_t remaining);
  bool failed() const { return failed_; }
  // The next element (inline int or owned); false at the end.
  bool next(Ref& element) {
    if (fast_) [[likely]] {
      if (remaining_ == 0) return false;
      --remaining_;
      element = Ref(small_int(current_));
      current_ += step_;
      return true;
    }
    return next_slow(element);
  }
  void reset() { iterator_.reset(); }

 private:
  bool next_slow(Ref& element);
  int64_t current_ = 0, step_ = 1;
  uint64_t remaining_ = 0;
  bool fast_ = false, failed_ = false;
  Ref iterator_;
};

// ---- imports ----
// package: the dotted name as written in `import a.b.c`; whole: true gives the module itself, else the top package.
Value import_name(Str* name, bool whole);
Value import_from(Value module, Str* name);
bool import_star(Value module, Dict* globals);

// ---- exceptions and contexts ----
Value raise_assertion(Value message);                                // Undefined: none
// A bare raise. True: the handled exception goes on, its traceback as it was; false: there was none (RuntimeError).
bool reraise_handled();
Value reraise_caught(Value exception);
bool with_enter(Value manager, Ref& entered, Ref& exit);
bool with_exit(Value exit);
Truth with_exit_error(Value exit, Value exception);
Value group_begin(Value exception);
Value group_match(Value state, Value kinds);
void group_raised(Value state, Value exception);
bool group_end(Value state);                                         // false: raised what is left

// ---- match ----
bool match_is_sequence(Value subject);
bool match_is_mapping(Value subject);
Truth length_equals(Value subject, int64_t n);
Truth length_at_least(Value subject, int64_t n);
Value match_keys(Value subject, Value keys);
Value match_rest(Value subject, Value keys);
Value match_class(Value subject, Value cls, uint32_t positional, Value keyword_names);

// ---- typing ----
Value make_type_variable(Str* name, Value bound, Value fallback, uint32_t kind);
Value make_type_alias(Str* name, Value value_function, Value parameters);

}  // namespace py
