// Expressions down to the operands of operators: lambda, conditional, boolean, comparison, arithmetic.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

bool Parser::at_expression_start() const {
  switch (tok().kind) {
    case Kind::Name:
    case Kind::Number:
    case Kind::String:
    case Kind::FStringStart:
    case Kind::LPar:
    case Kind::LSqb:
    case Kind::LBrace:
    case Kind::Plus:
    case Kind::Minus:
    case Kind::Tilde:
    case Kind::Star:
    case Kind::Ellipsis:
    case Kind::KwFalse:
    case Kind::KwNone:
    case Kind::KwTrue:
    case Kind::KwNot:
    case Kind::KwLambda:
    case Kind::KwAwait: return true;
    default: return false;
  }
}

// a, *b, c: one expression, or a Tuple when there is a comma.
Expr* Parser::star_expressions() {
  const Token& first = tok();
  Expr* one = star_expression();
  if (!at(Kind::Comma)) return one;
  SeqBuilder<Expr*> elts(arena_);
  elts.push(one);
  while (eat(Kind::Comma)) {
    if (!at_expression_start()) break;
    Speculation attempt(*this);
    Expr* elt = star_expression();
    if (!settle_if_diagnosing(attempt)) break;
    elts.push(elt);
  }
  auto* node = make<Tuple>(span_from(first));
  node->elts = elts.take();
  return node;
}

Expr* Parser::star_expression() {
  if (!at(Kind::Star)) return expression();
  const Token& first = tok();
  advance();
  Expr* value = bitwise_or();
  auto* node = make<Starred>(span_from(first));
  node->value = value;
  return node;
}

Expr* Parser::star_named_expression() {
  if (!at(Kind::Star)) return named_expression();
  if (diagnosing() && tok().level > 0) {
    Speculation attempt(*this);
    advance();
    bool alone = !at_expression_start();
    attempt.undo();
    if (alone) {
      next();
      raise_at_furthest("P0101", "Invalid star expression");
    }
  }
  return star_expression();
}

Expr* Parser::yield_or_star_expressions() { return at(Kind::KwYield) ? yield_expression() : star_expressions(); }

Expr* Parser::yield_expression() {
  const Token& first = tok();
  advance();
  if (eat(Kind::KwFrom)) {
    Expr* value = expression();
    auto* node = make<YieldFrom>(span_from(first));
    node->value = value;
    return node;
  }
  Expr* value = at_expression_start() ? star_expressions() : nullptr;
  auto* node = make<Yield>(span_from(first));
  node->value = value;
  return node;
}

// expression, or NAME := expression.
Expr* Parser::named_expression() {
  const Token& first = tok();
  if (at(Kind::Name) && next_is(Kind::ColonEqual)) {
    auto* target = make<Name>(first.span);
    target->id = identifier(first);
    target->ctx = ExprContext::Store;
    advance();
    advance();
    Expr* value = expression();
    auto* node = make<NamedExpr>(span_from(first));
    node->target = target;
    node->value = value;
    return node;
  }
  Expr* value = expression();
  if (at(Kind::ColonEqual)) {
    if (diagnosing()) {
      Speculation attempt(*this);
      advance();
      expression();
      if (attempt.undo()) raise("P0107", std::string("cannot use assignment expressions with ") + expression_name(value), value->span);
    }
    fail();
  }
  if (at(Kind::Equal) && diagnosing()) diagnose_misplaced_equal(first, value);
  return value;
}

Expr* Parser::lambda() {
  Nesting nesting(*this);
  const Token& first = tok();
  advance();
  Arguments* args = parameters(Kind::Colon);
  if (diagnosing() && at(Kind::Colon) && next_is(Kind::FStringMiddle))
    raise("P0111", "f-string: lambda expressions are not allowed without parentheses", Span::join(first.span, tok().span));
  expect(Kind::Colon);
  Expr* body = expression();
  auto* node = make<Lambda>(span_from(first));
  node->args = args;
  node->body = body;
  return node;
}

