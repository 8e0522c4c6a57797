// What CPython's compiler warns of (compile.c: check_compare, check_caller, check_subscripter, check_index): code that
// is allowed and cannot be meant. CPython compiles a module just before it runs it, so that the warnings are the first
// thing the module writes to sys.stderr; here the module's body begins with writing them.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

namespace {

// The name of the type an expression certainly has; null when it may have any.
const char* certain_type(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp: return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp: return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp: return "set";
    case ExprKind::GeneratorExp: return "generator";
    case ExprKind::Lambda: return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "str";
    case ExprKind::Constant: break;
    default: return nullptr;
  }
  switch (as<Constant>(e)->value.kind) {
    case ConstantKind::None: return "NoneType";
    case ConstantKind::True:
    case ConstantKind::False: return "bool";
    case ConstantKind::Ellipsis: return "ellipsis";
    case ConstantKind::Int: return "int";
    case ConstantKind::Float: return "float";
    case ConstantKind::Complex: return "complex";
    case ConstantKind::Str: return "str";
    case ConstantKind::Bytes: return "bytes";
  }
  return nullptr;
}

bool is_number(const Expr* e) {
  if (auto* unary = dyn<UnaryOp>(e)) return unary->op != UnaryOperator::Not && is_number(unary->operand);
  if (auto* binary = dyn<BinOp>(e)) return is_number(binary->left) && is_number(binary->right);
  auto* c = dyn<Constant>(e);
  return c && (c->value.kind == ConstantKind::Int || c->value.kind == ConstantKind::Float || c->value.kind == ConstantKind::Complex);
}

// A constant once CPython has folded what it folds, and none of those there is only one of.
bool is_literal(const Expr* e) {
  if (auto* tuple = dyn<Tuple>(e)) {
    for (const Expr* item : tuple->elts) {
      if (item->kind != ExprKind::Constant && !is_literal(item)) return false;
    }
    return true;
  }
  auto* c = dyn<Constant>(e);
  return is_number(e) || (c && (c->value.kind == ConstantKind::Str || c->value.kind == ConstantKind::Bytes));
}

bool has_items(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Set:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp:
    case ExprKind::Lambda: return false;
    case ExprKind::Constant: {
      ConstantKind kind = as<Constant>(e)->value.kind;
      return kind == ConstantKind::Str || kind == ConstantKind::Bytes;
    }
    default: return true;
  }
}

bool takes_only_integers(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::ListComp:
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
    case ExprKind::Constant: return has_items(e);
    default: return false;
  }
}

bool is_integer(std::string_view type) { return type == "int" || type == "bool"; }

const char comma[] = "; perhaps you missed a comma?";

}  // namespace

void Lowering::warn_about(const Compare* e) {
  bool left = is_literal(e->left);
  for (uint32_t i = 0; i < e->ops.size; ++i) {
    bool right = is_literal(e->comparators[i]);
    if (e->ops[i] == CmpOp::Is && (left || right)) return warn(e->span, "\"is\" with a literal. Did you mean \"==\"?");
    if (e->ops[i] == CmpOp::IsNot && (left || right)) return warn(e->span, "\"is not\" with a literal. Did you mean \"!=\"?");
    left = right;
  }
}

void Lowering::warn_about(const Call* e) {
  const char* type = certain_type(e->func);
  if (type && e->func->kind != ExprKind::Lambda) warn(e->span, "'" + std::string(type) + "' object is not callable" + comma);
}

void Lowering::warn_about(const Subscript* e) {
  const char* type = certain_type(e->value);
  if (!type) return;
  if (!has_items(e->value)) return warn(e->span, "'" + std::string(type) + "' object is not subscriptable" + comma);
  const char* index = certain_type(e->slice);
  if (!index || is_integer(index) || !takes_only_integers(e->value)) return;
  warn(e->span, std::string(type) + " indices must be integers or slices, not " + index + comma);
}

void Lowering::warn_about(const Assert* s) {
  auto* tuple = dyn<Tuple>(s->test);
  if (tuple && !tuple->elts.empty()) warn(s->span, "assertion is always true, perhaps remove parentheses?");
}

void Lowering::warn(Span span, const std::string& message) {
  std::string_view line = file_.line(span.line);
  size_t first = line.find_first_not_of(" \t\f");
  line = first == line.npos ? "" : line.substr(first);
  warnings_.push_back(":" + std::to_string(span.line) + ": SyntaxWarning: " + message + "\n  " + std::string(line) + "\n");
}

void Lowering::print_warnings() {
  if (warnings_.empty()) return;
  Block first;
  {
    Into into(*this, first);
    At start(*this, Span{1, 0, 1, 0});
    Operand sys = emit(Op::import_module, {}, {.name = name_index("sys"), .count = 1});
    Operand path = emit(Op::load_global, {}, {.name = name_index("__file__")});
    Operand stream = emit(Op::get_attribute, {sys}, {.name = name_index("stderr")});
    for (const std::string& warning : warnings_) {
      for (const Operand& part : {path, text(warning)}) {
        emit(Op::call_method, {stream, part}, {.name = name_index("write")});
        block_->back().instruction.position = positions_of_call(place_);
      }
    }
  }
  block_->insert(block_->begin(), std::make_move_iterator(first.begin()), std::make_move_iterator(first.end()));
}

}  // namespace portalis::lowering
