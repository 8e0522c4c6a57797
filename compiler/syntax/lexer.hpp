// Source text to tokens, all at once. Follows CPython 3.13's tokenizer in what is a token, what is an
// error, the error's words and its position.
//
// The whole stream is made before parsing: lexing Python needs no help from the parser, and the parser
// wants to look ahead and to start over (see parser.hpp).
#pragma once

#include "compiler/source/source_file.hpp"
#include "compiler/syntax/token.hpp"

namespace portalis {

TokenStream lex(const SourceFile& file);

}  // namespace portalis
