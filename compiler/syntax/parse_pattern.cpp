// The patterns of case (PEP 634).
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

namespace {
constexpr const char* kCode = "P0115";
}

// A pattern, or a sequence of them without brackets.
Pattern* Parser::patterns() {
  const Token& first = tok();
  Pattern* one = maybe_star_pattern();
  if (!at(Kind::Comma)) {
    if (one->kind == PatternKind::MatchStar) fail();
    return one;
  }
  SeqBuilder<Pattern*> list(arena_);
  list.push(one);
  while (eat(Kind::Comma)) {
    if (at(Kind::Colon) || at(Kind::KwIf)) break;
    list.push(maybe_star_pattern());
  }
  auto* node = make<MatchSequence>(span_from(first));
  node->patterns = list.take();
  return node;
}

Pattern* Parser::maybe_star_pattern() {
  if (!at(Kind::Star)) return as_pattern();
  const Token& first = tok();
  advance();
  Identifier name{};
  if (at_name("_")) {
    advance();
  } else {
    name = capture_target();
  }
  auto* node = make<MatchStar>(span_from(first));
  node->name = name;
  return node;
}

// A name that a pattern binds: not followed by what would make it a value or a class.
Identifier Parser::capture_target() {
  Identifier name = expect_identifier();
  if (at(Kind::Dot) || at(Kind::LPar) || at(Kind::Equal)) fail();
  return name;
}

Pattern* Parser::as_pattern() {
  Nesting nesting(*this);
  const Token& first = tok();
  Pattern* pattern = or_pattern();
  if (!eat(Kind::KwAs)) return pattern;
  if (diagnosing() && at_name("_")) raise_at(kCode, "cannot use '_' as a target", tok());
  if (diagnosing() && !at(Kind::Name)) {
    Speculation attempt(*this);
    Expr* target = expression();
    if (attempt.undo()) raise(kCode, "invalid pattern target", target->span);
  }
  if (at_name("_")) fail();
  Identifier name = capture_target();
  auto* node = make<MatchAs>(span_from(first));
  node->pattern = pattern;
  node->name = name;
  return node;
}

Pattern* Parser::or_pattern() {
  const Token& first = tok();
  Pattern* one = closed_pattern();
  if (!at(Kind::VBar)) return one;
  SeqBuilder<Pattern*> alternatives(arena_);
  alternatives.push(one);
  while (eat(Kind::VBar)) alternatives.push(closed_pattern());
  auto* node = make<MatchOr>(span_from(first));
  node->patterns = alternatives.take();
  return node;
}

Pattern* Parser::closed_pattern() {
  const Token& first = tok();
  auto singleton = [&](ConstantKind value) {
    advance();
    auto* node = make<MatchSingleton>(first.span);
    node->value = value;
    return node;
  };
  switch (first.kind) {
    case Kind::KwNone: return singleton(ConstantKind::None);
    case Kind::KwTrue: return singleton(ConstantKind::True);
    case Kind::KwFalse: return singleton(ConstantKind::False);
    case Kind::Name: return name_pattern();
    case Kind::LPar:
    case Kind::LSqb: return group_or_sequence_pattern();
    case Kind::LBrace: return mapping_pattern();
    case Kind::Number:
    case Kind::Minus:
    case Kind::String:
    case Kind::FStringStart: {
      bool text = at(Kind::String) || at(Kind::FStringStart);
      Expr* value = text ? strings() : complex_or_signed_number();
      auto* node = make<MatchValue>(span_from(first));
      node->value = value;
      return node;
    }
    default: fail(); return make<MatchAs>(first.span);
  }
}

// A capture, the wildcard, a dotted value or a class pattern.
Pattern* Parser::name_pattern() {
  const Token& first = tok();
  bool dotted = next_is(Kind::Dot);
  if (dotted || next_is(Kind::LPar)) {
    Expr* name = name_or_attribute();
    if (at(Kind::LPar)) return class_pattern(first, name);
    if (at(Kind::Equal)) fail();
    auto* node = make<MatchValue>(span_from(first));
    node->value = name;
    return node;
  }
  auto* node = make<MatchAs>(first.span);
  if (at_name("_")) {
    advance();
  } else {
    node->name = capture_target();
  }
  return node;
}

Expr* Parser::name_or_attribute() {
  const Token& first = tok();
  auto* name = make<Name>(first.span);
  name->id = expect_identifier();
  Expr* value = name;
  while (eat(Kind::Dot)) {
    Identifier attr = expect_identifier();
    auto* node = make<Attribute>(span_from(first));
    node->value = value;
    node->attr = attr;
    value = node;
  }
  return value;
}

