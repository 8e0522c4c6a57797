// The modules of a program: the main file and everything it imports, transitively.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compiler/driver/layout.hpp"
#include "compiler/ir/ir.hpp"
#include "compiler/source/arena.hpp"
#include "compiler/source/diagnostic.hpp"
#include "compiler/source/source_file.hpp"
#include "compiler/semantics/scope.hpp"
#include "compiler/syntax/ast.hpp"

namespace portalis::driver {

struct LoadedModule {
  std::string name;                            // dotted; "__main__" for the program itself
  std::string path;
  bool is_package = false;
  bool is_library = false;                     // comes with Portalis
  std::unique_ptr<SourceFile> source;
  std::unique_ptr<Arena> arena;                // owns the AST
  ast::Module* tree = nullptr;
  std::unique_ptr<semantics::ScopeTree> scopes;
  std::unique_ptr<ir::Module> ir;
  DiagnosticSink diagnostics;
};

struct ModuleGraph {
  std::set<std::string> left_out;              // goes in: the standard modules that the target does not have
  bool verify_types = false;                   // goes in: the modules check what was inferred of them
  std::vector<LoadedModule> modules;           // [0] is the main module
  std::vector<std::string> native;             // dotted names of native modules the program needs
};

// Loads, parses, analyses and lowers. false: at least one error is among the diagnostics.
bool load_modules(const std::string& main_file, const Layout& layout, ModuleGraph& graph);
// The same for files that are not a program but can import each other: `root` is where their imports start.
bool load_files(const std::string& root, const std::vector<std::string>& files, const Layout& layout, ModuleGraph& graph);
// The same for modules that come with Portalis, by their names: no program imports them.
bool load_library(const std::vector<std::string>& names, const Layout& layout, ModuleGraph& graph);
// The names of all modules in the stdlib folder.
std::vector<std::string> library_modules(const Layout& layout);
std::string render_diagnostics(const ModuleGraph& graph);

}  // namespace portalis::driver
