// Decoding, the line table, the arena and the two ways a diagnostic is printed.
#include <gtest/gtest.h>

#include "compiler/source/arena.hpp"
#include "compiler/source/decoding.hpp"
#include "compiler/source/diagnostic.hpp"
#include "compiler/source/source_file.hpp"

namespace portalis {
namespace {

TEST(SourceFile, LinesWithoutTheirNewlines) {
  DiagnosticSink sink;
  auto file = SourceFile::from_bytes("a.py", "one\r\ntwo\rthree", sink);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->text(), "one\ntwo\nthree\n");
  EXPECT_EQ(file->line_count(), 3u);
  EXPECT_EQ(file->line(2), "two");
  EXPECT_EQ(file->line(3), "three");
  EXPECT_EQ(file->line(4), "");
  EXPECT_FALSE(file->ended_in_newline());
}

TEST(SourceFile, EmptyAndMissingAndDirectory) {
  DiagnosticSink sink;
  auto empty = SourceFile::from_bytes("a.py", "", sink);
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->line_count(), 0u);
  EXPECT_FALSE(SourceFile::load("/nonexistent/x.py", sink));
  EXPECT_FALSE(SourceFile::load("/", sink));
  ASSERT_EQ(sink.error_count(), 2u);
  EXPECT_EQ(sink.diagnostics()[0].code, "P0116");
  EXPECT_EQ(sink.diagnostics()[1].message, "can't open file '/': Is a directory");
}

TEST(Decoding, DeclaredEncodings) {
  EXPECT_EQ(decode_source("# -*- coding: latin-1 -*-\nx = '\xe9'\n", "f").text, "# -*- coding: latin-1 -*-\nx = '\xc3\xa9'\n");
  EXPECT_EQ(decode_source("#!/bin/x\n# vim: set fileencoding=cp1251 :\n'\xe0'\n", "f").text,
            "#!/bin/x\n# vim: set fileencoding=cp1251 :\n'\xd0\xb0'\n");
  EXPECT_EQ(decode_source("\xef\xbb\xbfx\n", "f").text, "x\n");
}

TEST(Decoding, Errors) {
  EXPECT_EQ(decode_source("x = '\xe9'\n", "f.py").error,
            "Non-UTF-8 code starting with '\\xe9' in file f.py on line 1, but no encoding declared; "
            "see https://peps.python.org/pep-0263/ for details");
  EXPECT_EQ(decode_source("\n# coding: nonsense\n", "f").error, "encoding problem: nonsense");
  EXPECT_EQ(decode_source("\xef\xbb\xbf# coding: latin-1\n", "f").error, "encoding problem: iso-8859-1 with BOM");
  EXPECT_EQ(decode_source(std::string_view("a\0b", 3), "f").error, "source code cannot contain null bytes");
}

TEST(SourceFile, UndecodableIsADiagnosticOfItsPath) {
  DiagnosticSink sink;
  EXPECT_FALSE(SourceFile::from_bytes("f.py", "# coding: utf-8\n'\xe9'\n", sink));
  ASSERT_EQ(sink.error_count(), 1u);
  EXPECT_EQ(sink.diagnostics()[0].code, "P0114");
  EXPECT_EQ(render(sink.diagnostics()[0], {.show_code = false}),
            "  File \"f.py\", line 2\nSyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xe9 "
            "in position 17: invalid continuation byte\n");
}

TEST(Decoding, InvalidUtf8IsFoundWhereItStarts) {
  EXPECT_EQ(find_invalid_utf8("abc\xf0\x9f\x98\x80 done, long enough"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("ab\xc0\x80"), 2u);
  EXPECT_EQ(find_invalid_utf8("ab\xed\xa0\x80"), 2u);
  EXPECT_EQ(find_invalid_utf8("ab\xe2\x82"), 2u);
}

TEST(Arena, InternsEqualTextsToOnePointer) {
  Arena arena;
  auto a = arena.intern("spam");
  for (int i = 0; i < 2000; ++i) arena.intern("name" + std::to_string(i));
  EXPECT_EQ(arena.intern(std::string("sp") + "am").data(), a.data());
  EXPECT_NE(arena.intern("eggs").data(), a.data());
  char* large = arena.make_array<char>(3 << 20);
  large[(3 << 20) - 1] = 'x';
  EXPECT_GE(arena.bytes_used(), std::size_t(3 << 20));
}

TEST(Diagnostic, PrintsLikeCPythonWhenItIsAnException) {
  DiagnosticSink sink;
  auto file = SourceFile::from_bytes("x.py", "\n\tx = = 1\n", sink);
  Diagnostic d{.code = "P0101", .file = file.get(), .span = {2, 5, 2, 6}, .message = "invalid syntax", .exception = "SyntaxError"};
  EXPECT_EQ(render(d, {.show_code = false}), "  File \"x.py\", line 2\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n");
}

TEST(Diagnostic, PrintsItsOwnWay) {
  DiagnosticSink sink;
  auto file = SourceFile::from_bytes("x.py", "h\xc3\xa9llo + w\n", sink);
  Diagnostic d{.code = "P0200", .file = file.get(), .span = {1, 7, 1, 10}, .message = "what is this", .help = "nothing"};
  EXPECT_EQ(render(d), "x.py:1:8: error[P0200]: what is this\n    h\xc3\xa9llo + w\n          ^^^\n  help: nothing\n");
}

}  // namespace
}  // namespace portalis
