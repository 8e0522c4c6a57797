// What inference finds, read off the annotated source.
#include <gtest/gtest.h>

#include <iterator>

#include "compiler/inference/inference.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::inference {
namespace {

// The annotated last line of the text, without the source; with all that is claimed, or only what is expected.
std::string last_note(const std::string& text, bool claims = false) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", text, sink);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return "does not parse";
  auto scopes = semantics::analyze(*tree, *file, sink);
  auto module = lowering::lower(*tree, *scopes, *file, {.name = "__main__"}, sink).module;
  if (claims) infer_completeness({module.get()}, World::closed);
  else infer({module.get()});
  std::string out = annotate(*module, text);
  out.pop_back();
  std::string last = out.substr(out.rfind('\n') + 1);
  size_t note = last.find("# ");
  return note == std::string::npos ? "" : last.substr(note + 2);
}

// What is complete of the parameters and local variables of function f, and its result: "a: int", or "a: int?" where there may
// be more.
std::string completeness(const std::string& text, World world = World::closed) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", text, sink);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return "does not parse";
  auto scopes = semantics::analyze(*tree, *file, sink);
  auto module = lowering::lower(*tree, *scopes, *file, {.name = "__main__"}, sink).module;
  infer_completeness({module.get()}, world);
  auto shown = [](ir::Kinds kinds, bool complete) {
    static constexpr const char* names[] = {
#define PORTALIS_KIND(name, bit, text) text,
#include "abi/kinds.def"
#undef PORTALIS_KIND
    };
    std::string out;
    for (size_t bit = 0; bit < std::size(names); ++bit) {
      if (kinds >> bit & 1) out += (out.empty() ? "" : "|") + std::string(names[bit]);
    }
    return out + (complete ? "" : "?");
  };
  std::string out;
  for (const auto& f : module->functions) {
    if (f->codes[0].name != "f") continue;
    for (const ir::Variable& v : f->variables) out += v.name + ": " + shown(v.expected, v.claim != ir::no_index) + ", ";
    out += "-> " + shown(f->returns, f->returns_claim != ir::no_index);
  }
  return out;
}

TEST(Inference, IsCompleteWhereNothingElseCanCome) {
  EXPECT_EQ(completeness("def f(a):\n    b = a * 2\n    return b\nf(1)\nf(2.5)\n"), "a: int|float, b: int|float, -> int|float");
  EXPECT_EQ(completeness("def f(a):\n    return len(a)\nprint(f([1]))\n"), "a: list, -> int");
  EXPECT_EQ(completeness("class A:\n    def __init__(self): self.x = 1\ndef f(a):\n    return a.x\nf(A())\n"), "a: instance, -> int");
  EXPECT_EQ(completeness("def f(l):\n    x = l[0]\n    return x\nl = [1]\nl.append('a')\nf(l)\n"), "l: list, x: int|str, -> int|str");
}

TEST(Inference, IsOpenWhereOthersCallOrChange) {
  EXPECT_EQ(completeness("import heapq\ndef f(a):\n    return 1\nf(1)\nheapq.merge([], key=f)\n"), "a: int?, -> int");
  EXPECT_EQ(completeness("def f(a):\n    return a\nf(1)\n", World::open), "a: int?, -> int?");
  EXPECT_EQ(completeness("class A:\n    def __init__(self): self.x = 1\na = A()\nsetattr(a, 'x', 's')\ndef f():\n    return a.x\n"), "-> int?");
  EXPECT_EQ(completeness("class A:\n    def __init__(self): self.x = 1\na = A()\na.__dict__['x'] = 's'\ndef f():\n    return a.x\n"), "-> int?");
  EXPECT_EQ(completeness("import random\nl = [1]\nrandom.shuffle(l)\ndef f():\n    return l[0]\n"), "-> int?");
  EXPECT_EQ(completeness("x = 1\nglobals()['x'] = 's'\ndef f():\n    return x\n"), "-> int?");
  EXPECT_EQ(completeness("import sys\ndef f(a):\n    return a\nf(1)\nsys.modules['t'].f('s')\n"), "a: int?, -> int?");
  EXPECT_EQ(completeness("from sys import modules\ndef f(a):\n    return a\nf(1)\nmodules['t'].f('s')\n"), "a: int?, -> int?");
  EXPECT_EQ(completeness("import gc\nclass A:\n    def __init__(self): self.x = 1\na = A()\ndef f():\n    return a.x\nfor o in gc.get_objects(): o.x = 's'\n"), "-> int?");
  EXPECT_EQ(completeness("from os.path import *\nsep = 1\ndef f():\n    return sep\n"), "-> int?");
  EXPECT_EQ(completeness("class A:\n    def f(self, a): return a\nA().f(1)\nm = A().f\nm('s')\n"), "self: str|instance?, a: int?, -> int?");
  EXPECT_EQ(completeness("class A: pass\ndef f(n):\n    return n\nfor b in [A, f]:\n    b.x = 1\n    b(5)\n"), "n: int?, -> int?");
  EXPECT_EQ(completeness("def f(x):\n    return 1\nclass K:\n    def __call__(self, x): f(x)\nsorted([1], key=K())\n"), "x: ?, -> int");
  EXPECT_EQ(completeness("class A:\n    def __init_subclass__(cls): f(cls)\nclass B(A): pass\ndef f(c):\n    return 1\n"), "c: instance?, -> int");
  EXPECT_EQ(completeness("def f():\n    return 1\ndef g(): return 's'\nf.__code__ = g.__code__\n"), "-> int?");
  EXPECT_EQ(completeness("def f():\n    return 1\ndef g(): return 's'\nsetattr(f, '__code__', g.__code__)\n"), "-> int?");
  EXPECT_EQ(completeness("def f(a):\n    try: a()\n    except Exception as e: x = e\n    return 2 ** a\nf(3)\n"), "a: int, e: instance?, x: instance?, -> int?");
}

