# The order of sets is CPython's table order: random additions and removals, and every operation's way of building.
import random

r = random.Random(7)
for bound in (10, 50, 300, 5000):
    for _ in range(20):
        s = set()
        for _ in range(r.randrange(400)):
            k = r.randrange(-bound, bound)
            if r.random() < 0.6:
                s.add(k)
            else:
                s.discard(k)
        print(len(s), list(s)[:40])
for _ in range(60):
    a = {r.randrange(200) for _ in range(r.randrange(120))}
    b = {r.randrange(200) for _ in range(r.randrange(40))}
    for x in range(0, 200, 3):
        a.discard(x)
    l = [r.randrange(200) for _ in range(r.randrange(60))]
    d = dict.fromkeys(l)
    for result in (a | b, a & b, a - b, a ^ b, b | a, b - a, a.union(l, d), a.intersection(l), a.difference(l), a.difference(d), a.symmetric_difference(l),
                   a.copy(), set(list(a)), set(d), frozenset(a), a.union(), d.keys() & a, d.keys() | b, d.keys() - a, d.keys() ^ b, a & d.keys(), set(d.keys())):
        print(*result)
    c = a.copy()
    c.update(l)
    c -= b
    c ^= set(l)
    c &= set(range(0, 200, 2))
    print(*c, sep=",")
    c.difference_update(d)
    c.intersection_update(l, d)
    c.symmetric_difference_update(d)
    print(*c, c.pop() if c else None, c.pop() if c else None, len(c))
print(set([1.5, 2.5, 0.25, -1, -2, 10**20, -10**20, 2**61 - 1, 2**61, True, (1, 2), (3,), ()]), {5, 40, 33, 17, 70}, {100, 7, 33, 1000, 12, 64, 65}, {*{5, 40, 33, 17, 70}}, {*[5, 40, 33, 17, 70], 1})
print({"a", "b", "hello", "world", "", "x" * 50, "ä", "日本"} == set("a b hello world".split()) | {"", "x" * 50, "ä", "日本"})
print(hash(frozenset(range(10))), hash(frozenset()), hash(()), hash((1,)), hash((1, 2.5, (3, -1))), hash(2**61 - 1), hash(-1), hash(2**200), hash(1.5), hash(-0.0))
big = set(range(0, 300000, 7))
big -= set(range(0, 300000, 21))
print(len(big), sum(list(big)[:1000]), list(big)[:5], list(big)[-5:])
# Sets that came about in many ways: the order tells the tables apart.
random.seed(5)


def some(n):
    step = random.choice([1, 8, 32])
    return [random.randrange(n * 2) * step for _ in range(n)]


for turn in range(300):
    n = random.choice([1, 3, 5, 8, 20, 60, 200])
    a, b = set(some(n)), set(some(random.choice([n, 2 * n, 5])))
    print(list(a | b), list(a & b), list(a - b), list(a ^ b), a <= b, a.isdisjoint(b))
    for x in list(a)[::2]:
        a.discard(x)
    a |= b
    for x in list(b)[::3]:
        a.remove(x)
    a.update(some(5))
    print(list(a), list(a.copy()), list(frozenset(a)), len(a))
    a -= b
    a.add(3)
    a.pop()
    a.update([1.0, 2, True, 2**70])
    print(list(a))
    a.symmetric_difference_update(some(4))
    print(list(a))


class Emptying:
    def __init__(self, holder):
        self.holder = holder

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.holder.clear()
        return False


s = set()
s.add(Emptying(s))
s.update([1, 7, 2])
print(s)
try:
    s.update([4, 5, [6], 8])
except TypeError as e:
    print(e, s)
# Sets that held only ints come to hold objects, by adding, merging, copying and swapping; and those are released.
import weakref


class Item:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 4

    def __eq__(self, other):
        return isinstance(other, Item) and self.number == other.number

    def __repr__(self):
        return f"Item({self.number})"


def watched(count, gone):
    items = [Item(i) for i in range(count)]
    for item in items:
        weakref.finalize(item, gone.append, item.number)
    return items


def count_gone(make):
    gone = []
    made = make(watched(12, gone))
    before = len(gone)
    size = len(made)
    del made
    print(before, size, sorted(gone))


def grown(items):
    numbers = set(range(5))
    numbers.update(items)
    return numbers


def swapped(items):
    empty = set()
    empty |= set(items[:3])
    other = {1, 2}
    other -= {1, 2}
    other |= empty
    return other


count_gone(lambda items: {1, 2} | set(items))
count_gone(lambda items: set(items) | {1, 2})
count_gone(lambda items: frozenset({7}) | frozenset(items[:2]))
count_gone(lambda items: set(items[:4]).copy())
count_gone(grown)
count_gone(swapped)
count_gone(lambda items: {1, 2}.union([3], items[:4], set(items[2:6])))
count_gone(lambda items: set(items) - {1})
count_gone(lambda items: {3} ^ set(items))
count_gone(lambda items: {i for i in items} | set(items))
print({1, 2} | {2, 3} | {"a"}, len({1.5, 2} | {1.5, 3}), {1, True} | {1.0})
# Keys that are tuples.
pairs = {(x, y): x - y for x in range(-3, 4) for y in range(-3, 4)}
print(pairs[-1, -1], pairs[2, -3], pairs[2.0, -3.0], (1, 2, 3) in pairs, (1,) in pairs, (True, False) in pairs)
nan = float("nan")
deep = {((1, 2), "a"): 1, (nan, 1): 2, (Item(1), 2): 3, (2 ** 70, -1): 4, ((), ()): 5, (): 6}
print([deep.get(key) for key in (((1, 2), "a"), (nan, 1), (float("nan"), 1), (Item(1), 2), (Item(5), 2), (2 ** 70, -1), ((), ()), ())])
print(hash((1, 2)), hash((-1, 2 ** 61 - 1)), hash((2 ** 62, 1)), hash((1, "a")) == hash((1.0, "a")), hash(()), hash((0,)))
try:
    hash((1, [], 2))
except TypeError as error:
    print(error)
