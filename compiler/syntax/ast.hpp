// The abstract syntax tree: CPython 3.13's Python.asdl as plain data.
//
// Kinds, fields and their order are those of the ast module, so its documentation is this file's
// too. Differences, all mechanical: the base of the expressions is Expr and the expression statement
// (ast.Expr) is ExprStmt; lower-case ASDL types are in camel case (arguments -> Arguments); operators
// are enums; type comments are not kept (ast.parse drops them as well by default).
//
// Ownership: every node, sequence and text lives in the Arena that parse_module() was given and dies
// with it. Nodes are trivially destructible, have no virtuals and are told apart by `kind`:
//
//     switch (expr->kind) {
//       case ExprKind::BinOp: { auto* n = as<BinOp>(expr); ... }
//     }
//     if (auto* name = dyn<Name>(expr)) ...
//
// Nullability: a pointer field marked "?" may be null, an Identifier field marked "?" may be empty.
// Depth: no tree the parser makes is nested deeper than kMaxTreeDepth, so recursion is bounded.
// Thread-safety: immutable after parsing, so any thread may read it.
#pragma once

#include "compiler/syntax/ast_base.hpp"

namespace portalis::ast {

// ---- parts shared by several nodes ----

struct Arg {
  Identifier arg;
  Expr* annotation = nullptr;  // ?
  Span span;
};

struct Arguments {
  Seq<Arg*> posonlyargs;
  Seq<Arg*> args;
  Arg* vararg = nullptr;  // ?
  Seq<Arg*> kwonlyargs;
  Seq<Expr*> kw_defaults;  // as long as kwonlyargs; null where there is no default
  Arg* kwarg = nullptr;    // ?
  Seq<Expr*> defaults;     // of the last posonlyargs and args
};

struct Keyword {
  Identifier arg;  // ? empty for **value
  Expr* value = nullptr;
  Span span;
};

struct Alias {
  Identifier name;    // dotted for `import a.b`; "*" for `from m import *`
  Identifier asname;  // ?
  Span span;
};

struct WithItem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;  // ?
};

struct Comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Expr*> ifs;
  bool is_async = false;
};

struct ExceptHandler {
  Expr* type = nullptr;  // ?
  Identifier name;       // ?
  Seq<Stmt*> body;
  Span span;
};

struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;  // ?
  Seq<Stmt*> body;
};

// ---- expressions ----

template <ExprKind K>
struct ExprOf : Expr {
  static constexpr ExprKind KIND = K;
  explicit ExprOf(Span at) : Expr{K, 0, at} {}
};

