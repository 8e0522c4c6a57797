// Which functions have a typed version, and what it is made of.
#include <gtest/gtest.h>

#include "compiler/emission/emission.hpp"
#include "compiler/inference/inference.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::emission {
namespace {

std::string emitted(const std::string& text) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", text, sink);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return "does not parse";
  auto scopes = semantics::analyze(*tree, *file, sink);
  auto module = lowering::lower(*tree, *scopes, *file, {.name = "__main__"}, sink).module;
  inference::infer({module.get()});
  return emit_module(*module, text).whole();
}

// The first typed version in it.
std::string typed(const std::string& text) {
  std::string cpp = emitted(text);
  size_t start = cpp.find("Attempt<"), body = start == std::string::npos ? start : cpp.find("Attempt<", start + 1);
  return body == std::string::npos ? "" : cpp.substr(body, cpp.find("\n}\n", body) - body);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Typed, SignaturesFollowWhatCallersGive) {
  EXPECT_TRUE(has(typed("def f(n):\n    return n + 1\nf(2)\n"), "Attempt<int64_t> f_f_typed(typed::Levels levels, int64_t n)"));
  EXPECT_TRUE(has(typed("def f(x, n):\n    return x * n\nf(0.5, 2)\n"), "Attempt<double> f_f_typed(typed::Levels levels, double x, int64_t n)"));
  EXPECT_TRUE(has(typed("def f(xs):\n    return xs[0] < 1\nf([1])\n"), "Attempt<bool> f_f_typed(typed::Levels levels, Value xs)"));
}

TEST(Typed, WhatGrowsOrRaisesGivesUp) {
  EXPECT_TRUE(has(typed("def f(n):\n    return n * n\nf(2)\n"), "if (!typed::multiply(n, n, t2)) return not_done;"));
  EXPECT_TRUE(has(typed("def f(x):\n    if x < 0.0:\n        raise ValueError\n    return x / 2.0\nf(2.0)\n"), "return not_done;"));
  EXPECT_TRUE(has(typed("def f(x):\n    return x * 2.5 + x\nf(2.0)\n"), " = x * 2.5;"));   // floats cannot fail
}

TEST(Typed, RecursionCallsTheTypedVersion) {
  std::string text = emitted("def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(20)\n");
  EXPECT_TRUE(has(text, "if (!typed::may_enter(levels, 3)) return not_done;"));
  EXPECT_TRUE(has(text, "return f_f_nested<3>(levels, n);"));                              // three levels in one function
  EXPECT_TRUE(has(text, "= f_f_nested<levels_here - 1>(levels - 1, "));
  EXPECT_EQ(text.find("typed::still_calls("), text.rfind("typed::still_calls("));               // asked once for all of them
}

TEST(Typed, ItemsOfBytesAreInts) {
  EXPECT_TRUE(has(typed("def f(data, i):\n    return data[i] + 1\nf(bytes(3), 2)\n"), "if (!typed::byte(data, i, "));
  EXPECT_FALSE(has(typed("def f(data, i):\n    return data[i] + 1\nf([3], 0)\n"), "typed::byte"));
}

TEST(Typed, ItemsOfReturnedTuplesAreReturned) {
  std::string two = "def g(n):\n    return n, n * 0.5\n";
  std::string text = emitted(two + "def f(n):\n    a, b = g(n)\n    return a * b\nf(20)\n");
  EXPECT_TRUE(has(text, "Attempt<typed::Several<int64_t, double>> f_g_typed(typed::Levels levels, int64_t n);"));
  EXPECT_TRUE(has(text, "return {{n, t2}, true};"));
  EXPECT_TRUE(has(text, ".value.second;"));
  EXPECT_FALSE(has(text, "typed::box(attempt_1.value)"));
  // Whoever wants the tuple gets one.
  EXPECT_TRUE(has(emitted(two + "def f(n):\n    a = g(n)\n    return a, n * 2\nf(20)\n"), "typed::unless_error(typed::box(attempt_1.value))"));
  EXPECT_TRUE(has(emitted(two + "def f(n):\n    a, b, c = g(n)\n    return a * b\nf(20)\n"), "typed::unless_error(typed::box(attempt_1.value))"));
  EXPECT_FALSE(has(emitted("def g(n):\n    if n:\n        return n, n\n    return n, n, n\ng(2)\n"), "Several"));      // of one length
  EXPECT_FALSE(has(emitted("def g(n):\n    if n:\n        return n, n\n    return n * 2\ng(2)\n"), "Several"));        // always a tuple
}

