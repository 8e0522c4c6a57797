// Parameter lists of def and lambda. Both have one shape; lambda's have no annotations and end at ':'.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// NAME, and for def [':' annotation].
Arg* Parser::parameter(bool lambda, bool star) {
  const Token& first = tok();
  Arg* arg = arena_.make<Arg>();
  arg->arg = expect_identifier();
  arg->annotation = nullptr;
  if (!lambda && eat(Kind::Colon)) arg->annotation = star ? star_expression() : expression();
  arg->span = span_from(first);
  return arg;
}

// The cursor is after the '*' of a bare star or on the parameter that it names.
void Parser::diagnose_star_parameter(bool lambda, const Token& star) {
  Kind closer = lambda ? Kind::Colon : Kind::RPar;
  bool ends = at(closer);
  if (at(Kind::Comma)) ends = next_is(closer) || next_is(Kind::DoubleStar);
  if (!ends) return;
  const char* message = "named arguments must follow bare *";
  if (lambda) raise_at_furthest("P0112", message);
  raise_at("P0112", message, star);
}

namespace {
constexpr const char* kCode = "P0112";
}

// What was read of a parameter list, on the way to an Arguments.
struct Parser::ParameterList {
  ParameterList(Arena& arena, Kind closer)
      : closer(closer), positional_only(arena), plain(arena), keyword_only(arena), defaults(arena), keyword_defaults(arena) {}

  bool lambda() const { return closer == Kind::Colon; }

  Kind closer;
  SeqBuilder<Arg*> positional_only, plain, keyword_only;
  SeqBuilder<Expr*> defaults, keyword_defaults;
  Arg* vararg = nullptr;
  Arg* kwarg = nullptr;
  bool slash = false;
  bool star = false;
};

void Parser::refuse_parameter(std::string message, const Token& token) {
  if (diagnosing()) raise_at(kCode, std::move(message), token);
  fail();
}

void Parser::slash_marker(ParameterList& list) {
  const Token& slash = tok();
  if (list.slash) {
    refuse_parameter("/ may appear only once", slash);
  } else if (list.star) {
    refuse_parameter("/ must be ahead of *", slash);
  } else if (list.plain.empty()) {
    if (diagnosing() && next_is(Kind::Comma)) raise_at(kCode, "at least one argument must precede /", slash);
    fail();
  }
  advance();
  list.slash = true;
  for (std::uint32_t i = 0; i < list.plain.size(); ++i) list.positional_only.push(list.plain[i]);
  list.plain.clear();
  if (diagnosing() && at(Kind::Star)) raise_at(kCode, "expected comma between / and *", tok());
}

// *args, or the bare * before keyword-only parameters.
void Parser::star_parameter(ParameterList& list) {
  const Token& star = tok();
  if (list.star) {
    if (diagnosing() && (next_is(Kind::Name) || next_is(Kind::Comma))) raise_at(kCode, "* argument may appear only once", star);
    fail();
  }
  list.star = true;
  advance();
  if (diagnosing()) diagnose_star_parameter(list.lambda(), star);
  if (at(Kind::Comma)) {
    // A bare star must have a named parameter after it.
    if (next_is(list.closer) || next_is(Kind::DoubleStar)) {
      advance();
      fail();
    }
    return;
  }
  list.vararg = parameter(list.lambda(), true);
  if (diagnosing() && at(Kind::Equal)) raise_at(kCode, "var-positional argument cannot have default value", tok());
}

// **kwargs, which ends the list.
void Parser::double_star_parameter(ParameterList& list) {
  advance();
  list.kwarg = parameter(list.lambda(), false);
  if (diagnosing() && at(Kind::Equal)) raise_at(kCode, "var-keyword argument cannot have default value", tok());
  if (!eat(Kind::Comma)) return;
  if (diagnosing() && at(Kind::Name)) {
    Arg* arg = parameter(list.lambda(), false);
    if (!failed()) raise(kCode, "arguments cannot follow var-keyword argument", arg->span);
  }
  if (diagnosing() && (at(Kind::Star) || at(Kind::DoubleStar) || at(Kind::Slash)))
    raise_at(kCode, "arguments cannot follow var-keyword argument", tok());
}

// def f(a, (b, c)): as Python 2 allowed it.
void Parser::diagnose_parenthesized_parameters(const ParameterList& list) {
  if (!at(Kind::LPar) || list.star) return;
  const Token& open = tok();
  Speculation attempt(*this);
  advance();
  do {
    if (!at(Kind::Name)) break;
    parameter(list.lambda(), false);
  } while (eat(Kind::Comma));
  const Token& close = tok();
  bool names = at(Kind::RPar) && &close > &open + 1;
  if (attempt.undo() && names)
    raise(kCode, list.lambda() ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized",
          Span::join(open.span, close.span));
}

// NAME [: annotation] [= default]
void Parser::named_parameter(ParameterList& list) {
  if (diagnosing() && list.defaults.empty()) diagnose_parenthesized_parameters(list);
  Arg* arg = parameter(list.lambda(), false);
  Expr* value = nullptr;
  if (at(Kind::Equal)) {
    const Token& equal = tok();
    advance();
    if (diagnosing() && (at(list.closer) || at(Kind::Comma))) raise_at(kCode, "expected default value expression", equal);
    value = expression();
  }
  if (list.star) {
    list.keyword_only.push(arg);
    list.keyword_defaults.push(value);
    return;
  }
  if (value == nullptr && !list.defaults.empty()) {
    if (diagnosing()) raise(kCode, "parameter without a default follows parameter with a default", arg->span);
    fail();
  }
  list.plain.push(arg);
  if (value != nullptr) list.defaults.push(value);
}

// Up to, and not including, the closing token.
Arguments* Parser::parameters(Kind closer) {
  ParameterList list(arena_, closer);
  while (!at(closer) && !failed()) {
    if (at(Kind::DoubleStar)) {
      double_star_parameter(list);
      break;
    }
    if (at(Kind::Slash)) {
      slash_marker(list);
    } else if (at(Kind::Star)) {
      star_parameter(list);
    } else {
      named_parameter(list);
    }
    if (!eat(Kind::Comma)) break;
  }
  Arguments* result = arena_.make<Arguments>();
  result->posonlyargs = list.positional_only.take();
  result->args = list.plain.take();
  result->vararg = list.vararg;
  result->kwonlyargs = list.keyword_only.take();
  result->kw_defaults = list.keyword_defaults.take();
  result->kwarg = list.kwarg;
  result->defaults = list.defaults.take();
  return result;
}

}  // namespace portalis
