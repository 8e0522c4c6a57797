"""Lists of numbers that stay in the function that makes them."""
import sys


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for k in range(i * i, n + 1, i):
                flags[k] = False
    return [i for i, flag in enumerate(flags) if flag]


def slices(n):
    a = list(range(n))
    b = a[:]
    c = a[::-1]
    d = a[2:-2]
    e = a[-3::-2]
    b[1:3] = c[:4]
    b[0:0] = d
    c[::2] = a[::2]
    b[5:2] = e
    b[len(b):] = e
    a[-2:] = a
    total = 0
    for xs in (1,):
        for x in b:
            total = total * 7 % 1000003 + x
        for x in c:
            total = total * 7 % 1000003 + x
        for x in d:
            total = total * 7 % 1000003 + x
        for x in a:
            total = total * 7 % 1000003 + x
    return total, len(a), len(b), len(c), len(d), len(e)


def same_list(n):
    a = [0] * n
    b = a
    b[1] = 5
    b.append(7)
    a.insert(0, 3)
    a.insert(-100, 4)
    a.insert(100, 8)
    c = a[:]
    c[0] = 9
    s = 0
    for x in a:
        s = s * 10 + x
    return s, b[0], c[0], len(b), a.pop(), a.pop(0), a.pop(-2), b[2]


def in_place(n):
    a = [1, 2]
    b = a
    a *= n
    a += [5]
    return len(b), b


def longest(xs):
    best = [1] * len(xs)
    for i in range(len(xs)):
        for j in range(i):
            if xs[j] < xs[i] and best[j] + 1 > best[i]:
                best[i] = best[j] + 1
    top = 0
    for b in best:
        if b > top:
            top = b
    return top


def coins(amount, values):
    ways = [0] * (amount + 1)
    ways[0] = 1
    for v in values:
        for a in range(v, amount + 1):
            ways[a] += ways[a - v]
    return ways[amount]


def prefix(n):
    sums = [0.0]
    for i in range(n):
        sums.append(sums[-1] + i * 0.5)
    return sums


def given_back(n):
    squares = []
    for i in range(n):
        squares.append(i * i)
        squares[i] += 1
    print(squares, type(squares))
    squares.append("x")
    return squares


def growing(n):
    a = [1]
    for x in a:
        if len(a) < n:
            a.append(x + 1)
    return len(a), a[-1]


def shrinking(n):
    a = list(range(n))
    seen = 0
    for x in a:
        seen += x
        a.pop()
    return seen, len(a)


def mixed(n):
    a = [0] * n
    a[0] = True
    return a[0], a[1]


def sometimes(n):
    if n > 2:
        a = [n]
        a[0] += 1
    return a[0]


def choose(flag):
    a = [1, 2] if flag else [3]
    a[0] += 10
    return a[0] * len(a)


def big(n):
    a = [1] * 3
    for i in range(n):
        a[i % 3] *= 10
    return a[0], a[1], a[2]


def bounds(n):
    a = [1, 2, 3]
    return a[n]


def store(n):
    a = [1.5, 2.5]
    a[n] = 0.25
    return a[0] + a[1]


def wrong_slice(n):
    a = [1, 2, 3, 4]
    a[::2] = [n] * n
    return a[0]


def empty_pop(n):
    a = [n]
    a.pop()
    return a.pop()


def truths(n):
    stack = [n]
    steps = 0
    while stack:
        top = stack.pop()
        steps += 1
        if top > 0:
            stack.append(top - 1)
            stack.append(top - 2)
    return steps


def zipped(n):
    a = [i * 2 for i in range(n)]
    b = [i * 0.5 for i in range(n)]
    total = 0.0
    a[0] += 1
    b[0] += 1.0
    for x, y in zip(a, b):
        total += x * y
    for i, y in enumerate(b):
        total += i * y
    return total


def zero_step(n):
    a = [1, 2, 3]
    b = a[::n]
    return len(b), b[0]


def nested(n):
    rows = [[0] * n for _ in range(n)]
    row = [1] * n
    rows[1] = row
    row[0] = 5
    return rows


def attempt(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


print(sieve(60), slices(12), slices(5))
print(same_list(3), in_place(2), longest([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), coins(100, [1, 5, 10, 25, 50]))
print(prefix(5), given_back(4), growing(6), shrinking(7), mixed(2), choose(True), choose(False), big(60), truths(6), zipped(4))
for n in (2, -3, 3, -4):
    attempt(bounds, n)
for n in (1, -2, 2, -3):
    attempt(store, n)
for n in (2, 3, 0, -1):
    attempt(wrong_slice, n)
attempt(empty_pop, 1)
for n in (3, 1):
    attempt(sometimes, n)
for n in (2, -1, 0):
    attempt(zero_step, n)
print(nested(2), longest([2.5, 1.5, 3.5]), coins(3, [1, 2]), coins(10 ** 2, [1, 2, 3, 2 ** 70][:3]))
attempt(coins, 3, [2 ** 70])
attempt(sieve, -5)
attempt(sieve, sys.maxsize)

numbers = list(range(30))
kept = numbers
for i in range(len(numbers)):
    numbers[i] = numbers[i] * numbers[-1 - i] % 17
print(numbers, kept is numbers)


def part(n, start, stop, step):
    a = list(range(n))
    b = a[start:stop:step]
    c = a[start:stop]
    d = a[start::step]
    e = a[:stop:step]
    total = 0
    for xs in (1,):
        for x in b:
            total = total * 31 % 1000003 + x + 1
        total = total * 31 % 1000003 + 77
        for x in c:
            total = total * 31 % 1000003 + x + 1
        for x in d:
            total = total * 31 % 1000003 + x + 1
        for x in e:
            total = total * 31 % 1000003 + x + 1
    a[start:stop] = [100, 200]
    for x in a:
        total = total * 31 % 1000003 + x
    return total + b[0] if b else total


print([part(5, start, stop, step) for start in range(-7, 8) for stop in range(-7, 8) for step in (-7, -3, -2, -1, 1, 2, 3, 7)])