TEST(Typed, CallsHandDownTheLevelsLeft) {
  std::string text = emitted("def g(n):\n    return n + 1\ndef f(n):\n    return g(n) * 2\nf(20)\n");
  EXPECT_TRUE(has(text, "= f_g_typed(levels - 1, n);"));
  EXPECT_TRUE(has(text, "if (!typed::still_calls(known_f_g, py_globals, n_g, global_sites[0], f_g_code)) return not_done;"));
  EXPECT_TRUE(has(text, "f_f_typed(typed::levels_left(), a0)"));
  EXPECT_FALSE(has(text, "_nested"));
}

TEST(Typed, LongOrLoopingRecursionIsNotNested) {
  EXPECT_FALSE(has(typed("def f(n):\n    t = 0\n    for i in range(n):\n        t += f(i)\n    return t\nf(5)\n"), "_nested"));
}

TEST(Typed, LoopsOverRangesCount) {
  std::string text = typed("def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\nf(20)\n");
  EXPECT_TRUE(has(text, "for (int64_t "));
  EXPECT_TRUE(has(text, "typed::safepoint()"));
}

TEST(Typed, NoneForFunctionsWithEffects) {
  EXPECT_EQ(typed("def f(xs, n):\n    xs[0] = n + 1\nf([1], 2)\n"), "");                     // a list of the caller
  EXPECT_EQ(typed("def f(n):\n    print(n + 1)\n    return n\nf(2)\n"), "");
  EXPECT_EQ(typed("def f(o, n):\n    o.x = n + 1\n    return n\nclass C: pass\nf(C(), 2)\n"), "");
  EXPECT_EQ(typed("def f(n):\n    global g\n    g = n + 1\n    return n\nf(2)\n"), "");
  EXPECT_EQ(typed("def f(n):\n    try:\n        return n + 1\n    finally:\n        pass\nf(2)\n"), "");
  EXPECT_EQ(typed("def f(n, *rest):\n    return n + 1\nf(2)\n"), "");
  EXPECT_EQ(typed("def f(n):\n    def g(k):\n        nonlocal n\n        n = k + 1\n        return n\n    return g\nf(2)(1)\n"), "");
}

TEST(Typed, VariablesInCellsAreReadWhereTheyLie) {
  std::string text = typed("def f(n):\n    def g():\n        return n + 1\n    return g\nf(2)\n");
  EXPECT_TRUE(has(text, "f_f_g_typed(typed::Levels levels, Function* py_self)"));
  EXPECT_TRUE(has(text, "if (!typed::unbox(typed::content(closure_cell(py_self, 0)), t0)) return not_done;"));
}

TEST(Typed, ListsOfItsOwnMayChange) {
  EXPECT_TRUE(has(typed("def f(n):\n    xs = ['a'] * n\n    xs[0] = 'b'\n    return len(xs)\nf(2)\n"), "typed::set_item(xs, 0, "));
  EXPECT_TRUE(has(typed("def f(n):\n    rows = [[0] * n for _ in range(n)]\n    rows[0][1] = n\n    return rows\nf(2)\n"), "typed::set_item("));
  // The inner list is the caller's.
  EXPECT_EQ(typed("def f(xs, n):\n    rows = [xs]\n    rows[0][1] = n\n    return rows\nf([1, 2], 2)\n"), "");
  EXPECT_EQ(typed("def f(xs, n):\n    rows = list(xs)\n    rows[0][1] = n\n    return rows\nf([[1, 2]], 2)\n"), "");
  EXPECT_EQ(typed("def f(xs, n):\n    own = [0]\n    own = xs\n    own[0] = n\n    return own\nf([1], 2)\n"), "");
}

TEST(Typed, ListsOfNumbersAreArrays) {
  std::string text = typed("def f(n):\n    xs = [0] * n\n    xs[0] = n\n    return xs\nf(2)\n");
  EXPECT_TRUE(has(text, "typed::Array<int64_t> xs;"));
  EXPECT_TRUE(has(text, "if (!xs.set(0, n)) return not_done;"));
  EXPECT_TRUE(has(text, "= typed::list_of(t6);") || has(text, "= typed::list_of(xs);"));       // what is returned is a list
  EXPECT_TRUE(has(typed("def f(n):\n    ok = [True] * n\n    ok[n - 1] = n < 3\n    return ok[0]\nf(2)\n"), "typed::Array<bool> ok;"));
  // Of more than one kind, handed on, or only made to be returned.
  EXPECT_FALSE(has(typed("def f(n):\n    xs = [0] * n\n    xs[0] = n / 2\n    return xs[0]\nf(2)\n"), "Array"));
  EXPECT_FALSE(has(typed("def f(n):\n    xs = [0] * n\n    xs[0] = n\n    ys = [xs]\n    return ys[0][0]\nf(2)\n"), "Array"));
  EXPECT_FALSE(has(typed("def f(n):\n    xs = []\n    for i in range(n):\n        xs.append(i)\n    return xs\nf(2)\n"), "Array"));
}

