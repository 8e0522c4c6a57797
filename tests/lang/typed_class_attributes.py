"""Class attributes, enumeration members and attributes of modules in typed code."""
import enum
import math
import sys


class Side(enum.Enum):
    LEFT = 1
    RIGHT = 2


class Shape:
    factor = 3
    limit = 100.0
    name = "shape"

    def __init__(self, n):
        self.n = n

    def area(self, k):
        total = 0
        for i in range(k):
            total += self.n * self.factor + i
        return total

    def clipped(self, x):
        return min(x * 2.0, self.limit) + math.pi

    @property
    def double(self):
        return self.n * 2

    def doubles(self, k):
        total = 0
        for i in range(k):
            total += self.double
        return total


class Small(Shape):
    factor = 2


class Odd(Shape):
    def __getattr__(self, name):
        return 11 if name == "other" else 7

    def others(self, k):
        total = 0
        for i in range(k):
            total += self.other + i
        return total


def count(sides):
    left = 0
    for side in sides:
        if side is Side.LEFT:
            left += 1
    return left


def rounds(shape, n):
    return [shape.area(5) for _ in range(n)]


shapes = [Shape(2), Small(3), Odd(4)]
for shape in shapes:
    print(rounds(shape, 3), shape.clipped(4.0), shape.clipped(400.0), shape.doubles(4))
print(shapes[2].others(3))
print(count([Side.LEFT, Side.RIGHT, Side.LEFT] * 10))
# An instance gets its own, the class another, and both lose them again.
shapes[0].factor = 10
print([s.area(2) for s in shapes])
Shape.factor = 1000
print([s.area(2) for s in shapes])
shapes[1].__dict__["factor"] = 5
print([s.area(2) for s in shapes])
del shapes[0].factor
print([s.area(2) for s in shapes])
del Small.factor
del shapes[1].__dict__["factor"]
print([s.area(2) for s in shapes])
Shape.limit = 1
print([s.clipped(40.0) for s in shapes])
Shape.factor = property(lambda self: self.n + 0.5)
print([s.area(2) for s in shapes])
del Shape.factor
for shape in shapes:
    try:
        print(shape.area(2))
    except AttributeError as error:
        print(error)


def circle(r):
    total = 0.0
    for _ in range(3):
        total += math.pi * r
    return total


def biggest(xs):
    best = -math.inf
    for x in xs:
        if x > best:
            best = x
    return best


print(circle(2.0), biggest([1.5, 2.5]), biggest([]))
math.pi, pi = 3, math.pi
print(circle(2.0))
del math.pi
try:
    circle(2.0)
except AttributeError as error:
    print(error)
math.pi = pi
print(circle(1.0), sys.maxsize)
