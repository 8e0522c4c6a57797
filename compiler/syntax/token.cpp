// Names and texts of the token kinds, and the recognition of keywords.
#include "compiler/syntax/token.hpp"

#include <array>

namespace portalis {

namespace {

// CPython's names, in the order of PORTALIS_OPERATORS.
constexpr std::string_view kOperatorNames[] = {"LPAR",
                                               "RPAR",
                                               "LSQB",
                                               "RSQB",
                                               "LBRACE",
                                               "RBRACE",
                                               "COLON",
                                               "COMMA",
                                               "SEMI",
                                               "PLUS",
                                               "MINUS",
                                               "STAR",
                                               "SLASH",
                                               "VBAR",
                                               "AMPER",
                                               "LESS",
                                               "GREATER",
                                               "EQUAL",
                                               "DOT",
                                               "PERCENT",
                                               "EQEQUAL",
                                               "NOTEQUAL",
                                               "LESSEQUAL",
                                               "GREATEREQUAL",
                                               "TILDE",
                                               "CIRCUMFLEX",
                                               "LEFTSHIFT",
                                               "RIGHTSHIFT",
                                               "DOUBLESTAR",
                                               "PLUSEQUAL",
                                               "MINEQUAL",
                                               "STAREQUAL",
                                               "SLASHEQUAL",
                                               "PERCENTEQUAL",
                                               "AMPEREQUAL",
                                               "VBAREQUAL",
                                               "CIRCUMFLEXEQUAL",
                                               "LEFTSHIFTEQUAL",
                                               "RIGHTSHIFTEQUAL",
                                               "DOUBLESTAREQUAL",
                                               "DOUBLESLASH",
                                               "DOUBLESLASHEQUAL",
                                               "AT",
                                               "ATEQUAL",
                                               "RARROW",
                                               "ELLIPSIS",
                                               "COLONEQUAL",
                                               "EXCLAMATION"};

constexpr std::string_view kTexts[] = {"",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "",
#define X(name, text) text,
                                       PORTALIS_OPERATORS(X) PORTALIS_KEYWORDS(X)
#undef X
};

constexpr int kFirstKeyword = static_cast<int>(TokenKind::KwFalse);
constexpr int kKeywordCount = static_cast<int>(TokenKind::KwYield) - kFirstKeyword + 1;

constexpr unsigned keyword_hash(std::string_view text) {
  unsigned first = static_cast<unsigned char>(text[0]);
  unsigned second = static_cast<unsigned char>(text[1]);
  unsigned last = static_cast<unsigned char>(text.back());
  return (first * 7 + second * 13 + last * 31 + static_cast<unsigned>(text.size()) * 3) & 255;
}

// Open addressing over 256 slots; 0 is an empty slot.
constexpr std::array<std::uint8_t, 256> make_keyword_table() {
  std::array<std::uint8_t, 256> table{};
  for (int i = 0; i < kKeywordCount; ++i) {
    unsigned at = keyword_hash(kTexts[kFirstKeyword + i]);
    while (table[at] != 0) at = (at + 1) & 255;
    table[at] = static_cast<std::uint8_t>(kFirstKeyword + i);
  }
  return table;
}

constexpr std::array<std::uint8_t, 256> kKeywordTable = make_keyword_table();

}  // namespace

std::string_view token_text(TokenKind kind) { return kTexts[static_cast<int>(kind)]; }

std::string_view token_type_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::EndMarker: return "ENDMARKER";
    case TokenKind::Newline: return "NEWLINE";
    case TokenKind::Indent: return "INDENT";
    case TokenKind::Dedent: return "DEDENT";
    case TokenKind::Name: return "NAME";
    case TokenKind::Number: return "NUMBER";
    case TokenKind::String: return "STRING";
    case TokenKind::FStringStart: return "FSTRING_START";
    case TokenKind::FStringMiddle: return "FSTRING_MIDDLE";
    case TokenKind::FStringEnd: return "FSTRING_END";
    case TokenKind::Unknown: return "OP";
    case TokenKind::Error: return "ERRORTOKEN";
    default: break;
  }
  if (is_keyword(kind)) return "NAME";
  return kOperatorNames[static_cast<int>(kind) - static_cast<int>(TokenKind::LPar)];
}

TokenKind keyword_kind(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return TokenKind::Name;
  for (unsigned at = keyword_hash(text); kKeywordTable[at] != 0; at = (at + 1) & 255) {
    if (kTexts[kKeywordTable[at]] == text) return static_cast<TokenKind>(kKeywordTable[at]);
  }
  return TokenKind::Name;
}

}  // namespace portalis
