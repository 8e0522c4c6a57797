// Type parameters and type aliases (PEP 695, PEP 696). Bounds, defaults and values of aliases are functions that run
// when somebody asks for them.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

Identifier type_parameter_name(const TypeParam* p) {
  switch (p->kind) {
    case TypeParamKind::TypeVar: return as<TypeVar>(p)->name;
    case TypeParamKind::ParamSpec: return as<ParamSpec>(p)->name;
    case TypeParamKind::TypeVarTuple: return as<TypeVarTuple>(p)->name;
  }
  return {};
}

Operand Lowering::lazy_type(const void* node, const Expr* e, std::string_view name) {
  Scope* inner = scopes_.of(node);
  NewFunction f = begin_function(ir::FunctionKind::function, inner, name, e->span);
  if (auto* starred = dyn<Starred>(e)) {
    uint32_t first = emit_many(Op::unpack, {expression(starred->value)}, 1, {.count = 1});
    emit_return(use(first));
  } else {
    emit_return(expression(e));
  }
  end_function(f);
  return make_function(f.index, inner);
}

Operand Lowering::type_parameter(const TypeParam* p) {
  Identifier name = type_parameter_name(p);
  const Expr* bound = nullptr;
  const Expr* default_value = nullptr;
  uint32_t kind = 0;
  switch (p->kind) {
    case TypeParamKind::TypeVar:
      bound = as<TypeVar>(p)->bound;
      default_value = as<TypeVar>(p)->default_value;
      break;
    case TypeParamKind::TypeVarTuple:
      kind = 1;
      default_value = as<TypeVarTuple>(p)->default_value;
      break;
    case TypeParamKind::ParamSpec:
      kind = 2;
      default_value = as<ParamSpec>(p)->default_value;
      break;
  }
  Operand bound_function = bound ? lazy_type(bound, bound, name) : Operand{};
  Operand default_function = default_value ? lazy_type(default_value, default_value, name) : Operand{};
  return emit(Op::make_type_variable, {bound_function, default_function}, {.name = name_index(name), .count = kind});
}

Operand Lowering::type_parameters(Seq<TypeParam*> params) {
  for (Symbol* s : scope_->symbols) {
    if (s->origin == s && s->captured) emit(Op::new_cell, {}, {.target = variable(s)});
  }
  Operands values;
  for (const TypeParam* p : params) {
    Operand value = type_parameter(p);
    store(type_parameter_name(p), value);
    values.push_back(value);
  }
  return emit(Op::make_tuple, std::move(values));
}

void Lowering::type_alias(const TypeAlias* s) {
  Identifier name = as<Name>(s->name)->id;
  Scope* outer = scope_;
  Operand parameters;
  if (Scope* generic = scopes_.of(&s->type_params)) {
    scope_ = generic;
    parameters = type_parameters(s->type_params);
  } else {
    parameters = constant_tuple({});
  }
  Operand value = lazy_type(s, s->value, name);
  Operand alias = emit(Op::make_type_alias, {value, parameters}, {.name = name_index(name)});
  scope_ = outer;
  store(name, alias);
}

}  // namespace portalis::lowering
