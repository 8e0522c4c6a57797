// Comprehensions: list, set and dict comprehensions run in place, generator expressions are generators, unless a builtin
// uses them up at once (in_place.cpp).
//
// In all, the outermost iterable is evaluated and made an iterator in the scope around; the rest runs in a frame of
// its own in tracebacks.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

// Runs `inside` in the scope of comprehension e and in a frame of that name.
void Lowering::inlined(const Expr* e, const char* name, const std::function<void()>& inside) {
  Statement frame;
  frame.kind = StatementKind::inline_frame;
  frame.instruction.position = position();
  frame.label = static_cast<uint32_t>(fs_->fn->codes.size());
  ir::Code code;
  code.name = name;
  code.qualname = qualified(code.name);
  code.first_line = e->span.line;
  code.generator = e->kind == ExprKind::GeneratorExp;
  std::string prefix = std::exchange(fs_->qualname_prefix, code.qualname + ".");
  fs_->fn->codes.push_back(std::move(code));
  fs_->positions.emplace_back();
  uint32_t outer_code = std::exchange(fs_->code, frame.label);
  Scope* outer_scope = std::exchange(scope_, scopes_.of(e));
  {
    Into into(*this, frame.a);
    At at(*this, e);
    for (Symbol* s : scope_->symbols) {
      if (s->origin == s && s->captured) emit(Op::new_cell, {}, {.target = variable(s)});
    }
    inside();
    for (Symbol* s : scope_->symbols) {
      // A captured one lives on in what captured it.
      if (s->origin == s && !s->captured) emit(Op::clear_variable, {}, {.target = variable(s)});
    }
  }
  scope_ = outer_scope;
  fs_->code = outer_code;
  fs_->qualname_prefix = std::move(prefix);
  push(std::move(frame));
}

// Everything e gives, in a new collection.
Operand Lowering::collect(const Expr* e, Seq<Comprehension*> generators, const Expr* element, const Expr* value, const char* name, Op make, Op add) {
  bool async = generators[0]->is_async;
  Operand iterator = emit(async ? Op::aiter : Op::iter, {async ? expression(generators[0]->iter) : listed(generators[0]->iter)});
  Operand result = declare(Rep::value);
  inlined(e, name, [&] {
    trace_line();
    Operand collection = emit(make);
    comprehension_loops(generators, 0, iterator, [&](uint32_t) {
      Operands operands{collection, expression(element)};
      if (value) operands.push_back(expression(value));
      emit(add, std::move(operands));
    });
    if (options_.traced()) emit(Op::trace_return, {collection});
    copy(result, collection);
  });
  return result;
}

Operand Lowering::comprehension(const Expr* e, Seq<Comprehension*> generators, const Expr* element, const Expr* value) {
  if (e->kind == ExprKind::ListComp) return collect(e, generators, element, value, "<listcomp>", Op::make_list, Op::list_append);
  if (e->kind == ExprKind::SetComp) return collect(e, generators, element, value, "<setcomp>", Op::make_set, Op::set_add);
  return collect(e, generators, element, value, "<dictcomp>", Op::make_dict, Op::dict_store);
}

Operand Lowering::generator_expression(const GeneratorExp* e) {
  Scope* inner = scopes_.of(e);
  bool refused = inner->is_async && !options_.coroutines;
  auto kind = inner->is_async && !refused ? ir::FunctionKind::async_generator : ir::FunctionKind::generator;
  NewFunction f = begin_function(kind, inner, "<genexpr>", e->span);
  fs_->qualname_prefix = fs_->fn->codes[0].qualname + ".";   // comprehensions add no <locals>
  ir::Variable iterator;
  iterator.name = ".0";
  iterator.parameter = 0;
  uint32_t v = static_cast<uint32_t>(fs_->fn->variables.size());
  fs_->fn->variables.push_back(std::move(iterator));
  fs_->fn->parameters = {v};
  fs_->fn->positional = 1;
  {
    At at(*this, e);
    if (refused) {
      refuse_coroutine(e->span, "asynchronous generator expressions are not supported yet");
    } else {
      trace_line();
      comprehension_loops(e->generators, 0, load_variable(v), [&](uint32_t) {
        Operand item = expression(e->elt);
        emit(fs_->fn->kind == ir::FunctionKind::async_generator ? Op::async_yield : Op::yield, {item});
      });
    }
    emit_return(none());
  }
  end_function(f);
  Operand function = make_function(f.index, inner);
  const Comprehension* outermost = e->generators[0];
  Operand source = emit(outermost->is_async && !refused ? Op::aiter : Op::iter, {outermost->is_async ? expression(outermost->iter) : listed(outermost->iter)});
  return emit(Op::call, {function, source});
}

}  // namespace portalis::lowering
