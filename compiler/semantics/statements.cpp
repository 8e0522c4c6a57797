// The analysis of statements: what they bind, and where they may stand.
#include <algorithm>
#include <utility>

#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

using namespace ast;

namespace {

bool is_docstring(const Stmt* s) {
  auto* e = dyn<ExprStmt>(s);
  if (!e) return false;
  auto* c = dyn<Constant>(e->value);
  return c && c->value.kind == ConstantKind::Str;
}

}  // namespace

// `from __future__ import` may only follow a docstring and its like (future.c).
void Analyzer::future_imports(const ast::Module& module) {
  static constexpr std::string_view features[] = {"nested_scopes", "generators", "division", "absolute_import",
                                                  "with_statement", "print_function", "unicode_literals",
                                                  "barry_as_FLUFL", "generator_stop", "annotations"};
  bool first = true;
  for (const Stmt* s : module.body) {
    auto* import = dyn<ImportFrom>(s);
    if (!import || import->level != 0 || import->module != "__future__") {
      if (!(std::exchange(first, false) && is_docstring(s))) return;
      continue;
    }
    first = false;
    future_imports_.push_back(s);
    for (const Alias* a : import->names) {
      if (a->name == "annotations") tree_.future_annotations = true;
      bool known = false;
      for (std::string_view f : features) known |= f == a->name;
      if (a->name == "braces") {
        error("P0217", s->span, "not a chance");
      } else if (!known) {
        error("P0217", s->span, "future feature " + std::string(a->name) + " is not defined");
      }
    }
  }
}

void Analyzer::body(Seq<Stmt*> statements) {
  for (const Stmt* s : statements) statement(s);
}

void Analyzer::loop_body(Seq<Stmt*> statements, Enclosure inside) {
  Enclosure outer = std::exchange(enclosure_, inside);
  body(statements);
  enclosure_ = outer;
}

void Analyzer::statement(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: return function(as_function(s));
    case StmtKind::ClassDef: return class_definition(as<ClassDef>(s));
    case StmtKind::Return: return return_statement(as<Return>(s));
    case StmtKind::Delete: return expressions(as<Delete>(s)->targets);
    case StmtKind::Assign:
      expressions(as<Assign>(s)->targets);
      return expression(as<Assign>(s)->value);
    case StmtKind::TypeAlias: return type_alias(as<TypeAlias>(s));
    case StmtKind::AugAssign:
      expression(as<AugAssign>(s)->target);
      return expression(as<AugAssign>(s)->value);
    case StmtKind::AnnAssign: return annotated(as<AnnAssign>(s));
    case StmtKind::AsyncFor: outside_async(s, "async for"); [[fallthrough]];
    case StmtKind::For: {
      auto* n = as_for(s);
      expression(n->target);
      expression(n->iter);
      loop_body(n->body, Enclosure::loop);
      return body(n->orelse);
    }
    case StmtKind::While:
      expression(as<While>(s)->test);
      loop_body(as<While>(s)->body, Enclosure::loop);
      return body(as<While>(s)->orelse);
    case StmtKind::If:
      expression(as<If>(s)->test);
      body(as<If>(s)->body);
      return body(as<If>(s)->orelse);
    case StmtKind::AsyncWith: outside_async(s, "async with"); [[fallthrough]];
    case StmtKind::With:
      for (const WithItem* item : as_with(s)->items) {
        expression(item->context_expr);
        optional(item->optional_vars);
      }
      return body(as_with(s)->body);
    case StmtKind::Match: return match_statement(as<Match>(s));
    case StmtKind::Raise:
      optional(as<Raise>(s)->exc);
      return optional(as<Raise>(s)->cause);
    case StmtKind::Try: return try_statement(as_try(s), false);
    case StmtKind::TryStar: return try_statement(as_try(s), true);
    case StmtKind::Assert:
      expression(as<Assert>(s)->test);
      return optional(as<Assert>(s)->msg);
    case StmtKind::Import: return import_names(s, as<Import>(s)->names, false);
    case StmtKind::ImportFrom: {
      auto* n = as<ImportFrom>(s);
      if (n->level == 0 && n->module == "__future__" &&
          std::find(future_imports_.begin(), future_imports_.end(), s) == future_imports_.end()) {
        error("P0217", s->span, "from __future__ imports must occur at the beginning of the file");
      }
      return import_names(s, n->names, true);
    }
    case StmtKind::Global: return declare(s, as<Global>(s)->names, true);
    case StmtKind::Nonlocal: return declare(s, as<Nonlocal>(s)->names, false);
    case StmtKind::ExprStmt: return expression(as<ExprStmt>(s)->value);
    case StmtKind::Pass: return;
    case StmtKind::Break:
    case StmtKind::Continue: return jump(s);
  }
}

