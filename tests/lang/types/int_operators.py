# Operators of int: division and modulo signs, shifts, powers, bit operations, comparisons with other numeric types, errors.
import operator


def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, r, end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (5, 0), (2 ** 70, 3), (-2 ** 70, 2 ** 35), (1, 2 ** 65), (-1, 2 ** 65), (2 ** 62, 2 ** 62), (-2 ** 62, 1)]
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "and_", "or_", "xor"):
    print(name, end=": ")
    for a, b in pairs:
        show(getattr(operator, name), a, b)
    print()
for a, b in pairs:
    show(divmod, a, b)
print()
for a, b in ((2, 10), (2, -1), (0, 0), (0, -1), (-2, 3), (-2, -3), (10, 30), (7, 0), (2, 0.5), (-8, 1 / 3), (2 ** 64, 2), (1, 10 ** 20), (-1, 10 ** 20 + 1), (True, True)):
    show(pow, a, b)
print()
for a, b, m in ((2, 10, 1000), (2, -1, 7), (3, -2, 11), (2, -1, 4), (5, 3, -7), (5, 3, 1), (5, 3, 0), (-5, 3, 7), (2, 10 ** 30, 97), (2, 3, 4.0), (10 ** 40, 10 ** 20, 10 ** 15 + 37), (0, 0, 1), (38, -1, 97)):
    show(pow, a, b, m)
print()
for a, b in ((1, 0), (1, 62), (1, 63), (1, 64), (1, 200), (-1, 3), (-5, 1), (0, 10 ** 30), (5, -1)):
    show(operator.lshift, a, b)
print()
for a, b in ((1, 1), (-1, 1), (-1, 1000), (2 ** 100, 99), (-2 ** 100, 99), (-2 ** 100 - 1, 99), (5, 10 ** 30), (-5, 10 ** 30), (5, -1)):
    show(operator.rshift, a, b)
print()
for v in (0, 1, -1, 2 ** 62 - 1, -2 ** 62, 2 ** 63, -2 ** 63, 10 ** 25, True, False):
    print(-v, +v, ~v, abs(v), bool(v), not v, end="; ")
print()
for a, b in ((1, 1.0), (2 ** 53, 2.0 ** 53), (2 ** 53 + 1, 2.0 ** 53), (10 ** 400, float("inf")), (-10 ** 400, float("-inf")), (1, float("nan")), (0, -0.0), (1, True), (1, 1 + 0j), (3, 3.5), (2 ** 1023, 2.0 ** 1023), (2 ** 1024, 1.7e308)):
    print(a == b, a != b, hash(a) == hash(b) if b == b else None, end=" ")
    if not isinstance(b, complex):
        print(a < b, a <= b, a > b, a >= b, end="; ")
print()
for f, a, b in ((operator.add, 1, "a"), (operator.sub, 1, None), (operator.mul, 1, {}), (operator.lt, 1, "a"), (operator.and_, 1, 1.0), (operator.lshift, 1, 1.0), (operator.mod, 1, []), (operator.pow, 1, "x"), (operator.ge, 1, 1j), (operator.matmul, 1, 2), (operator.truediv, 2 ** 2000, 3), (operator.truediv, 2 ** 2000, 2 ** 1999), (operator.truediv, 1, 2 ** 2000), (operator.truediv, 10 ** 308, 10 ** -1 if False else 7), (operator.floordiv, 1.5, 0), (operator.mod, 5, 0.0)):
    show(f, a, b)
print()
print((2 ** 200 + 12345) / 2 ** 150, 10 ** 30 / 7, -10 ** 30 / 7, 3 / 10 ** 25, 2 ** 53 * 3 + 1, (2 ** 54 + 3) / 4)
print(float(2 ** 53 + 1), float(2 ** 54 + 6), float(10 ** 22), float(10 ** 23), float(-3 ** 50))
show(float, 2 ** 1024)
show(float, 2 ** 1024 - 2 ** 970)
show(float, 2 ** 1024 - 2 ** 970 - 1)
print()
print(hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(2 ** 200), hash(-10 ** 40), hash(True))
x = 5
x += 2 ** 64
x -= 2 ** 64
x *= -3
x //= 2
x **= 2
x %= 50
x <<= 3
x >>= 1
x |= 1
x &= 0xff
x ^= 0xf
print(x)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1, (1 < 2) is True)
