// Blocks, if, while, for and with.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

bool Parser::compound_statement(SeqBuilder<Stmt*>& out) {
  switch (tok().kind) {
    case Kind::KwIf: out.push(if_statement()); return true;
    case Kind::KwWhile: out.push(while_statement()); return true;
    case Kind::KwFor: out.push(for_statement(tok())); return true;
    case Kind::KwTry: out.push(try_statement()); return true;
    case Kind::KwWith: out.push(with_statement(tok())); return true;
    case Kind::KwDef: out.push(function_definition(tok(), {})); return true;
    case Kind::KwClass: out.push(class_definition({})); return true;
    case Kind::KwAsync: out.push(async_statement(tok(), {})); return true;
    case Kind::At: out.push(decorated()); return true;
    case Kind::Name: return text_of(tok()) == "match" && match_statement(out);
    default: return false;
  }
}

// What follows the colon. `after` and `keyword` are for the message when nothing is indented.
Seq<Stmt*> Parser::block(const std::string& after, const Token& keyword) {
  Nesting nesting(*this);
  SeqBuilder<Stmt*> body(arena_);
  if (!eat_layout(Kind::Newline)) {
    simple_statements(body);
    return body.take();
  }
  if (!eat_layout(Kind::Indent)) {
    if (diagnosing()) raise_expected_block(after, keyword);
    fail();
    return {};
  }
  do statement(body);
  while (!at(Kind::Dedent) && !at(Kind::EndMarker));
  eat_layout(Kind::Dedent);
  return body.take();
}

void Parser::expect_colon_after_header() {
  if (eat(Kind::Colon)) return;
  if (diagnosing() && at(Kind::Newline)) raise_at_furthest("P0108", "expected ':'");
  fail();
}

// if, and elif as an If of its own.
Stmt* Parser::if_statement() {
  Nesting nesting(*this);
  const Token& first = tok();
  advance();
  Expr* test = named_expression();
  expect_colon_after_header();
  Seq<Stmt*> body = block(first.kind == Kind::KwIf ? "'if' statement" : "'elif' statement", first);
  Seq<Stmt*> orelse;
  if (at(Kind::KwElif)) {
    Stmt** inner = arena_.make_array<Stmt*>(1);
    *inner = if_statement();
    orelse = {inner, 1};
  } else {
    orelse = else_block();
  }
  auto* node = make<If>(span_from(first));
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Seq<Stmt*> Parser::else_block() {
  if (!at(Kind::KwElse)) return {};
  const Token& keyword = tok();
  advance();
  expect_or_raise(Kind::Colon);
  return block("'else' statement", keyword);
}

Stmt* Parser::while_statement() {
  const Token& first = tok();
  advance();
  Expr* test = named_expression();
  expect_colon_after_header();
  Seq<Stmt*> body = block("'while' statement", first);
  Seq<Stmt*> orelse = else_block();
  auto* node = make<While>(span_from(first));
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

// `first` is `async` or `for`; the cursor is on `for`.
Stmt* Parser::for_statement(const Token& first) {
  const Token& keyword = tok();
  bool async = &first != &keyword;
  advance();
  Expr* target = star_targets();
  if (!at(Kind::KwIn)) fail();
  advance();
  Expr* iter = star_expressions();
  expect_colon_after_header();
  Seq<Stmt*> body = block("'for' statement", keyword);
  Seq<Stmt*> orelse = else_block();
  Span span = span_from(first);
  ForBase* node = async ? static_cast<ForBase*>(make<AsyncFor>(span)) : make<For>(span);
  node->target = target;
  node->iter = iter;
  node->body = body;
  node->orelse = orelse;
  return node;
}

WithItem* Parser::with_item() {
  WithItem* item = arena_.make<WithItem>();
  item->context_expr = expression();
  item->optional_vars = nullptr;
  if (!eat(Kind::KwAs)) return item;
  Speculation attempt(*this);
  item->optional_vars = star_target();
  auto ends = [&] { return at(Kind::Comma) || at(Kind::RPar) || at(Kind::Colon); };
  if (ends()) return item;
  if (diagnosing() && at(Kind::Newline)) raise_at_furthest("P0108", "expected ':'");
  if (diagnosing_ && !raised_) {
    attempt.undo();
    Expr* target = expression();
    if (ends()) raise_invalid_target(target, TargetUse::Assign);
  }
  fail();
  return item;
}

// `with (a as b, c):`, where the parentheses belong to the statement. Undone when they turn out to
// belong to an expression, as in `with (a, b).c:`.
bool Parser::parenthesized_with_items(SeqBuilder<WithItem*>& items) {
  Speculation attempt(*this);
  advance();
  do {
    if (!items.empty() && at(Kind::RPar)) break;
    items.push(with_item());
  } while (eat(Kind::Comma));
  expect(Kind::RPar);
  if (diagnosing() && at(Kind::Newline)) {
    raise_at_furthest("P0108", "expected ':'");
  }
  if (!at(Kind::Colon)) fail();
  if (attempt.settle()) return true;
  items.clear();
  return raised_;
}

// `first` is `async` or `with`; the cursor is on `with`.
Stmt* Parser::with_statement(const Token& first) {
  const Token& keyword = tok();
  bool async = &first != &keyword;
  advance();
  SeqBuilder<WithItem*> items(arena_);
  if (!at(Kind::LPar) || !parenthesized_with_items(items)) {
    do items.push(with_item());
    while (eat(Kind::Comma));
  }
  expect_colon_after_header();
  Seq<Stmt*> body = block("'with' statement", keyword);
  Span span = span_from(first);
  WithBase* node = async ? static_cast<WithBase*>(make<AsyncWith>(span)) : make<With>(span);
  node->items = items.take();
  node->body = body;
  return node;
}

}  // namespace portalis
