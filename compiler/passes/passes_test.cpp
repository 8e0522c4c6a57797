// Which locals are held as unboxed numbers, and that the IR stays sound.
#include <gtest/gtest.h>

#include "compiler/ir/print.hpp"
#include "compiler/ir/verify.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::passes {
namespace {

std::unique_ptr<ir::Module> lowered(const std::string& text) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", text, sink);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return nullptr;
  auto scopes = semantics::analyze(*tree, *file, sink);
  return lowering::lower(*tree, *scopes, *file, {.name = "__main__"}, sink).module;
}

// The locals of function f that are numbers.
std::string numbers_in(const std::string& text) {
  std::unique_ptr<ir::Module> module = lowered(text);
  if (!module) return "does not parse";
  choose_numbers(*module);
  EXPECT_EQ(ir::verify(*module), std::vector<std::string>{}) << ir::print(*module);
  std::string out;
  for (const auto& f : module->functions) {
    if (f->codes[0].name != "f") continue;
    for (const ir::Variable& v : f->variables) {
      if (v.rep == ir::Rep::number) out += (out.empty() ? "" : " ") + v.name;
    }
  }
  return out;
}

TEST(Numbers, FloatLoopsAreUnboxed) {
  EXPECT_EQ(numbers_in("def f(n):\n    total = 0.0\n    for i in range(n):\n        total = total + i * 0.5\n    return total\n"), "total");
  EXPECT_EQ(numbers_in("def f(a):\n    x = a / 2\n    y = x * x\n    return y + x\n"), "x y");
}

TEST(Numbers, WhatIsNoFloatStays) {
  EXPECT_EQ(numbers_in("def f(n):\n    total = 0\n    for i in range(n):\n        total = total + i\n    return total\n"), "");
  EXPECT_EQ(numbers_in("def f(a):\n    x = 0.5\n    x = a.name\n    return x * 2.0\n"), "");
}

TEST(Numbers, ParametersCapturedAndPerhapsUnboundVariablesStay) {
  EXPECT_EQ(numbers_in("def f(x=0.5):\n    return x * 2.0 + x\n"), "");
  EXPECT_EQ(numbers_in("def f():\n    x = 0.5\n    x = x * 2.0\n    return lambda: x\n"), "");
  EXPECT_EQ(numbers_in("def f(a):\n    if a:\n        x = 0.5\n    return x * 2.0\n"), "");
}

TEST(Numbers, RunningTwiceChangesNothingMore) {
  std::unique_ptr<ir::Module> module = lowered("def f(n):\n    t = 0.0\n    for i in range(n):\n        t += i / 3\n    print(t)\n    return t * 2.0\n");
  run(*module);
  std::string once = ir::print(*module);
  run(*module);
  EXPECT_EQ(ir::print(*module), once);
  EXPECT_EQ(ir::verify(*module), std::vector<std::string>{});
}

// The kinds that are left of what inference expects of x in function f: an item that is a list or a float.
ir::Kinds narrowed(const std::string& body) {
  std::unique_ptr<ir::Module> module = lowered("def f(a):\n    for p, x in a:\n" + body);
  ir::Kinds left = 0;
  for (auto& f : module->functions) {
    for (ir::Variable& v : f->variables) v.expected = v.name == "x" ? ir::kind_list | ir::kind_float : v.name == "p" ? ir::kind_float : 0;
  }
  narrow_to_numbers(*module);
  for (auto& f : module->functions) {
    for (ir::Variable& v : f->variables) left |= v.name == "x" ? v.expected : 0;
  }
  return left;
}

TEST(NarrowToNumbers, WhatOnlyArithmeticReadsIsANumber) {
  EXPECT_EQ(narrowed("        y = p * x - 1.0\n        z = 2 + x\n"), ir::kind_float);
  EXPECT_EQ(narrowed("        y = -x\n"), ir::kind_float);
  EXPECT_EQ(narrowed("        y = x * x\n"), ir::kind_float);   // neither of two lists
  EXPECT_EQ(narrowed("        if x < p:\n            print(p)\n"), ir::kind_float);
}

TEST(NarrowToNumbers, WhatAListCouldBeUsedForStays) {
  constexpr ir::Kinds both = ir::kind_list | ir::kind_float;
  EXPECT_EQ(narrowed("        y = x * 2\n"), both);            // also a list
  EXPECT_EQ(narrowed("        y = p * x\n        print(x)\n"), both);
  EXPECT_EQ(narrowed("        y = x == p\n"), both);
  EXPECT_EQ(narrowed("        y = x + x\n"), both);
  EXPECT_EQ(narrowed("        y = x + a\n"), both);
  EXPECT_EQ(narrowed("        y = p * x\n        z = locals()\n"), both);
  EXPECT_EQ(narrowed("        y = p\n"), both);               // not read at all
}

// As if inference claimed every value to be an int: every definition of one is looked at, and the IR stays sound.
TEST(VerifyTypes, EachDefinitionIsChecked) {
  std::unique_ptr<ir::Module> module = lowered("def f(a, b=1):\n    for x in a:\n        y, z = x\n        b += y\n    try:\n        return b\n    except E as e:\n        return lambda: b\n");
  module->claims.push_back({.kinds = ir::kind_int});
  for (auto& f : module->functions) {
    for (ir::Temporary& t : f->temporaries) t.expected = ir::kind_int, t.claim = 0;
    for (ir::Variable& v : f->variables) v.expected = ir::kind_int, v.claim = 0;
    f->returns = ir::kind_int;
    f->returns_claim = 0;
  }
  run(*module, true);
  EXPECT_EQ(ir::verify(*module), std::vector<std::string>{}) << ir::print(*module);
  std::string text = ir::print(*module);
  for (const char* what : {".a [int] a", ".the next element [int]", ".unpack [int]", ".y [int] y", ".inplace_add [int]", ".the result [int]", ".the caught exception [int]"}) {
    EXPECT_NE(text.find(std::string("verify_type ") + what), std::string::npos) << what << "\n" << text;
  }
}

TEST(VerifyTypes, WhatIsOpenIsNot) {
  std::unique_ptr<ir::Module> module = lowered("def f(a):\n    return a + 1\n");
  run(*module, true);
  EXPECT_EQ(ir::print(*module).find("verify_type"), std::string::npos);
}

}  // namespace
}  // namespace portalis::passes
