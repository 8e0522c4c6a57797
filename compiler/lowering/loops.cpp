// Loops: while, for over iterators, for over range(), async for.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

// Before each round but the first, which the statement itself tells of, a trace function hears of the loop's own line;
// so it does of a with statement's before the exit.
void Lowering::trace_once_more(const Stmt* s) {
  At at(*this, s->span);
  trace_line(true);
}

// The event comes after the `finally` blocks that a `continue` runs: in traced functions both leave a block around the
// body, made as a loop that goes once.
void Lowering::loop_body(const Stmt* loop, uint32_t label, Seq<Stmt*> statements) {
  if (!fs_->traced) {
    fs_->loop_stack.push_back({label, {}});
    body(statements);
    fs_->loop_stack.pop_back();
    return;
  }
  Operand left = declare(Rep::boolean);
  copy(left, boolean(false));
  Statement round;
  round.kind = StatementKind::while_;
  round.label = new_loop();
  round.condition = boolean(true);
  fs_->loop_stack.push_back({round.label, left});
  {
    Into into(*this, round.b);
    body(statements);
    emit_jump(StatementKind::break_, round.label);
  }
  fs_->loop_stack.pop_back();
  push(std::move(round));
  branch(left, [&] { emit_jump(StatementKind::break_, label); });
  trace_once_more(loop);
}

void Lowering::leave_loop(bool is_break) {
  const LoopExits& exits = fs_->loop_stack.back();
  const bool once = exits.left.kind != Operand::none;
  if (once && is_break) copy(exits.left, boolean(true));
  emit_jump(once || is_break ? StatementKind::break_ : StatementKind::continue_, exits.label);
}

void Lowering::while_loop(const While* s) {
  bool known;
  bool constant = is_constant_condition(s->test, known);
  if (constant && !known) return body(s->orelse);
  Statement loop;
  loop.kind = StatementKind::while_;
  loop.label = new_loop();
  {
    Into into(*this, loop.a);
    loop.condition = constant ? boolean(true) : statement_condition(s->test);
  }
  if (const ir::Constant* c = as_constant(loop.condition)) {
    if (c->kind == ir::Constant::false_) return body(s->orelse);
    constant = true;
  }
  {
    Into into(*this, loop.b);
    loop_body(s, loop.label, s->body);
  }
  if (!constant) {
    Into into(*this, loop.c);
    body(s->orelse);
  }
  push(std::move(loop));
}

// `for x in range(...)` with the builtin, called with one to three plain arguments.
bool Lowering::range_loop(const For* s) {
  auto* call = dyn<Call>(s->iter);
  if (!call || !call->keywords.empty() || call->args.empty() || call->args.size > 3) return false;
  auto* name = dyn<Name>(call->func);
  if (!name || name->id != "range" || !is_fixed_builtin("range")) return false;
  for (const Expr* arg : call->args) {
    if (arg->kind == ExprKind::Starred) return false;
  }
  return true;
}

void Lowering::for_loop(const For* s) {
  Statement loop;
  loop.label = new_loop();
  if (range_loop(s)) {
    auto* call = as<Call>(s->iter);
    loop.kind = StatementKind::for_range;
    Operands numbers;
    for (const Expr* arg : call->args) numbers.push_back(expression(arg));
    if (numbers.size() == 1) numbers.insert(numbers.begin(), integer(0));
    if (numbers.size() == 2) numbers.push_back(integer(1));
    loop.instruction.operands = std::move(numbers);
    At at(*this, s->iter);
    loop.instruction.position = position();
  } else {
    loop.kind = StatementKind::for_each;
    loop.condition = emit(Op::iter, {listed(s->iter)});
    loop.instruction.position = position();
  }
  loop.target = temporary(Rep::value);
  {
    Into into(*this, loop.b);
    assign(s->target, use(loop.target));
    loop_body(s, loop.label, s->body);
  }
  {
    Into into(*this, loop.c);
    body(s->orelse);
  }
  push(std::move(loop));
}

// for_each over an asynchronous iterator: awaits each element; StopAsyncIteration from there, and only from there, ends
// the loop. `body` is given the element.
template <class Body, class Else>
void Lowering::async_loop(const Operand& iterator, const Expr* iterable, uint32_t label, Body body, Else otherwise) {
  Operand element = declare(Rep::value);
  Operand more = declare(Rep::boolean);
  Statement loop;
  loop.kind = StatementKind::while_;
  loop.label = label;
  loop.condition = more;
  {
    Into test(*this, loop.a);
    copy(more, boolean(true));
    Statement attempt;
    attempt.kind = StatementKind::try_;
    {
      Into into(*this, attempt.a);
      copy(element, await(emit(Op::anext, {iterator})));
    }
    attempt.target = temporary(Rep::value);
    {
      Into into(*this, attempt.b);
      At at(*this, iterable);
      Operand exhausted = emit(Op::exception_match, {use(attempt.target), builtin("StopAsyncIteration")});
      branch(
          exhausted, [&] { copy(more, boolean(false)); }, [&] { emit(Op::reraise_caught, {use(attempt.target)}); });
    }
    push(std::move(attempt));
  }
  {
    Into into(*this, loop.b);
    body(element);
  }
  {
    Into into(*this, loop.c);
    otherwise();
  }
  push(std::move(loop));
}

void Lowering::async_for(const AsyncFor* s) {
  Operand iterator = emit(Op::aiter, {expression(s->iter)});
  uint32_t label = new_loop();
  async_loop(
      iterator, s->iter, label,
      [&](const Operand& element) {
        assign(s->target, element);
        loop_body(s, label, s->body);
      },
      [&] { body(s->orelse); });
}

// ---- the loops of comprehensions ----

void Lowering::comprehension_loops(Seq<Comprehension*> generators, uint32_t depth, const Operand& outermost, const InLoop& innermost,
                                   const InLoop& after) {
  const Comprehension* g = generators[depth];
  Operand iterator = outermost;
  if (depth) {
    iterator = emit(g->is_async ? Op::aiter : Op::iter, {g->is_async ? expression(g->iter) : listed(g->iter)});
  }
  uint32_t label = new_loop();
  auto filtered = [&](auto& self, uint32_t i) -> void {
    if (i < g->ifs.size) {
      branch(condition(g->ifs[i]), [&] { self(self, i + 1); });
    } else if (depth + 1 < generators.size) {
      comprehension_loops(generators, depth + 1, {}, innermost, after);
      if (after) after(label);
    } else {
      innermost(label);
    }
  };
  // Each round is a scope for temporaries.
  auto round = [&](const Operand& item) {
    At at(*this);
    assign(g->target, item);
    Statement line;
    line.kind = StatementKind::line;
    line.label = g->target->span.line;
    {
      Into into(*this, line.a);
      filtered(filtered, 0);
    }
    push(std::move(line));
    trace_line(true);
  };
  if (g->is_async) return async_loop(iterator, g->iter, label, round, [] {});
  Statement loop;
  loop.kind = StatementKind::for_each;
  loop.label = label;
  loop.condition = iterator;
  loop.instruction.position = position();
  loop.target = temporary(Rep::value);
  {
    Into into(*this, loop.b);
    round(use(loop.target));
  }
  push(std::move(loop));
}

}  // namespace portalis::lowering
