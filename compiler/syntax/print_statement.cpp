// Printing statements.
#include "compiler/syntax/ast_printer.hpp"

namespace portalis {

using namespace ast;

void AstPrinter::statement(const Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: {
      auto* n = as_function(stmt);
      open(stmt->kind == StmtKind::FunctionDef ? "FunctionDef" : "AsyncFunctionDef");
      field("name", n->name);
      field("args", n->args);
      list("body", n->body);
      list("decorator_list", n->decorator_list);
      field("returns", n->returns);
      list("type_params", n->type_params);
      break;
    }
    case StmtKind::ClassDef: {
      auto* n = as<ClassDef>(stmt);
      open("ClassDef");
      field("name", n->name);
      list("bases", n->bases);
      list("keywords", n->keywords);
      list("body", n->body);
      list("decorator_list", n->decorator_list);
      list("type_params", n->type_params);
      break;
    }
    case StmtKind::Return:
      open("Return");
      field("value", as<Return>(stmt)->value);
      break;
    case StmtKind::Delete:
      open("Delete");
      list("targets", as<Delete>(stmt)->targets);
      break;
    case StmtKind::Assign: {
      auto* n = as<Assign>(stmt);
      open("Assign");
      list("targets", n->targets);
      field("value", n->value);
      break;
    }
    case StmtKind::TypeAlias: {
      auto* n = as<TypeAlias>(stmt);
      open("TypeAlias");
      field("name", n->name);
      list("type_params", n->type_params);
      field("value", n->value);
      break;
    }
    case StmtKind::AugAssign: {
      auto* n = as<AugAssign>(stmt);
      open("AugAssign");
      field("target", n->target);
      word("op", operator_name(n->op));
      field("value", n->value);
      break;
    }
    case StmtKind::AnnAssign: {
      auto* n = as<AnnAssign>(stmt);
      open("AnnAssign");
      field("target", n->target);
      field("annotation", n->annotation);
      field("value", n->value);
      field("simple", n->simple ? 1 : 0);
      break;
    }
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      auto* n = as_for(stmt);
      open(stmt->kind == StmtKind::For ? "For" : "AsyncFor");
      field("target", n->target);
      field("iter", n->iter);
      list("body", n->body);
      list("orelse", n->orelse);
      break;
    }
    case StmtKind::While: {
      auto* n = as<While>(stmt);
      open("While");
      field("test", n->test);
      list("body", n->body);
      list("orelse", n->orelse);
      break;
    }
    case StmtKind::If: {
      auto* n = as<If>(stmt);
      open("If");
      field("test", n->test);
      list("body", n->body);
      list("orelse", n->orelse);
      break;
    }
    case StmtKind::With:
    case StmtKind::AsyncWith: {
      auto* n = as_with(stmt);
      open(stmt->kind == StmtKind::With ? "With" : "AsyncWith");
      list("items", n->items);
      list("body", n->body);
      break;
    }
    case StmtKind::Match: {
      auto* n = as<Match>(stmt);
      open("Match");
      field("subject", n->subject);
      list("cases", n->cases);
      break;
    }
    case StmtKind::Raise: {
      auto* n = as<Raise>(stmt);
      open("Raise");
      field("exc", n->exc);
      field("cause", n->cause);
      break;
    }
    case StmtKind::Try:
    case StmtKind::TryStar: {
      auto* n = as_try(stmt);
      open(stmt->kind == StmtKind::Try ? "Try" : "TryStar");
      list("body", n->body);
      list("handlers", n->handlers);
      list("orelse", n->orelse);
      list("finalbody", n->finalbody);
      break;
    }
    case StmtKind::Assert: {
      auto* n = as<Assert>(stmt);
      open("Assert");
      field("test", n->test);
      field("msg", n->msg);
      break;
    }
    case StmtKind::Import:
      open("Import");
      list("names", as<Import>(stmt)->names);
      break;
    case StmtKind::ImportFrom: {
      auto* n = as<ImportFrom>(stmt);
      open("ImportFrom");
      field("module", n->module);
      list("names", n->names);
      field("level", n->level);
      break;
    }
    case StmtKind::Global:
      open("Global");
      list("names", as<Global>(stmt)->names);
      break;
    case StmtKind::Nonlocal:
      open("Nonlocal");
      list("names", as<Nonlocal>(stmt)->names);
      break;
    case StmtKind::ExprStmt:
      open("Expr");
      field("value", as<ExprStmt>(stmt)->value);
      break;
    case StmtKind::Pass: open("Pass"); break;
    case StmtKind::Break: open("Break"); break;
    case StmtKind::Continue: open("Continue"); break;
  }
  close(stmt->span);
}

}  // namespace portalis
