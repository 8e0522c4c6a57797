// Expressions: the dispatch, constants, attributes, subscripts.
#include <cmath>

#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

// Like CPython's compiler_visit_expr: the location is the expression's own until it is done.
Operand Lowering::expression(const Expr* e) {
  At at(*this, e);
  return expression_here(e);
}

Operand Lowering::expression_here(const Expr* e) {
  switch (e->kind) {
    case ExprKind::BoolOp: return bool_op(as<BoolOp>(e));
    case ExprKind::NamedExpr: {
      Operand value = expression(as<NamedExpr>(e)->value);
      store(as<Name>(as<NamedExpr>(e)->target)->id, value);
      return value;
    }
    case ExprKind::BinOp: return binary(as<BinOp>(e));
    case ExprKind::UnaryOp: return unary(as<UnaryOp>(e));
    case ExprKind::Lambda: return lambda(as<Lambda>(e));
    case ExprKind::IfExp: return conditional(as<IfExp>(e));
    case ExprKind::Dict: return dict(as<Dict>(e));
    case ExprKind::Set: return display(as<Set>(e)->elts, Op::make_set, Op::set_add, Op::set_update);
    case ExprKind::ListComp: return comprehension(e, as<ListComp>(e)->generators, as<ListComp>(e)->elt, nullptr);
    case ExprKind::SetComp: return comprehension(e, as<SetComp>(e)->generators, as<SetComp>(e)->elt, nullptr);
    case ExprKind::DictComp:
      return comprehension(e, as<DictComp>(e)->generators, as<DictComp>(e)->key, as<DictComp>(e)->value);
    case ExprKind::GeneratorExp: return generator_expression(as<GeneratorExp>(e));
    case ExprKind::Await: return await(expression(as<Await>(e)->value));
    case ExprKind::Yield: {
      auto* n = as<Yield>(e);
      Operand value = n->value ? expression(n->value) : none();
      return emit(fs_->fn->kind == ir::FunctionKind::async_generator ? Op::async_yield : Op::yield, {value});
    }
    case ExprKind::YieldFrom: return emit(Op::yield_from, {expression(as<YieldFrom>(e)->value)});
    case ExprKind::Compare: return compare(as<Compare>(e));
    case ExprKind::Call: return call(as<Call>(e));
    case ExprKind::FormattedValue: return formatted(as<FormattedValue>(e));
    case ExprKind::JoinedStr: return joined(as<JoinedStr>(e));
    case ExprKind::Constant:
      if (place_.span.line != fs_->traced_line) trace_line();
      return constant_value(as<Constant>(e)->value);
    case ExprKind::Attribute: return attribute(as<Attribute>(e));
    case ExprKind::Subscript: {
      warn_about(as<Subscript>(e));
      Operand container = expression(as<Subscript>(e)->value);
      Operand key = slice(as<Subscript>(e)->slice);
      return emit(Op::get_item, {container, key});
    }
    case ExprKind::Starred: return expression(as<Starred>(e)->value);
    case ExprKind::Name: return load(as<Name>(e)->id);
    case ExprKind::List: return display(as<List>(e)->elts, Op::make_list, Op::list_append, Op::list_extend);
    case ExprKind::Tuple: return tuple(as<Tuple>(e)->elts);
    case ExprKind::Slice: return slice(e);
  }
  return {};
}

Operand Lowering::constant_value(const ConstantValue& value) {
  ir::Constant c;
  switch (value.kind) {
    case ConstantKind::None: c.kind = ir::Constant::none; break;
    case ConstantKind::True: c.kind = ir::Constant::true_; break;
    case ConstantKind::False: c.kind = ir::Constant::false_; break;
    case ConstantKind::Ellipsis: c.kind = ir::Constant::ellipsis; break;
    case ConstantKind::Int:
      c.kind = ir::Constant::integer;
      c.text = value.text;
      break;
    case ConstantKind::Float:
      c.kind = ir::Constant::real;
      c.number = value.real;
      break;
    case ConstantKind::Complex:
      c.kind = ir::Constant::complex;
      c.imaginary = value.real;
      break;
    case ConstantKind::Str:
      c.kind = ir::Constant::string;
      c.text = value.text;
      break;
    case ConstantKind::Bytes:
      c.kind = ir::Constant::bytes;
      c.text = value.text;
      break;
  }
  return {Operand::constant, constant_index(std::move(c))};
}

// An attribute on a later line than its object stands where its name is (update_start_location_to_match_attr).
Lowering::Place Lowering::method_place(Span span, const Attribute* method) const {
  Place place{span};
  if (span.line != method->span.end_line) {
    place.span.line = method->span.end_line;
    uint32_t length = static_cast<uint32_t>(method->attr.size());
    place.span.col = length <= method->span.end_col ? method->span.end_col - length : 0;
  }
  return place;
}

Operand Lowering::attribute(const Attribute* e) {
  Operand object = expression(e->value);
  At at(*this, method_place(e->span, e));
  return emit(Op::get_attribute, {object}, {.name = name_index(scopes_.mangle(scope_->private_class, e->attr))});
}

Operand Lowering::slice(const Expr* e) {
  auto* s = dyn<Slice>(e);
  if (!s) return expression(e);
  At at(*this, e);
  Operand start = s->lower ? expression(s->lower) : none();
  Operand stop = s->upper ? expression(s->upper) : none();
  Operand step = s->step ? expression(s->step) : none();
  return emit(Op::make_slice, {start, stop, step});
}

Operand Lowering::conditional(const IfExp* e) {
  bool known;
  if (is_constant_condition(e->test, known)) return expression(known ? e->body : e->orelse);
  Operand result = declare(Rep::value);
  Operand test = condition(e->test);
  branch(
      test, [&] { copy(result, expression(e->body)); }, [&] { copy(result, expression(e->orelse)); });
  return result;
}

}  // namespace portalis::lowering
