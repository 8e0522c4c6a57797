// Primaries (a.b, a[i], a(x)) and the atoms that are one token; displays are in parse_display.cpp.
#include <charconv>
#include <cstdlib>

#include "compiler/syntax/big_digits.hpp"
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

Expr* Parser::primary() {
  const Token& first = tok();
  Expr* value = atom();
  while (at(Kind::Dot) || at(Kind::LPar) || at(Kind::LSqb)) {
    Speculation attempt(*this);
    Expr* longer = trailer(first, value);
    if (!settle_if_diagnosing(attempt)) break;
    value = longer;
  }
  return value;
}

// One .name, [index] or (arguments) after `value`.
Expr* Parser::trailer(const Token& first, Expr* value) {
  const Token& open = tok();
  advance();
  if (open.kind == Kind::Dot) {
    Identifier attr = expect_identifier();
    auto* node = make<Attribute>(span_from(first));
    node->value = value;
    node->attr = attr;
    set_height(node, value->height + 1);
    return node;
  }
  if (open.kind == Kind::LSqb) {
    Expr* index = slices();
    expect(Kind::RSqb);
    auto* node = make<Subscript>(span_from(first));
    node->value = value;
    node->slice = index;
    set_height(node, value->height + 1);
    return node;
  }
  SeqBuilder<Expr*> args(arena_);
  SeqBuilder<Keyword*> keywords(arena_);
  call_arguments(args, keywords, open, true);
  expect(Kind::RPar);
  auto* node = make<Call>(span_from(first));
  node->func = value;
  node->args = args.take();
  node->keywords = keywords.take();
  set_height(node, value->height + 1);
  return node;
}

Expr* Parser::slices() {
  const Token& first = tok();
  Expr* one = slice();
  if (!at(Kind::Comma) && one->kind != ExprKind::Starred) return one;
  SeqBuilder<Expr*> elts(arena_);
  elts.push(one);
  while (eat(Kind::Comma)) {
    if (!at_expression_start() && !at(Kind::Colon)) break;
    elts.push(slice());
  }
  auto* node = make<Tuple>(span_from(first));
  node->elts = elts.take();
  return node;
}

Expr* Parser::slice() {
  if (at(Kind::Star)) return star_named_expression();
  const Token& first = tok();
  Expr* lower = nullptr;
  if (!at(Kind::Colon)) {
    lower = named_expression();
    bool bare_walrus = lower->kind == ExprKind::NamedExpr && !is_parenthesized(lower, first);
    if (!at(Kind::Colon) || bare_walrus) return lower;
  }
  auto bound = [&]() -> Expr* { return at_expression_start() ? expression() : nullptr; };
  advance();
  Expr* upper = bound();
  Expr* step = eat(Kind::Colon) ? bound() : nullptr;
  auto* node = make<Slice>(span_from(first));
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

Constant* Parser::constant(const Token& token, ConstantKind kind) {
  auto* node = make<Constant>(token.span);
  node->value.kind = kind;
  return node;
}

Expr* Parser::atom() {
  const Token& token = tok();
  switch (token.kind) {
    case Kind::Name: {
      auto* node = make<Name>(token.span);
      node->id = identifier(token);
      advance();
      return node;
    }
    case Kind::KwNone: advance(); return constant(token, ConstantKind::None);
    case Kind::KwTrue: advance(); return constant(token, ConstantKind::True);
    case Kind::KwFalse: advance(); return constant(token, ConstantKind::False);
    case Kind::Ellipsis: advance(); return constant(token, ConstantKind::Ellipsis);
    case Kind::Number: return number();
    case Kind::String:
    case Kind::FStringStart: return strings();
    case Kind::LPar: return parenthesized();
    case Kind::LSqb: return list_display();
    case Kind::LBrace: return dict_or_set();
    default: fail(); return make<Name>(token.span);
  }
}

namespace {

double to_double(std::string_view text) {
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  (void)end;
  if (error == std::errc()) return value;
  // Too large or too small: strtod says which, infinity or (almost) zero.
  return std::strtod(std::string(text).c_str(), nullptr);
}

}  // namespace

Expr* Parser::number() {
  const Token& token = tok();
  advance();
  std::string text;
  for (char c : text_of(token))
    if (c != '_') text += c;
  Constant* node = constant(token, ConstantKind::Int);
  ConstantValue& value = node->value;
  char marker = text.size() > 1 && text[0] == '0' ? static_cast<char>(text[1] | 0x20) : '\0';
  int base = marker == 'x' ? 16 : marker == 'o' ? 8 : marker == 'b' ? 2 : 10;
  if (base == 10 && (text.back() == 'j' || text.back() == 'J')) {
    value.kind = ConstantKind::Complex;
    value.real = to_double(std::string_view(text).substr(0, text.size() - 1));
    return node;
  }
  if (base == 10 && text.find_first_of(".eE") != std::string::npos) {
    value.kind = ConstantKind::Float;
    value.real = to_double(text);
    return node;
  }
  std::string_view digits = std::string_view(text).substr(base == 10 ? 0 : 2);
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value.integer, base);
  (void)end;
  value.fits_int64 = error == std::errc();
  if (value.fits_int64) {
    value.text = arena_.copy(std::to_string(value.integer));
    return node;
  }
  value.integer = 0;
  constexpr std::size_t kMaxDecimalDigits = 4300;  // CPython's limit, for the same reason: quadratic time
  if (base == 10 && digits.size() > kMaxDecimalDigits)
    raise("P0109",
          "Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(digits.size()) +
              " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
              "hexadecimal for huge integer literals to avoid decimal conversion limits.",
          token.span);
  value.text = arena_.copy(base == 10 ? std::string(digits) : decimal_digits(digits, base));
  return node;
}

}  // namespace portalis
