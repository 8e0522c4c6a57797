// The analysis of functions, classes, type parameters and type aliases.
#include <utility>

#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

using namespace ast;

void Analyzer::defaults(const Arguments& args) {
  expressions(args.defaults);
  expressions(args.kw_defaults);
}

void Analyzer::annotation(const Expr* e) {
  auto* starred = dyn<Starred>(e);   // *args: *Ts
  if (starred) e = starred->value;
  if (!tree_.future_annotations) return expression(e);
  // Under the future import annotations are text: their names bind and use nothing, but must still be proper.
  const char* outer = std::exchange(annotation_kind_, "an annotation");
  Scope* inner = enter(ScopeKind::lazy_type, e, e->span);
  expression(e);
  leave(inner);
  inner->parent->children.pop_back();
  annotation_kind_ = outer;
}

void Analyzer::annotations(const Arguments& args, const Expr* returns) {
  for (const Arg* a : args.posonlyargs) if (a->annotation) annotation(a->annotation);
  for (const Arg* a : args.args) if (a->annotation) annotation(a->annotation);
  if (args.vararg && args.vararg->annotation) annotation(args.vararg->annotation);
  if (args.kwarg && args.kwarg->annotation) annotation(args.kwarg->annotation);
  for (const Arg* a : args.kwonlyargs) if (a->annotation) annotation(a->annotation);
  if (returns) annotation(returns);
}

void Analyzer::parameters(const Arguments& args) {
  auto one = [&](const Arg* a) {
    forbid_debug(a->arg, a->span);
    define(a->arg, use_parameter | use_bound, a->span);
  };
  for (const Arg* a : args.posonlyargs) one(a);
  for (const Arg* a : args.args) one(a);
  for (const Arg* a : args.kwonlyargs) one(a);
  if (args.vararg) one(args.vararg);
  if (args.kwarg) one(args.kwarg);
}

void Analyzer::lazy_type(const void* node, const Expr* e) {
  Scope* inner = enter(ScopeKind::lazy_type, node, e->span);
  auto* starred = dyn<Starred>(e);   // the default of a TypeVarTuple
  expression(starred ? starred->value : e);
  leave(inner);
}

void Analyzer::type_parameters(Seq<TypeParam*> params) {
  const char* outer = std::exchange(annotation_kind_, "a TypeVar bound");
  for (const TypeParam* p : params) {
    Identifier name;
    const Expr* bound = nullptr;
    const Expr* default_value = nullptr;
    switch (p->kind) {
      case TypeParamKind::TypeVar:
        name = as<TypeVar>(p)->name;
        bound = as<TypeVar>(p)->bound;
        default_value = as<TypeVar>(p)->default_value;
        break;
      case TypeParamKind::ParamSpec:
        name = as<ParamSpec>(p)->name;
        default_value = as<ParamSpec>(p)->default_value;
        break;
      case TypeParamKind::TypeVarTuple:
        name = as<TypeVarTuple>(p)->name;
        default_value = as<TypeVarTuple>(p)->default_value;
        break;
    }
    forbid_debug(name, p->span);
    define(name, use_bound | use_type_parameter, p->span);
    if (bound) lazy_type(bound, bound);
    if (default_value) lazy_type(default_value, default_value);
  }
  annotation_kind_ = outer;
}

void Analyzer::function(const FunctionBase* s) {
  forbid_debug(s->name, s->span);
  define(s->name, use_bound, s->span);
  defaults(*s->args);
  expressions(s->decorator_list);
  Scope* generic = nullptr;
  if (!s->type_params.empty()) {
    generic = enter(ScopeKind::type_parameters, &s->type_params, s->span);
    type_parameters(s->type_params);
  }
  annotations(*s->args, s->returns);
  Scope* inner = enter(ScopeKind::function, s, s->span);
  inner->name = s->name;
  inner->is_async = s->kind == StmtKind::AsyncFunctionDef;
  Enclosure outer = std::exchange(enclosure_, Enclosure::none);
  int outer_star = std::exchange(except_star_depth_, 0);
  parameters(*s->args);
  body(s->body);
  enclosure_ = outer;
  except_star_depth_ = outer_star;
  leave(inner);
  if (generic) leave(generic);
  // Whether a coroutine is a generator is known only at its end.
  std::erase_if(returns_with_value_, [&](const ReturnWithValue& r) {
    if (r.scope != inner) return false;
    if (inner->is_generator) error("P0208", r.span, "'return' with value in async generator");
    return true;
  });
}

void Analyzer::class_definition(const ClassDef* s) {
  forbid_debug(s->name, s->span);
  define(s->name, use_bound, s->span);
  expressions(s->decorator_list);
  Scope* generic = nullptr;
  if (!s->type_params.empty()) {
    generic = enter(ScopeKind::type_parameters, &s->type_params, s->span);
    type_parameters(s->type_params);
  }
  for (const Expr* base : s->bases) {
    auto* starred = dyn<Starred>(base);
    expression(starred ? starred->value : base);
  }
  keywords(s->keywords);
  Scope* inner = enter(ScopeKind::class_, s, s->span);
  inner->name = s->name;
  inner->private_class = s->name;
  Enclosure outer = std::exchange(enclosure_, Enclosure::none);
  int outer_star = std::exchange(except_star_depth_, 0);
  body(s->body);
  enclosure_ = outer;
  except_star_depth_ = outer_star;
  leave(inner);
  if (generic) leave(generic);
}

void Analyzer::type_alias(const TypeAlias* s) {
  expression(s->name);
  Scope* generic = nullptr;
  if (!s->type_params.empty()) {
    generic = enter(ScopeKind::type_parameters, &s->type_params, s->span);
    type_parameters(s->type_params);
  }
  const char* outer = std::exchange(annotation_kind_, "a type alias");
  lazy_type(s, s->value);
  annotation_kind_ = outer;
  if (generic) leave(generic);
}

}  // namespace portalis::semantics