// The region with stages of "def f(xs, n):" with these lines, each one step in.
std::string staged(const std::string& lines, const std::string& call = "f([1, 2], 2)") {
  std::string cpp = emitted("def f(xs, n):\n" + lines + call + "\n");
  size_t start = cpp.find("int f_f_region1_typed(");
  return start == std::string::npos ? "" : cpp.substr(start, cpp.find("\n}\n", start) - start);
}

TEST(Stages, LoopsThatChangeWhatOthersSee) {
  std::string text = staged("    for i in range(n):\n        xs[i] += i\n");
  EXPECT_TRUE(has(text, "if (!typed::safepoint()) { stage = 2; goto give_up; }"));      // a round of the loop
  EXPECT_TRUE(has(text, "{ stage = 3; goto give_up; }"));                               // the statement in it
  EXPECT_TRUE(has(text, "typed::put_item(py_items_xs, xs, i, "));
  EXPECT_TRUE(has(text, "py_results.loop_0 = std::move(loop_0);"));
  EXPECT_TRUE(has(staged("    for x in xs:\n        xs[0] = x + n\n"), "loop_0.step_back(); stage = 2; goto give_up;"));
}

// In general code too: what one line reads from a dict and stores anew is looked up once.
TEST(DictPlaces, WhatIsReadAndStoredAnewIsLookedUpOnce) {
  auto general = [](const std::string& line) { return emitted("def f(d, e, k):\n    print(k)\n    " + line + "\nf({1: 2}, {}, 1)\n"); };
  std::string counted = general("d[k] = d.get(k, 0) + 1");
  EXPECT_TRUE(has(counted, "DictPlace place_1;"));
  EXPECT_TRUE(has(counted, "n_get, d, k, small_int(0), place_1)"));
  EXPECT_TRUE(has(counted, ", place_1) < 0"));
  EXPECT_TRUE(has(general("d[k] += 1"), "lend_item(d, k, place_1)"));
  for (const char* other : {"e[k] = d.get(k, 0) + 1", "d[k + 1] = d.get(k, 0)", "d[k] = d.get(k) or 1", "d[k] = d.get((d := e) and k, 0)", "return d.get(k, 0)"}) {
    EXPECT_FALSE(has(general(other), "place_1")) << other;
  }
}

// A tuple that is only looked for is no object, in general code and in typed code.
TEST(TupleKeys, WhatIsOnlyLookedForIsNotMade) {
  std::string general = emitted("def f(d, x):\n    print(x)\n    return (x, 1) in d, d[x, 2]\nf({(1, 1): 2}, 1)\n");
  EXPECT_TRUE(has(general, "contains_tuple(d, x, small_int(1))"));
  EXPECT_TRUE(has(general, "item_by_tuple(d, x, small_int(2))"));
  EXPECT_TRUE(has(emitted("def f(d, x):\n    return x + 1 if (x, 1) in d else x\nf({(1, 1)}, 1)\n"), ".value(), t"));
  for (const char* kept : {"t = (x, 1)\n    return t in d, t", "return d.get((x, 1))", "d[x, 1] = x"}) {
    EXPECT_FALSE(has(emitted(std::string("def f(d, x):\n    print(x)\n    ") + kept + "\nf({(1, 1): 2}, 1)\n"), "_tuple(d")) << kept;
  }
}

