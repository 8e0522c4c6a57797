// The module, simple statements and assignments.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

Module* Parser::module() {
  SeqBuilder<Stmt*> body(arena_);
  while (!at(Kind::EndMarker)) statement(body);
  Module* result = arena_.make<Module>();
  result->body = body.take();
  return result;
}

void Parser::statement(SeqBuilder<Stmt*>& out) {
  if (!compound_statement(out)) simple_statements(out);
}

void Parser::simple_statements(SeqBuilder<Stmt*>& out) {
  do {
    out.push(simple_statement());
    if (eat_layout(Kind::Newline)) return;
    if (!eat(Kind::Semi)) return fail();
  } while (!eat_layout(Kind::Newline) && !failed());
}

Stmt* Parser::simple_statement() {
  const Token& first = tok();
  switch (first.kind) {
    case Kind::KwPass: advance(); return make<Pass>(span_from(first));
    case Kind::KwBreak: advance(); return make<Break>(span_from(first));
    case Kind::KwContinue: advance(); return make<Continue>(span_from(first));
    case Kind::KwReturn: return return_statement();
    case Kind::KwRaise: return raise_statement();
    case Kind::KwDel: return delete_statement();
    case Kind::KwAssert: return assert_statement();
    case Kind::KwImport: return import_statement();
    case Kind::KwFrom: return import_from_statement();
    case Kind::KwGlobal: {
      advance();
      Seq<Identifier> names = scope_names();
      auto* node = make<Global>(span_from(first));
      node->names = names;
      return node;
    }
    case Kind::KwNonlocal: {
      advance();
      Seq<Identifier> names = scope_names();
      auto* node = make<Nonlocal>(span_from(first));
      node->names = names;
      return node;
    }
    case Kind::Name:
      if (text_of(first) == "type" && next_is(Kind::Name)) return type_alias();
      break;
    default: break;
  }
  return expression_statement();
}

Seq<Identifier> Parser::scope_names() {
  SeqBuilder<Identifier> names(arena_);
  do names.push(expect_identifier());
  while (eat(Kind::Comma));
  return names.take();
}

Stmt* Parser::return_statement() {
  const Token& first = tok();
  advance();
  Expr* value = nullptr;
  if (!at(Kind::Newline) && !at(Kind::Semi)) value = star_expressions();
  auto* node = make<Return>(span_from(first));
  node->value = value;
  return node;
}

Stmt* Parser::raise_statement() {
  const Token& first = tok();
  advance();
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (!at(Kind::Newline) && !at(Kind::Semi)) {
    exc = expression();
    if (eat(Kind::KwFrom)) cause = expression();
  }
  auto* node = make<Raise>(span_from(first));
  node->exc = exc;
  node->cause = cause;
  return node;
}

Stmt* Parser::assert_statement() {
  const Token& first = tok();
  advance();
  Expr* test = expression();
  Expr* msg = eat(Kind::Comma) ? expression() : nullptr;
  auto* node = make<Assert>(span_from(first));
  node->test = test;
  node->msg = msg;
  return node;
}

Stmt* Parser::delete_statement() {
  const Token& first = tok();
  advance();
  SeqBuilder<Expr*> targets(arena_);
  Speculation attempt(*this);
  do {
    if (!targets.empty() && !at_expression_start()) break;
    targets.push(primary());
  } while (eat(Kind::Comma));
  bool valid = at(Kind::Semi) || at(Kind::Newline);
  for (std::uint32_t i = 0; valid && i < targets.size(); ++i) valid = invalid_target(targets[i], TargetUse::Delete) == nullptr;
  if (!valid) {
    if (!failed()) note_furthest(&tok());
    if (diagnosing_ && !raised_) {
      attempt.undo();
      Expr* all = star_expressions();
      if (!failed()) raise_invalid_target(all, TargetUse::Delete);
    }
    fail();
  } else {
    for (std::uint32_t i = 0; i < targets.size(); ++i) set_context(targets[i], ExprContext::Del);
  }
  auto* node = make<Delete>(span_from(first));
  node->targets = targets.take();
  return node;
}

Stmt* Parser::type_alias() {
  const Token& first = tok();
  advance();
  const Token& name_token = tok();
  auto* name = make<Name>(name_token.span);
  name->id = expect_identifier();
  name->ctx = ExprContext::Store;
  Seq<TypeParam*> params = type_parameters();
  expect(Kind::Equal);
  Expr* value = expression();
  auto* node = make<TypeAlias>(span_from(first));
  node->name = name;
  node->type_params = params;
  node->value = value;
  return node;
}

