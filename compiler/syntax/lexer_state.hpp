// The lexer's state, shared by its parts: lexer.cpp (lines, names, operators), lexer_number.cpp,
// lexer_string.cpp (strings and the text of f-strings). Private to them.
#pragma once

#include <string>
#include <vector>

#include "compiler/source/source_file.hpp"
#include "compiler/syntax/token.hpp"

namespace portalis {

class Lexer {
 public:
  explicit Lexer(const SourceFile& file);
  TokenStream run();

 private:
  // Limits of CPython's tokenizer, kept because its messages name them.
  static constexpr std::size_t kMaxBrackets = 200;
  static constexpr std::size_t kMaxIndents = 100;
  static constexpr std::size_t kMaxFStrings = 150;
  static constexpr int kMaxFStringExpressions = 3;

  struct Bracket {
    char opener;
    std::uint32_t line, col;
  };

  // One f-string that is being read. The text of PEP 701's f-strings is a language of its own, so
  // the lexer alternates: in_text reads literal text up to a brace, otherwise ordinary tokens.
  struct FString {
    char quote;
    int quote_size;
    bool raw;
    bool in_text = true;
    bool in_format_spec = false;
    int brackets = 0;           // brackets open inside this f-string
    int expression_depth = -1;  // nesting of replacement fields; -1: in the literal text
    Span start;                 // of the prefix and quote
  };

  struct Indent {
    int column;      // tabs go to multiples of eight
    int alt_column;  // tabs count as one: if the two disagree, indentation is ambiguous
  };

  // -- the lines and tokens (lexer.cpp); every step returns false once an error is recorded
  bool next();
  bool line_start();
  bool indentation(int column, int alt_column);
  bool continuation_line();
  bool name_or_prefixed_string();
  bool check_identifier(const char* begin, const char* end);
  bool operator_token();
  bool open_bracket(char c);
  bool close_bracket(char c);
  bool end_of_file();

  // -- lexer_number.cpp
  bool number();
  bool digits_tail(const char* kind, bool (*is_digit)(char));
  bool radix_number(const char* kind, bool (*is_digit)(char));
  bool decimal_number();
  bool fraction();
  bool exponent_or_suffix();
  bool check_number_end(const char* kind);
  bool looking_at(const char* text) const;

  // -- lexer_string.cpp
  bool string_literal();
  bool fstring_start(bool raw);
  bool fstring_text();
  bool begin_replacement_field();
  bool fstring_middle();
  bool unterminated_fstring(bool triple);

  void newline_passed() {
    ++line_;
    line_begin_ = at_;
  }
  std::uint32_t column(const char* p) const { return static_cast<std::uint32_t>(p - line_begin_); }
  void begin_token() {
    start_ = at_;
    start_line_ = line_;
    start_col_ = column(at_);
  }
  void emit(TokenKind kind, const char* end);
  void emit(TokenKind kind) { emit(kind, at_); }

  bool fail(std::string code, std::string message, Span span, std::string exception = "SyntaxError");
  // An error that yields to one the parser finds before it.
  bool fail_softly(std::string code, std::string message, Span span, std::string exception = "SyntaxError");
  // As CPython: the caret stands on the last character that was read.
  bool fail_here(std::string code, std::string message);

  bool in_fstring() const { return !fstrings_.empty(); }

  const SourceFile& file_;
  const char* text_;
  const char* at_;
  const char* end_;
  const char* line_begin_;
  std::uint32_t line_ = 1;

  const char* start_ = nullptr;
  std::uint32_t start_line_ = 1;
  std::uint32_t start_col_ = 0;

  bool at_line_start_ = true;
  bool blank_line_ = false;
  std::vector<Indent> indents_;
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
  TokenStream stream_;
};

inline bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_identifier_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_decimal_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 128;
}

}  // namespace portalis
