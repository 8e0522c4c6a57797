// Tokens: kinds, texts, positions, and the errors that stop the lexer.
#include "compiler/syntax/lexer.hpp"

#include <gtest/gtest.h>

#include "compiler/source/diagnostic.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis {
namespace {

// "NAME:x EQUAL:= ..." without the final NEWLINE and ENDMARKER.
std::string tokens(const std::string& source) {
  DiagnosticSink sink;
  auto file = SourceFile::from_bytes("t.py", source, sink);
  TokenStream stream = lex(*file);
  std::string out;
  for (const Token& token : stream.tokens) {
    if (token.kind == TokenKind::Newline || token.kind == TokenKind::EndMarker) continue;
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::Error) return out + "!" + stream.error.message;
    out += std::string(token_type_name(token.kind)) + ":" + std::string(file->text().substr(token.start, token.end - token.start));
  }
  return out;
}

TEST(Lexer, OperatorsTakeTheLongestMatch) {
  EXPECT_EQ(tokens("a**=b//=c>>=d->e:=f...g!=h<>i"),
            "NAME:a DOUBLESTAREQUAL:**= NAME:b DOUBLESLASHEQUAL://= NAME:c RIGHTSHIFTEQUAL:>>= "
            "NAME:d RARROW:-> NAME:e COLONEQUAL::= NAME:f ELLIPSIS:... NAME:g NOTEQUAL:!= NAME:h "
            "NOTEQUAL:<> NAME:i");
}

TEST(Lexer, EveryKeywordIsKnown) {
  for (const char* word : {"False", "None", "True", "and", "async", "await", "nonlocal", "yield", "is"})
    EXPECT_TRUE(is_keyword(keyword_kind(word))) << word;
  for (const char* word : {"match", "case", "type", "_", "print", "Non", "fals", "yields", "x"})
    EXPECT_EQ(keyword_kind(word), TokenKind::Name) << word;
}

TEST(Lexer, Numbers) {
  EXPECT_EQ(tokens("0x_fF 0b1_0 0o17 1_000 1.5e-3j .5 1. 00 1if x"),
            "NUMBER:0x_fF NUMBER:0b1_0 NUMBER:0o17 NUMBER:1_000 NUMBER:1.5e-3j NUMBER:.5 NUMBER:1. "
            "NUMBER:00 NUMBER:1 NAME:if NAME:x");
  EXPECT_EQ(tokens("1a"), "!invalid decimal literal");
  EXPECT_EQ(tokens("0o8"), "!invalid digit '8' in octal literal");
  EXPECT_EQ(tokens("012"),
            "!leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
            "octal integers");
}

TEST(Lexer, IndentationAndContinuedLines) {
  EXPECT_EQ(tokens("if x:\n  a\n\n# c\n  b \\\n  + c\n"), "NAME:if NAME:x COLON:: INDENT: NAME:a NAME:b PLUS:+ NAME:c DEDENT:");
  EXPECT_EQ(tokens("(a,\n b)"), "LPAR:( NAME:a COMMA:, NAME:b RPAR:)");
  EXPECT_EQ(tokens("if x:\n    a\n  b"), "NAME:if NAME:x COLON:: INDENT: NAME:a !unindent does not match any outer indentation level");
  EXPECT_EQ(tokens("if x:\n\ta\n        b"), "NAME:if NAME:x COLON:: INDENT: NAME:a !inconsistent use of tabs and spaces in indentation");
}

TEST(Lexer, FStringsNestAndReuseQuotes) {
  EXPECT_EQ(tokens("f'a{{{x!r:>{w}}b'"),
            "FSTRING_START:f' FSTRING_MIDDLE:a{ LBRACE:{ NAME:x EXCLAMATION:! NAME:r COLON:: "
            "FSTRING_MIDDLE:> LBRACE:{ NAME:w RBRACE:} FSTRING_MIDDLE: RBRACE:} FSTRING_MIDDLE:b "
            "FSTRING_END:'");
  EXPECT_EQ(tokens("f'{'x'}'"), "FSTRING_START:f' LBRACE:{ STRING:'x' RBRACE:} FSTRING_END:'");
  EXPECT_EQ(tokens("f'}'"), "FSTRING_START:f' FSTRING_MIDDLE: !f-string: single '}' is not allowed");
}

TEST(Lexer, StringsAndTheirErrors) {
  EXPECT_EQ(tokens("rb'\\'' '''a\nb'''"), "STRING:rb'\\'' STRING:'''a\nb'''");
  EXPECT_EQ(tokens("'abc"), "!unterminated string literal (detected at line 1)");
  EXPECT_EQ(tokens("'''a\nb"), "!unterminated triple-quoted string literal (detected at line 2)");
  EXPECT_EQ(tokens("f'a"), "FSTRING_START:f' !unterminated f-string literal (detected at line 1)");
}

TEST(Lexer, Brackets) {
  EXPECT_EQ(tokens("(]"), "LPAR:( !closing parenthesis ']' does not match opening parenthesis '('");
  EXPECT_EQ(tokens(")"), "!unmatched ')'");
  EXPECT_EQ(tokens("("), "LPAR:( !'(' was never closed");
  EXPECT_NE(tokens(std::string(201, '(')).find("!too many nested parentheses"), std::string::npos);
}

TEST(Lexer, IdentifiersBeyondAscii) {
  EXPECT_EQ(tokens("h\xc3\xa9llo \xe5\x8f\x98"), "NAME:h\xc3\xa9llo NAME:\xe5\x8f\x98");
  EXPECT_EQ(tokens("x = \xe2\x82\xac"), "NAME:x EQUAL:= !invalid character '\xe2\x82\xac' (U+20AC)");
  EXPECT_EQ(tokens("x\xc2\xa0"), "!invalid non-printable character U+00A0");
}

TEST(Lexer, PrintedAsTokenizeDoes) {
  DiagnosticSink sink;
  auto file = SourceFile::from_bytes("t.py", "x = 'a'\n", sink);
  std::string out;
  ASSERT_TRUE(dump_tokens(*file, sink, out));
  EXPECT_EQ(out.substr(0, out.find('\n')), "1,0-1,1:            NAME           'x'");
}

}  // namespace
}  // namespace portalis
