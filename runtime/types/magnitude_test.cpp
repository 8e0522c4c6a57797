// Magnitude arithmetic against identities that hold for any correct implementation, over sizes that
// reach every algorithm (one digit, schoolbook, Karatsuba, recursive division), and known values.
#include "runtime/types/magnitude.hpp"

#include <gtest/gtest.h>

namespace py::magnitude {
namespace {

struct Generator {
  uint64_t state = 88172645463325252u;
  uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
  }
  Natural number(size_t digits) {
    Natural r;
    r.resize(digits);
    unsigned shape = next() % 4;
    for (size_t i = 0; i < digits; ++i) {
      r.data()[i] = shape == 0 ? 0xffffffffu : shape == 1 && next() % 3 ? 0 : static_cast<Digit>(next());
    }
    if (digits && r.data()[digits - 1] == 0) r.data()[digits - 1] = 1;
    return r;
  }
};

std::string text(View v, int base = 10) {
  std::string out;
  append_text(out, v, base);
  return out;
}
#define EXPECT_SAME(a, b) EXPECT_EQ(compare(a, b), 0) << text(a) << " != " << text(b)

const size_t sizes[] = {0, 1, 2, 3, 5, 9, 30, 79, 80, 81, 120, 161, 200, 333, 512, 700, 1025};

TEST(Magnitude, KnownValues) {
  EXPECT_EQ(text(power(Natural(2), 200)), "1606938044258990275541962092341162602522202993782792835301376");
  EXPECT_EQ(text(power(Natural(3), 150)), "369988485035126972924700782451696644186473100389722973815184405301748249");
  EXPECT_EQ(text(isqrt(power(Natural(10), 101))), "316227766016837933199889354443271853371955513932521");
  EXPECT_EQ(text(power_mod(power(Natural(3), 150), power(Natural(2), 200), Natural(1000000007))), "846613413");
  EXPECT_EQ(text(Natural(0)), "0");
}

TEST(Magnitude, MultiplicationDistributes) {
  Generator g;
  for (size_t n : sizes) {
    for (size_t m : sizes) {
      Natural a = g.number(n), b = g.number(m), c = g.number(m / 2 + 1);
      EXPECT_SAME(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
      Natural sum = add(a, b);
      EXPECT_SAME(subtract(sum, a), b);
    }
  }
}

TEST(Magnitude, DivisionInverts) {
  Generator g;
  for (size_t n : sizes) {
    for (size_t m : sizes) {
      if (m == 0) continue;
      Natural a = g.number(n), b = g.number(m), q, r;
      divide(a, b, q, r);
      ASSERT_LT(compare(r, b), 0);
      EXPECT_SAME(add(multiply(q, b), r), a);
      divide(multiply(a, b), b, q, r);
      EXPECT_SAME(q, a);
      EXPECT_TRUE(r.is_zero());
    }
  }
}

TEST(Magnitude, TextRoundTrips) {
  Generator g;
  for (size_t n : sizes) {
    for (int base : {2, 3, 7, 8, 10, 16, 32, 36}) {
      Natural a = g.number(n);
      std::string s = text(a, base);
      EXPECT_EQ(s[0] == '0', n == 0);
      EXPECT_SAME(from_text(s, base), a);
    }
  }
  EXPECT_EQ(text(power(Natural(10), 3000)), "1" + std::string(3000, '0'));
  EXPECT_EQ(text(subtract(power(Natural(10), 5000), Natural(1))), std::string(5000, '9'));
}

TEST(Magnitude, ShiftsAndBits) {
  Generator g;
  for (size_t n : sizes) {
    for (size_t bits : {0, 1, 31, 32, 33, 64, 100}) {
      Natural a = g.number(n);
      EXPECT_SAME(shift_right(shift_left(a, bits), bits), a);
      EXPECT_SAME(shift_left(a, bits), multiply(a, power(Natural(2), bits)));
      bool negative;
      // ~a == -a - 1, as a ^ -1
      Natural inverted = bitwise(BitOp::xor_op, a, false, Natural(1), true, negative);
      EXPECT_TRUE(negative);
      EXPECT_SAME(inverted, add(a, Natural(1)));
      // a & -a is the lowest set bit
      Natural lowest = bitwise(BitOp::and_op, a, false, a, true, negative);
      if (n) {
        EXPECT_FALSE(negative);
        EXPECT_SAME(lowest, power(Natural(2), trailing_zeros(a)));
      }
    }
  }
}

TEST(Magnitude, RootsAndDivisors) {
  Generator g;
  for (size_t n : sizes) {
    Natural a = g.number(n), b = g.number(n / 2 + 1), c = g.number(n / 3 + 1);
    Natural root = isqrt(a), next = add(root, Natural(1));
    EXPECT_LE(compare(multiply(root, root), a), 0);
    EXPECT_GT(compare(multiply(next, next), a), 0);
    Natural divisor = gcd(multiply(a, c), multiply(b, c));
    EXPECT_TRUE(remainder(divisor, c).is_zero());
    EXPECT_TRUE(remainder(multiply(a, c), divisor).is_zero());
    EXPECT_TRUE(remainder(multiply(b, c), divisor).is_zero());
    // Euclid, step by step
    Natural x(a), y(b);
    while (!y.is_zero()) {
      Natural r = remainder(x, y);
      x = static_cast<Natural&&>(y);
      y = static_cast<Natural&&>(r);
    }
    EXPECT_SAME(gcd(a, b), x);
  }
}

TEST(Magnitude, ModularPowerAndInverse) {
  Generator g;
  for (size_t n : {1, 2, 3, 5, 9, 20}) {
    Natural base = g.number(n + 1), modulus = g.number(n), e1 = g.number(3), e2 = g.number(n);
    modulus.data()[0] |= 1;
    if (n == 1) modulus.data()[0] |= 2;
    Natural left = power_mod(base, add(e1, e2), modulus);
    Natural right = remainder(multiply(power_mod(base, e1, modulus), power_mod(base, e2, modulus)), modulus);
    EXPECT_SAME(left, right);
    EXPECT_SAME(power_mod(base, Natural(5), modulus), remainder(power(base, 5), modulus));
    Natural inverse;
    if (compare(gcd(base, modulus), Natural(1)) == 0) {
      ASSERT_TRUE(inverse_mod(base, modulus, inverse));
      EXPECT_SAME(remainder(multiply(base, inverse), modulus), Natural(1));
      EXPECT_LT(compare(inverse, modulus), 0);
    } else {
      EXPECT_FALSE(inverse_mod(base, modulus, inverse));
    }
  }
}

}  // namespace
}  // namespace py::magnitude
