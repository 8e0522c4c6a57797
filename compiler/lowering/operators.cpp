// Operators and conditions. A condition becomes a C++ bool without a detour over True and False.
#include "compiler/lowering/folding.hpp"
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

namespace {

Op binary_op(Operator op) {
  switch (op) {
    case Operator::Add: return Op::add;
    case Operator::Sub: return Op::subtract;
    case Operator::Mult: return Op::multiply;
    case Operator::MatMult: return Op::matrix_multiply;
    case Operator::Div: return Op::true_divide;
    case Operator::Mod: return Op::remainder;
    case Operator::Pow: return Op::power;
    case Operator::LShift: return Op::left_shift;
    case Operator::RShift: return Op::right_shift;
    case Operator::BitOr: return Op::bit_or;
    case Operator::BitXor: return Op::bit_xor;
    case Operator::BitAnd: return Op::bit_and;
    case Operator::FloorDiv: return Op::floor_divide;
  }
  return Op::add;
}

}  // namespace

Operand Lowering::binary(const BinOp* e) {
  Operand left = expression(e->left);
  Operand right = expression(e->right);
  const ir::Constant *a = as_constant(left), *b = as_constant(right);
  if (a && b) {
    if (std::optional<ir::Constant> known = folded(e->op, *a, *b, ir_)) return {Operand::constant, constant_index(std::move(*known))};
  }
  return emit(binary_op(e->op), {left, right});
}

Operand Lowering::unary(const UnaryOp* e) {
  if (e->op == UnaryOperator::Not) return boolean_value(negate(condition(e->operand)));
  Operand value = expression(e->operand);
  if (const ir::Constant* c = as_constant(value)) {
    if (std::optional<ir::Constant> known = folded(e->op, *c)) return {Operand::constant, constant_index(std::move(*known))};
  }
  switch (e->op) {
    case UnaryOperator::Invert: return emit(Op::invert, {value});
    case UnaryOperator::UAdd: return emit(Op::positive, {value});
    default: return emit(Op::negative, {value});
  }
}

Operand Lowering::truth(const Operand& value) {
  if (const ir::Constant* c = as_constant(value)) {
    switch (c->kind) {
      case ir::Constant::none:
      case ir::Constant::false_: return boolean(false);
      case ir::Constant::true_:
      case ir::Constant::ellipsis: return boolean(true);
      case ir::Constant::integer: return boolean(c->text != "0");
      case ir::Constant::real:
      case ir::Constant::complex: return boolean(c->number != 0 || c->imaginary != 0);
      case ir::Constant::string:
      case ir::Constant::bytes: return boolean(!c->text.empty());
      case ir::Constant::tuple:
      case ir::Constant::frozenset: return boolean(!c->items.empty());
    }
  }
  return emit(Op::truth, {value});
}

Operand Lowering::negate(const Operand& b) {
  if (const ir::Constant* c = as_constant(b)) return boolean(c->kind == ir::Constant::false_);
  return emit(Op::not_, {b});
}

Operand Lowering::boolean_value(const Operand& b) {
  return as_constant(b) ? b : emit(Op::from_boolean, {b});
}

// `a and b` as a value: each operand is the result unless its truth says to go on.
Operand Lowering::bool_op(const BoolOp* e) {
  Operand result = declare(Rep::value);
  auto from = [&](auto& self, uint32_t i) -> void {
    copy(result, expression(e->values[i]));
    if (i + 1 == e->values.size) return;
    Operand going_on = emit(Op::truth, {result});
    if (e->op == BoolOperator::Or) going_on = negate(going_on);
    branch(going_on, [&] { self(self, i + 1); });
  };
  from(from, 0);
  return result;
}

Operand Lowering::compare_pair(CmpOp op, const Operand& left, const Operand& right) {
  switch (op) {
    case CmpOp::Eq: return emit(Op::eq, {left, right});
    case CmpOp::NotEq: return emit(Op::ne, {left, right});
    case CmpOp::Lt: return emit(Op::lt, {left, right});
    case CmpOp::LtE: return emit(Op::le, {left, right});
    case CmpOp::Gt: return emit(Op::gt, {left, right});
    case CmpOp::GtE: return emit(Op::ge, {left, right});
    case CmpOp::Is: return emit(Op::is, {left, right});
    case CmpOp::IsNot: return negate(emit(Op::is, {left, right}));
    case CmpOp::In: return emit(Op::contains, {right, left});
    case CmpOp::NotIn: return negate(emit(Op::contains, {right, left}));
  }
  return {};
}

namespace {

bool yields_boolean(CmpOp op) { return op >= CmpOp::Is; }

}  // namespace

Operand Lowering::compare(const Compare* e) {
  warn_about(e);
  auto right_of = [&](uint32_t i) {
    bool member = e->ops[i] == CmpOp::In || e->ops[i] == CmpOp::NotIn;
    return member ? listed(e->comparators[i]) : expression(e->comparators[i]);
  };
  auto value_of = [&](uint32_t i, const Operand& left, const Operand& right) {
    Operand r = compare_pair(e->ops[i], left, right);
    return yields_boolean(e->ops[i]) ? boolean_value(r) : r;
  };
  Operand left = expression(e->left);
  if (e->ops.size == 1) {
    Operand right = right_of(0);
    return value_of(0, left, right);
  }
  Operand result = declare(Rep::value);
  auto from = [&](auto& self, uint32_t i, const Operand& left) -> void {
    Operand right = right_of(i);
    copy(result, value_of(i, left, right));
    if (i + 1 == e->ops.size) return;
    branch(emit(Op::truth, {result}), [&] { self(self, i + 1, right); });
  };
  from(from, 0, left);
  return result;
}

