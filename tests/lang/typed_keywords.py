"""Calls of known functions, methods, classes and instances with keywords and without what has defaults."""
import sys


def mix(a, b=2, c=3):
    return a * 100 + b * 10 + c


def only(a, /, b=5):
    return a - b


def show(x):
    print("evaluated", x)
    return x


class Point:
    def __init__(self, x, y=0.5, z=1.0):
        self.x = x
        self.y = y
        self.z = z

    def scaled(self, k, dx=0.0, dy=0.0):
        return Point(self.x * k + dx, y=self.y * k + dy)

    def __call__(self, k, shift=1.0):
        return self.x * k + self.y + shift

    def __repr__(self):
        return f"Point({self.x}, {self.y}, {self.z})"


class Shifted(Point):
    def __call__(self, k, shift=10.0):
        return Point.__call__(self, k, shift=shift) * 2


def totals(n):
    t = 0
    for i in range(n):
        t += mix(i) + mix(i, c=1) + mix(b=i, a=1) + mix(c=i, b=i, a=i) + only(i, b=1) + only(i)
    return t


def moved(n):
    p = Point(1.0)
    total = 0.0
    for i in range(n):
        p = p.scaled(0.5, dy=1.0).scaled(k=1.25, dx=0.25)
        total += p(2.0) + p(k=1.5, shift=0.5) + p(2.0, shift=i * 0.5)
    return p, total


def called(p, n):
    total = 0.0
    for i in range(n):
        total += p(i * 0.5)
    return total


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as error:
        print("TypeError:", error)


print(totals(50), moved(10))
print(called(Point(1.5), 40), called(Shifted(1.5), 40))
print(mix(show(1), c=show(2), b=show(3)))
attempt(lambda: mix(b=1))
attempt(lambda: mix(1, a=2))
attempt(lambda: mix(1, d=2))
attempt(lambda: only(a=1, b=2))
attempt(lambda: Point(1.0, w=2))
attempt(lambda: Point(1.0)(shift=2))

mix.__defaults__ = (7, 8)
print(totals(3))


def other(a, *, c=0, b=1):
    return a + b + c


def use(n):
    return [mix(i, c=i * 2) for i in range(n)]


print(use(3))
mix = other
print(use(3))
Point.__call__ = lambda self, k, shift=0: -k
print(called(Point(1.5), 5), moved(2))


class Late:
    pass


def maybe(p):
    try:
        return p(1.0)
    except TypeError as error:
        return str(error)


late = Late()
late.__call__ = lambda k: "on the instance"
print(maybe(late), maybe(Point(2.0)), maybe(mix) if len(sys.argv) > 5 else "")
