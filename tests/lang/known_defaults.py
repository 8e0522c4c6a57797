"""Known functions called without the arguments that have defaults: constants, and what becomes of them."""


def f(a, b=2, c=None):
    return a + b if c is None else a + b + c


def first(xs, start=0, stop=10 ** 30):
    total = 0
    for i, x in enumerate(xs):
        if i >= start and i < stop:
            total += x
    return total


def listed(x, seen=[]):
    seen.append(x)
    return len(seen)


def named(a, b=1, *, c=2):
    return a * 100 + b * 10 + c


def rest(a, b=1, *args, **kw):
    return a, b, args, kw


def only(a, b=5, /):
    return a - b


class Vector:
    def __init__(self, x=0.0, y=0.0, name="v"):
        self.x = x
        self.y = y
        self.name = name

    def scale(self, k, l=None, m=1):
        if l is None:
            l = 1.0 - k
        return Vector(self.x * k, self.y * l * m)

    def __repr__(self):
        return f"{self.name}({self.x}, {self.y})"


def loop(n):
    t = 0
    for i in range(n):
        t += f(i) + f(i, 5) + f(i, 5, 6) + only(i) + only(i, 1)
    v = Vector(1.0, 3.0)
    for i in range(n):
        v = v.scale(0.5)
    return t, v, Vector(), Vector(2), Vector(1.5, 2, "w")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(loop(20))
print(first([1, 2, 3]), first([1, 2, 3], 1), first([1, 2, 3], 1, 2), listed(1), listed(2), named(1), named(1, 2), named(1, c=7), rest(1), rest(1, 2, 3, k=4))
attempt(lambda: f())
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f("a"))
attempt(lambda: only(1, b=2))
attempt(lambda: Vector(1, 2, 3, 4))

f.__defaults__ = (1000, 1)
print(loop(20), f(1), f(1, 1))
f.__defaults__ = (1000,)
attempt(lambda: loop(20))
attempt(lambda: f(1))
f.__defaults__ = None
attempt(lambda: f(1))
f.__defaults__ = (2, None)
print(loop(3), f(1))
Vector.__init__.__defaults__ = (7.0, 8.0, "u")
print(loop(3))
Vector.scale.__defaults__ = (0.25, 2)
print(loop(3))
del Vector.__init__.__defaults__
attempt(lambda: loop(3))
