// The parser's two passes, its cursor, and how an error comes to be.
#include "compiler/syntax/parser.hpp"

#include "compiler/syntax/lexer.hpp"
#include "compiler/syntax/parse.hpp"
#include "compiler/syntax/unicode.hpp"

namespace portalis {

ast::Module* parse_module(const SourceFile& file, Arena& arena, DiagnosticSink& sink) {
  TokenStream stream = lex(file);
  Parser parser(file, stream, arena);
  ast::Module* module = parser.parse_file();
  if (module == nullptr) sink.add(parser.error());
  return module;
}

Parser::Parser(const SourceFile& file, const TokenStream& stream, Arena& arena)
    : file_(file),
      stream_(stream),
      arena_(arena),
      text_(file.text().data()),
      begin_(stream.tokens.data()),
      tok_(begin_),
      last_(begin_),
      furthest_(begin_) {}

ast::Module* Parser::parse_file() {
  ast::Module* result = module();
  if (!failed_) return result;
  const Token* furthest = furthest_;
  if (!raised_) {
    failed_ = false;
    depth_ = 0;
    diagnosing_ = true;
    diagnosis_budget_ = 100000 + 10 * static_cast<long>(stream_.tokens.size());
    tried_plain_.assign(stream_.tokens.size(), false);
    tok_ = last_ = begin_;
    module();
  }
  finish_error(furthest);
  return nullptr;
}

// Decides between the parser's error and one the lexer found further down. As in CPython a bad token
// anywhere outranks the parser's complaint, but an unclosed bracket only if it was opened on a line
// before the complaint: the complaint is then most likely its consequence.
void Parser::finish_error(const Token* furthest) {
  if (!raised_) {
    if (furthest->kind == Kind::Indent || furthest->kind == Kind::Dedent) {
      Span span = furthest->span;
      if (span.col > 0) --span.col;
      span.end_line = span.line;
      span.end_col = span.col + 1;
      failed_ = false;
      const char* message = furthest->kind == Kind::Indent ? "unexpected indent" : "unexpected unindent";
      raise("P0105", message, span, "IndentationError");
      return;  // CPython does not look at the rest of the file here
    }
    failed_ = false;
    raise("P0101", "invalid syntax", furthest->span);
  }
  if (!stream_.failed() || at_lexer_error_) return;
  const LexError& lexer = stream_.error;
  if (!lexer.soft) {
    if (!lexer.in_fstring) raise_lexer_error();
  } else if (lexer.bracket != '\0' && furthest_->span.line > lexer.bracket_span.line) {
    raised_ = failed_ = false;
    at_lexer_error_ = true;
    raise("P0104", std::string("'") + lexer.bracket + "' was never closed", lexer.bracket_span);
  }
}

void Parser::raise_lexer_error() {
  raised_ = failed_ = false;
  at_lexer_error_ = true;
  raise(stream_.error.code.c_str(), stream_.error.message, stream_.error.span, stream_.error.exception.c_str());
}

void Parser::fail() {
  if (failed_) return;
  note_furthest(tok_);
  poison();
  if (furthest_->kind == Kind::Error) raise_lexer_error();
}

void Parser::poison() {
  failed_ = true;
  if (tok_ == &poison_) return;
  poison_.kind = Kind::EndMarker;
  poison_.span = tok_->span;
  tok_ = &poison_;
}

void Parser::raise(const char* code, std::string message, Span span, const char* exception) {
  if (failed_) return;
  if (tok_ != &poison_) note_furthest(tok_);
  poison();
  if (furthest_->kind == Kind::Error && !at_lexer_error_) return raise_lexer_error();
  raised_ = true;
  error_ = Diagnostic{.code = code, .file = &file_, .span = span, .message = std::move(message), .exception = exception};
}

void Parser::raise_at_furthest(const char* code, std::string message) {
  if (failed_) return;
  note_furthest(tok_);
  raise(code, std::move(message), furthest_->span);
}

void Parser::raise_starting_from(const char* code, std::string message, Span start) {
  if (failed_) return;
  note_furthest(tok_);
  raise(code, std::move(message), Span::join(start, furthest_->span));
}

void Parser::raise_expected_block(const std::string& after, const Token& keyword) {
  if (failed_) return;
  note_furthest(tok_);
  raise("P0105", "expected an indented block after " + after + " on line " + std::to_string(keyword.span.line), furthest_->span,
        "IndentationError");
}

void Parser::raise_too_deep() { raise("P0113", "too many nested expressions or blocks", tok_->span); }

void Parser::expect_or_raise(Kind kind) {
  if (eat(kind)) return;
  if (at(Kind::Error)) return fail();
  raise_at("P0108", "expected '" + std::string(token_text(kind)) + "'", tok());
}

ast::Identifier Parser::identifier(const Token& token) {
  std::string_view text = text_of(token);
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 128) return arena_.intern(unicode::nfkc(text));
  }
  return arena_.intern(text);
}

ast::Identifier Parser::expect_identifier() {
  if (!at(Kind::Name)) {
    fail();
    return {};
  }
  ast::Identifier name = identifier(tok());
  advance();
  return name;
}

}  // namespace portalis
