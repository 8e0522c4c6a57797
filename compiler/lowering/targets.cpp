// Assignment: to names, attributes, items and nested lists of those; augmented and annotated assignment; del.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

namespace {

bool sequence_items(const Expr* e, Seq<Expr*>& items) {
  if (auto* tuple = dyn<Tuple>(e)) {
    items = tuple->elts;
    return true;
  }
  if (auto* list = dyn<List>(e)) {
    items = list->elts;
    return true;
  }
  return false;
}

bool has_star(Seq<Expr*> items) {
  for (const Expr* e : items) {
    if (e->kind == ExprKind::Starred) return true;
  }
  return false;
}

Op inplace_op(Operator op) {
  switch (op) {
    case Operator::Add: return Op::inplace_add;
    case Operator::Sub: return Op::inplace_subtract;
    case Operator::Mult: return Op::inplace_multiply;
    case Operator::MatMult: return Op::inplace_matrix_multiply;
    case Operator::Div: return Op::inplace_true_divide;
    case Operator::Mod: return Op::inplace_remainder;
    case Operator::Pow: return Op::inplace_power;
    case Operator::LShift: return Op::inplace_left_shift;
    case Operator::RShift: return Op::inplace_right_shift;
    case Operator::BitOr: return Op::inplace_bit_or;
    case Operator::BitXor: return Op::inplace_bit_xor;
    case Operator::BitAnd: return Op::inplace_bit_and;
    case Operator::FloorDiv: return Op::inplace_floor_divide;
  }
  return Op::inplace_add;
}

}  // namespace

void Lowering::assign(const Expr* target, const Operand& value) {
  At at(*this, target);
  switch (target->kind) {
    case ExprKind::Name: return store(as<Name>(target)->id, value);
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(target);
      Operand object = expression(n->value);
      At name(*this, method_place(target->span, n));
      emit(Op::set_attribute, {object, value}, {.name = name_index(scopes_.mangle(scope_->private_class, n->attr))});
      return;
    }
    case ExprKind::Subscript: {
      Operand container = expression(as<Subscript>(target)->value);
      Operand key = slice(as<Subscript>(target)->slice);
      emit(Op::set_item, {container, key, value});
      return;
    }
    case ExprKind::Starred: return assign(as<Starred>(target)->value, value);
    default: {
      Seq<Expr*> items;
      if (sequence_items(target, items)) unpack(target, items, value);
    }
  }
}

void Lowering::unpack(const Expr* target, Seq<Expr*> items, const Operand& value) {
  uint32_t star = items.size;
  for (uint32_t i = 0; i < items.size; ++i) {
    if (items[i]->kind == ExprKind::Starred) star = i;
  }
  uint32_t first;
  if (star == items.size) {
    first = emit_many(Op::unpack, {value}, items.size, {.count = items.size});
  } else {
    uint32_t after = items.size - star - 1;
    first = emit_many(Op::unpack_star, {value}, items.size, {.count = star | after << 16});
  }
  for (uint32_t i = 0; i < items.size; ++i) assign(items[i], use(first + i));
}

void Lowering::assignment(const Assign* s) {
  // `a, b = c, d` builds no tuple: all values are computed, then all targets stored, from left to right.
  Seq<Expr*> values, targets;
  if (s->targets.size == 1 && s->value->kind == ExprKind::Tuple && sequence_items(s->value, values) &&
      sequence_items(s->targets[0], targets) && values.size == targets.size && !has_star(values) && !has_star(targets)) {
    Operands computed;
    for (const Expr* e : values) computed.push_back(expression(e));
    for (uint32_t i = 0; i < targets.size; ++i) assign(targets[i], computed[i]);
    return;
  }
  Operand value = expression(s->value);
  for (const Expr* target : s->targets) assign(target, value);
}

void Lowering::augmented(const AugAssign* s) {
  Op op = inplace_op(s->op);
  switch (s->target->kind) {
    case ExprKind::Name: {
      Identifier name = as<Name>(s->target)->id;
      Operand old;
      {
        At at(*this, s->target);
        old = load(name);
      }
      Operand value = expression(s->value);
      store(name, emit(op, {old, value}));
      return;
    }
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(s->target);
      Operand object = expression(n->value);
      uint32_t name = name_index(scopes_.mangle(scope_->private_class, n->attr));
      Place place = method_place(n->span, n);
      Operand old;
      {
        At at(*this, place);
        old = emit(Op::get_attribute, {object}, {.name = name});
      }
      Operand value = expression(s->value);
      Operand result = emit(op, {old, value});
      At at(*this, place);
      emit(Op::set_attribute, {object, result}, {.name = name});
      return;
    }
    default: {
      auto* n = as<Subscript>(s->target);
      Operand container = expression(n->value);
      Operand key = slice(n->slice);
      Operand old;
      {
        At at(*this, n);
        old = emit(Op::get_item, {container, key});
      }
      Operand value = expression(s->value);
      Operand result = emit(op, {old, value});
      At at(*this, n);
      emit(Op::set_item, {container, key, result});
    }
  }
}

void Lowering::annotated(const AnnAssign* s) {
  bool evaluated = !scope_->function_like();   // annotations of a function's variables are not
  if (s->value) assign(s->target, expression(s->value));
  if (auto* name = dyn<Name>(s->target)) {
    if (!evaluated || (!s->simple && scopes_.future_annotations)) return;
    Operand value = annotation(s->annotation);
    if (s->simple) {
      emit(Op::store_annotation, {value}, {.name = name_index(scopes_.mangle(scope_->private_class, name->id))});
    }
    return;
  }
  // Without a value the target's parts are still evaluated.
  if (!s->value) {
    if (auto* n = dyn<Attribute>(s->target)) {
      expression(n->value);
    } else if (auto* n = dyn<Subscript>(s->target)) {
      expression(n->value);
      slice(n->slice);
    }
  }
  if (evaluated && !scopes_.future_annotations) annotation(s->annotation);
}

void Lowering::delete_target(const Expr* target) {
  At at(*this, target);
  switch (target->kind) {
    case ExprKind::Name: return delete_name(as<Name>(target)->id);
    case ExprKind::Attribute: {
      auto* n = as<Attribute>(target);
      Operand object = expression(n->value);
      At name(*this, method_place(target->span, n));
      emit(Op::delete_attribute, {object}, {.name = name_index(scopes_.mangle(scope_->private_class, n->attr))});
      return;
    }
    case ExprKind::Subscript: {
      Operand container = expression(as<Subscript>(target)->value);
      Operand key = slice(as<Subscript>(target)->slice);
      emit(Op::delete_item, {container, key});
      return;
    }
    default: {
      Seq<Expr*> items;
      if (!sequence_items(target, items)) return;
      for (const Expr* item : items) delete_target(item);
    }
  }
}

}  // namespace portalis::lowering
