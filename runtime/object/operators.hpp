// Python's operators and protocols on arbitrary values: what emitted code and the runtime call.
// Fast paths for inline ints and floats are inline; everything else goes through the slots with
// CPython's rules (Objects/abstract.c: reflected operand order, NotImplemented, messages).
#pragma once

#include "runtime/object/call.hpp"

namespace py {

// ---- arithmetic: slow paths (operators.cpp) ----
enum class BinaryOp : uint8_t {
  add, subtract, multiply, matrix_multiply, true_divide, floor_divide, remainder, left_shift, right_shift, bit_and,
  bit_or, bit_xor, power, divmod,
};
Value binary_slow(BinaryOp op, Value a, Value b);
Value inplace_slow(BinaryOp op, Value a, Value b);       // a += b and so on; a borrowed, result owned
// Powers and remainders (which are also str's formatting) have functions of their own, so that WebAssembly programs without
// any need not have what they do (compiler/driver/reach.cpp).
Value remainder_slow(Value a, Value b);
Value inplace_power_slow(Value a, Value b);
Value inplace_remainder_slow(Value a, Value b);
inline Value inplace_other(BinaryOp op, Value a, Value b) {
  if (op == BinaryOp::power) return inplace_power_slow(a, b);
  return op == BinaryOp::remainder ? inplace_remainder_slow(a, b) : inplace_slow(op, a, b);
}
Value compare_slow(Value a, Value b, Compare op);
Value power_mod(Value a, Value b, Value c);
Value negative_slow(Value a);
// Any operands; floats first.
Value add_other(Value a, Value b);
Value subtract_other(Value a, Value b);
Value multiply_other(Value a, Value b);
Value compare_other(Value a, Value b, Compare op);
Truth test_other(Value a, Value b, Compare op);          // the truth of the comparison; -1 error
Value positive(Value a);
Value invert(Value a);
Value absolute(Value a);

[[gnu::always_inline]] inline Value add(Value a, Value b) {
  if (a.bits & b.bits & 1) [[likely]] {
    int64_t r;
    if (!__builtin_add_overflow(static_cast<int64_t>(a.bits), static_cast<int64_t>(b.bits - 1), &r)) return Value{static_cast<uint64_t>(r)};
  }
  return add_other(a, b);
}
[[gnu::always_inline]] inline Value subtract(Value a, Value b) {
  if (a.bits & b.bits & 1) [[likely]] {
    int64_t r;
    if (!__builtin_sub_overflow(static_cast<int64_t>(a.bits), static_cast<int64_t>(b.bits - 1), &r)) return Value{static_cast<uint64_t>(r)};
  }
  return subtract_other(a, b);
}
[[gnu::always_inline]] inline Value multiply(Value a, Value b) {
  if (a.bits & b.bits & 1) [[likely]] {
    int64_t r;
    if (!__builtin_mul_overflow(static_cast<int64_t>(a.bits - 1), b.small_int(), &r)) return Value{static_cast<uint64_t>(r) | 1};
  }
  return multiply_other(a, b);
}
inline Value floor_divide(Value a, Value b) {
  if ((a.bits & b.bits & 1) && b.bits != 1 && b.small_int() != -1) [[likely]] {
    int64_t x = a.small_int(), y = b.small_int(), q = x / y;
    return small_int(q - ((x % y != 0) & ((x ^ y) < 0)));
  }
  return binary_slow(BinaryOp::floor_divide, a, b);
}
inline Value remainder(Value a, Value b) {
  if ((a.bits & b.bits & 1) && b.bits != 1 && b.small_int() != -1) [[likely]] {
    int64_t y = b.small_int(), r = a.small_int() % y;
    return small_int(r + (((r != 0) & ((r ^ y) < 0)) ? y : 0));
  }
  return remainder_slow(a, b);
}
inline Value true_divide(Value a, Value b) {
  if (a.is_inline_float() && b.is_inline_float() && b.inline_float() != 0.0) return make_float(a.inline_float() / b.inline_float());
  return binary_slow(BinaryOp::true_divide, a, b);
}
inline Value bit_and(Value a, Value b) { return (a.bits & b.bits & 1) ? Value{a.bits & b.bits} : binary_slow(BinaryOp::bit_and, a, b); }
inline Value bit_or(Value a, Value b) { return (a.bits & b.bits & 1) ? Value{a.bits | b.bits} : binary_slow(BinaryOp::bit_or, a, b); }
inline Value bit_xor(Value a, Value b) { return (a.bits & b.bits & 1) ? Value{(a.bits ^ b.bits) | 1} : binary_slow(BinaryOp::bit_xor, a, b); }
inline Value right_shift(Value a, Value b) {
  if ((a.bits & b.bits & 1) && b.small_int() >= 0) return small_int(b.small_int() > 62 ? (a.small_int() < 0 ? -1 : 0) : a.small_int() >> b.small_int());
  return binary_slow(BinaryOp::right_shift, a, b);
}
inline Value left_shift(Value a, Value b) {
  if ((a.bits & b.bits & 1) && b.small_int() >= 0 && b.small_int() < 62) {
    int64_t x = a.small_int(), s = b.small_int(), r = static_cast<int64_t>(static_cast<uint64_t>(x) << s);
    if ((r >> s) == x && fits_small_int(r)) return small_int(r);
  }
  return binary_slow(BinaryOp::left_shift, a, b);
}
inline Value matrix_multiply(Value a, Value b) { return binary_slow(BinaryOp::matrix_multiply, a, b); }
inline Value power(Value a, Value b) {
  if (b.bits == small_int(2).bits && a.is_small_int()) return multiply(a, a);
  return power_mod(a, b, None);
}
inline Value divide_modulo(Value a, Value b) { return binary_slow(BinaryOp::divmod, a, b); }
inline Value negative(Value a) {
  if (a.is_small_int() && a.small_int() != Value::small_min) return small_int(-a.small_int());
  return negative_slow(a);
}

// ---- comparison and truth; test_lt() and so on give the truth of the comparison's result ----
template <class T>
inline bool holds(Compare op, T x, T y) {
  switch (op) {
    case Compare::lt: return x < y;
    case Compare::le: return x <= y;
    case Compare::eq: return x == y;
    case Compare::ne: return x != y;
    case Compare::gt: return x > y;
    case Compare::ge: break;
  }
  return x >= y;
}
#define PY_COMPARISON(name, operation)                                                                                 \
  [[gnu::always_inline]] inline Value name(Value a, Value b) {                                                         \
    if (a.bits & b.bits & 1) [[likely]] return boolean(static_cast<int64_t>(a.bits) operation static_cast<int64_t>(b.bits)); \
    return compare_other(a, b, Compare::name);                                                                         \
  }                                                                                                                    \
  [[gnu::always_inline]] inline Truth test_##name(Value a, Value b) {                                                  \
    if (a.bits & b.bits & 1) [[likely]] return static_cast<int64_t>(a.bits) operation static_cast<int64_t>(b.bits);    \
    return test_other(a, b, Compare::name);                                                                            \
  }
