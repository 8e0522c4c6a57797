// Comprehensions: list, set and dict comprehensions run in place, generator expressions are generators.
//
// In both, the outermost iterable is evaluated and made an iterator in the scope around; the rest runs in a frame of
// its own in tracebacks.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

Operand Lowering::comprehension(const Expr* e, Seq<Comprehension*> generators, const Expr* element, const Expr* value) {
  static constexpr const char* names[] = {"<listcomp>", "<setcomp>", "<dictcomp>"};
  int kind = e->kind == ExprKind::ListComp ? 0 : e->kind == ExprKind::SetComp ? 1 : 2;
  const Op make[] = {Op::make_list, Op::make_set, Op::make_dict};
  const Op add[] = {Op::list_append, Op::set_add, Op::dict_store};

  bool async = generators[0]->is_async;
  Operand iterator = emit(async ? Op::aiter : Op::iter, {expression(generators[0]->iter)});
  Operand result = declare(Rep::value);

  Statement frame;
  frame.kind = StatementKind::inline_frame;
  frame.instruction.position = position();
  frame.label = static_cast<uint32_t>(fs_->fn->codes.size());
  ir::Code code;
  code.name = names[kind];
  code.qualname = qualified(code.name);
  code.first_line = e->span.line;
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
    Operand collection = emit(make[kind]);
    comprehension_loops(generators, 0, iterator, element, value, collection, add[kind]);
    copy(result, collection);
    for (Symbol* s : scope_->symbols) {
      // A captured one lives on in what captured it.
      if (s->origin == s && !s->captured) emit(Op::clear_variable, {}, {.target = variable(s)});
    }
  }
  scope_ = outer_scope;
  fs_->code = outer_code;
  fs_->qualname_prefix = std::move(prefix);
  push(std::move(frame));
  return result;
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
      comprehension_loops(e->generators, 0, load_variable(v), e->elt, nullptr, {}, Op::yield);
    }
    emit_return(none());
  }
  end_function(f);
  Operand function = make_function(f.index, inner);
  const Comprehension* outermost = e->generators[0];
  Operand source = emit(outermost->is_async && !refused ? Op::aiter : Op::iter, {expression(outermost->iter)});
  return emit(Op::call, {function, source});
}

}  // namespace portalis::lowering
