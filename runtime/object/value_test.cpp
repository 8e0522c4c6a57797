// Floats without an object: which have such a form, and that they come back as they were.
#include "runtime/object/value.hpp"

#include <cmath>

#include "gtest/gtest.h"

namespace py {
namespace {

void expect_round_trip(double d) {
  Value v;
  bool small = std::fabs(d) < 0x1p-253 && d != 0, large = !(std::fabs(d) < 0x1p257);
  ASSERT_EQ(encode_inline_float(d, v), !small && !large) << d;
  if (small || large) return;
  EXPECT_TRUE(v.is_inline_float());
  EXPECT_FALSE(v.is_object() || v.is_small_int());
  EXPECT_EQ(std::bit_cast<uint64_t>(v.inline_float()), std::bit_cast<uint64_t>(d)) << d;
}

TEST(InlineFloat, ComesBackAsItWas) {
  for (int exponent = -1074; exponent <= 1023; ++exponent) {
    for (double mantissa : {1.0, 1.0 + 0x1p-52, 1.0 + 0x1p-51, 1.5, 2.0 - 0x1p-51, 2.0 - 0x1p-52}) {
      expect_round_trip(std::ldexp(mantissa, exponent));
      expect_round_trip(-std::ldexp(mantissa, exponent));
    }
  }
  for (double d : {0.0, -0.0, double{INFINITY}, -double{INFINITY}, double{NAN}}) expect_round_trip(d);
}

}  // namespace
}  // namespace py
