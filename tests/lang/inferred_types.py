"""What inference expects is not what comes: every way around it must still give CPython's answer."""
import math
import sys
from math import sqrt


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return sqrt(self.x * self.x + self.y * self.y)

    def scaled(self, k):
        return Point(self.x * k, self.y * k)


def area(w, h):
    half = w * h / 2.0
    return half + w * 0.0 + h * 0.0


def poly(x):
    y = x * x + 2.0 * x
    x = x + y
    return x - y * x


def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)


# Floats everywhere, as far as the program's text goes ...
for i in range(3):
    p = Point(i + 0.5, i * 2.0)
    print(p.norm(), p.scaled(0.5).norm(), area(p.x, p.y), poly(p.x))

# ... and then something else by a way that nothing in the text shows.
functions = {"area": area, "poly": poly}
for name, args in (("area", (3, 4)), ("area", (2 ** 80, 2)), ("area", (True, 2.5)), ("area", ("a", 2)), ("area", (None, 1.0)),
                   ("area", (1 + 2j, 2)), ("poly", (3,)), ("poly", (2 ** 70,)), ("poly", ("x",)), ("poly", ([],)), ("poly", (float("nan"),)),
                   ("poly", (float("inf"),)), ("poly", (-0.0,)), ("poly", (1e308,)), ("poly", (5e-324,)), ("poly", (True,))):
    show(functions[name], *args)

p = Point(1.0, 2.0)
setattr(p, "x", "text")
show(p.norm)
p.__dict__["x"] = 3
p.__dict__["y"] = 4
show(p.norm)
vars(p)["x"] = 2 ** 100
show(p.norm)
del p.x
show(p.norm)
Point.x = 6.0
p.y = 8
show(p.norm)
Point.x = property(lambda self: 0.6)
p.y = 0.8
show(p.norm)
del Point.x


class Odd(float):
    def __mul__(self, other):
        return "odd times %r" % (other,)

    __rmul__ = __mul__

    def __add__(self, other):
        return "odd plus %r" % (other,)


show(area, Odd(2.0), 3.0)
show(area, 3.0, Odd(2.0))
show(poly, Odd(1.5))


# Globals changed from outside.
RATE = 1.5


def cost(n):
    total = 0.0
    for i in range(n):
        total += RATE * i
    return total


print(cost(4))
globals()["RATE"] = 2
print(cost(4))
setattr(sys.modules[__name__], "RATE", "ab")
show(cost, 2)
sys.modules[__name__].RATE = 0.5
print(cost(4))
RATE = None
show(cost, 2)


# Rebinding what is called.
def twice(x):
    return x * 2.0


def use(x):
    return twice(x) + 1.0


print(use(1.5))
globals()["twice"] = lambda x: "patched"
show(use, 1.5)
twice = abs
show(use, -1.5)
del twice
show(use, 1.0)
math.sqrt = lambda x: "root"
show(math.sqrt, 2.0)
show(p.scaled(2.0).norm) if hasattr(p, "x") else print("no x")


# Locals: deleted, bound in some branches, changed type in a loop.
def changing(n):
    x = 0.5
    out = []
    for i in range(n):
        out.append(x)
        if i == 1:
            x = x * 2 ** 60
        elif i == 2:
            x = int(x)
        elif i == 3:
            x = x * x * x
        elif i == 4:
            x = [x]
        elif i == 5:
            del x
            x = 1.0
    return out


print(changing(8))


def unbound(flag):
    if flag:
        x = 1.5
    y = x * 2.0
    del x
    return y, x


for flag in (True, False):
    try:
        print(unbound(flag))
    except UnboundLocalError as e:
        print(e)


# Big ints at the edges of what is held inline.
def edges(a, b):
    return a + b, a - b, a * b, -a, abs(a), a < b, a == b, min(a, b), max(a, b)


for a in (2 ** 62 - 1, 2 ** 62, -(2 ** 62), -(2 ** 62) - 1, 2 ** 63 - 1, -(2 ** 63), 0, 1, -1, 0.5):
    for b in (1, -1, 2 ** 62 - 1, -(2 ** 62), 1.0):
        print(edges(a, b))


# Recursion with mixed results and exceptions on the way.
def tree(n):
    if n == 0:
        return 1.0
    if n == 7:
        raise ValueError("seven")
    try:
        return tree(n - 1) * 1.5 + tree(n - 2) if n > 1 else 2
    except ValueError:
        return "failed"
    finally:
        n = None


for n in range(10):
    show(tree, n)


# Parameters captured, defaulted, starred and by keyword.
def many(a, b=1.5, *rest, c=2.5, **named):
    def inner():
        nonlocal b
        b = b * 2.0
        return a * b
    return inner() + inner(), b * c + sum(rest), sorted(named)


print(many(1.0), many(1.0, 2.0, 3, 4, c=5.0, z=1), many("a", 1) if False else None)
show(many, "a", 1)


def generator(x):
    while True:
        x = x * 1.5
        sent = yield x
        if sent is not None:
            x = sent


g = generator(1.0)
print(next(g), next(g), g.send(2), g.send(2 ** 70))
show(g.send, "s")


class Base:
    def value(self):
        return 1.5

    def doubled(self):
        return self.value() * 2.0


class Other(Base):
    def value(self):
        return "v"


print(Base().doubled())
show(Other().doubled)
Other.value = lambda self: 10 ** 30
show(Other().doubled)
data = [1.0, 2.5]
data[0] = "first"


def total(items):
    t = 0.0
    for x in items:
        t = t + x * x
    return t


show(total, data)
data[0] = 2 ** 65
show(total, data)
show(total, [0.1] * 10)
show(total, (1, 2, 3))
