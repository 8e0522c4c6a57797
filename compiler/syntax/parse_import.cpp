// import and from ... import.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// The interned text of a.b.c, without the blanks that may stand around the dots.
Identifier Parser::dotted_name() {
  Identifier name = expect_identifier();
  if (!at(Kind::Dot)) return name;
  std::string text(name);
  while (eat(Kind::Dot)) {
    text += '.';
    text += expect_identifier();
  }
  return arena_.intern(text);
}

Alias* Parser::import_alias(bool dotted) {
  const Token& first = tok();
  Identifier name = dotted ? dotted_name() : expect_identifier();
  Identifier asname{};
  if (eat(Kind::KwAs)) asname = expect_identifier();
  Alias* alias = arena_.make<Alias>();
  alias->name = name;
  alias->asname = asname;
  alias->span = span_from(first);
  return alias;
}

Stmt* Parser::import_statement() {
  const Token& first = tok();
  advance();
  if (diagnosing() && at(Kind::Newline)) {
    raise_starting_from("P0118", "Expected one or more names after 'import'", tok().span);
  }
  SeqBuilder<Alias*> names(arena_);
  do names.push(import_alias(true));
  while (eat(Kind::Comma));
  if (diagnosing() && at(Kind::KwFrom)) {
    bool plain = true;
    for (std::uint32_t i = 0; i < names.size(); ++i) plain &= names[i]->asname.empty();
    Speculation attempt(*this);
    advance();
    dotted_name();
    if (attempt.undo() && plain) raise_starting_from("P0118", "Did you mean to use 'from ... import ...' instead?", first.span);
  }
  auto* node = make<Import>(span_from(first));
  node->names = names.take();
  return node;
}

Stmt* Parser::import_from_statement() {
  const Token& first = tok();
  advance();
  int level = 0;
  for (; at(Kind::Dot) || at(Kind::Ellipsis); advance()) level += at(Kind::Dot) ? 1 : 3;
  Identifier module{};
  if (level == 0 || at(Kind::Name)) module = dotted_name();
  expect(Kind::KwImport);

  SeqBuilder<Alias*> names(arena_);
  if (at(Kind::Star)) {
    Alias* all = arena_.make<Alias>();
    all->name = arena_.intern("*");
    all->span = tok().span;
    advance();
    names.push(all);
  } else if (eat(Kind::LPar)) {
    do {
      if (!names.empty() && at(Kind::RPar)) break;
      names.push(import_alias(false));
    } while (eat(Kind::Comma));
    expect(Kind::RPar);
  } else {
    if (diagnosing() && at(Kind::Newline)) {
      raise_starting_from("P0118", "Expected one or more names after 'import'", tok().span);
    }
    do {
      if (!names.empty() && diagnosing() && at(Kind::Newline)) {
        raise_at_furthest("P0118", "trailing comma not allowed without surrounding parentheses");
      }
      names.push(import_alias(false));
    } while (eat(Kind::Comma));
  }
  auto* node = make<ImportFrom>(span_from(first));
  node->module = module;
  node->names = names.take();
  node->level = level;
  return node;
}

}  // namespace portalis