Operand Lowering::compare_condition(const Compare* e) {
  warn_about(e);
  auto right_of = [&](uint32_t i) {
    bool member = e->ops[i] == CmpOp::In || e->ops[i] == CmpOp::NotIn;
    return member ? listed(e->comparators[i]) : expression(e->comparators[i]);
  };
  auto test_of = [&](uint32_t i, const Operand& left, const Operand& right) {
    Operand r = compare_pair(e->ops[i], left, right);
    return yields_boolean(e->ops[i]) ? r : emit(Op::truth, {r});
  };
  place_ = place_of(e);   // stays, as in compiler_jump_if: what the statement does next stands here
  Operand left = expression(e->left);
  if (e->ops.size == 1) {
    Operand right = right_of(0);
    return test_of(0, left, right);
  }
  Operand result = declare(Rep::boolean);
  auto from = [&](auto& self, uint32_t i, const Operand& left) -> void {
    Operand right = right_of(i);
    copy(result, test_of(i, left, right));
    if (i + 1 == e->ops.size) return;
    branch(result, [&] { self(self, i + 1, right); });
  };
  from(from, 0, left);
  return result;
}

Operand Lowering::condition(const Expr* e) {
  if (auto* n = dyn<UnaryOp>(e); n && n->op == UnaryOperator::Not) return negate(condition(n->operand));
  if (auto* n = dyn<Compare>(e)) return compare_condition(n);
  if (auto* n = dyn<BoolOp>(e)) {
    Operand result = declare(Rep::boolean);
    auto from = [&](auto& self, uint32_t i) -> void {
      copy(result, condition(n->values[i]));
      if (i + 1 == n->values.size) return;
      auto next = [&] { self(self, i + 1); };
      if (n->op == BoolOperator::And) {
        branch(result, next);
      } else {
        branch(result, [] {}, next);
      }
    };
    from(from, 0);
    return result;
  }
  if (auto* n = dyn<IfExp>(e)) {
    Operand result = declare(Rep::boolean);
    Operand test = condition(n->test);
    branch(
        test, [&] { copy(result, condition(n->body)); }, [&] { copy(result, condition(n->orelse)); });
    return result;
  }
  return truth(expression(e));
}

// A test the compiler decides, so that only one branch is compiled: literals and __debug__.
bool Lowering::is_constant_condition(const Expr* e, bool& value) const {
  if (auto* name = dyn<Name>(e); name && name->id == "__debug__") {
    value = true;
    return true;
  }
  if (auto* n = dyn<UnaryOp>(e); n && n->op == UnaryOperator::Not && is_constant_condition(n->operand, value)) {
    value = !value;
    return true;
  }
  auto* c = dyn<Constant>(e);
  if (!c) return false;
  switch (c->value.kind) {
    case ConstantKind::None:
    case ConstantKind::False: value = false; return true;
    case ConstantKind::True:
    case ConstantKind::Ellipsis: value = true; return true;
    case ConstantKind::Int: value = c->value.text != "0"; return true;
    case ConstantKind::Float:
    case ConstantKind::Complex: value = c->value.real != 0; return true;
    case ConstantKind::Str:
    case ConstantKind::Bytes: value = !c->value.text.empty(); return true;
  }
  return false;
}

namespace {

// True when the block leaves owned values behind that are more than a fused comparison.
bool leaves_values(const Block& block, const ir::Function& fn) {
  for (const Statement& s : block) {
    if (s.kind == StatementKind::if_ && (leaves_values(s.a, fn) || leaves_values(s.b, fn))) return true;
    if (s.kind == StatementKind::inline_frame || s.kind == StatementKind::line) return true;
    if (s.kind != StatementKind::instruction) continue;
    const ir::Instruction& x = s.instruction;
    if (x.result == no_index || fn.temporaries[x.result].rep != Rep::value) continue;
    switch (x.op) {
      case Op::load_variable:
      case Op::load_builtin:
      case Op::lt:
      case Op::le:
      case Op::eq:
      case Op::ne:
      case Op::gt:
      case Op::ge: break;
      default: return true;
    }
  }
  return false;
}

}  // namespace

Operand Lowering::statement_condition(const Expr* e) {
  Block block;
  Operand result;
  {
    Into into(*this, block);
    result = condition(e);
  }
  if (result.kind == Operand::constant || !leaves_values(block, *fs_->fn)) {
    for (Statement& s : block) push(std::move(s));
    return result;
  }
  Operand kept = declare(Rep::boolean);
  Statement line;
  line.kind = StatementKind::line;
  line.label = e->span.line;
  line.a = std::move(block);
  {
    Into into(*this, line.a);
    copy(kept, result);
  }
  push(std::move(line));
  return kept;
}

}  // namespace portalis::lowering
