// The modules of a program: the main file and everything it imports, transitively.
#pragma once

#include <memory>
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
  std::unique_ptr<SourceFile> source;
  std::unique_ptr<Arena> arena;                // owns the AST
  ast::Module* tree = nullptr;
  std::unique_ptr<semantics::ScopeTree> scopes;
  std::unique_ptr<ir::Module> ir;
  DiagnosticSink diagnostics;
};

struct ModuleGraph {
  std::vector<LoadedModule> modules;           // [0] is the main module
  std::vector<std::string> native;             // dotted names of native modules the program needs
  DiagnosticSink diagnostics;                  // of the graph as a whole (missing imports)
};

// Loads, parses, analyses and lowers. false: at least one error is among the diagnostics.
bool load_modules(const std::string& main_file, const Layout& layout, ModuleGraph& graph);
std::string render_diagnostics(const ModuleGraph& graph);

}  // namespace portalis::driver
