// The printer of scopes.
#include "compiler/semantics/scope.hpp"

namespace portalis::semantics {
namespace {

constexpr const char* kinds[] = {"module",   "class",    "function", "lambda",          "generator expression",
                                 "list comprehension", "set comprehension", "dict comprehension",
                                 "type parameters",    "lazy type"};

std::string uses(const Symbol& s) {
  std::string out;
  auto say = [&](NameUse use, const char* word) {
    if (s.uses & use) out += std::string(out.empty() ? "" : " ") + word;
  };
  say(use_parameter, "parameter");
  say(use_type_parameter, "type-parameter");
  say(use_imported, "imported");
  say(use_annotated, "annotated");
  say(use_iteration, "iteration");
  if (!(s.uses & (use_parameter | use_imported | use_type_parameter))) say(use_bound, "bound");
  say(use_read, "read");
  say(use_global, "declared-global");
  say(use_nonlocal, "declared-nonlocal");
  return out;
}

std::string reach(const Symbol& s) {
  switch (s.reach) {
    case Reach::frame: return s.origin->captured ? "cell" : "local";
    case Reach::free: return "free";
    case Reach::name: return "name";
    case Reach::global: return "global";
  }
  return "?";
}

void print_scope(const Scope& scope, int depth, std::string& out) {
  std::string indent(2 * depth, ' ');
  out += indent + kinds[static_cast<size_t>(scope.kind)];
  if (!scope.name.empty()) out += " " + std::string(scope.name);
  if (scope.parent) out += ", line " + std::to_string(scope.span.line);
  if (scope.is_async) out += ", async";
  if (scope.is_generator) out += ", generator";
  if (scope.class_cell) out += ", class cell";
  if (scope.inlined()) out += ", inlined";
  out += "\n";
  for (const Symbol* s : scope.symbols) {
    out += indent + "  " + std::string(s->name) + ": " + reach(*s) + " (" + uses(*s) + ")";
    if (s->origin && s->origin->scope != &scope) {
      const Scope& home = *s->origin->scope;
      out += " of " + std::string(kinds[static_cast<size_t>(home.kind)]);
      if (!home.name.empty()) out += " " + std::string(home.name);
    }
    out += "\n";
  }
  for (const Scope* child : scope.children) print_scope(*child, depth + 1, out);
}

}  // namespace

std::string print(const ScopeTree& tree) {
  std::string out;
  print_scope(*tree.module(), 0, out);
  return out;
}

}  // namespace portalis::semantics
