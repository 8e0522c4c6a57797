// Recovery by repair.
//
// The problem: the parser stops at the first error, because its words and its place are to be CPython's, which come out
// of how far one whole parse got. The choice: the statement with the error is replaced by one that is certainly right,
// on the same lines, and the file is parsed again; so each further error is told as CPython would tell it if the ones
// before were gone. Rejected: continuing in the middle of the parser's rules, which needs a second notion of where an
// error is, and guesses about the nesting of blocks. A file with errors is small or its errors are few, and parsing is
// quick.
//
// What keeps errors that are only consequences out: a statement that opens a block is replaced by one that opens a
// block, so what is indented below still fits and so do its else or except; each error must lie below all that was
// repaired so far, else the search ends. (Except that the lexer's errors come first wherever they are in the file.)
#include "compiler/syntax/all_errors.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "compiler/syntax/lexer.hpp"
#include "compiler/syntax/parser.hpp"

namespace portalis {
namespace {

constexpr int kMostErrors = 50;

struct Stub {
  std::string_view begins, text;
};
// What stands in for a statement that begins with a keyword.
constexpr std::array<Stub, 16> kStubs = {{{"if", "if 1:"},
                                          {"elif", "elif 1:"},
                                          {"else", "else:"},
                                          {"while", "while 1:"},
                                          {"for", "for _ in ():"},
                                          {"with", "with _:"},
                                          {"try", "try:"},
                                          {"except*", "except* Exception:"},
                                          {"except", "except Exception:"},
                                          {"finally", "finally:"},
                                          {"def", "def _():"},
                                          {"class", "class _:"},
                                          {"async def", "async def _():"},
                                          {"async for", "async for _ in ():"},
                                          {"async with", "async with _:"},
                                          {"@", "@_"}}};

struct Lines {
  uint32_t first = 0, last = 0;    // from 1; first == 0: none
  const Token* bracket = nullptr;  // never closed, so that the end is a guess
};

class Repairer {
 public:
  explicit Repairer(const SourceFile& file) {
    for (uint32_t i = 1; i <= file.line_count(); ++i) lines_.emplace_back(file.line(i));
    // The text is UTF-8 already: a comment that names another encoding must not be believed a second time.
    for (size_t i = 0; file.encoding() != "utf-8" && i < 2 && i < lines_.size(); ++i) {
      if (is_blank(lines_[i])) lines_[i].clear();
    }
  }

  // Is an error there, after the repairs, no consequence of them?
  bool trusts(uint32_t number) const {
    for (const Lines& where : lexer_repairs_) {
      if (where.first <= number && number <= where.last) return false;
    }
    return number > until_;
  }

  std::string text() const {
    std::string out;
    for (const std::string& line : lines_) out += line + "\n";
    return out;
  }

  // An else or except without its statement, most likely because that one's block is what is wrong: made a block of its
  // own, so that the statements in it are still looked at. false: the error is something else.
  bool repair_orphan(const TokenStream& stream, const Diagnostic& error) {
    Lines where = statement_at(stream, error.span.line);
    if (where.first != error.span.line || error.message != "invalid syntax") return false;
    std::string text = line(where.first).substr(indentation(line(where.first)));
    bool orphan = error.span.col == indentation(line(where.first));
    for (std::string_view word : {"elif", "else", "except", "finally"}) {
      if (!orphan || !begins_with_word(text, word)) continue;
      line(where.first).replace(error.span.col, std::string::npos, "if 1:");
      replace(where);
      until_ = where.last;
      return true;
    }
    return false;
  }

  // What to tell of an error that is not the first. Inside a bracket that was never closed, what the parser stumbled
  // over is no mistake.
  Diagnostic restate(const TokenStream& stream, Diagnostic error) {
    Lines where = statement_at(stream, error.span.line);
    if (!where.bracket || is_lexer_error(stream, error)) return error;
    error.code = "P0104";
    error.exception = "SyntaxError";
    error.span = where.bracket->span;
    error.message = "'" + std::string(token_text(where.bracket->kind)) + "' was never closed";
    return error;
  }

  // false: nothing that follows could be trusted.
  bool repair(const TokenStream& stream, const Diagnostic& error) {
    if (error.exception == "TabError" || error.message.starts_with("unterminated triple-quoted")) return false;
    if (error.exception == "IndentationError") return repair_indentation(stream, error);
    Lines where = statement_at(stream, error.span.line);
    if (where.first == 0) return false;
    bool from_lexer = is_lexer_error(stream, error);
    if (from_lexer && error.span.line > where.first) {
      // One line of a longer statement, or of several after an open bracket: this fits between brackets and on its own.
      where = {error.span.line, error.span.line};
      std::string& text = line(error.span.line);
      text = text.substr(0, indentation(text)) + "0,";
    } else {
      replace(where);
    }
    if (from_lexer) lexer_repairs_.push_back(where);
    else until_ = where.last;
    return true;
  }

 private:
  static bool is_lexer_error(const TokenStream& stream, const Diagnostic& error) {
    return stream.failed() && error.message == stream.error.message && error.span == stream.error.span;
  }