Expr* Parser::signed_number() {
  const Token& first = tok();
  bool negative = eat(Kind::Minus);
  if (!at(Kind::Number)) {
    fail();
    return make<Name>(first.span);
  }
  Expr* value = number();
  if (!negative) return value;
  auto* node = make<UnaryOp>(span_from(first));
  node->op = UnaryOperator::USub;
  node->operand = value;
  return node;
}

// -1, or -1 + 2j: the real part first, then an imaginary one.
Expr* Parser::complex_or_signed_number() {
  const Token& first = tok();
  Expr* real = signed_number();
  if (!at(Kind::Plus) && !at(Kind::Minus)) return real;
  Operator op = at(Kind::Plus) ? Operator::Add : Operator::Sub;
  const Expr* magnitude = real->kind == ExprKind::UnaryOp ? as<UnaryOp>(real)->operand : real;
  advance();
  if (!at(Kind::Number)) {
    fail();
    return real;
  }
  auto is_complex = [](const Expr* e) { return e->kind == ExprKind::Constant && as<Constant>(e)->value.kind == ConstantKind::Complex; };
  Expr* imaginary = number();
  if (!failed() && is_complex(magnitude)) raise(kCode, "real number required in complex literal", real->span);
  if (!failed() && !is_complex(imaginary)) raise(kCode, "imaginary number required in complex literal", imaginary->span);
  auto* node = make<BinOp>(span_from(first));
  node->left = real;
  node->op = op;
  node->right = imaginary;
  return node;
}

Pattern* Parser::group_or_sequence_pattern() {
  const Token& first = tok();
  Kind closer = at(Kind::LPar) ? Kind::RPar : Kind::RSqb;
  advance();
  SeqBuilder<Pattern*> list(arena_);
  bool comma = false;
  while (!at(closer) && !failed()) {
    list.push(maybe_star_pattern());
    comma = eat(Kind::Comma);
    if (!comma) break;
  }
  bool group = closer == Kind::RPar && list.size() == 1 && !comma;
  if (group && list[0]->kind == PatternKind::MatchStar) fail();
  expect(closer);
  if (group) return list[0];
  auto* node = make<MatchSequence>(span_from(first));
  node->patterns = list.take();
  return node;
}

Pattern* Parser::mapping_pattern() {
  const Token& first = tok();
  advance();
  SeqBuilder<Expr*> keys(arena_);
  SeqBuilder<Pattern*> values(arena_);
  Identifier rest{};
  while (!at(Kind::RBrace) && !failed()) {
    if (eat(Kind::DoubleStar)) {
      if (at_name("_")) fail();
      rest = capture_target();
      eat(Kind::Comma);
      break;
    }
    const Token& key_token = tok();
    Expr* key;
    switch (key_token.kind) {
      case Kind::KwNone:
        advance();
        key = constant(key_token, ConstantKind::None);
        break;
      case Kind::KwTrue:
        advance();
        key = constant(key_token, ConstantKind::True);
        break;
      case Kind::KwFalse:
        advance();
        key = constant(key_token, ConstantKind::False);
        break;
      case Kind::String:
      case Kind::FStringStart: key = strings(); break;
      case Kind::Number:
      case Kind::Minus: key = complex_or_signed_number(); break;
      default:
        key = name_or_attribute();
        if (key->kind == ExprKind::Name) fail();
        break;
    }
    expect(Kind::Colon);
    keys.push(key);
    values.push(as_pattern());
    if (!eat(Kind::Comma)) break;
  }
  expect(Kind::RBrace);
  auto* node = make<MatchMapping>(span_from(first));
  node->keys = keys.take();
  node->patterns = values.take();
  node->rest = rest;
  return node;
}

// On the parenthesis after the class's name.
Pattern* Parser::class_pattern(const Token& first, Expr* cls) {
  advance();
  SeqBuilder<Pattern*> positional(arena_), values(arena_);
  SeqBuilder<Identifier> names(arena_);
  while (!at(Kind::RPar) && !failed()) {
    if (at(Kind::Name) && next_is(Kind::Equal)) {
      names.push(expect_identifier());
      advance();
      values.push(as_pattern());
    } else {
      const Token& start = tok();
      Pattern* pattern = as_pattern();
      if (!names.empty()) {
        if (diagnosing()) {
          Span last = pattern->span;
          while (eat(Kind::Comma) && !at(Kind::RPar) && !(at(Kind::Name) && next_is(Kind::Equal))) last = as_pattern()->span;
          raise(kCode, "positional patterns follow keyword patterns", Span::join(start.span, last));
        }
        fail();
      }
      positional.push(pattern);
    }
    if (!eat(Kind::Comma)) break;
  }
  expect(Kind::RPar);
  auto* node = make<MatchClass>(span_from(first));
  node->cls = cls;
  node->patterns = positional.take();
  node->kwd_attrs = names.take();
  node->kwd_patterns = values.take();
  return node;
}

}  // namespace portalis
