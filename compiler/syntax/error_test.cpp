// SyntaxErrors in CPython's words, one for each kind of diagnosis, and how they are printed. The words
// are compared with CPython's own on many more programs by tests/syntax/error_conformance.py.
#include <gtest/gtest.h>

#include "compiler/syntax/parse.hpp"

namespace portalis {
namespace {

struct Case {
  const char* source;
  const char* error;  // "line:col code exception: message", columns from 0
};

std::string error_of(const std::string& source) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", source, sink);
  if (parse_module(*file, arena, sink) != nullptr) return "no error";
  EXPECT_EQ(sink.error_count(), 1u);
  const Diagnostic& d = sink.diagnostics()[0];
  return std::to_string(d.span.line) + ":" + std::to_string(d.span.col) + " " + d.code + " " + d.exception + ": " + d.message;
}

constexpr Case kCases[] = {
    {"x = = 1", "1:4 P0101 SyntaxError: invalid syntax"},
    {"f(a b)", "1:2 P0101 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
    {"(a if b)", "1:1 P0101 SyntaxError: expected 'else' after 'if' expression"},
    {"a + not b", "1:4 P0101 SyntaxError: 'not' after an operator must be parenthesized"},
    {"x = \\ y", "1:5 P0102 SyntaxError: unexpected character after line continuation character"},
    {"x = 'abc", "1:4 P0103 SyntaxError: unterminated string literal (detected at line 1)"},
    {"x = (1,\ny = 2\n", "1:4 P0104 SyntaxError: '(' was never closed"},
    {"def f():\nx", "2:0 P0105 IndentationError: expected an indented block after function definition on line 1"},
    {"  x", "1:1 P0105 IndentationError: unexpected indent"},
    {"if x:\n  a\n b", "3:2 P0105 IndentationError: unindent does not match any outer indentation level"},
    {"if 1:\n\ta\n        b", "3:0 P0106 TabError: inconsistent use of tabs and spaces in indentation"},
    {"if x = 1: pass", "1:3 P0107 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
    {"f() = 1", "1:0 P0107 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
    {"None = 1", "1:0 P0107 SyntaxError: cannot assign to None"},
    {"del f()", "1:4 P0107 SyntaxError: cannot delete function call"},
    {"(a, b) += 1", "1:0 P0107 SyntaxError: 'tuple' is an illegal expression for augmented assignment"},
    {"if x\n  pass", "1:4 P0108 SyntaxError: expected ':'"},
    {"def f: pass", "1:5 P0108 SyntaxError: expected '('"},
    {"{1: 2, 3}", "1:7 P0108 SyntaxError: ':' expected after dictionary key"},
    {"1a", "1:0 P0109 SyntaxError: invalid decimal literal"},
    {"'\\x1'", "1:0 P0110 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"},
    {"b'a' 'b'", "1:8 P0110 SyntaxError: cannot mix bytes and nonbytes literals"},
    {"f'{}'", "1:3 P0111 SyntaxError: f-string: valid expression required before '}'"},
    {"f'{a!x}'", "1:5 P0111 SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"},
    {"f(a=1, 2)", "1:8 P0112 SyntaxError: positional argument follows keyword argument"},
    {"f(x for x in y, 1)", "1:2 P0112 SyntaxError: Generator expression must be parenthesized"},
    {"def f(a=1, b): pass", "1:11 P0112 SyntaxError: parameter without a default follows parameter with a default"},
    {"lambda *: 1", "1:8 P0112 SyntaxError: named arguments must follow bare *"},
    {"match x:\n case a as _: pass", "2:11 P0115 SyntaxError: cannot use '_' as a target"},
    {"print 'x'", "1:0 P0117 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
    {"import a from b", "1:0 P0118 SyntaxError: Did you mean to use 'from ... import ...' instead?"},
    {"[x for x y]", "1:9 P0119 SyntaxError: 'in' expected after for-loop variables"},
    {"[*a for a in b]", "1:1 P0119 SyntaxError: iterable unpacking cannot be used in comprehension"},
    {"try: pass\nx", "2:0 P0120 SyntaxError: expected 'except' or 'finally' block"},
    {"try: pass\nexcept a, b: pass", "2:7 P0120 SyntaxError: multiple exception types must be parenthesized"},
    {"def f[](): pass", "1:6 P0121 SyntaxError: Type parameter list cannot be empty"},
};

class SyntaxErrors : public testing::TestWithParam<Case> {};

TEST_P(SyntaxErrors, SayWhatCPythonSays) { EXPECT_EQ(error_of(GetParam().source), GetParam().error); }

INSTANTIATE_TEST_SUITE_P(All, SyntaxErrors, testing::ValuesIn(kCases));

TEST(SyntaxError, PrintsLikeCPython) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("x.py", "def f():\n    return f(a b)\n", sink);
  ASSERT_EQ(parse_module(*file, arena, sink), nullptr);
  EXPECT_EQ(render(sink.diagnostics()[0], {.show_code = false}),
            "  File \"x.py\", line 2\n    return f(a b)\n             ^^^\n"
            "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
}

TEST(SyntaxError, NestingHasALimit) {
  EXPECT_EQ(error_of(std::string(201, '(')), "1:200 P0113 SyntaxError: too many nested parentheses");
  EXPECT_EQ(error_of("x = " + std::string(3000, '-') + "1"), "1:2003 P0113 SyntaxError: too many nested expressions or blocks");
}

// A bad token further down outranks the parser's complaint, as in CPython.
TEST(SyntaxError, TheLexersErrorComesFirst) {
  EXPECT_EQ(error_of("x = = 1\ny = 'abc\n"), "2:4 P0103 SyntaxError: unterminated string literal (detected at line 2)");
}

}  // namespace
}  // namespace portalis
