"""Counting in dicts in loops that are tried on unboxed values: what was looked up is where the sum is stored."""


# Inference does not see what is passed by this.
def call(name, *args):
    return globals()[name](*args)


def report(name, *args):
    try:
        print(name, call(name, *args))
    except Exception as e:
        print(name, type(e).__name__, e)


seen = []


def count(words, counts):
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    seen.append(len(counts))
    return counts


def add(words, counts):
    for i, w in enumerate(words):
        counts[w] += i * 2
    seen.append(len(counts))
    return counts


def both(words, counts, other):
    for w in words:
        n = counts[w] + other[w]
        counts[w] = n
        other[w] = counts[w] - n * 2
        counts[w] = other[w]
    seen.append(0)
    return counts, other


print(count("to be or not to be".split(), {}), add(["a", "b", "a"], {"a": 1, "b": 2, "c": 3}))
print(both(["x", "y", "x"], {"x": 1, "y": 2}, {"x": 10, "y": 20}))
report("count", [(1, 2), (1, 2), (2, 1), (1, (2, "a")), (1, (2, "a"))], {})
report("count", [1, 1.0, True, 2, 2 ** 70, 2.0 ** 70, None, None, b"a", b"a"], {})
report("count", ["a", ["unhashable"]], {})
report("count", [("a", [1])], {})
report("add", ["a", "nowhere"], {"a": 1})
report("add", [(0, 1), (1, 0), (0, 1)], {(0, 1): 5, (1, 0): 2 ** 62})
report("add", ["a", "a"], {"a": "text"})
report("add", ["a", "a"], {"a": 0.5})
report("count", ["a"], {"a": 2 ** 63 - 1})
report("count", ["a", "b"], [1, 2])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        print("compared", self.n)
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


report("count", [Key(1), Key(2), Key(1), 7], {7: 4})


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return 100

    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)


report("add", ["a", "b", "a"], Default())
report("count", ["a", "b", "a"], Default())


class Number(int):
    target = None

    def __add__(self, other):
        if self.target is not None:
            self.target.clear()
            self.target.update({"z": 1, "w": 2})
        return Number(int(self) + other)

    def __del__(self):
        if self.target is not None:
            self.target["deleted"] = self.target.get("deleted", 0) + 1


numbers = {"w": Number(1), "v": Number(2)}
report("count", ["w", "v", "w"], numbers)
Number.target = numbers
report("count", ["w", "v", "w"], numbers)
Number.target = None
print(sorted(numbers), seen)


# The key becomes another one between looking up and storing.
def renamed(words, counts):
    for k in words:
        counts[k] = counts.get(k, 0) + len(k := "zz")
    for k in words:
        counts[k] = counts[k] + len(k := "y")
    return counts


print(renamed(["a", "b", "a"], {"zz": 1, "a": 10, "b": 20, "y": 5}))

grid = {}
for r in range(3):
    for c in range(3):
        grid[r, c] = r * c


def spread(cells, rounds):
    for _ in range(rounds):
        for r in range(3):
            for c in range(3):
                cells[r, c] = cells[r, c] + cells.get((r - 1, c), 0) + cells.get((r, c + 1), 1)
    seen.append(rounds)
    return cells


print(spread(grid, 3))
report("spread", {}, 1)
report("spread", {(r, c): 0.5 for r in range(3) for c in range(3)}, 2)
report("spread", {(r, c): 2 ** 62 for r in range(3) for c in range(3)}, 2)
print(seen)
