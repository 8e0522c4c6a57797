// Printing expressions and patterns.
#include "compiler/syntax/ast_printer.hpp"

namespace portalis {

using namespace ast;

namespace {

const char* name_of(ExprContext ctx) {
  switch (ctx) {
    case ExprContext::Load: return "Load";
    case ExprContext::Store: return "Store";
    case ExprContext::Del: return "Del";
  }
  return "";
}

const char* name_of(UnaryOperator op) {
  switch (op) {
    case UnaryOperator::Invert: return "Invert";
    case UnaryOperator::Not: return "Not";
    case UnaryOperator::UAdd: return "UAdd";
    case UnaryOperator::USub: return "USub";
  }
  return "";
}

const char* name_of(CmpOp op) {
  constexpr const char* kNames[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
  return kNames[static_cast<int>(op)];
}

}  // namespace

const char* operator_name(Operator op) {
  constexpr const char* kNames[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                    "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
  return kNames[static_cast<int>(op)];
}

void AstPrinter::item(CmpOp op) {
  out_ += name_of(op);
  out_ += "()";
}

void AstPrinter::expression(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::BoolOp: {
      auto* n = as<BoolOp>(expr);
      open("BoolOp");
      word("op", n->op == BoolOperator::And ? "And" : "Or");
      list("values", n->values);
      break;
    }
    case ExprKind::NamedExpr: {
      auto* n = as<NamedExpr>(expr);
      open("NamedExpr");
      field("target", n->target);
      field("value", n->value);
      break;
    }
    case ExprKind::BinOp: {
      auto* n = as<BinOp>(expr);
      open("BinOp");
      field("left", n->left);
      word("op", operator_name(n->op));
      field("right", n->right);
      break;
    }
    case ExprKind::UnaryOp: {
      auto* n = as<UnaryOp>(expr);
      open("UnaryOp");
      word("op", name_of(n->op));
      field("operand", n->operand);
      break;
    }
    case ExprKind::Lambda: {
      auto* n = as<Lambda>(expr);
      open("Lambda");
      field("args", n->args);
      field("body", n->body);
      break;
    }
    case ExprKind::IfExp: {
      auto* n = as<IfExp>(expr);
      open("IfExp");
      field("test", n->test);
      field("body", n->body);
      field("orelse", n->orelse);
      break;
    }
    case ExprKind::Dict: {
      auto* n = as<Dict>(expr);
      open("Dict");
      list("keys", n->keys);
      list("values", n->values);
      break;
    }
    case ExprKind::Set:
      open("Set");
      list("elts", as<Set>(expr)->elts);
      break;
    case ExprKind::ListComp: {
      auto* n = as<ListComp>(expr);
      open("ListComp");
      field("elt", n->elt);
      list("generators", n->generators);
      break;
    }
    case ExprKind::SetComp: {
      auto* n = as<SetComp>(expr);
      open("SetComp");
      field("elt", n->elt);
      list("generators", n->generators);
      break;
    }
    case ExprKind::DictComp: {
      auto* n = as<DictComp>(expr);
      open("DictComp");
      field("key", n->key);
      field("value", n->value);
      list("generators", n->generators);
      break;
    }
    case ExprKind::GeneratorExp: {
      auto* n = as<GeneratorExp>(expr);
      open("GeneratorExp");
      field("elt", n->elt);
      list("generators", n->generators);
      break;
    }
    case ExprKind::Await:
      open("Await");
      field("value", as<Await>(expr)->value);
      break;
    case ExprKind::Yield:
      open("Yield");
      field("value", as<Yield>(expr)->value);
      break;
    case ExprKind::YieldFrom:
      open("YieldFrom");
      field("value", as<YieldFrom>(expr)->value);
      break;
    case ExprKind::Compare: {
      auto* n = as<Compare>(expr);
      open("Compare");
      field("left", n->left);
      list("ops", n->ops);
      list("comparators", n->comparators);
      break;
    }
    case ExprKind::Call: {
      auto* n = as<Call>(expr);
      open("Call");
      field("func", n->func);
      list("args", n->args);
      list("keywords", n->keywords);
      break;
    }
    case ExprKind::FormattedValue: {
      auto* n = as<FormattedValue>(expr);
      open("FormattedValue");
      field("value", n->value);
      field("conversion", n->conversion);
      field("format_spec", n->format_spec);
      break;
    }
    case ExprKind::JoinedStr:
      open("JoinedStr");
      list("values", as<JoinedStr>(expr)->values);
      break;
    case ExprKind::Constant: {
      auto* n = as<Constant>(expr);
      open("Constant");
      key("value");
      constant(n->value);
      if (n->u_prefix) field("kind", Identifier("u"));
      break;
    }
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(expr);
      open("Attribute");
      field("value", n->value);
      field("attr", n->attr);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::Subscript: {
      auto* n = as<Subscript>(expr);
      open("Subscript");
      field("value", n->value);
      field("slice", n->slice);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::Starred: {
      auto* n = as<Starred>(expr);
      open("Starred");
      field("value", n->value);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::Name: {
      auto* n = as<Name>(expr);
      open("Name");
      field("id", n->id);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::List: {
      auto* n = as<List>(expr);
      open("List");
      list("elts", n->elts);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::Tuple: {
      auto* n = as<Tuple>(expr);
      open("Tuple");
      list("elts", n->elts);
      word("ctx", name_of(n->ctx));
      break;
    }
    case ExprKind::Slice: {
      auto* n = as<Slice>(expr);
      open("Slice");
      field("lower", n->lower);
      field("upper", n->upper);
      field("step", n->step);
      break;
    }
  }
  close(expr->span);
}

void AstPrinter::item(const Pattern* pattern) {
  switch (pattern->kind) {
    case PatternKind::MatchValue:
      open("MatchValue");
      field("value", as<MatchValue>(pattern)->value);
      break;
    case PatternKind::MatchSingleton:
      open("MatchSingleton");
      key("value");
      constant({as<MatchSingleton>(pattern)->value});
      break;
    case PatternKind::MatchSequence:
      open("MatchSequence");
      list("patterns", as<MatchSequence>(pattern)->patterns);
      break;
    case PatternKind::MatchMapping: {
      auto* n = as<MatchMapping>(pattern);
      open("MatchMapping");
      list("keys", n->keys);
      list("patterns", n->patterns);
      field("rest", n->rest);
      break;
    }
    case PatternKind::MatchClass: {
      auto* n = as<MatchClass>(pattern);
      open("MatchClass");
      field("cls", n->cls);
      list("patterns", n->patterns);
      list("kwd_attrs", n->kwd_attrs);
      list("kwd_patterns", n->kwd_patterns);
      break;
    }
    case PatternKind::MatchStar:
      open("MatchStar");
      field("name", as<MatchStar>(pattern)->name);
      break;
    case PatternKind::MatchAs: {
      auto* n = as<MatchAs>(pattern);
      open("MatchAs");
      field("pattern", n->pattern);
      field("name", n->name);
      break;
    }
    case PatternKind::MatchOr:
      open("MatchOr");
      list("patterns", as<MatchOr>(pattern)->patterns);
      break;
  }
  close(pattern->span);
  first_field_ = false;
}

}  // namespace portalis