  static size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(" \t\f"), line.size()); }
  static bool is_blank(const std::string& line) {
    size_t at = indentation(line);
    return at == line.size() || line[at] == '#';
  }
  std::string& line(uint32_t number) { return lines_[number - 1]; }
  bool exists(uint32_t number) const { return number >= 1 && number <= lines_.size(); }

  // "expected an indented block after 'if' statement on line 3" and "unexpected indent" are local mistakes.
  bool repair_indentation(const TokenStream& stream, const Diagnostic& error) {
    if (error.message.starts_with("expected an indented block")) {
      uint32_t header = static_cast<uint32_t>(std::strtoul(error.message.c_str() + error.message.rfind(' '), nullptr, 10));
      Lines where = statement_at(stream, header);
      if (where.first == 0) return false;
      replace(where);
      until_ = where.last;
      return true;
    }
    if (error.message != "unexpected indent" || !exists(error.span.line)) return false;
    size_t depth = indentation(line(error.span.line));
    uint32_t at = error.span.line;
    for (; exists(at) && (is_blank(line(at)) || indentation(line(at)) >= depth); ++at) line(at).clear();
    until_ = at - 1;
    return true;
  }

  // The lines of the statement that line `number` belongs to. Where brackets or the lexer left its end open, all that
  // is indented further, or closes brackets, counts as part of it.
  Lines statement_at(const TokenStream& stream, uint32_t number) {
    uint32_t first = 0;
    const Token* bracket = nullptr;
    for (const Token& token : stream.tokens) {
      if (token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent) continue;
      bool ends = token.kind == TokenKind::EndMarker || token.kind == TokenKind::Error;
      if (first == 0 && !(ends && token.span.line < number)) first = token.span.line;
      if (token.level == 0) bracket = nullptr;
      else if (!bracket) bracket = &token;
      if (token.kind == TokenKind::Newline) {
        if (first <= number && number <= token.span.line) return {first, token.span.line};
        first = 0;
      }
      if (ends) break;
    }
    if (first == 0 || first > number || !exists(number)) return {};
    return {first, end_of_open(first), bracket};
  }

  uint32_t end_of_open(uint32_t first) {
    uint32_t last = first;
    size_t depth = indentation(line(first));
    for (uint32_t at = last + 1; exists(at); ++at) {
      const std::string& next = line(at);
      if (is_blank(next)) continue;
      bool closes = indentation(next) == depth && std::string_view(")]}").find(next[depth]) != std::string_view::npos;
      if (indentation(next) <= depth && !closes) break;
      last = at;
    }
    return last;
  }

  void replace(Lines where) {
    std::string& head = line(where.first);
    size_t depth = indentation(head);
    uint32_t below = where.last + 1;
    while (exists(below) && is_blank(line(below))) ++below;
    bool block = exists(below) && indentation(line(below)) > depth;
    head = head.substr(0, depth) + stub(head.substr(depth), block, block ? line(below).substr(indentation(line(below))) : "");
    for (uint32_t at = where.first + 1; at <= where.last; ++at) line(at).clear();
  }

  static bool begins_with_word(const std::string& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    char after = text.size() > word.size() ? text[word.size()] : '\0';
    return !(std::isalnum(static_cast<unsigned char>(after)) || after == '_' || static_cast<unsigned char>(after) >= 128) || word == "@";
  }

  static std::string stub(const std::string& text, bool block, const std::string& below) {
    if (block && begins_with_word(text, "match") && begins_with_word(below, "case")) return "match _:";
    if (block && begins_with_word(text, "case")) return "case 0:";
    for (const Stub& known : kStubs) {
      if (!begins_with_word(text, known.begins)) continue;
      return std::string(known.text) + (block || known.begins == "@" ? "" : " pass");
    }
    return block ? "if 1:" : "pass";
  }

  std::vector<std::string> lines_;
  uint32_t until_ = 0;  // the last line changed for an error of the parser
  std::vector<Lines> lexer_repairs_;
};

}  // namespace

Recovery parse_module_with_all_errors(const SourceFile& file, Arena& arena, DiagnosticSink& sink) {
  Recovery result;
  std::unique_ptr<Repairer> repairer;
  for (int errors = 0; errors < kMostErrors; ++errors) {
    const SourceFile& source = result.repaired ? *result.repaired : file;
    TokenStream stream = lex(source);
    Parser parser(source, stream, arena);
    result.tree = parser.parse_file();
    if (result.tree) return result;
    Diagnostic error = parser.error();
    error.file = &file;
    if (!repairer) repairer = std::make_unique<Repairer>(file);
    else if (!repairer->trusts(error.span.line)) return result;
    if (errors == 0 || !repairer->repair_orphan(stream, error)) {
      if (errors > 0) error = repairer->restate(stream, std::move(error));
      sink.add(error);
      if (!repairer->repair(stream, error)) return result;
    }
    DiagnosticSink ignored;
    result.repaired = SourceFile::from_bytes(file.path(), repairer->text(), ignored);
    if (!result.repaired) return result;
  }
  return result;
}

}  // namespace portalis
