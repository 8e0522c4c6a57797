// The modules a file asks for, from its tree alone: a program with errors elsewhere is told of missing modules too.
#include "compiler/lowering/find_imports.hpp"

namespace portalis::lowering {

using namespace ast;

const char* absolute_module_name(const ImportFrom& s, const Options& options, std::string& name) {
  name = std::string(s.module);
  if (s.level == 0) return nullptr;
  std::string package = options.name;
  int up = s.level - (options.is_package ? 1 : 0);
  for (int i = 0; i < up; ++i) {
    size_t dot = package.rfind('.');
    if (dot == std::string::npos) {
      bool no_package = i == 0 && !options.is_package;
      return no_package ? "attempted relative import with no known parent package" : "attempted relative import beyond top-level package";
    }
    package.resize(dot);
  }
  name = s.module.empty() ? package : package + "." + std::string(s.module);
  return nullptr;
}

namespace {

// Does a clause for this type also catch ImportError?
bool catches_import_error(const Expr* type) {
  if (!type) return true;
  if (auto* tuple = dyn<Tuple>(type)) {
    for (const Expr* item : tuple->elts) {
      if (catches_import_error(item)) return true;
    }
    return false;
  }
  auto* name = dyn<Name>(type);
  return name && (name->id == "ImportError" || name->id == "ModuleNotFoundError" || name->id == "Exception" ||
                  name->id == "BaseException");
}

// `TYPE_CHECKING` or `typing.TYPE_CHECKING`: false when the program runs.
bool is_type_checking(const Expr* test) {
  if (auto* name = dyn<Name>(test)) return name->id == "TYPE_CHECKING";
  auto* attribute = dyn<Attribute>(test);
  return attribute && attribute->attr == "TYPE_CHECKING";
}

class Finder {
 public:
  explicit Finder(const Options& options) : options_(options) {}

  void body(Seq<Stmt*> statements) {
    for (Stmt* s : statements) statement(s);
  }

  std::vector<ImportRequest> take() { return std::move(found_); }

 private:
  void statement(Stmt* s) {
    switch (s->kind) {
      case StmtKind::Import: return import(static_cast<Import*>(s));
      case StmtKind::ImportFrom: return import_from(static_cast<ImportFrom*>(s));
      case StmtKind::FunctionDef:
      case StmtKind::AsyncFunctionDef: return body(as_function(s)->body);
      case StmtKind::ClassDef:
        // A generic class has typing.Generic among its bases.
        if (static_cast<ClassDef*>(s)->type_params.size) request("typing", s->span, false);
        return body(static_cast<ClassDef*>(s)->body);
      case StmtKind::For:
      case StmtKind::AsyncFor: return both(as_for(s)->body, as_for(s)->orelse);
      case StmtKind::While: return both(static_cast<While*>(s)->body, static_cast<While*>(s)->orelse);
      case StmtKind::If: {
        auto* choice = static_cast<If*>(s);
        guarded(is_type_checking(choice->test), choice->body);
        return body(choice->orelse);
      }
      case StmtKind::With:
      case StmtKind::AsyncWith: return body(as_with(s)->body);
      case StmtKind::Match:
        for (MatchCase* c : static_cast<Match*>(s)->cases) body(c->body);
        return;
      case StmtKind::Try:
      case StmtKind::TryStar: return attempt(as_try(s));
      default: return;
    }
  }

  void both(Seq<Stmt*> first, Seq<Stmt*> second) {
    body(first);
    body(second);
  }

  void guarded(bool guard, Seq<Stmt*> statements) {
    guards_ += guard;
    body(statements);
    guards_ -= guard;
  }

  void attempt(TryBase* s) {
    bool guard = false;
    for (const ExceptHandler* h : s->handlers) guard |= catches_import_error(h->type);
    guarded(guard, s->body);
    for (ExceptHandler* h : s->handlers) body(h->body);
    both(s->orelse, s->finalbody);
  }

  void request(std::string name, Span span, bool optional) { found_.push_back({std::move(name), span, optional, guards_ > 0}); }

  void import(const Import* s) {
    for (const Alias* a : s->names) request(std::string(a->name), s->span, false);
  }

  void import_from(const ImportFrom* s) {
    std::string name;
    if (absolute_module_name(*s, options_, name)) return;      // lowering says so
    request(name, s->span, false);
    for (const Alias* a : s->names) {
      if (a->name != "*") request(name + "." + std::string(a->name), s->span, true);
    }
  }

  const Options& options_;
  std::vector<ImportRequest> found_;
  int guards_ = 0;                             // statements around us that make a missing module the program's business
};

}  // namespace

std::vector<ImportRequest> find_imports(const ast::Module& module, const Options& options) {
  Finder finder(options);
  finder.body(module.body);
  return finder.take();
}

}  // namespace portalis::lowering