Expr* Parser::expression() {
  if (at(Kind::KwLambda)) return lambda();
  Nesting nesting(*this);
  const Token& first = tok();
  Expr* body = disjunction();
  if (diagnosing()) diagnose_two_expressions(first, body);
  if (!at(Kind::KwIf)) return body;
  Speculation attempt(*this);
  advance();
  Expr* test = disjunction();
  if (!at(Kind::KwElse)) {
    if (diagnosing() && !at(Kind::Colon)) raise("P0101", "expected 'else' after 'if' expression", Span::join(first.span, last_->span));
    fail();
  }
  advance();
  Expr* orelse = expression();
  if (!settle_if_diagnosing(attempt)) return body;
  auto* node = make<IfExp>(span_from(first));
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Expr* Parser::disjunction() {
  const Token& first = tok();
  if (!tried_plain_.empty() && !failed_) {
    // Only in the second pass. What was parsed once without diagnosis is not diagnosed later:
    // so it is in CPython, whose parser remembers the result.
    std::size_t index = static_cast<std::size_t>(tok_ - begin_);
    if (diagnosing_ && (tried_plain_[index] || --diagnosis_budget_ < 0)) {
      WithoutDiagnosis off(*this);
      return disjunction();
    }
    if (!diagnosing_) tried_plain_[index] = true;
  }
  Expr* one = conjunction();
  if (!at(Kind::KwOr)) return one;
  SeqBuilder<Expr*> values(arena_);
  values.push(one);
  while (at(Kind::KwOr)) {
    Speculation attempt(*this);
    advance();
    Expr* value = conjunction();
    if (!settle_if_diagnosing(attempt)) break;
    values.push(value);
  }
  if (values.size() == 1) return one;
  auto* node = make<BoolOp>(span_from(first));
  node->op = BoolOperator::Or;
  node->values = values.take();
  return node;
}

Expr* Parser::conjunction() {
  const Token& first = tok();
  Expr* one = inversion();
  if (!at(Kind::KwAnd)) return one;
  SeqBuilder<Expr*> values(arena_);
  values.push(one);
  while (at(Kind::KwAnd)) {
    Speculation attempt(*this);
    advance();
    Expr* value = inversion();
    if (!settle_if_diagnosing(attempt)) break;
    values.push(value);
  }
  if (values.size() == 1) return one;
  auto* node = make<BoolOp>(span_from(first));
  node->op = BoolOperator::And;
  node->values = values.take();
  return node;
}

Expr* Parser::inversion() {
  if (!at(Kind::KwNot)) return comparison();
  Nesting nesting(*this);
  const Token& first = tok();
  advance();
  Expr* operand = inversion();
  auto* node = make<UnaryOp>(span_from(first));
  node->op = UnaryOperator::Not;
  node->operand = operand;
  return node;
}

bool Parser::at_comparison(CmpOp& op, int& size) {
  size = 1;
  switch (tok().kind) {
    case Kind::EqEqual: op = CmpOp::Eq; return true;
    case Kind::NotEqual: op = CmpOp::NotEq; return text_of(tok()) == "!=";
    case Kind::Less: op = CmpOp::Lt; return true;
    case Kind::LessEqual: op = CmpOp::LtE; return true;
    case Kind::Greater: op = CmpOp::Gt; return true;
    case Kind::GreaterEqual: op = CmpOp::GtE; return true;
    case Kind::KwIn: op = CmpOp::In; return true;
    case Kind::KwNot:
      op = CmpOp::NotIn;
      size = 2;
      return next_is(Kind::KwIn);
    case Kind::KwIs:
      size = next_is(Kind::KwNot) ? 2 : 1;
      op = size == 2 ? CmpOp::IsNot : CmpOp::Is;
      return true;
    default: return false;
  }
}

Expr* Parser::comparison() {
  const Token& first = tok();
  Expr* left = bitwise_or();
  CmpOp op;
  int size;
  if (!at_comparison(op, size)) return left;
  SeqBuilder<CmpOp> ops(arena_);
  SeqBuilder<Expr*> comparators(arena_);
  do {
    Speculation attempt(*this);
    for (; size > 0; --size) advance();
    Expr* right = bitwise_or();
    if (!settle_if_diagnosing(attempt)) break;
    ops.push(op);
    comparators.push(right);
  } while (at_comparison(op, size));
  if (ops.empty()) return left;
  auto* node = make<Compare>(span_from(first));
  node->left = left;
  node->ops = ops.take();
  node->comparators = comparators.take();
  return node;
}

namespace {

constexpr int kSumPrecedence = 4;

struct BinaryOperator {
  Operator op;
  int precedence;  // -1: not a binary operator
};

BinaryOperator binary_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::VBar: return {Operator::BitOr, 0};
    case TokenKind::Circumflex: return {Operator::BitXor, 1};
    case TokenKind::Amper: return {Operator::BitAnd, 2};
    case TokenKind::LeftShift: return {Operator::LShift, 3};
    case TokenKind::RightShift: return {Operator::RShift, 3};
    case TokenKind::Plus: return {Operator::Add, 4};
    case TokenKind::Minus: return {Operator::Sub, 4};
    case TokenKind::Star: return {Operator::Mult, 5};
    case TokenKind::Slash: return {Operator::Div, 5};
    case TokenKind::DoubleSlash: return {Operator::FloorDiv, 5};
    case TokenKind::Percent: return {Operator::Mod, 5};
    case TokenKind::At: return {Operator::MatMult, 5};
    default: return {Operator::Add, -1};
  }
}

}  // namespace

