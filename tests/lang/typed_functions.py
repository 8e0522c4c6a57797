# Functions on plain ints, floats and bools, and what makes them not so plain: growth beyond 64 bits, other types,
# exceptions, recursion, rebinding, lists of their own.
import math
import sys
from math import sqrt


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def power_of_two(n):
    x = 1
    for _ in range(n):
        x = x * 2
    return x


def divide(a, b):
    return a // b, a % b


def quotient(a, b):
    return a / b


def average(xs):
    total = 0.0
    for x in xs:
        total += x
    return total / len(xs)


def shifts(a, b):
    return (a << b) | (a >> 1) ^ (a & b)


def sieve(n):
    flags = [True] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if flags[i]:
            count += 1
            for k in range(i * i, n + 1, i):
                flags[k] = False
    return count


def grid(n):
    rows = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            rows[i][j] = i * j
    rows[-1][-1] = -1
    return rows


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def norm(x, y):
    return math.sqrt(x * x + y * y) + sqrt(x) + math.sin(y) * math.cos(y)


def down(n):
    seen = []
    for i in range(n, 0, -1):
        seen.append(i)
    for i in range(n, 0, -3):
        seen.append(i)
    return seen


def classify(x):
    if x < 0:
        raise ValueError("negative: %d" % x)
    return x & 1 == 1


def truth(a, b):
    return not a, bool(a), a and b, a or b


def mixed(x, y):
    return x < y, x == y, x >= y


def first(xs):
    return xs[0]


def changed(n):
    return n + 1


def caller(n):
    return changed(n) * 2


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def clamp(x, low, high):
    return min(max(x, low), high)


def report(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


print(fib(15), power_of_two(10), power_of_two(62), power_of_two(63), power_of_two(64), power_of_two(100))
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (2 ** 62, -1), (-2 ** 63, -1), (5, 0), (2 ** 80, 7)]:
    report(divide, a, b)
    report(quotient, a, b)
report(quotient, 2 ** 60 + 1, 3)
report(average, [1.5, 2.5, 3.5])
report(average, [])
report(average, [1, 2.0, 10 ** 400])
report(average, ["a"])
report(average, (1.0, 2.0))
report(average, 5)
for a, b in [(5, 3), (1, 62), (1, 63), (1, 64), (-1, 70), (5, -1), (True, 2)]:
    report(shifts, a, b)
print(sieve(1000), grid(4), down(7))
print(deep(100))
try:
    deep(100000)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
print("%.12f" % norm(3.0, 4.0))
report(norm, -1.0, 2.0)
report(norm, 1e200, 1e200)
report(norm, "x", 1.0)
print([classify(n) for n in range(4)])
report(classify, -3)
for _ in range(100):
    try:
        classify(-1)
    except ValueError:
        pass
print(classify(5))
for pair in [(0, 1), (2, 0), (0.0, 3), ("", "x"), ([], None)]:
    print(truth(*pair))
for pair in [(1, 1.0), (2 ** 53 + 1, 2.0 ** 53), (2 ** 70, 2.0 ** 70), (1, float("nan")), (-1, 0.5)]:
    print(mixed(*pair))
report(first, [1])
report(first, [])
report(first, (2.5,))
report(first, "xyz")
report(first, {0: "zero"})
report(first, [None])
print(caller(4))


def changed(n):
    return n * 100


print(caller(4))
original = caller.__code__
caller.__code__ = (lambda n: -n).__code__
print(caller(4))
caller.__code__ = original
print(caller(4), max(collatz(n) for n in range(1, 300)))
print(clamp(5, 1, 3), clamp(2.5, 1.0, 3.0), clamp(1, 1.5, 3), clamp(True, 0, 5))
print(sum(x * 0.5 for x in range(10)), sum(n for n in range(0)), max(fib(n) for n in range(10)))
print(sys.getrecursionlimit())


def last_of(n):
    for i in range(n):
        twice = i * 2
    return twice


def flips(n):
    perm = list(range(n))
    count = 0
    while perm[0] != n - 1 and count < 20:
        k = perm[0] + 1
        perm[:k + 1] = perm[k::-1]
        perm.insert(2, perm.pop(0))
        count += 1
    return count, perm


def weighted(xs, ys):
    total = 0.0
    for i, (x, y) in enumerate(zip(xs, ys), 1):
        total += i * x * y
    for i, x in enumerate(xs):
        total -= i * x
    for x, y in zip(xs, ys):
        total += x / y
    return total


def numbered(n):
    r = range(n)
    s = 0
    for i in r:
        for j in r:
            s += i * j
    return s, [i for i, flag in enumerate([True, False] * n) if flag]


def ends(pair):
    a, b = pair
    return b - a


report(last_of, 3)
report(last_of, 0)
report(flips, 7)
report(flips, 1)
report(weighted, [1.0, 2.0], [4.0, 8.0])
report(weighted, [1.0, 2.0], [4.0, 0.0])
report(weighted, [1.0], [])
report(numbered, 5)
report(ends, (1, 5))
report(ends, (1, 5, 6))
report(ends, [1, 5])
report(ends, 7)
