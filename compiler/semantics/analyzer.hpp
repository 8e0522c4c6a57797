// The one walk over the AST that builds scopes and finds misplaced constructs; analyze() resolves names after it.
//
// Follows the order of CPython's symtable.c, since "used prior to global declaration" depends on it. Checks that
// CPython makes in compile.c (break outside loop, starred targets, unreachable patterns) are made in the same walk.
#pragma once

#include "compiler/semantics/scope.hpp"

namespace portalis::semantics {

class Analyzer {
 public:
  Analyzer(ScopeTree& tree, const SourceFile& file, DiagnosticSink& sink) : tree_(tree), file_(file), sink_(sink) {}

  void module(const ast::Module& module);
  void resolve();

 private:
  // What of the surrounding statements matters to break, continue and return.
  enum class Enclosure : std::uint8_t { none, loop, except_star };

  void error(const char* code, Span span, std::string message, std::string help = {});

  // ---- names ----
  Symbol* define(std::string_view name, std::uint16_t use, Span span);
  Symbol* define_in(Scope* scope, std::string_view name, std::uint16_t use, Span span);
  void forbid_debug(std::string_view name, Span span, bool deleting = false);
  Scope* enter(ScopeKind kind, const void* node, Span span);
  void leave(Scope* inner);

  // ---- statements ----
  void future_imports(const ast::Module& module);
  void body(ast::Seq<ast::Stmt*> statements);
  void statement(const ast::Stmt* s);
  void loop_body(ast::Seq<ast::Stmt*> statements, Enclosure inside);
  void function(const ast::FunctionBase* s);
  void class_definition(const ast::ClassDef* s);
  void type_alias(const ast::TypeAlias* s);
  void try_statement(const ast::TryBase* s, bool star);
  void import_names(const ast::Stmt* s, ast::Seq<ast::Alias*> names, bool from);
  void declare(const ast::Stmt* s, ast::Seq<ast::Identifier> names, bool global);
  void annotated(const ast::AnnAssign* s);
  void jump(const ast::Stmt* s);
  void return_statement(const ast::Return* s);
  void outside_async(const ast::Stmt* s, const char* what);

  // ---- functions' signatures and type parameters ----
  void defaults(const ast::Arguments& args);
  void annotations(const ast::Arguments& args, const ast::Expr* returns);
  void annotation(const ast::Expr* e);
  void parameters(const ast::Arguments& args);
  void type_parameters(ast::Seq<ast::TypeParam*> params);
  void lazy_type(const void* node, const ast::Expr* e);

  // ---- expressions ----
  void expression(const ast::Expr* e);
  void optional(const ast::Expr* e) {
    if (e) expression(e);
  }
  void expressions(ast::Seq<ast::Expr*> list) {
    for (const ast::Expr* e : list) optional(e);
  }
  void name(const ast::Name* e);
  void named(const ast::NamedExpr* e);
  void lambda(const ast::Lambda* e);
  void comprehension(const ast::Expr* e, ScopeKind kind, ast::Seq<ast::Comprehension*> generators,
                     const ast::Expr* element, const ast::Expr* value);
  void yield(const ast::Expr* e, const ast::Expr* value);
  void await(const ast::Await* e);
  void call(const ast::Call* e);
  void keywords(ast::Seq<ast::Keyword*> list);
  void elements(const ast::Expr* e, ast::Seq<ast::Expr*> list, ast::ExprContext ctx);

  // ---- patterns (patterns.cpp) ----
  using Captures = std::vector<std::string_view>;
  void match_statement(const ast::Match* s);
  // may_match_all: a pattern that always matches hides nothing here.
  void pattern(const ast::Pattern* p, Captures& bound, bool may_match_all = true);
  void capture(std::string_view name, Span span, Captures& bound);
  void alternatives(const ast::MatchOr* p, Captures& bound, bool may_match_all);
  void mapping(const ast::MatchMapping* p, Captures& bound);
  void class_pattern(const ast::MatchClass* p, Captures& bound);

  // ---- resolution (resolve.cpp) ----
  void choose_in_place();
  void resolve_scope(Scope* scope);
  void resolve_symbol(Scope* scope, Symbol* symbol);
  Symbol* find_outer(Scope* from, std::string_view name);
  void reach_origin(Scope* scope, Symbol* symbol, Symbol* origin);

  ScopeTree& tree_;
  const SourceFile& file_;
  DiagnosticSink& sink_;
  Scope* scope_ = nullptr;
  Enclosure enclosure_ = Enclosure::none;
  int comprehension_iterable_ = 0;     // depth of iterables of comprehensions: no := there
  bool comprehension_target_ = false;
  std::vector<const ast::Stmt*> future_imports_;   // those in their place
  int except_star_depth_ = 0;
  struct ReturnWithValue {
    Scope* scope;
    Span span;
  };
  std::vector<ReturnWithValue> returns_with_value_;   // of the coroutines being walked
  struct Consumed {
    const ast::Expr* generator;
    std::string_view consumer;        // a builtin's name, if nothing else has it; empty: certainly the method str.join
  };
  std::vector<Consumed> consumed_;    // generator expressions that are the argument of what uses them up at once
  const char* annotation_kind_ = nullptr;   // "an annotation", "a TypeVar bound": no yield, await, := there
};

}  // namespace portalis::semantics
