// try: except clauses become a chain of tests, finally is kept as it is, except* works on groups.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

void Lowering::try_statement(const TryBase* s, bool star) {
  auto inner = [&] {
    if (s->handlers.empty()) {
      body(s->body);
      body(s->orelse);
    } else if (star) {
      star_clauses(s);
    } else {
      try_clauses(s);
    }
  };
  if (s->finalbody.empty()) return inner();
  Statement protect;
  protect.kind = StatementKind::finally_;
  {
    Into into(*this, protect.a);
    inner();
  }
  {
    Into into(*this, protect.b);
    body(s->finalbody);
  }
  push(std::move(protect));
}

void Lowering::try_clauses(const TryBase* s) {
  Statement attempt;
  attempt.kind = StatementKind::try_;
  {
    Into into(*this, attempt.a);
    body(s->body);
  }
  attempt.target = temporary(Rep::value);
  {
    Into into(*this, attempt.b);
    except_chain(s->handlers, 0, use(attempt.target));
  }
  {
    Into into(*this, attempt.c);
    body(s->orelse);
  }
  push(std::move(attempt));
}

void Lowering::except_chain(Seq<ExceptHandler*> handlers, uint32_t i, const Operand& exception) {
  if (i == handlers.size) {
    emit(Op::reraise_caught, {exception});
    return;
  }
  const ExceptHandler* h = handlers[i];
  place_ = {h->span};
  trace_line();
  if (!h->type) return handler_body(h, exception);
  Operand matches = emit(Op::exception_match, {exception, expression(h->type)});
  branch(
      matches, [&] { handler_body(h, exception); }, [&] { except_chain(handlers, i + 1, exception); });
}

// `except E as e` unbinds e at every exit, since e refers to the frame that refers to e.
void Lowering::handler_body(const ExceptHandler* h, const Operand& exception) {
  if (h->name.empty()) return body(h->body);
  store(h->name, exception);
  Statement protect;
  protect.kind = StatementKind::finally_;
  {
    Into into(*this, protect.a);
    body(h->body);
  }
  {
    Into into(*this, protect.b);
    place_ = {h->span};
    fs_->traced_line = h->span.line;     // no trace function hears of this
    unbind(h->name);
  }
  push(std::move(protect));
}

// Each clause takes its part of the group; what handlers raise is gathered, and raised with the rest at the end.
void Lowering::star_clauses(const TryBase* s) {
  Statement attempt;
  attempt.kind = StatementKind::try_;
  {
    Into into(*this, attempt.a);
    body(s->body);
  }
  attempt.target = temporary(Rep::value);
  {
    Into into(*this, attempt.b);
    place_ = {s->handlers[0]->span};
    Operand state = emit(Op::group_begin, {use(attempt.target)});
    for (const ExceptHandler* h : s->handlers) {
      place_ = {h->span};
      Operand part = emit(Op::group_match, {state, expression(h->type)});
      Operand nothing = emit(Op::is_undefined, {part});
      branch(
          nothing, [] {},
          [&] {
            Statement handler;
            handler.kind = StatementKind::try_;
            {
              Into into(*this, handler.a);
              handler_body(h, part);
            }
            handler.target = temporary(Rep::value);
            {
              Into into(*this, handler.b);
              emit(Op::group_raised, {state, use(handler.target)});
            }
            push(std::move(handler));
          });
    }
    place_ = {s->span};
    emit(Op::group_end, {state});
  }
  {
    Into into(*this, attempt.c);
    body(s->orelse);
  }
  push(std::move(attempt));
}

}  // namespace portalis::lowering
