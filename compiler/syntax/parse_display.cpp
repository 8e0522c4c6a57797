// Parentheses, lists, sets, dictionaries and comprehensions.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

Seq<Comprehension*> Parser::comprehension_clauses() {
  SeqBuilder<Comprehension*> clauses(arena_);
  while (at(Kind::KwFor) || (at(Kind::KwAsync) && next_is(Kind::KwFor))) {
    Comprehension* clause = arena_.make<Comprehension>();
    clause->is_async = eat(Kind::KwAsync);
    advance();
    if (diagnosing()) {
      Speculation attempt(*this);
      do {
        if (!at_expression_start() || at(Kind::Star)) break;
        Speculation element(*this);
        bitwise_or();
        if (!element.settle()) break;
      } while (eat(Kind::Comma));
      bool no_in = !failed() && !at(Kind::KwIn) && last_->kind != Kind::KwFor;
      attempt.undo();
      if (no_in) raise_at_furthest("P0119", "'in' expected after for-loop variables");
    }
    clause->target = star_targets();
    expect(Kind::KwIn);
    clause->iter = disjunction();
    SeqBuilder<Expr*> ifs(arena_);
    while (eat(Kind::KwIf)) ifs.push(disjunction());
    clause->ifs = ifs.take();
    clauses.push(clause);
  }
  if (clauses.empty()) {
    // `async` without `for`: give the caller a clause to hold on to.
    fail();
    Comprehension* clause = arena_.make<Comprehension>();
    clause->target = clause->iter = make<Name>(last_->span);
    clauses.push(clause);
  }
  return clauses.take();
}

// After the first element of a display, on `for` or on a comma.
void Parser::diagnose_comprehension_target(Expr* first, bool more) {
  if (at(Kind::KwFor) || at(Kind::KwAsync)) {
    if (first->kind != ExprKind::Starred) return;
    Speculation attempt(*this);
    comprehension_clauses();
    if (attempt.undo()) raise("P0119", "iterable unpacking cannot be used in comprehension", first->span);
    return;
  }
  if (!more || !at(Kind::Comma)) return;
  Speculation attempt(*this);
  Span last = tok().span;
  while (eat(Kind::Comma) && at_expression_start()) {
    last = star_named_expression()->span;
  }
  bool clauses = !failed() && (at(Kind::KwFor) || at(Kind::KwAsync));
  if (clauses) comprehension_clauses();
  if (attempt.undo() && clauses)
    raise("P0119", "did you forget parentheses around the comprehension target?", Span::join(first->span, last));
}

// Nothing, one expression in parentheses, a tuple or a generator.
Expr* Parser::parenthesized() {
  Nesting nesting(*this);
  const Token& open = tok();
  advance();
  if (at(Kind::KwYield)) {
    Expr* value = yield_expression();
    expect(Kind::RPar);
    return value;
  }
  if (eat(Kind::RPar)) return make<Tuple>(span_from(open));
  if (diagnosing() && at(Kind::DoubleStar)) {
    const Token& stars = tok();
    Speculation attempt(*this);
    advance();
    expression();
    expect(Kind::RPar);
    if (attempt.undo()) raise_at("P0101", "cannot use double starred expression here", stars);
  }
  Expr* value = star_named_expression();
  if (diagnosing()) diagnose_comprehension_target(value, false);
  if (at(Kind::Comma)) {
    SeqBuilder<Expr*> elts(arena_);
    elts.push(value);
    while (eat(Kind::Comma) && !at(Kind::RPar)) elts.push(star_named_expression());
    expect(Kind::RPar);
    auto* node = make<Tuple>(span_from(open));
    node->elts = elts.take();
    return node;
  }
  if (at(Kind::KwFor) || at(Kind::KwAsync)) {
    Seq<Comprehension*> generators = comprehension_clauses();
    expect(Kind::RPar);
    if (value->kind == ExprKind::Starred) fail();
    auto* node = make<GeneratorExp>(span_from(open));
    node->elt = value;
    node->generators = generators;
    return node;
  }
  if (value->kind == ExprKind::Starred) {
    if (diagnosing() && at(Kind::RPar)) raise("P0101", "cannot use starred expression here", value->span);
    fail();
  }
  expect(Kind::RPar);
  return value;
}

