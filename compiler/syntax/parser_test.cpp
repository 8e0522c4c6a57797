// Trees, by their ast.dump text without positions, and properties the tree promises.
#include <gtest/gtest.h>

#include <regex>

#include "compiler/syntax/parse.hpp"
#include "compiler/syntax/unicode.hpp"

namespace portalis {
namespace {

// The dump of the module's only statement, positions removed.
std::string dump(const std::string& source) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", source, sink);
  ast::Module* module = parse_module(*file, arena, sink);
  if (module == nullptr) return "error: " + sink.diagnostics()[0].message;
  static const std::regex positions("(, )?lineno=\\d+, col_offset=\\d+, end_lineno=\\d+, end_col_offset=\\d+");
  std::string text = std::regex_replace(dump_ast(*module), positions, "");
  std::string frame = "Module(body=[";
  return text.substr(frame.size(), text.size() - frame.size() - 2);
}

std::string dump_expression(const std::string& source) {
  std::string text = dump(source);
  if (text.rfind("Expr(value=", 0) != 0) return text;
  return text.substr(11, text.size() - 12);
}

TEST(Parser, PrecedenceAndAssociativity) {
  EXPECT_EQ(dump_expression("-1 ** 2"), "UnaryOp(op=USub(), operand=BinOp(left=Constant(value=1), op=Pow(), right=Constant(value=2)))");
  EXPECT_EQ(dump_expression("1 - 2 - 3"),
            "BinOp(left=BinOp(left=Constant(value=1), op=Sub(), right=Constant(value=2)), op=Sub(), "
            "right=Constant(value=3))");
  EXPECT_EQ(dump_expression("not a < b <= c"),
            "UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE()], "
            "comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())]))");
}

TEST(Parser, Constants) {
  EXPECT_EQ(dump_expression("0xFFFFFFFFFFFFFFFFFF"), "Constant(value=4722366482869645213695)");
  EXPECT_EQ(dump_expression("1e16, 1e-5, 0.1, 1e400, 2.5j"),
            "Tuple(elts=[Constant(value=1e+16), Constant(value=1e-05), Constant(value=0.1), "
            "Constant(value=inf), Constant(value=2.5j)], ctx=Load())");
  EXPECT_EQ(dump_expression("'\\ud800' 'it\\'s' u'x'"), "Constant(value=\"\\ud800it'sx\")");
  EXPECT_EQ(dump_expression("b'\\x00\\377' b'a'"), "Constant(value=b'\\x00\\xffa')");
  EXPECT_EQ(dump_expression("'\\N{GREEK SMALL LETTER ALPHA}\\N{hangul syllable gag}\\N{LF}'"), "Constant(value='\xce\xb1\xea\xb0\x81\\n')");
}

TEST(Parser, IntegersKnowTheirValue) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::from_bytes("t.py", "0x7fff_ffff_ffff_ffff\n9223372036854775808\n", sink);
  ast::Module* module = parse_module(*file, arena, sink);
  ASSERT_NE(module, nullptr);
  auto constant = [&](std::uint32_t i) { return ast::as<ast::Constant>(ast::as<ast::ExprStmt>(module->body[i])->value)->value; };
  EXPECT_TRUE(constant(0).fits_int64);
  EXPECT_EQ(constant(0).integer, INT64_MAX);
  EXPECT_FALSE(constant(1).fits_int64);
  EXPECT_EQ(constant(1).text, "9223372036854775808");
}

TEST(Parser, SoftKeywordsAreNamesElsewhere) {
  EXPECT_EQ(dump("match = type = case"),
            "Assign(targets=[Name(id='match', ctx=Store()), Name(id='type', ctx=Store())], "
            "value=Name(id='case', ctx=Load()))");
  EXPECT_EQ(dump("match(x)[1]: int"),
            "AnnAssign(target=Subscript(value=Call(func=Name(id='match', ctx=Load()), "
            "args=[Name(id='x', ctx=Load())]), slice=Constant(value=1), ctx=Store()), "
            "annotation=Name(id='int', ctx=Load()), simple=0)");
  EXPECT_EQ(dump("type X[T: int = str, *Ts, **P] = T"),
            "TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T', "
            "bound=Name(id='int', ctx=Load()), default_value=Name(id='str', ctx=Load())), "
            "TypeVarTuple(name='Ts'), ParamSpec(name='P')], value=Name(id='T', ctx=Load()))");
}