PY_COMPARISON(lt, <)
PY_COMPARISON(le, <=)
PY_COMPARISON(eq, ==)
PY_COMPARISON(ne, !=)
PY_COMPARISON(gt, >)
PY_COMPARISON(ge, >=)
#undef PY_COMPARISON

Truth truth_slow(Value v);
inline Truth truth(Value v) {                            // -1 error
  if (v.is_bool()) return v.is_true();
  if (v.is_small_int()) return v.bits != 1;
  if (v.is_none()) return 0;
  return truth_slow(v);
}
// == as a truth value, identity first (what containers use). -1 error.
Truth equal(Value a, Value b);
// `is`: identity with value semantics for ints and floats of equal bits.
inline bool is(Value a, Value b) { return a.same(b); }
Truth contains(Value container, Value item);
int64_t hash(Value v);                                   // -1 error
Truth is_instance(Value v, Value class_or_tuple);        // isinstance(), with hooks
Truth is_subclass(Value cls, Value class_or_tuple);

// ---- items, length, iteration ----
Value get_item(Value container, Value key);
Value get_item_of_instance(Value container, Value key);   // of what is no class; does not keep list[int] in a WebAssembly program
Truth set_item(Value container, Value key, Value value); // 0, or -1 error
Truth delete_item(Value container, Value key);
Value make_slice(Value start, Value stop, Value step);   // None where omitted
int64_t length(Value v);                                 // -1 error
Value iter(Value v);
Value next(Value iterator);                              // Undefined at the end (a pending StopIteration is consumed), Error
// Collects an iterable into a new list / tuple.
Value to_list(Value iterable);
Value to_tuple(Value iterable);

// ---- attributes (attributes.cpp); sites.hpp has what emitted code uses ----
Value get_attribute(Value v, Str* name);
Truth set_attribute(Value v, Str* name, Value value);    // 0, or -1 error
Truth delete_attribute(Value v, Str* name);
// Owned; Undefined instead of AttributeError.
Value get_attribute_or_undefined(Value v, Str* name);

// ---- text ----
Value repr(Value v);                                     // a str
Value str(Value v);                                      // a str
Value ascii(Value v);
Value format(Value v, Value spec);                       // format(v, spec)

}  // namespace py
