// Statements: the dispatch and the simple ones.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

// Whose lines begin with those of its decorators.
static bool is_decorated(const Stmt* s) {
  if (s->kind == StmtKind::ClassDef) return !as<ClassDef>(s)->decorator_list.empty();
  return (s->kind == StmtKind::FunctionDef || s->kind == StmtKind::AsyncFunctionDef) && !as_function(s)->decorator_list.empty();
}

void Lowering::body(Seq<Stmt*> statements) {
  for (const Stmt* s : statements) statement(s);
}

void Lowering::statement(const Stmt* s) {
  place_ = {s->span};
  Statement line;
  line.kind = StatementKind::line;
  line.label = s->span.line;
  {
    Into into(*this, line.a);
    if (!is_decorated(s) && s->kind != StmtKind::Global && s->kind != StmtKind::Nonlocal) trace_line();
    statement_here(s);
  }
  if (!line.a.empty()) push(std::move(line));
}

void Lowering::trace_line(bool next_round) {
  if (fs_->traced) emit(Op::trace_line, {}, {.count = next_round});
}

void Lowering::statement_here(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: return function_definition(as_function(s));
    case StmtKind::ClassDef: return class_definition(as<ClassDef>(s));
    case StmtKind::Return: {
      const Expr* value = as<Return>(s)->value;
      Operand result = value ? expression(value) : none();
      if (options_.traced()) emit(Op::trace_return, {result});
      return emit_return(result);
    }
    case StmtKind::Delete:
      for (const Expr* target : as<Delete>(s)->targets) delete_target(target);
      return;
    case StmtKind::Assign: return assignment(as<Assign>(s));
    case StmtKind::TypeAlias: return type_alias(as<TypeAlias>(s));
    case StmtKind::AugAssign: return augmented(as<AugAssign>(s));
    case StmtKind::AnnAssign: return annotated(as<AnnAssign>(s));
    case StmtKind::For: return for_loop(as<For>(s));
    case StmtKind::AsyncFor: return async_for(as<AsyncFor>(s));
    case StmtKind::While: return while_loop(as<While>(s));
    case StmtKind::If: return if_statement(as<If>(s));
    case StmtKind::With: return with_statement(as_with(s), 0, false);
    case StmtKind::AsyncWith: return with_statement(as_with(s), 0, true);
    case StmtKind::Match: return match_statement(as<Match>(s));
    case StmtKind::Raise: return raise_statement(as<Raise>(s));
    case StmtKind::Try: return try_statement(as_try(s), false);
    case StmtKind::TryStar: return try_statement(as_try(s), true);
    case StmtKind::Assert: return assert_statement(as<Assert>(s));
    case StmtKind::Import: return import(as<Import>(s));
    case StmtKind::ImportFrom: return import_from(as<ImportFrom>(s));
    case StmtKind::ExprStmt: {
      const Expr* value = as<ExprStmt>(s)->value;
      if (value->kind != ExprKind::Constant) expression(value);
      return;
    }
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass: return;
    case StmtKind::Break:
    case StmtKind::Continue: return leave_loop(s->kind == StmtKind::Break);
  }
}

void Lowering::if_statement(const If* s) {
  bool known;
  if (is_constant_condition(s->test, known)) return body(known ? s->body : s->orelse);
  Operand test = statement_condition(s->test);
  branch(
      test, [&] { body(s->body); }, [&] { body(s->orelse); });
}

void Lowering::assert_statement(const Assert* s) {
  warn_about(s);
  Operand test = statement_condition(s->test);
  branch(
      test, [] {},
      [&] {
        Operand message = s->msg ? expression(s->msg) : Operand{};
        emit(Op::raise_assertion, {message});
      });
}

void Lowering::raise_statement(const Raise* s) {
  if (!s->exc) {
    emit(Op::reraise);
    return;
  }
  Operand exception = expression(s->exc);
  Operand cause = s->cause ? expression(s->cause) : Operand{};
  emit(Op::raise, {exception, cause});
}

}  // namespace portalis::lowering
