// Which names a program can speak, and that what is no archive of objects is left alone. tests/lang/names and
// tests/targets run programs with something left out.
#include "compiler/driver/left_out.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "compiler/driver/wasm_object.hpp"

namespace portalis::driver {
namespace {

SpokenNames names_of(const std::string& text) {
  namespace fs = std::filesystem;
  std::string pattern = (fs::temp_directory_path() / "portalis_names_XXXXXX").string();
  fs::path folder = mkdtemp(pattern.data());
  std::ofstream(folder / "app.py") << text;
  Layout layout;
  layout.include_directory = PORTALIS_SOURCE_DIRECTORY;
  layout.stdlib_directory = PORTALIS_SOURCE_DIRECTORY "/stdlib";
  ModuleGraph graph;
  EXPECT_TRUE(load_modules(folder / "app.py", layout, graph)) << text;
  fs::remove_all(folder);
  return spoken_names(graph);
}

TEST(SpokenNames, AreAllWordsOfNamesAndLiterals) {
  SpokenNames spoken = names_of("import math as m\nclass C:\n  def f(self, a): return self.b\n"
                                "print(m.sqrt(2), 'x.title and {0.real}', key=1)\nmatch C():\n  case C(inside=3): pass\n");
  EXPECT_FALSE(spoken.all);
  for (const char* name : {"math", "sqrt", "b", "print", "title", "real", "key", "inside"}) EXPECT_TRUE(spoken.names.contains(name)) << name;
  EXPECT_FALSE(spoken.names.contains("casefold"));
}

TEST(SpokenNames, LiteralsMakeNothingUp) {
  for (const char* text : {"getattr(1, 'real')", "'{0.real}'.format(1)", "hasattr(1, 'a' + 'b')", "format(1, '>' + '3')", "f'{1}'",
                           "class C:\n  def format(self): pass", "def vars(): pass"}) {
    EXPECT_FALSE(names_of(text).all) << text;
  }
}

TEST(SpokenNames, SomeProgramsMakeNamesUp) {
  for (const char* text : {"getattr(1, 'a' + input())", "f = getattr", "map(getattr, [1], ['real'])", "x = '{}'\nx.format(1)", "f = str.format",
                           "vars(str)", "str.__dict__", "import operator\noperator.attrgetter('a')", "from operator import methodcaller",
                           "import builtins\nbuiltins.getattr(1, 'x')", "from math import *", "object.__getattribute__(1, 'real')",
                           "def f():\n  if 1:\n    for i in []:\n      while i:\n        try: getattr(i, i)\n        finally: pass"}) {
    EXPECT_TRUE(names_of(text).all) << text;
  }
}

TEST(SpokenNames, CodePagesAreAskedFor) {
  for (const char* text : {"b''.decode('ISO-8859-2')", "open('x', encoding='cp1251')", "def f(e): return ''.encode(e)", "str(b'', input())",
                           "def f(e): return open('x', encoding=e)", "import codecs"}) {
    EXPECT_TRUE(names_of(text).names.contains("code page")) << text;
  }
  for (const char* text : {"''.encode()", "b''.decode('utf-8')", "open('x', encoding='ascii')", "str(b'', 'latin-1')", "str(1)", "''.encode(errors='x')",
                           "import pathlib\npathlib.Path('x').read_text(encoding='utf-8')", "print('my cp1251 file')"}) {
    EXPECT_FALSE(names_of(text).names.contains("code page")) << text;
  }
}

TEST(LeaveOut, OtherFilesAreLeftAlone) {
  for (std::string text : {"", "!<arch>\n", "!<arch>\nshort", "\x7f" "ELF", "text"}) EXPECT_EQ(leave_out(text, {}, {}), text);
  std::string member = "name.o/         0           0     0     644     4         `\nabcd";
  EXPECT_EQ(leave_out("!<arch>\n" + member, {}, {}), "!<arch>\n" + member);
}

TEST(WasmObject, BrokenFilesAreRefused) {
  WasmObject object;
  std::string header("\0asm\1\0\0\0", 8);
  EXPECT_FALSE(object.read(""));
  EXPECT_FALSE(object.read(header));                                       // not for linking
  EXPECT_FALSE(object.read(header + std::string("\x0b\xff\xff\xff\xff\x0f", 6)));   // larger than the file
  EXPECT_TRUE(object.read(header + std::string("\0\x09\x07linking\x02", 11)));
}

}  // namespace
}  // namespace portalis::driver
