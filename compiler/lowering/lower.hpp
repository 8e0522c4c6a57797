// The front door of the lowering folder: a parsed and analyzed module in, its IR out.
//
//     auto scopes = semantics::analyze(*tree, file, sink);
//     if (!sink.has_errors()) {
//       lowering::Lowered lowered = lowering::lower(*tree, *scopes, file, {.name = "__main__"}, sink);
//     }
//
// Ownership: the result owns all its text; nothing in it refers to the AST. Errors: what Portalis does not support is a
// diagnostic P03xx. Thread-safety: modules may be lowered in parallel, each with its own sink.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/ir/ir.hpp"
#include "compiler/semantics/scope.hpp"

namespace portalis::lowering {

struct Options {
  std::string name;          // "__main__", "pkg.sub.beta"
  bool is_package = false;   // its file is an __init__.py
  bool coroutines = false;   // async def and its kin can be emitted; else they are diagnosed (P0312)
  bool traced_lines = false; // functions tell a trace function of their lines (sys.settrace)
  bool traced_calls = false; // ... and a profile function of the built-in functions they call (sys.setprofile)
  bool traced() const { return traced_lines || traced_calls; }   // ... of what they return
  bool library = false;      // not the user's own code: what is not supported is a warning and fails when it is run
};

struct Lowered {
  std::unique_ptr<ir::Module> module;
};

Lowered lower(const ast::Module& module, semantics::ScopeTree& scopes, const SourceFile& file, const Options& options,
              DiagnosticSink& sink);

}  // namespace portalis::lowering
