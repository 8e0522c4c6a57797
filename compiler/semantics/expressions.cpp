// The analysis of expressions: where names are used, what may stand where.
#include <algorithm>
#include <iterator>
#include <utility>

#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

using namespace ast;

void Analyzer::expression(const Expr* e) {
  switch (e->kind) {
    case ExprKind::BoolOp: return expressions(as<BoolOp>(e)->values);
    case ExprKind::NamedExpr: return named(as<NamedExpr>(e));
    case ExprKind::BinOp:
      expression(as<BinOp>(e)->left);
      return expression(as<BinOp>(e)->right);
    case ExprKind::UnaryOp: return expression(as<UnaryOp>(e)->operand);
    case ExprKind::Lambda: return lambda(as<Lambda>(e));
    case ExprKind::IfExp:
      expression(as<IfExp>(e)->test);
      expression(as<IfExp>(e)->body);
      return expression(as<IfExp>(e)->orelse);
    case ExprKind::Dict:
      expressions(as<Dict>(e)->keys);
      return expressions(as<Dict>(e)->values);
    case ExprKind::Set: return elements(e, as<Set>(e)->elts, ExprContext::Load);
    case ExprKind::ListComp: {
      auto* n = as<ListComp>(e);
      return comprehension(e, ScopeKind::list_comprehension, n->generators, n->elt, nullptr);
    }
    case ExprKind::SetComp: {
      auto* n = as<SetComp>(e);
      return comprehension(e, ScopeKind::set_comprehension, n->generators, n->elt, nullptr);
    }
    case ExprKind::DictComp: {
      auto* n = as<DictComp>(e);
      return comprehension(e, ScopeKind::dict_comprehension, n->generators, n->key, n->value);
    }
    case ExprKind::GeneratorExp: {
      auto* n = as<GeneratorExp>(e);
      return comprehension(e, ScopeKind::generator_expression, n->generators, n->elt, nullptr);
    }
    case ExprKind::Await: return await(as<Await>(e));
    case ExprKind::Yield: return yield(e, as<Yield>(e)->value);
    case ExprKind::YieldFrom: return yield(e, as<YieldFrom>(e)->value);
    case ExprKind::Compare:
      expression(as<Compare>(e)->left);
      return expressions(as<Compare>(e)->comparators);
    case ExprKind::Call: return call(as<Call>(e));
    case ExprKind::FormattedValue:
      expression(as<FormattedValue>(e)->value);
      return optional(as<FormattedValue>(e)->format_spec);
    case ExprKind::JoinedStr: return expressions(as<JoinedStr>(e)->values);
    case ExprKind::Constant: return;
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(e);
      if (n->ctx != ExprContext::Load) forbid_debug(n->attr, e->span, n->ctx == ExprContext::Del);
      return expression(n->value);
    }
    case ExprKind::Subscript:
      expression(as<Subscript>(e)->value);
      return expression(as<Subscript>(e)->slice);
    case ExprKind::Starred:
      if (as<Starred>(e)->ctx == ExprContext::Store) {
        error("P0215", e->span, "starred assignment target must be in a list or tuple");
      } else {
        error("P0215", e->span, "can't use starred expression here");
      }
      return expression(as<Starred>(e)->value);
    case ExprKind::Name: return name(as<Name>(e));
    case ExprKind::List: return elements(e, as<List>(e)->elts, as<List>(e)->ctx);
    case ExprKind::Tuple: return elements(e, as<Tuple>(e)->elts, as<Tuple>(e)->ctx);
    case ExprKind::Slice:
      optional(as<Slice>(e)->lower);
      optional(as<Slice>(e)->upper);
      return optional(as<Slice>(e)->step);
  }
}

void Analyzer::name(const Name* e) {
  if (e->ctx == ExprContext::Load) {
    define(e->id, use_read, e->span);
    // super() needs the class it stands in (symtable.c: the implicit use of __class__).
    if (e->id == "super" && scope_->function_like()) define("__class__", use_read, e->span);
  } else {
    forbid_debug(e->id, e->span, e->ctx == ExprContext::Del);
    define(e->id, use_bound, e->span);
  }
}

void Analyzer::named(const NamedExpr* e) {
  auto* target = as<Name>(e->target);
  if (annotation_kind_) {
    error("P0207", e->span, std::string("'named expression' can not be used within ") + annotation_kind_);
  }
  if (comprehension_iterable_) {
    error("P0206", e->span, "assignment expression cannot be used in a comprehension iterable expression");
  }
  expression(e->value);
  forbid_debug(target->id, target->span);
  if (!scope_->is_comprehension()) {
    define(target->id, use_bound, target->span);
    return;
  }
  // The name is bound in the scope around all comprehensions (PEP 572).
  std::string_view mangled = tree_.mangle(scope_->private_class, target->id);
  Scope* outer = scope_;
  while (outer->is_comprehension()) {
    Symbol* symbol = outer->find(mangled);
    if (symbol && (symbol->uses & use_iteration)) {
      error("P0206", target->span,
            "assignment expression cannot rebind comprehension iteration variable '" + std::string(target->id) + "'");
      return;
    }
    outer = outer->parent;
  }
  if (outer->kind == ScopeKind::class_) {
    error("P0206", target->span, "assignment expression within a comprehension cannot be used in a class body");
    return;
  }
  Symbol* outside = outer->find(mangled);
  bool global = outer->kind == ScopeKind::module || (outside && (outside->uses & use_global));
  std::uint16_t how = global ? use_global : use_nonlocal;
  for (Scope* s = scope_; s != outer; s = s->parent) {
    define_in(s, target->id, s == scope_ ? how | use_bound : how, target->span);
  }
  define_in(outer, target->id, global && outer->kind != ScopeKind::module ? use_global | use_bound : use_bound,
            target->span);
}