// Lists that nobody changes meanwhile are looked up once, and again after a safepoint that was due.
TEST(Borrowing, ItemsOfParametersAreLookedUpOnce) {
  const std::string loop = "    t = 0\n    for i in range(n):\n        t += xs[i]";
  EXPECT_TRUE(has(typed("def f(xs, n):\n" + loop + "\n    return t\nf([1, 2], 2)\n"), "typed::item(py_items_xs, xs, i)"));
  EXPECT_TRUE(has(typed("def f(xs, n):\n    ys = []\n" + loop + "\n        ys.append(t)\n    return ys\nf([1, 2], 2)\n"), "typed::item(py_items_xs, xs, i)"));
  // What is called may pass a safepoint only where it loops or calls others.
  const std::string call = " + g(i)\n    return t\nf([1, 2], 2)\n";
  EXPECT_TRUE(has(emitted("def g(n):\n    return n * 2\ndef f(xs, n):\n" + loop + call), "typed::item(py_items_xs, xs, i)"));
  EXPECT_FALSE(has(emitted("def g(n):\n    while n > 9:\n        n -= 1\n    return n\ndef f(xs, n):\n" + loop + call), "py_items_xs"));
  EXPECT_FALSE(has(emitted("def g(n):\n    return n * 2\ndef h(n):\n    return g(n)\ndef f(xs, n):\n" + loop + " + h(i)\n    return t\nf([1, 2], 2)\n"), "py_items_xs"));
  // A list made here that grows may be what the variable holds.
  std::string other = "def f(xs, n):\n    ys = [1]\n    zs = ys if n > 5 else xs\n    t = 0\n    for i in range(n):\n        ys.append(i)\n        t += zs[i] + zs[0]\n    return t\nf([1, 2], 2)\n";
  EXPECT_FALSE(has(emitted(other), "py_items_zs"));
}

TEST(Borrowing, WhatReleasesNothingCountsNothing) {
  std::string text = staged("    for a, b in xs:\n        a[0] += b[0] * n\n        a[1] = b[1]\n", "f([([1, 2], [3, 4])], 2)");
  EXPECT_TRUE(has(text, "Value a = Undefined;"));
  EXPECT_TRUE(has(text, "if (!typed::safepoint(py_kept, a, b)) { stage = 2; goto give_up; }"));
  EXPECT_TRUE(has(text, "py_items_a = typed::items_of(a);"));                           // when it is assigned, and after a safepoint that was due
  EXPECT_TRUE(has(text, "typed::item(py_items_b, b, 0)"));
  EXPECT_TRUE(has(text, "typed::put_item(py_items_a, a, 0, "));
  EXPECT_TRUE(has(text, "py_results.a = Loan::borrow(a);"));
  EXPECT_FALSE(has(text, "Loan a"));
  // Objects, texts, lists that grow, and whatever else may release something.
  EXPECT_TRUE(has(staged("    for a, b in xs:\n        a[0] = b\n", "f([([1, 2], [3, 4])], 2)"), "Loan a"));
  EXPECT_TRUE(has(staged("    for a, b in xs:\n        a.append(b[0] + n)\n", "f([([1, 2], [3, 4])], 2)"), "Loan a"));
  EXPECT_TRUE(has(staged("    for a, b in xs:\n        a[0], a[1] = b[1], n\n", "f([([1, 2], [3, 4])], 2)"), "Loan a"));
}

TEST(Stages, NothingGivesUpAfterAChange) {
  std::string text = staged("    for i in range(n):\n        xs[i], xs[i + 1] = xs[i + 1], xs[i]\n");
  size_t change = text.find("typed::store_item(");
  ASSERT_NE(change, std::string::npos);
  EXPECT_EQ(text.find("typed::add(", change), std::string::npos);                       // i + 1 is had from before
  EXPECT_TRUE(has(text.substr(change), "typed::store_item_or_raise("));
  // i * n is not, and may outgrow 64 bits.
  EXPECT_EQ(staged("    for i in range(n):\n        xs[i], xs[i * n] = 1, 2\n"), "");
}

TEST(Stages, TheGeneralFormGoesOnFromThem) {
  std::string cpp = emitted("def f(xs, n):\n    for i in range(n):\n        if xs[i] > 2:\n            xs[i] = n\n            return i\nf([1, 2], 2)\n");
  size_t at = cpp.find("switch (stage_1) {");
  ASSERT_NE(at, std::string::npos);
  EXPECT_LT(cpp.find("RangeLoop loop_0;"), at);                                         // declared before, for no label to be past it
  EXPECT_TRUE(has(cpp, "resume(loop_0, results_1.loop_0, 1);"));
  for (int stage = 0; stage <= 5; ++stage) EXPECT_TRUE(has(cpp.substr(at), "case " + std::to_string(stage) + ":"));
}

TEST(Stages, OnlyWhereTheyCanBeGoneOnWith) {
  EXPECT_EQ(staged("    for i in range(n):\n        print(i)\n"), "");
  EXPECT_EQ(staged("    for i in range(n):\n        try:\n            xs[i] = i\n        finally:\n            pass\n"), "");
  EXPECT_EQ(staged("    [xs.append(i + 1) for i in range(n)]\n"), "");               // a comprehension is one step
}

