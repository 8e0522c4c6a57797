// Scopes and names of a module, as CPython's symtable sees them, and the errors its symbol table and compiler raise.
//
// The one difference from CPython 3.11: list, set and dict comprehensions run in the frame of the function around
// them (as in PEP 709), so a name they share with that function needs no cell. So do generator expressions that a builtin
// function uses up on the spot, as in sum(x for x in y): Scope::in_place. A Scope with inlined() true is such a
// comprehension (or the scope of PEP 695 type parameters); frame() is the function, class or module it runs in.
//
// Ownership: the ScopeTree owns scopes, symbols and mangled names; it refers to the AST and must not outlive it.
// Errors: diagnostics P02xx, one for each mistake, not just the first. Thread-safety: immutable once analyzed.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/source/diagnostic.hpp"
#include "compiler/source/source_file.hpp"
#include "compiler/syntax/ast.hpp"

namespace portalis::semantics {

enum class ScopeKind : std::uint8_t {
  module,
  class_,
  function,
  lambda,
  generator_expression,
  list_comprehension,
  set_comprehension,
  dict_comprehension,
  type_parameters,   // the scope between a generic definition and its surroundings
  lazy_type,         // the value of a type alias, a bound or a default: runs when asked for
};

struct Scope;

// What a scope does with a name.
enum NameUse : std::uint16_t {
  use_read = 1,
  use_bound = 2,          // assigned, imported, deleted, defined, annotated
  use_parameter = 4,
  use_global = 8,         // `global x`
  use_nonlocal = 16,
  use_annotated = 32,
  use_iteration = 64,     // target of a comprehension's for
  use_imported = 128,
  use_type_parameter = 256,
  use_assigned = 512,     // bound by other than an import
};

enum class Reach : std::uint8_t {
  frame,      // a variable of this scope's frame: origin says which
  free,       // a variable of a frame further out: origin says which
  name,       // class body: looked up in the namespace, then globally
  global,
};

struct Symbol {
  std::string_view name;      // mangled
  Scope* scope = nullptr;
  std::uint16_t uses = 0;
  Reach reach = Reach::global;
  Symbol* origin = nullptr;   // frame, free: the symbol of the scope that binds it (itself, perhaps)
  bool captured = false;      // an origin that a frame further in uses: it lives in a cell
  std::uint32_t bindings = 0;    // places of this scope that bind it
  bool rebound_inside = false;   // an origin that a frame further in assigns or deletes
  Span first;                 // where it is first mentioned
};

struct Scope {
  ScopeKind kind = ScopeKind::module;
  std::string_view name;      // of the function or class, else empty
  Scope* parent = nullptr;
  Span span;
  std::vector<Scope*> children;
  std::vector<Symbol*> symbols;                             // in order of appearance
  std::unordered_map<std::string_view, Symbol*> table;
  std::string_view private_class;                           // mangles __names; empty outside classes
  std::vector<Symbol*> free;  // frames only: origins of the free variables, sorted by name
  bool is_async = false;      // async def, or a comprehension that awaits
  bool is_generator = false;  // contains yield
  bool has_star_import = false;
  bool in_place = false;      // a generator expression that the call around it uses up at once
  // A class whose methods mention __class__ or super: the cell they share, apart from the names of its namespace.
  Symbol* class_cell = nullptr;

  bool inlined() const {
    return kind == ScopeKind::list_comprehension || kind == ScopeKind::set_comprehension ||
           kind == ScopeKind::dict_comprehension || kind == ScopeKind::type_parameters || in_place;
  }
  bool is_comprehension() const {
    return kind >= ScopeKind::generator_expression && kind <= ScopeKind::dict_comprehension;
  }
  // What symtable.c calls a function block: its names are fast variables and inner scopes see them.
  bool function_like() const { return kind != ScopeKind::module && kind != ScopeKind::class_; }
  Scope* frame() {
    Scope* s = this;
    while (s->inlined()) s = s->parent;
    return s;
  }
  Symbol* find(std::string_view mangled) const {
    auto it = table.find(mangled);
    return it == table.end() ? nullptr : it->second;
  }
};

class ScopeTree {
 public:
  Scope* module() const { return module_; }

  // The scope that `node` (function, class, lambda, comprehension) opens; for the scope of type parameters the
  // address of the definition's `type_params`.
  Scope* of(const void* node) const {
    auto it = by_node_.find(node);
    return it == by_node_.end() ? nullptr : it->second;
  }

  // `name` as seen inside class `private_class`: __x becomes _Class__x.
  std::string_view mangle(std::string_view private_class, std::string_view name);

  bool future_annotations = false;
  bool fixed_builtins = true;            // builtins are what they are and called unseen: no other attributes, no trace function
  bool traced = false;                   // a trace or profile function may hear of its calls

  // True when nothing in the module can bind the global `name`: no scope assigns, imports or deletes it and there is
  // no star import.
  bool never_bound(std::string_view name) const;

  // True when exactly one statement of the module binds the global `name`, at the module's own level.
  bool bound_once(std::string_view name) const;

  Scope* make_scope(ScopeKind kind, const void* node, Scope* parent, Span span);
  Symbol* make_symbol(Scope* scope, std::string_view mangled, Span first);
  Symbol* make_class_cell(Scope* class_scope);
  const std::deque<Scope>& scopes() const { return scopes_; }

 private:
  Scope* module_ = nullptr;
  std::deque<Scope> scopes_;
  std::deque<Symbol> symbols_;
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::string_view> mangled_;   // "Class\0name" to the mangled name
  std::unordered_map<const void*, Scope*> by_node_;
};

// Builds the scopes of a parsed module and reports what CPython would call a SyntaxError after parsing. The tree is
// complete even then, but only a module without errors may be lowered.
std::unique_ptr<ScopeTree> analyze(const ast::Module& module, const SourceFile& file, DiagnosticSink& sink, bool fixed_builtins = true,
                                   bool traced = false);

// A program of which one module says "builtins" may also give that module other attributes: `builtins.print = ...`, or by a
// text such as "builtins.print".
bool may_change_builtins(std::string_view text);
// False if nothing in the text of a program can set a trace function, which would be told of every line.
bool may_trace(std::string_view text);
// The same for a profile function, which would be told of every call.
bool may_profile(std::string_view text);

// True for the names of CPython 3.11's builtins module.
bool is_builtin_name(std::string_view name);

// One line for each scope and name, nesting as indentation, for `--print=scopes`.
std::string print(const ScopeTree& tree);

}  // namespace portalis::semantics
