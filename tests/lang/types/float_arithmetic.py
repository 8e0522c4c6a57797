# Float arithmetic: floor division and modulo of signed zeros and infinities, powers, rounding half to even, errors.
import operator


def show(f, *args):
    try:
        print(repr(f(*args)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


inf, nan = float("inf"), float("nan")
values = [1.5, -1.5, 0.0, -0.0, inf, -inf, nan, 7, 1e308]
for op in (operator.floordiv, operator.mod, divmod, operator.pow, operator.truediv):
    print(op.__name__)
    for a in values:
        for b in values:
            if op is not operator.pow or abs(a) < 1e300 or abs(b) < 100:
                show(op, float(a), b)
    print()
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16 + 1, 1234.5678, -0.0, 5e-324):
    print(round(x), end=" ")
    for n in (0, 1, 2, -1, -2, 20, -400, 400):
        print(round(x, n), end=" ")
    print()
for args in ((1.5, None), (inf,), (nan,), (inf, 1), (nan, 2), (1e308, -308), (1.7e308, -308), (1.5, "x"), (1.5, 1.0), (5.015, 2), (1e22, -22), (0.1 + 0.2, 17), (-2.5,), (3.5, 0)):
    show(round, *args)
print()
for v in (12345, 12355, -12345, -5, 5, 15, 25, 10 ** 25 + 5):
    for n in (0, -1, -2, -5, 3, None):
        print(round(v, n), end=" ")
print()
show(round, 2 ** 70 + 5, -1)
show(round, True)
show(round, True, -1)
show(round, 1j)
show(round, "x")
show(round)
show(round, 1, 2, 3)
print(round(number=2.567, ndigits=1))


class R:
    def __round__(self, *a):
        return a


print(round(R()), round(R(), 2), round(R(), None))
for f, a, b in ((operator.add, 1.5, "x"), (operator.mod, 1.5, None), (operator.lshift, 1.5, 2), (operator.and_, 1.5, 2.5), (operator.lt, 1.5, "x"), (operator.lt, 1.5, 1j), (operator.floordiv, 1.5, 1j), (operator.pow, -1.0, 0.5), (operator.pow, 0.0, -1), (operator.pow, 2.0, 1e9), (operator.mul, 1e200, 1e200), (operator.add, 1.0, 10 ** 400), (operator.lt, 1.0, 10 ** 400)):
    show(f, a, b)
print()
show(pow, 2.0, 3, 5)
show(operator.invert, 1.5)
print(-1.5 // 1, 1 // 0.3, 1 % 0.3, -1 % 0.3, 5.5 % -2, -0.0 % 5, 0.0 // -1, 1e308 * 10 - 1e308 * 10, 0.1 * 3, 1 - 0.9, 1e16 + 1 + 1, -2.0 ** 2, 2 ** -1, (-2) ** 0.5)
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, sum([0.1] * 10), sum([0.1] * 10, 0.0), abs(-0.0), +-0.0, -nan, 4.0 .__eq__("x"), (1.0).__add__("x"), 1.0.__rpow__(2), 5.0 .__divmod__(3))
a = [0.1, 1e100, -1e100]
print(sum(a), sum(reversed(a)), min(a), max(a), sorted(a, key=abs))
