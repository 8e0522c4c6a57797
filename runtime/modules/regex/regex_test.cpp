// The machine on programs written by hand; what patterns mean is shown by tests/lang/stdlib/re.
#include <gtest/gtest.h>

#include <string>

#include "runtime/modules/regex/program.hpp"

namespace py::regex {
namespace {

Program program(std::vector<uint32_t> code, uint32_t groups = 0, uint32_t counters = 0) {
  Program p;
  p.code = std::move(code);
  p.groups = groups;
  p.marks = p.last_closed() + 1 + 2 * counters;
  p.first = first_chars(p);
  return p;
}
struct Result {
  Found found;
  std::vector<int64_t> marks;
};
Result find(const Program& p, const std::string& text, Where where = Where::anywhere, int64_t start = 0, bool moved = false) {
  Result r{Found::no, std::vector<int64_t>(p.marks)};
  r.found = find_match(p, {text.data(), 1, static_cast<int64_t>(text.size())}, start, static_cast<int64_t>(text.size()), where, moved, r.marks.data());
  return r;
}

TEST(CharSet, RangesClassesAndCase) {
  CharSet letters(false, false, false, 0, {'a', 'f', 0x400, 0x410});
  EXPECT_TRUE(letters.has('c') && letters.has(0x405));
  EXPECT_FALSE(letters.has('g') || letters.has('C') || letters.has(0x411));
  CharSet ignoring(true, true, false, CharSet::digit, {'k', 'k'});
  EXPECT_FALSE(ignoring.has('K') || ignoring.has('k') || ignoring.has(0x212A) || ignoring.has('7') || ignoring.has(0x0663));   // Kelvin sign, Arabic three
  EXPECT_TRUE(ignoring.has('j'));
  CharSet ascii(false, true, true, CharSet::word, {});
  EXPECT_FALSE(ascii.has(0xE9));
}

TEST(FirstChars, AreKnownUnlessAMatchMayBeEmpty) {
  EXPECT_EQ(program({op_text, 2, 'x', 'y', op_done}).first.only, 'x');
  Program either = program({op_split, 7, op_one, test_char, 'a', op_jump, 10, op_one, test_char, 'b', op_done});
  EXPECT_TRUE(!either.first.any && either.first.has('a') && either.first.has('b') && !either.first.has('c'));
  EXPECT_TRUE(program({op_run, test_char, 'a', 0, no_limit, op_done}).first.any);
}

TEST(Machine, GivesBackWhatWasTakenTooMuch) {
  Program p = program({op_run, test_any, 0, 0, no_limit, op_mark, 2, op_text, 2, 'a', 'b', op_close, 3, 1, op_done}, 1);   // .*(ab)
  Result r = find(p, "xxabyab?");
  ASSERT_EQ(r.found, Found::yes);
  EXPECT_EQ(r.marks, (std::vector<int64_t>{0, 7, 5, 7, 1}));
  EXPECT_EQ(find(p, "xxabyab?", Where::whole).found, Found::no);
  EXPECT_EQ(find(p, "xxa").found, Found::no);
}

TEST(Machine, PutsMarksBackOnTheWayOut) {
  // (?:(a)b|a)c
  Program p = program({op_split, 15, op_mark, 2, op_one, test_char, 'a', op_close, 3, 1, op_one, test_char, 'b', op_jump, 18,
                       op_one, test_char, 'a', op_one, test_char, 'c', op_done}, 1);
  Result r = find(p, "ac");
  ASSERT_EQ(r.found, Found::yes);
  EXPECT_EQ(r.marks[2], -1);
  EXPECT_EQ(r.marks[4], -1);
}

TEST(Machine, LoopsNeedNoRecursion) {
  // (?:a|b)*  over more rounds than a stack could hold
  Program p = program({op_begin, 3, op_loop, 3, 0, no_limit, 0, 20, op_split, 15, op_one, test_char, 'a', op_jump, 18, op_one, test_char, 'b', op_jump, 2, op_done}, 0, 1);
  std::string text;
  for (int i = 0; i < 500000; ++i) text += "ab";
  Result r = find(p, text + "c");
  ASSERT_EQ(r.found, Found::yes);
  EXPECT_EQ(r.marks[1], 1000000);
}

TEST(Machine, AnEmptyMatchAtTheStartDoesNotCountWhenMoved) {
  Program p = program({op_run, test_char, 'a', 0, no_limit, op_done});
  EXPECT_EQ(find(p, "ba", Where::anywhere, 0, true).marks[0], 1);
  EXPECT_EQ(find(p, "b", Where::here, 0, true).found, Found::no);
  EXPECT_EQ(find(p, "b", Where::here, 2).found, Found::no);       // behind the end
}

TEST(Machine, WideTexts) {
  Program p = program({op_mark, 2, op_one, test_char, 0x1F600, op_close, 3, 1, op_again, 1, 0, op_done}, 1);
  const uint32_t text[] = {'x', 0x1F600, 0x1F600};
  std::vector<int64_t> marks(p.marks);
  ASSERT_EQ(find_match(p, {text, 4, 3}, 0, 3, Where::anywhere, false, marks.data()), Found::yes);
  EXPECT_EQ(marks[1], 3);
}

}  // namespace
}  // namespace py::regex
