"""Dicts, sets and lists looked into by typed code: what is there, what is not, and what only user code can tell."""


class Same:
    """Equal to 7 and to 'seven', and says so aloud."""
    def __init__(self, what):
        self.what = what

    def __hash__(self):
        return hash(self.what)

    def __eq__(self, other):
        print("asked about", other)
        return other in (7, "seven")


def collatz(limit, cache):
    best, at = 0, 0
    for n in range(1, limit):
        m, steps = n, 0
        while m not in cache:
            m = m // 2 if m % 2 == 0 else 3 * m + 1
            steps += 1
        steps += cache[m]
        cache[n] = steps
        if steps > best:
            best, at = steps, n
    return best, at


print(collatz(3000, {1: 1}), collatz(50, {True: 1}), collatz(20, {1.0: 1}), collatz(9, {1: 2 ** 62, 2: 5}))


def tally(keys, table):
    total = 0
    for k in keys:
        total = total * 3 % 1000003 + table.get(k, 1) + table[k]
    return total


print(tally([1, 2, 3, 2 ** 61 - 1, -1], {1: 5, 2: 6, 3: 7, 0: 9, -1: 4, 2 ** 61 - 1: 1}))
for keys, table in (([1, 4], {1: 5}), ([1], {1: "a"}), ([7], {Same(7): 3}), ([2.0, 1], {1: 1, 2: 2}), ([[]], {})):
    try:
        print(tally(keys, table))
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


def lengths(words, table):
    total = 0
    for w in words:
        total += table[w] + table.get("none", 2)
        if w in table:
            total += 1
    return total


print(lengths(["a", "bc", "a"], {"a": 1, "bc": 2, "none": 10}), lengths(["x" * 3], {"xxx": 2 ** 63}))
try:
    lengths(["a", "zz"], {"a": 1})
except KeyError as error:
    print(error)
print(lengths(["seven"], {Same("seven"): 4}))


def visited(n, seen):
    count, x = 0, n
    while x not in seen:
        seen.add(x)
        x = x * x % 1009
        count += 1
    return count


def members(values, group):
    found = 0
    for v in values:
        if v in group:
            found += v
        if v + 1 not in group:
            found -= 1
    return found


print(visited(5, set()), visited(7, {49}), sorted(visited(k, {1, 0}) for k in range(5)))
values = [1, 2, 7, 2 ** 62, -1]
for group in ({1, 7}, frozenset(values), [7, 1, 2.0], (1, 2), {2: 0}, {Same(7)}, [Same(7)], (None, "a", 1 + 0j), range(3), "abc"):
    try:
        print(members(values, group))
    except TypeError as error:
        print(error)


def by_global(n):
    total = 0
    for i in range(n):
        total += PRICES[i % 3] if i % 3 in PRICES else MISSING.get(i, i)
    return total


PRICES, MISSING = {0: 10, 1: 20}, {2: 5, 5: 6}
print(by_global(12))
PRICES = {0: 1.5, 2: None}
try:
    by_global(12)
except TypeError as error:
    print(error)