void Analyzer::lambda(const Lambda* e) {
  defaults(*e->args);
  Scope* inner = enter(ScopeKind::lambda, e, e->span);
  Enclosure outer = std::exchange(enclosure_, Enclosure::none);
  parameters(*e->args);
  expression(e->body);
  enclosure_ = outer;
  leave(inner);
}

void Analyzer::comprehension(const Expr* e, ScopeKind kind, Seq<Comprehension*> generators, const Expr* element,
                             const Expr* value) {
  ++comprehension_iterable_;
  expression(generators[0]->iter);
  --comprehension_iterable_;
  Scope* inner = enter(kind, e, e->span);
  for (std::uint32_t i = 0; i < generators.size; ++i) {
    const Comprehension* g = generators[i];
    if (g->is_async) inner->is_async = true;
    comprehension_target_ = true;
    expression(g->target);
    comprehension_target_ = false;
    if (i) {
      ++comprehension_iterable_;
      expression(g->iter);
      --comprehension_iterable_;
    }
    expressions(g->ifs);
  }
  if (value) expression(value);
  expression(element);
  leave(inner);
  if (!inner->is_async || kind == ScopeKind::generator_expression) return;
  // An asynchronous comprehension awaits in the frame around it.
  if (scope_->is_comprehension()) {
    scope_->is_async = true;
  } else if (!(scope_->kind == ScopeKind::function && scope_->is_async)) {
    error("P0211", e->span, "asynchronous comprehension outside of an asynchronous function");
  }
}

void Analyzer::call(const Call* e) {
  expression(e->func);
  for (const Expr* arg : e->args) {
    auto* starred = dyn<Starred>(arg);
    expression(starred ? starred->value : arg);
  }
  keywords(e->keywords);
  if (e->args.empty() || e->args[0]->kind != ExprKind::GeneratorExp || !e->keywords.empty()) return;
  if (auto* name = dyn<Name>(e->func)) {
    static constexpr std::string_view consumers[] = {"sum", "any", "all", "min", "max", "list", "tuple", "set", "sorted"};
    bool known = std::find(std::begin(consumers), std::end(consumers), name->id) != std::end(consumers);
    if (known && e->args.size <= (name->id == "sum" ? 2u : 1u)) consumed_.push_back({e->args[0], name->id});
  } else if (auto* method = dyn<Attribute>(e->func); method && method->attr == "join" && e->args.size == 1) {
    auto* text = dyn<Constant>(method->value);
    if (text && text->value.kind == ConstantKind::Str) consumed_.push_back({e->args[0], {}});
  }
}

void Analyzer::yield(const Expr* e, const Expr* value) {
  if (annotation_kind_) {
    error("P0207", e->span, std::string("'yield expression' can not be used within ") + annotation_kind_);
  } else if (scope_->is_comprehension()) {
    static constexpr const char* what[] = {"generator expression", "list comprehension", "set comprehension",
                                           "dict comprehension"};
    int index = static_cast<int>(scope_->kind) - static_cast<int>(ScopeKind::generator_expression);
    error("P0207", e->span, std::string("'yield' inside ") + what[index]);
  } else if (!scope_->function_like()) {
    error("P0209", e->span, "'yield' outside function");
  } else if (scope_->is_async && e->kind == ExprKind::YieldFrom) {
    error("P0209", e->span, "'yield from' inside async function", "use `async for` with `yield`");
  }
  scope_->is_generator = true;
  optional(value);
}

void Analyzer::await(const Await* e) {
  if (annotation_kind_) {
    error("P0207", e->span, std::string("'await expression' can not be used within ") + annotation_kind_);
  } else if (!scope_->function_like()) {
    error("P0209", e->span, "'await' outside function");
  } else if (scope_->is_comprehension()) {
    scope_->is_async = true;
  } else if (!scope_->is_async) {
    error("P0209", e->span, "'await' outside async function");
  }
  expression(e->value);
}

void Analyzer::keywords(Seq<Keyword*> list) {
  for (std::uint32_t i = 0; i < list.size; ++i) {
    const Keyword* k = list[i];
    if (!k->arg.empty()) {
      forbid_debug(k->arg, k->span);
      for (std::uint32_t j = 0; j < i; ++j) {
        if (list[j]->arg != k->arg) continue;
        error("P0214", k->span, "keyword argument repeated: " + std::string(k->arg));
        break;
      }
    }
    expression(k->value);
  }
}

void Analyzer::elements(const Expr* e, Seq<Expr*> list, ExprContext ctx) {
  bool seen_star = false;
  for (const Expr* item : list) {
    auto* starred = dyn<Starred>(item);
    if (starred && ctx == ExprContext::Store) {
      if (seen_star) error("P0215", e->span, "multiple starred expressions in assignment");
      seen_star = true;
    }
    if (starred && ctx == ExprContext::Del) error("P0215", item->span, "cannot delete starred");
    expression(starred ? starred->value : item);
  }
}

}  // namespace portalis::semantics
