from fractions import Fraction as F
import math


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(F(1, 3), repr(F(6, -4)), F("3/4"), F("-1.25"), F("1e-3"), F(0.5), F(" 7 "), F(F(1, 2), F(3, 4)), F(), F(5))
print(F(1, 3) + F(1, 6), F(1, 2) - 1, 2 * F(1, 4), F(1, 2) / F(3, 4), 1 / F(2, 3), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), F(1, 2) + 0.5, 0.5 - F(1, 4))
print(F(2, 3) ** 2, F(2, 3) ** -2, F(4) ** F(1, 2), 2 ** F(3), 2 ** F(1, 2), -F(1, 2), abs(F(-1, 2)), +F(1, 2))
print(int(F(-7, 2)), float(F(1, 3)), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), math.floor(F(-1, 2)), math.ceil(F(1, 2)), bool(F(0)))
print(F(1, 2) == 0.5, F(1, 2) < F(2, 3), F(1, 2) > 0.4, F(4, 2) == 2, hash(F(1, 2)) == hash(0.5), hash(F(3)) == 3, max(F(1, 3), F(1, 2)), sum([F(1, 10)] * 10), F(3.141592653589793).limit_denominator(1000), F(1, 3).numerator, F(2, 4).as_integer_ratio())
attempt(lambda: F(1, 0))
attempt(lambda: F("x"))
attempt(lambda: F(1, 2) / 0)
attempt(lambda: F(1, 1.5))
attempt(lambda: F(None))
attempt(lambda: F(1, 2) + "x")
attempt(lambda: F(1, 2) < "x")
attempt(lambda: F(0) ** -1)
