// What every AST node is built from: kinds, operators, sequences, constants, and the helpers that tell
// nodes apart. ast.hpp has the nodes and says who owns them.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

#include "compiler/source/span.hpp"

namespace portalis::ast {

inline constexpr int kMaxTreeDepth = 6000;

// Interned in the arena and NFKC-normalised: equal names of one arena have the same data().
using Identifier = std::string_view;

template <class T>
struct Seq {
  T* data = nullptr;
  std::uint32_t size = 0;

  T* begin() const { return data; }
  T* end() const { return data + size; }
  bool empty() const { return size == 0; }
  T& operator[](std::uint32_t i) const {
    assert(i < size);
    return data[i];
  }
  T& back() const { return (*this)[size - 1]; }
};

enum class ExprKind : std::uint8_t {
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice
};

enum class StmtKind : std::uint8_t {
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  TypeAlias,
  AugAssign,
  AnnAssign,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  ExprStmt,
  Pass,
  Break,
  Continue
};

enum class PatternKind : std::uint8_t { MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr };

enum class TypeParamKind : std::uint8_t { TypeVar, ParamSpec, TypeVarTuple };

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class Operator : std::uint8_t { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv };
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CmpOp : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

enum class ConstantKind : std::uint8_t { None, True, False, Ellipsis, Int, Float, Complex, Str, Bytes };

// The value of a literal. `text` is, by kind:
//   Int    its decimal digits without leading zeros or underscores; `integer` holds the value too
//          when fits_int64 is set
//   Str    UTF-8, where a lone surrogate (from "\ud800") is written as its three bytes (WTF-8)
//   Bytes  the bytes
// Float uses `real`; Complex is `real`j (a literal never has another part).
struct ConstantValue {
  ConstantKind kind = ConstantKind::None;
  bool fits_int64 = false;
  std::string_view text = {};
  union {
    std::int64_t integer = 0;
    double real;
  };
};

struct Expr {
  ExprKind kind;
  // Length of the longest left-hand chain below (a+b+c..., a.b().c...); only the parser uses it, to
  // keep kMaxTreeDepth.
  std::uint16_t height;
  Span span;
};
struct Stmt {
  StmtKind kind;
  Span span;
};
struct Pattern {
  PatternKind kind;
  Span span;
};
struct TypeParam {
  TypeParamKind kind;
  Span span;
};

// ---- telling nodes apart ----

template <class T, class Base>
bool is(const Base* node) {
  return node->kind == T::KIND;
}

// The node as the type its kind says; the caller has switched on the kind.
template <class T, class Base>
T* as(Base* node) {
  assert(node->kind == T::KIND);
  return static_cast<T*>(node);
}
template <class T, class Base>
const T* as(const Base* node) {
  assert(node->kind == T::KIND);
  return static_cast<const T*>(node);
}

// The node as T, or null when it is another kind.
template <class T, class Base>
T* dyn(Base* node) {
  return node->kind == T::KIND ? static_cast<T*>(node) : nullptr;
}
template <class T, class Base>
const T* dyn(const Base* node) {
  return node->kind == T::KIND ? static_cast<const T*>(node) : nullptr;
}

}  // namespace portalis::ast
