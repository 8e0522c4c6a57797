// Functions, classes, decorators and the async statements.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

Stmt* Parser::decorated() {
  SeqBuilder<Expr*> decorators(arena_);
  while (eat(Kind::At)) {
    decorators.push(named_expression());
    if (!eat_layout(Kind::Newline)) fail();
  }
  Seq<Expr*> list = decorators.take();
  if (at(Kind::KwDef)) return function_definition(tok(), list);
  if (at(Kind::KwClass)) return class_definition(list);
  if (at(Kind::KwAsync) && next_is(Kind::KwDef)) return async_statement(tok(), list);
  fail();
  return make<Pass>(tok().span);
}

Stmt* Parser::async_statement(const Token& first, Seq<Expr*> decorators) {
  advance();
  switch (tok().kind) {
    case Kind::KwDef: return function_definition(first, decorators);
    case Kind::KwFor: return for_statement(first);
    case Kind::KwWith: return with_statement(first);
    default: fail(); return make<Pass>(first.span);
  }
}

// `first` is `async` or `def`; the cursor is on `def`.
Stmt* Parser::function_definition(const Token& first, Seq<Expr*> decorators) {
  const Token& keyword = tok();
  bool async = &first != &keyword;
  advance();
  Identifier name = expect_identifier();
  Seq<TypeParam*> type_params = type_parameters();
  if (!failed()) expect_or_raise(Kind::LPar);
  Arguments* args = parameters(Kind::RPar);
  expect(Kind::RPar);
  Expr* returns = nullptr;
  if (at(Kind::RArrow)) {
    Speculation attempt(*this);
    advance();
    returns = expression();
    attempt.settle();  // `-> :`: then the arrow stands where the colon should
  }
  if (!failed()) expect_or_raise(Kind::Colon);
  Seq<Stmt*> body = block("function definition", keyword);
  Span span = span_from(first);
  FunctionBase* node = async ? static_cast<FunctionBase*>(make<AsyncFunctionDef>(span)) : make<FunctionDef>(span);
  node->name = name;
  node->args = args;
  node->body = body;
  node->decorator_list = decorators;
  node->returns = returns;
  node->type_params = type_params;
  return node;
}

Stmt* Parser::class_definition(Seq<Expr*> decorators) {
  const Token& first = tok();
  advance();
  Identifier name = expect_identifier();
  Seq<TypeParam*> type_params = type_parameters();
  SeqBuilder<Expr*> bases(arena_);
  SeqBuilder<Keyword*> keywords(arena_);
  if (at(Kind::LPar)) {
    const Token& open = tok();
    advance();
    call_arguments(bases, keywords, open, false);
    expect(Kind::RPar);
  }
  expect_colon_after_header();
  Seq<Stmt*> body = block("class definition", first);
  auto* node = make<ClassDef>(span_from(first));
  node->name = name;
  node->bases = bases.take();
  node->keywords = keywords.take();
  node->body = body;
  node->decorator_list = decorators;
  node->type_params = type_params;
  return node;
}

}  // namespace portalis
