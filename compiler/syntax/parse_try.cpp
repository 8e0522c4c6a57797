// try, with except or except* (PEP 654).
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// `except`, `except E`, `except* E as name`, up to the colon; true for except*.
bool Parser::except_header(ExceptHandler& handler) {
  advance();
  bool star = eat(Kind::Star);
  handler.type = nullptr;
  handler.name = {};
  if (star && diagnosing() && (at(Kind::Newline) || at(Kind::Colon))) raise_at_furthest("P0120", "expected one or more exception types");
  if (star || !at(Kind::Colon)) {
    if (diagnosing() && at(Kind::Newline)) raise_at_furthest("P0108", "expected ':'");
    const Token& type_token = tok();
    handler.type = expression();
    if (diagnosing() && at(Kind::Comma)) {
      Speculation attempt(*this);
      advance();
      do {
        if (!at_expression_start()) break;
        expression();
      } while (eat(Kind::Comma));
      if (eat(Kind::KwAs)) expect_identifier();
      expect(Kind::Colon);
      if (attempt.undo()) raise_starting_from("P0120", "multiple exception types must be parenthesized", type_token.span);
    }
    if (eat(Kind::KwAs)) handler.name = expect_identifier();
    if (diagnosing() && at(Kind::Newline)) raise_at_furthest("P0108", "expected ':'");
  }
  expect(Kind::Colon);
  return star;
}

ExceptHandler* Parser::except_handler(bool& star) {
  const Token& first = tok();
  ExceptHandler* handler = arena_.make<ExceptHandler>();
  star = except_header(*handler);
  handler->body = block(star ? "'except*' statement" : "'except' statement", first);
  handler->span = span_from(first);
  return handler;
}

// On an `except` of the other kind than those before it.
void Parser::diagnose_mixed_handlers() {
  const Token& keyword = tok();
  Speculation attempt(*this);
  ExceptHandler ignored{};
  except_header(ignored);
  if (attempt.undo()) raise_at("P0120", "cannot have both 'except' and 'except*' on the same 'try'", keyword);
}

Stmt* Parser::try_statement() {
  const Token& first = tok();
  advance();
  expect_or_raise(Kind::Colon);
  Seq<Stmt*> body = block("'try' statement", first);
  SeqBuilder<ExceptHandler*> handlers(arena_);
  Seq<Stmt*> orelse, finalbody;
  bool star = false;
  while (at(Kind::KwExcept)) {
    bool this_star = false;
    if (!handlers.empty() && next_is(Kind::Star) != star) {
      if (diagnosing()) diagnose_mixed_handlers();
      fail();
      break;
    }
    handlers.push(except_handler(this_star));
    star = this_star;
  }
  if (!handlers.empty()) orelse = else_block();
  if (at(Kind::KwFinally)) {
    const Token& keyword = tok();
    advance();
    expect_or_raise(Kind::Colon);
    finalbody = block("'finally' statement", keyword);
  } else if (handlers.empty()) {
    if (diagnosing()) raise_at_furthest("P0120", "expected 'except' or 'finally' block");
    fail();
  }
  Span span = span_from(first);
  TryBase* node = star ? static_cast<TryBase*>(make<TryStar>(span)) : make<Try>(span);
  node->body = body;
  node->handlers = handlers.take();
  node->orelse = orelse;
  node->finalbody = finalbody;
  return node;
}

}  // namespace portalis
