"""Functions that call themselves, unboxed: their depth, the recursion limit, and the name being given away meanwhile."""
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def power(base, n):
    if n == 0:
        return 1
    half = power(base, n // 2)
    return half * half if n % 2 == 0 else half * half * base


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def binomial(n, k):
    return 1 if k == 0 or k == n else binomial(n - 1, k - 1) + binomial(n - 1, k)


class Tree:
    def __init__(self, value):
        self.value = value

    def paths(self, right, down):
        return 1 if right == 0 or down == 0 else self.paths(right - 1, down) + self.paths(right, down - 1) + self.value * 0


def deepest(function):
    low, high = 1, 100000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            function(middle)
            low = middle
        except RecursionError:
            high = middle - 1
    return low


print(fib(24), depth(900), power(3, 40), power(3, 41), power(10, 30), ackermann(2, 6), binomial(16, 7))
print(is_even(500), is_even(501), is_odd(77), Tree(3).paths(7, 6))
print(fib(20.0), fib(True), depth(5.0))

# The limit is where CPython has it, from whatever depth the first call comes.
here = len([None for _ in iter(lambda frames=[sys._getframe()]: frames.append(frames[-1].f_back) or frames[-1], None)])
print(here, deepest(depth), deepest(is_even))
for limit in (150, 400, 3000):
    sys.setrecursionlimit(limit)
    print(limit, deepest(depth), deepest(is_even))
sys.setrecursionlimit(1000)

try:
    depth(-1)
except RecursionError as error:
    print(error)
try:
    binomial(3, 5)
except RecursionError as error:
    print(error)

# The name is something else from now on.
plain = fib


def fib(n, seen=[]):
    seen.append(n)
    return 100


print(plain(5), plain(1), fib(3))
fib = plain
print(fib(15))
del fib
try:
    print(plain(1), plain(2))
except NameError as error:
    print(error)
globals()["fib"] = plain
print(plain(10))
globals()["depth"], kept = (lambda n: n * 1000), depth
print(kept(3), kept(0), depth(3))
power.__code__ = (lambda base, n: -1).__code__
print(power(2, 10))
