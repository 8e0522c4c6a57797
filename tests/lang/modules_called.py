# A variable that is a function here and a module in C++ there, called and asked for attributes.
import itertools
import math


def one():
    return 1


for x in (one, math, math.sqrt, itertools, itertools.count):
    try:
        print(x())
    except TypeError as e:
        print(str(e).replace("math.sqrt()", "sqrt()"))
    print(getattr(x, "pi", None))
    try:
        print(x.floor(2.5))
    except AttributeError as e:
        print(str(e).replace("builtin_function_or_method", "function"))
y = one if len("ab") == 2 else math
print(y())


# Functions of modules that are changed between calls from one place.
def roots(x):
    return math.floor(x)


def first(module, *rest):
    return module.reduce(*rest)


print(roots(2.5), roots(3.5))
kept = math.floor
math.floor = lambda x: "mine"
print(roots(2.5), roots(2.5))
del math.floor
try:
    print(roots(2.5))
except AttributeError as e:
    print(e)
for name in ("added", "also"):
    setattr(math, name, name)
math.floor = kept
print(roots(2.5), roots(-2.5))
math.floor = math.ceil
print(roots(2.5))
math.floor = kept
try:
    math.floor(1, 2)
except TypeError as e:
    print(e)

import functools
import operator
import types

other = types.ModuleType("other")
other.reduce = lambda *rest: len(rest)
for module in (functools, other, functools, other, functools):
    print(first(module, operator.add, [1, 2, 3]), end=" ")
print()
other.__getattr__ = lambda name: (lambda *rest: name)
del other.reduce
print(first(other, 1), first(functools, operator.mul, [2, 5]))


def dunder(module):
    return module.__dir__(), module.__class__(module.__name__ + "2").__name__


print(len(dunder(other)[0]) > 3, dunder(other)[1])

# Methods of objects that modules hold, and what is found before the arguments are computed.
import random

random.seed(5)
held = random.random


def dice(n):
    return [random.randint(1, 6) for _ in range(n)], [random.random() < 1 for _ in range(2)], random.choice(identity("abc")), random.getrandbits(identity(8))


def identity(x):
    random.random = lambda: 0.5 if random.random is not held else held()
    return x


print(dice(3))
print(dice(2), random.random())
random.random = held
for call in (lambda: random.random(1), lambda: random.getrandbits(), lambda: random.nosuch(identity(1)), lambda: math.sqrt(identity(4.0))):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(e)
