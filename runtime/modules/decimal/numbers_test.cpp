#include "runtime/modules/decimal/numbers.hpp"

#include <gtest/gtest.h>

namespace py::decimal {
namespace {

Precision precision(int digits, Rounding rounding = Rounding::half_even) { return {digits, -999999, 999999, rounding}; }

TEST(DecimalNumbers, CountsDigits) {
  EXPECT_EQ(digits_of(0), 1);
  for (int n = 1; n <= most_digits; ++n) {
    EXPECT_EQ(digits_of(power_of_ten(n) - 1), n);
    EXPECT_EQ(digits_of(power_of_ten(n - 1)), n);
  }
}

TEST(DecimalNumbers, AddsAndRounds) {
  Number sum;
  Precision three = precision(3);
  ASSERT_TRUE(add({false, 999, 0}, {false, 5, -1}, three, sum));           // 999.5: a tie, to even
  EXPECT_TRUE(sum.coefficient == 100 && sum.exponent == 1 && three.rounded && three.inexact);
  Precision exact = precision(28);
  ASSERT_TRUE(add({true, 15, -1}, {false, 15, -1}, exact, sum));
  EXPECT_TRUE(sum.coefficient == 0 && !sum.negative && !exact.rounded);
  EXPECT_FALSE(add({false, 1, 40}, {false, 1, 0}, exact, sum));            // does not fit
  EXPECT_FALSE(add({false, 0, -5}, {false, 1, 0}, exact, sum));            // a case of its own
}

TEST(DecimalNumbers, DividesWithARestThatCounts) {
  Number quotient;
  Precision p = precision(4, Rounding::half_down);
  ASSERT_TRUE(divide({false, 2, 0}, {true, 3, 0}, p, quotient));
  EXPECT_TRUE(quotient.coefficient == 6667 && quotient.exponent == -4 && quotient.negative && p.inexact);
  Precision exact = precision(4);
  ASSERT_TRUE(divide({false, 100, 0}, {false, 4, 0}, exact, quotient));
  EXPECT_TRUE(quotient.coefficient == 25 && quotient.exponent == 0 && !exact.rounded);
  EXPECT_FALSE(divide({false, 1, 0}, {false, 0, 0}, exact, quotient));
}

TEST(DecimalNumbers, RescalesUpAndDown) {
  Number result;
  for (auto [rounding, wanted] : {std::pair{Rounding::half_even, 2}, {Rounding::half_up, 3}, {Rounding::half_down, 2}, {Rounding::up, 3},
                                  {Rounding::down, 2}, {Rounding::ceiling, 3}, {Rounding::floor, 2}}) {
    Precision p = precision(9, rounding);
    ASSERT_TRUE(rescale({false, 25, -1}, 0, p, result));
    EXPECT_EQ(static_cast<int>(result.coefficient), wanted);
  }
  Precision p = precision(9);
  ASSERT_TRUE(rescale({false, 25, 0}, -2, p, result));
  EXPECT_TRUE(result.coefficient == 2500 && !p.rounded);
  EXPECT_FALSE(rescale({false, 25, 0}, -8, p, result));                    // ten digits
}

TEST(DecimalNumbers, ComparesAcrossExponents) {
  int order;
  ASSERT_TRUE(compare({false, 120, -2}, {false, 12, -1}, order));
  EXPECT_EQ(order, 0);
  ASSERT_TRUE(compare({true, 0, 0}, {false, 0, 5}, order));
  EXPECT_EQ(order, 0);
  ASSERT_TRUE(compare({true, 3, 0}, {true, 2, 0}, order));
  EXPECT_EQ(order, -1);
}

}  // namespace
}  // namespace py::decimal
