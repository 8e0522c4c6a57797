// What each name of a scope means, on small modules.
#include <gtest/gtest.h>

#include "compiler/semantics/scope.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::semantics {
namespace {

struct Analyzed {
  explicit Analyzed(const char* text) {
    file = SourceFile::from_bytes("test.py", text, sink);
    tree = parse_module(*file, arena, sink);
    EXPECT_NE(tree, nullptr);
    scopes = analyze(*tree, *file, sink);
  }

  // The innermost scope on the first way down.
  Scope* innermost() const {
    Scope* s = scopes->module();
    while (!s->children.empty()) s = s->children.front();
    return s;
  }

  DiagnosticSink sink;
  Arena arena;
  std::unique_ptr<SourceFile> file;
  ast::Module* tree;
  std::unique_ptr<ScopeTree> scopes;
};

TEST(Scopes, ClassScopeIsSkipped) {
  Analyzed a("def f(x):\n class A:\n  x = 1\n  def g(self): return x\n");
  Symbol* x = a.innermost()->find("x");
  EXPECT_EQ(x->reach, Reach::free);
  EXPECT_EQ(x->origin->scope->name, "f");
  EXPECT_TRUE(x->origin->captured);
}

TEST(Scopes, ComprehensionSharesTheFrameOfItsFunction) {
  Analyzed a("def f(k):\n return [x * k for x in k]\n");
  Symbol* k = a.innermost()->find("k");
  EXPECT_EQ(k->reach, Reach::frame);
  EXPECT_FALSE(k->origin->captured);
}

TEST(Scopes, GeneratorExpressionCaptures) {
  Analyzed a("def f(k):\n return (x * k for x in k)\n");
  EXPECT_TRUE(a.innermost()->find("k")->origin->captured);
}

TEST(Scopes, WalrusBindsAroundAllComprehensions) {
  Analyzed a("def f(v):\n return [[(y := x) for x in w] for w in v]\n");
  Symbol* y = a.innermost()->find("y");
  EXPECT_EQ(y->reach, Reach::frame);
  EXPECT_EQ(y->origin->scope->name, "f");
}

TEST(Scopes, SuperNeedsTheClassCell) {
  Analyzed a("class A:\n def f(self): return super().f()\n");
  EXPECT_NE(a.scopes->module()->children[0]->class_cell, nullptr);
  EXPECT_EQ(a.innermost()->free.size(), 1u);
}

TEST(Scopes, PrivateNames) {
  ScopeTree tree;
  EXPECT_EQ(tree.mangle("_A", "__x"), "_A__x");
  EXPECT_EQ(tree.mangle("A", "__x__"), "__x__");
  EXPECT_EQ(tree.mangle("__", "__x"), "__x");
  EXPECT_EQ(tree.mangle("", "__x"), "__x");
}

TEST(Scopes, NeverBoundAndBoundOnce) {
  Analyzed a("def f(): pass\ndef g():\n global len\n len = 1\nh = 1\nh = 2\n");
  EXPECT_TRUE(a.scopes->bound_once("f"));
  EXPECT_FALSE(a.scopes->bound_once("h"));
  EXPECT_FALSE(a.scopes->never_bound("len"));
  EXPECT_TRUE(a.scopes->never_bound("print"));
}

TEST(Scopes, AllErrorsAreCollected) {
  Analyzed a("return\nbreak\ndef f(a, a): nonlocal b\n");
  EXPECT_EQ(a.sink.error_count(), 4u);
}

}  // namespace
}  // namespace portalis::semantics
