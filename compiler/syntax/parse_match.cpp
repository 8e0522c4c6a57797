// match and case. Both words are ordinary names elsewhere, so the statement is tried first.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// star_named_expression with commas, or named_expression.
Expr* Parser::match_subject() {
  const Token& first = tok();
  Expr* one = star_named_expression();
  if (!at(Kind::Comma)) {
    if (one->kind == ExprKind::Starred) fail();
    return one;
  }
  SeqBuilder<Expr*> elts(arena_);
  elts.push(one);
  while (eat(Kind::Comma)) {
    if (!at_expression_start()) break;
    elts.push(star_named_expression());
  }
  auto* node = make<Tuple>(span_from(first));
  node->elts = elts.take();
  return node;
}

// False, with the cursor where it was, when the line is not a match statement.
bool Parser::match_statement(SeqBuilder<Stmt*>& out) {
  const Token& first = tok();
  Speculation attempt(*this);
  advance();
  if (!at_expression_start()) {
    attempt.undo();
    return false;
  }
  Expr* subject = match_subject();
  if (diagnosing() && at(Kind::Newline)) {
    // `match (x)` or `match - x` alone on a line is an expression, not a header without colon.
    Kind second = (&first)[1].kind;
    bool expression = second == Kind::LPar || second == Kind::LSqb || second == Kind::Minus || second == Kind::Plus || second == Kind::Star;
    if (!expression) raise_at_furthest("P0108", "expected ':'");
  }
  if (!eat(Kind::Colon) || !eat_layout(Kind::Newline)) {
    if (!failed()) fail();
    attempt.undo();
    return raised_;
  }
  if (!eat_layout(Kind::Indent)) {
    if (diagnosing()) raise_expected_block("'match' statement", first);
    fail();
    attempt.undo();
    return raised_;
  }
  SeqBuilder<MatchCase*> cases(arena_);
  if (!at_name("case")) fail();
  while (at_name("case")) cases.push(match_case());
  if (!eat_layout(Kind::Dedent)) fail();
  auto* node = make<Match>(span_from(first));
  node->subject = subject;
  node->cases = cases.take();
  out.push(node);
  return true;
}

MatchCase* Parser::match_case() {
  const Token& keyword = tok();
  advance();
  MatchCase* result = arena_.make<MatchCase>();
  result->pattern = patterns();
  result->guard = eat(Kind::KwIf) ? named_expression() : nullptr;
  expect_colon_after_header();
  result->body = block("'case' statement", keyword);
  return result;
}

}  // namespace portalis
