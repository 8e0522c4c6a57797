// Scopes, symbols and name mangling.
#include "compiler/semantics/scope.hpp"

namespace portalis::semantics {

std::string_view ScopeTree::mangle(std::string_view private_class, std::string_view name) {
  // _Py_Mangle: only __x without trailing __ and without a dot (imports of dotted names).
  if (private_class.empty() || name.size() < 2 || name[0] != '_' || name[1] != '_') return name;
  if (name.ends_with("__") || name.find('.') != std::string_view::npos) return name;
  size_t start = private_class.find_first_not_of('_');
  if (start == std::string_view::npos) return name;
  std::string key(private_class);
  key += '\0';
  key += name;
  if (auto it = mangled_.find(key); it != mangled_.end()) return it->second;
  std::string_view stored_key = texts_.emplace_back(std::move(key));
  std::string_view result = texts_.emplace_back("_" + std::string(private_class.substr(start)) + std::string(name));
  mangled_.emplace(stored_key, result);
  return result;
}

// These see the scope they are called in, so the compiler must know them: a star import is taken not to replace them.
static bool looks_at_its_scope(std::string_view name) {
  return name == "super" || name == "locals" || name == "vars" || name == "dir" || name == "globals";
}

bool ScopeTree::never_bound(std::string_view name) const {
  for (const Scope& scope : scopes_) {
    if (scope.has_star_import && !looks_at_its_scope(name)) return false;
    Symbol* symbol = scope.find(name);
    if (!symbol || !(symbol->uses & use_bound)) continue;
    if (symbol->reach == Reach::global) return false;
  }
  return true;
}

bool ScopeTree::bound_once(std::string_view name) const {
  std::uint32_t bindings = 0;
  for (const Scope& scope : scopes_) {
    if (scope.has_star_import) return false;
    Symbol* symbol = scope.find(name);
    if (symbol && symbol->reach == Reach::global) bindings += symbol->bindings;
  }
  return bindings == 1 && module_->find(name)->bindings == 1;
}

Scope* ScopeTree::make_scope(ScopeKind kind, const void* node, Scope* parent, Span span) {
  Scope* scope = &scopes_.emplace_back();
  scope->kind = kind;
  scope->parent = parent;
  scope->span = span;
  if (parent) {
    parent->children.push_back(scope);
    scope->private_class = parent->private_class;
  } else {
    module_ = scope;
  }
  by_node_[node] = scope;
  return scope;
}

Symbol* ScopeTree::make_symbol(Scope* scope, std::string_view mangled, Span first) {
  auto [it, fresh] = scope->table.try_emplace(mangled, nullptr);
  if (!fresh) return it->second;
  Symbol* symbol = &symbols_.emplace_back();
  symbol->name = mangled;
  symbol->scope = scope;
  symbol->first = first;
  it->second = symbol;
  scope->symbols.push_back(symbol);
  return symbol;
}

Symbol* ScopeTree::make_class_cell(Scope* class_scope) {
  Symbol* symbol = &symbols_.emplace_back();
  symbol->name = "__class__";
  symbol->scope = class_scope;
  symbol->uses = use_bound;
  symbol->reach = Reach::frame;
  symbol->origin = symbol;
  symbol->first = class_scope->span;
  return symbol;
}

}  // namespace portalis::semantics