// `1 + not x`: `not` binds less tightly than the operator before it.
void Parser::diagnose_not_operand() {
  if (!at(Kind::KwNot) || !diagnosing()) return;
  const Token& keyword = tok();
  Speculation attempt(*this);
  Expr* operand = inversion();
  if (attempt.undo()) raise("P0101", "'not' after an operator must be parenthesized", Span::join(keyword.span, operand->span));
}

// Precedence climbing over the left-associative operators from | (0) to * (5).
Expr* Parser::binary(int min_precedence) {
  const Token& first = tok();
  Expr* left = factor();
  while (true) {
    BinaryOperator found = binary_operator(tok().kind);
    if (found.precedence < min_precedence) return left;
    Speculation attempt(*this);
    advance();
    if (found.precedence >= kSumPrecedence) diagnose_not_operand();
    Expr* right = binary(found.precedence + 1);
    if (!settle_if_diagnosing(attempt)) return left;
    auto* node = make<BinOp>(span_from(first));
    node->left = left;
    node->op = found.op;
    node->right = right;
    set_height(node, 1 + (left->height > right->height ? left->height : right->height));
    left = node;
  }
}

Expr* Parser::factor() {
  UnaryOperator op;
  switch (tok().kind) {
    case Kind::Plus: op = UnaryOperator::UAdd; break;
    case Kind::Minus: op = UnaryOperator::USub; break;
    case Kind::Tilde: op = UnaryOperator::Invert; break;
    default: return power();
  }
  Nesting nesting(*this);
  const Token& first = tok();
  advance();
  diagnose_not_operand();
  Expr* operand = factor();
  auto* node = make<UnaryOp>(span_from(first));
  node->op = op;
  node->operand = operand;
  return node;
}

Expr* Parser::power() {
  const Token& first = tok();
  Expr* left = await_primary();
  if (!eat(Kind::DoubleStar)) return left;
  Nesting nesting(*this);
  Expr* right = factor();
  auto* node = make<BinOp>(span_from(first));
  node->left = left;
  node->op = Operator::Pow;
  node->right = right;
  return node;
}

Expr* Parser::await_primary() {
  if (!at(Kind::KwAwait)) return primary();
  const Token& first = tok();
  advance();
  Expr* value = primary();
  auto* node = make<Await>(span_from(first));
  node->value = value;
  return node;
}

}  // namespace portalis
