// Every syntax error of a file, not only the first.
#pragma once

#include <memory>

#include "compiler/syntax/parse.hpp"

namespace portalis {

struct Recovery {
  std::unique_ptr<SourceFile> repaired;  // what `tree` was made of, if not of the file itself
  ast::Module* tree = nullptr;           // null when the file could not be repaired
};

// Parses a whole file. Without errors this is parse_module(). With errors the first one is parse_module()'s, those after
// it are what it would find if the statements before were right; the tree is that of the file with harmless statements
// in the place of the wrong ones. The tree lives in `arena`, which `repaired` must outlive.
Recovery parse_module_with_all_errors(const SourceFile& file, Arena& arena, DiagnosticSink& sink);

}  // namespace portalis
