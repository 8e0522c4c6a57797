// Names and literals on their way into C++, and the shape of a translation unit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <random>
#include <set>

#include "compiler/emission/emission.hpp"
#include "compiler/emission/naming.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::emission {
namespace {

ModuleText units(const std::string& text, const std::string& name = "__main__") {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("dir/t.py", text, sink);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return {"does not parse", {""}};
  auto scopes = semantics::analyze(*tree, *file, sink);
  return emit_module(*lowering::lower(*tree, *scopes, *file, {.name = name}, sink).module, text);
}

std::string emitted(const std::string& text, const std::string& name = "__main__") { return units(text, name).whole(); }

// What a C++ compiler would read from adjacent plain string literals.
std::string unescaped(const std::string& literal) {
  std::string out;
  for (size_t i = 0; i < literal.size(); ++i) {
    if (literal[i] != '"') continue;
    for (++i; literal[i] != '"'; ++i) {
      if (literal[i] != '\\') {
        out += literal[i];
        continue;
      }
      char c = literal[++i];
      if (c >= '0' && c <= '7') {
        int value = 0, digits = 0;
        for (; digits < 3 && literal[i] >= '0' && literal[i] <= '7'; ++digits, ++i) value = value * 8 + (literal[i] - '0');
        --i;
        out += static_cast<char>(value);
      } else {
        out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
      }
    }
  }
  return out;
}

TEST(Literals, StringsComeBackAsTheyWere) {
  std::mt19937 random(1);
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(unescaped(string_literal(all)), all);
  for (const char* tricky : {"", "\"", "\\", "??=", "a\0001", "\x01" "9", "line\nline\n", "R\"(x)\""}) EXPECT_EQ(unescaped(string_literal(tricky)), tricky);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (size_t n = random() % 400; n > 0; --n) text += static_cast<char>(random() % 3 ? 'a' + random() % 26 : random() % 256);
    EXPECT_EQ(unescaped(string_literal(text, 20 + random() % 100)), text);
  }
}

TEST(Literals, RealsComeBackAsTheyWere) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 1000; ++round) {
    uint64_t bits = random();
    double d;
    std::memcpy(&d, &bits, sizeof d);
    if (d != d || d - d != 0) continue;
    std::string text = real_literal(d);
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), d) << text;
    EXPECT_NE(text.find_first_of(".eEpx"), std::string::npos) << text;
  }
  EXPECT_EQ(real_literal(-__builtin_inf()), "-__builtin_inf()");
}

TEST(Names, PythonsNamesDoNotCollideWithCppsOrEachOther) {
  std::set<std::string> seen;
  for (const char* name : {"x", "int", "int_", "class", "namespace", "None_", "Value", "frame", "\xc3\xa9", "u00e9", "template", "and_", "main", "a__b", "a_u_b", "__x", "d__x", "\xe2\x82\xac", "u20ac", "u20ac_"}) {
    std::string out = identifier(name);
    EXPECT_TRUE(seen.insert(out).second) << name << " -> " << out;
    for (char c : out) EXPECT_TRUE(isalnum(static_cast<unsigned char>(c)) || c == '_') << out;
  }
  for (const char* keyword : {"int", "class", "namespace", "template", "co_await", "xor", "Value", "Ref", "INT_MAX", "SIZE_MAX"}) EXPECT_NE(identifier(keyword), keyword);
}

TEST(Names, ModulesHaveSymbolsOfTheirOwn) {
  std::set<std::string> seen;
  for (const char* name : {"a.b", "a_dot_b", "a_b", "a", "_a", "a_", "a__b", "a._b", "a_.b", "ua", "\xc3\xa9", "__main__", "main"}) {
    EXPECT_TRUE(seen.insert(module_symbol(name)).second) << name;
  }
}

TEST(Emission, AModuleIsOneUnitThatIncludesTheContractOnly) {
  std::string text = emitted("import os\ndef greet(name):\n    return 'hello ' + name\nprint(greet('you'))\n");
  EXPECT_EQ(text.find("#include \"abi/program.hpp\""), text.rfind("#include"));
  EXPECT_NE(text.find("// 2: def greet(name):"), std::string::npos);
  EXPECT_NE(text.find("greet"), std::string::npos);
  EXPECT_NE(text.find("const py::CompiledModule " + module_symbol("__main__") + " = "), std::string::npos);
}

