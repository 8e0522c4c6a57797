// with and async with.
//
// An item becomes, with `left` saying that the error exit has already called __exit__:
//
//     protect
//       try
//         store the target, the other items, the body
//       catch error
//         left = True
//         if not with_exit_error(error): reraise_caught error
//     finally
//       if not left: with_exit
//
// so that return, break and continue leave through __exit__(None, None, None) like the end of the body.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

void Lowering::with_statement(const WithBase* s, uint32_t item, bool async) {
  if (item == s->items.size) return body(s->body);
  place_ = {s->span};
  Operand manager = expression(s->items[item]->context_expr);
  uint32_t first = emit_many(async ? Op::async_with_enter : Op::with_enter, {manager}, 2);
  Operand entered = use(first), exit = use(first + 1);
  if (async) entered = await(entered);
  Operand left = declare(Rep::boolean);
  copy(left, boolean(false));

  Statement attempt;
  attempt.kind = StatementKind::try_;
  {
    Into into(*this, attempt.a);
    if (const Expr* target = s->items[item]->optional_vars) assign(target, entered);
    with_statement(s, item + 1, async);
  }
  place_ = {s->span};
  attempt.target = temporary(Rep::value);
  {
    Into into(*this, attempt.b);
    Operand error = use(attempt.target);
    trace_line();
    copy(left, boolean(true));
    Operand swallowed;
    if (async) {
      swallowed = emit(Op::truth, {await(emit(Op::async_with_exit_error, {exit, error}))});
    } else {
      swallowed = emit(Op::with_exit_error, {exit, error});
    }
    branch(
        swallowed, [] {}, [&] { emit(Op::reraise_caught, {error}); });
  }

  Statement protect;
  protect.kind = StatementKind::finally_;
  protect.a.push_back(std::move(attempt));
  {
    Into into(*this, protect.b);
    branch(
        left, [] {},
        [&] {
          if (item == 0) trace_once_more(s);
          if (async) {
            await(emit(Op::async_with_exit, {exit}));
          } else {
            emit(Op::with_exit, {exit});
          }
        });
  }
  push(std::move(protect));
}

}  // namespace portalis::lowering
