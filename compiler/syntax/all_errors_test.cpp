// All syntax errors of a file: the first as parse_module() tells it, the others without consequences of each other.
#include "compiler/syntax/all_errors.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace portalis {
namespace {

struct Parsed {
  std::vector<uint32_t> lines;
  std::vector<std::string> messages;
  bool has_tree = false;
};

Parsed parse_all(const std::string& text) {
  DiagnosticSink sink;
  std::unique_ptr<SourceFile> file = SourceFile::from_bytes("t.py", text, sink);
  Parsed out;
  if (!file) return out;
  Arena arena;
  Recovery recovery = parse_module_with_all_errors(*file, arena, sink);
  out.has_tree = recovery.tree != nullptr;
  for (const Diagnostic& d : sink.diagnostics()) {
    EXPECT_EQ(d.file, file.get());
    out.lines.push_back(d.span.line);
    out.messages.push_back(d.message);
  }
  return out;
}

using Numbers = std::vector<uint32_t>;

// Every kind of block, and statements between them.
constexpr const char* kProgram = R"(import os
from sys import (argv,
                 path)
@decorate
@decorate.more(1)
def function(a, b=1, *c, d, **e):
    """A text
    of two lines."""
    if a:
        pass
    elif b:
        x = 1
    else:
        x = [1,
             2]
    while x:
        break
    else:
        y = 2
    return x
class Class(Base):
    def method(self):
        try:
            risky()
        except ValueError as e:
            raise
        except (TypeError, KeyError):
            pass
        else:
            fine()
        finally:
            done()
        try:
            group()
        except* OSError:
            pass
    async def other(self):
        async with a as b, c:
            await b
        async for x in y:
            continue
for i in range(3):
    with open(i) as f:
        print(f, file=out)
match i:
    case 1 | 2:
        one()
    case [a, *rest] if a:
        two()
    case _:
        three()
last = "text"
)";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string join(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

// The lines at which a statement of one line begins.
Numbers breakable(const std::vector<std::string>& lines) {
  Numbers out;
  for (uint32_t n = 1; n <= lines.size(); ++n) {
    const std::string& line = lines[n - 1];
    if (line.find("\"\"\"") != std::string::npos || n == 2 || n == 3 || n == 14 || n == 15) continue;
    out.push_back(n);
  }
  return out;
}

// "if a:" becomes "if a $ $:", "x = 1" becomes "x = 1 $ $".
void break_line(std::string& line) {
  bool block = line.ends_with(":");
  line = (block ? line.substr(0, line.size() - 1) : line) + " $ $" + (block ? ":" : "");
}

TEST(AllErrors, NoneInAProgramWithoutErrors) {
  Parsed parsed = parse_all(kProgram);
  EXPECT_EQ(parsed.lines, Numbers{});
  EXPECT_TRUE(parsed.has_tree);
}

TEST(AllErrors, OneBrokenStatementIsOneError) {
  std::vector<std::string> good = lines_of(kProgram);
  for (uint32_t n : breakable(good)) {
    std::vector<std::string> lines = good;
    break_line(lines[n - 1]);
    Parsed parsed = parse_all(join(lines));
    EXPECT_EQ(parsed.lines, Numbers{n}) << lines[n - 1];
    EXPECT_TRUE(parsed.has_tree) << lines[n - 1];
  }
}

TEST(AllErrors, EveryBrokenStatementIsTold) {
  std::vector<std::string> good = lines_of(kProgram);
  Numbers all = breakable(good);
  for (uint32_t first : all) {
    for (uint32_t second : all) {
      if (second <= first) continue;
      std::vector<std::string> lines = good;
      break_line(lines[first - 1]);
      break_line(lines[second - 1]);
      EXPECT_EQ(parse_all(join(lines)).lines, (Numbers{first, second})) << lines[first - 1] << " / " << lines[second - 1];
    }
  }
}

TEST(AllErrors, TheFirstIsTheOneThatParsingAloneFinds) {
  for (const char* text :
       {"x = = 1\ny = 'open\n", "f(1,\n  2\nx = 1\ny = = 2\n", "if x\n  y\n", "x = (1\n", "\tx\n  y\n", "def f(:\n  a b\n"}) {
    DiagnosticSink alone, all;
    auto file = SourceFile::from_bytes("t.py", text, alone);
    Arena arena, other;
    EXPECT_EQ(parse_module(*file, arena, alone), nullptr);
    parse_module_with_all_errors(*file, other, all);
    ASSERT_FALSE(all.diagnostics().empty());
    EXPECT_EQ(render(all.diagnostics()[0]), render(alone.diagnostics()[0]));
  }
}

TEST(AllErrors, AnOpenBracketIsNotFollowedByItsConsequences) {
  Parsed parsed = parse_all("a b\nf(1,\n  2,\n\nx = 1\ny = = 2\ndef g():\n  return [1\nz = 1\n");
  EXPECT_EQ(parsed.lines, (Numbers{1, 2, 6, 8}));
  EXPECT_EQ(parsed.messages[1], "'(' was never closed");
  EXPECT_EQ(parsed.messages[3], "'[' was never closed");
  EXPECT_TRUE(parsed.has_tree);
}

TEST(AllErrors, UnterminatedStrings) {
  EXPECT_EQ(parse_all("x = 'a\ny = 1\nz = \"b\nf(1,\n  'c,\n  2)\nlast last\n").lines, (Numbers{1, 3, 5, 7}));
  EXPECT_EQ(parse_all("if x:\n  y = 'a\nelse:\n  z = = 1\n").lines, (Numbers{2, 4}));
  EXPECT_EQ(parse_all("x = '''a\ny = = 1\n").lines, (Numbers{1}));  // all that follows is in the string
}

TEST(AllErrors, MissingAndUnexpectedBlocks) {
  EXPECT_EQ(parse_all("if x:\ny = 1\nelse:\n  z z\nz = = 1\n").lines, (Numbers{2, 4, 5}));
  EXPECT_EQ(parse_all("x = 1\n    y = 2\n    z = = 3\nw = = 4\n").lines, (Numbers{2, 4}));
}

TEST(AllErrors, ATryWithoutItsExceptEndsTheSearch) { EXPECT_EQ(parse_all("try:\n  x\ny = 1\n").lines.size(), 1u); }

TEST(AllErrors, AnEncodingIsBelievedOnce) { EXPECT_EQ(parse_all("# coding: latin-1\nx = = '\xe4'\ny = = 2\n").lines, (Numbers{2, 3})); }

TEST(AllErrors, AFileFullOfErrorsEndsSoon) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "x = = 1\n";
  EXPECT_EQ(parse_all(text).lines.size(), 50u);
}

}  // namespace
}  // namespace portalis
