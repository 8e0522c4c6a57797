// The modules a file asks for, for the module graph.
#pragma once

#include <string>
#include <vector>

#include "compiler/lowering/lower.hpp"
#include "compiler/syntax/ast.hpp"

namespace portalis::lowering {

// A module that the program may ask for at run time.
struct ImportRequest {
  std::string name;          // absolute and dotted; every package before a dot is imported as well
  Span span;                 // of the statement
  bool optional = false;     // `from a import name` where a.name may as well be an attribute of a
  bool guarded = false;      // in a try statement that catches ImportError: its absence is the program's business
};

// In source order, each name once for each statement. Pure; thread-safe.
std::vector<ImportRequest> find_imports(const ast::Module& module, const Options& options);

// The absolute name of the module that `from` names. Returns the message of the ImportError when the dots lead out of
// the package.
const char* absolute_module_name(const ast::ImportFrom& statement, const Options& options, std::string& name);

}  // namespace portalis::lowering