TEST(Parser, Patterns) {
  EXPECT_EQ(dump("match x:\n  case [1, *_, {'a': b, **r}] | A(c, d=-1j) as e if f: pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchAs(pattern=MatchOr("
            "patterns=[MatchSequence(patterns=[MatchValue(value=Constant(value=1)), MatchStar(), "
            "MatchMapping(keys=[Constant(value='a')], patterns=[MatchAs(name='b')], rest='r')]), "
            "MatchClass(cls=Name(id='A', ctx=Load()), patterns=[MatchAs(name='c')], kwd_attrs=['d'], "
            "kwd_patterns=[MatchValue(value=UnaryOp(op=USub(), operand=Constant(value=1j)))])]), "
            "name='e'), guard=Name(id='f', ctx=Load()), body=[Pass()])])");
}

TEST(Parser, FStrings) {
  EXPECT_EQ(dump_expression("'a' f'b{x = !r:>{w}}' 'c'"),
            "JoinedStr(values=[Constant(value='abx = '), FormattedValue(value=Name(id='x', ctx=Load()), "
            "conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue("
            "value=Name(id='w', ctx=Load()), conversion=-1)])), Constant(value='c')])");
}

TEST(Parser, Parameters) {
  EXPECT_EQ(dump("def f(a, /, b=1, *c, d, e=2, **g) -> h: pass"),
            "FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')], "
            "vararg=arg(arg='c'), kwonlyargs=[arg(arg='d'), arg(arg='e')], kw_defaults=[None, "
            "Constant(value=2)], kwarg=arg(arg='g'), defaults=[Constant(value=1)]), body=[Pass()], "
            "returns=Name(id='h', ctx=Load()))");
}

TEST(Parser, ParenthesesBelongToWithOrToItsExpression) {
  EXPECT_EQ(dump("with (a as b, c): pass"),
            "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', "
            "ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()])");
  EXPECT_EQ(dump("with (a, b).c as d: pass"),
            "With(items=[withitem(context_expr=Attribute(value=Tuple(elts=[Name(id='a', ctx=Load()), "
            "Name(id='b', ctx=Load())], ctx=Load()), attr='c', ctx=Load()), optional_vars=Name(id='d', "
            "ctx=Store()))], body=[Pass()])");
}

TEST(Parser, IdentifiersAreNormalisedAndInterned) {
  DiagnosticSink sink;
  Arena arena;
  // U+FB01 is the ligature "fi"; U+212B the Angstrom sign.
  auto file = SourceFile::from_bytes("t.py", "\xef\xac\x81 = fi\n\xe2\x84\xab\n", sink);
  ast::Module* module = parse_module(*file, arena, sink);
  ASSERT_NE(module, nullptr);
  auto* assign = ast::as<ast::Assign>(module->body[0]);
  auto* target = ast::as<ast::Name>(assign->targets[0]);
  auto* value = ast::as<ast::Name>(assign->value);
  EXPECT_EQ(target->id, "fi");
  EXPECT_EQ(target->id.data(), value->id.data());
  EXPECT_EQ(ast::as<ast::Name>(ast::as<ast::ExprStmt>(module->body[1])->value)->id, "\xc3\x85");
  EXPECT_EQ(unicode::nfkc("e\xcc\x81"), "\xc3\xa9");
}

TEST(Parser, DeepNestingIsRefusedNotFatal) {
  auto repeat = [](const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const std::string too_deep = "error: too many nested expressions or blocks";
  EXPECT_EQ(dump(repeat("(", 1000)), "error: too many nested parentheses");
  EXPECT_EQ(dump(repeat("-", 100000) + "1"), too_deep);
  EXPECT_EQ(dump("1" + repeat("+1", 100000)), too_deep);
  EXPECT_EQ(dump("x" + repeat(".y", 100000)), too_deep);
  EXPECT_EQ(dump("if a: pass\n" + repeat("elif b: pass\n", 100000)), too_deep);
  EXPECT_EQ(dump(repeat("f(a b ", 90)), "error: invalid syntax. Perhaps you forgot a comma?");
  EXPECT_NE(dump("1" + repeat("+1", 3000)).rfind("error", 0), 0u);
}

}  // namespace
}  // namespace portalis
