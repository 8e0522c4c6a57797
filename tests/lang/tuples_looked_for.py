"""Tuples that are only made to be looked for in sets, dicts and other containers."""
from collections import OrderedDict, defaultdict


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n

    def __eq__(self, other):
        print("eq", self.n)
        return isinstance(other, Key) and self.n == other.n


class Nosy:
    """Sees what it is asked for."""

    def __init__(self):
        self.asked = []

    def __contains__(self, item):
        self.asked.append(item)
        return len(item) == 2

    def __getitem__(self, key):
        self.asked.append(key)
        return key


class Missing(dict):
    def __missing__(self, key):
        self[key] = "made"
        return key


def seen(places, x, y):
    print("seen", (x, y) in places, (x, y) not in places, (x + 1, y - 1) in places, (x,) in places, (x, y, 0) in places, (x, y, 0, 1, 2) in places)


def item(grid, x, y):
    try:
        print("item", grid[x, y], grid[(y, x)])
    except (KeyError, TypeError, IndexError) as e:
        print(type(e).__name__, e, e.args)


def walls(grid, n):
    found = total = 0
    for x in range(n):
        for y in range(n):
            if (x, y) in grid:
                found += 1
                total += grid[x, y]
            if (x * 0.5, y) in grid:
                found += 100
    return found, total


def flood(width, height, blocked):
    todo, reached = [(0, 0)], {(0, 0)}
    while todo:
        x, y = todo.pop()
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            if 0 <= x + dx < width and 0 <= y + dy < height and (x + dx, y + dy) not in reached and (x + dx, y + dy) not in blocked:
                reached.add((x + dx, y + dy))
                todo.append((x + dx, y + dy))
    return len(reached)


def memo(table, n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    if (n, k) in table:
        return table[n, k]
    table[n, k] = memo(table, n - k, k) + memo(table, n, k - 1)
    return table[n, k]


for places in [{(1, 2), (2, 1)}, frozenset([(1, 2)]), {(1, 2): 3}, [(1, 2)], ((1, 2),), {(1.0, 2.0)}, OrderedDict({(2, 1): 0}), {}.keys(), {(1, 2): 1}.keys(), Missing()]:
    seen(places, 1, 2)
    seen(places, True, 2)
    seen(places, "a", None)
for grid in [{(1, 2): "a", (2, 1): "b"}, {(1, 2): "a"}, defaultdict(list), Missing(), OrderedDict({(1, 2): 0, (2, 1): 1}), [1], "ab"]:
    item(grid, 1, 2)
    item(grid, 2 ** 70, "x")
nosy = Nosy()
seen(nosy, 1, 2)
item(nosy, 3, 4)
print(nosy.asked)
k = Key(5)
seen({(k, 1): 1}, Key(5), 1)
item({(k, 1): 1, (1, k): 2}, k, 1)
for bad in [{(1, 2)}, {(1, 2): 3}]:
    try:
        seen(bad, [1], 2)
    except TypeError as e:
        print(e)
    try:
        item(bad, {}, 2)
    except TypeError as e:
        print(e)
print(walls({(x, x * x % 7): x for x in range(20)}, 20), walls({(0, 0): 2 ** 70}, 3), walls({}, 2))
print(flood(20, 10, {(3, y) for y in range(9)}), flood(5, 5, {}))
print(memo({}, 60, 60))
try:
    print((1, 2) in 5)
except TypeError as e:
    print(e)
