// Type parameter lists: [T: int = str, *Ts, **P] (PEP 695 and 696).
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// Empty when there is no bracket.
Seq<TypeParam*> Parser::type_parameters() {
  if (!eat(Kind::LSqb)) return {};
  if (diagnosing() && at(Kind::RSqb)) raise_starting_from("P0121", "Type parameter list cannot be empty", tok().span);
  SeqBuilder<TypeParam*> params(arena_);
  do {
    if (!params.empty() && at(Kind::RSqb)) break;
    params.push(type_parameter());
  } while (eat(Kind::Comma));
  expect(Kind::RSqb);
  return params.take();
}

TypeParam* Parser::type_parameter() {
  const Token& first = tok();
  bool tuple = eat(Kind::Star);
  bool spec = !tuple && eat(Kind::DoubleStar);
  Identifier name = expect_identifier();
  if ((tuple || spec) && diagnosing() && at(Kind::Colon)) {
    const Token& colon = tok();
    Speculation attempt(*this);
    advance();
    Expr* bound = expression();
    bool parsed = !failed();
    bool constraints = parsed && bound->kind == ExprKind::Tuple;
    if (parsed)
      raise_starting_from(
          "P0121", std::string("cannot use ") + (constraints ? "constraints" : "bound") + " with " + (tuple ? "TypeVarTuple" : "ParamSpec"),
          colon.span);
  }
  if (tuple) {
    Expr* fallback = eat(Kind::Equal) ? star_expression() : nullptr;
    auto* node = make<TypeVarTuple>(span_from(first));
    node->name = name;
    node->default_value = fallback;
    return node;
  }
  if (spec) {
    Expr* fallback = eat(Kind::Equal) ? expression() : nullptr;
    auto* node = make<ParamSpec>(span_from(first));
    node->name = name;
    node->default_value = fallback;
    return node;
  }
  Expr* bound = eat(Kind::Colon) ? expression() : nullptr;
  Expr* fallback = eat(Kind::Equal) ? expression() : nullptr;
  auto* node = make<TypeVar>(span_from(first));
  node->name = name;
  node->bound = bound;
  node->default_value = fallback;
  return node;
}

}  // namespace portalis
