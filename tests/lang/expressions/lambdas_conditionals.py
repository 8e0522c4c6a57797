# Lambdas and conditional expressions in odd places: defaults, nesting, star arguments, recursion, immediate calls, chained tests.
add = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(add(1), add(1, 3, 5, 7, d=9, z=1), (lambda: None)(), (lambda *a: a)(1, 2), (lambda **k: k)(x=1), (lambda a, /, b, *, c: a + b + c)(1, 2, c=3))
print((lambda x: (lambda y: x * y))(3)(4), (lambda f: f(f))(lambda f: "self"), [*map(lambda x, y=10: x + y, [1, 2])], sorted("bca", key=lambda c: -ord(c)), list(filter(lambda x: x & 1, range(6))))
compose = lambda f, *fs: (lambda x: f(compose(*fs)(x))) if fs else f
print(compose(str, abs, lambda v: v - 10)(3), (lambda n: (lambda f: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))(10))
Y = lambda f: (lambda x: f(lambda *a: x(x)(*a)))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: n if n < 2 else self(n - 1) + self(n - 2))(15))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "?": lambda a, b: a if a > b else b}
print({k: f(3, 5) for k, f in table.items()}, table["+"].__name__, table["+"].__qualname__)
grade = lambda s: "A" if s >= 90 else "B" if s >= 80 else "C" if s >= 70 else "F"
print([grade(s) for s in (95, 85, 75, 5)], "yes" if [] else "no", ("t" if 1 else "f") + "x", 1 if 0 else (2 if 0 else 3), [1, 2][0 if True else 1], (0, 1)[5 > 3], -(1 if True else 2), not (1 if 0 else 0))
x = 5
print(x if x > 3 else 0, (x, -x)[x < 0], x and x + 1, x or 9, None or x, 0 and x, x > 3 and x < 10, 3 < x < 10 > x != 4, x == 5 == True, (x == 5) == True, not x == 6)
calls = []


def t(v, r=None):
    calls.append(v)
    return v if r is None else r


print(t(1) < t(2) < t(3), t(3) < t(2) < t(9), t(0) or t("") or t("x"), t(1) and t(0) and t(5), t("c") if t(0) else t("e"), calls)
print((lambda: (yield 1))().__next__(), list((lambda: (yield from "ab"))()), [(yield_ := i) for i in (lambda: (1, 2))()], (lambda: [i for i in range(3)])(), (lambda v: {v: (lambda: v)()})(7))
fs = [lambda i=i: i ** 2 for i in range(4)] + [lambda: i if "i" in globals() else "no i"]
print([f() for f in fs])
print((lambda a, b: a)(*{"k": 1, "j": 2}), (lambda **k: sorted(k))(**{"z": 1}, y=2), (lambda *a, **k: (a, k))(1, *[2], c=3, **{"d": 4}), (lambda a=(lambda: 5)(): a)())
class K:
    mul = lambda self, n: self.v * n
    v = 3
    key = staticmethod(lambda s: s[::-1])
    prop = property(lambda self: self.v + 1)
    table = {n: (lambda self, n=n: n) for n in "ab"}
print(K().mul(4), K.key("abc"), K().prop, K.table["b"](None))
def outer(n):
    return (lambda: n), (lambda v: (n := v) if False else v), lambda: (lambda: (lambda: n)())()
print([f() if f.__code__.co_argcount == 0 else f(8) for f in outer(6)])
for bad in (lambda: (lambda a: a)(), lambda: (lambda: 1)(2), lambda: (lambda *, k: k)(1), lambda: (lambda a, a2=1: a)(a2=2), lambda: (lambda: undefined)(), lambda: (lambda x: x.y)(1)):
    try:
        bad()
    except (TypeError, NameError, AttributeError) as e:
        print(type(e).__name__, e)
print(*(lambda *a: a)(*"ab", *range(2)), sep="/", end="|\n")
print([(lambda x: x if x % 2 else "even")(i) for i in range(3)], max((lambda: [3, 1, 2])(), key=lambda v: v if v != 3 else -1), (lambda s: s.join(map(str, range(3))))("-"), (lambda d: d.update(a=1) or d)({}))
i = 100
print((lambda i: [i for i in range(i)] + [i])(3), i, (lambda: i)(), [lambda: i for i in range(2)][0]())
