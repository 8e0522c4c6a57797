// f-strings (PEP 498, PEP 701) from their tokens, with CPython's complaints about replacement fields.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

namespace {

constexpr const char* kCode = "P0111";
constexpr int kBadConversion = -2;

// The text of `{expr=}` up to the equal sign and what follows it, comments left out.
std::string without_comments(std::string_view text) {
  std::string out;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      while (i < text.size() && text[i] != '\n') ++i;
      if (i == text.size()) break;
      c = '\n';
    }
    out += c;
  }
  return out;
}

}  // namespace

Expr* Parser::fstring_text(const Token& token, bool raw) {
  auto* node = constant(token, ConstantKind::Str);
  std::string text;
  // CPython notices a wrong escape when it has read one token more.
  if (decode_string(tok(), text_of(token), raw, false, text)) node->value.text = arena_.copy(text);
  return node;
}

void Parser::fstring(const Token& start, SeqBuilder<Expr*>& parts) {
  std::string_view prefix = text_of(start);
  bool raw = (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
  advance();
  while (!failed()) {
    if (at(Kind::FStringMiddle)) {
      const Token& token = tok();
      advance();
      parts.push(fstring_text(token, raw));
    } else if (at(Kind::LBrace)) {
      replacement_field(raw, parts);
    } else {
      break;
    }
  }
  expect(Kind::FStringEnd);
}

// After `!`; the character, 0 after a failure, or kBadConversion.
int Parser::conversion() {
  const Token& mark = tok();
  advance();
  if (diagnosing() && (at(Kind::Colon) || at(Kind::RBrace))) raise_at(kCode, "f-string: missing conversion character", tok());
  if (!at(Kind::Name)) {
    if (diagnosing()) raise_at(kCode, "f-string: invalid conversion character", tok());
    fail();
    return 0;
  }
  const Token& name = tok();
  if (name.start != mark.end) {
    raise(kCode, "f-string: conversion type must come right after the exclamation mark", Span::join(mark.span, name.span));
    return 0;
  }
  std::string_view text = text_of(name);
  advance();
  return text == "s" || text == "r" || text == "a" ? text[0] : kBadConversion;
}

// After `:`, up to the closing brace.
Expr* Parser::format_spec(bool raw) {
  const Token& colon = *last_;
  SeqBuilder<Expr*> parts(arena_);
  while (!failed()) {
    if (at(Kind::FStringMiddle)) {
      const Token& token = tok();
      advance();
      parts.push(fstring_text(token, raw));
    } else if (at(Kind::LBrace)) {
      replacement_field(raw, parts);
    } else {
      break;
    }
  }
  return joined(span_from(colon), parts);
}

// {expression [=] [!conversion] [:format]}. With `=` the expression's source text goes before it.
void Parser::replacement_field(bool raw, SeqBuilder<Expr*>& parts) {
  Nesting nesting(*this);
  const Token& open = tok();
  advance();
  if (diagnosing()) {
    for (Kind kind : {Kind::Equal, Kind::Exclamation, Kind::Colon, Kind::RBrace}) {
      if (at(kind)) raise_at(kCode, "f-string: valid expression required before '" + std::string(token_text(kind)) + "'", tok());
    }
  }
  const Token& first = tok();
  Speculation attempt(*this);
  Expr* value = yield_or_star_expressions();
  if (diagnosing_ && !attempt.settle() && !raised_) raise_at(kCode, "f-string: expecting a valid expression after '{'", first);
  auto complain_unless = [&](bool fine, const char* message) {
    if (fine) return;
    if (diagnosing()) raise_at(kCode, message, tok());
    fail();
  };
  auto ends = [&] { return at(Kind::Colon) || at(Kind::RBrace); };
  bool debug = at(Kind::Equal);
  complain_unless(debug || at(Kind::Exclamation) || ends(), "f-string: expecting '=', or '!', or ':', or '}'");
  if (debug) {
    advance();
    complain_unless(at(Kind::Exclamation) || ends(), "f-string: expecting '!', or ':', or '}'");
  }
  const Token& after = tok();
  int converted = at(Kind::Exclamation) ? conversion() : 0;
  complain_unless(ends(), "f-string: expecting ':' or '}'");
  Expr* spec = nullptr;
  if (eat(Kind::Colon)) {
    spec = format_spec(raw);
    complain_unless(at(Kind::RBrace), "f-string: expecting '}', or format specs");
  }
  expect(Kind::RBrace);
  if (failed()) return;
  if (converted == kBadConversion) {
    const Token& name = (&after)[1];
    raise_at(kCode, "f-string: invalid conversion character '" + std::string(text_of(name)) + "': expected 's', 'r', or 'a'", name);
    return;
  }
  if (debug) {
    std::string_view source(text_ + open.end, after.start - open.end);
    auto* text = constant(open, ConstantKind::Str);
    text->span = {open.span.end_line, open.span.end_col, after.span.line, after.span.col};
    text->value.text = arena_.copy(without_comments(source));
    parts.push(text);
  }
  auto* node = make<FormattedValue>(span_from(open));
  node->value = value;
  node->conversion = converted != 0 ? converted : debug && spec == nullptr ? 'r' : -1;
  node->format_spec = spec;
  parts.push(node);
}

}  // namespace portalis