// Each function is in one unit, and all units know of it; only the first has what there is once.
TEST(Emission, LongModulesAreSeveralUnits) {
  std::string text = "import os\n";
  for (int i = 0; i < 300; ++i) text += "def f" + std::to_string(i) + "(a, b):\n    return a.x + b.y * 'text' - len(os.name) + f" + std::to_string(299 - i) + "(b, a)\n";
  ModuleText module = units(text);
  ASSERT_GT(module.bodies.size(), 1u);
  auto count = [](const std::string& in, const std::string& what) {
    int n = 0;
    for (size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++n;
    return n;
  };
  size_t shortest = SIZE_MAX, longest = 0;
  for (size_t n = 0; n < module.bodies.size(); ++n) {
    shortest = std::min(shortest, module.bodies[n].size());
    longest = std::max(longest, module.bodies[n].size());
    EXPECT_EQ(count(module.unit(n), "namespace {"), 1);                  // its sites
    EXPECT_EQ(count(module.bodies[n], "AttributeSite sites["), 1);
    EXPECT_EQ(count(module.bodies[n], "Value run_module(Object* new_module) {"), n == 0);
    EXPECT_EQ(count(module.bodies[n], "const SourceText py_source = {"), n == 0);
  }
  EXPECT_LT(longest, 3 * shortest);
  // A line more in the module's own body changes that unit only.
  ModuleText changed = units(text + "added = 'something new'\n");
  ASSERT_EQ(changed.bodies.size(), module.bodies.size());
  EXPECT_EQ(changed.head, module.head);
  EXPECT_NE(changed.bodies[0], module.bodies[0]);
  for (size_t n = 1; n < module.bodies.size(); ++n) EXPECT_EQ(changed.bodies[n], module.bodies[n]);
  for (int i = 0; i < 300; ++i) {
    std::string definition = "Value f_f" + std::to_string(i) + "(Function* py_self, const Value* py_args)";
    EXPECT_EQ(count(module.whole(), definition + " {"), 1);
    EXPECT_EQ(count(module.head, definition + ";"), 1);
  }
  EXPECT_EQ(units("def f(): pass\n").bodies.size(), 1u);
}

TEST(Emission, LongModuleBodiesAreCutBetweenTheirStatements) {
  auto parts = [](const std::string& text) {
    std::string cpp = emitted(text);
    int n = 0;
    while (cpp.find(" module_body_" + std::to_string(n + 1) + "(ActiveFrame& frame) {") != std::string::npos) ++n;
    return n;
  };
  std::string calls;
  for (int i = 0; i < 200; ++i) calls += "f(1, x)\n";
  EXPECT_EQ(parts("f(1, x)\nf(2, x)\n"), 0);
  EXPECT_GT(parts(calls), 3);
  EXPECT_EQ(parts("while x:\n    f(1, x)\n    f(2, x)\n"), 0);
}

TEST(Emission, WhatRunsOnceIsCalledOutOfLine) {
  std::string once = emitted("x = y.z + len(y)\n"), loop = emitted("while y:\n    x = y.z + len(y)\n");
  EXPECT_NE(once.find("once::add("), std::string::npos);
  EXPECT_EQ(once.find("sites["), std::string::npos);
  EXPECT_EQ(loop.find("once::add("), std::string::npos);
  EXPECT_NE(loop.find("sites["), std::string::npos);
  EXPECT_EQ(emitted("def f(y):\n    return y.z + len(y)\n").find("once::add("), std::string::npos);
}

TEST(Emission, AttributesThatAreOnlyLookedIntoAreNotCounted) {
  for (const char* statement : {"return a.b[i]", "return a.b.c", "a.b[i] = c", "a.b.c = c", "return a.b is c"}) {
    EXPECT_NE(emitted(std::string("def f(a, i, c):\n    ") + statement + "\n").find("Peeked t"), std::string::npos) << statement;
  }
  // Other code may run between, or wants a reference of its own.
  for (const char* statement : {"return a.b", "return a.b(i)", "return a.b[i()]", "return i[a.b]", "a.b[i] += c", "for x in a.b: print(x)"}) {
    EXPECT_EQ(emitted(std::string("def f(a, i, c):\n    ") + statement + "\n").find("Peeked t"), std::string::npos) << statement;
  }
}

TEST(Emission, ALocalVariableThatIsReturnedIsHandedOver) {
  EXPECT_NE(emitted("def f(a):\n    x = a()\n    return x\n").find("return x.take()"), std::string::npos);
  EXPECT_NE(emitted("def f(a):\n    return a\n").find("return incref(a)"), std::string::npos);
  EXPECT_EQ(emitted("def f(a):\n    x = a()\n    try:\n        return x\n    finally:\n        print(x)\n").find("x.take()"), std::string::npos);
  EXPECT_EQ(emitted("def f(a):\n    x = a()\n    yield x\n    return x\n").find("x.take()"), std::string::npos);
}

TEST(Emission, TextDependsOnNothingButTheModule) {
  const char* text = "class A:\n    def f(self, *a): return [x for x in a]\nprint(A().f(1, 2.5, 'x', b'y', 10**30))\n";
  EXPECT_EQ(emitted(text), emitted(text));
  EXPECT_NE(emitted(text, "one"), emitted(text, "two"));
}

TEST(Emission, BracesBalance) {
  std::string text = emitted("def f(n):\n    try:\n        for i in range(n):\n            if i: return i\n    finally:\n        print('{')\n    yield n\n");
  std::string code;
  for (size_t i = 0; i < text.size(); ++i) {             // without literals and comments
    if (text.compare(i, 2, "//") == 0) while (text[i] != '\n') ++i;
    if (text[i] == '"') for (++i; text[i] != '"'; ++i) i += text[i] == '\\';
    code += text[i];
  }
  EXPECT_EQ(std::count(code.begin(), code.end(), '{'), std::count(code.begin(), code.end(), '}'));
}

TEST(Emission, MainNamesExactlyTheModulesOfTheProgram) {
  std::string text = emit_main({.compiled = {{"__main__"}, {"a.b"}}, .native = {"sys", "os.path"}});
  for (const char* name : {"__main__", "a.b", "sys", "os.path"}) EXPECT_NE(text.find("&" + std::string(name[0] == 's' || name[0] == 'o' ? "py::native::" : "") + module_symbol(name)), std::string::npos) << name;
  EXPECT_EQ(text.find("math"), std::string::npos);
  EXPECT_NE(text.find("int main(int argc, char** argv)"), std::string::npos);
}

}  // namespace
}  // namespace portalis::emission