TEST(Typed, NewInstances) {
  std::string cpp = emitted("class P:\n    def __init__(self, x):\n        self.x = x\ndef f(n):\n    return P(n + 1)\nf(2)\n");
  EXPECT_TRUE(has(cpp, "typed::init_attribute(self, n_x, "));
  EXPECT_TRUE(has(cpp, "typed::new_instance("));
  EXPECT_TRUE(has(cpp, "f_P_init_attempts.worthwhile() && typed::is_new(py_args[0])"));
}

TEST(Typed, NumbersThatMayBeEitherStayValues) {
  std::string text = typed("def f(n):\n    return n + 1\nf(2)\nf(2.5)\n");
  EXPECT_TRUE(has(text, "Attempt<Value> f_f_typed(typed::Levels levels, Value n)"));
  EXPECT_TRUE(has(text, "= typed::add(n, small_int(1));"));
  EXPECT_TRUE(has(typed("def f(n):\n    return n < 1 or n / 3 > n\nf(2)\nf(2.5)\n"), "if (!typed::less(n, small_int(1), "));
  EXPECT_TRUE(has(typed("def f(n):\n    return n * 0.5\nf(2)\nf(2.5)\n"), "typed::to_real(n, "));      // next to a float it becomes one
}

TEST(Typed, ConstantDefaultsArePassed) {
  std::string text = emitted("def g(a, b=2, c=None):\n    return a + b\ndef f(n):\n    return g(n) + g(n, 3)\nf(1)\n");
  EXPECT_TRUE(has(text, "if (!typed::has_defaults(known_f_g, k_tuple)) return not_done;"));
  EXPECT_TRUE(has(text, "= f_g_typed(levels - 1, n, 2, py::None);"));
  EXPECT_TRUE(has(text, "= f_g_typed(levels - 1, n, 3, py::None);"));
  EXPECT_TRUE(has(text, "invoke_known_with_defaults<f_g>("));                                    // in the general version
  EXPECT_FALSE(has(emitted("def g(a, b=[]):\n    return a + 1\ndef f(n):\n    return g(n) + 1\nf(1)\n"), "with_defaults"));
}

TEST(Typed, MethodsAreFoundWithTheirDefaults) {
  std::string text = emitted("class P:\n    def scale(self, k, l=1):\n        return k * l\ndef f(p, n):\n    return p.scale(n) + 1\nf(P(), 2)\n");
  EXPECT_TRUE(has(text, "typed::is_known_method(method_sites[0], n_scale, p, 3, known_f_P_scale, f_P_scale_code)"));
  EXPECT_TRUE(has(text, "= f_P_scale_typed(levels - 1, p, n, 1);"));
}

TEST(Typed, KeywordsArePutInTheirPlaces) {
  std::string text = emitted("def g(a, b=2, c=3):\n    return a * b - c\ndef f(n):\n    return g(n, c=n + 1) + g(b=n, a=4, c=5)\nf(1)\n");
  EXPECT_TRUE(has(text, "= f_g_typed(levels - 1, n, 2, "));
  EXPECT_TRUE(has(text, "= f_g_typed(levels - 1, 4, n, 5);"));
  EXPECT_TRUE(has(text, "invoke_known_with_keywords<f_g, 0, 2, 1>("));                           // in the general version
  EXPECT_TRUE(has(text, "invoke_known_with_keywords<f_g, 1, 0, 2>("));
  EXPECT_FALSE(has(emitted("def g(a, /, b=2):\n    return a * b\ndef f(n):\n    return g(a=n, b=1)\nf(1)\n"), "invoke_known_with_keywords"));
}

TEST(Typed, CallsOfInstances) {
  std::string text = emitted("class P:\n    def __call__(self, k):\n        return k * 2\ndef f(p, n):\n    return p(n) + 1\nf(P(), 2)\n");
  EXPECT_TRUE(has(text, "typed::is_known_method(method_sites[0], n_call, p, 2, known_f_P_call, f_P_call_code)"));
  EXPECT_TRUE(has(text, "= f_P_call_typed(levels - 1, p, n);"));
}

TEST(Typed, SeveralTypesStayGeneral) {
  EXPECT_EQ(typed("def f(a, b):\n    return a + b\nf('a', 'b')\n"), "");
}

}  // namespace
}  // namespace portalis::emission
