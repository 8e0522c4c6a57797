// Binary, in-place and unary operators on arbitrary values (Objects/abstract.c: binary_op1, ternary_op, binary_iop1).
#include "runtime/object/class.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str.hpp"

namespace py {

// Two of one class that is no number, but can be concatenated; a sequence of such a class, and an int.
static Value add_other_values(Value a, Value b) {
  const Type* t = type_of(a);
  if (t == type_of(b) && t->concat && !t->number.add) return t->concat(a, b);
  return binary_slow(BinaryOp::add, a, b);
}
static Value multiply_other_values(Value a, Value b) {
  const Type* t = type_of(a);
  if (b.is_small_int() && t->repeat && !t->number.multiply) return t->repeat(a, b);
  return binary_slow(BinaryOp::multiply, a, b);
}
static Value subtract_other_values(Value a, Value b) { return binary_slow(BinaryOp::subtract, a, b); }

#define PY_OTHER(name, operation)                                                                                      \
  Value name##_other(Value a, Value b) {                                                                               \
    if (a.is_inline_float() && b.is_inline_float()) return make_float(a.inline_float() operation b.inline_float());    \
    return name##_other_values(a, b);                                                                                  \
  }
PY_OTHER(add, +)
PY_OTHER(subtract, -)
PY_OTHER(multiply, *)
#undef PY_OTHER

struct OperatorInfo {
  BinarySlot NumberSlots::*slot;
  BinarySlot NumberSlots::*inplace;
  const char* symbol;
  const char* inplace_symbol;
};
static constexpr OperatorInfo operators[] = {
    {&NumberSlots::add, &NumberSlots::inplace_add, "+", "+="},
    {&NumberSlots::subtract, &NumberSlots::inplace_subtract, "-", "-="},
    {&NumberSlots::multiply, &NumberSlots::inplace_multiply, "*", "*="},
    {&NumberSlots::matrix_multiply, &NumberSlots::inplace_matrix_multiply, "@", "@="},
    {&NumberSlots::true_divide, &NumberSlots::inplace_true_divide, "/", "/="},
    {&NumberSlots::floor_divide, &NumberSlots::inplace_floor_divide, "//", "//="},
    {&NumberSlots::remainder, &NumberSlots::inplace_remainder, "%", "%="},
    {&NumberSlots::left_shift, &NumberSlots::inplace_left_shift, "<<", "<<="},
    {&NumberSlots::right_shift, &NumberSlots::inplace_right_shift, ">>", ">>="},
    {&NumberSlots::bit_and, &NumberSlots::inplace_and, "&", "&="},
    {&NumberSlots::bit_or, &NumberSlots::inplace_or, "|", "|="},
    {&NumberSlots::bit_xor, &NumberSlots::inplace_xor, "^", "^="},
    {nullptr, nullptr, "** or pow()", "**="},            // never looked at: power_mod(), inplace_power_slow()
    {&NumberSlots::divmod, nullptr, "divmod()", "divmod()"},
};

// The left operand's slot, then the right's; the right's first when its class derives from the left's.
static Value binary_number(Value a, Value b, BinarySlot NumberSlots::*slot) {
  Type *ta = type_of(a), *tb = type_of(b);
  BinarySlot left = ta->number.*slot, right = tb != ta ? tb->number.*slot : nullptr;
  if (right == left) right = nullptr;
  if (left) {
    if (right && is_subtype(tb, ta)) {
      Value r = right(a, b);
      if (!r.is_not_implemented()) return r;
      right = nullptr;
    }
    Value r = left(a, b);
    if (!r.is_not_implemented()) return r;
  }
  return right ? right(a, b) : NotImplemented;
}

static Value ternary_number(Value a, Value b, Value c) {
  Type *ta = type_of(a), *tb = type_of(b);
  TernarySlot left = ta->number.power, right = tb != ta ? tb->number.power : nullptr;
  if (right == left) right = nullptr;
  if (left) {
    if (right && is_subtype(tb, ta)) {
      Value r = right(a, b, c);
      if (!r.is_not_implemented()) return r;
      right = nullptr;
    }
    Value r = left(a, b, c);
    if (!r.is_not_implemented()) return r;
  }
  if (right) {
    Value r = right(a, b, c);
    if (!r.is_not_implemented()) return r;
  }
  if (!c.is_none()) {
    TernarySlot third = type_of(c)->number.power;
    if (third && third != left && third != right) return third(a, b, c);
  }
  return NotImplemented;
}

