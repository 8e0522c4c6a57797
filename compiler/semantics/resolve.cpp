// Which variable each name of each scope means, once all scopes are known.
#include <algorithm>

#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

void Analyzer::resolve() {
  choose_in_place();
  resolve_scope(tree_.module());
}

// Nothing may bind the consumer's name anywhere in the module: then it is the builtin.
void Analyzer::choose_in_place() {
  auto bound_somewhere = [&](std::string_view name) {
    for (const Scope& scope : tree_.scopes()) {
      Symbol* symbol = scope.find(name);
      if (scope.has_star_import || (symbol && (symbol->uses & use_bound))) return true;
    }
    return false;
  };
  for (const Consumed& c : consumed_) {
    Scope* scope = tree_.of(c.generator);
    scope->in_place = !scope->is_async && !tree_.traced && (c.consumer.empty() || (tree_.fixed_builtins && !bound_somewhere(c.consumer)));
  }
}

void Analyzer::resolve_scope(Scope* scope) {
  // A symbol may gain uses while inner scopes are resolved, but none of its own scope's symbols changes its meaning.
  for (size_t i = 0; i < scope->symbols.size(); ++i) resolve_symbol(scope, scope->symbols[i]);
  for (Scope* child : scope->children) resolve_scope(child);
  std::sort(scope->free.begin(), scope->free.end(), [](Symbol* a, Symbol* b) {
    return a->name != b->name ? a->name < b->name : a < b;
  });
}

// The symbol that binds `name` for code nested in `from`: the nearest function around it that does. A class between is
// skipped, but offers __class__ to its methods. Type parameters between a class and a function do see the class.
Symbol* Analyzer::find_outer(Scope* from, std::string_view name) {
  for (Scope* s = from->parent; s; s = s->parent) {
    if (s->kind == ScopeKind::module) return nullptr;
    if (s->kind == ScopeKind::class_) {
      if (name != "__class__") continue;
      if (!s->class_cell) s->class_cell = tree_.make_class_cell(s);
      return s->class_cell;
    }
    Symbol* symbol = s->find(name);
    if (!symbol) continue;
    if (symbol->uses & use_global) return nullptr;
    if (symbol->uses & use_nonlocal) continue;
    if (symbol->uses & use_bound) return symbol;
  }
  return nullptr;
}

void Analyzer::reach_origin(Scope* scope, Symbol* symbol, Symbol* origin) {
  symbol->origin = origin;
  Scope* home = origin->scope->frame();
  if (scope->frame() == home) {
    symbol->reach = Reach::frame;
    return;
  }
  symbol->reach = Reach::free;
  origin->captured = true;
  if (symbol->uses & use_bound) origin->rebound_inside = true;
  for (Scope* frame = scope->frame(); frame != home; frame = frame->parent->frame()) {
    if (std::find(frame->free.begin(), frame->free.end(), origin) == frame->free.end()) frame->free.push_back(origin);
  }
}

void Analyzer::resolve_symbol(Scope* scope, Symbol* symbol) {
  if (scope->kind == ScopeKind::module || (symbol->uses & use_global)) {
    symbol->reach = Reach::global;
    return;
  }
  if (symbol->uses & use_nonlocal) {
    Symbol* origin = find_outer(scope, symbol->name);
    if (!origin) {
      error("P0203", symbol->first, "no binding for nonlocal '" + std::string(symbol->name) + "' found");
      return;
    }
    return reach_origin(scope, symbol, origin);
  }
  if (symbol->uses & use_bound) {
    if (scope->kind == ScopeKind::class_) {
      symbol->reach = Reach::name;
    } else {
      symbol->reach = Reach::frame;
      symbol->origin = symbol;
    }
    return;
  }
  // Only read here. What runs directly in a class body sees the class's own names; so do type parameters.
  if (scope->kind == ScopeKind::type_parameters && scope->parent->kind == ScopeKind::class_ &&
      scope->parent->find(symbol->name) && (scope->parent->find(symbol->name)->uses & use_bound)) {
    symbol->reach = Reach::name;
    return;
  }
  if (Symbol* origin = find_outer(scope, symbol->name)) return reach_origin(scope, symbol, origin);
  symbol->reach = scope->kind == ScopeKind::class_ ? Reach::name : Reach::global;
}

}  // namespace portalis::semantics
