// Tokens as CPython 3.13's tokenizer makes them (PEP 701 f-string tokens included), without comments
// and blank lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/source/span.hpp"

namespace portalis {

// One X(Name, text) per operator and per keyword keeps the enum and the texts together.
// clang-format off
#define PORTALIS_OPERATORS(X)                                                                       \
  X(LPar, "(") X(RPar, ")") X(LSqb, "[") X(RSqb, "]") X(LBrace, "{") X(RBrace, "}")                 \
  X(Colon, ":") X(Comma, ",") X(Semi, ";") X(Plus, "+") X(Minus, "-") X(Star, "*")                  \
  X(Slash, "/") X(VBar, "|") X(Amper, "&") X(Less, "<") X(Greater, ">") X(Equal, "=")               \
  X(Dot, ".") X(Percent, "%") X(EqEqual, "==") X(NotEqual, "!=") X(LessEqual, "<=")                 \
  X(GreaterEqual, ">=") X(Tilde, "~") X(Circumflex, "^") X(LeftShift, "<<")                         \
  X(RightShift, ">>") X(DoubleStar, "**") X(PlusEqual, "+=") X(MinEqual, "-=")                      \
  X(StarEqual, "*=") X(SlashEqual, "/=") X(PercentEqual, "%=") X(AmperEqual, "&=")                  \
  X(VBarEqual, "|=") X(CircumflexEqual, "^=") X(LeftShiftEqual, "<<=")                              \
  X(RightShiftEqual, ">>=") X(DoubleStarEqual, "**=") X(DoubleSlash, "//")                          \
  X(DoubleSlashEqual, "//=") X(At, "@") X(AtEqual, "@=") X(RArrow, "->") X(Ellipsis, "...")         \
  X(ColonEqual, ":=") X(Exclamation, "!")

#define PORTALIS_KEYWORDS(X)                                                                        \
  X(KwFalse, "False") X(KwNone, "None") X(KwTrue, "True") X(KwAnd, "and") X(KwAs, "as")             \
  X(KwAssert, "assert") X(KwAsync, "async") X(KwAwait, "await") X(KwBreak, "break")                 \
  X(KwClass, "class") X(KwContinue, "continue") X(KwDef, "def") X(KwDel, "del")                     \
  X(KwElif, "elif") X(KwElse, "else") X(KwExcept, "except") X(KwFinally, "finally")                 \
  X(KwFor, "for") X(KwFrom, "from") X(KwGlobal, "global") X(KwIf, "if") X(KwImport, "import")       \
  X(KwIn, "in") X(KwIs, "is") X(KwLambda, "lambda") X(KwNonlocal, "nonlocal") X(KwNot, "not")       \
  X(KwOr, "or") X(KwPass, "pass") X(KwRaise, "raise") X(KwReturn, "return") X(KwTry, "try")         \
  X(KwWhile, "while") X(KwWith, "with") X(KwYield, "yield")
// clang-format on

enum class TokenKind : std::uint8_t {
  EndMarker,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  FStringStart,
  FStringMiddle,
  FStringEnd,
  Unknown,  // a character no token begins with ('$', '?', '`'), left for the parser to refuse
  Error,
#define X(name, text) name,
  PORTALIS_OPERATORS(X) PORTALIS_KEYWORDS(X)
#undef X
};

constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::KwFalse; }

struct Token {
  TokenKind kind = TokenKind::EndMarker;
  std::uint16_t level = 0;  // open brackets after this token
  std::uint32_t start = 0;  // offsets in the file's text
  std::uint32_t end = 0;
  Span span;  // of an f-string's middle part: what CPython says, see lexer_fstring.cpp
};

// What stopped the lexer: a SyntaxError in the making. The parser decides whether it is told, since
// an error of the parser further up in the file may come first.
struct LexError {
  std::string code;
  std::string exception = "SyntaxError";
  std::string message;
  Span span;
  bool soft = false;        // a mistake the parser finds earlier in the file is told instead
  bool in_fstring = false;  // the same, because it may be the consequence of that mistake
  // The innermost bracket open where the lexer stopped; line 0 if there is none.
  char bracket = '\0';
  Span bracket_span;
};

// All tokens of a file. The last one is EndMarker, or Error when lexing stopped at `error`.
struct TokenStream {
  std::vector<Token> tokens;
  LexError error;

  bool failed() const { return tokens.back().kind == TokenKind::Error; }
};

// "NAME", "LPAR", "FSTRING_START" ...: CPython's name of the token's type; keywords are NAME.
std::string_view token_type_name(TokenKind kind);

// The text of an operator or keyword, empty for other kinds.
std::string_view token_text(TokenKind kind);

// The kind of the keyword `text`, or Name.
TokenKind keyword_kind(std::string_view text);

}  // namespace portalis
