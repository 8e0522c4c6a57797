# The recipes of itertools' documentation, used on data; each result depends on several tools working together.
import collections
import functools
import math
import operator
import random
from itertools import (accumulate, chain, combinations, compress, count, cycle, filterfalse, groupby, islice, pairwise,
                       product, repeat, starmap, takewhile, tee, zip_longest)


def take(n, iterable):
    return list(islice(iterable, n))


def consume(iterator, n=None):
    if n is None:
        collections.deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)


def grouper(iterable, n, *, incomplete="fill", fillvalue=None):
    args = [iter(iterable)] * n
    if incomplete == "fill":
        return zip_longest(*args, fillvalue=fillvalue)
    if incomplete == "strict":
        return zip(*args, strict=True)
    return zip(*args)


def sliding_window(iterable, n):
    it = iter(iterable)
    window = collections.deque(islice(it, n), maxlen=n)
    if len(window) == n:
        yield tuple(window)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    pending = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while pending:
        try:
            for nxt in nexts:
                yield nxt()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))


def partition(pred, iterable):
    t1, t2 = tee(iterable)
    return filterfalse(pred, t1), filter(pred, t2)


def powerset(iterable):
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def unique_everseen(iterable, key=None):
    seen = set()
    for element in iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element


def unique_justseen(iterable, key=None):
    return map(next, map(operator.itemgetter(1), groupby(iterable, key)))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    data[:3] = 0, 0, 0
    limit = math.isqrt(n) + 1
    for p in compress(range(limit), data):
        data[p * p: n: p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(count(), islice(data, n))


def factor(n):
    for prime in sieve(math.isqrt(n) + 1):
        while True:
            if n % prime:
                break
            yield prime
            n //= prime
            if n == 1:
                return
    if n > 1:
        yield n


def matmul(m1, m2):
    return [list(map(sum, (map(operator.mul, row, col) for col in zip(*m2)))) for row in m1]


def iter_except(func, exception, first=None):
    try:
        if first is not None:
            yield first()
        while True:
            yield func()
    except exception:
        pass


def before_and_after(predicate, it):
    it = iter(it)
    transition = []

    def true_iterator():
        for elem in it:
            if predicate(elem):
                yield elem
            else:
                transition.append(elem)
                return
    return true_iterator(), chain(transition, it)


def nth_combination(iterable, r, index):
    pool = tuple(iterable)
    n = len(pool)
    c = math.comb(n, r)
    if index < 0:
        index += c
    result = []
    while r:
        c, n, r = c * r // n, n - 1, r - 1
        while index >= c:
            index -= c
            c, n = c * (n - r) // n, n - 1
        result.append(pool[-1 - n])
    return tuple(result)


def polynomial_from_roots(roots):
    expansion = [1]
    for r in roots:
        expansion = [a - r * b for a, b in zip_longest(expansion + [0], [0] + expansion)]
    return expansion


print(take(4, count(7)), take(9, "ab"), list(grouper("ABCDEFG", 3, fillvalue="x")), list(grouper("ABCDEFG", 3, incomplete="ignore")))
try:
    list(grouper("ABCDEFG", 3, incomplete="strict"))
except ValueError as e:
    print(e)
i = iter(range(10))
consume(i, 3)
print(next(i), list(sliding_window("ABCDEFG", 4)), list(roundrobin("ABC", "D", "EF")), [list(p) for p in partition(lambda x: x % 2, range(10))])
print(list(powerset([1, 2, 3])), list(unique_everseen("AAAABBBCCDAABBB")), list(unique_everseen("ABBCcAD", str.lower)), list(unique_justseen("AAAABBBCCDAABBB")), "".join(unique_justseen("ABBCcAD", str.lower)))
print(list(sieve(60)), list(factor(99_953 * 97 * 8)), list(factor(600851475143)), matmul([(7, 5), (3, 5)], [[2, 5], [7, 9]]))
d = {1: "a", 2: "b", 3: "c"}
print(list(iter_except(d.popitem, KeyError)), [list(p) for p in before_and_after(str.isupper, "ABCdEfGhI")][0:1], nth_combination("abcdefgh", 3, 20), nth_combination(range(10), 4, -1), polynomial_from_roots([5, -4, 3]))
up, rest = before_and_after(str.isupper, "ABCdEfG")
print("".join(up), "".join(rest), sum(map(operator.eq, "abc", "abd")), list(starmap(pow, zip(range(5), repeat(2)))), [x for x in takewhile(lambda x: x < 50, accumulate(count(1), operator.add))])
print([(k, sum(1 for _ in g)) for k, g in groupby(sorted("mississippi"))], {k: list(v) for k, v in groupby(sorted(["apple", "bob", "cat", "avocado", "banana"], key=lambda w: w[0]), key=lambda w: w[0])}, functools.reduce(operator.xor, chain(range(5), [7])), [b - a for a, b in pairwise([1, 4, 9, 16])], max(product([1, 5, 2], repeat=2), key=sum))
random.seed(8)
data = [random.randrange(5) for _ in range(30)]
runs = [(k, len(list(g))) for k, g in groupby(data)]
print(data, runs, list(accumulate(data, lambda a, b: a * 2 % 97 + b)), [v for v, keep in zip(data, cycle([True, False, False])) if keep])
