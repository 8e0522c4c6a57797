// The front door of the syntax folder: source text in, tree or diagnostics out.
#pragma once

#include <string>

#include "compiler/source/arena.hpp"
#include "compiler/source/diagnostic.hpp"
#include "compiler/source/source_file.hpp"
#include "compiler/syntax/ast.hpp"

namespace portalis {

// Parses a whole file. The tree lives in `arena`. Null when the file is not Python: then exactly
// one error, the one CPython would raise, has been added to `sink`.
ast::Module* parse_module(const SourceFile& file, Arena& arena, DiagnosticSink& sink);

// The text of CPython 3.13's ast.dump(tree, include_attributes=True).
std::string dump_ast(const ast::Module& module);

// Appends one line for each token, in the columns of `python3 -m tokenize -e` (positions, type, text).
// False after an error, which is added to `sink`; the tokens before it are in `out`.
bool dump_tokens(const SourceFile& file, DiagnosticSink& sink, std::string& out);

}  // namespace portalis