struct BoolOp : ExprOf<ExprKind::BoolOp> {
  using ExprOf::ExprOf;
  BoolOperator op = {};
  Seq<Expr*> values;  // two or more
};
struct NamedExpr : ExprOf<ExprKind::NamedExpr> {
  using ExprOf::ExprOf;
  Expr* target = nullptr;  // a Name
  Expr* value = nullptr;
};
struct BinOp : ExprOf<ExprKind::BinOp> {
  using ExprOf::ExprOf;
  Expr* left = nullptr;
  Operator op = {};
  Expr* right = nullptr;
};
struct UnaryOp : ExprOf<ExprKind::UnaryOp> {
  using ExprOf::ExprOf;
  UnaryOperator op = {};
  Expr* operand = nullptr;
};
struct Lambda : ExprOf<ExprKind::Lambda> {
  using ExprOf::ExprOf;
  Arguments* args = nullptr;
  Expr* body = nullptr;
};
struct IfExp : ExprOf<ExprKind::IfExp> {
  using ExprOf::ExprOf;
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};
struct Dict : ExprOf<ExprKind::Dict> {
  using ExprOf::ExprOf;
  Seq<Expr*> keys;  // null where the value is a **mapping
  Seq<Expr*> values;
};
struct Set : ExprOf<ExprKind::Set> {
  using ExprOf::ExprOf;
  Seq<Expr*> elts;
};
struct ListComp : ExprOf<ExprKind::ListComp> {
  using ExprOf::ExprOf;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct SetComp : ExprOf<ExprKind::SetComp> {
  using ExprOf::ExprOf;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct DictComp : ExprOf<ExprKind::DictComp> {
  using ExprOf::ExprOf;
  Expr* key = nullptr;
  Expr* value = nullptr;
  Seq<Comprehension*> generators;
};
struct GeneratorExp : ExprOf<ExprKind::GeneratorExp> {
  using ExprOf::ExprOf;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct Await : ExprOf<ExprKind::Await> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
};
struct Yield : ExprOf<ExprKind::Yield> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;  // ?
};
struct YieldFrom : ExprOf<ExprKind::YieldFrom> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
};
struct Compare : ExprOf<ExprKind::Compare> {
  using ExprOf::ExprOf;
  Expr* left = nullptr;
  Seq<CmpOp> ops;
  Seq<Expr*> comparators;
};
struct Call : ExprOf<ExprKind::Call> {
  using ExprOf::ExprOf;
  Expr* func = nullptr;
  Seq<Expr*> args;  // Starred for *args
  Seq<Keyword*> keywords;
};
struct FormattedValue : ExprOf<ExprKind::FormattedValue> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
  int conversion = -1;          // -1, or 's' 'r' 'a'
  Expr* format_spec = nullptr;  // ? a JoinedStr
};
struct JoinedStr : ExprOf<ExprKind::JoinedStr> {
  using ExprOf::ExprOf;
  Seq<Expr*> values;  // Constant (Str) and FormattedValue
};
struct Constant : ExprOf<ExprKind::Constant> {
  using ExprOf::ExprOf;
  ConstantValue value;
  bool u_prefix = false;  // ast's kind='u'
};
struct Attribute : ExprOf<ExprKind::Attribute> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
  Identifier attr;
  ExprContext ctx = ExprContext::Load;
};
struct Subscript : ExprOf<ExprKind::Subscript> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
  Expr* slice = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Starred : ExprOf<ExprKind::Starred> {
  using ExprOf::ExprOf;
  Expr* value = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Name : ExprOf<ExprKind::Name> {
  using ExprOf::ExprOf;
  Identifier id;
  ExprContext ctx = ExprContext::Load;
};
struct List : ExprOf<ExprKind::List> {
  using ExprOf::ExprOf;
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::Load;
};
struct Tuple : ExprOf<ExprKind::Tuple> {
  using ExprOf::ExprOf;
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::Load;
};
struct Slice : ExprOf<ExprKind::Slice> {
  using ExprOf::ExprOf;
  Expr* lower = nullptr;  // ?
  Expr* upper = nullptr;  // ?
  Expr* step = nullptr;   // ?
};

// ---- patterns ----

template <PatternKind K>
struct PatternOf : Pattern {
  static constexpr PatternKind KIND = K;
  explicit PatternOf(Span at) : Pattern{K, at} {}
};

struct MatchValue : PatternOf<PatternKind::MatchValue> {
  using PatternOf::PatternOf;
  Expr* value = nullptr;
};
struct MatchSingleton : PatternOf<PatternKind::MatchSingleton> {
  using PatternOf::PatternOf;
  ConstantKind value = ConstantKind::None;  // None, True or False
};
struct MatchSequence : PatternOf<PatternKind::MatchSequence> {
  using PatternOf::PatternOf;
  Seq<Pattern*> patterns;
};
struct MatchMapping : PatternOf<PatternKind::MatchMapping> {
  using PatternOf::PatternOf;
  Seq<Expr*> keys;
  Seq<Pattern*> patterns;
  Identifier rest;  // ?
};
struct MatchClass : PatternOf<PatternKind::MatchClass> {
  using PatternOf::PatternOf;
  Expr* cls = nullptr;
  Seq<Pattern*> patterns;
  Seq<Identifier> kwd_attrs;
  Seq<Pattern*> kwd_patterns;
};
struct MatchStar : PatternOf<PatternKind::MatchStar> {
  using PatternOf::PatternOf;
  Identifier name;  // ?
};
struct MatchAs : PatternOf<PatternKind::MatchAs> {
  using PatternOf::PatternOf;
  Pattern* pattern = nullptr;  // ?
  Identifier name;             // ? both absent: the wildcard _
};
struct MatchOr : PatternOf<PatternKind::MatchOr> {
  using PatternOf::PatternOf;
  Seq<Pattern*> patterns;
};

// ---- type parameters (PEP 695, defaults from PEP 696) ----

template <TypeParamKind K>
struct TypeParamOf : TypeParam {
  static constexpr TypeParamKind KIND = K;
  explicit TypeParamOf(Span at) : TypeParam{K, at} {}
};

struct TypeVar : TypeParamOf<TypeParamKind::TypeVar> {
  using TypeParamOf::TypeParamOf;
  Identifier name;
  Expr* bound = nullptr;          // ?
  Expr* default_value = nullptr;  // ?
};
struct ParamSpec : TypeParamOf<TypeParamKind::ParamSpec> {
  using TypeParamOf::TypeParamOf;
  Identifier name;
  Expr* default_value = nullptr;  // ?
};
struct TypeVarTuple : TypeParamOf<TypeParamKind::TypeVarTuple> {
  using TypeParamOf::TypeParamOf;
  Identifier name;
  Expr* default_value = nullptr;  // ?
};

// ---- statements ----

template <StmtKind K>
struct StmtOf : Stmt {
  static constexpr StmtKind KIND = K;
  explicit StmtOf(Span at) : Stmt{K, at} {}
};

// FunctionDef and AsyncFunctionDef have the same fields; so have For/AsyncFor, With/AsyncWith and
// Try/TryStar. The shared base lets one function handle both: as_function(stmt) and so on, below.
struct FunctionBase : Stmt {
  FunctionBase(StmtKind kind, Span at) : Stmt{kind, at} {}
  Identifier name;
  Arguments* args = nullptr;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
  Expr* returns = nullptr;  // ?
  Seq<TypeParam*> type_params;
};
struct FunctionDef : FunctionBase {
  static constexpr StmtKind KIND = StmtKind::FunctionDef;
  explicit FunctionDef(Span at) : FunctionBase(KIND, at) {}
};
struct AsyncFunctionDef : FunctionBase {
  static constexpr StmtKind KIND = StmtKind::AsyncFunctionDef;
  explicit AsyncFunctionDef(Span at) : FunctionBase(KIND, at) {}
};
struct ClassDef : StmtOf<StmtKind::ClassDef> {
  using StmtOf::StmtOf;
  Identifier name;
  Seq<Expr*> bases;
  Seq<Keyword*> keywords;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
  Seq<TypeParam*> type_params;
};
struct Return : StmtOf<StmtKind::Return> {
  using StmtOf::StmtOf;
  Expr* value = nullptr;  // ?
};
struct Delete : StmtOf<StmtKind::Delete> {
  using StmtOf::StmtOf;
  Seq<Expr*> targets;
};
struct Assign : StmtOf<StmtKind::Assign> {
  using StmtOf::StmtOf;
  Seq<Expr*> targets;  // a = b = value has two
  Expr* value = nullptr;
};
struct TypeAlias : StmtOf<StmtKind::TypeAlias> {
  using StmtOf::StmtOf;
  Expr* name = nullptr;  // a Name
  Seq<TypeParam*> type_params;
  Expr* value = nullptr;
};
struct AugAssign : StmtOf<StmtKind::AugAssign> {
  using StmtOf::StmtOf;
  Expr* target = nullptr;
  Operator op = {};
  Expr* value = nullptr;
};
struct AnnAssign : StmtOf<StmtKind::AnnAssign> {
  using StmtOf::StmtOf;
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;  // ?
  bool simple = false;    // the target is a Name without parentheses
};
struct ForBase : Stmt {
  ForBase(StmtKind kind, Span at) : Stmt{kind, at} {}
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};
struct For : ForBase {
  static constexpr StmtKind KIND = StmtKind::For;
  explicit For(Span at) : ForBase(KIND, at) {}
};
struct AsyncFor : ForBase {
  static constexpr StmtKind KIND = StmtKind::AsyncFor;
  explicit AsyncFor(Span at) : ForBase(KIND, at) {}
};
struct While : StmtOf<StmtKind::While> {
  using StmtOf::StmtOf;
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};
struct If : StmtOf<StmtKind::If> {
  using StmtOf::StmtOf;
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;  // an elif is one If here
};
struct WithBase : Stmt {
  WithBase(StmtKind kind, Span at) : Stmt{kind, at} {}
  Seq<WithItem*> items;
  Seq<Stmt*> body;
};
struct With : WithBase {
  static constexpr StmtKind KIND = StmtKind::With;
  explicit With(Span at) : WithBase(KIND, at) {}
};
struct AsyncWith : WithBase {
  static constexpr StmtKind KIND = StmtKind::AsyncWith;
  explicit AsyncWith(Span at) : WithBase(KIND, at) {}
};
struct Match : StmtOf<StmtKind::Match> {
  using StmtOf::StmtOf;
  Expr* subject = nullptr;
  Seq<MatchCase*> cases;
};
struct Raise : StmtOf<StmtKind::Raise> {
  using StmtOf::StmtOf;
  Expr* exc = nullptr;    // ?
  Expr* cause = nullptr;  // ?
};
struct TryBase : Stmt {
  TryBase(StmtKind kind, Span at) : Stmt{kind, at} {}
  Seq<Stmt*> body;
  Seq<ExceptHandler*> handlers;
  Seq<Stmt*> orelse;
  Seq<Stmt*> finalbody;
};
struct Try : TryBase {
  static constexpr StmtKind KIND = StmtKind::Try;
  explicit Try(Span at) : TryBase(KIND, at) {}
};
struct TryStar : TryBase {
  static constexpr StmtKind KIND = StmtKind::TryStar;
  explicit TryStar(Span at) : TryBase(KIND, at) {}
};
struct Assert : StmtOf<StmtKind::Assert> {
  using StmtOf::StmtOf;
  Expr* test = nullptr;
  Expr* msg = nullptr;  // ?
};
struct Import : StmtOf<StmtKind::Import> {
  using StmtOf::StmtOf;
  Seq<Alias*> names;
};
struct ImportFrom : StmtOf<StmtKind::ImportFrom> {
  using StmtOf::StmtOf;
  Identifier module;  // ? empty for `from . import x`
  Seq<Alias*> names;
  int level = 0;  // the number of leading dots
};
struct Global : StmtOf<StmtKind::Global> {
  using StmtOf::StmtOf;
  Seq<Identifier> names;
};
struct Nonlocal : StmtOf<StmtKind::Nonlocal> {
  using StmtOf::StmtOf;
  Seq<Identifier> names;
};
struct ExprStmt : StmtOf<StmtKind::ExprStmt> {
  using StmtOf::StmtOf;
  Expr* value = nullptr;
};
struct Pass : StmtOf<StmtKind::Pass> {
  using StmtOf::StmtOf;
};
struct Break : StmtOf<StmtKind::Break> {
  using StmtOf::StmtOf;
};
struct Continue : StmtOf<StmtKind::Continue> {
  using StmtOf::StmtOf;
};

struct Module {
  Seq<Stmt*> body;
};

// ---- both forms of one statement ----

inline FunctionBase* as_function(Stmt* s) {
  assert(s->kind == StmtKind::FunctionDef || s->kind == StmtKind::AsyncFunctionDef);
  return static_cast<FunctionBase*>(s);
}
inline const FunctionBase* as_function(const Stmt* s) { return as_function(const_cast<Stmt*>(s)); }
inline ForBase* as_for(Stmt* s) {
  assert(s->kind == StmtKind::For || s->kind == StmtKind::AsyncFor);
  return static_cast<ForBase*>(s);
}
inline const ForBase* as_for(const Stmt* s) { return as_for(const_cast<Stmt*>(s)); }
inline WithBase* as_with(Stmt* s) {
  assert(s->kind == StmtKind::With || s->kind == StmtKind::AsyncWith);
  return static_cast<WithBase*>(s);
}
inline const WithBase* as_with(const Stmt* s) { return as_with(const_cast<Stmt*>(s)); }
inline TryBase* as_try(Stmt* s) {
  assert(s->kind == StmtKind::Try || s->kind == StmtKind::TryStar);
  return static_cast<TryBase*>(s);
}
inline const TryBase* as_try(const Stmt* s) { return as_try(const_cast<Stmt*>(s)); }

}  // namespace portalis::ast
