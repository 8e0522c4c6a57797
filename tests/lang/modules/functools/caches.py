# functools: lru_cache with sizes, typed keys, statistics, methods, recursion and errors; cache and cached_property.
import functools


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


calls = []


@functools.lru_cache(maxsize=2)
def square(x, *, k=0):
    "Doc of square."
    calls.append((x, k))
    return x * x + k


print(square(1), square(2), square(1), square(3), square(2), calls, square.cache_info())
print(square(3, k=1), square(3, k=0), square(3), square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(9))
square.cache_clear()
print(square.cache_info(), square.cache_info().hits, square.cache_info()._asdict(), square.cache_info()._fields)
show(square, [])
show(square)
show(square, 1, 2)
show(functools.lru_cache, "x")
show(functools.lru_cache, 1.5)


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


print(fib(80), fib.cache_info(), paths(12, 12), paths.cache_info().currsize, fib.cache_parameters())


@functools.lru_cache(typed=True)
def kind(x):
    return type(x).__name__


@functools.lru_cache()
def untyped(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind("1"), kind.cache_info(), kind.cache_parameters())
print(untyped(1), untyped(1.0), untyped(True), untyped((1,)), untyped((1.0,)), untyped.cache_info())


@functools.lru_cache(maxsize=0)
def never(x):
    return x


@functools.lru_cache(maxsize=-5)
def negative(x):
    return x


print(never(1), never(1), never.cache_info(), negative(1), negative.cache_info(), negative.cache_parameters())


@functools.lru_cache(maxsize=3)
def fails(x):
    if x < 0:
        raise ValueError("negative")
    return x


for v in (1, -1, -1, 2, 3, 4, 1):
    try:
        fails(v)
    except ValueError as e:
        print(e, end=" ")
print(fails.cache_info())


class Shape:
    made = 0

    def __init__(self, side):
        self.side = side

    @functools.cached_property
    def area(self):
        "The area."
        Shape.made += 1
        return self.side ** 2

    @functools.lru_cache(maxsize=None)
    def scaled(self, by=1):
        Shape.made += 100
        return self.side * by

    @staticmethod
    @functools.cache
    def helper(x):
        return x + 1

    @classmethod
    @functools.cache
    def named(cls):
        return cls.__name__


s = Shape(3)
print(s.area, s.area, Shape.made, s.__dict__, type(Shape.area).__name__, Shape.area.__doc__, Shape.area.attrname)
s.area = 50
print(s.area)
del s.area
print(s.area, s.scaled(2), s.scaled(2), s.scaled(by=2), Shape.made, Shape.scaled.cache_info(), Shape.helper(1), s.helper(1), Shape.named(), s.named())
t = Shape(4)
print(t.scaled(2), Shape.scaled.cache_info().currsize, t.area, s.area)


class Slotted:
    __slots__ = ()

    @functools.cached_property
    def v(self):
        return 1


show(lambda: Slotted().v)


class Twice:
    @functools.cached_property
    def a(self):
        return 1


try:
    class Bad:
        @functools.cached_property
        def a(self):
            return 1
        b = a
except (TypeError, RuntimeError) as e:
    print(type(e).__name__, e, repr(e.__cause__))
p = functools.cached_property(lambda self: 5)
show(p.__get__, Shape(1))
p.__set_name__(Shape, "z")
show(p.__set_name__, Shape, "y")
order = []


@functools.lru_cache(maxsize=3)
def lru(x):
    order.append(x)
    return x


for x in (1, 2, 3, 1, 4, 2, 1, 3, 4):
    lru(x)
print(order, lru.cache_info())
print(functools.lru_cache(maxsize=None)(lambda: 5)())