namespace {

bool augmented_operator(TokenKind kind, Operator& op) {
  switch (kind) {
    case TokenKind::PlusEqual: op = Operator::Add; return true;
    case TokenKind::MinEqual: op = Operator::Sub; return true;
    case TokenKind::StarEqual: op = Operator::Mult; return true;
    case TokenKind::AtEqual: op = Operator::MatMult; return true;
    case TokenKind::SlashEqual: op = Operator::Div; return true;
    case TokenKind::PercentEqual: op = Operator::Mod; return true;
    case TokenKind::DoubleStarEqual: op = Operator::Pow; return true;
    case TokenKind::LeftShiftEqual: op = Operator::LShift; return true;
    case TokenKind::RightShiftEqual: op = Operator::RShift; return true;
    case TokenKind::VBarEqual: op = Operator::BitOr; return true;
    case TokenKind::CircumflexEqual: op = Operator::BitXor; return true;
    case TokenKind::AmperEqual: op = Operator::BitAnd; return true;
    case TokenKind::DoubleSlashEqual: op = Operator::FloorDiv; return true;
    default: return false;
  }
}

bool is_single_target(const Expr* e) {
  return e->kind == ExprKind::Name || e->kind == ExprKind::Attribute || e->kind == ExprKind::Subscript;
}

}  // namespace

Stmt* Parser::expression_statement() {
  const Token& first = tok();
  Expr* value = yield_or_star_expressions();
  Operator op;
  if (at(Kind::Equal)) return assignment(first, value);
  if (at(Kind::Colon)) return annotated_assignment(first, value);
  if (augmented_operator(tok().kind, op)) return augmented_assignment(first, value, op);
  if (diagnosing() && !at(Kind::Newline) && !at(Kind::Semi)) diagnose_assignment(first);
  auto* node = make<ExprStmt>(span_from(first));
  node->value = value;
  return node;
}

Stmt* Parser::assignment(const Token& first, Expr* target) {
  SeqBuilder<Expr*> targets(arena_);
  const Token* target_token = &first;
  Expr* value = target;
  while (at(Kind::Equal)) {
    bool yield = value->kind == ExprKind::Yield || value->kind == ExprKind::YieldFrom;
    bool bare_yield = yield && !is_parenthesized(value, *target_token);
    if (invalid_target(value, TargetUse::Assign) != nullptr) {
      if (diagnosing()) {
        if (bare_yield) {
          raise("P0107", "assignment to yield expression not possible", value->span);
          break;
        }
        diagnose_assignment(first);
        raise_invalid_target(value, TargetUse::Assign);
      }
      fail();
      break;
    }
    advance();
    set_context(value, ExprContext::Store);
    targets.push(value);
    target_token = &tok();
    value = yield_or_star_expressions();
  }
  auto* node = make<Assign>(span_from(first));
  node->targets = targets.take();
  node->value = value;
  return node;
}

Stmt* Parser::annotated_assignment(const Token& first, Expr* target) {
  bool parenthesized = is_parenthesized(target, first);
  if (!is_single_target(target)) {
    if (diagnosing()) {
      Speculation attempt(*this);
      advance();
      expression();
      bool annotation = attempt.undo();
      if (annotation && (target->kind == ExprKind::List || target->kind == ExprKind::Tuple)) {
        Span span = target->span;
        const char* name = expression_name(target);
        bool bare = target->kind == ExprKind::Tuple && first.kind != Kind::LPar;
        if (bare) span = as<Tuple>(target)->elts[0]->span;
        raise("P0107", std::string("only single target (not ") + name + ") can be annotated", span);
      } else if (annotation) {
        raise("P0107", "illegal target for annotation", target->span);
      }
    }
    fail();
  }
  advance();
  Expr* annotation = expression();
  Expr* value = eat(Kind::Equal) ? yield_or_star_expressions() : nullptr;
  if (!failed()) set_context(target, ExprContext::Store);
  auto* node = make<AnnAssign>(span_from(first));
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = target->kind == ExprKind::Name && !parenthesized;
  return node;
}

Stmt* Parser::augmented_assignment(const Token& first, Expr* target, Operator op) {
  if (!is_single_target(target)) {
    if (diagnosing()) {
      Speculation attempt(*this);
      advance();
      yield_or_star_expressions();
      if (attempt.undo())
        raise("P0107", std::string("'") + expression_name(target) + "' is an illegal expression for augmented assignment", target->span);
    }
    fail();
  }
  advance();
  Expr* value = yield_or_star_expressions();
  if (!failed()) set_context(target, ExprContext::Store);
  auto* node = make<AugAssign>(span_from(first));
  node->target = target;
  node->op = op;
  node->value = value;
  return node;
}

}  // namespace portalis
