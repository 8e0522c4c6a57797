"""Numbers that are ints here and floats there, in typed code."""
import math
import sys


def total(xs):
    result = 0
    for x in xs:
        result += x
    return result


def mean(xs):
    s = 0
    n = 0
    for x in xs:
        s = s + x * 2
        n += 1
    return s / n


def clip(x, low, high):
    if x < low:
        return low
    if x > high:
        return high
    return x


def clipped(xs, low, high):
    count = 0
    for x in xs:
        y = clip(x, low, high)
        if y == low or y != high:
            count += 1
    return count, clip(xs[0], low, high), clip(xs[-1], low, high)


def largest(xs):
    best = xs[0]
    least = 0
    for x in xs:
        best = max(best, x, 1)
        least = min(least, x)
    return best, least


def norms(xs):
    r = 0.0
    for x in xs:
        r += math.sqrt(abs(x)) + abs(-x) + float(x)
    return r


def steps(xs, k):
    out = []
    for x in xs:
        out.append((x // k, x % k, x - k, x * k, -x, x / k, k - x))
    return out


def compared(xs, ys):
    signs = 0
    for x, y in zip(xs, ys):
        signs = signs * 4 + (x < y) + (x <= y) + (x > y) + (x >= y) + (x == y) + (x != y)
    return signs


class Account:
    def __init__(self, start):
        self.balance = start
        self.moves = 0

    def move(self, amount):
        self.balance += amount
        self.moves += 1
        if self.balance < 0:
            self.balance = 0
        return self.balance


# What is called by this, inference does not see.
def attempt(name, *args):
    try:
        print(name, getattr(sys.modules[__name__], name)(*args))
    except Exception as error:
        print(name, type(error).__name__, error)


mixes = [[1, 2, 3], [1.5, 2, 3], [1, 2.5, True], [0.0, -0.0, 0], [2 ** 61, 2 ** 61, 2 ** 61, 0.5], [2 ** 62, 1.0, 2 ** 70], [math.inf, 1, -math.inf], [math.nan, 1, 2.0],
         [9007199254740993, 9007199254740992.0], [-3, 2.5, -7, 7.25], [False, True, 1.0], [1e308, 1e308, -1]]
for xs in mixes:
    print(total(xs), mean(xs), clipped(xs, 1, 2.5), largest(xs), compared(xs, xs[::-1]))
    try:
        print(norms(xs))
    except OverflowError as error:
        print(error)
    for k in (2, 2.5, -3, 1.0, 0, 0.0):
        try:
            print(steps(xs, k))
        except (ZeroDivisionError, OverflowError) as error:
            print(error)
print(norms([1, 2.5]), steps([1, 2.5], 2), steps([1.0, 2], 0.5))
for bad in ([1, "a"], [1.5, None], ["x"], [1, 2.5, 1j], []):
    attempt("total", bad)
    attempt("mean", bad)
    attempt("largest", bad)
    attempt("norms", bad)
account = Account(10)
print([account.move(x) for x in (1, 2.5, -3, 7, -100.0, 2 ** 62, 2 ** 62, -0.0)], account.moves)
