// From text to IR: whatever is lowered keeps the rules of the IR; evaluation order; which modules are asked for.
#include <algorithm>

#include <gtest/gtest.h>

#include "compiler/ir/print.hpp"
#include "compiler/ir/verify.hpp"
#include "compiler/lowering/find_imports.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::lowering {
namespace {

struct Result {
  std::unique_ptr<SourceFile> file;
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
  ast::Module* tree = nullptr;
  std::unique_ptr<ir::Module> module;
  DiagnosticSink sink;

  std::string codes() const {
    std::string out;
    for (const Diagnostic& d : sink.diagnostics()) out += (out.empty() ? "" : " ") + d.code;
    return out;
  }
};

Result lower_text(const std::string& text, const Options& options = {.name = "__main__"}) {
  Result r;
  r.file = SourceFile::from_bytes("t.py", text, r.sink);
  r.tree = parse_module(*r.file, *r.arena, r.sink);
  if (!r.tree) return r;
  auto scopes = semantics::analyze(*r.tree, *r.file, r.sink);
  if (r.sink.has_errors()) return r;
  r.module = lower(*r.tree, *scopes, *r.file, options, r.sink).module;
  return r;
}

constexpr const char* kPrograms[] = {
    "",
    "x = 1\nx += x\ndel x\n",
    "def f(a, /, b=1, *c, d, e=2, **g):\n    return a, b, c, d, e, g\nf(1, *[2], d=3, **{})\n",
    "def outer():\n    x = 1\n    def inner():\n        nonlocal x\n        x += 1\n        return x\n    return inner\n",
    "try:\n    a()\nexcept (A, B) as e:\n    b(e)\nelse:\n    c()\nfinally:\n    d()\n",
    "try:\n    a()\nexcept* A as e:\n    b(e)\n",
    "for i in range(10):\n    if i: continue\n    try:\n        break\n    finally:\n        print(i)\nelse:\n    pass\n",
    "with a as b, c as (d, e):\n    while b:\n        return_ = d\n",
    "def g():\n    x = yield 1\n    yield from g()\n    return x\n",
    "class A(B, metaclass=M):\n    x = 1\n    def f(self):\n        return super().f()\n    y = [x for x in x if x]\n",
    "class G[T]:\n    def f[U: int](self, u: U) -> T: ...\ntype Alias[T] = list[T]\n",
    "match p:\n    case {'a': 1, **rest} if rest: pass\n    case [1, *_, x] | (x, 2): pass\n    case C(a=1): pass\n    case _: pass\n",
    "a, (b, *c), d.e, f[g] = h\n[x for y in z for x in y if (w := x)]\n{k: v for k, v in z}\n",
    "print(f'{a!r:>{w}} {b=}')\nx = a if b else c\ny = a < b < c\nz = a and b or not c\nlambda *a, k=1: a\n",
    "@d1\n@d2(1)\ndef f(): 'doc'\nassert f, 'message'\nraise E from None\n",
};

TEST(Lowering, EverythingLoweredKeepsTheRulesOfTheIr) {
  int lowered = 0;
  for (const char* text : kPrograms) {
    Result r = lower_text(text);
    if (!r.module) continue;
    ++lowered;
    EXPECT_EQ(ir::verify(*r.module), std::vector<std::string>{}) << text;
    passes::run(*r.module);
    EXPECT_EQ(ir::verify(*r.module), std::vector<std::string>{}) << "after the passes:\n" << text;
  }
  EXPECT_GE(lowered, 14);
}

TEST(Lowering, IsDeterministic) {
  for (const char* text : kPrograms) {
    Result a = lower_text(text), b = lower_text(text);
    if (a.module) EXPECT_EQ(ir::print(*a.module, {.positions = true}), ir::print(*b.module, {.positions = true}));
  }
}

// The names of globals in the order the IR loads them.
std::vector<std::string> loads(const ir::Module& module, const ir::Block& block) {
  std::vector<std::string> out;
  for (const ir::Statement& s : block) {
    const ir::Instruction& i = s.instruction;
    if (s.kind == ir::StatementKind::instruction && i.op == ir::Op::load_global) out.push_back(module.names[i.name]);
    for (const ir::Block* inner : {&s.a, &s.b, &s.c}) {
      std::vector<std::string> below = loads(module, *inner);
      out.insert(out.end(), below.begin(), below.end());
    }
  }
  return out;
}

TEST(Lowering, EvaluatesInCPythonsOrder) {
  using Names = std::vector<std::string>;
  auto order = [](const char* text) {
    Result r = lower_text(text);
    return r.module ? loads(*r.module, r.module->functions[0]->body) : Names{"does not lower"};
  };
  EXPECT_EQ(order("a[b] = c\n"), (Names{"c", "a", "b"}));
  EXPECT_EQ(order("a.x = b.y = c\n"), (Names{"c", "a", "b"}));
  EXPECT_EQ(order("a[b] += c\n"), (Names{"a", "b", "c"}));
  EXPECT_EQ(order("f(a, *b, k=c, **d)\n"), (Names{"f", "a", "b", "c", "d"}));
  EXPECT_EQ(order("{a: b, c: d}\n"), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(order("a if b else c\n"), (Names{"b", "a", "c"}));
  EXPECT_EQ(order("@d1\n@d2\nclass C(base): pass\n"), (Names{"d1", "d2", "base"}));
}

TEST(Lowering, FunctionsCanBeToldApart) {
  Result r = lower_text("def f(): pass\ndef f(): pass\nclass f:\n    def f(self): pass\nf_f = lambda: 0\n");
  ASSERT_TRUE(r.module);
  std::vector<std::string> symbols;
  for (const auto& f : r.module->functions) symbols.push_back(f->symbol);
  std::sort(symbols.begin(), symbols.end());
  EXPECT_EQ(std::adjacent_find(symbols.begin(), symbols.end()), symbols.end());
}

std::string imports_of(const std::string& text, const Options& options = {.name = "__main__"}) {
  Result r;
  r.file = SourceFile::from_bytes("t.py", text, r.sink);
  r.tree = parse_module(*r.file, *r.arena, r.sink);
  std::string out;
  if (!r.tree) return "does not parse";
  for (const ImportRequest& request : find_imports(*r.tree, options)) {
    out += (out.empty() ? "" : " ") + request.name + (request.optional ? "?" : "") + (request.guarded ? "!" : "");
  }
  return out;
}

TEST(FindImports, EveryStatementIsSearched) {
  EXPECT_EQ(imports_of("import a, b.c as d\nfrom e import f\n"), "a b.c e e.f?");
  EXPECT_EQ(imports_of("def f():\n    class C:\n        if x:\n            pass\n        else:\n            import a\n"), "a");
  EXPECT_EQ(imports_of("for x in y:\n    import a\nelse:\n    import b\nwhile x:\n    import c\nwith x:\n    import d\n"), "a b c d");
  EXPECT_EQ(imports_of("match x:\n    case 1:\n        import a\n"), "a");
  EXPECT_EQ(imports_of("from a import *\nfrom __future__ import annotations\n"), "a __future__ __future__.annotations?");
}

TEST(FindImports, WhatMayBeMissingIsSaid) {
  EXPECT_EQ(imports_of("try:\n    import a\nexcept ImportError:\n    import b\nfinally:\n    import c\n"), "a! b c");
  EXPECT_EQ(imports_of("try:\n    import a\nexcept (KeyError, ModuleNotFoundError):\n    pass\n"), "a!");
  EXPECT_EQ(imports_of("try:\n    import a\nexcept KeyError:\n    pass\n"), "a");
  EXPECT_EQ(imports_of("if TYPE_CHECKING:\n    import a\nelse:\n    import b\nif t.TYPE_CHECKING:\n    import c\n"), "a! b c!");
}

TEST(FindImports, DotsLeadUpwards) {
  Options inner{.name = "p.q.m"}, package{.name = "p.q", .is_package = true};
  EXPECT_EQ(imports_of("from . import a\nfrom .b import c\nfrom .. import d\n", inner), "p.q p.q.a? p.q.b p.q.b.c? p p.d?");
  EXPECT_EQ(imports_of("from . import a\nfrom ..r import s\n", package), "p.q p.q.a? p.r p.r.s?");
  EXPECT_EQ(imports_of("from .... import a\n", inner), "");
}

}  // namespace
}  // namespace portalis::lowering