Expr* Parser::list_display() {
  Nesting nesting(*this);
  const Token& open = tok();
  advance();
  SeqBuilder<Expr*> elts(arena_);
  if (!at(Kind::RSqb)) {
    Expr* value = star_named_expression();
    if (diagnosing()) diagnose_comprehension_target(value, true);
    if (at(Kind::KwFor) || at(Kind::KwAsync)) {
      Seq<Comprehension*> generators = comprehension_clauses();
      expect(Kind::RSqb);
      if (value->kind == ExprKind::Starred) fail();
      auto* node = make<ListComp>(span_from(open));
      node->elt = value;
      node->generators = generators;
      return node;
    }
    elts.push(value);
    while (eat(Kind::Comma) && !at(Kind::RSqb)) elts.push(star_named_expression());
  }
  expect(Kind::RSqb);
  auto* node = make<List>(span_from(open));
  node->elts = elts.take();
  return node;
}

// After `{`, when the first entry is `**mapping` (first_key null) or `key :`.
Expr* Parser::dict_display(const Token& open, Expr* first_key) {
  SeqBuilder<Expr*> keys(arena_), values(arena_);
  bool first = true;
  do {
    if (!first && at(Kind::RBrace)) break;
    Expr* key = nullptr;
    if (first && first_key != nullptr) {
      key = first_key;
    } else if (at(Kind::DoubleStar)) {
      const Token& stars = tok();
      advance();
      keys.push(nullptr);
      values.push(bitwise_or());
      if (first && diagnosing() && (at(Kind::KwFor) || at(Kind::KwAsync))) {
        Speculation attempt(*this);
        comprehension_clauses();
        expect(Kind::RBrace);
        if (attempt.undo()) raise_at("P0119", "dict unpacking cannot be used in dict comprehension", stars);
      }
      first = false;
      continue;
    } else {
      key = expression();
      if (diagnosing() && !at(Kind::Colon)) {
        std::uint32_t col = key->span.end_col > 0 ? key->span.end_col - 1 : 0;
        raise("P0108", "':' expected after dictionary key", {key->span.line, col, key->span.end_line, key->span.end_col});
      }
    }
    const Token& colon = tok();
    expect(Kind::Colon);
    if (diagnosing() && at(Kind::Star)) {
      Speculation attempt(*this);
      const Token& star = tok();
      advance();
      bitwise_or();
      if (!failed()) raise_starting_from("P0101", "cannot use a starred expression in a dictionary value", star.span);
      attempt.undo();
    }
    if (diagnosing() && (at(Kind::RBrace) || at(Kind::Comma))) raise_at("P0108", "expression expected after dictionary key and ':'", colon);
    Expr* value = expression();
    if (first && (at(Kind::KwFor) || at(Kind::KwAsync))) {
      Seq<Comprehension*> generators = comprehension_clauses();
      expect(Kind::RBrace);
      auto* node = make<DictComp>(span_from(open));
      node->key = key;
      node->value = value;
      node->generators = generators;
      return node;
    }
    keys.push(key);
    values.push(value);
    first = false;
  } while (eat(Kind::Comma));
  expect(Kind::RBrace);
  auto* node = make<Dict>(span_from(open));
  node->keys = keys.take();
  node->values = values.take();
  return node;
}

Expr* Parser::dict_or_set() {
  Nesting nesting(*this);
  const Token& open = tok();
  advance();
  if (eat(Kind::RBrace)) return make<Dict>(span_from(open));
  if (at(Kind::DoubleStar)) return dict_display(open, nullptr);
  const Token& first = tok();
  Expr* value = star_named_expression();
  bool bare_walrus = value->kind == ExprKind::NamedExpr && !is_parenthesized(value, first);
  if (at(Kind::Colon) && value->kind != ExprKind::Starred && !bare_walrus) return dict_display(open, value);
  if (diagnosing()) diagnose_comprehension_target(value, true);
  if (at(Kind::KwFor) || at(Kind::KwAsync)) {
    Seq<Comprehension*> generators = comprehension_clauses();
    expect(Kind::RBrace);
    if (value->kind == ExprKind::Starred) fail();
    auto* node = make<SetComp>(span_from(open));
    node->elt = value;
    node->generators = generators;
    return node;
  }
  SeqBuilder<Expr*> elts(arena_);
  elts.push(value);
  while (eat(Kind::Comma) && !at(Kind::RBrace)) elts.push(star_named_expression());
  expect(Kind::RBrace);
  auto* node = make<Set>(span_from(open));
  node->elts = elts.take();
  return node;
}

}  // namespace portalis
