# Sorting by the numbers that stand for keys: the order is that of comparisons, equal items keep theirs.
import random

rng = random.Random(7)


def check(items, **options):
    found = sorted(items, **options)
    expected = []
    key = options.get("key") or (lambda x: x)
    # insertion by the definition of a stable order
    for item in items:
        at = len(expected)
        while at and (key(expected[at - 1]) < key(item) if options.get("reverse") else key(item) < key(expected[at - 1])):
            at -= 1
        expected.insert(at, item)
    same = all(a is b for a, b in zip(found, expected))
    copy = list(items)
    copy.sort(**options)
    return same and len(found) == len(items) and all(a is b for a, b in zip(copy, expected))


def variants(items):
    keep = [str(i) for i in range(len(items))]
    table = dict(zip(keep, items))
    return [check(items), check(items, reverse=True), check(keep, key=table.__getitem__), check(keep, key=table.__getitem__, reverse=True)]


class Number(float):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


for size in (2, 23, 24, 25, 64, 100, 200):
    print(size,
          variants([rng.randrange(-50, 50) for _ in range(size)]),
          variants([rng.randrange(-2 ** 61, 2 ** 61) for _ in range(size)]),
          variants([rng.choice([0.0, -0.0, 1.5, -1.5, 1e300, -1e300, 5e-324, float("inf"), float("-inf")]) for _ in range(size)]),
          variants([rng.random() - 0.5 for _ in range(size)]),
          variants(["".join(rng.choice("ab\0") for _ in range(rng.randrange(12))) for _ in range(size)]),
          variants(["prefix of all " + str(rng.randrange(30)) for _ in range(size)]),
          variants(["".join(rng.choice("a\xe9\u20ac\U0001f600") for _ in range(rng.randrange(4))) for _ in range(size)]),
          variants(["".join(rng.choice("a\xe9\xff") for _ in range(rng.randrange(10))) for _ in range(size)]),
          variants([(rng.randrange(1000), i) for i in range(size)]),
          variants([(rng.randrange(5), str(i % 7)) for i in range(size)]),
          variants([(str(rng.randrange(10 ** 9)), object()) for i in range(size)]),
          variants([(rng.random(),) for i in range(size)]),
          variants([() if i % 9 == 0 else (rng.randrange(9),) for i in range(size)]),
          variants([rng.choice([1, 2.5, True, 2 ** 70, -2 ** 70]) for i in range(size)]))

big = [rng.randrange(10 ** 6) for _ in range(10000)]
words = [str(n) for n in big]
print(sorted(big) == sorted(big, key=lambda n: float(n)) == [n for n in sorted(big, reverse=True)][::-1], sum(a <= b for a, b in zip(sorted(words), sorted(words)[1:])))


# What follows the first item is compared only where the first items are equal, by the same calls as ever.
calls = []


class Noted:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        calls.append((self.n, other.n))
        return self.n < other.n

    def __eq__(self, other):
        calls.append((self.n, "==", other.n))
        return self.n == other.n


pairs = [(i * 7 % 40, Noted(i)) for i in range(40)]
print([pair[1].n for pair in sorted(pairs)], calls)
pairs = [(i * 7 % 20, Noted(i)) for i in range(40)]
print([pair[1].n for pair in sorted(pairs)], calls)
try:
    sorted([(i % 13, None) for i in range(40)])
except TypeError as error:
    print(error)
try:
    sorted([i * 7 % 40 for i in range(40)] + ["a"])
except TypeError as error:
    print(error)
