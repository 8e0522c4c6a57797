// What emitted code calls where it runs once: in the bodies of modules and classes, outside loops. The operations are
// those of the same names elsewhere, with no site to remember anything in and nothing inlined, since the C++ compiler's
// time for a long module goes into inlined code.
#pragma once

#include <initializer_list>

#include "runtime/program/statements.hpp"

namespace py {

// A Ref whose reference is dropped by a call.
class [[nodiscard]] Held : public Ref {
 public:
  Held() = default;
  Held(Value owned) : Ref(owned) {}
  Held(Ref&& other) : Ref(std::move(other)) {}
  Held(Held&& other) : Ref(std::move(other)) {}
  Held& operator=(Value owned);
  Held& operator=(Ref&& other) { return *this = other.take(); }
  Held& operator=(Held&& other) { return *this = other.take(); }
  ~Held();
  void reset();
};

namespace once {

using Values = std::initializer_list<Value>;

Value call_values(Value callee, Values arguments, Tuple* names);
Value call_method_values(Str* name, Values object_and_arguments, Tuple* names);

inline void check_arguments(Values arguments) {
  if constexpr (checks_on) {
    for (Value v : arguments) check_argument(v);
  }
}
inline Value call(Value callee, Values arguments) {
  check_argument(callee);
  check_arguments(arguments);
  return check_result(call_values(callee, arguments, nullptr));
}
// The last keywords->length arguments are keyword values.
inline Value call_with_keywords(Value callee, Value keywords, Values arguments) {
  check_argument(callee);
  check_arguments(arguments);
  return check_result(call_values(callee, arguments, keywords.as<Tuple>()));
}
inline Value call_method(Str* name, Values object_and_arguments) {
  check_arguments(object_and_arguments);
  return check_result(call_method_values(name, object_and_arguments, nullptr));
}
inline Value call_method_with_keywords(Str* name, Value keywords, Values object_and_arguments) {
  check_arguments(object_and_arguments);
  return check_result(call_method_values(name, object_and_arguments, keywords.as<Tuple>()));
}

Value tuple_from(Values items);
Value list_from(Values items);
bool unpack(Value iterable, uint32_t n, Ref* out);
Truth truth(Value v);

#define PY_ONCE_BINARY(X)                                                                                         \
  X(add) X(subtract) X(multiply) X(matrix_multiply) X(true_divide) X(floor_divide) X(remainder) X(power)          \
  X(left_shift) X(right_shift) X(bit_and) X(bit_or) X(bit_xor) X(inplace_add) X(inplace_subtract)                 \
  X(inplace_multiply) X(inplace_matrix_multiply) X(inplace_true_divide) X(inplace_floor_divide)                   \
  X(inplace_remainder) X(inplace_power) X(inplace_left_shift) X(inplace_right_shift) X(inplace_bit_and)           \
  X(inplace_bit_or) X(inplace_bit_xor) X(lt) X(le) X(eq) X(ne) X(gt) X(ge)
#define PY_ONCE_TESTS(X) X(test_lt) X(test_le) X(test_eq) X(test_ne) X(test_gt) X(test_ge)
#define PY_ONCE_VALUE(name) Value name(Value a, Value b);
#define PY_ONCE_TRUTH(name) Truth name(Value a, Value b);
PY_ONCE_BINARY(PY_ONCE_VALUE)
PY_ONCE_TESTS(PY_ONCE_TRUTH)
#undef PY_ONCE_VALUE
#undef PY_ONCE_TRUTH
Value negative(Value a);

}  // namespace once
}  // namespace py
