// --print=tokens: one token a line, in the columns of `python3 -m tokenize -e`.
#include "compiler/syntax/ast_printer.hpp"
#include "compiler/syntax/lexer.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis {

namespace {

void append_padded(std::string& out, const std::string& text, std::size_t width) {
  out += text;
  if (text.size() < width) out.append(width - text.size(), ' ');
}

std::string place(const Span& span) {
  return std::to_string(span.line) + "," + std::to_string(span.col) + "-" + std::to_string(span.end_line) + "," +
         std::to_string(span.end_col) + ":";
}

}  // namespace

bool dump_tokens(const SourceFile& file, DiagnosticSink& sink, std::string& out) {
  TokenStream stream = lex(file);
  for (const Token& token : stream.tokens) {
    if (token.kind == TokenKind::Error) break;
    append_padded(out, place(token.span), 20);
    append_padded(out, std::string(token_type_name(token.kind)), 15);
    std::string text;
    append_str_repr(text, file.text().substr(token.start, token.end - token.start));
    out += text + "\n";
  }
  if (!stream.failed()) return true;
  sink.add({.code = stream.error.code,
            .file = &file,
            .span = stream.error.span,
            .message = stream.error.message,
            .exception = stream.error.exception});
  return false;
}

}  // namespace portalis
