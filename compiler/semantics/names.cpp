// Scopes come and go, names are entered: the part of the analysis that every construct uses.
#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

using namespace ast;

std::unique_ptr<ScopeTree> analyze(const ast::Module& module, const SourceFile& file, DiagnosticSink& sink, bool fixed_builtins,
                                   bool traced) {
  auto tree = std::make_unique<ScopeTree>();
  tree->fixed_builtins = fixed_builtins && !traced;
  tree->traced = traced;
  Analyzer analyzer(*tree, file, sink);
  analyzer.module(module);
  analyzer.resolve();
  return tree;
}

void Analyzer::error(const char* code, Span span, std::string message, std::string help) {
  Diagnostic d;
  d.code = code;
  d.file = &file_;
  d.span = span;
  d.message = std::move(message);
  d.help = std::move(help);
  d.exception = "SyntaxError";
  sink_.add(std::move(d));
}

void Analyzer::module(const ast::Module& module) {
  scope_ = tree_.make_scope(ScopeKind::module, &module, nullptr, Span{1, 0, 1, 0});
  future_imports(module);
  body(module.body);
}

Scope* Analyzer::enter(ScopeKind kind, const void* node, Span span) {
  scope_ = tree_.make_scope(kind, node, scope_, span);
  return scope_;
}

void Analyzer::leave(Scope* inner) { scope_ = inner->parent; }

Symbol* Analyzer::define(std::string_view name, std::uint16_t use, Span span) {
  return define_in(scope_, name, use, span);
}

Symbol* Analyzer::define_in(Scope* scope, std::string_view name, std::uint16_t use, Span span) {
  std::string_view mangled = tree_.mangle(scope->private_class, name);
  Symbol* symbol = tree_.make_symbol(scope, mangled, span);
  if ((use & use_parameter) && (symbol->uses & use_parameter)) {
    error("P0204", span, "duplicate argument '" + std::string(name) + "' in function definition");
  }
  if ((use & use_type_parameter) && (symbol->uses & use_type_parameter)) {
    error("P0218", span, "duplicate type parameter '" + std::string(name) + "'");
  }
  if ((use & use_bound) && comprehension_target_ && scope == scope_) {
    if (symbol->uses & (use_global | use_nonlocal)) {
      error("P0206", span, "comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'");
    }
    use |= use_iteration;
  }
  if ((use & use_bound) && !(use & use_imported)) use |= use_assigned;
  symbol->uses |= use;
  if (use & use_bound) ++symbol->bindings;
  return symbol;
}

void Analyzer::forbid_debug(std::string_view name, Span span, bool deleting) {
  if (name == "__debug__") error("P0213", span, deleting ? "cannot delete __debug__" : "cannot assign to __debug__");
}

}  // namespace portalis::semantics