TEST(Inference, ClaimsSayOfWhichClassAndWhatIsInside) {
  std::string classes = "class A: pass\nclass B(A): pass\n";
  EXPECT_EQ(last_note(classes + "x = A()\n", true), "x: instance of A");
  EXPECT_EQ(last_note(classes + "a = [A(), B(), None]\nx = a[0]\n", true), "x: None | instance of A/B");
  EXPECT_EQ(last_note(classes + "x = [A]\n", true), "x: list[class A]");
  EXPECT_EQ(last_note("x = [(1, 'a'), (2, 'b')]\n", true), "x: list[tuple[int, str]]");
  EXPECT_EQ(last_note("x = {'a': {1.5}}\n", true), "x: dict[str, set[float]]");
  EXPECT_EQ(last_note("x = []\n", true), "x: list[nothing]");
  EXPECT_EQ(last_note("x = []\nx.append(x)\n", true), "append() -> None");
  EXPECT_EQ(last_note("def f(): pass\nx = (f,) + (f,)\n", true), "x: tuple[function f, ...]");
  EXPECT_EQ(last_note("import sys\nx = [sys.argv, 1]\n", true), "x: list[?]");
  EXPECT_EQ(last_note("import sys\nx = sys.argv\nx = 1\n", true), "x: int");
  EXPECT_EQ(last_note(classes + "b = B()\nb.__class__ = A\nx = b\n", true), "x: instance");
}

TEST(Inference, NumbersFollowPythonsRules) {
  EXPECT_EQ(last_note("x = 1 + 2 * 3\n"), "x: int");
  EXPECT_EQ(last_note("a = 7\nx = a / 2\n"), "x: float");
  EXPECT_EQ(last_note("a = 7\nb = 0.5\nx = a * b\n"), "x: float");
  EXPECT_EQ(last_note("a = True\nx = a + a\n"), "x: int");
}

TEST(Inference, CallsJoinParametersAndResults) {
  EXPECT_EQ(last_note("def f(a, b=1.5):\n    return a * b\nf(2.0)\nx = f(3.5, b=2.0)\n"), "x: float");
  EXPECT_EQ(last_note("def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nx = f(5)\n"), "x: int");
  EXPECT_EQ(last_note("def f(a):\n    return a\nf('s')\nx = f(1)\n"), "x: int | str");
  EXPECT_EQ(last_note("def outer():\n    k = 2.5\n    def inner():\n        return k\n    return inner()\nx = outer()\n"), "x: float");
  EXPECT_EQ(last_note("x = (lambda a: a)(1)\n"), "x: int; <lambda>(a: int) -> int");
}

TEST(Inference, ContainersKeepWhatTheyHold) {
  EXPECT_EQ(last_note("l = []\nl.append(1.5)\nx = l[0]\n"), "x: float");
  EXPECT_EQ(last_note("d = {'a': 1}\nd['b'] = 2\nx = d['a']\n"), "x: int");
  EXPECT_EQ(last_note("t = (1, 'a', 2.5)\nx = t[1]\n"), "x: str");
  EXPECT_EQ(last_note("t = (1, 'a', 2.5)[1:]\nx = t[0]\n"), "x: int | float | str");       // the length is not followed
  EXPECT_EQ(last_note("n = (1,)\nt = n + ('a',)\nx = t[0]\n"), "x: int | str");
  EXPECT_EQ(last_note("n = ('a', 1)\nt = n * 2\nx = t[3]\n"), "x: int | str");
  EXPECT_EQ(last_note("def f(*a): return a + (2.5,)\nx = f('s')[0]\n"), "x: float | str");
  EXPECT_EQ(last_note("l = [(1, 2.5)]\nfor i, f in l:\n    x = f\n"), "x: float");
  EXPECT_EQ(last_note("l = [v * 0.5 for v in range(3)]\nx = l[1]\n"), "x: float");
  EXPECT_EQ(last_note("l = []\nl.append(l)\nx = l[0][0]\n"), "x: list");
}

