# float(): texts, repr at the edges, hex and fromhex, is_integer, as_integer_ratio, methods' errors.
import sys


def show(f, *args):
    try:
        print(repr(f(*args)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for t in ("1", " 1.5 ", ".5", "5.", "1e5", "1E-5", "1_0.0_1", "1__0", "_1.0", "1._5", "1e1_0", "inf", "-Infinity", "+inf", "NaN", "-nan", "infin", "1e400", "-1e400", "1e-400", "", " ", ".", "e5", "1e", "1e+", "0x10", "1.5.2", "١٢.٥", "1,5", "--1", "+-1", "1 2", "\n3\t", "1\0"):
    show(float, t)
print()
for v in (0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e22, 1e23, 1.5e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 100.0, 1e5, 1234567.0, -0.0, 1 / 3, 2 / 3, 1e100, 9007199254740993.0, 4.35, 0.3, 2.675, 1.0000000000000002, 123e-7):
    print(v, repr(v) == str(v), end="; ")
print()
for v in (1.0, -0.5, 0.1, 1e300, 5e-324, 0.0, -0.0, float("inf"), float("nan"), 3.14159, 2.0 ** -1022):
    print(v.hex(), end=" ")
print()
for t in ("0x1p3", "1.8", "0x1.8p1", "-0x.1p-4", "inf", "nan", "-INF", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "", "0x", "1p", "0xg", " 0x1p1 ", "0x1.0000000000000800001p0", "0x1.00000000000008p0", "0x1.00000000000018p0", "0X1.8P+2", "1e5"):
    show(float.fromhex, t)
print()
show(float.fromhex, 5)
for v in (1.0, 1.5, -3.0, 1e300, float("inf"), float("nan"), 0.0):
    print(v.is_integer(), end=" ")
    show(v.as_integer_ratio)
print()
for v in (0.5, -2.25, 1e-3, 5e-324, 2.0 ** 60, 1e22):
    print(v.as_integer_ratio(), end=" ")
print()
print((1.5).conjugate(), (1.5).real, (1.5).imag, float.__name__, (2.5).__trunc__(), (2.5).__floor__(), (-2.5).__ceil__(), float.__getformat__("double"))
for a in (None, [], "x", 1j, {}, b"1.5", bytearray(b"2"), memoryview(b"3.5"), b"x", object, True, 10 ** 400):
    show(float, a)
print()
show(float, 1, 2)
show(lambda: float(x=1))
show(float)


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


class Bad:
    def __float__(self):
        return 3


class Sub(float):
    pass


class GivesSub:
    def __float__(self):
        return Sub(1.25)


show(float, F())
show(float, I())
show(float, Bad())
show(float, Sub(2))
print(type(float(Sub(2))), type(Sub(1) + Sub(2)), repr(Sub(0.1)), Sub("1e3"), Sub(1) == 1, hash(Sub(1.5)) == hash(1.5))
i = sys.float_info
print(i.max, i.min, i.epsilon, i.dig, i.mant_dig, i.max_exp, i.min_exp, i.radix, i.max_10_exp, i.min_10_exp, i.rounds)
print(hash(0.5), hash(1e300), hash(float("inf")), hash(float("-inf")), hash(-1.0), hash(0.1), hash(2.0 ** 61), hash(1e-300))
print(sorted([3.5, -0.0, 0.0, 1, float("-inf"), 2 ** 70, 1e18, float("inf")]), max(0.0, -0.0), min(-0.0, 0.0), max(float("nan"), 1), max(1, float("nan")))
n = float("nan")
print(n == n, n != n, n < n, n in [n], [n] == [n], {n: 1}[n], n is n, [n].index(n), [n].count(float("nan")), (n,) < (n,))