[[gnu::cold]] static Value raise_unsupported(Value a, Value b, BinaryOp op, const char* symbol) {
  if (op == BinaryOp::right_shift && is_exactly(a, native_function_type)) {
    Ref name = get_attribute_or_undefined(a, dunder::name);
    if (!name.is_error() && !name.is_undefined() && as_str(name) && str_equal_ascii(as_str(name), "print")) {
      return raise(exc::TypeError, "unsupported operand type(s) for %s: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?", symbol, a, b);
    }
  }
  return raise(exc::TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

static Value repeat_by(Value sequence, Value (*repeat)(Value, Value), Value count) {
  if (!is_int(count) && !type_of(count)->number.index) {
    return raise(exc::TypeError, "can't multiply sequence by non-int of type '%T'", count);
  }
  return repeat(sequence, count);
}

// What sequences do for + and *; NotImplemented when neither operand is one.
static Value sequence_operator(BinaryOp op, Value a, Value b) {
  if (op == BinaryOp::add) {
    if (BinarySlot concat = type_of(a)->concat) return concat(a, b);
  } else if (op == BinaryOp::multiply) {
    if (auto repeat = type_of(a)->repeat) return repeat_by(a, repeat, b);
    if (auto repeat = type_of(b)->repeat) return repeat_by(b, repeat, a);
  }
  return NotImplemented;
}

// Not in line where what is frequent has been tried before: that saves nothing then.
[[gnu::noinline]] Value binary_slow(BinaryOp op, Value a, Value b) {
  const OperatorInfo& info = operators[static_cast<int>(op)];
  Value r = binary_number(a, b, info.slot);
  if (!r.is_not_implemented()) [[likely]] return r;
  r = sequence_operator(op, a, b);
  return r.is_not_implemented() ? raise_unsupported(a, b, op, info.symbol) : r;
}

Value power_mod(Value a, Value b, Value c) {
  Value r = ternary_number(a, b, c);
  if (!r.is_not_implemented()) return r;
  if (c.is_none()) return raise(exc::TypeError, "unsupported operand type(s) for ** or pow(): '%T' and '%T'", a, b);
  return raise(exc::TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, c);
}

Value remainder_slow(Value a, Value b) {
  if (quick_ways && is_exactly(a, str_type) && !type_of(b)->number.remainder) return str_type.number.remainder(a, b);
  return binary_slow(BinaryOp::remainder, a, b);
}
Value inplace_remainder_slow(Value a, Value b) { return inplace_slow(BinaryOp::remainder, a, b); }

Value inplace_power_slow(Value a, Value b) {
  Value r = NotImplemented;
  if (TernarySlot slot = type_of(a)->number.inplace_power) r = slot(a, b, None);
  if (r.is_not_implemented()) r = ternary_number(a, b, None);
  return r.is_not_implemented() ? raise_unsupported(a, b, BinaryOp::power, "**=") : r;
}

Value inplace_slow(BinaryOp op, Value a, Value b) {
  Type* t = type_of(a);
  const OperatorInfo& info = operators[static_cast<int>(op)];
  if (info.inplace) {
    if (BinarySlot slot = t->number.*info.inplace) {
      Value r = slot(a, b);
      if (!r.is_not_implemented()) return r;
    }
  }
  Value r = binary_number(a, b, info.slot);
  if (!r.is_not_implemented()) return r;
  if (op == BinaryOp::add && t->inplace_concat) return t->inplace_concat(a, b);
  if (op == BinaryOp::multiply && t->inplace_repeat) return repeat_by(a, t->inplace_repeat, b);
  r = sequence_operator(op, a, b);
  return r.is_not_implemented() ? raise_unsupported(a, b, op, info.inplace_symbol) : r;
}

static Value unary(Value a, UnarySlot NumberSlots::*slot, const char* symbol) {
  if (UnarySlot f = type_of(a)->number.*slot) return f(a);
  return raise(exc::TypeError, "bad operand type for %s: '%T'", symbol, a);
}
Value negative_slow(Value a) { return unary(a, &NumberSlots::negative, "unary -"); }
Value positive(Value a) { return unary(a, &NumberSlots::positive, "unary +"); }
Value invert(Value a) { return unary(a, &NumberSlots::invert, "unary ~"); }
Value absolute(Value a) { return unary(a, &NumberSlots::absolute, "abs()"); }

}  // namespace py
