// Displays: tuples, lists, sets, dicts, with stars.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

namespace {

bool has_star(Seq<Expr*> items) {
  for (const Expr* e : items) {
    if (e->kind == ExprKind::Starred) return true;
  }
  return false;
}

}  // namespace

Operand Lowering::display(Seq<Expr*> items, Op make, Op add, Op extend) {
  Operands first;
  uint32_t i = 0;
  for (; i < items.size && items[i]->kind != ExprKind::Starred; ++i) first.push_back(expression(items[i]));
  // CPython copies a set of three or more constants from a frozenset, which shows in the order of its elements.
  if (make == Op::make_set && i == items.size && i > 2 && all_constant(first)) {
    Operand set = emit(make);
    emit(extend, {set, constant_tuple(first, ir::Constant::frozenset)});
    return set;
  }
  Operand result = emit(make, std::move(first));
  for (; i < items.size; ++i) {
    if (auto* starred = dyn<Starred>(items[i])) {
      emit(extend, {result, expression(starred->value)}, {.count = extend == Op::list_extend ? 1u : 0u});
    } else {
      emit(add, {result, expression(items[i])});
    }
  }
  return result;
}

Operand Lowering::tuple(Seq<Expr*> items) {
  if (has_star(items)) {
    return emit(Op::list_to_tuple, {display(items, Op::make_list, Op::list_append, Op::list_extend)});
  }
  Operands values;
  for (const Expr* e : items) values.push_back(expression(e));
  if (all_constant(values)) return constant_tuple(values);
  return emit(Op::make_tuple, std::move(values));
}

Operand Lowering::dict(const Dict* e) {
  Operands first;
  uint32_t i = 0;
  for (; i < e->keys.size && e->keys[i]; ++i) {
    first.push_back(expression(e->keys[i]));
    first.push_back(expression(e->values[i]));
  }
  Operand result = emit(Op::make_dict, std::move(first));
  for (; i < e->keys.size; ++i) {
    if (e->keys[i]) {
      Operand key = expression(e->keys[i]);
      Operand value = expression(e->values[i]);
      emit(Op::dict_store, {result, key, value});
    } else {
      emit(Op::dict_update, {result, expression(e->values[i])});
    }
  }
  return result;
}

// What is only searched or gone through: `x in [1, 2]`, `for x in {1, 2}` and comprehensions over such have a constant, as CPython's
// optimizer has it.
Operand Lowering::listed(const Expr* e) {
  Seq<Expr*> items;
  if (auto* list = dyn<List>(e)) items = list->elts;
  if (auto* set = dyn<Set>(e)) items = set->elts;
  if (items.empty() || has_star(items)) return expression(e);
  At at(*this, e);
  Operands values;
  for (const Expr* item : items) values.push_back(expression(item));
  if (!all_constant(values)) return emit(e->kind == ExprKind::List ? Op::make_list : Op::make_set, std::move(values));
  return constant_tuple(values, e->kind == ExprKind::List ? ir::Constant::tuple : ir::Constant::frozenset);
}

// CPython 3.11 places the formatting of every part at the whole string.
Operand Lowering::joined(const JoinedStr* e) {
  auto part = [&](const Expr* value) {
    auto* field = dyn<FormattedValue>(value);
    return field ? formatted(field) : expression(value);
  };
  if (e->values.empty()) return text("");
  if (e->values.size == 1) return part(e->values[0]);   // a constant string, or what format() returned: a string
  Operands parts;
  for (const Expr* value : e->values) parts.push_back(part(value));
  return emit(Op::join_strings, std::move(parts));
}

Operand Lowering::formatted(const FormattedValue* e) {
  Operand value = expression(e->value);
  Operand spec = e->format_spec ? joined(as<JoinedStr>(e->format_spec)) : Operand{};
  return emit(Op::format_value, {value, spec}, {.count = e->conversion < 0 ? 0u : static_cast<uint32_t>(e->conversion)});
}

}  // namespace portalis::lowering
