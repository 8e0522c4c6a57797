// Arrays of typed code against lists of the standard library: slices of all bounds and steps, growth, and references to one array.
#include "runtime/program/typed_arrays.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "runtime/object/runtime_test.hpp"

namespace py::test {
namespace {

using typed::Array;
using Given = std::optional<int64_t>;
using Items = std::vector<int64_t>;

class TypedArraysTest : public RuntimeTest {
 protected:
  static Array<int64_t> counting(int64_t n) { return Array<int64_t>::of(typed::Range(0, n, 1)); }
  static Items items(const Array<int64_t>& a) { return Items(a.items(), a.items() + a.size()); }
  static typed::Bound bound(Given g) { return g ? typed::Bound(*g) : typed::Bound(typed::open); }
};

// By the definition in the language reference: x = i + n * k, going towards j and never reaching it.
Items sliced(const Items& from, Given start, Given stop, int64_t step) {
  auto size = static_cast<int64_t>(from.size());
  auto clamp = [&](int64_t at, int64_t low, int64_t high) { return std::min(std::max(at < 0 ? at + size : at, low), high); };
  int64_t low = step < 0 ? -1 : 0, high = step < 0 ? size - 1 : size;
  int64_t i = start ? clamp(*start, low, high) : step < 0 ? high : low, j = stop ? clamp(*stop, low, high) : step < 0 ? low : high;
  Items out;
  for (; step < 0 ? i > j : i < j; i += step) out.push_back(from[static_cast<size_t>(i)]);
  return out;
}

TEST_F(TypedArraysTest, SlicesOfAllBoundsAndSteps) {
  for (int64_t size : {0, 1, 5}) {
    Array<int64_t> a = counting(size);
    for (int64_t from = -7; from <= 7; ++from) {
      for (int64_t to = -7; to <= 7; ++to) {
        for (int64_t step : {-7, -2, -1, 1, 2, 7}) {
          for (Given start : {Given(from), Given()}) {
            Array<int64_t> part = a.slice(bound(start), typed::Bound(to), typed::Bound(step));
            EXPECT_EQ(items(part), sliced(items(a), start, to, step)) << size << " " << from << " " << to << " " << step;
          }
        }
      }
    }
    EXPECT_FALSE(a.slice(typed::open, typed::open, typed::Bound(0)));
  }
}

TEST_F(TypedArraysTest, SlicesAreReplacedByMoreOrLess) {
  Array<int64_t> a = counting(6);
  EXPECT_TRUE(a.set_slice(1, 3, typed::open, Array<int64_t>::of({7, 8, 9, 10})));
  EXPECT_EQ(items(a), (Items{0, 7, 8, 9, 10, 3, 4, 5}));
  EXPECT_TRUE(a.set_slice(-3, typed::open, typed::open, Array<int64_t>::of({})));
  EXPECT_EQ(items(a), (Items{0, 7, 8, 9, 10}));
  EXPECT_TRUE(a.set_slice(4, 2, typed::open, Array<int64_t>::of({1})));            // before where it begins
  EXPECT_EQ(items(a), (Items{0, 7, 8, 9, 1, 10}));
  EXPECT_TRUE(a.set_slice(typed::open, typed::open, -2, Array<int64_t>::of({20, 30, 40})));
  EXPECT_EQ(items(a), (Items{0, 40, 8, 30, 1, 20}));
  EXPECT_FALSE(a.set_slice(typed::open, typed::open, 2, Array<int64_t>::of({1})));
  EXPECT_TRUE(a.set_slice(3, 3, typed::open, a));                                  // itself
  EXPECT_EQ(items(a), (Items{0, 40, 8, 0, 40, 8, 30, 1, 20, 30, 1, 20}));
}

TEST_F(TypedArraysTest, CopiesAreTheSameArray) {
  Array<int64_t> a = Array<int64_t>::of({}), b = a;
  for (int64_t n = 0; n < 1000; ++n) ASSERT_TRUE(a.append(n));
  EXPECT_EQ(b.size(), 1000);
  EXPECT_TRUE(b.insert(0, -1) && b.insert(-5000, -2) && b.insert(5000, 1000));
  int64_t out = 0;
  EXPECT_TRUE(a.get(-1, out) && out == 1000 && a.get(0, out) && out == -2);
  EXPECT_TRUE(a.pop(1, out) && out == -1 && a.pop(-1, out) && out == 1000);
  EXPECT_FALSE(a.get(1001, out) || a.get(-1002, out) || a.set(1001, 0) || a.pop(1001, out));
  Array<int64_t> none;
  b = none;
  EXPECT_FALSE(b);
  EXPECT_EQ(a.size(), 1001);
}

TEST_F(TypedArraysTest, LoopsSeeWhatIsAdded) {
  Array<int64_t> a = Array<int64_t>::of({1});
  typed::ArrayEach<int64_t> each(a);
  int64_t n = 0, seen = 0;
  for (; each.next(n); ++seen) {
    if (n < 10) ASSERT_TRUE(a.append(n + 1));
  }
  EXPECT_EQ(seen, 10);
}

TEST_F(TypedArraysTest, WhatDoesNotFitIsNull) {
  Array<int64_t> a = counting(3);
  EXPECT_EQ(a.repeated(-2).size(), 0);
  EXPECT_EQ(items(a.repeated(2)), (Items{0, 1, 2, 0, 1, 2}));
  EXPECT_FALSE(a.repeated(INT64_MAX));
  EXPECT_FALSE(a.repeated(INT64_MAX / 4));
  EXPECT_FALSE(error_pending());
}

TEST_F(TypedArraysTest, ListsHoldTheSame) {
  Ref list = typed::list_of(Array<int64_t>::of({1, INT64_MAX}));
  EXPECT_EQ(repr_of(list), "[1, 9223372036854775807]");
  list = Ref(typed::list_of(Array<double>::of({0.5, -0.0})));
  EXPECT_EQ(repr_of(list), "[0.5, -0.0]");
  list = Ref(typed::list_of(Array<bool>::of({true, false})));
  EXPECT_EQ(repr_of(list), "[True, False]");
}

}  // namespace
}  // namespace py::test