void Analyzer::outside_async(const Stmt* s, const char* what) {
  if (scope_->kind == ScopeKind::function && scope_->is_async) return;
  error("P0211", s->span, std::string("'") + what + "' outside async function");
}

void Analyzer::jump(const Stmt* s) {
  if (enclosure_ == Enclosure::except_star) {
    error("P0210", s->span, "'break', 'continue' and 'return' cannot appear in an except* block");
  } else if (enclosure_ == Enclosure::none) {
    error("P0210", s->span, s->kind == StmtKind::Break ? "'break' outside loop" : "'continue' not properly in loop");
  }
}

void Analyzer::return_statement(const Return* s) {
  if (scope_->kind != ScopeKind::function) {
    error("P0208", s->span, "'return' outside function");
  } else if (except_star_depth_) {
    error("P0210", s->span, "'break', 'continue' and 'return' cannot appear in an except* block");
  } else if (s->value && scope_->is_async) {
    returns_with_value_.push_back({scope_, s->span});
  }
  optional(s->value);
}

void Analyzer::try_statement(const TryBase* s, bool star) {
  body(s->body);
  body(s->orelse);
  for (std::uint32_t i = 0; i < s->handlers.size; ++i) {
    const ExceptHandler* h = s->handlers[i];
    if (!h->type && i + 1 < s->handlers.size) error("P0212", h->span, "default 'except:' must be last");
    optional(h->type);
    if (!h->name.empty()) {
      forbid_debug(h->name, h->span);
      define(h->name, use_bound, h->span);
    }
    if (star) {
      ++except_star_depth_;
      loop_body(h->body, Enclosure::except_star);
      --except_star_depth_;
    } else {
      body(h->body);
    }
  }
  body(s->finalbody);
}

void Analyzer::import_names(const Stmt* s, Seq<Alias*> names, bool from) {
  for (const Alias* a : names) {
    if (a->name == "*") {
      if (scope_->kind != ScopeKind::module) {
        error("P0205", a->span, "import * only allowed at module level");
      }
      scope_->has_star_import = true;
      continue;
    }
    std::string_view bound = a->asname;
    if (bound.empty()) bound = from ? a->name : a->name.substr(0, a->name.find('.'));
    forbid_debug(bound, s->span);
    define(bound, use_bound | use_imported, a->span);
  }
}

void Analyzer::declare(const Stmt* s, Seq<Identifier> names, bool global) {
  const char* word = global ? "global" : "nonlocal";
  if (!global && scope_->kind == ScopeKind::module) {
    error("P0203", s->span, "nonlocal declaration not allowed at module level");
    return;
  }
  for (Identifier id : names) {
    std::string quoted = "'" + std::string(id) + "'";
    Symbol* old = scope_->find(tree_.mangle(scope_->private_class, id));
    std::uint16_t uses = old ? old->uses : 0;
    if (uses & use_parameter) {
      error("P0202", s->span, "name " + quoted + " is parameter and " + word);
    } else if (uses & use_read) {
      error("P0201", s->span, "name " + quoted + " is used prior to " + word + " declaration");
    } else if (uses & use_annotated) {
      error("P0202", s->span, "annotated name " + quoted + " can't be " + word);
    } else if (uses & use_assigned) {
      error("P0201", s->span, "name " + quoted + " is assigned to before " + word + " declaration");
    } else if (uses & (global ? use_nonlocal : use_global)) {
      error("P0202", old->first, "name " + quoted + " is nonlocal and global");
    } else {
      define(id, global ? use_global : use_nonlocal, s->span);
    }
  }
}

void Analyzer::annotated(const AnnAssign* s) {
  if (auto* target = dyn<Name>(s->target)) {
    Symbol* old = scope_->find(tree_.mangle(scope_->private_class, target->id));
    std::uint16_t uses = old ? old->uses : 0;
    forbid_debug(target->id, target->span);
    if (s->simple && (uses & (use_global | use_nonlocal)) && scope_->kind != ScopeKind::module) {
      error("P0202", s->span, "annotated name '" + std::string(target->id) + "' can't be " +
                                  (uses & use_global ? "global" : "nonlocal"));
    } else if (s->simple) {
      define(target->id, use_annotated | use_bound, target->span);
    } else if (s->value) {
      define(target->id, use_bound, target->span);
    }
  } else {
    expression(s->target);
  }
  annotation(s->annotation);
  optional(s->value);
}

}  // namespace portalis::semantics
