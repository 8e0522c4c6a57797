// What may be assigned to, and the diagnoses that compare what was written with what was meant.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

const char* expression_name(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Attribute: return "attribute";
    case ExprKind::Subscript: return "subscript";
    case ExprKind::Starred: return "starred";
    case ExprKind::Name: return "name";
    case ExprKind::List: return "list";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::Call: return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp: return "expression";
    case ExprKind::GeneratorExp: return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return "yield expression";
    case ExprKind::Await: return "await expression";
    case ExprKind::ListComp: return "list comprehension";
    case ExprKind::SetComp: return "set comprehension";
    case ExprKind::DictComp: return "dict comprehension";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::Set: return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "f-string expression";
    case ExprKind::Compare: return "comparison";
    case ExprKind::IfExp: return "conditional expression";
    case ExprKind::NamedExpr: return "named expression";
    case ExprKind::Slice: return "slice";
    case ExprKind::Constant: break;
  }
  switch (as<Constant>(expr)->value.kind) {
    case ConstantKind::None: return "None";
    case ConstantKind::True: return "True";
    case ConstantKind::False: return "False";
    case ConstantKind::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

const Expr* Parser::invalid_target(const Expr* expr, TargetUse use) const {
  auto first_of = [&](const Seq<Expr*>& elts) -> const Expr* {
    for (const Expr* elt : elts)
      if (const Expr* bad = invalid_target(elt, use)) return bad;
    return nullptr;
  };
  switch (expr->kind) {
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript: return nullptr;
    case ExprKind::List: return first_of(as<List>(expr)->elts);
    case ExprKind::Tuple: return first_of(as<Tuple>(expr)->elts);
    case ExprKind::Starred:
      if (use == TargetUse::Delete) return expr;
      return invalid_target(as<Starred>(expr)->value, use);
    case ExprKind::Compare:
      // `for f() in x` without its `in x`: the target is what stands left of it.
      if (use == TargetUse::For) {
        const Compare* compare = as<Compare>(expr);
        if (compare->ops[0] == CmpOp::In) return invalid_target(compare->left, use);
        return nullptr;
      }
      return expr;
    default: return expr;
  }
}

void Parser::raise_invalid_target(const Expr* expr, TargetUse use) {
  if (failed()) return;
  const Expr* bad = invalid_target(expr, use);
  if (bad == nullptr) return;
  raise("P0107", std::string(use == TargetUse::Delete ? "cannot delete " : "cannot assign to ") + expression_name(bad), bad->span);
}

void Parser::set_context(Expr* expr, ExprContext ctx) {
  if (failed()) return;
  switch (expr->kind) {
    case ExprKind::Name: as<Name>(expr)->ctx = ctx; break;
    case ExprKind::Attribute: as<Attribute>(expr)->ctx = ctx; break;
    case ExprKind::Subscript: as<Subscript>(expr)->ctx = ctx; break;
    case ExprKind::Starred:
      as<Starred>(expr)->ctx = ctx;
      set_context(as<Starred>(expr)->value, ctx);
      break;
    case ExprKind::List:
      as<List>(expr)->ctx = ctx;
      for (Expr* elt : as<List>(expr)->elts) set_context(elt, ctx);
      break;
    case ExprKind::Tuple:
      as<Tuple>(expr)->ctx = ctx;
      for (Expr* elt : as<Tuple>(expr)->elts) set_context(elt, ctx);
      break;
    default: break;
  }
}

// One target of for or with: *target, or a name, attribute, item, tuple or list of targets.
Expr* Parser::star_target() {
  const Token& first = tok();
  if (eat(Kind::Star)) {
    if (at(Kind::Star)) fail();
    Expr* value = star_target();
    auto* node = make<Starred>(span_from(first));
    node->value = value;
    node->ctx = ExprContext::Store;
    return node;
  }
  Expr* target = primary();
  if (!failed() && invalid_target(target, TargetUse::Assign) != nullptr) fail();
  set_context(target, ExprContext::Store);
  return target;
}

// The targets between `for` and `in`.
Expr* Parser::star_targets() {
  const Token& first = tok();
  Speculation attempt(*this);
  Expr* result = star_target();
  if (at(Kind::Comma)) {
    SeqBuilder<Expr*> elts(arena_);
    elts.push(result);
    while (eat(Kind::Comma) && at_expression_start()) elts.push(star_target());
    auto* node = make<Tuple>(span_from(first));
    node->elts = elts.take();
    node->ctx = ExprContext::Store;
    result = node;
  }
  if (at(Kind::KwIn) || !diagnosing_ || raised_) return result;
  bool worked = attempt.undo();
  {
    Speculation whole(*this);
    Expr* written = star_expressions();
    if (!failed()) raise_invalid_target(written, TargetUse::For);
    whole.undo();
  }
  if (worked) {
    // The targets themselves are fine; blame what follows them again.
    star_expressions();
  }
  fail();
  return result;
}

// A statement that is no valid assignment, looked at once more from its start, element by element: in
// `a, f() = 1` the last two may have been meant as a comparison.
void Parser::diagnose_assignment(const Token& first) {
  if (failed()) return;
  Speculation attempt(*this);
  tok_ = &first;
  do {
    if (!at_expression_start()) break;
    star_named_expression();
  } while (eat(Kind::Comma));
  attempt.undo();
}

// After an expression that stands where a named expression may: `if x = 1:`, `(f() = 1)`.
void Parser::diagnose_misplaced_equal(const Token& first, const Expr* left) {
  bool parenthesized = is_parenthesized(left, first);
  if (!parenthesized) {
    // Only an operand of a comparison may stand left of the '=' for this to be a mistaken '=='.
    switch (left->kind) {
      case ExprKind::Compare:
      case ExprKind::BoolOp:
      case ExprKind::IfExp:
      case ExprKind::Lambda:
      case ExprKind::Starred:
      case ExprKind::Yield:
      case ExprKind::YieldFrom: return;
      case ExprKind::UnaryOp:
        if (as<UnaryOp>(left)->op == UnaryOperator::Not) return;
        break;
      default: break;
    }
  }
  Speculation attempt(*this);
  advance();
  Expr* right = bitwise_or();
  bool alone = !failed() && !at(Kind::Equal) && !at(Kind::ColonEqual);
  attempt.undo();
  if (!alone || failed()) return;
  if (left->kind == ExprKind::Name && !parenthesized) {
    raise("P0107", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", Span::join(left->span, right->span));
    return;
  }
  switch (left->kind) {
    case ExprKind::List:
    case ExprKind::Tuple:
    case ExprKind::GeneratorExp: return;
    case ExprKind::Constant: {
      ConstantKind kind = as<Constant>(left)->value.kind;
      if (kind == ConstantKind::None || kind == ConstantKind::True || kind == ConstantKind::False) return;
      break;
    }
    default: break;
  }
  raise("P0107", std::string("cannot assign to ") + expression_name(left) + " here. Maybe you meant '==' instead of '='?", left->span);
}

namespace {

// CPython takes a name for a soft keyword as soon as one begins with it: `c`, `ty`, `match`.
bool begins_soft_keyword(std::string_view name) {
  for (std::string_view keyword : {"_", "case", "match", "type"})
    if (!name.empty() && keyword.substr(0, name.size()) == name) return true;
  return false;
}

}  // namespace

// After an expression where another one follows at once: a comma was forgotten, or print's parentheses.
void Parser::diagnose_two_expressions(const Token& first, const Expr* left) {
  if (!at_expression_start() || at(Kind::Star)) return;
  bool soft = first.kind == Kind::Name && left->kind == ExprKind::Name && !is_parenthesized(left, first);
  std::string_view name = soft ? as<Name>(left)->id : std::string_view();
  bool legacy = name == "print" || name == "exec";
  if (legacy) {
    if (at(Kind::LPar)) return;
    Speculation attempt(*this);
    Expr* argument = star_expressions();
    if (attempt.undo())
      raise("P0117", "Missing parentheses in call to '" + std::string(name) + "'. Did you mean " + std::string(name) + "(...)?",
            Span::join(left->span, argument->span));
    return;
  }
  // A name before a string is more likely a wrong string prefix; a soft keyword begins a statement.
  std::string_view text = first.kind == Kind::Name ? text_of(first) : std::string_view();
  bool excused = begins_soft_keyword(text) || (first.kind == Kind::Name && (&first)[1].kind == Kind::String);
  if (!excused) {
    Speculation attempt(*this);
    Expr* right;
    {
      WithoutDiagnosis off(*this);
      right = expression();
    }
    bool in_brackets = !failed() && last_->level != 0;
    if (attempt.undo() && in_brackets) raise("P0101", "invalid syntax. Perhaps you forgot a comma?", Span::join(first.span, right->span));
  }
  if (!soft || failed() || at(Kind::LPar)) return;
  // The mistake may be in what follows the name.
  Speculation attempt(*this);
  star_expressions();
  attempt.undo();
}

}  // namespace portalis