TEST(Inference, AttributesBelongToClasses) {
  std::string classes = "class A:\n    def __init__(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n"
                        "class B(A):\n    def get(self):\n        return 'b'\n";
  EXPECT_EQ(last_note(classes + "x = A(1.5).get()\n"), "get() -> float | str; x: float | str");
  EXPECT_EQ(last_note(classes + "x = B(1.5).get()\n"), "get() -> str; x: str");
  EXPECT_EQ(last_note(classes + "x = A(1.5).v\n"), "x: float");
  EXPECT_EQ(last_note("class V:\n    def __init__(self, n):\n        self.n = n\n    def __add__(self, o):\n        return V(self.n + o.n)\nx = V(1) + V(2)\n"),
            "x: instance");
}

TEST(Inference, GeneratorsAndBuiltins) {
  EXPECT_EQ(last_note("def g():\n    yield 1.5\nfor v in g():\n    x = v\n"), "x: float");
  EXPECT_EQ(last_note("import math\nx = math.sqrt(2)\n"), "sqrt() -> float; x: float");
  EXPECT_EQ(last_note("from math import floor\nx = floor(2.5)\n"), "x: int");
  EXPECT_EQ(last_note("x = sum(v * 0.5 for v in range(4))\n"), "range() -> iterator; v: int; x: float");
}

TEST(Inference, ThreadsAndPoolsCallWhatTheyAreHanded) {
  std::string work = "from concurrent.futures import ThreadPoolExecutor, as_completed\npool = ThreadPoolExecutor()\ndef work(n):\n    return n * 0.5\n";
  EXPECT_EQ(last_note("import threading\nthreading.Thread(target=work, args=(1.5,))\ndef work(n): x = n\n"),
            "work: function; work(n: float) -> None; x: float");
  EXPECT_EQ(last_note("from threading import Timer\nTimer(2, work, [1.5])\ndef work(n): x = n\n"), "work: function; work(n: float) -> None; x: float");
  EXPECT_EQ(last_note(work + "x = pool.submit(work, 3).result()\n"), "submit() -> object; result() -> float; x: float");
  EXPECT_EQ(last_note(work + "for v in pool.map(work, [1, 2]): x = v\n"), "map() -> iterator; v: float; x: float");
  EXPECT_EQ(last_note(work + "fs = {pool.submit(work, 3): 1}\nfor f in as_completed(fs): x = f.result()\n"),
            "f: object; result() -> float; x: float");
  EXPECT_EQ(last_note("sorted(['a'], key=length)\ndef length(s): x = s\n"), "length: function; length(s: str) -> None; x: str");
}

TEST(Inference, QueuesAndTheirLikeHandValuesOn) {
  EXPECT_EQ(last_note("import queue\nq = queue.Queue()\nq.put((1, 2.5))\na, x = q.get()\n"), "get() -> tuple; a: int; x: float");
  EXPECT_EQ(last_note("from collections import deque\nd = deque([1])\nx = d.popleft()\n"), "popleft() -> int; x: int");
  EXPECT_EQ(last_note("from collections import defaultdict\nd = defaultdict(list)\nd['a'].append(2.5)\nx = d['a'][0]\n"), "x: float");
  EXPECT_EQ(last_note("from collections import defaultdict\nd = defaultdict(int)\nd['a'] += 1\nfor k, v in d.items(): x = v\n"),
            "items() -> iterator; k: str; v: int; x: int");
}

TEST(Inference, AFewFunctionsOrClassesAreFollowedAll) {
  std::string classes = "class A:\n    def area(self): return 1.5\nclass B:\n    def area(self): return 2.5\n";
  EXPECT_EQ(last_note(classes + "for s in [A(), B()]: x = s.area()\n"), "s: instance; area() -> float; x: float");
  EXPECT_EQ(last_note("def f(a): return a\ndef g(a): return a * 2\nfor h in [f, g]: x = h(1)\n"), "h: function; x: int");
}

TEST(Inference, WhatIsNotKnownStaysDynamic) {
  EXPECT_EQ(last_note("def f(a):\n    x = a\n"), "x: dynamic");
  EXPECT_EQ(last_note("x = unheard_of\n"), "  dynamic: nothing is known of the global 'unheard_of'");
}

}  // namespace
}  // namespace portalis::inference
